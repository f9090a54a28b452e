import type { ActionContext } from '../action-context.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import type { TimStoreError } from '../shared/tim-store-error.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';
import type { Message } from './message.ts';
import { selectMessage } from './message-selectors.ts';
import { normalizeMessage } from './normalize-message.ts';
import { sightingsOf } from './read-messages.ts';
import type { TransmitOptions } from './send-options.ts';

/** One attempt to send a message. */
export interface SendHandle {
  /** The ID of the row, which is in the state from the next microtask on. It never changes. */
  readonly ID: string;
  /**
   * Resolves with the message as sent, or rejects with a `TimStoreError`; either way after the commit that shows it.
   * May be ignored: the row tells the same, and an unawaited rejection raises nothing.
   */
  readonly finished: Promise<Message>;
}

/** How each was sent, for a resend: the SDK does not remember. */
const optionsOf = new WeakMap<SdkMessage, TransmitOptions>();

/**
 * Sends or resends a message of the SDK's, shown as a row in the state from the first moment. The attempt belongs to
 * the store, not to whoever called: it ends in `success` or `fail` whatever is mounted, and with the account's scope.
 */
export function transmit(
  context: ActionContext,
  method: 'sendMessage' | 'resendMessage',
  live: SdkMessage,
  previous: Message | undefined,
  options?: TransmitOptions,
): SendHandle {
  const { dispatch, getState, handles } = context;
  const scope = context.scope();
  const sdk = context.sdk('send message');
  const attempt = (previous?.attempt ?? 0) + 1;
  const before = previous ?? normalizeMessage(live);
  if (options !== undefined) optionsOf.set(live, options);
  const onlineUserOnly = options?.onlineUserOnly ?? before.onlineUserOnly;
  const row = { ...before, onlineUserOnly, attempt, status: 'sending', error: undefined } as const;
  const { ID } = row;
  if (!onlineUserOnly) handles.set(ID, live);
  void dispatch({ type: 'sendStarted', message: Object.freeze(row), ...sightingsOf([[live, row]]) });

  const finished = new Promise<Message>((resolve, reject) => {
    const settle = (error: TimStoreError): void => {
      const message = selectMessage(getState(), ID);
      // The server's copy may have come first, by another way: then it was sent, whatever the answer.
      if (message?.status === 'success') resolve(message);
      else reject(error);
    };
    const fail = (error: TimStoreError): void => {
      void dispatch({ type: 'sendFailed', ID, error: toErrorInfo(error) }).then(() => settle(error));
    };
    const release = scope.onEnd(fail);
    const given = optionsOf.get(live);
    // An explicit `undefined` would be one argument too many.
    callSdk(
      sdk,
      'send message',
      method,
      ...(given === undefined ? ([live] as const) : ([live, given] as const)),
    )
      .then((answer) => {
        const sent = answerData(answer)['message'] ?? live;
        // Lite answers a large merger with another object, and forgets the one that it was given.
        if (sent !== live && !onlineUserOnly && !scope.isOver() && isSdkMessage(sent)) handles.set(ID, sent);
        const end = { ID, onlineUserOnly, attempt, status: 'success', error: undefined } as const;
        const message = Object.freeze({ ...normalizeMessage(sent), ...end });
        return { message, ...sightingsOf([[sent, message]]) };
      })
      .then(
        ({ message, ...sightings }) => {
          if (scope.isOver()) return;
          release();
          void dispatch({ type: 'sendSucceeded', message, ...sightings }).then(() =>
            resolve(selectMessage(getState(), ID) ?? message),
          );
        },
        (error: unknown) => {
          if (scope.isOver()) return;
          release();
          fail(toTimStoreError(error, 'send message'));
        },
      );
  });
  finished.catch(() => undefined);
  return { ID, finished };
}
