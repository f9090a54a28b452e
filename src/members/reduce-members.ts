import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { emptySortedList } from '../shared/sorted-list.ts';
import { emptyTable } from '../shared/table.ts';
import type { MembersState, Mute } from './group-member.ts';

/** No member known. */
export function initialMembers(): MembersState {
  return { byGroup: emptyTable(), mutes: emptySortedList<Mute>(compareMutes) };
}

/** The one that ends first comes first; the rest is a tie-break. */
function compareMutes(a: Mute, b: Mute): number {
  return a.muteUntil - b.muteUntil || order(a.groupID, b.groupID) || order(a.userID, b.userID);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Keeps what is known of the members of groups. */
export function reduceMembers(_state: Draft<MembersState>, _event: StoreEvent): void {}
