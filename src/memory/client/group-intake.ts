import { TYPES } from '../../sdk/constants.ts';
import { groupOfID } from '../cloud/conversation-ids.ts';
import type { ConversationCard, WireMessage } from '../cloud/wire.ts';
import type { Context } from './context.ts';
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
   * not hold it takes up by its first message: with little more than its ID at first.
   */
  readonly admits: (message: WireMessage, card: ConversationCard) => boolean;
  /** Another client of the user has set how the group notifies. */
  readonly remind: (conversationID: string, messageRemindType: string) => void;
  readonly inOrder: (messages: readonly Message[], steps: Steps) => readonly (() => void)[];
}

/** The intake of one login. */
export function createGroupIntake(context: Context, groups: Groups, members: Members): GroupIntake {
  const { flavour, write } = context;
  const notices = createGroupNotices(context, groups, members);
  return {
    ...notices,
    followRows: groups.followRows,

    admits: (message, { group: card }) => {
      if (!isGroupMessage(message)) return true;
      const known = groups.get(message.to);
      if (known === undefined && (card === undefined || card.type === TYPES.GRP_AVCHATROOM)) return false;
      if (known === undefined && card !== undefined) {
        const { groupID, type, name, avatar } = card;
        groups.putBare(groupID, flavour === '2.x' ? { type, name, avatar } : { type });
        groups.announce();
        notices.enter(groupID);
      }
      const group = groups.get(message.to);
      if (group !== undefined && !message.onlineUserOnly) {
        write(group, { nextMessageSeq: message.sequence + 1 });
      }
      return true;
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
