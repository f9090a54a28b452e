import type { Clock } from '../shared/clock.ts';
import type { UploadedFile } from './client/upload-surroundings.ts';
import type { Flavour } from './flavour.ts';
import type { Tim } from './create-tim.ts';
import type { FaultableMethod } from './cloud/faultable-method.ts';
import type { FaultControl, FaultOptions } from './cloud/faults.ts';
import type { TextServices } from './cloud/text-services.ts';
import type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
import type { GroupControl } from './group-control.ts';
import type { MessageControl } from './message-control.ts';
import type { PeopleControl, ProfileOptions } from './people-control.ts';
import type { Seed } from './seed.ts';
import type { Truth } from './truth.ts';

/** What a server is made with; everything may be left out. */
export interface MemoryServerOptions extends TextServices {
  /** Whose habits its clients have unless told otherwise, and whose `TIM.VERSION` it has; 3.x unless told. */
  readonly flavour?: Flavour;
  /** What everything waits on and reads the time from; the machine's clock unless told. */
  readonly clock?: Clock;
  /** Milliseconds until an answer or a push arrives; 0 unless told, which still is a timer of the clock. */
  readonly latency?: number;
  /** Equal seeds give equal message IDs; 1 unless told. */
  readonly seed?: number;
  /** Milliseconds by which the server's clock is ahead of the clients'; 0 unless told. */
  readonly clockOffset?: number;
  /**
   * Milliseconds after a login in which its signature is good: the next call then is refused with 70001, and the client
   * is kicked out. No end unless told.
   */
  readonly userSigLifetime?: number;
  /** How many clients of one user may be logged in; a further one kicks the oldest out. 1 unless told. */
  readonly maxInstances?: number;
  /** How many groups a user may be in, without audio-video rooms; any number unless told. */
  readonly maxGroups?: number;
  /** Milliseconds that the upload of a file takes, on the clock; 0 unless told. */
  readonly uploadTime?: number;
  /** Where an uploaded file can be found; made up, and the same at every run, unless told. */
  readonly uploadURL?: (file: UploadedFile) => string;
}

/** A network that can be cut. */
export interface NetworkSwitch {
  /** Nothing goes in or out. Sends wait in silence, for 15 s. */
  readonly cut: () => void;
  /**
   * The connection is dead, and nobody notices: what is sent reaches no one, nothing comes in, and there is no event, until a
   * call has run into its timeout. The SDK then connects anew, and gets what it has missed.
   */
  readonly halfOpen: () => void;
  /** The SDK logs in again by itself, without SDK_READY, and gets what it has missed. */
  readonly restore: () => void;
  readonly isUp: () => boolean;
}

/**
 * One world of users, groups and messages, its clients, and the faults that they meet. Its own methods throw an
 * `Error` for a user, group or message that is not there.
 */
export interface MemoryServer extends PeopleControl, MessageControl, GroupControl {
  /** What the vendor's package exports, for this server; `tim-reactive/memory/tim` has that of a default server. */
  readonly TIM: Tim;
  readonly createSdk: (options?: MemorySdkOptions) => MemorySdk;

  /**
   * Builds a world in one call; may be called again.
   *
   * @example
   * server.seed({
   *   users: { me: {}, alice: { nick: 'Alice' } },
   *   groups: { team: { ownerID: 'alice', memberIDs: ['me'] } },
   *   messages: [{ from: 'alice', to: 'team', text: 'hello' }],
   * });
   */
  readonly seed: (seed: Seed) => void;
  /** Adds a user, or changes the profile of one that is there already, as `setProfile` does. */
  readonly addUser: (userID: string, profile?: ProfileOptions) => void;
  /**
   * Changes a user's profile. The user's friends learn of it by PROFILE_UPDATED, other clients by the user's next
   * message to them, and rename in silence.
   */
  readonly setProfile: (userID: string, profile: ProfileOptions) => void;
  /** The user reads the whole conversation. */
  readonly markRead: (userID: string, conversationID: string) => void;
  /** Mutes a conversation for a user, or unmutes it: one of `TYPES.MSG_REMIND_*`. */
  readonly setRemindType: (userID: string, conversationID: string, remindType: string) => void;

  /** The network of one client, or of all that are logged in as a user. */
  readonly network: (target: MemorySdk | string) => NetworkSwitch;
  /** The signatures of the user's logins expire: each client is kicked out by its next call, which gets 70001. */
  readonly expireUserSig: (userID: string) => void;
  /** Kicks all clients of a user out; `type` is one of `TYPES.KICKED_OUT_*`, 'multipleAccount' unless told. */
  readonly kick: (userID: string, type?: string) => void;
  /** The next call of this method is refused with `code`. */
  readonly failNext: (
    method: FaultableMethod,
    fault: FaultOptions & { readonly code: number; readonly message?: string },
  ) => void;
  /** The next call of this method gets lost: it reaches no one, and ends with 2801 (after 15 s, `login` 90 s). */
  readonly hangNext: (method: FaultableMethod, options?: FaultOptions) => void;
  /** Takes back all faults that have not struck yet: `faults.clear`. */
  readonly clearFaults: () => void;

  /** What can go wrong beside: with calls, and with what the server tells unasked. */
  readonly faults: FaultControl;

  readonly truth: Truth;
}
