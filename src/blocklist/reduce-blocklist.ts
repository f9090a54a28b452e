import type { Draft } from 'immer';
import { setList, undraft } from '../conversations/undraft.ts';
import type { WideEvent } from '../events.ts';
import { without } from '../shared/without.ts';
import type { BlocklistState } from './blocklist.ts';

/** No list yet. */
export function initialBlocklist(): BlocklistState {
  return { userIDs: Object.freeze([]), isLoaded: false };
}

/** Keeps whom I block. */
export function reduceBlocklist(state: Draft<BlocklistState>, event: WideEvent): void {
  switch (event.type) {
    case 'BLACKLIST_UPDATED':
    case 'blocklistLoaded':
      state.isLoaded = true;
      return setList(state, 'userIDs', event.type === 'blocklistLoaded' ? event.userIDs : event.data);
    case 'blocklistChanged': {
      const userIDs = new Set([...undraft(state.userIDs), ...event.added]);
      return setList(state, 'userIDs', without([...userIDs], event.removed));
    }
    default:
  }
}
