import type { Draft } from 'immer';
import { comparePlain } from '../shared/plain.ts';
import { updateTable } from '../shared/table.ts';
import type { MembersState, MemberSighting } from './group-member.ts';
import { memberOf, membersOf, setRows } from './member-rows.ts';

/** Takes over what messages and members show of name cards; of two, the one seen last counts. */
export function seeNameCards(state: Draft<MembersState>, sightings: readonly MemberSighting[]): void {
  const byGroup = new Map<string, Map<string, MemberSighting>>();
  for (const sighting of sightings) {
    const { groupID, userID } = sighting;
    const newest = byGroup.get(groupID) ?? new Map<string, MemberSighting>();
    byGroup.set(groupID, newest);
    const members = membersOf(state, groupID);
    const time = members.seenTimes.get(userID);
    const before =
      newest.get(userID) ??
      (time === undefined ? undefined : { nameCard: members.byID.get(userID)?.nameCard ?? '', time });
    if (before === undefined || compare(sighting, before) > 0) newest.set(userID, sighting);
  }
  for (const [groupID, newest] of byGroup) {
    const members = membersOf(state, groupID);
    const seen = [...newest.values()];
    setRows(
      state,
      groupID,
      seen
        .filter(({ userID, nameCard }) => nameCard !== members.byID.get(userID)?.nameCard)
        .map(({ userID, nameCard }) => memberOf(members, userID, { nameCard })),
      {
        seenTimes: updateTable(
          members.seenTimes,
          seen.map(({ userID, time }) => [userID, time]),
        ),
      },
    );
  }
}

/** By time; within one second by some fixed order, so that it does not matter which was told first. */
function compare(
  a: Pick<MemberSighting, 'nameCard' | 'time'>,
  b: Pick<MemberSighting, 'nameCard' | 'time'>,
): number {
  return a.time - b.time || comparePlain(a.nameCard, b.nameCard);
}
