import { EVENT, TYPES } from '../../sdk/constants.ts';
import type { ConversationCard, ConversationSnapshot } from '../cloud/wire.ts';
import type { Context } from './context.ts';
import {
  compareConversations,
  type Conversation,
  createConversation,
  notifies,
  remindTypeOf,
} from './conversation.ts';
import { userProfile } from './profile.ts';
import { type LastMessage, lastMessageFromWire } from './last-message.ts';
import { groupAtInfo } from './mentions.ts';
import { createThrottle } from './throttle.ts';

/** The conversations that a client holds, and their two list events. */
export interface Conversations {
  readonly get: (conversationID: string) => Conversation | undefined;
  /** Finds the conversation, or adds it. */
  readonly open: (card: ConversationCard, isListed?: boolean) => Conversation;
  /**
   * Brings in what a row does not know that a message has made, and not the server's list: 2.x takes the peer's name in
   * silence, 3.x asks for it.
   */
  readonly complete: (card: ConversationCard) => Promise<void>;
  /** A fresh array of the live objects, in the SDK's order. */
  readonly list: () => Conversation[];
  /** Leaves out what is muted. */
  readonly totalUnread: () => number;
  /** Takes over the server's list. 2.x changes the objects that it has, 3.x makes new ones. */
  readonly replaceAll: (snapshots: readonly ConversationSnapshot[]) => void;
  /** Takes over the server's word on one conversation. */
  readonly takeOver: (snapshot: ConversationSnapshot) => void;
  readonly showLast: (conversation: Conversation, lastMessage: LastMessage) => void;
  /**
   * Says that rows may have changed: the list event, throttled, then the total, throttled, if it is another one. With
   * `totalFirst` the other way round, as 2.x does for received messages. `beforeList` runs just before the former.
   */
  readonly announce: (order?: 'listFirst' | 'totalFirst', beforeList?: () => void) => void;
  /** The same, but the rows stay where they are: new ones first. */
  readonly announceInPlace: Conversations['announce'];
  /** Takes the row from the list. */
  readonly drop: (conversationID: string) => void;
  /** The list event alone. */
  readonly announceList: () => void;
  /** The first of a login, which knows no unread counts of C2C rows yet. In 2.x the total comes later. */
  readonly announceFirst: () => void;
  /** The login has ended: nothing that was put off comes any more. */
  readonly end: () => void;
}

/** The conversations of one login: none, until the server's list is taken over. `onChange`: rows may have changed. */
export function createConversations(context: Context, onChange: () => void): Conversations {
  const { clock, emit, flavour, userID, write } = context;
  const conversations = new Map<string, Conversation>();
  /** The SDK sorts them when something new is said, and not when less is left. */
  let ordered: Conversation[] = [];
  let isToBeSorted = false;
  let announcedTotal = 0;

  /** Topics have rows, too, but in no list. */
  const listed = (): Conversation[] => ordered.filter(({ type }) => type !== TYPES.CONV_TOPIC);
  const partial = createPartialList(listed);
  const list = (): Conversation[] => {
    if (isToBeSorted) ordered.sort(compareConversations);
    isToBeSorted = false;
    return listed();
  };

  const totalUnread = (): number => {
    let total = 0;
    for (const conversation of listed()) {
      if (conversation.type !== TYPES.CONV_SYSTEM && notifies(conversation))
        total += conversation.unreadCount;
    }
    return total;
  };

  const emitList = (data: readonly Conversation[]): void =>
    emit(EVENT.CONVERSATION_LIST_UPDATED, data, flavour === '3.x' ? { isSyncCompleted: true } : {});
  const emitTotal = (): void => emit(EVENT.TOTAL_UNREAD_MESSAGE_COUNT_UPDATED, totalUnread());
  const listThrottle = createThrottle(clock, context.eventThrottling, () => emitList(list()));
  const totalThrottle = createThrottle(clock, context.eventThrottling, emitTotal);

  const announceTotal = (now: () => void): void => {
    const total = totalUnread();
    if (total === announcedTotal) return;
    announcedTotal = total;
    now();
  };

  /** Neither event is throttled then, and nothing at all is said where no row has changed. */
  const announcePartially = (): void => {
    const changed = partial.changed();
    if (changed.length === 0) return;
    emitList(changed);
    announceTotal(emitTotal);
  };

  const open = (card: ConversationCard, isListed?: boolean): Conversation => {
    const known = conversations.get(card.conversationID);
    if (known !== undefined) return known;
    const conversation = createConversation(flavour, card, userID, isListed);
    conversations.set(card.conversationID, conversation);
    // Among rows of the same second the place decides (measured).
    if (flavour === '3.x' && conversation.type === TYPES.CONV_SYSTEM) ordered.push(conversation);
    else ordered.unshift(conversation);
    return conversation;
  };

  const showLast = (conversation: Conversation, lastMessage: LastMessage): void => {
    // In 3.x the row keeps the '' of an own recall.
    const isKept =
      flavour === '3.x' && lastMessage.revoker === null && conversation.lastMessage.revoker === '';
    write(conversation.lastMessage, isKept ? { ...lastMessage, revoker: '' } : lastMessage);
  };

  const takeOver = (snapshot: ConversationSnapshot): void => {
    const conversation = open(snapshot);
    const { unreadCount, peerReadTime, isPinned, lastMessage } = snapshot;
    const groupAtInfoList = snapshot.mentions.flatMap((wire) => groupAtInfo(wire, userID) ?? []);
    write(conversation, { unreadCount, peerReadTime, groupAtInfoList, isPinned });
    write(conversation, {
      remark: snapshot.remark,
      customData: snapshot.customData,
      markList: [...snapshot.markList],
      conversationGroupList: [...snapshot.conversationGroupList],
    });
    if (snapshot.remindType !== '') write(conversation, { messageRemindType: snapshot.remindType });
    if (lastMessage !== undefined) showLast(conversation, lastMessageFromWire(lastMessage));
  };

  const announce: Conversations['announce'] = (order = 'listFirst', beforeList = () => {}) => {
    isToBeSorted = true;
    announceInPlace(order, beforeList);
  };

  const announceInPlace: Conversations['announce'] = (order = 'listFirst', beforeList = () => {}) => {
    onChange();
    if (context.partialUpdatedConversations) {
      beforeList();
      announcePartially();
      return;
    }
    if (order === 'totalFirst') announceTotal(totalThrottle.request);
    beforeList();
    listThrottle.request();
    announceTotal(totalThrottle.request);
  };

  const announceList = (): void => {
    if (context.partialUpdatedConversations) announcePartially();
    else listThrottle.request();
  };

  return {
    get: (conversationID) => conversations.get(conversationID),
    open,
    list,
    totalUnread,
    showLast,
    takeOver,
    drop: (conversationID) => {
      conversations.delete(conversationID);
      ordered = ordered.filter((row) => row.conversationID !== conversationID);
    },

    replaceAll: (snapshots) => {
      const known = new Map(conversations);
      conversations.clear();
      ordered = [];
      for (const snapshot of snapshots) {
        const before = flavour === '2.x' ? known.get(snapshot.conversationID) : undefined;
        if (before !== undefined) conversations.set(snapshot.conversationID, before);
        takeOver(snapshot);
      }
      ordered = [...conversations.values()];
      isToBeSorted = true;
    },

    announce,
    announceInPlace,

    complete: async (card) => {
      const { conversationID, peer } = card;
      const row = conversations.get(conversationID);
      if (row === undefined || conversationID === TYPES.CONV_SYSTEM) return;
      const { userProfile: profile } = row;
      if (flavour === '2.x') {
        if (peer?.userID === userID) write(row, { userProfile: { ...context.profile } });
        else if (profile && peer) write(profile, { nick: peer.nick, avatar: peer.avatar });
      } else
        await context.connection
          .request(() => context.cloud.people.profiles.get(peer ? [peer.userID] : []))
          .then(([known]) => {
            if (known && !row._isInfoCompleted) write(row, { userProfile: userProfile(known, clock.now()) });
            if (card.group) write<object>(row, { subType: card.group.type });
            write(row, { messageRemindType: remindTypeOf(flavour, card) });
            announceInPlace();
          })
          .catch(() => undefined); // without an answer it stays so
    },

    announceList,
    announceFirst: () => {
      const counts = list().map((row) => [row, row.unreadCount] as const);
      for (const [row] of counts) if (row.type === TYPES.CONV_C2C) write(row, { unreadCount: 0 });
      if (flavour === '2.x') announceList();
      else announce();
      for (const [row, unreadCount] of counts) write(row, { unreadCount });
      if (flavour === '3.x' && !context.partialUpdatedConversations) announceTotal(totalThrottle.request);
    },

    end: () => {
      listThrottle.reset();
      totalThrottle.reset();
    },
  };
}

/**
 * With `partialUpdatedConversations` a list event carries only the rows that differ, as JSON, from those of the last
 * event; a row that is gone is not mentioned (read in the code of 3.6).
 */
function createPartialList(listed: () => readonly Conversation[]): {
  readonly changed: () => readonly Conversation[];
} {
  let told = new Map<string, string>();
  return {
    changed: () => {
      const now = new Map(listed().map((row) => [row.conversationID, JSON.stringify(row)]));
      const changed = listed().filter(
        ({ conversationID }) => told.get(conversationID) !== now.get(conversationID),
      );
      if (changed.length > 0) told = now;
      return changed;
    },
  };
}
