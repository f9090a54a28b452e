import { TYPES } from '../../sdk/constants.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import type { Profile, WireMessage } from '../cloud/wire.ts';
import type { Flavour } from '../flavour.ts';

/** There is no status for being in flight: that is 'unSend', too. */
export type MessageStatus = 'unSend' | 'success' | 'fail';

/** The payload of a text message. */
export interface TextPayload {
  text: string;
}

interface MessageFields {
  readonly ID: string;
  readonly conversationID: string;
  readonly conversationType: string;
  readonly time: number;
  readonly sequence: number;
  readonly clientSequence: number;
  readonly random: number;
  readonly priority: string;
  readonly nick: string;
  readonly avatar: string;
  readonly from: string;
  readonly to: string;
  readonly flow: 'in' | 'out';
  readonly isRead: boolean;
  readonly isRevoked: boolean;
  readonly status: MessageStatus;
  readonly cloudCustomData: string;
  readonly clientTime: number;
  readonly senderTinyID: string;
  readonly type: string;
  readonly payload: TextPayload;
  readonly revoker: string;
}

/**
 * The SDK's message: one live object for each message that a client knows, the same in events, lists and answers,
 * and changed in place. Own keys and their order are those of the generation; `elements` is on the prototype, so
 * that copies lose it.
 */
export class Message {
  declare readonly ID: string;
  declare readonly conversationID: string;
  declare readonly conversationType: string;
  declare time: number;
  declare sequence: number;
  declare readonly clientSequence: number;
  declare readonly random: number;
  declare readonly priority: string;
  declare nick: string;
  declare avatar: string;
  declare isPeerRead: boolean;
  declare isRevoked: boolean;
  declare readonly from: string;
  declare readonly to: string;
  declare readonly flow: 'in' | 'out';
  declare isResend: boolean;
  declare isRead: boolean;
  declare status: MessageStatus;
  declare readonly cloudCustomData: string;
  declare isDeleted: boolean;
  declare isModified: boolean;
  declare readonly clientTime: number;
  declare readonly version: number;
  /** '' in 3.x and null in 2.x until somebody recalls the message. */
  declare revoker: string | null;
  /** 3.x only. */
  declare revokerInfo?: Profile;
  declare readonly payload: TextPayload;
  declare readonly type: string;
  declare readonly _elements: readonly unknown[];

  constructor(flavour: Flavour, fields: MessageFields) {
    const is3 = flavour === '3.x';
    Object.assign(this, {
      ID: fields.ID,
      conversationID: fields.conversationID,
      conversationType: fields.conversationType,
      conversationSubType: undefined,
      time: fields.time,
      sequence: fields.sequence,
      clientSequence: fields.clientSequence,
      random: fields.random,
      priority: fields.priority,
      nick: fields.nick,
      avatar: fields.avatar,
      isPeerRead: false,
      nameCard: '',
      ...(is3 && { hasRiskContent: false }),
      _elements: [{ type: fields.type, content: fields.payload }],
      isPlaceMessage: 0,
      isRevoked: fields.isRevoked,
      from: fields.from,
      to: fields.to,
      flow: fields.flow,
      isSystemMessage: false,
      protocol: 'JSON',
      isResend: false,
      isRead: fields.isRead,
      status: fields.status,
      _onlineOnlyFlag: false,
      _groupAtInfoList: [],
      _relayFlag: false,
      atUserList: [],
      cloudCustomData: fields.cloudCustomData,
      isDeleted: false,
      isModified: false,
      _isExcludedFromUnreadCount: false,
      _isExcludedFromLastMessage: false,
      clientTime: fields.clientTime,
      senderTinyID: fields.senderTinyID,
      readReceiptInfo: {
        readCount: undefined,
        unreadCount: undefined,
        isPeerRead: undefined,
        ...(is3 && { timestamp: 0 }),
      },
      needReadReceipt: false,
      version: 0,
      isBroadcastMessage: false,
      _receiverList: undefined,
      isSupportExtension: false,
      ...(is3 && { _cmConfigID: undefined }),
      revoker: is3 ? fields.revoker : fields.revoker || null,
      ...(is3 && {
        revokerInfo: { userID: fields.revoker, nick: '', avatar: '' },
        revokeReason: '',
        pinnerInfo: null,
        level: 0,
      }),
      payload: fields.payload,
      type: fields.type,
    });
  }

  get elements(): readonly unknown[] {
    return this._elements;
  }
}

/** A client's own object for a message that came from the server. */
export function messageFromWire(flavour: Flavour, wire: WireMessage, userID: string): Message {
  const isOwn = wire.from === userID;
  return new Message(flavour, {
    ...wire,
    conversationID: conversationIDOf(wire, userID),
    flow: isOwn ? 'out' : 'in',
    isRead: isOwn || wire.isRead,
    isRevoked: wire.revoker !== undefined,
    status: 'success',
    payload: { ...wire.payload },
    revoker: wire.revoker ?? '',
  });
}

/** Whether the message belongs to a group, where the server's sequence orders it. */
export function isGroupMessage(message: Pick<Message, 'conversationType'>): boolean {
  return message.conversationType === TYPES.CONV_GROUP;
}
