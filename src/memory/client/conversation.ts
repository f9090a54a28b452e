import { TYPES } from '../../sdk/constants.ts';
import type { ConversationCard } from '../cloud/wire.ts';
import type { Flavour } from '../flavour.ts';
import { groupFromCard } from './group.ts';
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
  declare messageRemindType: string;
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

  constructor(flavour: Flavour, card: ConversationCard, userID: string) {
    const is3 = flavour === '3.x';
    const { conversationID, peer, group } = card;
    const isC2C = conversationID.startsWith(TYPES.CONV_C2C);
    const lastMessage = noLastMessage(isC2C);
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
      messageRemindType: card.remindType || defaultRemindType(flavour, isC2C),
      markList: [...card.markList],
      customData: card.customData,
      conversationGroupList: [...card.conversationGroupList],
      ...(is3 && { draftText: '' }),
      ...(peer && { userProfile: userProfile(peer) }),
      ...(group && { groupProfile: profileOfGroup(groupFromCard(group, userID)) }),
      ...(is3 && { subType: group?.type ?? '' }),
    });
  }

  get toAccount(): string {
    return this.conversationID.slice(this.type.length);
  }
}

function typeOf(conversationID: string): string {
  if (conversationID === TYPES.CONV_SYSTEM) return TYPES.CONV_SYSTEM;
  return conversationID.startsWith(TYPES.CONV_C2C) ? TYPES.CONV_C2C : TYPES.CONV_GROUP;
}

/** In 2.x `subType` is computed; in 3.x it is an own key. */
class Conversation2 extends Conversation {
  get subType(): string {
    return this.groupProfile?.type ?? '';
  }
}

/** A conversation of the client of `userID`, with nothing said in it yet. */
export function createConversation(flavour: Flavour, card: ConversationCard, userID: string): Conversation {
  return new (flavour === '2.x' ? Conversation2 : Conversation)(flavour, card, userID);
}

/** Until it is set, a group's row has its profile's setting in 2.x, and nothing in 3.x. */
function defaultRemindType(flavour: Flavour, isC2C: boolean): string {
  return flavour === '2.x' && !isC2C ? TYPES.MSG_REMIND_ACPT_AND_NOTE : '';
}

/** Pinned ones first, then the newest first, then those in which nothing was said. */
export function compareConversations(a: Conversation, b: Conversation): number {
  return Number(b.isPinned) - Number(a.isPinned) || b.lastMessage.lastTime - a.lastMessage.lastTime;
}

/** Whether its unread messages count in the total: muted ones do not. */
export function notifies({ messageRemindType }: Conversation): boolean {
  return messageRemindType === '' || messageRemindType === TYPES.MSG_REMIND_ACPT_AND_NOTE;
}
