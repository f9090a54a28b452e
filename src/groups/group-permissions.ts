import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import * as TYPES from '../sdk/types.ts';

/**
 * What I may do in a group, by the feature tables of the vendor's documentation. A hint for the screen: actions ask the
 * server all the same, and let it decide, since an application can be configured otherwise.
 */
export interface GroupPermissions {
  /** Change name, picture, introduction, notification and custom fields. */
  readonly canEditProfile: boolean;
  /** Bring users into it. */
  readonly canInvite: boolean;
  /** Remove members: those of a lower role. */
  readonly canRemove: boolean;
  /** Mute members of a lower role, or all ordinary ones. */
  readonly canMute: boolean;
  /** Make members admins, and back. */
  readonly canSetAdmin: boolean;
  /** Make another member the owner. */
  readonly canTransfer: boolean;
  readonly canDismiss: boolean;
  readonly canQuit: boolean;
  /** Read what was written before I joined. */
  readonly canSeeEarlierHistory: boolean;
}

type Permission = keyof GroupPermissions;

const OWNER = 1;
const ADMIN = 2;
const MEMBER = 4;
const LEADERS = OWNER | ADMIN;
const ALL = LEADERS | MEMBER;

const ROLES: Readonly<Record<string, number>> = {
  [TYPES.GRP_MBR_ROLE_OWNER]: OWNER,
  [TYPES.GRP_MBR_ROLE_ADMIN]: ADMIN,
  [TYPES.GRP_MBR_ROLE_MEMBER]: MEMBER,
  [TYPES.GRP_MBR_ROLE_CUSTOM]: MEMBER,
};

const NAMES: readonly Permission[] = [
  'canEditProfile',
  'canInvite',
  'canRemove',
  'canMute',
  'canSetAdmin',
  'canTransfer',
  'canDismiss',
  'canQuit',
  'canSeeEarlierHistory',
];

/** Who may, in the order of `NAMES`, by type of group. */
const TABLE: Readonly<Record<string, readonly number[]>> = {
  [TYPES.GRP_WORK]: [ALL, ALL, OWNER, 0, 0, OWNER, 0, ALL, 0],
  [TYPES.GRP_PUBLIC]: [LEADERS, 0, LEADERS, LEADERS, OWNER, OWNER, OWNER, ALL - OWNER, 0],
  [TYPES.GRP_MEETING]: [LEADERS, 0, LEADERS, LEADERS, OWNER, OWNER, OWNER, ALL - OWNER, ALL],
  [TYPES.GRP_AVCHATROOM]: [OWNER, 0, 0, OWNER, 0, 0, OWNER, ALL - OWNER, 0],
  // Not in the tables, which are older: as its pages of the documentation have it.
  [TYPES.GRP_COMMUNITY]: [LEADERS, ALL, LEADERS, LEADERS, OWNER, OWNER, OWNER, ALL - OWNER, ALL],
};

/** One object for each combination, so that the same permissions are the same object. */
const made = new Map<string, GroupPermissions>();

/**
 * What I may do in a group, from its type and my role in it; nothing where I am no member. Of a type that is not known
 * members can leave it, and that is all. The same frozen object for the same type and role.
 *
 * @example
 * const { canInvite, canDismiss } = selectGroupPermissions(store.getState(), 'team');
 */
export const selectGroupPermissions: KeyedSelector<[groupID: string | undefined], GroupPermissions> =
  /* @__PURE__ */ keyed('group:', (state, groupID) => {
    const group = groupID === undefined ? undefined : state.groups.byID.get(groupID);
    const mine = group?.selfInfo.role ?? '';
    const type = group?.type ?? '';
    const key = `${type}/${mine}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const role = ROLES[mine] ?? 0;
    const may = TABLE[type] ?? [0, 0, 0, 0, 0, 0, 0, ALL, 0];
    const permissions = Object.fromEntries(NAMES.map((name, at) => [name, ((may[at] ?? 0) & role) !== 0]));
    const fresh = Object.freeze(permissions) as unknown as GroupPermissions;
    made.set(key, fresh);
    return fresh;
  });
