// What becomes of groups, members and people when a session ends, on each of the vendor's packages.

import type { TimState, TimStore } from 'tim-reactive';
import {
  groupID as conversationOf,
  selectGroup,
  selectGroupApplications,
  selectGroupMember,
  selectGroupMembers,
  selectGroups,
  selectMyProfile,
  selectTimeline,
} from 'tim-reactive';
import { describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, fullPackages, type PackageName, packages } from './boot.ts';
import { refuse } from './cloud/wire.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';

let boot: Boot;
let store: TimStore;

useStores();

const pass = async (ms = 3000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const login = async (userID = 'me'): Promise<void> =>
  soon(store.actions.session.login({ userID, userSig: 'any' }), 3000);

async function open(name: PackageName): Promise<void> {
  boot = await bootSdk(name);
  boot.cloud.setUser('me', { nick: 'Me' });
  boot.cloud.setUser('alice', { nick: 'Alice' });
  boot.cloud.addGroup('team', ['alice', 'me', 'bob']);
  boot.cloud.addGroup('mine', ['me', 'alice'], { ApplyJoinOption: 'NeedPermission' });
  boot.cloud.befriend('me', 'alice');
  boot.cloud.requestFriend('carol', 'me');
  boot.cloud.block('me', 'dave');
  store = openStore(boot);
}

/** Something in every slice. */
async function fill(): Promise<void> {
  await login();
  await pass();
  boot.cloud.setAdmin('alice', 'team', 'me');
  boot.cloud.applyToJoin('bob', 'mine', 'please');
  boot.cloud.say('alice', 'me', 'hello');
  boot.cloud.setCounter('team', 'likes', 1);
  boot.cloud.muteInGroup('alice', 'team', 'bob', 60);
  await soon(store.actions.members.load('team'));
  await soon(store.actions.groups.initAttributes('team', { a: '1' }));
  await pass();
}

/** What is on screen. */
const kept = [
  'conversations',
  'messages',
  'groups',
  'members',
  'friends',
  'blocklist',
  'profiles',
  'typing',
] as const satisfies readonly (keyof TimState)[];

const role = (): string | undefined => selectGroup(store.getState(), 'team')?.selfInfo.role;

/** Any call finds it out. */
const expired = (): void => {
  const accept = boot.line.answer('profile.portrait_get_all', () => refuse(70001));
  store.actions.profiles.get(['zoe']).then(accept, accept);
};

describe.each(packages)('a store on %s that is kicked out', (name) => {
  it.each([
    ['multipleAccount', () => boot.cloud.kick('me', 1)],
    ['multipleDevice', () => boot.cloud.kick('me', 2)],
    ['REST_API_Kick', () => boot.cloud.kick('me', 3)],
    ['userSigExpired', expired],
  ] as const)(
    '(%s) keeps what is on screen, refuses what is asked, and is up to date after a new login',
    async (type, kick) => {
      await open(name);
      await fill();
      const before = store.getState();
      kick();
      await pass();
      expect(store.getState().session).toMatchObject({
        status: 'kickedOut',
        kickedOutType: type,
        userID: 'me',
      });
      const touched = kept.filter((slice) => store.getState()[slice] !== before[slice]);
      expect(touched).toEqual([]);
      expect([role(), selectGroups(store.getState()).length]).toEqual(['Admin', 2]);
      expect(selectGroupApplications(store.getState())).toMatchObject([{ userID: 'bob', status: 'pending' }]);
      const { groups, members, profiles } = store.actions;
      for (const call of [groups.getList, async () => members.load('mine'), profiles.getMine])
        await expect(soon<unknown>(call(), 10)).rejects.toMatchObject({ code: 'KICKED_OUT' });
      // The mute ends all the same.
      await pass(60_000);
      expect(selectGroupMember(store.getState(), 'team', 'bob')?.isMuted).toBe(false);

      boot.cloud.setAdmin('alice', 'team', 'me', false);
      boot.cloud.kickFromGroup('me', 'mine', ['alice']);
      boot.cloud.joinGroup('erin', 'team');
      await login();
      await pass();
      expect(store.getState().session).toMatchObject({ status: 'ready', kickedOutType: undefined });
      expect([role(), selectGroup(store.getState(), 'mine')?.memberCount]).toEqual(['Member', 1]);
      expect(selectGroup(store.getState(), 'team')?.memberCount).toBe(4);
      await soon(store.actions.members.load('team'));
      expect(selectGroupMembers(store.getState(), 'team').map(({ userID }) => userID)).toEqual([
        'alice',
        'me',
        'bob',
        'erin',
      ]);
    },
  );
});

describe.each(packages)('a store on %s that is logged out', (name) => {
  const empty = () => ({
    conversations: 0,
    groups: [0, 0, 0, 0, 0, false],
    members: [0, 0],
    friends: [0, 0, 0, false],
    blocklist: [0, false],
    profiles: [0, 0],
    timelines: 0,
  });
  const sizes = ({ conversations, groups, members, friends, blocklist, profiles, messages }: TimState) => ({
    conversations: conversations.byID.size,
    groups: [
      groups.byID.size,
      groups.order.length,
      groups.attributes.size,
      groups.counters.size,
      groups.applications.size,
      groups.isLoaded,
    ],
    members: [members.byGroup.size, members.mutes.length],
    friends: [friends.byID.size, friends.applications.length, friends.groups.length, friends.isLoaded],
    blocklist: [blocklist.userIDs.length, blocklist.isLoaded],
    profiles: [profiles.byID.size, profiles.statuses.size],
    timelines: messages.timelines.size,
  });

  it('has nothing left of it, and shows the next account only what is theirs', async () => {
    await open(name);
    boot.cloud.addGroup('theirs', ['alice', 'frank']);
    await fill();
    const answer = boot.line.hold('group_open_http_svc.get_group_member_info');
    const late = store.actions.members.load('mine');
    await pass(100);
    const logout = store.actions.session.logout();
    await expect(soon(late, 10)).rejects.toMatchObject({ code: 'LOGGED_OUT' });
    await soon(logout, 3000);
    expect(sizes(store.getState())).toEqual(empty());
    const seen = new Set<string>();
    store.subscribe((state) => {
      for (const [groupID] of state.groups.byID) seen.add(groupID);
      for (const [groupID] of state.members.byGroup) seen.add(groupID);
      for (const userID of [...state.friends.order, ...state.blocklist.userIDs]) seen.add(userID);
      for (const [, { groupID }] of state.groups.applications) seen.add(groupID);
    });
    await login('frank');
    answer();
    await pass();
    expect([...seen]).toEqual(['theirs']);
    expect(selectMyProfile(store.getState())?.userID).toBe('frank');
    expect(sizes(store.getState())).toMatchObject({
      friends: [0, 0, 0, name !== '@tencentcloud/lite-chat'],
      members: [0, 0],
    });
  });

  it('by another login of the host application: the same', async () => {
    await open(name);
    await fill();
    await soon(boot.sdk.logout(), 3000);
    await soon(boot.sdk.login({ userID: 'frank', userSig: 'any' }), 3000);
    await pass();
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'frank' });
    expect([selectGroups(store.getState()), store.getState().friends.order]).toEqual([[], []]);
  });
});

describe.each(fullPackages)('an AVChatRoom without a login, in a store on %s,', (name) => {
  it('is joined, heard and left; a login empties it', async () => {
    await open(name);
    boot.cloud.addGroup('room', ['alice'], { type: 'AVChatRoom' });
    store.connect();
    await pass();
    const joined = await soon(store.actions.groups.join('room', { type: 'AVChatRoom' }), 1000);
    expect(joined).toMatchObject({ status: 'JoinedSuccess', group: { groupID: 'room' } });
    expect([store.getState().session.status, selectGroups(store.getState()).length]).toEqual([
      'anonymous',
      1,
    ]);
    boot.cloud.sayInGroup('alice', 'room', 'hello');
    await pass();
    expect(selectGroups(store.getState())).toMatchObject([{ groupID: 'room', type: 'AVChatRoom' }]);
    expect(selectTimeline(store.getState(), conversationOf('room')).toArray()).toMatchObject([
      { from: 'alice', payload: { text: 'hello' } },
    ]);
    expect(() => store.actions.messages.sendText(conversationOf('room'), 'x')).toThrow(
      expect.objectContaining({ code: 'NOT_LOGGED_IN' }),
    );
    await login();
    await pass();
    expect(
      selectGroups(store.getState())
        .map(({ groupID }) => groupID)
        .toSorted(),
    ).toEqual(['mine', 'team']);
    expect(store.getState().messages.timelines.size).toBe(0);
    const polls = () => boot.line.requests('group_open_long_polling_http_noauth_svc.get_msg').length;
    const before = polls();
    boot.cloud.sayInGroup('alice', 'room', 'again');
    await pass(10_000);
    expect([polls(), store.getState().messages.timelines.size]).toEqual([before, 0]);
  });

  it('gives way to another, and is over when that is left', async () => {
    await open(name);
    for (const groupID of ['room', 'next']) boot.cloud.addGroup(groupID, ['alice'], { type: 'AVChatRoom' });
    store.connect();
    await pass();
    const listed = () => selectGroups(store.getState()).map(({ groupID }) => groupID);
    const texts = (groupID: string) =>
      selectTimeline(store.getState(), conversationOf(groupID))
        .toArray()
        .map(({ payload }) => payload);
    for (const groupID of ['room', 'next']) {
      await soon(store.actions.groups.join(groupID, { type: 'AVChatRoom' }), 1000);
      expect(listed()).toEqual([groupID]);
    }
    for (const groupID of ['room', 'next']) boot.cloud.sayInGroup('alice', groupID, `in ${groupID}`);
    await pass();
    expect([listed(), texts('room'), texts('next')]).toEqual([['next'], [], [{ text: 'in next' }]]);
    await soon(store.actions.groups.quit('next'));
    await pass();
    expect([store.getState().session.status, listed()]).toEqual(['idle', []]);
  });
});

describe('an AVChatRoom without a login, in a store on lite-chat,', () => {
  it('is refused', async () => {
    await open('@tencentcloud/lite-chat');
    store.connect();
    await expect(soon(store.actions.groups.join('room', { type: 'AVChatRoom' }))).rejects.toMatchObject({
      code: 'NOT_LOGGED_IN',
    });
    expect(store.getState().session.status).toBe('idle');
  });
});
