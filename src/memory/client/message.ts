import { TYPES } from '../../sdk/constants.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import type { Profile, WireMessage } from '../cloud/wire.ts';
import type { Flavour } from '../flavour.ts';
import type { Payload } from '../payload.ts';
import { createElement, type Element, receivedPayload } from './element.ts';
import { property, textOf } from './validate.ts';

/** There is no status for being in flight: that is 'unSend', too. */
export type MessageStatus = 'unSend' | 'success' | 'fail';

/** How far a message that wants receipts has been read; undefined where it is not known or not told. */
export interface ReadReceiptInfo {
  /** Group. */
  readCount: number | undefined;
  /** Group. */
  unreadCount: number | undefined;
  /** C2C. */
  isPeerRead: boolean | undefined;
  /** C2C, 3.x only: seconds. */
  timestamp?: number;
}

/** What a message is made of; what is left out is as in a message that nothing has happened to. */
export interface MessageFields {
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
  readonly nameCard?: string;
  readonly from: string;
  readonly to: string;
  readonly flow: 'in' | 'out';
  readonly isRead: boolean;
  readonly isRevoked?: boolean;
  readonly status: MessageStatus;
  readonly cloudCustomData: string;
  readonly clientTime: number;
  readonly senderTinyID: string;
  readonly element: Element;
  readonly revoker?: string;
  readonly isRelay?: boolean;
  readonly groupAtInfoList?: readonly object[];
  readonly atUserList?: readonly string[];
  readonly needReadReceipt?: boolean;
  readonly isSupportExtension?: boolean;
  readonly receiverList?: readonly string[] | undefined;
  readonly moderation?: unknown;
  readonly version?: number;
  readonly receiptTime?: number | undefined;
  readonly onlineUserOnly?: boolean;
  readonly isExcludedFromUnreadCount?: boolean;
  readonly isExcludedFromLastMessage?: boolean;
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
  declare nameCard: string;
  declare isRevoked: boolean;
  declare readonly from: string;
  declare readonly to: string;
  declare readonly flow: 'in' | 'out';
  declare isResend: boolean;
  declare isRead: boolean;
  declare status: MessageStatus;
  declare readonly atUserList: readonly string[];
  declare cloudCustomData: string;
  declare isDeleted: boolean;
  declare isModified: boolean;
  declare readonly clientTime: number;
  declare readonly senderTinyID: string;
  declare readonly readReceiptInfo: ReadReceiptInfo;
  declare readonly needReadReceipt: boolean;
  declare version: number;
  declare readonly isSupportExtension: boolean;
  /** '' in 3.x and null in 2.x until somebody recalls the message. */
  declare revoker: string | null;
  /** 3.x only. */
  declare revokerInfo?: Profile;
  /** 3.x only: who has pinned it, in the list of pinned messages. */
  declare pinnerInfo?: Profile | null;
  declare payload: Payload;
  declare type: string;
  declare _elements: readonly Element[];
  declare _onlineOnlyFlag: boolean;
  declare readonly _relayFlag: boolean;
  declare readonly _receiverList: readonly string[] | undefined;
  declare _isExcludedFromUnreadCount: boolean;
  declare _isExcludedFromLastMessage: boolean;

  constructor(flavour: Flavour, fields: MessageFields) {
    const is3 = flavour === '3.x';
    const { element, receiptTime, revoker = '', version = 0 } = fields;
    const wantsC2CReceipt = !isGroupMessage(fields) && fields.needReadReceipt === true;
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
      nameCard: fields.nameCard ?? '',
      ...(is3 && { hasRiskContent: false }),
      _elements: [element],
      isPlaceMessage: fields.isRevoked === true && isGroupMessage(fields) ? 2 : 0,
      isRevoked: fields.isRevoked ?? false,
      from: fields.from,
      to: fields.to,
      flow: fields.flow,
      isSystemMessage: fields.conversationType === TYPES.CONV_SYSTEM,
      protocol: 'JSON',
      isResend: false,
      isRead: fields.isRead,
      status: fields.status,
      _onlineOnlyFlag: fields.onlineUserOnly ?? false,
      _groupAtInfoList: fields.groupAtInfoList ?? [],
      _relayFlag: fields.isRelay ?? false,
      atUserList: [...(fields.atUserList ?? [])],
      cloudCustomData: fields.cloudCustomData,
      isDeleted: false,
      isModified: is3 && version > 0,
      _isExcludedFromUnreadCount: fields.isExcludedFromUnreadCount ?? false,
      _isExcludedFromLastMessage: fields.isExcludedFromLastMessage ?? false,
      clientTime: fields.clientTime,
      senderTinyID: fields.senderTinyID,
      readReceiptInfo: {
        readCount: undefined,
        unreadCount: undefined,
        isPeerRead: wantsC2CReceipt ? receiptTime !== undefined : undefined,
        ...(is3 && { timestamp: receiptTime ?? 0 }),
      },
      needReadReceipt: fields.needReadReceipt ?? false,
      version,
      isBroadcastMessage: false,
      _receiverList: fields.receiverList,
      isSupportExtension: fields.isSupportExtension ?? false,
      ...(is3 && { _cmConfigID: fields.moderation }),
      revoker: is3 ? revoker : revoker || null,
      ...(is3 && {
        revokerInfo: { userID: revoker, nick: '', avatar: '' },
        revokeReason: '',
        pinnerInfo: null,
        level: 0,
      }),
      payload: element.content,
      type: element.type,
    });
  }

  get elements(): readonly Element[] {
    return this._elements;
  }
}

/** A client's own object for a message that came from the server. */
export function messageFromWire(flavour: Flavour, wire: WireMessage, userID: string): Message {
  const isOwn = wire.from === userID;
  return new Message(flavour, {
    ...wire,
    conversationID: conversationIDOf(wire, userID),
    to: addressee(wire),
    flow: isOwn ? 'out' : 'in',
    isRead: isOwn || (wire.isRead && (flavour === '3.x' || wire.revoker === undefined)),
    isRevoked: wire.revoker !== undefined,
    status: 'success',
    element: createElement(flavour, wire.type, receivedPayload(flavour, wire.type, wire.payload)),
    revoker: wire.revoker ?? '',
    receiverList: undefined,
  });
}

/** A notice is addressed to its group, though only one user gets it. */
function addressee({ conversationType, payload, to }: WireMessage): string {
  if (conversationType !== TYPES.CONV_SYSTEM) return to;
  return textOf(property(payload['groupProfile'], 'groupID')) || to;
}

/** Whether the message belongs to a group, where the server's sequence orders it. */
export function isGroupMessage(message: Pick<Message, 'conversationType'>): boolean {
  return message.conversationType === TYPES.CONV_GROUP;
}
