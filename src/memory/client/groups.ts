import { EVENT, TYPES } from '../../sdk/constants.ts';
import { groupConversationID, groupOfID } from '../cloud/conversation-ids.ts';
import type { GroupCard } from '../cloud/group-wire.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { Group, groupFromCard, updateGroup } from './group.ts';
import type { Members } from './members.ts';
import { profileOfGroup } from './profile.ts';
import { createThrottle } from './throttle.ts';

/** The groups that a client holds, and their list event. */
export interface Groups {
  readonly get: (groupID: string) => Group | undefined;
  /** A fresh array of the live objects, joined audio-video rooms among them: the one with the newest message first. */
  readonly list: () => Group[];
  /** Adds the group, or brings it up to date in place. */
  readonly put: (card: GroupCard) => Group;
  /** Adds a group of which only this is known. */
  readonly putBare: <Fields extends object = Partial<Group>>(groupID: string, fields: Fields) => Group;
  /** Takes over the server's list, but for audio-video rooms, which are not in it. */
  readonly replaceAll: (cards: readonly GroupCard[]) => void;
  /** The account is out of the group: its row stays, but for an audio-video room. 3.x takes it for read. */
  readonly remove: (groupID: string) => void;
  /** The list event, throttled. */
  readonly announce: () => void;
  /**
   * Gives the rows of the groups a copy of them as they are now: until the next time rows keep what they have. The first
   * time of a login they learn how the groups notify.
   */
  readonly refreshRows: (groups: readonly Group[], isFirst?: boolean) => void;
  /** Takes over the rows' last messages. 2.x fires the list event in any case, 3.x if one is another. */
  readonly followRows: () => void;
  /** The same in silence, after a login. */
  readonly takeLastMessages: () => void;
  /** Forgets the group, in silence. */
  readonly forget: (groupID: string) => void;
  /** The login has ended: nothing that was put off comes any more. */
  readonly end: () => void;
}

/**
 * The groups of one login: none, until the server's list is taken over.
 *
 * @param onGone Called in 3.x when the account is out of a group: its history is what is held.
 */
export function createGroups(
  context: Context,
  conversations: Conversations,
  members: Members,
  onGone: (conversationID: string) => void,
): Groups {
  const { clock, emit, flavour, userID, write } = context;
  let groups = new Map<string, Group>();

  /** Communities with topics are held, but in no list. */
  const list = (): Group[] => [...groups.values()].filter(({ isSupportTopic }) => !isSupportTopic);
  const throttle = createThrottle(clock, context.eventThrottling, () =>
    emit(EVENT.GROUP_LIST_UPDATED, list()),
  );

  const put = (card: GroupCard): Group => {
    const known = groups.get(card.groupID);
    if (known !== undefined) {
      updateGroup(write, known, card);
      return known;
    }
    const group = groupFromCard(card, userID);
    groups.set(card.groupID, group);
    return group;
  };

  const timeOf = ({ lastMessage }: Group): number => Number(lastMessage.lastTime);

  /** Answers whether one is another; in 2.x, whether there is one. */
  const copyLastMessages = (): boolean => {
    let isChanged = false;
    for (const { conversationID, lastMessage } of conversations.list()) {
      const group = groups.get(groupOfID(conversationID) ?? '');
      if (group === undefined) continue;
      const isSame = sameFields(lastMessage, group.lastMessage);
      const isSaid = lastMessage.lastSequence !== 0 && lastMessage.payload !== null;
      if (flavour === '3.x' && (isSame || !isSaid)) continue;
      write(group, { lastMessage: { ...lastMessage } });
      isChanged = true;
    }
    if (isChanged) groups = new Map([...groups].sort(([, a], [, b]) => timeOf(b) - timeOf(a)));
    return isChanged;
  };

  return {
    get: (groupID) => groups.get(groupID),
    list,
    put,
    putBare: (groupID, fields) => {
      const group = Object.assign(new Group(groupID, userID), fields);
      groups.set(groupID, group);
      return group;
    },
    announce: throttle.request,

    replaceAll: (cards) => {
      const listed = new Set(cards.map(({ groupID }) => groupID));
      for (const { groupID, type } of list()) {
        if (!listed.has(groupID) && type !== TYPES.GRP_AVCHATROOM) groups.delete(groupID);
      }
      for (const card of cards) put(card);
    },

    remove: (groupID) => {
      if (flavour === '3.x') onGone(groupConversationID(groupID));
      const conversation = conversations.get(groupConversationID(groupID));
      if (groups.get(groupID)?.type === TYPES.GRP_AVCHATROOM) {
        conversations.drop(groupConversationID(groupID));
        conversations.announce();
      } else if (flavour === '3.x' && conversation !== undefined && conversation.unreadCount > 0) {
        write(conversation, { unreadCount: 0 });
        conversations.announce();
      }
      groups.delete(groupID);
      members.drop(groupID);
      throttle.request();
    },

    refreshRows: (changed, isFirst = false) => {
      let isChanged = false;
      for (const group of changed) {
        const row = conversations.get(groupConversationID(group.groupID));
        if (row === undefined) continue;
        write(row, { groupProfile: profileOfGroup(group) });
        if (isFirst) write(row, { messageRemindType: group.selfInfo.messageRemindType });
        isChanged = true;
      }
      if (isChanged) conversations.announceList();
    },

    takeLastMessages: () => void copyLastMessages(),
    forget: (groupID) => void groups.delete(groupID),
    followRows: () => {
      if (copyLastMessages()) throttle.request();
    },

    end: throttle.reset,
  };
}

function sameFields(a: object, b: object): boolean {
  const keys = Object.keys(a);
  const isSame = (key: string): boolean => Object.is(Reflect.get(a, key), Reflect.get(b, key));
  return keys.length === Object.keys(b).length && keys.every(isSame);
}
