import { EVENT, TYPES } from '../../sdk/constants.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import type { ConversationCard, Delivery, Push } from '../cloud/wire.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { GroupIntake, Steps } from './group-intake.ts';
import { lastMessageOf } from './last-message.ts';
import { groupAtInfo } from './mentions.ts';
import { isGroupMessage, type Message, messageFromWire } from './message.ts';
import type { MessageParts } from './message-parts.ts';
import type { MessageStore } from './message-store.ts';
import type { ReadMarks } from './read-marks.ts';
import { renamePeer } from './rename-peer.ts';

/** Takes in what the server tells unasked. */
export interface Receiving {
  readonly receive: (push: Push) => void;
  /**
   * Takes in what was told while the network was away. The server's list, taken over just before, has the unread
   * counts of it already. One event for each group, then one for all C2C messages, each in the order of arrival
   * (a group's by sequence), then the rest.
   */
  readonly replay: (missed: readonly Push[]) => void;
}

type RevokedPush = Extract<Push, { kind: 'revoked' }>;

/** What one login receives goes into its store and its conversations, then to the handlers. */
export function createReceiving(
  context: Context,
  store: MessageStore,
  conversations: Conversations,
  readMarks: ReadMarks,
  messages: Pick<MessageParts, 'receive'>,
  groupIntake: GroupIntake,
): Receiving {
  const { emit, flavour, userID, write } = context;

  /** Keeps one message and brings its row up to date. Answers undefined for one that the client has already. */
  const take = (
    { message: wire, card }: Delivery,
    countsAsUnread: boolean,
    news: ConversationCard[],
    rows: (() => void)[],
  ): Message | undefined => {
    if (!groupIntake.admits(wire, card)) return undefined;
    const message = messageFromWire(flavour, wire, userID);
    // It is in no list, and changes no row.
    if (wire.onlineUserOnly) return message;
    if (!store.append(message)) return undefined;
    const isNew = conversations.get(card.conversationID) === undefined;
    const conversation = conversations.open(card, false);
    if (isNew) {
      groupIntake.lend(conversation);
      news.push(card);
    }
    const { userProfile } = conversation;
    if (message.flow === 'in') {
      const isRenamed = userProfile?.nick !== message.nick || userProfile.avatar !== message.avatar;
      if (userProfile !== undefined && isRenamed && !isNew) {
        renamePeer(write, store, conversation, message);
        conversations.announceList();
      }
    }
    const mention = groupAtInfo(wire, userID);
    if (mention !== undefined && !wire.isRead) conversation.groupAtInfoList.push(mention);
    rows.push(() => {
      const isUnread = message.flow === 'in' && countsAsUnread && !wire.isRead;
      if (isUnread) write(conversation, { unreadCount: conversation.unreadCount + 1 });
      const isNewest = message.time >= conversation.lastMessage.lastTime;
      if (isNewest && !wire.isExcludedFromLastMessage)
        conversations.showLast(conversation, lastMessageOf(message));
    });
    return message;
  };

  const receiveBatch = (deliveries: readonly Delivery[], countsAsUnread: boolean): void => {
    const news: ConversationCard[] = [];
    const rows: (() => void)[] = [];
    const messages = deliveries.flatMap((delivery) => take(delivery, countsAsUnread, news, rows) ?? []);
    if (messages.length === 0) return;
    const updateRows = (): void => {
      for (const update of rows.splice(0)) update();
    };
    const tellRows = (): void => {
      updateRows();
      if (messages.every(({ _onlineOnlyFlag }) => _onlineOnlyFlag)) return;
      conversations.announce(flavour === '2.x' ? 'totalFirst' : 'listFirst', groupIntake.followRows);
    };
    const tellMessages = (): void => emit(EVENT.MESSAGE_RECEIVED, messages);
    const applyNotices = (): void => {
      if (news.length > 0 && messages[0]?.type === TYPES.MSG_GRP_TIP && flavour === '3.x')
        groupIntake.followRows();
      messages.forEach(groupIntake.apply);
      groupIntake.finish(deliveries.map(({ message }) => message));
    };
    // The generations take the three steps in different orders, and notices other than tips (measured).
    const steps: Steps = [tellRows, tellMessages, applyNotices];
    // By what a tip does to its group, 3.x may tell of rows before it has brought them up to date.
    if (flavour === '2.x' || messages[0]?.type !== TYPES.MSG_GRP_TIP || news.length > 0) updateRows();
    for (const step of groupIntake.inOrder(messages, steps)) step();
    for (const card of news) void conversations.complete(card);
  };

  /** What the server sends in one frame comes as an event for each group, and one for all C2C messages. */
  const receiveMessages = (deliveries: readonly Delivery[], countsAsUnread: boolean): void => {
    const groups = new Map<string, Delivery[]>();
    const c2c: Delivery[] = [];
    const notices: Delivery[] = [];
    for (const delivery of deliveries) {
      const { message } = delivery;
      const others = message.conversationType === TYPES.CONV_SYSTEM ? notices : c2c;
      const batch = isGroupMessage(message) ? (groups.get(message.to) ?? []) : others;
      batch.push(delivery);
      if (isGroupMessage(message)) groups.set(message.to, batch);
    }
    for (const group of groups.values()) {
      receiveBatch(
        group.sort((a, b) => a.message.sequence - b.message.sequence),
        countsAsUnread,
      );
    }
    for (const notice of notices) receiveBatch([notice], countsAsUnread);
    if (c2c.length > 0) receiveBatch(c2c, countsAsUnread);
  };

  const receiveRevoked = ({ message: wire, revoker, wasUnread }: RevokedPush, isReplay: boolean): void => {
    const conversationID = conversationIDOf(wire, userID);
    const conversation = conversations.get(conversationID);
    const message = store.target(conversationID, wire.ID);
    if (conversation !== undefined) {
      const { lastMessage, unreadCount } = conversation;
      const wasLast = lastMessage.lastTime === wire.time && lastMessage.lastSequence === wire.sequence;
      if (wasLast) write(lastMessage, { isRevoked: true, revoker: revoker.userID });
      // Not only unread ones count; 2.x goes by what it sees (measured).
      const counts = flavour === '3.x' ? wasUnread || wire.from === userID : wasLast || message !== undefined;
      const isOneLess = counts && !isReplay && unreadCount > 0;
      if (isOneLess) write(conversation, { unreadCount: unreadCount - 1 });
      if (wasLast || isOneLess) conversations.announce();
      if (wasLast && flavour === '3.x') groupIntake.followRows();
    }
    if (message !== undefined) {
      const revokerInfo = flavour === '3.x' ? { revokerInfo: { ...revoker } } : {};
      write(message, { isRevoked: true, revoker: revoker.userID, ...revokerInfo });
      emit(EVENT.MESSAGE_REVOKED, [message]);
    } else if (flavour === '3.x') {
      const { time, sequence } = wire;
      const info = { revoker: revoker.userID, revokeReason: '', revokerInfo: { ...revoker } };
      emit(EVENT.MESSAGE_REVOKED, [{ conversationID, sequence, time, ...info }]);
    }
  };

  const receive = (push: Push, isReplay: boolean): void => {
    switch (push.kind) {
      case 'messages':
        receiveMessages(push.deliveries, !isReplay);
        return;
      case 'revoked':
        receiveRevoked(push, isReplay);
        return;
      case 'peerRead':
        readMarks.peerRead(push.conversationID, push.time);
        return;
      case 'read':
        readMarks.read(push.conversationID, push.upTo);
        return;
      case 'remindType': {
        groupIntake.remind(push.conversationID, push.remindType);
        const conversation = conversations.get(push.conversationID);
        if (conversation === undefined) return;
        write(conversation, { messageRemindType: push.remindType });
        conversations.announce();
        return;
      }
      case 'modified':
      case 'receipts':
      case 'extensions':
      case 'reactions':
      case 'pinned':
        messages.receive(push);
        return;
      default:
      // The business of others: of the session, of groups, of people and of rows.
    }
  };

  return {
    receive: (push) => receive(push, false),
    replay: (missed) => {
      const deliveries = missed.flatMap((push) => (push.kind === 'messages' ? push.deliveries : []));
      receiveMessages(deliveries, false);
      for (const push of missed) if (push.kind !== 'messages') receive(push, true);
    },
  };
}
