import { TYPES } from '../../sdk/constants.ts';
import { GROUP_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { response, type SdkResponse } from './context.ts';
import { announceCreation } from './creation-message.ts';
import { type Group, groupFromCard, mergeCustomFields } from './group.ts';
import {
  changeOf,
  type CreateGroupOptions,
  refusalOf,
  requestOf,
  type UpdateGroupOptions,
} from './group-requests.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

type Answer<Data> = Promise<SdkResponse<Data>>;

/** The SDK's methods about groups. */
export interface GroupMethods {
  /**
   * A fresh array of the live objects, joined audio-video rooms among them. 2.x asks the server and fires the list
   * event; 3.x answers from memory, with `isSyncCompleted`. All fields are there, whatever the filter.
   */
  readonly getGroupList: (options?: { readonly groupProfileFilter?: readonly string[] }) => Answer<{
    readonly groupList: readonly Group[];
    readonly isSyncCompleted?: true;
  }>;
  /** The live object; of an audio-video room that is not joined a fresh one. 10007 for who is no member. */
  readonly getGroupProfile: (options: {
    readonly groupID: string;
    readonly groupCustomFieldFilter?: readonly string[];
  }) => Answer<{ readonly group: Group }>;
  /** Sends a custom message into the group, which brings it to its members. A room has to be joined yet. */
  readonly createGroup: (
    options: CreateGroupOptions,
  ) => Answer<{ readonly group: Group; readonly overLimitUserIDList: readonly string[] }>;
  /** The row of the conversation stays. */
  readonly dismissGroup: (groupID: string) => Answer<{ readonly groupID: string }>;
  /** Fires no event; the tip that follows does. `group` is undefined where the client does not hold it. */
  readonly updateGroupProfile: (options: UpdateGroupOptions) => Answer<{ readonly group: Group | undefined }>;
  /** A fresh object. A work group is not found. */
  readonly searchGroupByID: (groupID: string) => Answer<{ readonly group: Group }>;
  readonly changeGroupOwner: (options: {
    readonly groupID: string;
    readonly newOwnerID: string;
  }) => Answer<{ readonly group: Group | undefined }>;
}

/** The methods of one client. */
export function createGroupMethods({ whenReady }: Session): GroupMethods {
  return {
    getGroupList: whenReady('getGroupList', async ({ context, groups }) => {
      const { cloud, userID } = context;
      if (context.flavour === '3.x') {
        const answer = (): object => ({ groupList: groups.list(), isSyncCompleted: true });
        return context.answer('getGroupList', () => response(answer() as { groupList: Group[] }));
      }
      groups.replaceAll(await context.request('getGroupList', () => cloud.groups.list(userID)));
      groups.announce();
      groups.refreshRows(groups.list(), true);
      return response({ groupList: groups.list() });
    }),

    getGroupProfile: whenReady('getGroupProfile', ({ context, groups }, options) => {
      const groupID = property(options, 'groupID');
      requireParams(isText(groupID));
      const { cloud, userID } = context;
      const asked = context.request('getGroupProfile', () => cloud.groups.profile(userID, groupID));
      return asked.then((card) => {
        const isForeign = card.type === TYPES.GRP_AVCHATROOM && groups.get(groupID) === undefined;
        if (isForeign) return response({ group: groupFromCard(card, userID) });
        const group = groups.put(card);
        groups.refreshRows([group]);
        return response({ group });
      });
    }),

    createGroup: whenReady('createGroup', (account, options) => {
      requireParams(isText(property(options, 'name')));
      const { context, groups } = account;
      const { cloud, connection, userID } = context;
      const refusal = refusalOf(options);
      if (refusal !== undefined) return Promise.reject(sdkError(refusal));
      const request = requestOf(options);
      return context
        .request('createGroup', () => cloud.groups.create(userID, request))
        .then(async ({ card, overLimitUserIDList }) => {
          if (card.type === TYPES.GRP_AVCHATROOM) {
            return response({ group: groupFromCard(card, userID), overLimitUserIDList });
          }
          if (card.isSupportTopic) return response({ group: groups.put(card), overLimitUserIDList });
          // At first the list shows what was asked for, and no more.
          const { groupID, type, name, avatar, introduction, notification, joinOption } = card;
          const texts = { name, avatar, introduction, notification };
          groups.putBare(groupID, {
            type,
            ...texts,
            ...(property(options, 'joinOption') !== undefined && { joinOption }),
          });
          groups.announce();
          groups.refreshRows(groups.list());
          const asked = connection.request(() => cloud.groups.profile(userID, groupID));
          announceCreation(account, groupID, type);
          const now = await asked;
          return response({ group: groups.put(now), overLimitUserIDList });
        });
    }),

    dismissGroup: whenReady('dismissGroup', ({ attributes, context, groups }, groupID) => {
      requireParams(isText(groupID));
      const { cloud, connection, flavour, userID } = context;
      if (flavour === '2.x' && groups.get(groupID)?.type === TYPES.GRP_WORK) {
        return Promise.reject(sdkError(GROUP_REFUSAL.CANNOT_DISMISS_WORK));
      }
      return context
        .request('dismissGroup', () => cloud.groups.dismiss(userID, groupID, connection))
        .then(() => {
          groups.remove(groupID);
          attributes.drop(groupID);
          return response({ groupID });
        });
    }),

    updateGroupProfile: whenReady('updateGroupProfile', ({ context, groups }, options) => {
      const groupID = property(options, 'groupID');
      const muteAllMembers = property(options, 'muteAllMembers');
      requireParams(isText(groupID) && ['boolean', 'undefined'].includes(typeof muteAllMembers));
      const { cloud, userID, write } = context;
      const group = groups.get(groupID);
      const change = changeOf(options, group?.type);
      return context
        .request('updateGroupProfile', () => cloud.groups.update(userID, groupID, change))
        .then(() => {
          const { groupCustomField = [], ...fields } = change;
          if (group !== undefined) write(group, fields);
          if (group !== undefined) mergeCustomFields(group.groupCustomField, groupCustomField);
          return response({ group });
        });
    }),

    searchGroupByID: whenReady('searchGroupByID', ({ context }, groupID) => {
      requireParams(isText(groupID));
      const { cloud, userID } = context;
      return context
        .request('searchGroupByID', () => cloud.groups.search(userID, groupID))
        .then((card) => response({ group: groupFromCard({ ...card, self: undefined }, '') }));
    }),

    changeGroupOwner: whenReady('changeGroupOwner', ({ context, groups, members }, options) => {
      const groupID = property(options, 'groupID');
      const newOwnerID = property(options, 'newOwnerID');
      requireParams(isText(groupID) && isText(newOwnerID));
      const { cloud, userID, write } = context;
      const group = groups.get(groupID);
      if (group?.type === TYPES.GRP_AVCHATROOM) {
        return Promise.reject(sdkError(GROUP_REFUSAL.CANNOT_HAND_ROOM_OVER));
      }
      if (newOwnerID === userID) return Promise.reject(sdkError(GROUP_REFUSAL.CANNOT_HAND_OVER_TO_SELF));
      return context
        .request('changeGroupOwner', () => cloud.groups.handOver(userID, groupID, newOwnerID))
        .then(() => {
          if (group !== undefined) write(group, { ownerID: newOwnerID });
          // The SDK's own role stays the owner's unless it has asked for the members before.
          const isMemberHeld = members.get(groupID, userID) !== undefined;
          if (group !== undefined && isMemberHeld) write(group.selfInfo, { role: TYPES.GRP_MBR_ROLE_MEMBER });
          members.setRole(groupID, userID, TYPES.GRP_MBR_ROLE_MEMBER);
          members.setRole(groupID, newOwnerID, TYPES.GRP_MBR_ROLE_OWNER);
          groups.announce();
          return response({ group });
        });
    }),
  };
}
