import type { ActionContext } from '../action-context.ts';
import { askGroup } from '../groups/ask-group.ts';
import { dispatchWhileIn } from '../groups/dispatch-while-in.ts';
import { refuseRoom } from '../groups/group-limits.ts';
import type { CustomField } from '../groups/group.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { invalid, requireID, requireOneOf, requireWhole } from '../shared/limits.ts';
import { listIn, readUserIDs } from '../shared/outcomes.ts';
import { copyForSdk } from '../shared/plain.ts';
import { plain } from '../shared/read-record.ts';
import { createMemberCounter } from './count-members.ts';
import type { GroupMember } from './group-member.ts';
import type { MemberLoader } from './load-members.ts';
import { createMemberLoader } from './load-members.ts';
import type { MemberSearchActions } from './member-search-actions.ts';
import { createMemberSearchActions } from './member-search-actions.ts';
import { normalizeMember, readMembers } from './normalize-member.ts';

/**
 * What can be done to the members of groups. The server decides who may: `selectGroupPermissions` says beforehand what it
 * should answer. All reject with `INVALID_ARGUMENT`, with what hinders a call, or with what the SDK answered; those that
 * take many users make several calls where the SDK takes fewer, and reject with `PARTIAL` where one of them fails.
 */
export interface MemberActions extends MemberLoader, MemberSearchActions {
  /**
   * Loads the first members of a group, 100 at most, once per login: later calls resolve at once. Follows the SDK's
   * `getGroupMemberList`.
   */
  readonly load: (groupID: string) => Promise<void>;
  /** Loads the next 100 (the first, if none have come); resolves at once where all are there. */
  readonly loadMore: (groupID: string) => Promise<void>;
  /** Fetches these members, 50 a call: with mutes and custom fields. Follows the SDK's `getGroupMemberProfile`. */
  readonly getProfile: (
    groupID: string,
    userIDs: readonly string[],
    options?: { readonly memberCustomFieldFilter?: readonly string[] },
  ) => Promise<readonly GroupMember[]>;
  /**
   * Brings users into a group, 500 a call; not into an AVChatRoom. Resolves even where it failed for some or all.
   * Follows the SDK's `addGroupMember`.
   *
   * @example
   * const { failureUserIDList, overLimitUserIDList } = await store.actions.members.add('team', ['bob', 'carol']);
   */
  readonly add: (groupID: string, userIDs: readonly string[]) => Promise<AddedMembers>;
  /**
   * Removes members from a group, 20 a call, and resolves with those who are gone. Follows the SDK's `deleteGroupMember`.
   */
  readonly delete: (
    groupID: string,
    userIDs: readonly string[],
    options?: DeleteMembersOptions,
  ) => Promise<readonly string[]>;
  /** Mutes a member for so many seconds; 0 ends it. Follows the SDK's `setGroupMemberMuteTime`. */
  readonly setMuteTime: (groupID: string, userID: string, muteTime: number) => Promise<void>;
  /** Makes a member an admin or an ordinary member again. Follows the SDK's `setGroupMemberRole`. */
  readonly setRole: (groupID: string, userID: string, role: 'Admin' | 'Member' | 'Custom') => Promise<void>;
  /** Sets what a member, maybe I, is called in a group. Lite takes no empty one. Follows the SDK's `setGroupMemberNameCard`. */
  readonly setNameCard: (groupID: string, userID: string, nameCard: string) => Promise<void>;
  /** Sets custom fields of a member, maybe of me; the others stay. Follows the SDK's `setGroupMemberCustomField`. */
  readonly setCustomField: (
    groupID: string,
    userID: string,
    memberCustomField: readonly CustomField[],
  ) => Promise<void>;
}

/** What became of the users who were to come into a group. */
export interface AddedMembers {
  readonly successUserIDList: readonly string[];
  readonly failureUserIDList: readonly string[];
  /** Who was in it before. */
  readonly existedUserIDList: readonly string[];
  /** Who is in too many groups already. */
  readonly overLimitUserIDList: readonly string[];
}

/** How members are removed; the SDK's own names. */
export interface DeleteMembersOptions {
  /** What they are told. Lite passes it on in AVChatRooms only. */
  readonly reason?: string;
  /** AVChatRooms, from 3.x on: for how many seconds they cannot come back. */
  readonly duration?: number;
}

/** The actions on the members of groups. */
export function createMemberActions(context: ActionContext): MemberActions {
  const { getState, serverTime } = context;
  const now = (): number => Math.floor(serverTime() / 1000);
  const counted = createMemberCounter(context);

  /** Sets something of one member: the SDK's answer is not to be believed, since lite's lacks all else. */
  const set = async (
    method: OptionalSdkMethod,
    groupID: string,
    userID: string,
    options: object,
    patch: Partial<GroupMember>,
  ): Promise<void> => {
    requireID(method, 'userID', userID);
    const dispatch = dispatchWhileIn(context, groupID);
    await askGroup(context, method, groupID, { userID, ...options });
    await dispatch({ type: 'memberPatched', groupID, userID, patch });
  };

  return {
    ...createMemberLoader(context),
    ...createMemberSearchActions(context),
    getProfile: async (groupID, userIDs, options) => {
      const method = 'getGroupMemberProfile';
      requireID(method, 'groupID', groupID);
      const dispatch = dispatchWhileIn(context, groupID);
      return askForLists(
        context,
        method,
        ['userIDs', userIDs, 50],
        (userIDList) => copyForSdk({ groupID, userIDList, ...options }),
        async (answer) => {
          const read = readMembers(context, groupID, listIn(recordOf(answer)['memberList']));
          await dispatch({ type: 'membersLoaded', groupID, ...read });
          return read.members;
        },
      );
    },
    add: async (groupID, userIDs) => {
      const method = 'addGroupMember';
      requireID(method, 'groupID', groupID);
      refuseRoom(method, getState().groups.byID.get(groupID)?.type);
      const dispatch = dispatchWhileIn(context, groupID);
      return counted(groupID, async (count) =>
        askForLists<AddedMembers>(
          context,
          method,
          ['userIDs', userIDs, 500],
          (userIDList) => copyForSdk({ groupID, userIDList }),
          async (answer) => {
            const usersIn = (key: keyof AddedMembers): readonly string[] =>
              readUserIDs(recordOf(answer)[key]);
            const added = usersIn('successUserIDList');
            const known = getState().members.byGroup.get(groupID)?.byID;
            const members = added
              .filter((userID) => !known?.get(userID)?.role)
              .map((userID) => normalizeMember({ userID, role: 'Member', joinTime: now() }, now()));
            count(added.length);
            await dispatch({ type: 'membersLoaded', groupID, members });
            return {
              successUserIDList: added,
              failureUserIDList: usersIn('failureUserIDList'),
              existedUserIDList: usersIn('existedUserIDList'),
              overLimitUserIDList: usersIn('overLimitUserIDList'),
            };
          },
        ),
      );
    },
    delete: async (groupID, userIDs, options) => {
      const method = 'deleteGroupMember';
      requireID(method, 'groupID', groupID);
      const dispatch = dispatchWhileIn(context, groupID);
      return counted(groupID, async (count) =>
        askForLists(
          context,
          method,
          ['userIDs', userIDs, 20],
          (userIDList) => copyForSdk({ groupID, userIDList, ...options }),
          async (answer, chunk) => {
            const answered = recordOf(answer)['userIDList'];
            const gone = Array.isArray(answered) ? readUserIDs(answered) : chunk;
            count(-gone.length);
            await dispatch({ type: 'membersRemoved', groupID, userIDs: gone });
            return gone;
          },
        ),
      );
    },
    setMuteTime: async (groupID, userID, muteTime) => {
      requireWhole('setGroupMemberMuteTime', 'muteTime', muteTime, 0, 2 ** 32);
      const muteUntil = muteTime === 0 ? 0 : now() + muteTime;
      return set(
        'setGroupMemberMuteTime',
        groupID,
        userID,
        { muteTime },
        { muteUntil, isMuted: muteTime > 0 },
      );
    },
    setRole: async (groupID, userID, role) => {
      requireOneOf('setGroupMemberRole', { role: role ?? '' }, { role: ['Admin', 'Member', 'Custom'] });
      return set('setGroupMemberRole', groupID, userID, { role }, { role });
    },
    setNameCard: async (groupID, userID, nameCard) => {
      const method = 'setGroupMemberNameCard';
      if (typeof nameCard !== 'string') throw invalid(method, 'nameCard must be a string');
      const dispatch = dispatchWhileIn(context, groupID);
      await set(method, groupID, userID, { nameCard }, {});
      const time = serverTime() / 1000;
      const nameCards = [Object.freeze({ groupID, userID, nameCard, time })];
      const isMine = userID === getState().session.userID;
      const patch = isMine ? { selfInfo: { nameCard } } : {};
      await dispatch({ type: 'groupPatched', groupID, patch, nameCards });
    },
    setCustomField: async (groupID, userID, memberCustomField) => {
      if (!Array.isArray(memberCustomField))
        throw invalid('setGroupMemberCustomField', 'memberCustomField must be an array');
      const patch = plain<Pick<GroupMember, 'memberCustomField'>>({ memberCustomField }, undefined);
      return set('setGroupMemberCustomField', groupID, userID, patch, patch);
    },
  };
}
