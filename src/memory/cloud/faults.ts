/** The methods that a fault can be set for: those that answer with a promise. */
/** What happens to a call: it is refused with a code, or no answer ever comes. */
export type FaultableMethod =
  | 'login'
  | 'logout'
  | 'getMyProfile'
  | 'getUserProfile'
  | 'getConversationList'
  | 'getConversationProfile'
  | 'pinConversation'
  | 'setMessageRead'
  | 'getMessageList'
  | 'sendMessage'
  | 'resendMessage'
  | 'revokeMessage';

/** Which calls a fault strikes. */
export interface FaultOptions {
  /** Only calls of this user; any user's when left out. */
  readonly userID?: string;
  /** How many calls; 1 when left out, `Infinity` until `clear`. */
  readonly times?: number;
}

export type Fault =
  | { readonly kind: 'fail'; readonly code: number; readonly message: string }
  | { readonly kind: 'hang' };

/** Faults that wait for the call they are meant for. */
export interface Faults {
  readonly add: (method: FaultableMethod, fault: Fault, options: FaultOptions) => void;
  /** The fault for this call, the first added first; it then counts as used. */
  readonly take: (method: FaultableMethod, userID: string) => Fault | undefined;
  readonly clear: () => void;
}

interface WaitingFault {
  readonly method: FaultableMethod;
  readonly fault: Fault;
  readonly userID: string | undefined;
  left: number;
}

/** None are set at first. */
export function createFaults(): Faults {
  let waiting: readonly WaitingFault[] = [];
  return {
    add: (method, fault, { userID, times = 1 }) => {
      waiting = [...waiting, { method, fault, userID, left: times }];
    },
    take: (method, userID) => {
      const hit = waiting.find(
        (entry) => entry.method === method && (entry.userID === undefined || entry.userID === userID),
      );
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) waiting = waiting.filter((entry) => entry !== hit);
      return hit.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}
