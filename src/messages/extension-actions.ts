import type { ActionContext } from '../action-context.ts';
import { numberOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { byteLength, invalid, requireID, requireIDs } from '../shared/limits.ts';
import { isRecord } from '../shared/plain.ts';
import { liveMessage } from './live-messages.ts';
import type { MessageExtension } from './message-details.ts';
import { normalizeExtensions } from './normalize-details.ts';
import { selectExtensions } from './message-selectors.ts';

/**
 * What users put to messages that were sent with `isSupportExtension`, a value under each key, for polls and the like;
 * `selectExtensions` has what is known.
 */
export interface ExtensionActions {
  /**
   * Sets values, whoever had set them, 20 a call. A key has at most 100 bytes, a value 1 KB. Resolves with those that
   * were set: of a key that another set at the same moment, `selectExtensions` has the other's value, and the answer
   * none. Follows the SDK's `setMessageExtensions`.
   *
   * @example
   * await store.actions.messages.setExtensions(ID, { [myUserID]: 'yes' });
   */
  readonly setExtensions: (
    ID: string,
    extensions: Readonly<Record<string, string>>,
  ) => Promise<readonly MessageExtension[]>;
  /** All that a message has, by key; from the server. Follows the SDK's `getMessageExtensions`. */
  readonly getExtensions: (ID: string) => Promise<Readonly<Record<string, string>>>;
  /** Deletes these keys, 20 a call; all, if none are given. Follows the SDK's `deleteMessageExtensions`. */
  readonly deleteExtensions: (ID: string, keys?: readonly string[]) => Promise<void>;
}

const MOST = 20;
const MOST_KEY_BYTES = 100;
const MOST_VALUE_BYTES = 1024;

/** The actions on extensions. */
export function createExtensionActions(context: ActionContext): ExtensionActions {
  const { ask, dispatch } = context;
  return {
    setExtensions: async (ID, extensions) => {
      const operation = 'set message extensions';
      const message = liveMessage(context, operation, ID);
      const wanted = Object.entries(extensions).map(([key, value]) => ({ key, value }));
      for (const { key, value } of wanted) {
        requireID(operation, 'each key', key);
        if (
          byteLength(key) > MOST_KEY_BYTES ||
          typeof value !== 'string' ||
          byteLength(value) > MOST_VALUE_BYTES
        )
          throw invalid(
            operation,
            `a key is a string of at most ${MOST_KEY_BYTES} bytes, its value of ${MOST_VALUE_BYTES}: see "${key}"`,
          );
      }
      const parts = await inChunks(
        wanted,
        { operation, size: MOST },
        async (chunk) => {
          const answer = answered(await ask('setMessageExtensions', message, chunk));
          // Of one that was refused, the SDK tells what it is now.
          await dispatch({
            type: 'extensionsLoaded',
            messageID: ID,
            extensions: normalizeExtensions(answer),
            isWhole: false,
          });
          return normalizeExtensions(answer.filter((item) => isRecord(item) && numberOf(item['code']) === 0));
        },
        ({ key }) => key,
      );
      return Object.freeze(parts.flat());
    },
    getExtensions: async (ID) => {
      const message = liveMessage(context, 'get message extensions', ID);
      const extensions = normalizeExtensions(answered(await ask('getMessageExtensions', message)));
      await dispatch({ type: 'extensionsLoaded', messageID: ID, extensions, isWhole: true });
      return selectExtensions(context.getState(), ID);
    },
    deleteExtensions: async (ID, keys) => {
      const operation = 'delete message extensions';
      const message = liveMessage(context, operation, ID);
      if (keys === undefined) {
        await ask('deleteMessageExtensions', message);
        return dispatch({ type: 'extensionsLoaded', messageID: ID, extensions: [], isWhole: true });
      }
      await inChunks(requireIDs(operation, 'keys', keys), { operation, size: MOST }, async (chunk) => {
        await ask('deleteMessageExtensions', message, chunk);
        await dispatch({ type: 'extensionsDeleted', messageID: ID, keyList: chunk });
      });
    },
  };
}

function answered(data: unknown): readonly unknown[] {
  const extensions = isRecord(data) ? data['extensions'] : undefined;
  return Array.isArray(extensions) ? extensions : [];
}
