import type { Clock } from '../shared/clock.ts';
import type { FaultableMethod, FaultOptions } from './cloud/faults.ts';
import type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
import type { TrueMessage, Truth } from './truth.ts';

/** What a server is made with; everything may be left out. */
export interface MemoryServerOptions {
  /** What everything waits on and reads the time from; the machine's clock unless told. */
  readonly clock?: Clock;
  /** Milliseconds until an answer or a push arrives; 0 unless told, which still is a timer of the clock. */
  readonly latency?: number;
  /** Equal seeds give equal message IDs; 1 unless told. */
  readonly seed?: number;
  /** Milliseconds by which the server's clock is ahead of the clients'; 0 unless told. */
  readonly clockOffset?: number;
  /** How many clients of one user may be logged in; a further one kicks the oldest out. 1 unless told. */
  readonly maxInstances?: number;
}

/** A text to send in the name of a user. */
export interface TextToSend {
  readonly from: string;
  /** A user ID or a group ID. */
  readonly to: string;
  readonly text: string;
  /** Server time, seconds; now unless told. */
  readonly time?: number;
}

/** What is left out stays as it is; of a new user, ''. */
export interface ProfileOptions {
  readonly nick?: string;
  readonly avatar?: string;
}

/** A group to add. All members have to be there already. */
export interface GroupOptions {
  readonly ownerID: string;
  /** The owner is one in any case. */
  readonly memberIDs: readonly string[];
  readonly name?: string;
  readonly avatar?: string;
  /** 'Public' unless told. */
  readonly type?: string;
}

/** A network that can be cut. */
export interface NetworkSwitch {
  /** Nothing goes in or out. Sends wait in silence, for 15 s. */
  readonly cut: () => void;
  /** The SDK logs in again by itself, without SDK_READY, and gets what it has missed. */
  readonly restore: () => void;
  readonly isUp: () => boolean;
}

/**
 * One world of users, groups and messages, its clients, and the faults that they meet. Its own methods throw an
 * `Error` for a user, group or message that is not there.
 */
export interface MemoryServer {
  readonly createSdk: (options?: MemorySdkOptions) => MemorySdk;

  /** Adds a user, or changes the profile of one that is there already, as `setProfile` does. */
  readonly addUser: (userID: string, profile?: ProfileOptions) => void;
  /** Adds a group: it is in its members' lists from their next login on. */
  readonly addGroup: (groupID: string, options: GroupOptions) => void;
  /** Changes a user's profile. Clients learn of it by the user's next message to them, and rename in silence. */
  readonly setProfile: (userID: string, profile: ProfileOptions) => void;
  /** Sends in the name of a user, who needs no client for it. */
  readonly sendText: (text: TextToSend) => TrueMessage;
  /** The same for several messages in one frame: one event for each group, then one for all C2C messages. */
  readonly sendTexts: (texts: readonly TextToSend[]) => readonly TrueMessage[];
  /** Sends a message once more to everybody: clients that have it drop it. */
  readonly redeliver: (messageID: string) => void;
  /** Recalls a message; in its sender's name unless told. */
  readonly revoke: (messageID: string, revokerID?: string) => void;
  /** The user reads the whole conversation. */
  readonly markRead: (userID: string, conversationID: string) => void;
  /** Mutes a conversation for a user, or unmutes it: one of `TYPES.MSG_REMIND_*`. */
  readonly setRemindType: (userID: string, conversationID: string, remindType: string) => void;

  /** The network of one client, or of all that are logged in as a user. */
  readonly network: (target: MemorySdk | string) => NetworkSwitch;
  /** Kicks all clients of a user out; `type` is one of `TYPES.KICKED_OUT_*`, 'multipleAccount' unless told. */
  readonly kick: (userID: string, type?: string) => void;
  /** The next call of this method is refused with `code`. */
  readonly failNext: (
    method: FaultableMethod,
    fault: FaultOptions & { readonly code: number; readonly message?: string },
  ) => void;
  /** The next call of this method gets lost: it reaches no one, and ends with 2801 (after 15 s, `login` 90 s). */
  readonly hangNext: (method: FaultableMethod, options?: FaultOptions) => void;
  /** Takes back all faults that have not struck yet. */
  readonly clearFaults: () => void;

  readonly truth: Truth;
}
