import { isConversationID } from '../conversations/conversation-id.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { MemberSighting } from '../members/group-member.ts';
import type { ProfileSighting } from '../profiles/profile.ts';
import * as TYPES from '../sdk/types.ts';
import { flagOf, numberOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import { isRecord } from '../shared/plain.ts';
import type { TimErrorInfo } from '../shared/tim-store-error.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import type { AnyMessage, Message, MessageRevocation, MessageStatus } from './message.ts';
import type { MessageReadReceipt } from './message-details.ts';
import { normalizeReceipt } from './normalize-details.ts';
import { readContent } from './read-payload.ts';

/** A frozen copy of one of the SDK's message objects. Throws `MALFORMED_DATA` where it has no ID or conversation. */
export function normalizeMessage(live: unknown): Message {
  const raw = requireRecord(live, 'a message');
  const status = statusOf(raw['status']);
  const content = readContent(textOf(raw['type']), raw['payload'], textOf(raw['to']));
  const message: AnyMessage = {
    ID: requireText(raw['ID'], 'the ID of a message'),
    conversationID: conversationIDOf(raw['conversationID']),
    conversationType: textOf(raw['conversationType']),
    from: textOf(raw['from']),
    to: textOf(raw['to']),
    flow: raw['flow'] === 'out' ? 'out' : 'in',
    time: numberOf(raw['time']),
    sequence: numberOf(raw['sequence']),
    clientSequence: numberOf(raw['clientSequence']),
    random: numberOf(raw['random']),
    priority: textOf(raw['priority']),
    status,
    error: status === 'fail' ? FAILED_ELSEWHERE : undefined,
    attempt: 0,
    version: status === 'success' ? numberOf(raw['version']) : -1,
    isModified: flagOf(raw['isModified']),
    isRevoked: flagOf(raw['isRevoked']),
    revoker: textOf(raw['revoker']),
    revokeReason: textOf(raw['revokeReason']),
    isDeleted: flagOf(raw['isDeleted']),
    isRead: flagOf(raw['isRead']),
    isPeerRead: flagOf(raw['isPeerRead']),
    isPlaceMessage: flagOf(raw['isPlaceMessage']),
    onlineUserOnly: flagOf(raw['_onlineOnlyFlag']),
    atUserList: textsOf(raw['atUserList']),
    cloudCustomData: textOf(raw['cloudCustomData']),
    needReadReceipt: flagOf(raw['needReadReceipt']),
    isSupportExtension: flagOf(raw['isSupportExtension']),
    isBroadcastMessage: flagOf(raw['isBroadcastMessage']),
    hasRiskContent: flagOf(raw['hasRiskContent']),
    type: content.type,
    payload: content.payload,
  };
  return Object.freeze(message) as Message; // both from one content, and so they belong together
}

/** What a message shows of its sender; `undefined` where it shows nothing. */
export function senderOf(live: unknown): ProfileSighting | undefined {
  const raw = requireRecord(live, 'a message');
  const [userID, nick, avatar] = [textOf(raw['from']), textOf(raw['nick']), textOf(raw['avatar'])];
  if (userID === '' || (nick === '' && avatar === '')) return undefined;
  return Object.freeze({ userID, nick, avatar, time: numberOf(raw['time']) });
}

/** The name card that a group message shows of its sender; `undefined` where it shows none. */
export function nameCardOf(
  live: unknown,
  { conversationType, to, from, time }: Message,
): MemberSighting | undefined {
  const nameCard = isRecord(live) ? textOf(live['nameCard']) : '';
  if (nameCard === '' || conversationType !== TYPES.CONV_GROUP) return undefined;
  return Object.freeze({ groupID: to, userID: from, nameCard, time });
}

/** Who has read a message that asks for receipts, as far as the SDK knows; `undefined` where it knows nothing. */
export function receiptOf(live: unknown, message: Message): MessageReadReceipt | undefined {
  const info = message.needReadReceipt && isRecord(live) ? live['readReceiptInfo'] : undefined;
  const receipt = isRecord(info) ? normalizeReceipt({ ...info, messageID: message.ID }) : undefined;
  return receipt?.isPeerRead === true || receipt?.unreadCount !== undefined ? receipt : undefined;
}

/** A recall, of a message that the SDK holds or of one that it only names. */
export function normalizeRevocation(live: unknown): MessageRevocation {
  const raw = requireRecord(live, 'a recalled message');
  const ID = textOf(raw['ID']);
  return Object.freeze({
    conversationID: conversationIDOf(raw['conversationID']),
    ID: ID === '' ? undefined : ID,
    sequence: numberOf(raw['sequence']),
    time: numberOf(raw['time']),
    revoker: textOf(raw['revoker']),
    revokeReason: textOf(raw['revokeReason']),
  });
}

/** A failed message that another than this store had sent. */
const FAILED_ELSEWHERE: TimErrorInfo = Object.freeze({
  code: 'SDK_ERROR',
  message: 'unable to send message; it had failed before this store knew of it',
  sdkCode: undefined,
  retryable: true,
});

const NO_TEXTS: readonly string[] = Object.freeze([]);

function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return NO_TEXTS;
  return Object.freeze(value.filter((item) => typeof item === 'string'));
}

function statusOf(value: unknown): MessageStatus {
  return value === 'fail' ? 'fail' : value === 'unSend' ? 'sending' : 'success';
}

function conversationIDOf(value: unknown): ConversationID {
  if (isConversationID(value)) return value;
  throw new TimStoreError(
    'MALFORMED_DATA',
    `unable to read a message of the SDK; its conversationID is ${JSON.stringify(value) ?? 'undefined'}`,
  );
}
