import type { ActionContext } from '../action-context.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import type { AccountScope } from '../session/account-scope.ts';
import type { TimStoreError } from '../shared/tim-store-error.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import type { MessageEvent } from './message-events.ts';
import { selectMessage } from './message-selectors.ts';
import type { Message } from './message.ts';
import { createNetworkWatch } from './network-watch.ts';
import { normalizeMessage } from './normalize-message.ts';
import { sightingsOf } from './read-messages.ts';
import type { TransmitOptions } from './send-options.ts';
import { createSendQueue } from './send-queue.ts';
import { createUploadMeter } from './upload-meter.ts';

/** One attempt to send a message. */
export interface SendHandle {
  /** The ID of the row, which is in the state from the next microtask on. It never changes. */
  readonly ID: string;
  /**
   * Resolves with the message as sent, or rejects with a `TimStoreError`; either way after the commit that shows it.
   * May be ignored: the row tells the same, and an unawaited rejection raises nothing.
   */
  readonly finished: Promise<Message>;
  /**
   * Takes the message back while it waits for those before it, or for the network: `finished` rejects with `ABORTED`. A
   * message that has not gone out yet vanishes from the screen, one that was tried before is `fail` again. Answers
   * `false`, and does nothing, once the SDK has it, which stops neither sends nor uploads: recall it instead.
   */
  readonly cancel: () => boolean;
}

/** What becomes of sends while the network is down. */
export type OfflinePolicy = 'queue' | 'fail';

/** How a message is made, to be sent: of a file, what is uploaded is told to `report`, from 0 to 1. */
export interface Recipe {
  readonly create: (report: (fraction: number) => void) => SdkMessage;
  /** Whether the SDK keeps something beside the message that it forgets with the login. */
  readonly isFile: boolean;
  readonly options: TransmitOptions | undefined;
}

/** Sends and resends, for one store. */
export interface Transmitter {
  readonly send: (recipe: Recipe) => SendHandle;
  /** Another attempt at the row of a failed message, of which the SDK has `live`. */
  readonly resend: (failed: Message, live: SdkMessage) => SendHandle;
}

const OPERATION = 'send message';

/**
 * A message of the SDK's that is sent is a row in the state from the first moment. The attempt belongs to the store,
 * not to whoever called: it ends in `success` or `fail` whatever is mounted, and with the account's scope.
 */
export function createTransmitter(context: ActionContext, offline: OfflinePolicy): Transmitter {
  const { dispatch, getState, handles } = context;
  const queue = createSendQueue();
  const reportUpload = createUploadMeter(context);
  const network = createNetworkWatch(context);
  /** How each was made, until it is sent: for a resend, as the SDK does not remember. */
  const recipes = new WeakMap<SdkMessage, Recipe & { readonly scope: AccountScope }>();

  const make = (recipe: Recipe, ID: () => string): SdkMessage => {
    const live = recipe.create((fraction) => reportUpload(ID(), fraction));
    recipes.set(live, { ...recipe, scope: context.scope() });
    return live;
  };

  const transmit = (live: SdkMessage, first: 'sendMessage' | 'resendMessage', row: Message): SendHandle => {
    const { ID, conversationID, onlineUserOnly, attempt } = row;
    const scope = context.scope();
    const sdk = context.sdk(OPERATION);
    const options = recipes.get(live)?.options;
    if (!onlineUserOnly) handles.set(ID, live);
    const alias = live.ID === ID ? {} : { sdkID: live.ID };
    void dispatch({
      type: 'sendStarted',
      message: Object.freeze(row),
      ...alias,
      ...sightingsOf([live], [row]),
    });

    /** Lets the next one of the conversation go out. */
    let free = (): void => undefined;
    const freed = new Promise<void>((resolve) => (free = resolve));
    /** Ends the wait for the network. */
    let wake: (() => void) | undefined;
    let isOver = false;
    let cancel = (): boolean => false;

    const finished = new Promise<Message>((resolve, reject) => {
      const end = (event: MessageEvent, settle: () => void): void => {
        isOver = true;
        release();
        free();
        wake?.();
        void dispatch(event).then(settle);
      };
      const fail = (error: TimStoreError): void => {
        withdraw();
        end({ type: 'sendFailed', ID, error: toErrorInfo(error) }, () => {
          const message = selectMessage(getState(), ID);
          // The server's copy may have come first, by another way: then it was sent, whatever the answer.
          if (message?.status === 'success') resolve(message);
          else reject(error);
        });
      };

      const call = async (method: typeof first): Promise<void> => {
        const { network: state, userID } = getState().session;
        if (offline === 'fail' && state === 'disconnected') {
          // 2.x and 3.x may only connect when they have something to ask: my notes to myself, which I hardly have.
          const notes = { conversationID: `C2C${userID}`, count: 1 };
          callSdk(sdk, OPERATION, 'getMessageListHopping', notes).catch(() => undefined);
          throw unable('NETWORK', OPERATION, 'the network is down');
        }
        // An explicit `undefined` would be one argument too many.
        const answer = await (options === undefined
          ? callSdk(sdk, OPERATION, method, live)
          : callSdk(sdk, OPERATION, method, live, options));
        if (isOver) return;
        const sent = answerData(answer)['message'] ?? live;
        const after = { ID, onlineUserOnly, attempt, status: 'success', error: undefined } as const;
        const message = Object.freeze({ ...normalizeMessage(sent), ...after });
        // Lite answers a large merger with another object, and forgets the one that it was given.
        if (sent !== live && !onlineUserOnly && isSdkMessage(sent)) handles.set(ID, sent);
        recipes.delete(live);
        end({ type: 'sendSucceeded', message, ...alias, ...sightingsOf([sent], [message]) }, () =>
          resolve(selectMessage(getState(), ID) ?? message),
        );
      };

      const run = async (method = first): Promise<void> => {
        const wasDown = network.watch();
        try {
          await call(method);
        } catch (cause) {
          if (isOver) return;
          const error = toTimStoreError(cause, OPERATION);
          const mayWait = offline === 'queue' && !onlineUserOnly && error.retryable;
          if (!mayWait || !wasDown()) return fail(error);
          await new Promise<void>((resume) => (wake = network.wait(resume)));
          wake = undefined;
          if (isOver) return;
          // Meanwhile the server may have shown that it has it.
          if (selectMessage(getState(), ID)?.status === 'success') return fail(error);
          await run('resendMessage');
        }
      };

      cancel = () => {
        const hasWaited = !isOver && withdraw();
        if (isOver || !(hasWaited || wake !== undefined)) return false;
        const error = unable('ABORTED', OPERATION, 'it was cancelled', {
          retryable: true,
        });
        if (!hasWaited || attempt > 1) fail(error);
        else {
          handles.discard(ID);
          end({ type: 'sendDropped', IDs: [ID] }, () => reject(error));
        }
        return true;
      };

      const start = (): Promise<void> => {
        if (!isOver) void run();
        return freed;
      };
      let withdraw = (): boolean => false;
      let release = (): void => undefined;
      release = scope.onEnd(fail);
      // What is for whoever is online now neither waits nor keeps others waiting.
      if (onlineUserOnly) void start();
      else withdraw = queue.add(conversationID, start);
    });
    finished.catch(() => undefined);
    return { ID, finished, cancel: () => cancel() };
  };

  return {
    send: (recipe) => {
      const live: SdkMessage = make(recipe, () => live.ID);
      const row = normalizeMessage(live);
      const onlineUserOnly = recipe.options?.onlineUserOnly ?? row.onlineUserOnly;
      return transmit(live, 'sendMessage', {
        ...row,
        onlineUserOnly,
        attempt: 1,
        status: 'sending',
        error: undefined,
      });
    },
    resend: (failed, live) => {
      const row = { ...failed, attempt: failed.attempt + 1, status: 'sending', error: undefined } as const;
      const recipe = recipes.get(live);
      if (recipe?.isFile !== true || recipe.scope === context.scope())
        return transmit(live, 'resendMessage', row);
      // Another login: the SDK has forgotten the file. The row stays what it is, under the numbers of a new message.
      const anew = make(recipe, () => failed.ID);
      const { random, sequence, clientSequence } = normalizeMessage(anew);
      return transmit(anew, 'sendMessage', { ...row, random, sequence, clientSequence });
    },
  };
}
