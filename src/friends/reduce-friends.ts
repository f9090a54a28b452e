import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { emptyTable } from '../shared/table.ts';
import type { FriendsState } from './friend.ts';

const NONE: readonly never[] = Object.freeze([]);

/** No list yet. */
export function initialFriends(): FriendsState {
  return {
    byID: emptyTable(),
    order: NONE,
    isLoaded: false,
    applications: NONE,
    unreadApplicationCount: 0,
    groups: NONE,
  };
}

/** Keeps friends, requests for friendship and friend groups. */
export function reduceFriends(_state: Draft<FriendsState>, _event: StoreEvent): void {}
