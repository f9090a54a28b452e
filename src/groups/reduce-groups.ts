import type { Draft } from 'immer';
import { castDraft } from 'immer';
import { setList, undraft } from '../conversations/undraft.ts';
import type { WideEvent } from '../events.ts';
import { mergeFields } from '../shared/merge-fields.ts';
import { equalPlain } from '../shared/plain.ts';
import { dropRows, putRows } from '../shared/put-rows.ts';
import type { Table } from '../shared/table.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import type { Group, GroupPatch, GroupsState } from './group.ts';
import { tipSequences } from './late-tips.ts';
import { reduceApplications } from './reduce-applications.ts';
import { reduceGroupDetails } from './reduce-group-details.ts';
import { reduceGroupMessages } from './reduce-group-messages.ts';

/** No list yet. */
export function initialGroups(): GroupsState {
  return {
    byID: emptyTable(),
    order: Object.freeze([]),
    isLoaded: false,
    told: emptyTable(),
    lastTips: emptyTable(),
    attributes: emptyTable(),
    counters: emptyTable(),
    onlineCounts: emptyTable(),
    topics: emptyTable(),
    applications: emptyTable(),
  };
}

/** Keeps the groups that I, `userID`, am in. */
export function reduceGroups(state: Draft<GroupsState>, event: WideEvent, userID: string | undefined): void {
  reduceApplications(state, event);
  reduceGroupDetails(state, event);
  switch (event.type) {
    case 'GROUP_LIST_UPDATED':
      return replace(state, event.data);
    case 'groupListLoaded':
      forgetCounts(state);
      return replace(state, event.groups);
    case 'NET_STATE_CHANGE':
      // The SDK fetches its list anew.
      return event.data.state === 'connected' ? forgetCounts(state) : undefined;
    case 'loginStarted':
    case 'sessionFound':
      state.isLoaded = false;
      if (state.told.size > 0) state.told = emptyTable();
      return;
    case 'groupsLoaded': {
      const IDs = event.groups.map(({ groupID }) => groupID);
      state.told = dropRows(state.told, IDs);
      return setGroups(state, event.groups, [...undraft(state.order), ...IDs]);
    }
    case 'groupPatched':
      return patchGroup(state, event.groupID, event.patch, userID);
    case 'groupLeft':
      return dropGroup(state, event.groupID);
    case 'MESSAGE_RECEIVED':
      // In the order of their sequences, and newer than the last.
      state.lastTips = updateTable(state.lastTips, tipSequences(event.data));
      return reduceGroupMessages(event.data, userID, {
        patch: (groupID, patch) => patchGroup(state, groupID, patch, userID),
        drop: (groupID) => dropGroup(state, groupID),
      });
    default:
  }
}

/** The full list: what is not in it is gone, but for what the SDK keeps apart. */
function replace(state: Draft<GroupsState>, groups: readonly Group[]): void {
  const hasRoom = groups.some(isRoom);
  const kept = undraft(state.order).filter((ID) => {
    const group = state.byID.get(ID);
    return group?.isSupportTopic === true || (!hasRoom && group !== undefined && isRoom(group));
  });
  state.isLoaded = true;
  setGroups(state, groups, [...groups.map(({ groupID }) => groupID), ...kept]);
}

/** Whether the SDK's list may leave it out, although I am in it. */
function isRoom({ type }: Group): boolean {
  return type === 'AVChatRoom';
}

/** What the SDK has not learned yet is empty in its list; these are never empty in truth. */
const KNOWN = [
  'name',
  'type',
  'ownerID',
  'createTime',
  'memberCount',
  'maxMemberCount',
  'joinOption',
  'inviteOption',
];
const KNOWN_OF_ME = ['userID', 'role', 'joinTime', 'messageRemindType'];

/**
 * What live messages and actions tell, and the SDK's lists then may have wrong: no SDK keeps owner and role up, and 2.x
 * takes one off the count however many were removed.
 */
const TOLD: readonly string[] = ['ownerID', 'role', 'nameCard', 'memberCount'];

/** Sets these groups, and the order; drops the groups that are not in it. */
function setGroups(state: Draft<GroupsState>, groups: readonly Group[], listed: readonly string[]): void {
  const before = undraft(state.order);
  const order = new Set(listed);
  for (const ID of before) if (!order.has(ID)) dropGroup(state, ID);
  state.byID = putRows<string, Group>(
    state.byID,
    groups.map((group) => {
      const old = state.byID.get(group.groupID);
      if (group === old) return [group.groupID, old];
      const told = state.told.get(group.groupID) ?? [];
      const selfInfo = keepKnown(group.selfInfo, old?.selfInfo, KNOWN_OF_ME, told);
      return [group.groupID, keepKnown({ ...group, selfInfo }, old, KNOWN, told)];
    }),
  );
  setList(state, 'order', [...order]);
}

/** The record, with the fields of the old one: those where they are known there alone, and those that `told` names. */
function keepKnown<T extends object>(
  next: T,
  old: T | undefined,
  known: readonly string[],
  told: readonly string[],
): T {
  if (old === undefined) return next;
  const kept = [...known.filter((key) => !Reflect.get(next, key)), ...told.filter((key) => key in next)];
  return Object.freeze({ ...next, ...Object.fromEntries(kept.map((key) => [key, Reflect.get(old, key)])) });
}

function patchGroup(
  state: Draft<GroupsState>,
  groupID: string,
  { selfInfo, groupCustomField, ...patch }: GroupPatch,
  userID: string | undefined,
): void {
  const old = state.byID.get(groupID);
  if (old === undefined) return;
  const { ownerID = old.ownerID } = patch;
  const me = { ...old.selfInfo, ...selfInfo };
  // Who owns it says what I am, whichever of the two is told.
  if (ownerID !== old.ownerID && userID !== undefined) {
    if (ownerID === userID) me.role = 'Owner';
    else if (old.ownerID === userID || me.role === 'Owner') me.role = 'Member';
  }
  const next: Group = {
    ...old,
    ...patch,
    groupCustomField: mergeFields(old.groupCustomField, groupCustomField ?? []),
    selfInfo: equalPlain(me, old.selfInfo) ? old.selfInfo : Object.freeze(me),
  };
  const told = Object.keys({ ...patch, ...selfInfo, ...(patch.ownerID === undefined ? {} : { role: '' }) });
  const known = state.told.get(groupID) ?? [];
  const fresh = told.filter((key) => TOLD.includes(key) && !known.includes(key));
  if (fresh.length > 0)
    state.told = updateTable(state.told, [[groupID, Object.freeze([...known, ...fresh])]]);
  state.byID = putRows<string, Group>(state.byID, [[groupID, next]]);
}

/** I am not in it any more: nothing of it stays. */
function dropGroup(state: Draft<GroupsState>, groupID: string): void {
  const without = <T>(table: Table<string, T>): Table<string, T> => dropRows(table, [groupID]);
  state.byID = without(state.byID);
  state.told = without(state.told);
  state.lastTips = without(state.lastTips);
  state.attributes = without(state.attributes);
  state.counters = without(state.counters);
  state.onlineCounts = without(state.onlineCounts);
  state.topics = without(state.topics);
  const gone = [...state.applications].filter(([, application]) => application.groupID === groupID);
  state.applications = dropRows(
    state.applications,
    gone.map(([ID]) => ID),
  );
  const order = undraft(state.order);
  if (order.includes(groupID)) state.order = castDraft(Object.freeze(order.filter((ID) => ID !== groupID)));
}

/** Lets the next list say how many members there are. */
function forgetCounts(state: Draft<GroupsState>): void {
  state.told = updateTable(
    state.told,
    [...state.told]
      .filter(([, told]) => told.includes('memberCount'))
      .map(([groupID, told]) => [groupID, told.filter((key) => key !== 'memberCount')]),
  );
}
