import { TYPES } from '../../sdk/constants.ts';
import type { MemberCard } from '../cloud/group-wire.ts';
import type { CustomField } from '../cloud/people-wire.ts';
import type { Context } from './context.ts';
import { mergeCustomFields } from './group.ts';

/** The SDK's group member: one live object a group and user, changed in place, often in silence. */
export interface GroupMember {
  readonly userID: string;
  avatar: string;
  nick: string;
  role: string;
  /** Seconds. */
  joinTime: number | '';
  readonly lastSendMsgTime: '';
  nameCard: string;
  /** Seconds; not reset when a mute ends. */
  muteUntil: number;
  readonly memberCustomField: CustomField[];
  /** 3.x only. */
  isOnline?: boolean;
}

/** The members that a client has asked for. */
export interface Members {
  readonly get: (groupID: string, userID: string) => GroupMember | undefined;
  /** Adds members, or brings them up to date: what is '' or 0 at the server leaves what is known. */
  readonly put: (groupID: string, cards: readonly MemberCard[]) => readonly GroupMember[];
  readonly setRole: (groupID: string, userID: string, role: string) => void;
  /** Seconds from now. */
  readonly mute: (groupID: string, userID: string, seconds: number) => void;
  readonly remove: (groupID: string, userIDs: readonly string[]) => void;
  /** Forgets all members of the group. */
  readonly drop: (groupID: string) => void;
}

/** The members of one login. */
export function createMembers({ clock, flavour, write }: Context): Members {
  const groups = new Map<string, Map<string, GroupMember>>();

  const get = (groupID: string, userID: string): GroupMember | undefined => groups.get(groupID)?.get(userID);

  const put = (groupID: string, card: MemberCard): GroupMember => {
    const { isOnline, memberCustomField, ...fields } = card;
    const member = get(groupID, card.userID) ?? blankMember(card.userID);
    write(
      member,
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0)),
    );
    if (flavour === '3.x') write(member, { isOnline });
    mergeCustomFields(member.memberCustomField, memberCustomField);
    const group = groups.get(groupID) ?? new Map<string, GroupMember>();
    groups.set(groupID, group.set(card.userID, member));
    return member;
  };

  return {
    get,
    put: (groupID, cards) => cards.map((card) => put(groupID, card)),

    setRole: (groupID, userID, role) => {
      const member = get(groupID, userID);
      if (member !== undefined && ROLES.has(role)) write(member, { role });
    },

    mute: (groupID, userID, seconds) => {
      const member = get(groupID, userID);
      if (member !== undefined) write(member, { muteUntil: Math.floor(clock.now() / 1000 + seconds) });
    },

    remove: (groupID, userIDs) => {
      for (const userID of userIDs) groups.get(groupID)?.delete(userID);
    },

    drop: (groupID) => void groups.delete(groupID),
  };
}

const ROLES: ReadonlySet<string> = new Set([
  TYPES.GRP_MBR_ROLE_OWNER,
  TYPES.GRP_MBR_ROLE_ADMIN,
  TYPES.GRP_MBR_ROLE_MEMBER,
]);

function blankMember(userID: string): GroupMember {
  return {
    userID,
    avatar: '',
    nick: '',
    role: '',
    joinTime: '',
    lastSendMsgTime: '',
    nameCard: '',
    muteUntil: 0,
    memberCustomField: [],
  };
}
