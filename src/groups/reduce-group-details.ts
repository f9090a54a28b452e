import type { Draft } from 'immer';
import type { WideEvent } from '../events.ts';
import { equalPlain } from '../shared/plain.ts';
import { putRows } from '../shared/put-rows.ts';
import type { Table } from '../shared/table.ts';
import type { GroupsState, Topic } from './group.ts';

/** Keeps what is known beside the groups' profiles: attributes, counters, online counts and topics. */
export function reduceGroupDetails(state: Draft<GroupsState>, event: WideEvent): void {
  switch (event.type) {
    case 'GROUP_ATTRIBUTES_UPDATED': {
      const { groupID, groupAttributes } = event.data;
      state.attributes = putRows(state.attributes, [[groupID, groupAttributes]]);
      return;
    }
    case 'attributesLoaded': {
      const { groupID, groupAttributes, keyList } = event;
      state.attributes = setKeys(state.attributes, groupID, groupAttributes, keyList);
      return;
    }
    case 'GROUP_COUNTER_UPDATED': {
      const { groupID, key, value } = event.data;
      state.counters = setKeys(state.counters, groupID, { [key]: value }, [key]);
      return;
    }
    case 'countersLoaded':
      state.counters = setKeys(state.counters, event.groupID, event.counters, event.keyList);
      return;
    case 'onlineCountLoaded':
      state.onlineCounts = putRows(state.onlineCounts, [[event.groupID, event.memberCount]]);
      return;
    case 'topicsLoaded':
      return setTopics(state, event.groupID, event.topics, event.isWhole);
    case 'TOPIC_UPDATED': {
      const { groupID, topic } = event.data;
      // A lone topic would pass for all that there are.
      return state.topics.get(groupID) && setTopics(state, groupID, [topic], false);
    }
    case 'topicPatched': {
      const { groupID, topicID, patch } = event;
      const topic = state.topics.get(groupID)?.find((known) => known.topicID === topicID);
      return topic && setTopics(state, groupID, [Object.freeze({ ...topic, ...patch })], false);
    }
    case 'topicsDeleted':
      return deleteTopics(state, event.groupID, event.topicIDs);
    case 'TOPIC_DELETED':
      return deleteTopics(state, event.data.groupID, event.data.topicIDList);
    default:
  }
}

/** Of these keys, by default all, the group has these values and no others. */
function setKeys<T>(
  table: Table<string, Readonly<Record<string, T>>>,
  groupID: string,
  values: Readonly<Record<string, T>>,
  keyList: readonly string[] | undefined,
): Table<string, Readonly<Record<string, T>>> {
  const before = keyList === undefined ? [] : Object.entries(table.get(groupID) ?? {});
  const kept = Object.fromEntries(before.filter(([key]) => keyList?.includes(key) !== true));
  return putRows(table, [[groupID, { ...kept, ...values }]]);
}

/** Those that are there keep their place, the others follow. */
function setTopics(
  state: Draft<GroupsState>,
  groupID: string,
  topics: readonly Topic[],
  isWhole: boolean,
): void {
  const known = new Map(state.topics.get(groupID)?.map((topic) => [topic.topicID, topic]));
  const next = new Map(isWhole ? [] : known);
  for (const topic of topics) {
    const old = known.get(topic.topicID);
    next.set(topic.topicID, old !== undefined && equalPlain(topic, old) ? old : topic);
  }
  state.topics = putRows(state.topics, [[groupID, [...next.values()]]]);
}

function deleteTopics(state: Draft<GroupsState>, groupID: string, topicIDs: readonly string[]): void {
  const left = state.topics.get(groupID)?.filter(({ topicID }) => !topicIDs.includes(topicID));
  if (left !== undefined) state.topics = putRows(state.topics, [[groupID, left]]);
}
