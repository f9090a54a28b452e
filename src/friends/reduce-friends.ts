import type { Draft } from 'immer';
import { setList, undraft } from '../conversations/undraft.ts';
import type { WideEvent } from '../events.ts';
import * as TYPES from '../sdk/types.ts';
import { mergeFields } from '../shared/merge-fields.ts';
import { putRows } from '../shared/put-rows.ts';
import { emptyTable } from '../shared/table.ts';
import { without } from '../shared/without.ts';
import type { Friend, FriendApplication, FriendGroup, FriendsState } from './friend.ts';

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
export function reduceFriends(state: Draft<FriendsState>, event: WideEvent): void {
  switch (event.type) {
    case 'FRIEND_LIST_UPDATED':
    case 'friendListLoaded': {
      const friends = event.type === 'friendListLoaded' ? event.friends : event.data;
      const listed = new Set(friends.map(({ userID }) => userID));
      state.isLoaded = true;
      setFriends(state, friends, without(undraft(state.order), listed));
      return setList(state, 'order', [...listed]);
    }
    case 'friendsLoaded':
      // Who is not in the list any more was deleted while the answer was on its way.
      return addFriends(
        state,
        event.friends.filter(({ userID }) => !state.isLoaded || state.byID.get(userID) !== undefined),
      );
    case 'friendAdded': {
      const { userID, groupList } = event.friend;
      if (state.byID.get(userID) === undefined) addFriends(state, [event.friend]);
      const groups = undraft(state.groups).map((group) =>
        groupList.includes(group.name)
          ? { ...group, ...membersOf([...new Set([...group.userIDList, userID])]) }
          : group,
      );
      return setList(state, 'groups', groups);
    }
    case 'friendPatched': {
      const friend = state.byID.get(event.userID);
      if (friend === undefined) return;
      const { friendCustomField = NONE } = event.patch;
      const fields = mergeFields(friend.friendCustomField, friendCustomField);
      return setFriends(state, [Object.freeze({ ...friend, ...event.patch, friendCustomField: fields })]);
    }
    case 'friendsDeleted': {
      const { userIDs } = event;
      setFriends(state, [], userIDs);
      setList(state, 'order', without(undraft(state.order), userIDs));
      return setList(
        state,
        'groups',
        undraft(state.groups).map((group) => ({
          ...group,
          ...membersOf(without(group.userIDList, userIDs)),
        })),
      );
    }
    case 'FRIEND_APPLICATION_LIST_UPDATED':
      return setApplications(state, event.data.friendApplicationList, event.data.unreadCount);
    case 'friendApplicationsLoaded':
      return setApplications(state, event.friendApplicationList, event.unreadCount);
    case 'friendApplicationSent':
      return setApplications(state, [
        ...undraft(state.applications).filter((known) => !isOf(known, event.application)),
        event.application,
      ]);
    case 'friendApplicationDeleted': {
      const { userID, applicationType } = event;
      return setApplications(
        state,
        undraft(state.applications).filter(
          (known) => !isOf(known, { userID, type: applicationType ?? known.type }),
        ),
      );
    }
    case 'friendApplicationsRead':
      state.unreadApplicationCount = 0;
      return;
    case 'FRIEND_GROUP_LIST_UPDATED':
      return setList(state, 'groups', event.data);
    case 'friendGroupsLoaded':
      return setList(state, 'groups', event.groups);
    case 'friendGroupChanged':
      return changeGroup(state, event);
    default:
  }
}

function addFriends(state: Draft<FriendsState>, friends: readonly Friend[]): void {
  setFriends(state, friends);
  const order = new Set([...undraft(state.order), ...friends.map(({ userID }) => userID)]);
  setList(state, 'order', [...order]);
}

function setFriends(
  state: Draft<FriendsState>,
  friends: readonly Friend[],
  gone: readonly string[] = NONE,
): void {
  state.byID = putRows<string, Friend>(state.byID, [
    ...gone.map((ID) => [ID, undefined] as const),
    ...friends.map((friend) => [friend.userID, friend] as const),
  ]);
}

/** The requests, of which no more can be unread than were sent to me. */
function setApplications(
  state: Draft<FriendsState>,
  list: readonly FriendApplication[],
  unreadCount: number = state.unreadApplicationCount,
): void {
  const toMe = list.filter(({ type }) => type === TYPES.SNS_APPLICATION_SENT_TO_ME);
  setList(state, 'applications', list);
  state.unreadApplicationCount = Math.min(unreadCount, toMe.length);
}

/** A friend group that was made, changed, renamed or deleted; of one to be renamed the list's event may have come first. */
function changeGroup(
  state: Draft<FriendsState>,
  { name, newName, added, removed }: WideEvent & { readonly type: 'friendGroupChanged' },
): void {
  const groups: readonly FriendGroup[] = undraft(state.groups);
  const old = groups.find((known) => known.name === name) ?? groups.find((known) => known.name === newName);
  const isRenamed = newName !== name;
  if (isRenamed) setGroup(state, name, undefined);
  if (newName === undefined || (isRenamed && old === undefined)) return;
  const userIDs = new Set([...(old?.userIDList ?? NONE), ...added]);
  setGroup(state, newName, { name: newName, ...membersOf(without([...userIDs], removed)) });
}

/** A friend group as it is now, in its place; the friends who came and went know of it, too. */
function setGroup(state: Draft<FriendsState>, name: string, group: FriendGroup | undefined): void {
  const before: readonly FriendGroup[] = undraft(state.groups);
  const old = before.find((known) => known.name === name);
  if (group === undefined || old === undefined)
    setList(state, 'groups', [...before.filter((known) => known !== old), ...(group ? [group] : NONE)]);
  else
    setList(
      state,
      'groups',
      before.map((known) => (known === old ? group : known)),
    );
  const members = new Set(group?.userIDList);
  // The list's own event may have come first: so it is not only who was in the list before.
  const friends = undraft(state.order).flatMap((ID) => {
    const friend = state.byID.get(ID);
    if (friend === undefined || friend.groupList.includes(name) === members.has(ID)) return [];
    const others = friend.groupList.filter((other) => other !== name);
    const groupList = Object.freeze(members.has(ID) ? [...others, name] : others);
    return [Object.freeze({ ...friend, groupList })];
  });
  setFriends(state, friends);
}

/** Who is in a friend group, as its fields say it. */
export function membersOf(userIDList: readonly string[]): Pick<FriendGroup, 'userIDList' | 'count'> {
  return { userIDList, count: userIDList.length };
}

function isOf(
  application: FriendApplication,
  { userID, type }: Pick<FriendApplication, 'userID' | 'type'>,
): boolean {
  return application.userID === userID && application.type === type;
}
