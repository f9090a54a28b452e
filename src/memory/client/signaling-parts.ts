import type { SdkResponse } from './context.ts';
import type { Message } from './message.ts';
import type { SendOptions } from './sending.ts';
import type { Invitation } from './signaling-info.ts';

/** What is said with an invitation, or with an answer to one. */
export interface SignalingOptions extends Pick<SendOptions, 'onlineUserOnly' | 'offlinePushInfo'> {
  readonly data?: string;
}

/** What an invitation that was made or answered resolves with. */
export interface SignalingAnswer extends SdkResponse<{ readonly message: Message }> {
  readonly inviteID: string;
}

/** Invitations, as 3.x makes them: custom messages, with a client at either end that keeps the time. */
export interface Signaling {
  /** A group's when `groupID` is there, else one user's. `onSent` is called when it has been sent. */
  readonly invite: (
    invitation: Pick<Invitation, 'groupID' | 'inviteeList' | 'timeout'>,
    options: SignalingOptions,
  ) => { readonly inviteID: string; readonly sent: Promise<SignalingAnswer> };
  readonly cancel: Act;
  readonly accept: Act;
  readonly reject: Act;
  readonly modify: (
    inviteID: string,
    data: string,
  ) => Promise<SdkResponse<{ readonly message: Message | null }>>;
  /** Sees what the login's events tell. */
  readonly watch: (name: string, data: unknown) => void;
  /** The login has ended: no invitation times out any more. */
  readonly end: () => void;
}

type Act = (inviteID: string, options: SignalingOptions) => Promise<SignalingAnswer>;
