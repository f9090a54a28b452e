import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { emptyTable } from '../shared/table.ts';
import type { GroupsState } from './group.ts';

/** No list yet. */
export function initialGroups(): GroupsState {
  return {
    byID: emptyTable(),
    order: Object.freeze([]),
    isLoaded: false,
    attributes: emptyTable(),
    counters: emptyTable(),
    onlineCounts: emptyTable(),
    topics: emptyTable(),
    applications: emptyTable(),
  };
}

/** Keeps the groups that I am in. */
export function reduceGroups(_state: Draft<GroupsState>, _event: StoreEvent): void {}
