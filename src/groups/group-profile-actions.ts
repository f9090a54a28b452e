import type { ActionContext } from '../action-context.ts';
import { groupID as conversationOf } from '../conversations/conversation-id.ts';
import type { MessageRemindType } from '../conversations/receive-option-actions.ts';
import { requireRemindType } from '../conversations/receive-option-actions.ts';
import * as TYPES from '../sdk/types.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { requireID, requireMost } from '../shared/limits.ts';
import { listIn } from '../shared/outcomes.ts';
import { copyForSdk } from '../shared/plain.ts';
import { plain } from '../shared/read-record.ts';
import { anonymously, isAnonymous } from './ask-anonymously.ts';
import { askGroup } from './ask-group.ts';
import { dispatchWhileIn } from './dispatch-while-in.ts';
import type { GroupProfileOptions } from './group-limits.ts';
import { refuseRoom, requireProfile, requireSome } from './group-limits.ts';
import type { Group } from './group.ts';
import { readGroup, readGroups } from './read-groups.ts';

/** Finding groups, and changing what is known of them. */
export interface GroupProfileActions {
  /**
   * Fetches my groups, with all that the SDK's list can tell of them, and brings the list of the state in line, once the
   * SDK has all of it.
   * Follows the SDK's `getGroupList`, which leaves out communities with topics: `getJoinedCommunityList`.
   */
  readonly getList: () => Promise<readonly Group[]>;
  /**
   * Fetches a group's profile; one that I am in is then in the state. `groupCustomFieldFilter`: the keys of the custom
   * fields wanted. Follows the SDK's `getGroupProfile`.
   */
  readonly getProfile: (
    groupID: string,
    options?: { readonly groupCustomFieldFilter?: readonly string[] },
  ) => Promise<Group>;
  /**
   * Changes a group's profile; what is not named stays. Rejects with `INVALID_ARGUMENT` where nothing is named, a text
   * is too long, or the group's type, as far as known, has no such option. Follows the SDK's `updateGroupProfile`.
   *
   * @example
   * await store.actions.groups.updateProfile('team', { name: 'The team', introduction: 'All of us' });
   */
  readonly updateProfile: (groupID: string, options: GroupProfileOptions) => Promise<void>;
  /**
   * Forbids ordinary members to write, or allows it again; the owner and admins may write on. Follows the SDK's
   * `updateGroupProfile` with `muteAllMembers`.
   */
  readonly muteAll: (groupID: string, isMuted: boolean) => Promise<void>;
  /**
   * Makes another member the owner, and me an ordinary member; not of an AVChatRoom. Follows the SDK's
   * `changeGroupOwner`.
   */
  readonly changeOwner: (groupID: string, newOwnerID: string) => Promise<void>;
  /**
   * Sets whether the group's messages notify me: `TYPES.MSG_REMIND_*`. Shows in the group and in its conversation.
   * `groupID` may be a topic's ID. Follows the SDK's `setMessageRemindType`.
   */
  readonly setMessageRemindType: (groupID: string, messageRemindType: MessageRemindType) => Promise<void>;
  /**
   * Asks how many are online in a group; then in `selectOnlineMemberCount`, too. On 2.x AVChatRooms only, others
   * have 0. Works in an AVChatRoom without login. Follows the SDK's `getGroupOnlineMemberCount`: not more often than
   * every 5 to 10 seconds, since it answers from its memory otherwise.
   */
  readonly getOnlineMemberCount: (groupID: string) => Promise<number>;
  /** Looks up any group but work groups by its ID; the state stays as it is. Follows the SDK's `searchGroupByID`. */
  readonly searchByID: (groupID: string) => Promise<Group>;
  /** Searches on the server; from 3.x on, and the application must have bought it. Follows the SDK's `searchCloudGroups`. */
  readonly searchCloud: (options: SearchGroupsOptions) => Promise<FoundGroups>;
}

/** What is searched for; the SDK's own names. */
export interface SearchGroupsOptions {
  /** At most five. */
  readonly keywordList?: readonly string[];
  readonly keywordListMatchType?: 'or' | 'and';
  readonly groupTypeList?: readonly string[];
  /** How many at once. */
  readonly count?: number;
  /** Where the last answer ended. */
  readonly cursor?: string;
}

/** A page of groups that were found. */
export interface FoundGroups {
  readonly groupList: readonly Group[];
  readonly totalCount: number;
  /** What the next search begins with; `''` where this was the last page. */
  readonly cursor: string;
}

/** What 2.x leaves out of its list unless asked. Lite takes any argument for a wish to have communities instead. */
const groupProfileFilter = [
  TYPES.GRP_PROFILE_OWNER_ID,
  TYPES.GRP_PROFILE_CREATE_TIME,
  TYPES.GRP_PROFILE_MEMBER_NUM,
  TYPES.GRP_PROFILE_MAX_MEMBER_NUM,
  TYPES.GRP_PROFILE_JOIN_OPTION,
  TYPES.GRP_PROFILE_INVITE_OPTION,
  TYPES.GRP_PROFILE_INTRODUCTION,
  TYPES.GRP_PROFILE_NOTIFICATION,
  TYPES.GRP_PROFILE_MUTE_ALL_MBRS,
];

/** The actions on groups' profiles. */
export function createGroupProfileActions(context: ActionContext): GroupProfileActions {
  const { ask, dispatch, getState } = context;
  const update = async (
    groupID: string,
    options: GroupProfileOptions & { readonly muteAllMembers?: boolean },
  ): Promise<void> => {
    const method = 'updateGroupProfile';
    const given = plain<typeof options>(options ?? {}, undefined);
    const { maxMemberNum, ...patch } = given;
    requireSome(method, given);
    requireProfile(method, given, getState().groups.byID.get(groupID)?.type);
    await askGroup(context, method, groupID, given);
    const most = maxMemberNum === undefined ? {} : { maxMemberCount: maxMemberNum };
    await dispatch({ type: 'groupPatched', groupID, patch: { ...patch, ...most } });
  };
  return {
    getList: async () => {
      const is2x = context.sdk('getGroupList').isReady === undefined;
      const { groupList, isSyncCompleted } = recordOf(
        await ask('getGroupList', ...(is2x ? [{ groupProfileFilter: [...groupProfileFilter] }] : [])),
      );
      const groups = readGroups(context, groupList);
      // Before that it is not whole: the list event brings the rest.
      if (isSyncCompleted !== false) await dispatch({ type: 'groupListLoaded', groups });
      return groups;
    },
    getProfile: async (groupID, options) => {
      const take = dispatchWhileIn(context, groupID);
      const answer = await askGroup(context, 'getGroupProfile', groupID, options ?? {});
      const group = readGroup(context, answer['group']);
      // The SDK also knows groups that I am not in.
      if (group.selfInfo.role !== '' || getState().groups.byID.get(groupID) !== undefined)
        await take({ type: 'groupsLoaded', groups: [group] });
      return group;
    },
    updateProfile: async (groupID, options) => update(groupID, options),
    muteAll: async (groupID, isMuted) => update(groupID, { muteAllMembers: isMuted }),
    changeOwner: async (groupID, newOwnerID) => {
      requireID('changeGroupOwner', 'newOwnerID', newOwnerID);
      refuseRoom('changeGroupOwner', getState().groups.byID.get(groupID)?.type);
      await askGroup(context, 'changeGroupOwner', groupID, { newOwnerID });
      await dispatch({ type: 'groupPatched', groupID, patch: { ownerID: newOwnerID } });
    },
    setMessageRemindType: async (groupID, messageRemindType) => {
      requireRemindType('setMessageRemindType', messageRemindType);
      await askGroup(context, 'setMessageRemindType', groupID, { messageRemindType });
      void dispatch({ type: 'groupPatched', groupID, patch: { selfInfo: { messageRemindType } } });
      await dispatch({
        type: 'conversationsPatched',
        conversationIDs: [conversationOf(groupID)],
        patch: { messageRemindType },
      });
    },
    getOnlineMemberCount: async (groupID) => {
      const method = 'getGroupOnlineMemberCount';
      const asker = isAnonymous(context) ? anonymously(context) : context;
      const take = dispatchWhileIn(context, groupID);
      const memberCount = numberOf((await askGroup(asker, method, groupID))['memberCount']);
      await take({ type: 'onlineCountLoaded', groupID, memberCount });
      return memberCount;
    },
    searchByID: async (groupID) => {
      const answer = await askGroup(context, 'searchGroupByID', groupID);
      return readGroup(context, answer['group']);
    },
    searchCloud: async (options) => {
      requireMost('searchCloudGroups', 'keywordList', options?.keywordList, 5);
      const { searchResultList, groupList, totalCount, cursor } = recordOf(
        await ask('searchCloudGroups', copyForSdk(options ?? {})),
      );
      return Object.freeze({
        groupList: readGroups(context, listIn(searchResultList ?? groupList)),
        totalCount: numberOf(totalCount),
        cursor: textOf(cursor),
      });
    },
  };
}
