import type { Clock } from '../../shared/clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Connection } from '../cloud/connection.ts';
import type { FaultableMethod } from '../cloud/faultable-method.ts';
import type { Fault } from '../cloud/faults.ts';
import type { Flavour, Write } from '../flavour.ts';
import type { Random } from '../random.ts';
import type { UserProfile } from './profile.ts';
import type { UploadSurroundings } from './upload-surroundings.ts';

/** What the parts of one login work with. */
export interface Context {
  readonly userID: string;
  readonly tinyID: string;
  /** This user's own: the live object. */
  readonly profile: UserProfile;
  readonly flavour: Flavour;
  readonly partialUpdatedConversations: boolean;
  /** Whether list events come once a second at the most. */
  readonly eventThrottling: boolean;
  readonly write: Write;
  readonly clock: Clock;
  readonly random: Random;
  readonly cloud: Cloud;
  readonly connection: Connection;
  /** Fires one of the SDK's events; in silence once the login has ended. */
  readonly emit: (name: string, data?: unknown, more?: object) => void;
  /** The fault that is set for something that is no call: uploads. It then counts as used. */
  readonly faultOf: (method: FaultableMethod) => Fault | undefined;
  readonly uploads: UploadSurroundings;
  readonly signaling: SignalingSwitch;
  /** Asks the server, unless a fault is set for the method. Rejects with an `SdkError`. */
  readonly request: <Answer>(
    method: FaultableMethod,
    atServer: () => Answer,
    isOnlineOnly?: boolean,
  ) => Promise<Answer>;
  /** Answers from what the client holds, without the network, unless a fault is set for the method. */
  readonly answer: <Answer>(method: FaultableMethod, fromMemory: () => Answer) => Promise<Answer>;
}

/** Whether invitations are followed: the same for all logins of a client. */
export interface SignalingSwitch {
  isOn: boolean;
}

/** What every call of the SDK resolves with. */
export interface SdkResponse<Data> {
  readonly code: 0;
  readonly data: Data;
}

/** What a call that went well resolves with. */
export function response<Data>(data: Data): SdkResponse<Data> {
  return { code: 0, data };
}
