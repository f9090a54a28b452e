import type { ActionContext } from '../action-context.ts';
import { readMessages } from '../messages/read-messages.ts';
import { answerData, invokeSdk } from '../sdk/call-sdk.ts';
import type { OptionalSdkMethod, SdkEvent } from '../sdk/tim-sdk.ts';
import { recordOf, textOf } from '../shared/fields.ts';
import { invalid, requireID, requireIDs, requireWhole } from '../shared/limits.ts';
import { isRecord } from '../shared/plain.ts';
import { readRecord } from '../shared/read-record.ts';
import { requireOptions } from '../shared/require-options.ts';
import { unable } from '../shared/unable.ts';
import type { SignalingEvent, SignalingInfo } from './signaling.ts';
import { SIGNALING_DATA, SIGNALING_EVENT, SIGNALING_INFO } from './signaling.ts';

/** What can be done to invitations, to a call for example; from 3.x on: on 2.x all of it is `UNSUPPORTED`. */
export interface SignalingActions {
  /**
   * Invites a user. Unless `onlineUserOnly`, this and all that becomes of it are messages of the conversation, too. Follows
   * the SDK's `invite`.
   *
   * @example
   * const { inviteID } = await store.actions.signaling.invite('alice', { data: 'call', timeout: 30 });
   */
  readonly invite: (userID: string, options?: InviteOptions) => Promise<SignalingResult>;
  /** Invites members of a group. Follows the SDK's `inviteInGroup`, and on lite-chat, which has none, its `invite`. */
  readonly inviteInGroup: (
    groupID: string,
    inviteeList: readonly string[],
    options?: InviteOptions,
  ) => Promise<SignalingResult>;
  /** Takes an own invitation back. Follows the SDK's `cancel`. */
  readonly cancel: (inviteID: string, options?: SignalingOptions) => Promise<SignalingResult>;
  /** Follows the SDK's `accept`. */
  readonly accept: (inviteID: string, options?: SignalingOptions) => Promise<SignalingResult>;
  /** Follows the SDK's `reject`. */
  readonly reject: (inviteID: string, options?: SignalingOptions) => Promise<SignalingResult>;
  /** Changes what an open invitation says. Follows the SDK's `modifyInvitation`. */
  readonly modify: (inviteID: string, data: string) => Promise<void>;
  /**
   * What a message says about an invitation, at once; `undefined` of a message that is about none. Throws
   * `UNKNOWN_MESSAGE` where the store does not have it. Follows the SDK's `getSignalingInfo`.
   */
  readonly getInfo: (messageID: string) => SignalingInfo | undefined;
  /**
   * Calls the listener with all that becomes of invitations; the answer ends that, and so does `dispose()`. The SDK follows
   * invitations only from the first listener on. Throws `UNSUPPORTED`, or `NOT_LOGGED_IN` while the store is not connected.
   *
   * @example
   * const release = store.actions.signaling.listen(({ type, inviteID }) => {
   *   if (type === 'NEW_INVITATION_RECEIVED') ring(inviteID);
   * });
   */
  readonly listen: (listener: (event: SignalingEvent) => void) => () => void;
}

/** What is said with an answer to an invitation. */
export interface SignalingOptions {
  readonly data?: string;
}

/** How an invitation is made; the SDK's own names. */
export interface InviteOptions extends SignalingOptions {
  /** Seconds until it times out; 0 for never. 30 unless told. */
  readonly timeout?: number;
  /** Whether only who is online gets it, and no message is kept. */
  readonly onlineUserOnly?: boolean;
  readonly offlinePushInfo?: Readonly<Record<string, unknown>>;
}

/** An invitation that was made or answered. */
export interface SignalingResult {
  readonly inviteID: string;
  /** The message that tells of it; `undefined` where none is kept. */
  readonly messageID: string | undefined;
}

/** The actions on invitations. */
export function createSignalingActions(context: ActionContext): SignalingActions {
  const act = async (method: OptionalSdkMethod, options: object): Promise<SignalingResult> => {
    const answer = await context.call(method, method, options);
    const live = answerData(answer)['message'];
    const { messages, ...sightings } = readMessages(context, isRecord(live) ? [live] : []);
    const [message] = messages;
    if (message !== undefined && !message.onlineUserOnly) {
      const sent = Object.freeze({ ...message, status: 'success' } as const);
      await context.dispatch({ type: 'sendSucceeded', message: sent, ...sightings });
    }
    return Object.freeze({
      inviteID: textOf(recordOf(answer)['inviteID'] ?? recordOf(options)['inviteID']),
      messageID: message?.ID,
    });
  };
  const invite = async (
    method: OptionalSdkMethod,
    to: object,
    given: InviteOptions | undefined,
  ): Promise<SignalingResult> => {
    const { timeout = 30, ...options } = requireOptions(method, given);
    requireWhole(method, 'timeout', timeout, 0);
    return act(method, { ...options, timeout, ...to });
  };
  const answer =
    (method: 'cancel' | 'accept' | 'reject') =>
    async (inviteID: string, options?: SignalingOptions): Promise<SignalingResult> =>
      act(method, { ...requireOptions(method, options), inviteID: requireID(method, 'inviteID', inviteID) });

  return {
    invite: async (userID, options) =>
      invite('invite', { userID: requireID('invite', 'userID', userID) }, options),
    inviteInGroup: async (groupID, inviteeList, options) => {
      const method = 'inviteInGroup';
      requireID(method, 'groupID', groupID);
      requireIDs(method, 'inviteeList', inviteeList);
      const sdk = context.sdk(method);
      const isLite = sdk.inviteInGroup === undefined && sdk.invite !== undefined;
      return invite(isLite ? 'invite' : method, { groupID, inviteeList: [...inviteeList] }, options);
    },
    cancel: answer('cancel'),
    accept: answer('accept'),
    reject: answer('reject'),
    modify: async (inviteID, data) => {
      const method = 'modifyInvitation';
      requireID(method, 'inviteID', inviteID);
      if (typeof data !== 'string') throw invalid(method, 'data must be a string');
      await context.ask(method, { inviteID, data });
    },
    getInfo: (messageID) => {
      const method = 'getSignalingInfo';
      context.requireReady(method);
      const live = context.handles.get(messageID);
      if (live === undefined)
        throw unable('UNKNOWN_MESSAGE', method, `the store has no message "${messageID}"`);
      const info = invokeSdk(context.sdk(method), method, method, live);
      return isRecord(info) ? readRecord(info, SIGNALING_INFO, 'an invitation') : undefined;
    },
    listen: (listener) => {
      const operation = 'listen to invitations';
      const sdk = context.sdk(operation);
      const handlers = (Object.keys(SIGNALING_EVENT) as SignalingEvent['type'][]).map((type) => ({
        name: SIGNALING_EVENT[type],
        handler: ({ data }: SdkEvent): void => {
          if (context.scope().isOver()) return;
          // What cannot be read, and what the listener throws, is reported, and does not reach the SDK.
          context.readEach([data], (live) => {
            const event = Object.freeze({ type, ...readRecord(live, SIGNALING_DATA, 'an invitation') });
            try {
              listener(event);
            } catch (cause) {
              const reason = `a listener of ${type} threw: ${String(cause)}`;
              throw unable('SUBSCRIBER_FAILED', operation, reason, { cause });
            }
          });
        },
      }));
      for (const { name, handler } of handlers)
        invokeSdk(sdk, operation, 'addSignalingListener', name, handler);
      let isOver = false;
      const release = (): void => {
        if (isOver) return;
        isOver = true;
        disposed.unsubscribe();
        for (const { name, handler } of handlers)
          invokeSdk(sdk, operation, 'removeSignalingListener', name, handler);
      };
      const disposed = context.committed$.subscribe({ complete: release });
      return release;
    },
  };
}
