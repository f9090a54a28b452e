import type { Draft } from 'immer';
import { undraft } from '../conversations/undraft.ts';
import type { StoreEvent } from '../events.ts';
import { copyPlain, equalPlain } from '../shared/plain.ts';
import type { BlocklistState } from './blocklist.ts';

/** No list yet. */
export function initialBlocklist(): BlocklistState {
  return { userIDs: Object.freeze([]), isLoaded: false };
}

/** Keeps whom I block. */
export function reduceBlocklist(state: Draft<BlocklistState>, event: StoreEvent): void {
  const before: readonly string[] = undraft(state.userIDs);
  const set = (userIDs: readonly string[]): void => {
    if (!equalPlain(userIDs, before)) Object.assign(state, { userIDs: copyPlain(userIDs, before) });
  };
  switch (event.type) {
    case 'BLACKLIST_UPDATED':
    case 'blocklistLoaded':
      set(event.type === 'blocklistLoaded' ? event.userIDs : event.data);
      state.isLoaded = true;
      return;
    case 'blocklistChanged': {
      const removed = new Set(event.removed);
      return set([...new Set([...before, ...event.added])].filter((ID) => !removed.has(ID)));
    }
    default:
  }
}
