import type { ChatSDK } from '@tencentcloud/chat';
import type { Flavour } from './packages.ts';

/** A group to begin with; the first member is its owner. */
export interface GroupDetails {
  readonly type?: 'Public' | 'Private' | 'ChatRoom' | 'AVChatRoom';
  readonly joinOption?: 'FreeAccess' | 'NeedPermission' | 'DisableApply';
}

/** A message that another user has sent. */
export interface Said {
  readonly recall: (revoker?: string) => void;
  readonly edit: (text: string) => void;
  /** `reader` sends a receipt for it. */
  readonly receipt: (reader: string) => void;
}

/** What the others do, whose clients are not looked at. All of it happens at once. */
export interface Others {
  /** `time` is in seconds, now by default. */
  readonly say: (from: string, to: string, text: string, time?: number) => Said;
  readonly sayInGroup: (from: string, groupID: string, text: string, time?: number) => Said;
  /** What `from` has received last of the client's messages. */
  readonly lastOf: (from: string, to: string) => Said;
  readonly lastInGroup: (groupID: string) => Said;
  /** `reader` reads all that `peer` wrote. */
  readonly read: (reader: string, peer: string) => void;
  readonly setUser: (userID: string, profile: { readonly nick?: string; readonly avatar?: string }) => void;
  readonly addGroup: (groupID: string, members: readonly string[], details?: GroupDetails) => void;
  readonly join: (userID: string, groupID: string) => void;
  readonly invite: (operator: string, groupID: string, users: readonly string[]) => void;
  readonly quit: (userID: string, groupID: string) => void;
  readonly remove: (operator: string, groupID: string, users: readonly string[]) => void;
  readonly dismiss: (groupID: string) => void;
  readonly setAdmin: (operator: string, groupID: string, userID: string, isAdmin: boolean) => void;
  /** For so many seconds. */
  readonly mute: (operator: string, groupID: string, userID: string, seconds: number) => void;
  readonly rename: (operator: string, groupID: string, name: string) => void;
  readonly handOver: (groupID: string, newOwner: string) => void;
  readonly befriend: (one: string, other: string) => void;
  readonly unfriend: (one: string, other: string) => void;
  readonly requestFriend: (from: string, to: string, wording: string) => void;
  readonly answerFriend: (userID: string, from: string, isAccepted: boolean) => void;
  readonly block: (userID: string, other: string) => void;
  /** `type` is one of `TYPES.KICKED_OUT_*`. */
  readonly kick: (userID: string, type: string) => void;
}

/** What can be refused by the service. */
export type Refusable = 'sendMessage' | 'resendMessage' | 'setMessageRead' | 'getMessageList' | 'login';

/** Where a scenario plays: one client, embedded or real, and the world around it. */
export interface Stage {
  readonly flavour: Flavour;
  /** As 3.x has it; what 2.x lacks is not there. */
  readonly sdk: ChatSDK;
  readonly others: Others;
  /**
   * Does something, lets time pass (2.5 s unless told) and records what could be observed in it: the events, and what
   * came of it. Resolves with that, or with `undefined` when it failed or takes longer.
   */
  readonly step: <T>(label: string, action: () => T, ms?: number) => Promise<Awaited<T> | undefined>;
  /** The same for what the others do. */
  readonly meanwhile: (label: string, action: () => unknown, ms?: number) => Promise<void>;
  /** Records a value of the step before. */
  readonly note: (label: string, value: unknown) => void;
  /** The service refuses all calls of a method with a code, until the returned function is called. */
  readonly refuse: (method: Refusable, code: number) => () => void;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  /** Now, in seconds. */
  readonly now: () => number;
}

/** A play for one client that every SDK has to play alike; `name` is that in the table of differences. */
export interface Scenario {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
}

/** Logs in as 'me', and waits for all that comes of it. */
export const enter = ({ sdk, step }: Stage): Promise<unknown> =>
  step('login', () => sdk.login({ userID: 'me', userSig: 'any' }), 3000);
