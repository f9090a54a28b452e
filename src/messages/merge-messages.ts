import { comparePlain, equalPlain } from '../shared/plain.ts';
import type { AnyMessage, Message, MessageStatus } from './message.ts';

/**
 * One message out of two copies of it. Commutative, associative and idempotent, but for the ID, where the first
 * argument's stays: so that live events, history pages and send results may come in any order and any number.
 *
 * Flags about what was done to the message only rise. Content, and with it `isModified`, follows the higher version; a placeholder never beats content, nor a merger the same one downloaded. `success` beats all, then
 * the later attempt, then `fail` beats `sending`. Answers `a` itself where `b` adds nothing.
 */
export function mergeMessages(a: Message, b: Message): Message {
  if (a === b) return a;
  const content = pick(a, b, compareContent);
  const delivery = pick(a, b, compareDelivery);
  const revocation = pick(a, b, compareRevocation);
  const merged: AnyMessage = {
    ID: a.ID,
    conversationID: a.conversationID,
    conversationType: a.conversationType,
    from: a.from,
    to: a.to,
    flow: a.flow,
    time: delivery.time,
    sequence: delivery.sequence,
    clientSequence: Math.max(a.clientSequence, b.clientSequence),
    random: delivery.random,
    priority: content.priority,
    status: delivery.status,
    error: delivery.error,
    attempt: Math.max(a.attempt, b.attempt),
    version: content.version,
    isModified: content.isModified,
    isRevoked: a.isRevoked || b.isRevoked,
    revoker: revocation.revoker,
    revokeReason: revocation.revokeReason,
    isDeleted: a.isDeleted || b.isDeleted,
    isRead: a.isRead || b.isRead,
    isPeerRead: a.isPeerRead || b.isPeerRead,
    isPlaceMessage: content.isPlaceMessage,
    onlineUserOnly: a.onlineUserOnly && b.onlineUserOnly,
    atUserList: content.atUserList,
    cloudCustomData: content.cloudCustomData,
    needReadReceipt: a.needReadReceipt || b.needReadReceipt,
    isSupportExtension: a.isSupportExtension || b.isSupportExtension,
    isBroadcastMessage: a.isBroadcastMessage || b.isBroadcastMessage,
    hasRiskContent: a.hasRiskContent || b.hasRiskContent,
    type: content.type,
    payload: content.payload,
  };
  // Type and payload are both from one copy, and so belong together.
  return equalPlain(merged, a) ? a : (Object.freeze(merged) as Message);
}

/** The copy that ranks higher; of equal rank, `a`. */
function pick(a: Message, b: Message, compare: (a: Message, b: Message) => number): Message {
  return compare(a, b) >= 0 ? a : b;
}

function compareContent(a: Message, b: Message): number {
  return (
    Number(b.isPlaceMessage) - Number(a.isPlaceMessage) ||
    a.version - b.version ||
    Number(a.isModified) - Number(b.isModified) ||
    downloaded(a) - downloaded(b) ||
    (equalPlain(a.payload, b.payload) ? 0 : comparePlain(a.payload, b.payload)) ||
    comparePlain(contentRest(a), contentRest(b))
  );
}

/** How many of its messages a merger holds: what was downloaded stays. */
function downloaded(message: Message): number {
  return message.type === 'TIMRelayElem' ? message.payload.messageList.length : 0;
}

function contentRest(message: Message): unknown {
  return [message.type, message.priority, message.atUserList, message.cloudCustomData];
}

const STATUS_RANK: Readonly<Record<MessageStatus, number>> = { sending: 0, fail: 1, success: 2 };

function compareDelivery(a: Message, b: Message): number {
  return (
    Number(a.status === 'success') - Number(b.status === 'success') ||
    (a.status === 'success' ? 0 : a.attempt - b.attempt) ||
    STATUS_RANK[a.status] - STATUS_RANK[b.status] ||
    comparePlain([a.time, a.sequence, a.error, a.random], [b.time, b.sequence, b.error, b.random])
  );
}

function compareRevocation(a: Message, b: Message): number {
  return (
    Number(a.isRevoked) - Number(b.isRevoked) ||
    Number(a.revoker !== '') - Number(b.revoker !== '') ||
    comparePlain([a.revoker, a.revokeReason], [b.revoker, b.revokeReason])
  );
}
