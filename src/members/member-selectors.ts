import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import { selectUserName } from '../profiles/profile-selectors.ts';
import type { GroupMember, GroupMembers } from './group-member.ts';
import { EMPTY_MEMBERS } from './member-rows.ts';

/** The last list made of each order, and of what. */
const lists = new WeakMap<
  readonly string[],
  { readonly byID: GroupMembers['byID']; readonly list: readonly GroupMember[] }
>();

/** The members of a group whose pages are loaded, in the SDK's order; the same array until one of them changes. */
export const selectGroupMembers: KeyedSelector<[groupID: string | undefined], readonly GroupMember[]> =
  /* @__PURE__ */ keyed('members:', (state, groupID) => {
    const { order, byID } = selectGroupMembersState(state, groupID);
    const last = lists.get(order);
    if (last?.byID === byID) return last.list;
    const members = order.map((ID) => byID.get(ID)).filter((member) => member !== undefined);
    // Others are known, too, from messages: what changes in them is no change here.
    const isSame =
      last?.list.length === members.length && members.every((member, at) => member === last.list[at]);
    const list = isSame ? last.list : Object.freeze(members);
    lists.set(order, { byID, list });
    return list;
  });

/** How far the members of a group are loaded, and all that is known of them. */
export const selectGroupMembersState: KeyedSelector<[groupID: string | undefined], GroupMembers> =
  /* @__PURE__ */ keyed(
    'members:',
    (state, groupID) => (groupID !== undefined && state.members.byGroup.get(groupID)) || EMPTY_MEMBERS,
  );

/** One member of one group; `undefined` where none is known. */
export const selectGroupMember: KeyedSelector<
  [groupID: string | undefined, userID: string | undefined],
  GroupMember | undefined
> = /* @__PURE__ */ keyed(
  (groupID, userID) => groupID && userID && [`member:${groupID}/${userID}`],
  (state, groupID, userID) =>
    userID === undefined ? undefined : selectGroupMembersState(state, groupID).byID.get(userID),
);

/** What somebody is called in a group: the name card, else my remark for a friend, else the nick, else the user ID. */
export const selectMemberName: KeyedSelector<
  [groupID: string | undefined, userID: string | undefined],
  string
> = /* @__PURE__ */ keyed(
  (groupID, userID) =>
    groupID && userID && [`member:${groupID}/${userID}`, `friend:${userID}`, `profile:${userID}`],
  (state, groupID, userID) =>
    selectGroupMember(state, groupID, userID)?.nameCard || selectUserName(state, userID),
);

/**
 * Whether somebody, by default I, may not write in a group: for a time, or because all ordinary members may not. A mute
 * ends by itself: what is selected turns `false` with the second in which it ends, as far as the mute is known, by a tip
 * or because members were loaded.
 *
 * @example
 * store.select(selectIsMuted, 'team').subscribe((isMuted) => disableInput(isMuted));
 */
export const selectIsMuted: KeyedSelector<
  [groupID: string | undefined, userID?: string | undefined],
  boolean
> = /* @__PURE__ */ keyed(
  // Who I am does not change while there is a group: with the account everything goes.
  (groupID, userID) =>
    groupID && [
      `group:${groupID}`,
      userID === undefined ? `members:${groupID}` : `member:${groupID}/${userID}`,
    ],
  (state, groupID, userID = state.session.userID) => {
    const group = groupID === undefined ? undefined : state.groups.byID.get(groupID);
    const member = selectGroupMember(state, groupID, userID);
    if (member?.isMuted === true) return true;
    if (group?.muteAllMembers !== true || userID === undefined || userID === group.ownerID) return false;
    const role = (userID === state.session.userID && group.selfInfo.role) || member?.role;
    return role !== 'Owner' && role !== 'Admin';
  },
);
