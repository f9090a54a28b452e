import { TYPES } from '../../sdk/constants.ts';
import type { Group, Member } from './group.ts';

/** Who may do what in groups of one type, and what goes without saying there. */
export interface GroupRules {
  readonly maxMemberCount: number;
  /** Unless the creator chooses; only public groups and communities have a choice. */
  readonly joinOption: string;
  readonly hasJoinOption: boolean;
  /** The roles that may do it; nobody's, when empty. */
  readonly editProfile: readonly string[];
  readonly dismiss: readonly string[];
  readonly invite: readonly string[];
  readonly remove: readonly string[];
  readonly mute: readonly string[];
  readonly appoint: readonly string[];
  readonly handOver: readonly string[];
  readonly ownerMayQuit: boolean;
  /** Who comes later may read what was said before. */
  readonly showsOlderMessages: boolean;
  /** Tips about who comes, goes or gets a role. */
  readonly tellsOfMembers: boolean;
}

const { GRP_MBR_ROLE_OWNER: OWNER, GRP_MBR_ROLE_ADMIN: ADMIN, GRP_MBR_ROLE_MEMBER: MEMBER } = TYPES;
const EVERYBODY: readonly string[] = [OWNER, ADMIN, MEMBER];
const LEADERS: readonly string[] = [OWNER, ADMIN];

/** The feature tables of the vendor's documentation; communities are as its later pages have them. */
const PUBLIC: GroupRules = {
  maxMemberCount: 6000,
  joinOption: TYPES.JOIN_OPTIONS_NEED_PERMISSION,
  hasJoinOption: true,
  editProfile: LEADERS,
  dismiss: [OWNER],
  invite: [],
  remove: LEADERS,
  mute: LEADERS,
  appoint: [OWNER],
  handOver: [OWNER],
  ownerMayQuit: false,
  showsOlderMessages: false,
  tellsOfMembers: true,
};

const COMMUNITY: GroupRules = {
  ...PUBLIC,
  maxMemberCount: 100_000,
  joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS,
  invite: EVERYBODY,
  showsOlderMessages: true,
  tellsOfMembers: false,
};

const RULES: Readonly<Record<string, GroupRules>> = {
  [TYPES.GRP_WORK]: {
    ...PUBLIC,
    joinOption: TYPES.JOIN_OPTIONS_DISABLE_APPLY,
    hasJoinOption: false,
    editProfile: EVERYBODY,
    dismiss: [],
    invite: EVERYBODY,
    remove: [OWNER],
    mute: [],
    appoint: [],
    ownerMayQuit: true,
  },
  [TYPES.GRP_PUBLIC]: PUBLIC,
  [TYPES.GRP_MEETING]: {
    ...PUBLIC,
    joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS,
    hasJoinOption: false,
    showsOlderMessages: true,
    tellsOfMembers: false,
  },
  [TYPES.GRP_AVCHATROOM]: {
    ...PUBLIC,
    maxMemberCount: Number.MAX_SAFE_INTEGER,
    joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS,
    hasJoinOption: false,
    editProfile: [OWNER],
    remove: [],
    mute: [OWNER],
    appoint: [],
    handOver: [],
  },
  [TYPES.GRP_COMMUNITY]: COMMUNITY,
  [TYPES.CONV_TOPIC]: COMMUNITY,
};

/** The rules of a type; a public group's for one that is not known. */
export function rulesOf({ type }: { readonly type: string }): GroupRules {
  return RULES[type] ?? PUBLIC;
}

/** Whether the member may not speak now. A mute ends by the clock; muting all spares owner and admins. */
export function isMuted(group: Group, { role, muteUntil }: Member, nowMs: number): boolean {
  return muteUntil * 1000 > nowMs || (group.muteAllMembers && role === MEMBER);
}

/** Whether somebody of the first role may remove or mute somebody of the second: only those below. */
export function outranks(role: string, other: string): boolean {
  return EVERYBODY.indexOf(role) < EVERYBODY.indexOf(other);
}
