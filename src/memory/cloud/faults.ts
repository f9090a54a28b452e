import type { PeopleMethod } from './people-method.ts';

/** The methods that a fault can be set for: those that answer with a promise. */
/** What happens to a call: it is refused with a code, or no answer ever comes. */
export type FaultableMethod =
  | 'login'
  | 'logout'
  | PeopleMethod
  | 'setMessageRead'
  | 'getMessageList'
  | 'sendMessage'
  | 'resendMessage'
  | 'revokeMessage'
  | 'modifyMessage'
  | 'deleteMessage'
  | 'downloadMergerMessage'
  | 'getMessageListHopping'
  | 'sendMessageReadReceipt'
  | 'getMessageReadReceiptList'
  | 'getGroupMessageReadMemberList'
  | 'setMessageExtensions'
  | 'getMessageExtensions'
  | 'deleteMessageExtensions'
  | 'addMessageReaction'
  | 'removeMessageReaction'
  | 'getMessageReactions'
  | 'getAllUserListOfMessageReaction'
  | 'pinGroupMessage'
  | 'getPinnedGroupMessageList'
  | GroupMethod
  /** Not a method: the way of a file to the server, before its message is sent. */
  | 'upload';

type GroupMethod =
  | 'getGroupList'
  | 'getGroupProfile'
  | 'createGroup'
  | 'dismissGroup'
  | 'updateGroupProfile'
  | 'joinGroup'
  | 'quitGroup'
  | 'searchGroupByID'
  | 'getGroupOnlineMemberCount'
  | 'changeGroupOwner'
  | 'getGroupApplicationList'
  | 'handleGroupApplication'
  | 'initGroupAttributes'
  | 'setGroupAttributes'
  | 'deleteGroupAttributes'
  | 'getGroupAttributes'
  | 'setGroupCounters'
  | 'increaseGroupCounter'
  | 'decreaseGroupCounter'
  | 'getGroupCounters'
  | 'getGroupMemberList'
  | 'getGroupMemberProfile'
  | 'addGroupMember'
  | 'deleteGroupMember'
  | 'setGroupMemberMuteTime'
  | 'setGroupMemberRole'
  | 'setGroupMemberNameCard'
  | 'setGroupMemberCustomField'
  | 'markGroupMemberList';

/** Which calls a fault strikes. */
export interface FaultOptions {
  /** Only calls of this user; any user's when left out. */
  readonly userID?: string;
  /** How many calls; 1 when left out, `Infinity` until `clear`. */
  readonly times?: number;
  /** Uploads: how far they get; 0 when left out. */
  readonly atPercent?: number;
}

export type Fault = (
  | { readonly kind: 'fail'; readonly code: number; readonly message: string }
  | { readonly kind: 'hang' }
) &
  Pick<FaultOptions, 'atPercent'>;

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
    add: (method, fault, { userID, times = 1, atPercent = 0 }) => {
      waiting = [...waiting, { method, fault: { ...fault, atPercent }, userID, left: times }];
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
