import { memoize } from '../shared/memo.ts';
import type { Table } from '../shared/table.ts';
import type { TimState } from '../state.ts';
import type { Group, GroupApplication, Topic } from './group.ts';

const rowsOf = memoize((byID: Table<string, Group>) =>
  memoize((order: readonly string[]): readonly Group[] =>
    Object.freeze(order.map((ID) => byID.get(ID)).filter((group) => group !== undefined)),
  ),
);

const applicationsOf = memoize((table: Table<string, GroupApplication>): readonly GroupApplication[] =>
  Object.freeze([...table].map(([, application]) => application)),
);

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
const NO_TOPICS: readonly Topic[] = Object.freeze([]);

/** The groups that I am in: the SDK's list in its order, then those that it leaves out; the same array until one of them, or the order, changes. */
export function selectGroups(state: TimState): readonly Group[] {
  return rowsOf(state.groups.byID)(state.groups.order);
}

/** A group that I am in; `undefined` where I am not, or no ID is given. */
export function selectGroup(state: TimState, groupID: string | undefined): Group | undefined {
  return groupID === undefined ? undefined : state.groups.byID.get(groupID);
}

/** What a group is called: its name, else its ID. Known of groups that I am in, and of those in the conversation list. */
export function selectGroupName(state: TimState, groupID: string): string {
  const row = state.conversations.byID.get(`GROUP${groupID}`);
  return state.groups.byID.get(groupID)?.name || row?.groupProfile?.name || groupID;
}

/** Requests to join groups that I administer, answered ones, too, in the order in which they were seen. */
export function selectGroupApplications(state: TimState): readonly GroupApplication[] {
  return applicationsOf(state.groups.applications);
}

/** A group's attributes, as far as known: after `getAttributes` they are whole, and kept up. */
export function selectGroupAttributes(
  state: TimState,
  groupID: string | undefined,
): Readonly<Record<string, string>> {
  return (groupID !== undefined && state.groups.attributes.get(groupID)) || NOTHING;
}

/** A group's counters, as far as known. */
export function selectGroupCounters(
  state: TimState,
  groupID: string | undefined,
): Readonly<Record<string, number>> {
  return (groupID !== undefined && state.groups.counters.get(groupID)) || NOTHING;
}

/** How many are online in a group, as last asked for; `undefined` where nobody asked. */
export function selectOnlineMemberCount(state: TimState, groupID: string | undefined): number | undefined {
  return groupID === undefined ? undefined : state.groups.onlineCounts.get(groupID);
}

/** The topics of a community, as far as known. */
export function selectTopics(state: TimState, groupID: string | undefined): readonly Topic[] {
  return (groupID !== undefined && state.groups.topics.get(groupID)) || NO_TOPICS;
}
