import { TYPES } from '../../sdk/constants.ts';
import type { Invitation } from '../cloud/member-cloud.ts';
import { GROUP_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { response, type SdkResponse } from './context.ts';
import type { Group } from './group.ts';
import type { GroupMember } from './members.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

type Answer<Data> = Promise<SdkResponse<Data>>;

/** The SDK's methods about who is in a group. */
export interface MemberMethods {
  /** The live objects. `offset`: where the next page begins; 0 when there is none. Pages have 15, at most 100. */
  readonly getGroupMemberList: (options: {
    readonly groupID: string;
    readonly count?: number;
    readonly offset?: number;
    /** 3.x only: one of `TYPES.GRP_MBR_ROLE_*`; the others are left out. */
    readonly role?: string;
  }) => Answer<{ readonly memberList: readonly GroupMember[]; readonly offset: number }>;
  /** More than 50 are cut to 50. Who is no member is left out. */
  readonly getGroupMemberProfile: (options: {
    readonly groupID: string;
    readonly userIDList: readonly string[];
    readonly memberCustomFieldFilter?: readonly string[];
  }) => Answer<{ readonly memberList: readonly GroupMember[] }>;
  /** Throws a TypeError for a group that the client does not hold. `group` is there if somebody was added. */
  readonly addGroupMember: (options: {
    readonly groupID: string;
    readonly userIDList: readonly string[];
  }) => Answer<Invitation & { readonly group?: Group }>;
  readonly deleteGroupMember: (options: {
    readonly groupID: string;
    readonly userIDList: readonly string[];
    readonly reason?: string;
  }) => Answer<{ readonly group: Group; readonly userIDList: readonly string[] }>;
  /** In audio-video rooms. `markType`: 1000 and up. More than 500 are cut to 500. */
  readonly markGroupMemberList: (options: {
    readonly groupID: string;
    readonly markType: number;
    readonly enableMark: boolean;
    readonly userIDList: readonly string[];
  }) => Answer<{
    readonly successUserIDList: readonly string[];
    readonly failureUserIDList: readonly string[];
  }>;
}

const MAX_PAGE = 100;
const MAX_PROFILES = 50;
const MAX_MARKED = 500;

/** The methods of one client. */
export function createMemberMethods({ whenReady }: Session): MemberMethods {
  const isRoom = (group: Group | undefined): boolean => group?.type === TYPES.GRP_AVCHATROOM;

  const refuse = (code: number): Promise<never> => Promise.reject(sdkError(code));

  return {
    getGroupMemberList: whenReady('getGroupMemberList', ({ context, groups, members }, options) => {
      const groupID = property(options, 'groupID');
      const { count = 15, offset = 0, role } = options;
      requireParams(isText(groupID) && typeof count === 'number');
      const { cloud, flavour, userID, write } = context;
      const group = groups.get(groupID);
      if (group === undefined) return Promise.resolve(response({ memberList: [], offset: 0 }));
      const page = { offset, count: Math.min(count, MAX_PAGE), role: flavour === '3.x' ? role : undefined };
      return context
        .request('getGroupMemberList', () => cloud.groups.members(userID, groupID, page))
        .then(({ members: cards, memberCount }) => {
          if (cards.length > 0) write(group, { memberCount });
          const memberList = members.put(groupID, cards);
          // Of a page that the SDK has cut the next one begins where it should have ended.
          return response({ memberList, offset: memberList.length < count ? 0 : offset + count });
        });
    }),

    getGroupMemberProfile: whenReady('getGroupMemberProfile', ({ context, groups, members }, options) => {
      const groupID = property(options, 'groupID');
      const userIDList = property(options, 'userIDList');
      requireParams(isText(groupID) && Array.isArray(userIDList));
      const { cloud, flavour, userID } = context;
      if (flavour === '3.x' && isRoom(groups.get(groupID))) return refuse(GROUP_REFUSAL.NOT_IN_ROOM);
      const asked = options.userIDList.slice(0, MAX_PROFILES);
      return context
        .request('getGroupMemberProfile', () => cloud.groups.memberProfiles(userID, groupID, asked))
        .then((cards) => {
          members.put(groupID, cards);
          return response({ memberList: asked.flatMap((id) => members.get(groupID, id) ?? []) });
        });
    }),

    addGroupMember: whenReady('addGroupMember', ({ context, groups }, options) => {
      const groupID = property(options, 'groupID');
      const userIDList = property(options, 'userIDList');
      requireParams(isText(groupID) && Array.isArray(userIDList));
      const { cloud, flavour, userID, write } = context;
      const group = groups.get(groupID);
      if (group === undefined) throw new TypeError("Cannot read properties of undefined (reading 'type')");
      if (isRoom(group)) return refuse(GROUP_REFUSAL.CANNOT_INVITE_INTO_ROOM);
      return context
        .request('addGroupMember', () => cloud.groups.invite(userID, groupID, userIDList))
        .then((invitation) => {
          const { successUserIDList } = invitation;
          if (successUserIDList.length === 0) return response(invitation);
          const memberCount = Number(group.memberCount) + successUserIDList.length;
          if (flavour === '2.x') write(group, { memberCount });
          groups.refreshRows([group]);
          return response({ ...invitation, group });
        });
    }),

    deleteGroupMember: whenReady('deleteGroupMember', ({ context, groups, members }, options) => {
      const groupID = property(options, 'groupID');
      requireParams(isText(groupID));
      const { cloud, flavour, userID, write } = context;
      const { userIDList, reason = '' } = options;
      const group = groups.get(groupID);
      if (group === undefined) return refuse(GROUP_REFUSAL.NOT_HELD);
      if (isRoom(group)) return refuse(GROUP_REFUSAL.NOT_BOUGHT);
      return context
        .request('deleteGroupMember', () => cloud.groups.remove(userID, groupID, userIDList, reason))
        .then(() => {
          // However many have gone: the tip that follows brings the true number.
          if (flavour === '2.x') write(group, { memberCount: Number(group.memberCount) - 1 });
          groups.refreshRows([group]);
          members.remove(groupID, userIDList);
          return response({ group, userIDList });
        });
    }),

    markGroupMemberList: whenReady('markGroupMemberList', ({ context }, options) => {
      const markType = property(options, 'markType');
      const list = property(options, 'userIDList');
      requireParams(isText(property(options, 'groupID')) && typeof markType === 'number' && markType >= 1000);
      requireParams(Array.isArray(list) && typeof property(options, 'enableMark') === 'boolean');
      const { cloud, userID } = context;
      const { groupID, enableMark: isOn, userIDList } = options;
      const mark = { markType, isOn, memberIDs: userIDList.slice(0, MAX_MARKED) };
      return context
        .request('markGroupMemberList', () => cloud.groups.mark(userID, groupID, mark))
        .then((successUserIDList) => {
          const failureUserIDList = userIDList.filter((id) => !successUserIDList.includes(id));
          return response({ successUserIDList, failureUserIDList });
        });
    }),
  };
}
