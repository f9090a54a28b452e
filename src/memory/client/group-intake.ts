import { TYPES } from '../../sdk/constants.ts';
import { groupOfID, isTopicID } from '../cloud/conversation-ids.ts';
import type { ConversationCard, WireMessage } from '../cloud/wire.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import { createGroupNotices, type GroupNotices } from './group-notices.ts';
import type { Groups } from './groups.ts';
import type { Members } from './members.ts';
import { isGroupMessage, type Message } from './message.ts';

/** What is to be done about received messages: tell of the rows, tell of the messages, and do what notices say. */
export type Steps = readonly [tellRows: () => void, tellMessages: () => void, applyNotices: () => void];

/** What received messages mean for the client's groups. */
export interface GroupIntake extends GroupNotices, Pick<Groups, 'followRows'> {
  /**
   * Whether the message is for this client: not from an audio-video room that it has not joined. A group that it does
   * not hold it takes up by its first message: with little more than its ID at first in 3.x.
   */
  readonly admits: (message: WireMessage, card: ConversationCard) => boolean;
  /** A row that a message has made shows the live group, until its copy is taken. */
  readonly lend: (row: Conversation) => void;
  /** Another client of the user has set how the group notifies. */
  readonly remind: (conversationID: string, messageRemindType: string) => void;
  /** Called with each batch when its notices are applied: only then 3.x counts the messages of the group. */
  readonly finish: (messages: readonly WireMessage[]) => void;
  readonly inOrder: (messages: readonly Message[], steps: Steps) => readonly (() => void)[];
}

type Counted = Pick<WireMessage, 'conversationType' | 'to' | 'sequence' | 'onlineUserOnly'>;

/** The intake of one login. */
export function createGroupIntake(context: Context, groups: Groups, members: Members): GroupIntake {
  const { flavour, write } = context;
  const notices = createGroupNotices(context, groups, members);

  const count = (message: Counted): void => {
    const group = groups.get(message.to);
    const isCounted = isGroupMessage(message) && !message.onlineUserOnly;
    if (group !== undefined && isCounted) write(group, { nextMessageSeq: message.sequence + 1 });
  };

  return {
    ...notices,
    followRows: groups.followRows,

    admits: (message, { group: card }) => {
      if (!isGroupMessage(message) || isTopicID(message.to)) return true;
      const known = groups.get(message.to);
      if (known === undefined && (card === undefined || card.type === TYPES.GRP_AVCHATROOM)) return false;
      if (known === undefined && card !== undefined) {
        const { groupID, type } = card;
        const told = message.payload['memberNum'];
        const memberCount = typeof told === 'number' ? told : '';
        const counted = { type, memberCount, nextMessageSeq: message.sequence + 1 } as const;
        const { self: _self, groupCustomField: _fields, ...asked } = card;
        // 2.x asks before it tells, and shows the service's own text for a moment.
        groups.putBare<object>(groupID, flavour === '2.x' ? { ...asked, muteAllMembers: 'Off' } : counted);
        notices.enter(groupID);
      }
      if (flavour === '2.x') count(message);
      return true;
    },

    finish: (messages) => {
      if (flavour === '3.x') messages.forEach(count);
    },

    lend: (row) => {
      const group = groups.get(groupOfID(row.conversationID) ?? '');
      if (group !== undefined) write(row, { groupProfile: group });
    },

    remind: (conversationID, messageRemindType) => {
      const group = groups.get(groupOfID(conversationID) ?? '');
      if (group !== undefined) write(group.selfInfo, { messageRemindType });
    },

    inOrder: ([first], [tellRows, tellMessages, applyNotices]) => {
      if (first?.type === TYPES.MSG_GRP_SYS_NOTICE) return [tellRows, applyNotices, tellMessages];
      return flavour === '2.x'
        ? [tellRows, tellMessages, applyNotices]
        : tipsFirst(first, [tellRows, tellMessages, applyNotices]);
    },
  };
}

function tipsFirst(first: Message | undefined, [tellRows, tellMessages, applyNotices]: Steps): Steps {
  return first?.type === TYPES.MSG_GRP_TIP
    ? [tellMessages, applyNotices, tellRows]
    : [tellRows, tellMessages, applyNotices];
}
