import type { ActionContext } from '../action-context.ts';
import { unable } from '../shared/unable.ts';
import { selectMessage } from './message-selectors.ts';
import type { Message } from './message.ts';
import type { SendHandle, Transmitter } from './send-message.ts';

/** What can be done with a message that was not sent. */
export interface ResendActions {
  /**
   * Sends a failed message again: the same row, a new attempt. Throws `UNKNOWN_MESSAGE` unless the message is in the
   * store and failed. While that attempt runs, another call is the same attempt. Works after another login of the same
   * user, too: a file, which the SDK forgets with the login, is then uploaded as a new message in the same row.
   */
  readonly resend: (ID: string) => SendHandle;
  /**
   * Drops a failed message for good, from this device, which alone has it: unless the server got it after all, and a page
   * of history shows it as sent. Resolves when its row is gone; rejects with
   * `UNKNOWN_MESSAGE` unless the message is in the store and failed.
   */
  readonly discard: (ID: string) => Promise<void>;
}

/** The actions on messages that were not sent. */
export function createResendActions(
  { dispatch, getState, handles, requireReady }: ActionContext,
  transmitter: Transmitter,
): ResendActions {
  /** By attempt and ID: a row that has failed again begins another attempt, even before the promise of the last ends. */
  const resending = new Map<string, SendHandle>();

  /** The failed row, or its attempt that is under way, whether the state shows it yet or not. */
  const find = (operation: string, ID: string): { row?: Message; key: string; present?: SendHandle } => {
    const row = selectMessage(getState(), ID);
    const hasFailed = row?.status === 'fail';
    const key = `${(row?.attempt ?? 0) + Number(hasFailed)} ${ID}`;
    const present = resending.get(key);
    if (present !== undefined) return { key, present };
    if (hasFailed) return { row, key };
    throw unable(
      'UNKNOWN_MESSAGE',
      operation,
      row === undefined
        ? `the store has no message "${ID}"`
        : `"${ID}" has not failed: its status is "${row.status}"`,
    );
  };

  return {
    resend: (ID) => {
      const operation = 'resend message';
      requireReady(operation);
      const { row, key, present } = find(operation, ID);
      if (present !== undefined) return present;
      const live = handles.get(ID);
      if (row === undefined || live === undefined)
        throw unable(
          'UNKNOWN_MESSAGE',
          operation,
          `the SDK's own object of "${ID}" is gone: send the content anew`,
        );
      const handle = transmitter.resend(row, live);
      resending.set(key, handle);
      handle.finished.finally(() => resending.delete(key)).catch(() => undefined);
      return handle;
    },
    discard: async (ID) => {
      const operation = 'discard message';
      const { row } = find(operation, ID);
      if (row === undefined) throw unable('UNKNOWN_MESSAGE', operation, `"${ID}" is on its way again`);
      handles.discard(ID);
      await dispatch({ type: 'sendDropped', IDs: [ID] });
    },
  };
}
