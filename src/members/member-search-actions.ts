import type { ActionContext } from '../action-context.ts';
import { askGroup } from '../groups/ask-group.ts';
import { dispatchWhileIn } from '../groups/dispatch-while-in.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { requireID, requireMost, requireWhole } from '../shared/limits.ts';
import { readUserIDs, recordsIn } from '../shared/outcomes.ts';
import { copyForSdk } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { recordsOf } from '../shared/read-record.ts';
import type { GroupMember } from './group-member.ts';
import { readPage } from './normalize-member.ts';

/** Finding members beside the list of the state, and marking them. */
export interface MemberSearchActions {
  /**
   * Fetches one page of the members of a role, or with a mark, from 3.x on; 100 unless told. Beside the list of the state: they
   * are in `selectGroupMember`, but `load` and `loadMore` go their own way. Follows the SDK's `getGroupMemberList`.
   */
  readonly getList: (groupID: string, options?: MemberListOptions) => Promise<MemberPage>;
  /**
   * Marks members of an AVChatRoom, or takes the mark off, 500 a call; `markType` is a number of the application's own, from
   * 1000. From 2.23 on, and the application must have bought it. Follows the SDK's `markGroupMemberList`.
   */
  readonly mark: (
    groupID: string,
    userIDs: readonly string[],
    markType: number,
    enableMark: boolean,
  ) => Promise<MarkedMembers>;
  /** Searches on the server; from 3.x on, and the application must have bought it. Follows the SDK's `searchCloudGroupMembers`. */
  readonly searchCloud: (options: SearchMembersOptions) => Promise<FoundMembers>;
}

/** Which members; the SDK's own names. */
export interface MemberListOptions {
  readonly role?: string;
  /** A mark, in AVChatRooms. */
  readonly filter?: number;
  /** At most 100. */
  readonly count?: number;
  /** Where the last page ended. */
  readonly offset?: number | string;
}

/** A page of members. */
export interface MemberPage {
  readonly memberList: readonly GroupMember[];
  /** Where the next page begins; 0 after the last. */
  readonly offset: number | string;
}

/** Whose mark was set, and whose was not. */
export interface MarkedMembers {
  readonly successUserIDList: readonly string[];
  readonly failureUserIDList: readonly string[];
}

/** What is searched for; the SDK's own names. */
export interface SearchMembersOptions {
  /** At most five. */
  readonly keywordList?: readonly string[];
  readonly keywordListMatchType?: 'or' | 'and';
  readonly groupIDList?: readonly string[];
  readonly groupTypeList?: readonly string[];
  /** How many at once. */
  readonly count?: number;
  /** Where the last answer ended. */
  readonly cursor?: string;
}

/** A page of members that were found, by group. */
export interface FoundMembers {
  readonly groups: readonly { readonly groupID: string; readonly members: readonly FoundMember[] }[];
  readonly totalCount: number;
  /** What the next search begins with; `''` where this was the last page. */
  readonly cursor: string;
}

/** A member who was found. */
export interface FoundMember {
  readonly userID: string;
  readonly nick: string;
  readonly nameCard: string;
  readonly avatar: string;
}

const FOUND: RecordSchema<FoundMember> = { userID: textOf, nick: textOf, nameCard: textOf, avatar: textOf };

/** The actions that find and mark members. */
export function createMemberSearchActions(context: ActionContext): MemberSearchActions {
  return {
    getList: async (groupID, options) => {
      const method = 'getGroupMemberList';
      const { count = 100 } = options ?? {};
      requireWhole(method, 'count', count, 1, 100);
      const dispatch = dispatchWhileIn(context, groupID);
      const answer = await askGroup(context, method, groupID, { ...options, count });
      const { offset, ...read } = readPage(context, groupID, answer);
      await dispatch({ type: 'membersLoaded', groupID, ...read });
      return Object.freeze({ memberList: read.members, offset });
    },
    mark: async (groupID, userIDs, markType, enableMark) => {
      const method = 'markGroupMemberList';
      requireID(method, 'groupID', groupID);
      requireWhole(method, 'markType', markType, 1000);
      return askForLists(
        context,
        method,
        ['userIDs', userIDs, 500],
        (userIDList) => ({ groupID, userIDList, markType, enableMark }),
        (answer) => {
          const { successUserIDList, failureUserIDList } = recordOf(answer);
          return {
            successUserIDList: readUserIDs(successUserIDList),
            failureUserIDList: readUserIDs(failureUserIDList),
          };
        },
      );
    },
    searchCloud: async (options) => {
      requireMost('searchCloudGroupMembers', 'keywordList', options?.keywordList, 5);
      const answer = await context.ask('searchCloudGroupMembers', copyForSdk(options ?? {}));
      const data = recordOf(answer);
      const groups = recordsIn(data['searchResultList']).map(({ groupInfo, memberList }) =>
        Object.freeze({
          groupID: textOf(recordOf(groupInfo)['groupID']),
          members: recordsOf(FOUND)(memberList),
        }),
      );
      return Object.freeze({
        groups: Object.freeze(groups),
        totalCount: numberOf(data['totalCount']),
        cursor: textOf(data['cursor']),
      });
    },
  };
}
