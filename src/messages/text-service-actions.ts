import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { requireID, requireIDs, requireMost } from '../shared/limits.ts';
import { listOf } from '../shared/read-record.ts';
import { liveMessage } from './live-messages.ts';
import type { Message } from './message.ts';
import type { MessageType } from './message-payloads.ts';
import { readMessages } from './read-messages.ts';

/** What the server does with texts; passed through, for nothing of it is state. */
export interface TextServiceActions {
  /** The texts in another language, in their order. Follows the SDK's `translateText`. */
  readonly translateText: (
    sourceTextList: readonly string[],
    options: TranslateOptions,
  ) => Promise<readonly string[]>;
  /** What a voice message says. From 3.x on; follows the SDK's `convertVoiceToText`. */
  readonly convertVoiceToText: (ID: string, options?: { readonly language?: string }) => Promise<string>;
  /**
   * Messages on the server, of all conversations or one. Rejects with `INVALID_ARGUMENT` for more than 5 keywords or
   * senders. From 3.x on; follows the SDK's `searchCloudMessages`.
   */
  readonly searchCloud: (options: MessageSearchOptions) => Promise<MessageSearchResult>;
}

/** From and into which language: the SDK's codes, `en`, `zh` …. */
export interface TranslateOptions {
  /** `auto` unless told. */
  readonly sourceLanguage?: string;
  readonly targetLanguage: string;
}

/** What to look for; the SDK's own names. */
export interface MessageSearchOptions {
  /** At most 5. */
  readonly keywordList?: readonly string[];
  /** Whether one keyword is enough (`or`, the default), or all must be there. */
  readonly keywordListMatchType?: 'or' | 'and';
  /** At most 5. */
  readonly senderUserIDList?: readonly string[];
  readonly messageTypeList?: readonly Exclude<MessageType, 'unknown'>[];
  readonly conversationID?: ConversationID;
  /** The second (server time) to look back from; now unless told. */
  readonly timePosition?: number;
  /** How many seconds to look back; 0, which is the default, for all. */
  readonly timePeriod?: number;
  readonly count?: number;
  /** Of the page before. */
  readonly cursor?: string;
}

/** Some of the messages found. */
export interface MessageSearchResult {
  readonly totalCount: number;
  /** For the next page. */
  readonly cursor: string;
  readonly searchResultList: readonly ConversationSearchResult[];
}

/** What was found in one conversation. */
export interface ConversationSearchResult {
  readonly conversationID: string;
  readonly messageCount: number;
  /** Empty where several were found and no conversation was asked for: search in that one. */
  readonly messages: readonly Message[];
}

const MOST = 5;

/** The actions on texts. */
export function createTextServiceActions(context: ActionContext): TextServiceActions {
  const { ask } = context;
  const fields = async (answer: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> => {
    const data = await answer;
    return recordOf(data);
  };
  return {
    translateText: async (texts, options) => {
      const sourceTextList = [...requireIDs('translate text', 'sourceTextList', texts)];
      requireID('translate text', 'targetLanguage', options?.targetLanguage);
      const data = await fields(ask('translateText', { sourceTextList, sourceLanguage: 'auto', ...options }));
      return listOf<string>(data['translatedTextList'], undefined);
    },
    convertVoiceToText: async (ID, options) => {
      const message = liveMessage(context, 'convert voice to text', ID);
      return textOf((await fields(ask('convertVoiceToText', { message, ...options })))['result']);
    },
    searchCloud: async (options) => {
      for (const name of ['keywordList', 'senderUserIDList'] as const)
        requireMost('search messages', name, options?.[name], MOST);
      const data = await fields(ask('searchCloudMessages', { ...options }));
      const results = context.readEach(data['searchResultList'] ?? [], (item) => {
        const raw = recordOf(item);
        const { messages, ...sightings } = readMessages(context, raw['messageList'] ?? [], true);
        void context.dispatch({ type: 'profilesLoaded', ...sightings });
        return Object.freeze({
          conversationID: textOf(raw['conversationID']),
          messageCount: numberOf(raw['messageCount']),
          messages,
        });
      });
      return Object.freeze({
        totalCount: numberOf(data['totalCount']),
        cursor: textOf(data['cursor']),
        searchResultList: Object.freeze(results),
      });
    },
  };
}
