import type { ConversationID } from './conversation-id.ts';
import type { Table } from '../shared/table.ts';

/** A row of the conversation list, a frozen copy of the SDK's. Field names are the SDK's. */
export interface Conversation {
  readonly conversationID: ConversationID;
  /** `C2C`, `GROUP`, `@TIM#SYSTEM`, or what a later SDK adds. */
  readonly type: string;
  readonly unreadCount: number;
  /** The newest message, in brief; `undefined` in a conversation without any. */
  readonly lastMessage: LastMessage | undefined;
  readonly isPinned: boolean;
  /** The receive option: `AcceptAndNotify`, `AcceptNotNotify`, `Discard` …; `''` where never set, which notifies. */
  readonly messageRemindType: string;
  /** My remark for the peer, in one-to-one conversations. */
  readonly remark: string;
  /** C2C: the second up to which the peer has read. */
  readonly peerReadTime: number;
  /** The group's profile as the SDK gives it with the row: at least `groupID` and `name`. */
  readonly groupProfile: GroupBrief | undefined;
  /** Who mentioned me, in groups, since I last read: the SDK's entries, oldest first. */
  readonly groupAtInfoList: readonly GroupAtInfo[];
  /** The marks set on it: numbers of `TYPES.CONV_MARK_TYPE_*`, and the application's own. */
  readonly markList: readonly number[];
  /** What the application keeps with it. */
  readonly customData: string;
  /** The names of the conversation groups that it is in. */
  readonly conversationGroupList: readonly string[];
}

/** A mention of me that I have not read yet. Field names are the SDK's. */
export interface GroupAtInfo {
  readonly from: string;
  readonly groupID: string;
  /** Of the message that mentions me. */
  readonly messageSequence: number;
  /** One or several of 1 (me), 2 (all), 3 (both): `TYPES.CONV_AT_*`. */
  readonly atTypeArray: readonly number[];
}

/** What a conversation row knows of its group. */
export interface GroupBrief {
  readonly groupID: string;
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
}

/** The newest message of a conversation, in brief. */
export interface LastMessage {
  /** Seconds since the epoch; 0 where there is none. */
  readonly lastTime: number;
  readonly lastSequence: number;
  readonly fromAccount: string;
  /** What the sender was called, as far as the SDK tells; `selectSenderName` knows the present name of those seen. */
  readonly nick: string;
  /** The sender's name card, in groups. */
  readonly nameCard: string;
  /** The SDK's one-line preview; for a text, the text itself. */
  readonly messageForShow: string;
  /** The message type, as in `Message.type`. */
  readonly type: string;
  readonly payload: unknown;
  readonly isRevoked: boolean;
}

/** The slice `state.conversations`. */
export interface ConversationsState {
  readonly byID: Table<ConversationID, Conversation>;
  /** The IDs in the SDK's order: pinned first, then by the time of the last message, newest first. */
  readonly order: readonly ConversationID[];
  /** The sum of `unreadCount` over conversations that notify; muted ones and system notices are left out. */
  readonly totalUnreadCount: number;
  /** What I have begun to write, by conversation ID: kept here over views of other conversations, and given to an SDK that keeps drafts. */
  readonly drafts: Table<ConversationID, string>;
  /** The names of my conversation groups, where the SDK has them. */
  readonly groups: readonly string[];
  /** Whether the list of this account has come from the SDK; until then it is empty because unknown. */
  readonly isLoaded: boolean;
}
