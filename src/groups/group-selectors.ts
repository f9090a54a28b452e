import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import { memoize } from '../shared/memo.ts';
import type { Table } from '../shared/table.ts';
import type { Group, GroupApplication, Topic } from './group.ts';

const rowsOf = /* @__PURE__ */ memoize((byID: Table<string, Group>) =>
  memoize((order: readonly string[]): readonly Group[] =>
    Object.freeze(order.map((ID) => byID.get(ID)).filter((group) => group !== undefined)),
  ),
);

const applicationsOf = /* @__PURE__ */ memoize(
  (table: Table<string, GroupApplication>): readonly GroupApplication[] =>
    Object.freeze([...table].map(([, application]) => application)),
);

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
const NO_TOPICS: readonly Topic[] = Object.freeze([]);

/** The groups that I am in: the SDK's list in its order, then those that it leaves out; the same array until one of them, or the order, changes. */
export const selectGroups: KeyedSelector<[], readonly Group[]> = /* @__PURE__ */ keyed('groups', (state) =>
  rowsOf(state.groups.byID)(state.groups.order),
);

/** A group that I am in; `undefined` where I am not, or no ID is given. */
export const selectGroup: KeyedSelector<[groupID: string | undefined], Group | undefined> =
  /* @__PURE__ */ keyed('group:', (state, groupID) =>
    groupID === undefined ? undefined : state.groups.byID.get(groupID),
  );

/** What a group is called: its name, else its ID. Known of groups that I am in, and of those in the conversation list. */
export const selectGroupName: KeyedSelector<[groupID: string], string> = /* @__PURE__ */ keyed(
  (groupID) => [`conversation:GROUP${groupID}`, `group:${groupID}`],
  (state, groupID) => {
    const row = state.conversations.byID.get(`GROUP${groupID}`);
    return state.groups.byID.get(groupID)?.name || row?.groupProfile?.name || groupID;
  },
);

/** Requests to join groups that I administer, answered ones, too, in the order in which they were seen. */
export const selectGroupApplications: KeyedSelector<[], readonly GroupApplication[]> = /* @__PURE__ */ keyed(
  'groups',
  (state) => applicationsOf(state.groups.applications),
);

/** A group's attributes, as far as known: after `getAttributes` they are whole, and kept up. */
export const selectGroupAttributes: KeyedSelector<
  [groupID: string | undefined],
  Readonly<Record<string, string>>
> = /* @__PURE__ */ keyed(
  'group:',
  (state, groupID) => (groupID !== undefined && state.groups.attributes.get(groupID)) || NOTHING,
);

/** A group's counters, as far as known. */
export const selectGroupCounters: KeyedSelector<
  [groupID: string | undefined],
  Readonly<Record<string, number>>
> = /* @__PURE__ */ keyed(
  'group:',
  (state, groupID) => (groupID !== undefined && state.groups.counters.get(groupID)) || NOTHING,
);

/** How many are online in a group, as last asked for; `undefined` where nobody asked. */
export const selectOnlineMemberCount: KeyedSelector<[groupID: string | undefined], number | undefined> =
  /* @__PURE__ */ keyed('group:', (state, groupID) =>
    groupID === undefined ? undefined : state.groups.onlineCounts.get(groupID),
  );

/** The topics of a community, as far as known. */
export const selectTopics: KeyedSelector<[groupID: string | undefined], readonly Topic[]> =
  /* @__PURE__ */ keyed(
    'group:',
    (state, groupID) => (groupID !== undefined && state.groups.topics.get(groupID)) || NO_TOPICS,
  );
