import type { Draft } from 'immer';
import { castDraft } from 'immer';
import { equalPlain, shareRecord } from '../shared/plain.ts';
import { dropRows } from '../shared/put-rows.ts';
import { editSortedList } from '../shared/sorted-list.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import { without } from '../shared/without.ts';
import type { GroupMember, GroupMembers, MembersState } from './group-member.ts';

const NONE: readonly never[] = Object.freeze([]);

/** Nothing known of a group's members. */
export const EMPTY_MEMBERS: GroupMembers = Object.freeze({
  byID: emptyTable<string, GroupMember>(),
  order: NONE,
  offset: 0,
  isLoading: false,
  isLoaded: false,
  isCompleted: false,
  error: undefined,
  seenTimes: emptyTable<string, number>(),
});

/** What is known of the members of a group. */
export function membersOf(state: Draft<MembersState>, groupID: string): GroupMembers {
  // Tables of their own: all that come from one table share its slots.
  return state.byGroup.get(groupID) ?? { ...EMPTY_MEMBERS, byID: emptyTable(), seenTimes: emptyTable() };
}

/** A member as far as known, with what changes. */
export function memberOf({ byID }: GroupMembers, userID: string, change: Partial<GroupMember>): GroupMember {
  return Object.freeze({
    role: '',
    joinTime: 0,
    nameCard: '',
    muteUntil: 0,
    isMuted: false,
    memberCustomField: NONE,
    ...byID.get(userID),
    ...change,
    userID,
  });
}

/** Sets these members, and whatever else changes of their group; the mutes follow. */
export function setRows(
  state: Draft<MembersState>,
  groupID: string,
  rows: readonly GroupMember[],
  change: Partial<GroupMembers> = {},
  gone: readonly string[] = NONE,
): void {
  const before = membersOf(state, groupID);
  const mutes = editSortedList(state.mutes);
  const entries = [
    ...gone.map((userID) => [userID, undefined] as const),
    ...rows.map((row) => {
      const old = before.byID.get(row.userID);
      return [row.userID, equalPlain(row, old) ? old : Object.freeze(row)] as const;
    }),
  ];
  for (const [userID, row] of entries) {
    const old = before.byID.get(userID);
    if (old === row) continue;
    if (old?.isMuted === true) mutes.remove({ groupID, userID, muteUntil: old.muteUntil });
    if (row?.isMuted === true) mutes.put(Object.freeze({ groupID, userID, muteUntil: row.muteUntil }));
  }
  const byID = updateTable(before.byID, entries);
  const { order = before.order } = change;
  const next = shareRecord<GroupMembers>(
    {
      ...before,
      seenTimes: dropRows(before.seenTimes, gone),
      ...change,
      byID,
      order: equalPlain(order, before.order) ? before.order : Object.freeze(order),
    },
    before,
  );
  state.mutes = castDraft(mutes.finish());
  state.byGroup = updateTable(state.byGroup, [[groupID, next]]);
}

/** These are members no more. */
export function removeRows(state: Draft<MembersState>, groupID: string, userIDs: readonly string[]): void {
  const before = state.byGroup.get(groupID);
  if (before === undefined) return;
  const order = without(before.order, userIDs);
  const left = before.order.length - order.length;
  // Where the next page begins is counted from the first member: all behind those who left moved up.
  const isIndex = typeof before.offset === 'number' && before.offset <= before.order.length;
  const offset = isIndex ? Math.max(0, Number(before.offset) - left) : before.offset;
  setRows(state, groupID, [], { order, offset }, userIDs);
}

/** Who owns it now; whoever did is a member like others. */
export function changeOwner(state: Draft<MembersState>, groupID: string, ownerID: string): void {
  const before = state.byGroup.get(groupID);
  if (before === undefined) return;
  const rows: GroupMember[] = [];
  for (const [userID, { role }] of before.byID) {
    if (userID === ownerID) rows.push(memberOf(before, userID, { role: 'Owner' }));
    else if (role === 'Owner') rows.push(memberOf(before, userID, { role: 'Member' }));
  }
  setRows(state, groupID, rows);
}

/** Nothing of these groups' members stays. */
export function dropGroups(state: Draft<MembersState>, groupIDs: readonly string[]): void {
  for (const groupID of groupIDs) {
    const known = [...membersOf(state, groupID).byID].map(([userID]) => userID);
    setRows(state, groupID, [], {}, known);
  }
  state.byGroup = dropRows(state.byGroup, groupIDs);
}
