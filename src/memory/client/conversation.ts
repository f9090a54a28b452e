import { TYPES } from '../../sdk/constants.ts';
import { isTopicID } from '../cloud/conversation-ids.ts';
import type { ConversationCard } from '../cloud/wire.ts';
import type { Flavour } from '../flavour.ts';
import { Group, groupFromCard } from './group.ts';
import type { GroupCard } from '../cloud/group-wire.ts';
import { type LastMessage, noLastMessage } from './last-message.ts';
import type { GroupAtInfo } from './mentions.ts';
import { type GroupProfile, profileOfGroup, type UserProfile, userProfile } from './profile.ts';

/**
 * The SDK's conversation: one live object, the same in events, lists and answers, and changed in place. `toAccount`
 * is on the prototype (in 2.x `subType` too), so that copies lose it.
 */
export class Conversation {
  declare readonly conversationID: string;
  declare unreadCount: number;
  declare readonly type: string;
  declare lastMessage: LastMessage;
  declare peerReadTime: number;
  /** Unread messages that mention this user, or everybody. */
  declare groupAtInfoList: GroupAtInfo[];
  declare isPinned: boolean;
  /** '' and, in 3.x, `undefined` while it is not known; with the latter, unread messages do not count in the total. */
  declare messageRemindType: string | undefined;
  /** Whether the profile is whole. */
  declare _isInfoCompleted: boolean;
  /** What this user calls the friend. */
  declare remark: string;
  /** Powers of two: `TYPES.CONV_MARK_TYPE_*` and the application's own. */
  declare markList: number[];
  declare customData: string;
  declare conversationGroupList: string[];
  /** 3.x only; nothing but this client knows it. */
  declare draftText?: string;
  /** C2C only. */
  declare userProfile?: UserProfile;
  /** Groups only. */
  declare groupProfile?: GroupProfile;

  constructor(flavour: Flavour, card: ConversationCard, userID: string, isListed: boolean) {
    const is3 = flavour === '3.x';
    const { conversationID, peer, group } = card;
    const isC2C = conversationID.startsWith(TYPES.CONV_C2C);
    const lastMessage = noLastMessage(isC2C || !isListed, flavour);
    Object.assign(this, {
      conversationID,
      unreadCount: 0,
      type: typeOf(conversationID),
      lastMessage,
      _isInfoCompleted: false,
      peerReadTime: 0,
      groupAtInfoList: [],
      remark: card.remark,
      isPinned: card.isPinned,
      messageRemindType: isListed || !is3 ? remindTypeOf(flavour, card) : undefined,
      markList: [...card.markList],
      customData: card.customData,
      conversationGroupList: [...card.conversationGroupList],
      ...(is3 && { draftText: '' }),
      ...(peer && {
        userProfile: userProfile(isListed ? peer : { userID: peer.userID, nick: '', avatar: '' }),
      }),
      ...(group && {
        groupProfile: isListed ? bareProfile(flavour, group) : profileOfGroup(groupFromCard(group, userID)),
      }),
      ...(is3 && { subType: (isListed ? group?.type : undefined) ?? '' }),
    });
  }

  get toAccount(): string {
    return this.conversationID.slice(this.type.length);
  }
}

/** All that the server's list of conversations says of a group; the rest comes with the list of groups. */
function bareProfile(
  flavour: Flavour,
  { groupID, name, avatar, type, nextMessageSeq }: GroupCard,
): GroupProfile {
  return Object.assign(
    new Group(groupID, ''),
    { name, avatar },
    flavour === '3.x' && { type, nextMessageSeq },
  );
}

function typeOf(conversationID: string): string {
  if (conversationID === TYPES.CONV_SYSTEM) return TYPES.CONV_SYSTEM;
  if (isTopicID(conversationID)) return TYPES.CONV_TOPIC;
  return conversationID.startsWith(TYPES.CONV_C2C) ? TYPES.CONV_C2C : TYPES.CONV_GROUP;
}

/** In 2.x `subType` is computed; in 3.x it is an own key. */
class Conversation2 extends Conversation {
  get subType(): string {
    return this.groupProfile?.type ?? '';
  }
}

/**
 * A conversation with nothing said in it yet. One that is not from the server's list does not know the peer's name at
 * first, and in 3.x not how it notifies.
 */
export function createConversation(
  flavour: Flavour,
  card: ConversationCard,
  userID: string,
  isListed = true,
): Conversation {
  return new (flavour === '2.x' ? Conversation2 : Conversation)(flavour, card, userID, isListed);
}

/** 3.x learns all of them with the list; 2.x only what is set, and a group's with its profile. */
export function remindTypeOf(flavour: Flavour, { remindType }: ConversationCard): string {
  return remindType || (flavour === '3.x' ? TYPES.MSG_REMIND_ACPT_AND_NOTE : '');
}

/** Pinned ones first, then the newest first, then those in which nothing was said. */
export function compareConversations(a: Conversation, b: Conversation): number {
  return Number(b.isPinned) - Number(a.isPinned) || b.lastMessage.lastTime - a.lastMessage.lastTime;
}

/** Whether its unread messages count in the total: muted ones do not. */
export function notifies({ messageRemindType }: Conversation): boolean {
  return messageRemindType === '' || messageRemindType === TYPES.MSG_REMIND_ACPT_AND_NOTE;
}
