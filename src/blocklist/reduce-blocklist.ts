import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import type { BlocklistState } from './blocklist.ts';

/** No list yet. */
export function initialBlocklist(): BlocklistState {
  return { userIDs: Object.freeze([]), isLoaded: false };
}

/** Keeps whom I block. */
export function reduceBlocklist(_state: Draft<BlocklistState>, _event: StoreEvent): void {}
