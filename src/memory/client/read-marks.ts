import { EVENT } from '../../sdk/constants.ts';
import { peerOfID } from '../cloud/conversation-ids.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Message } from './message.ts';
import type { MessageStore } from './message-store.ts';

/** Who has read what. */
export interface ReadMarks {
  /** This user has read, here or on another client: up to a time (C2C) or a sequence (group). */
  readonly read: (conversationID: string, upTo: number) => void;
  /** The peer has read everything up to `time`. */
  readonly peerRead: (conversationID: string, time: number) => void;
  /** The same for messages that came from the history since. */
  readonly applyPeerRead: (conversationID: string) => void;
}

/** The read marks of one login. */
export function createReadMarks(
  { emit, userID, write }: Context,
  store: MessageStore,
  conversations: Conversations,
): ReadMarks {
  const peerReadTimes = new Map<string, number>();

  const applyPeerRead = (conversationID: string): void => {
    const conversation = conversations.get(conversationID);
    const time = peerReadTimes.get(conversationID) ?? conversation?.peerReadTime ?? 0;
    const newlyRead = store
      .list(conversationID)
      .filter((message) => message.flow === 'out' && !message.isPeerRead && message.time <= time);
    for (const message of newlyRead) write(message, { isPeerRead: true });
    if (newlyRead.length > 0) emit(EVENT.MESSAGE_READ_BY_PEER, newlyRead);
    const last = conversation?.lastMessage;
    if (last === undefined || last.fromAccount !== userID || last.lastTime > time) return;
    if (last.isPeerRead === true) return;
    write(last, { isPeerRead: true });
    conversations.announce();
  };

  return {
    applyPeerRead,

    peerRead: (conversationID, time) => {
      peerReadTimes.set(conversationID, Math.max(time, peerReadTimes.get(conversationID) ?? 0));
      applyPeerRead(conversationID);
    },

    read: (conversationID, upTo) => {
      const positionOf = (message: Message): number =>
        peerOfID(conversationID) === undefined ? message.sequence : message.time;
      let stillUnread = 0;
      for (const message of store.list(conversationID)) {
        if (message.isRead || message.isRevoked || message.isDeleted) continue;
        if (positionOf(message) <= upTo) write(message, { isRead: true });
        else stillUnread += 1;
      }
      const conversation = conversations.get(conversationID);
      if (conversation === undefined) return;
      const { groupAtInfoList, unreadCount } = conversation;
      if (unreadCount === stillUnread && groupAtInfoList.length === 0) return;
      write(conversation, { unreadCount: stillUnread, groupAtInfoList: [] });
      conversations.announceInPlace();
    },
  };
}
