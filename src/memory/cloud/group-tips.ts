import { TYPES } from '../../sdk/constants.ts';
import type { Connection } from './connection.ts';
import type { Group } from './group.ts';
import type { Messaging } from './messaging.ts';
import type { StoredMessage } from './stored-message.ts';
import type { Draft } from './wire.ts';
import type { World } from './world.ts';

/** The kinds of system notices: what happened to the one who gets it. */
export const NOTICE = {
  /** Somebody asks to be let in. */
  APPLIED: 1,
  ACCEPTED: 2,
  REJECTED: 3,
  KICKED: 4,
  DISMISSED: 5,
  INVITED: 7,
  /** To the other clients of who has left. */
  QUIT: 8,
  MADE_ADMIN: 9,
  NO_MORE_ADMIN: 10,
  /** The application's own. */
  OWN: 255,
} as const;

/**
 * What is told about whom. Without users the payload names the operator in their place. `more` goes into it, and what
 * it has of `members` beside each of them.
 */
export interface TipOptions {
  readonly operationType: number;
  readonly operatorID: string;
  readonly userIDList?: readonly string[];
  readonly members?: object;
  readonly more?: object;
}

export interface NoticeOptions {
  readonly operationType: number;
  readonly operatorID: string;
  readonly to: string;
  /** The client that did it need not be told. */
  readonly except?: Connection | undefined;
  readonly more?: object;
}

/** What the server itself says: tips into a group's timeline, notices to one user. */
export interface GroupTips {
  /** To all members, as a message of the group: it takes a sequence. */
  readonly tip: (group: Group, options: TipOptions) => StoredMessage;
  /** As a message in the conversation '@TIM#SYSTEM'. */
  readonly notify: (group: Group, options: NoticeOptions) => void;
}

/** These show the first member of the list as their sender; the others, the operator. */
const SHOWS_MEMBER: ReadonlySet<number> = new Set([
  TYPES.GRP_TIP_MBR_JOIN,
  TYPES.GRP_TIP_MBR_KICKED_OUT,
  TYPES.GRP_TIP_MBR_SET_ADMIN,
  TYPES.GRP_TIP_MBR_CANCELED_ADMIN,
]);

/** How tips call the roles. */
const ROLE_NUMBERS: Readonly<Record<string, number>> = { Owner: 400, Admin: 300, Member: 200 };

interface Person {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  readonly role: number;
}

/** The tips and notices of one world. */
export function createGroupTips(world: World, messaging: Messaging): GroupTips {
  let count = 0;

  const person = ({ members }: Group, userID: string): Person => {
    const { nick, avatar } = world.users.get(userID) ?? { nick: '', avatar: '' };
    const role = ROLE_NUMBERS[members.get(userID)?.role ?? TYPES.GRP_MBR_ROLE_MEMBER] ?? 0;
    return { userID, nick, avatar, role };
  };

  const draft = (which: Pick<Draft, 'conversationType' | 'to' | 'type' | 'payload'>): Draft => {
    count += 1;
    return {
      ...which,
      from: TYPES.CONV_SYSTEM,
      clientSequence: count,
      random: world.random(100_000_000),
      clientTime: Math.floor(world.now() / 1000),
      cloudCustomData: '',
      priority: 'Normal',
    };
  };

  return {
    tip: (group, { operationType, operatorID, userIDList = [], members, more }) => {
      const { groupID, name: groupName } = group;
      const payload = {
        operationType,
        operatorID,
        userIDList: userIDList.length > 0 ? userIDList : [operatorID],
        ...(userIDList.length > 0 && {
          memberList: userIDList.map((userID) => ({ ...person(group, userID), ...members })),
        }),
        operatorInfo: person(group, operatorID),
        ...more,
        groupProfile: { from: TYPES.CONV_SYSTEM, to: groupID, groupID, groupName },
      };
      const shownID = (SHOWS_MEMBER.has(operationType) ? userIDList[0] : undefined) ?? operatorID;
      const shown = person(group, shownID);
      const tip = draft({ conversationType: 'GROUP', to: groupID, type: TYPES.MSG_GRP_TIP, payload });
      const message = messaging.keep({ ...tip, nick: shown.nick, avatar: shown.avatar });
      messaging.deliver([message]);
      return message;
    },

    notify: (group, { operationType, operatorID, to, except, more }) => {
      const { groupID, name, type: groupType } = group;
      const payload = {
        operationType,
        operatorID,
        authentication: '',
        messageKey: world.now() * 1000 + count,
        handleMessage: '',
        ...more,
        groupProfile: { from: TYPES.CONV_SYSTEM, to, groupID, groupType, name },
      };
      const type = TYPES.MSG_GRP_SYS_NOTICE;
      const message = messaging.keep(draft({ conversationType: TYPES.CONV_SYSTEM, to, type, payload }));
      messaging.deliver([message], except);
    },
  };
}
