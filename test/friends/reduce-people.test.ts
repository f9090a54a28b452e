import type { StoreEvent, TimState } from 'tim-reactive';
import { c2cID, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';

const options = { isPartial: false, clearOnKick: false };

const friend = (userID: string) =>
  Object.freeze({ userID, remark: '', groupList: ['work'], source: '', addTime: 1, friendCustomField: [] });
const request = (userID: string, type: string = TYPES.SNS_APPLICATION_SENT_TO_ME) =>
  Object.freeze({ userID, nick: '', avatar: '', time: 1, source: '', wording: '', type });
const row = (userID: string) => ({
  conversationID: c2cID(userID),
  type: 'C2C',
  unreadCount: 1,
  lastMessage: undefined,
  isPinned: false,
  messageRemindType: '',
  remark: '',
  peerReadTime: 0,
  groupProfile: undefined,
  groupAtInfoList: [],
  markList: [],
  customData: '',
  conversationGroupList: [],
});

const lists: readonly StoreEvent[] = [
  { type: 'FRIEND_LIST_UPDATED', data: ['alice', 'bob'].map(friend) },
  { type: 'FRIEND_GROUP_LIST_UPDATED', data: [{ name: 'work', userIDList: ['alice', 'bob'], count: 2 }] },
  {
    type: 'FRIEND_APPLICATION_LIST_UPDATED',
    data: { friendApplicationList: ['carol', 'dave'].map((userID) => request(userID)), unreadCount: 2 },
  },
  { type: 'BLACKLIST_UPDATED', data: ['mallory'] },
  { type: 'CONVERSATION_LIST_UPDATED', data: ['alice', 'bob'].map(row) },
  { type: 'CONVERSATION_GROUP_LIST_UPDATED', data: ['work'] },
  { type: 'USER_STATUS_UPDATED', data: [{ userID: 'alice', statusType: 1, customStatus: '' }] },
  {
    type: 'profilesLoaded',
    profiles: [{ userID: 'alice', nick: 'Alice', avatar: '', gender: 'x', time: 5 }],
  },
];

const actions: readonly StoreEvent[] = [
  { type: 'friendListLoaded', friends: [friend('bob')] },
  { type: 'friendsLoaded', friends: [{ ...friend('bob'), remark: 'Bobby' }, friend('erin')] },
  { type: 'friendAdded', friend: friend('erin') },
  { type: 'friendPatched', userID: 'alice', patch: { friendCustomField: [{ key: 'a', value: '1' }] } },
  { type: 'friendsDeleted', userIDs: ['alice', 'nobody'] },
  { type: 'friendApplicationsLoaded', friendApplicationList: [request('carol')], unreadCount: 5 },
  { type: 'friendApplicationSent', application: request('erin', TYPES.SNS_APPLICATION_SENT_BY_ME) },
  { type: 'friendApplicationDeleted', userID: 'carol', applicationType: undefined },
  { type: 'friendApplicationsRead' },
  { type: 'friendGroupsLoaded', groups: [] },
  { type: 'friendGroupChanged', name: 'work', newName: 'work', added: ['carol'], removed: ['alice'] },
  { type: 'friendGroupChanged', name: 'work', newName: 'office', added: [], removed: [] },
  { type: 'friendGroupChanged', name: 'work', newName: undefined, added: [], removed: [] },
  { type: 'blocklistLoaded', userIDs: [] },
  { type: 'blocklistChanged', added: ['alice'], removed: ['mallory'] },
  { type: 'conversationsLoaded', conversations: [row('erin')] },
  { type: 'conversationsPatched', conversationIDs: [c2cID('bob')], patch: { isPinned: true } },
  { type: 'conversationsMarked', conversationIDs: [c2cID('bob')], markType: 1, enableMark: true },
  { type: 'conversationsDeleted', conversationIDs: [c2cID('bob')] },
  { type: 'conversationsRead', conversationType: undefined },
  { type: 'historyCleared', conversationIDs: [c2cID('bob')] },
  { type: 'draftSet', conversationID: c2cID('bob'), draftText: 'hi' },
  {
    type: 'conversationGroupChanged',
    groupName: 'work',
    newName: 'work',
    added: [c2cID('bob')],
    removed: [],
  },
  { type: 'conversationGroupChanged', groupName: 'work', newName: 'home', added: [], removed: [] },
  {
    type: 'CONVERSATION_IN_GROUP_UPDATED',
    data: {
      groupName: 'work',
      conversationList: [{ ...row('alice'), conversationGroupList: ['work'] }],
    },
  },
  { type: 'statusesLoaded', statuses: [{ userID: 'bob', statusType: 2, customStatus: 'x' }] },
  { type: 'profilesLoaded', profiles: [{ userID: 'bob', nick: 'Bob', avatar: '', time: 7 }] },
];

const filled: TimState = reduce(initialState(), [{ type: 'loginStarted', userID: 'me' }, ...lists], options);
const { friends, blocklist, conversations, profiles } = filled;

describe('what events do to friends, blocklist, conversations and profiles', () => {
  it.each(lists)('$type changes nothing when it comes again', (event) => {
    expect(reduce(filled, [structuredClone(event)], options)).toBe(filled);
  });

  it.each(actions)('$type does its work once, however often it comes', (event) => {
    const once = reduce(filled, [event], options);
    expect(once).not.toBe(filled);
    expect(reduce(once, [structuredClone(event)], options)).toBe(once);
  });

  it.each(actions)('$type changes its own slice alone', (event) => {
    const after = reduce(filled, [event], options);
    const changed = [
      after.friends !== friends,
      after.blocklist !== blocklist,
      after.conversations !== conversations,
      after.profiles !== profiles,
    ];
    expect(changed.filter(Boolean)).toHaveLength(1);
  });

  it('names and pictures follow the newest sighting, and details the newest profile', () => {
    const sight = (nick: string, time: number, more = {}): StoreEvent => ({
      type: 'profilesLoaded',
      profiles: [{ userID: 'alice', nick, avatar: '', time, ...more }],
    });
    const after = (...events: readonly StoreEvent[]) =>
      reduce(filled, events, options).profiles.byID.get('alice');
    expect(after(sight('Older', 4))).toEqual({ userID: 'alice', nick: 'Alice', avatar: '', gender: 'x' });
    expect(after(sight('Newer', 6))).toEqual({ userID: 'alice', nick: 'Newer', avatar: '', gender: 'x' });
    expect(after(sight('Kept', 4, { gender: 'y' }))).toMatchObject({ nick: 'Alice', gender: 'y' });
    expect(after(sight('Newer', 6), sight('Older', 4))).toMatchObject({ nick: 'Newer', gender: 'x' });
    expect(after(sight('Newer', 6, { gender: 'y' }))).toMatchObject({ nick: 'Newer', gender: 'y' });
  });
});
