import type { ActionContext } from '../action-context.ts';
import { numberOf, recordOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { byteLength, invalid, requireIDs, requireNames } from '../shared/limits.ts';
import { listIn } from '../shared/outcomes.ts';
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
      const wanted = Object.entries(recordOf(extensions)).map(([key, value]) => ({ key, value }));
      for (const { key, value } of wanted) {
        requireNames(operation, { 'each key': key }, MOST_KEY_BYTES);
        if (typeof value !== 'string' || byteLength(value) > MOST_VALUE_BYTES)
          throw invalid(
            operation,
            `the value of "${key}" must be a text of at most ${MOST_VALUE_BYTES} bytes`,
          );
      }
      const parts = await inChunks(
        wanted,
        { operation, size: MOST },
        async (chunk) => {
          const answer = answered(await ask('setMessageExtensions', message, chunk));
          await dispatch({
            type: 'extensionsLoaded',
            messageID: ID,
            extensions: normalizeExtensions(answer),
            isWhole: false,
          });
          return normalizeExtensions(answer.filter((item) => !isRefused(item)));
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
        const answer = answered(await ask('deleteMessageExtensions', message, chunk));
        const gone = chunk.map((key) => ({ key, value: '' }));
        const extensions = [...gone, ...normalizeExtensions(answer.filter(isRefused))];
        await dispatch({ type: 'extensionsLoaded', messageID: ID, extensions, isWhole: false });
      });
    },
  };
}

/** Of one that was refused, because another was faster, the SDK tells what it is now. */
function isRefused(item: unknown): boolean {
  return numberOf(recordOf(item)['code']) !== 0;
}

function answered(data: unknown): readonly unknown[] {
  return listIn(recordOf(data)['extensions']);
}
