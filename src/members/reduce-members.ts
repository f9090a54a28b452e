import type { Draft } from 'immer';
import type { WideEvent } from '../events.ts';
import { NOTICE_ROLES, TIP_ROLES } from '../groups/reduce-group-messages.ts';
import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import { mergeFields } from '../shared/merge-fields.ts';
import { emptySortedList } from '../shared/sorted-list.ts';
import { emptyTable } from '../shared/table.ts';
import type { GroupMember, MembersState, Mute } from './group-member.ts';
import { changeOwner, dropGroups, memberOf, membersOf, removeRows, setRows } from './member-rows.ts';
import { seeNameCards } from './see-name-cards.ts';

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

/** Keeps what is known of the members of groups. `userID` is me; `leftGroupIDs` are the groups that the event took me out of. */
export function reduceMembers(
  state: Draft<MembersState>,
  event: WideEvent,
  { userID, leftGroupIDs }: { readonly userID: string | undefined; readonly leftGroupIDs: readonly string[] },
): void {
  reduceOne(state, event, userID);
  if ('nameCards' in event && event.nameCards !== undefined) seeNameCards(state, event.nameCards);
  if (leftGroupIDs.length > 0) dropGroups(state, leftGroupIDs);
}

function reduceOne(state: Draft<MembersState>, event: WideEvent, userID: string | undefined): void {
  switch (event.type) {
    case 'loginAnswered':
    case 'sessionFound':
      // A new login pages anew; until then what is known stays on screen.
      for (const [groupID] of state.byGroup)
        setRows(state, groupID, [], { offset: 0, isLoaded: false, isLoading: false, isCompleted: false });
      return;
    case 'membersStarted':
      return setRows(state, event.groupID, [], { isLoading: true, error: undefined });
    case 'membersFailed':
      if (!membersOf(state, event.groupID).isLoading) return;
      return setRows(state, event.groupID, [], { isLoading: false, error: event.error });
    case 'memberPageLoaded': {
      const { groupID, members, isFirst, begin, offset, isCompleted } = event;
      const before = membersOf(state, groupID);
      // Else the group was left meanwhile.
      if (!before.isLoading) return;
      const order = new Set([...(isFirst ? [] : before.order), ...members.map((member) => member.userID)]);
      // Somebody left meanwhile, and others moved up behind this page's beginning: what follows begins there once more.
      const hasMoved = !isFirst && before.offset !== begin;
      // Whoever is not in the first page may come with a later one, or have left: the name is all that is sure.
      const unsure = before.order
        .filter((ID) => !order.has(ID))
        .map((ID) => memberOf(before, ID, { role: '' }));
      return setRows(state, groupID, [...unsure, ...keepNameCards(before, members)], {
        order: [...order],
        isLoaded: true,
        isLoading: false,
        error: undefined,
        offset: hasMoved ? before.offset : offset,
        isCompleted: isCompleted && !hasMoved,
      });
    }
    case 'membersLoaded': {
      const { groupID, members } = event;
      const before = membersOf(state, groupID);
      return setRows(
        state,
        groupID,
        keepNameCards(before, members),
        join(
          before,
          members.map((member) => member.userID),
        ),
      );
    }
    case 'memberPatched': {
      const { groupID, patch } = event;
      const { memberCustomField = [] } = patch;
      const old = memberOf(membersOf(state, groupID), event.userID, {});
      const fields = mergeFields(old.memberCustomField, memberCustomField);
      return setRows(state, groupID, [{ ...old, ...patch, memberCustomField: fields }]);
    }
    case 'membersRemoved':
      return removeRows(state, event.groupID, event.userIDs);
    case 'groupPatched':
      return event.patch.ownerID === undefined
        ? undefined
        : changeOwner(state, event.groupID, event.patch.ownerID);
    case 'MESSAGE_RECEIVED':
      for (const message of event.data) onMessage(state, message, userID);
      return;
    case 'timePassed':
      return endMutes(state, event.time);
    default:
  }
}

type Members = ReturnType<typeof membersOf>;

/** What is known of a name card is newer, or comes with the event as a sighting. */
function keepNameCards(before: Members, members: readonly GroupMember[]): readonly GroupMember[] {
  return members.map((member) =>
    before.seenTimes.get(member.userID) === undefined
      ? member
      : { ...member, nameCard: before.byID.get(member.userID)?.nameCard ?? member.nameCard },
  );
}

/** The whole list, with those who joined at its end; a list that is not whole will bring them. */
function join({ isCompleted, order }: Members, userIDs: readonly string[]): { order?: readonly string[] } {
  return isCompleted ? { order: [...new Set([...order, ...userIDs])] } : {};
}

/** What a live tip or notice tells of the members of its group. */
function onMessage(state: Draft<MembersState>, message: Message, userID: string | undefined): void {
  const { type, payload, time } = message;
  if (type === TYPES.MSG_GRP_SYS_NOTICE) {
    const { operationType, groupProfile } = payload;
    const role = NOTICE_ROLES[operationType];
    const members = state.byGroup.get(groupProfile.groupID);
    if (role !== undefined && userID !== undefined && members?.byID.get(userID) !== undefined)
      setRows(state, groupProfile.groupID, [memberOf(members, userID, { role })]);
    return;
  }
  if (type !== TYPES.MSG_GRP_TIP) return;
  const { operationType, userIDList, memberList, newGroupProfile, groupProfile } = payload;
  const { groupID } = groupProfile;
  const before = membersOf(state, groupID);
  const role = TIP_ROLES[operationType];
  if (role !== undefined)
    setRows(
      state,
      groupID,
      userIDList.map((ID) => memberOf(before, ID, { role })),
    );
  else if (operationType === TYPES.GRP_TIP_MBR_JOIN) {
    const fresh = userIDList.filter((ID) => !before.byID.get(ID)?.role);
    const rows = fresh.map((ID) => memberOf(before, ID, { role: 'Member', joinTime: time }));
    setRows(state, groupID, rows, join(before, userIDList));
  } else if (operationType === TYPES.GRP_TIP_MBR_QUIT || operationType === TYPES.GRP_TIP_MBR_KICKED_OUT)
    removeRows(state, groupID, userIDList);
  else if (newGroupProfile.ownerID !== undefined) changeOwner(state, groupID, newGroupProfile.ownerID);
  else if (operationType === TYPES.GRP_TIP_MBR_PROFILE_UPDATED)
    setRows(
      state,
      groupID,
      memberList.flatMap(({ userID: ID, muteTime }) =>
        muteTime === undefined
          ? []
          : [memberOf(before, ID, { muteUntil: muteTime && time + muteTime, isMuted: muteTime > 0 })],
      ),
    );
}

/** The server's time is `time`, in seconds: what ends then or before has ended. */
function endMutes(state: Draft<MembersState>, time: number): void {
  const ended: Mute[] = [];
  for (const mute of state.mutes) {
    if (mute.muteUntil > time) break;
    ended.push(mute);
  }
  for (const { groupID, userID } of ended)
    setRows(state, groupID, [memberOf(membersOf(state, groupID), userID, { isMuted: false })]);
}
