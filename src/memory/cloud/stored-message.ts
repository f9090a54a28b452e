import type { Payload } from '../payload.ts';

/** A message as the server keeps it: once, whoever reads it. */
export interface StoredMessage {
  readonly ID: string;
  /** Counts all messages of the server, in the order in which they came in. */
  readonly serial: number;
  /** System notices go from '@TIM#SYSTEM' to one user. */
  readonly conversationType: 'C2C' | 'GROUP' | '@TIM#SYSTEM';
  /** A user ID; '@TIM#SYSTEM' for group tips and system notices. */
  readonly from: string;
  /** A user ID or a group ID. */
  readonly to: string;
  /** Server time, seconds. */
  readonly time: number;
  /** Group: dense, given by the server. C2C: the sender's own counter, not comparable between users. */
  readonly sequence: number;
  readonly clientSequence: number;
  readonly random: number;
  readonly clientTime: number;
  readonly senderTinyID: string;
  readonly type: string;
  payload: Payload;
  cloudCustomData: string;
  readonly priority: string;
  /** The sender's, at the time of sending. */
  readonly nick: string;
  readonly avatar: string;
  /** In the group; ''. */
  readonly nameCard: string;
  /** User IDs, and `TYPES.MSG_AT_ALL`. */
  readonly atUserList: readonly string[];
  readonly needReadReceipt: boolean;
  readonly isSupportExtension: boolean;
  /** Group: who else than the sender gets it; everybody, when empty. */
  readonly receiverList: readonly string[];
  /** It goes to the clients that are online, and is kept nowhere. */
  readonly onlineUserOnly: boolean;
  readonly isExcludedFromUnreadCount: boolean;
  readonly isExcludedFromLastMessage: boolean;
  /** How often it was modified. */
  version: number;
  /** Who recalled it, once somebody has. */
  revoker: string | undefined;
  readonly notes: MessageNotes;
}

/** What users have done to a message; it does not travel with it. */
export interface MessageNotes {
  /** Who has deleted it for themselves. */
  readonly deletedBy: Set<string>;
  /** Who has sent a read receipt for it, with the time: seconds. */
  readonly receipts: Map<string, number>;
  readonly extensions: Map<string, string>;
  /** Who has reacted, by reaction, the first first. */
  readonly reactions: Map<string, Set<string>>;
  /** Who has pinned it in its group. */
  pinnerID: string | undefined;
}

/** Nothing done yet. */
export function noNotes(): MessageNotes {
  return {
    deletedBy: new Set(),
    receipts: new Map(),
    extensions: new Map(),
    reactions: new Map(),
    pinnerID: undefined,
  };
}

/** Whether it is in the user's history: not if the user has deleted it, or is not among its receivers. */
export function isVisibleTo({ from, notes, receiverList }: StoredMessage, userID: string): boolean {
  const isReceiver = receiverList.length === 0 || from === userID || receiverList.includes(userID);
  return isReceiver && !notes.deletedBy.has(userID);
}
