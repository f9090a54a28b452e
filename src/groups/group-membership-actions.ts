import type { ActionContext } from '../action-context.ts';
import * as TYPES from '../sdk/types.ts';
import { loggedOut } from '../session/logged-out.ts';
import { recordOf, textOf } from '../shared/fields.ts';
import { invalid, requireID, requireIDs, requireOneOf } from '../shared/limits.ts';
import { readUserIDs } from '../shared/outcomes.ts';
import { copyForSdk, isRecord } from '../shared/plain.ts';
import { anonymously, isAnonymous, isNobody } from './ask-anonymously.ts';
import { askGroup } from './ask-group.ts';
import type { GroupProfileOptions } from './group-limits.ts';
import { requireProfile } from './group-limits.ts';
import type { Group, GroupType } from './group.ts';
import { normalizeGroup } from './normalize-group.ts';
import { readGroup } from './read-groups.ts';

/** Coming into groups, and leaving them. */
export interface GroupMembershipActions {
  /**
   * Makes a group, with me as its owner. It is in the state when the promise resolves; but of an AVChatRoom the maker is
   * no member on 2.x and 3.x: `join` it. Follows the SDK's `createGroup`.
   *
   * Rejects with `INVALID_ARGUMENT` for a text that is too long, more than 500 members, members of an AVChatRoom, and a
   * `joinOption` of a type that has none.
   *
   * @example
   * const { group } = await store.actions.groups.create({ name: 'Climbing', type: 'Public', memberList: [{ userID: 'bob' }] });
   */
  readonly create: (options: CreateGroupOptions) => Promise<CreatedGroup>;
  /**
   * Joins a group, or asks to. An AVChatRoom needs its `type` named. Joining a second AVChatRoom leaves the first.
   * Follows the SDK's `joinGroup`.
   *
   * Where nobody is logged in (2.x and 3.x, while the store is connected), an AVChatRoom is joined all the same: the
   * session is `anonymous`, its messages come, and nothing can be written. A login empties that.
   *
   * @example
   * const { status } = await store.actions.groups.join('team', { applyMessage: 'It is me, Bob' });
   * if (status === 'WaitAdminApproval') tell('An admin has to let you in.');
   */
  readonly join: (groupID: string, options?: JoinGroupOptions) => Promise<JoinedGroup>;
  /**
   * Leaves a group: it is gone from the state, with its members. Its conversation stays, except of an AVChatRoom. Owners
   * can leave work groups only. Works in an AVChatRoom without login; the last one leaves the session `idle`. Follows the
   * SDK's `quitGroup`.
   */
  readonly quit: (groupID: string) => Promise<void>;
  /** Ends a group of mine for all, but for work groups. It is gone from the state, with its members. Follows the SDK's `dismissGroup`. */
  readonly dismiss: (groupID: string) => Promise<void>;
}

/** What a group is made with; the SDK's own names. */
export interface CreateGroupOptions extends GroupProfileOptions {
  /** At most 30 bytes. */
  readonly name: string;
  /** `Private`, a work group, unless told. */
  readonly type?: GroupType;
  /** Made by the server unless told. */
  readonly groupID?: string;
  /** Communities only. */
  readonly isSupportTopic?: boolean;
  /** Who is in it from the beginning, beside me; at most 500. */
  readonly memberList?: readonly NewMember[];
}

/** One who is in a group from its beginning; the SDK's own names. */
export interface NewMember {
  readonly userID: string;
  /** Lite does not pass it on. */
  readonly role?: 'Admin';
  readonly memberCustomField?: readonly { readonly key: string; readonly value: string }[];
}

/** A group that was made. */
export interface CreatedGroup {
  readonly group: Group;
  /** Those who are in too many groups already, and so not in this one. Lite does not tell. */
  readonly overLimitUserIDList: readonly string[];
}

/** How to join a group; the SDK's own names. */
export interface JoinGroupOptions {
  /** What I say to those who decide. */
  readonly applyMessage?: string;
  /** Needed for an AVChatRoom. */
  readonly type?: GroupType;
}

/** What became of a request to join: `TYPES.JOIN_STATUS_*`. */
export interface JoinedGroup {
  /** I am in it; an admin has to decide; or I was in it before. */
  readonly status: 'JoinedSuccess' | 'WaitAdminApproval' | 'AlreadyInGroup';
  /** The group, where I am in it, and it is known. */
  readonly group: Group | undefined;
}

/** The actions by which I come into groups and leave them. */
export function createGroupMembershipActions(context: ActionContext): GroupMembershipActions {
  const { ask, dispatch, getState } = context;

  /** What the SDK knows of it, and that I am in it, which some do not know yet. */
  const asMember = (live: unknown, role: string): Group => {
    const group = readGroup(context, live);
    const { userID = '' } = getState().session;
    const { selfInfo } = group;
    if (selfInfo.role !== '' || userID === '') return group;
    return normalizeGroup({
      ...group,
      ownerID: group.ownerID || (role === 'Owner' ? userID : ''),
      selfInfo: { ...selfInfo, userID, role: group.ownerID === userID ? 'Owner' : role },
    });
  };
  const leave = async (groupID: string): Promise<void> => dispatch({ type: 'groupLeft', groupID });

  return {
    create: async (options) => {
      const method = 'createGroup';
      const { type = TYPES.GRP_WORK, memberList = [] } = options ?? {};
      requireID(method, 'name', options?.name);
      requireProfile(method, options, type);
      if (memberList.length > 0)
        requireIDs(
          method,
          'memberList',
          memberList.map((member) => member.userID),
        );
      for (const member of memberList) requireOneOf(method, member, { role: [TYPES.GRP_MBR_ROLE_ADMIN] });
      if (memberList.length > 500)
        throw invalid(method, `memberList has ${memberList.length} members: at most 500 are allowed`);
      if (memberList.length > 0 && type === TYPES.GRP_AVCHATROOM)
        throw invalid(method, 'an AVChatRoom has no memberList: its members join by themselves');
      const scope = context.scope();
      const answer = recordOf(await ask(method, copyForSdk({ ...options, type })));
      const live = { type, ...recordOf(answer['group']) };
      const overLimitUserIDList = Object.freeze(readUserIDs(answer['overLimitUserIDList']));
      if (type === TYPES.GRP_AVCHATROOM)
        return Object.freeze({ group: readGroup(context, live), overLimitUserIDList });
      let group = asMember(live, 'Owner');
      if (group.createTime === 0) {
        // Lite answers what it was given, and knows the rest when it is asked.
        const { groupID } = group;
        const whole = await ask('getGroupProfile', { groupID }).catch(() => scope.requireOpen());
        group = asMember({ ...group, ...recordOf(recordOf(whole)['group']) }, 'Owner');
      }
      await dispatch({ type: 'groupsLoaded', groups: [group] });
      return Object.freeze({ group, overLimitUserIDList });
    },
    join: async (groupID, options = {}) => {
      const method = 'joinGroup';
      const isOpen = options.type === TYPES.GRP_AVCHATROOM && isNobody(context);
      const asker = isOpen ? anonymously(context) : context;
      const answer = await askGroup(asker, method, groupID, options);
      const status = textOf(answer['status']) as JoinedGroup['status'];
      const isKnown = isRecord(answer['group']) || status === TYPES.JOIN_STATUS_SUCCESS || isOpen;
      const present = getState().groups.byID.get(groupID);
      // Of a group that I am in already the state knows more than this answer: what I am in it, for one.
      const isPresent = status === TYPES.JOIN_STATUS_ALREADY_IN_GROUP && present !== undefined;
      if (status === TYPES.JOIN_STATUS_WAIT_APPROVAL || !isKnown || isPresent)
        return Object.freeze({ status, group: present });
      if (isOpen && context.scope().isOver()) context.beginScope('');
      if (isOpen) void dispatch({ type: 'anonymousJoined' });
      const group = asMember({ type: options.type, ...recordOf(answer['group']), groupID }, 'Member');
      if (group.type === TYPES.GRP_AVCHATROOM)
        // The SDK itself has left any other; but for 3.x, where nobody is logged in.
        for (const [other, { type }] of getState().groups.byID)
          if (type === group.type && other !== groupID) {
            if (isOpen) await askGroup(asker, 'quitGroup', other).catch(() => undefined);
            void leave(other);
          }
      await dispatch({ type: 'groupsLoaded', groups: [group] });
      return Object.freeze({ status, group: getState().groups.byID.get(groupID) ?? group });
    },
    quit: async (groupID) => {
      const isVisit = isAnonymous(context);
      await askGroup(isVisit ? anonymously(context) : context, 'quitGroup', groupID);
      await leave(groupID);
      if (!isVisit || getState().groups.order.length > 0) return;
      context.scope().end(loggedOut(undefined));
      context.handles.clear();
      await dispatch({ type: 'loggedOut' });
    },
    dismiss: async (groupID) => {
      await askGroup(context, 'dismissGroup', groupID);
      await leave(groupID);
    },
  };
}
