import type { Flavour } from '../flavour.ts';
import type { SignalingSwitch } from './context.ts';
import type { Emitter, Handler } from './emitter.ts';
import type { Message } from './message.ts';
import type { Session } from './session.ts';
import { SIGNALING } from '../signaling-names.ts';
import { type Invitation, invitationOf, isSignaling } from './signaling-info.ts';
import type { Signaling, SignalingAnswer, SignalingOptions } from './signaling-parts.ts';
import { isText, property, requireList, requireParams } from './validate.ts';

/** How an invitation is made. */
export interface InviteOptions extends SignalingOptions {
  /** Seconds until it times out; 0, which is the default, for never. The inviter waits 5 s more. */
  readonly timeout?: number;
}

interface InviteUser extends InviteOptions {
  readonly userID: string;
}

interface InviteMembers extends InviteOptions {
  readonly groupID: string;
  readonly inviteeList: readonly string[];
}

interface AnswerOptions extends SignalingOptions {
  readonly inviteID: string;
}

type Answer = Promise<SignalingAnswer>;
type Sent = (answer: { readonly inviteID: string }) => void;
type Failed = (code: unknown, message: unknown) => void;

/**
 * The SDK's methods about invitations, to calls for example; 2.x has none of them. Whatever becomes of one is a custom
 * message, and an event of `TIM.TSignaling` for who has added a listener: before that nothing is followed.
 */
export interface SignalingMethods {
  readonly addSignalingListener: (eventName: string, handler: Handler, context?: unknown) => void;
  readonly removeSignalingListener: (eventName: string, handler: Handler, context?: unknown) => void;
  readonly invite: (options: InviteUser) => Answer;
  readonly inviteInGroup: (options: InviteMembers) => Answer;
  /** Answers the ID at once. */
  readonly inviteSync: (options: InviteUser, onSent?: Sent, onFailed?: Failed) => string;
  readonly inviteInGroupSync: (options: InviteMembers, onSent?: Sent, onFailed?: Failed) => string;
  /** The inviter's; 8020 for what is not open, 8011 for who has not invited. */
  readonly cancel: (options: AnswerOptions) => Answer;
  /** The invitee's; 8010 for what is not open, 8011 for who is not invited. So is `reject`. */
  readonly accept: (options: AnswerOptions) => Answer;
  readonly reject: (options: AnswerOptions) => Answer;
  /** Null of a message that is about none. */
  readonly getSignalingInfo: (message: Message) => Invitation | null;
  readonly modifyInvitation: (options: {
    readonly inviteID: string;
    readonly data: string;
  }) => ReturnType<Signaling['modify']>;
}

/** The methods of one client. */
export function createSignalingMethods(
  { whenReady }: Pick<Session, 'whenReady'>,
  emitter: Emitter,
  following: SignalingSwitch,
  flavour: Flavour,
): Partial<SignalingMethods> {
  if (flavour === '2.x') return {};

  const inviteUser = (signaling: Signaling, { userID, timeout = 0, ...rest }: InviteUser) =>
    signaling.invite({ groupID: '', inviteeList: [userID], timeout }, rest);
  const inviteMembers = (signaling: Signaling, options: InviteMembers) => {
    const { groupID, inviteeList, timeout = 0, ...rest } = options;
    return signaling.invite({ groupID, inviteeList: [...inviteeList], timeout }, rest);
  };

  const sync = (
    { inviteID, sent }: ReturnType<Signaling['invite']>,
    onSent: Sent | undefined,
    onFailed: Failed | undefined,
  ): string => {
    sent.then(
      () => onSent?.({ inviteID }),
      (error: unknown) => onFailed?.(property(error, 'code'), property(error, 'message')),
    );
    return inviteID;
  };

  const requireUser = (options: InviteUser): void => requireParams(isText(property(options, 'userID')));
  const requireMembers = (options: InviteMembers): void => {
    requireParams(isText(property(options, 'groupID')));
    requireList(property(options, 'inviteeList'));
  };
  const answer = (method: 'cancel' | 'accept' | 'reject'): SignalingMethods['accept'] =>
    whenReady(method, ({ signaling }, options: AnswerOptions) => {
      requireParams(isText(property(options, 'inviteID')));
      const { inviteID, ...rest } = options;
      return signaling[method](inviteID, rest);
    });

  return {
    addSignalingListener: (...listener) => {
      following.isOn = true;
      emitter.on(...listener);
    },
    removeSignalingListener: (...listener) => {
      emitter.off(...listener);
      if (!emitter.has(SIGNALING.NEW_INVITATION_RECEIVED)) following.isOn = false;
    },
    invite: whenReady('invite', ({ signaling }, options: InviteUser) => {
      requireUser(options);
      return inviteUser(signaling, options).sent;
    }),
    inviteInGroup: whenReady('inviteInGroup', ({ signaling }, options: InviteMembers) => {
      requireMembers(options);
      return inviteMembers(signaling, options).sent;
    }),
    inviteSync: whenReady(
      'inviteSync',
      ({ signaling }, options: InviteUser, onSent?: Sent, onFailed?: Failed) => {
        requireUser(options);
        return sync(inviteUser(signaling, options), onSent, onFailed);
      },
    ),
    inviteInGroupSync: whenReady(
      'inviteInGroupSync',
      ({ signaling }, options: InviteMembers, onSent?: Sent, onFailed?: Failed) => {
        requireMembers(options);
        return sync(inviteMembers(signaling, options), onSent, onFailed);
      },
    ),
    cancel: answer('cancel'),
    accept: answer('accept'),
    reject: answer('reject'),
    getSignalingInfo: whenReady('getSignalingInfo', (_account, message: Message) => {
      requireParams(typeof message === 'object' && message !== null);
      return isSignaling(message) ? (invitationOf(message) ?? null) : null;
    }),
    modifyInvitation: whenReady(
      'modifyInvitation',
      ({ signaling }, options: { readonly inviteID: string; readonly data: string }) => {
        const { inviteID, data } = options;
        requireParams(isText(inviteID) && isText(data));
        return signaling.modify(inviteID, data);
      },
    ),
  };
}
