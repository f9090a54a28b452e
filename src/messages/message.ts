import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimErrorInfo } from '../shared/tim-store-error.ts';
import type { MessagePayloads, MessageType } from './message-payloads.ts';

/**
 * How far a message has come: `sending` (the SDK says `unSend`), `success`, or `fail` with `error`. Messages of
 * others are always `success`.
 */
export type MessageStatus = 'sending' | 'success' | 'fail';

/**
 * A frozen copy of one message of the SDK; field names are the SDK's. Discriminated by `type`, which narrows
 * `payload`. The sender's name and picture are not in here, because the SDK renames silently: `selectSenderName`
 * and `selectProfile` have them.
 *
 * @example
 * if (message.type === 'TIMTextElem') show(message.payload.text);
 */
export type Message = { readonly [K in MessageType]: MessageOf<K> }[MessageType];

/** A message of one type: `MessageOf<'TIMImageElem'>`. */
export interface MessageOf<K extends MessageType> extends MessageFields {
  readonly type: K;
  readonly payload: MessagePayloads[K];
}

/** A message, where it does not matter what its type and payload are, nor that they belong together. */
export interface AnyMessage extends MessageFields {
  readonly type: MessageType;
  readonly payload: unknown;
}

/** A text. */
export type TextMessage = MessageOf<'TIMTextElem'>;

/** What every message has, whatever its type. */
export interface MessageFields {
  /** `tinyID-clientTime-random`; the same before and after sending. A row keeps the first ID under which it was seen. */
  readonly ID: string;
  readonly conversationID: ConversationID;
  readonly conversationType: string;
  /** The sender's user ID. */
  readonly from: string;
  /** The recipient: a user ID or a group ID. */
  readonly to: string;
  /** `out` for this account's own, from whichever device. */
  readonly flow: 'in' | 'out';
  /** Seconds since the epoch: the server's, but for a message on its way, where it is this device's. */
  readonly time: number;
  /** Group: the server's running number, 0 before sending. C2C: the sender's own counter. */
  readonly sequence: number;
  /** The sender's own counter, in groups too; 0 where the SDK gives none. */
  readonly clientSequence: number;
  readonly random: number;
  readonly priority: string;
  readonly status: MessageStatus;
  /** Why it failed, while `status` is `fail`. */
  readonly error: TimErrorInfo | undefined;
  /** How often this store has tried to send it; 0 for what others or other devices sent. */
  readonly attempt: number;
  /** Rises with each edit; -1 until it is sent, so that what the server made of it counts. */
  readonly version: number;
  readonly isModified: boolean;
  readonly isRevoked: boolean;
  /** Who recalled it: a user ID, or `''`. */
  readonly revoker: string;
  readonly revokeReason: string;
  readonly isDeleted: boolean;
  /** Whether this account has read it. */
  readonly isRead: boolean;
  /** C2C: whether the peer has read it. */
  readonly isPeerRead: boolean;
  /** A stand-in without content, which the SDK keeps for what it could not load. */
  readonly isPlaceMessage: boolean;
  /** Delivered to whoever is online and kept nowhere: on the streams, in no timeline. */
  readonly onlineUserOnly: boolean;
  /** The user IDs mentioned, in groups; `TYPES.MSG_AT_ALL` among them for everybody. */
  readonly atUserList: readonly string[];
  readonly cloudCustomData: string;
  /** Whether its sender wants to know who has read it: `selectReadReceipt` tells. */
  readonly needReadReceipt: boolean;
  /** Whether it may have extensions: `selectExtensions` has them. */
  readonly isSupportExtension: boolean;
  /** Sent to all AVChatRooms at once. */
  readonly isBroadcastMessage: boolean;
  /** Whether the server's moderation found something in it. */
  readonly hasRiskContent: boolean;
}

/** A recall, as the SDK tells it: 3.x tells of messages that it does not hold, too, by sequence and time alone. */
export interface MessageRevocation {
  readonly conversationID: ConversationID;
  /** `undefined` where the SDK does not hold the message. */
  readonly ID: string | undefined;
  readonly sequence: number;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly revoker: string;
  readonly revokeReason: string;
}
