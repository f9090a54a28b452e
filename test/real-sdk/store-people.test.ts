// Users, friends, the blocklist and what is done to conversations, on each of the vendor's packages.

import type { TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectBlocklist,
  selectConversation,
  selectConversations,
  selectDraft,
  selectFriend,
  selectFriendApplications,
  selectFriendGroups,
  selectFriends,
  selectMyProfile,
  selectProfile,
  selectSenderName,
  selectTimeline,
  selectTotalUnreadCount,
  selectUnreadFriendApplicationCount,
  selectUserName,
  selectUserStatus,
  TYPES,
} from 'tim-reactive';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, fullPackages, type PackageName, packages } from './boot.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');
const team = groupID('team');

let boot: Boot;
let store: TimStore;

useStores();

const pass = async (ms = 3000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** A store of `me`, with a friend `bob`, and others who are none. */
async function enter(name: PackageName): Promise<void> {
  boot = await bootSdk(name);
  for (const nick of ['Alice', 'Bob', 'Me']) boot.cloud.setUser(nick.toLowerCase(), { nick });
  boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
  boot.cloud.befriend('me', 'bob');
  store = openStore(boot);
  await soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);
  await pass();
}

const row = (id: typeof alice) => selectConversation(store.getState(), id);

describe.each(packages)('users in a store on %s', (name) => {
  beforeEach(async () => enter(name));

  it('have my own profile soon after the login, and what I change of it', async () => {
    expect(selectMyProfile(store.getState())).toMatchObject({ userID: 'me', nick: 'Me' });
    const changes = { nick: 'Myself', selfSignature: 'here', gender: TYPES.GENDER_FEMALE };
    await soon(store.actions.profiles.updateMine(changes));
    expect(selectMyProfile(store.getState())).toMatchObject(changes);
    await pass();
    expect(selectMyProfile(store.getState())).toMatchObject(changes);
  });

  it('are renamed in silence, and shown so everywhere; a profile that the SDK has kept does not undo it', async () => {
    const [profile] = await soon(store.actions.profiles.get(['alice']));
    expect(profile).toMatchObject({ userID: 'alice', nick: 'Alice' });
    boot.cloud.say('alice', 'me', 'one');
    boot.cloud.sayInGroup('alice', 'team', 'two');
    await pass();
    boot.cloud.setUser('alice', { nick: 'Alicia' });
    boot.cloud.say('alice', 'me', 'three');
    await pass();
    const names = () =>
      [alice, team]
        .flatMap((id) => selectTimeline(store.getState(), id).toArray())
        .map((message) => selectSenderName(store.getState(), message));
    expect(names()).toEqual(['Alicia', 'Alicia', 'Alicia']);
    await soon(store.actions.profiles.get(['alice']));
    expect(names()).toEqual(['Alicia', 'Alicia', 'Alicia']);
    expect(selectProfile(store.getState(), 'alice')?.nick).toBe('Alicia');
  });

  it('have a status', async () => {
    const { failureUserList } = await soon(store.actions.profiles.getStatus(['alice']));
    expect([failureUserList, selectUserStatus(store.getState(), 'alice')?.userID]).toEqual([[], 'alice']);
    await soon(store.actions.profiles.subscribeStatus(['alice']));
    boot.cloud.setStatus('alice', 'away');
    await pass();
    expect(selectUserStatus(store.getState(), 'alice')?.customStatus).toBe('away');
    await soon(store.actions.profiles.setSelfStatus('busy'));
    expect(selectUserStatus(store.getState(), 'me')?.customStatus).toBe('busy');
  });
});

describe.each(packages)('conversations of a store on %s', (name) => {
  beforeEach(async () => {
    await enter(name);
    boot.cloud.say('alice', 'me', 'hello');
    boot.cloud.say('bob', 'me', 'hello');
    boot.cloud.sayInGroup('bob', 'team', 'hello');
    await pass();
  });

  it('are pinned, muted, read and deleted, when the promise resolves and later', async () => {
    const { pin, setRemindType, setAllRead, delete: remove } = store.actions.conversations;
    const mute = TYPES.MSG_REMIND_ACPT_NOT_NOTE;
    const now = () => [
      selectConversations(store.getState())[0]?.conversationID,
      row(alice)?.messageRemindType,
      row(team)?.messageRemindType,
      selectTotalUnreadCount(store.getState()),
    ];
    await soon(pin(alice, true));
    await soon(setRemindType([alice, team], mute));
    expect(now()).toEqual([alice, mute, mute, 1]);
    await pass();
    expect(now()).toEqual([alice, mute, mute, 1]);
    await soon(setAllRead());
    await pass();
    expect([row(alice)?.unreadCount, row(team)?.unreadCount, row(bob)?.unreadCount]).toEqual([0, 0, 0]);
    await expect(soon(remove([alice, bob]))).resolves.toEqual([alice, bob]);
    expect(selectConversations(store.getState()).map(({ conversationID }) => conversationID)).toEqual([team]);
    await pass();
    expect(selectConversations(store.getState()).map(({ conversationID }) => conversationID)).toEqual([team]);
  });

  it('are pinned and deleted by another client of mine', async () => {
    boot.cloud.pinConversation('me', alice);
    await pass();
    expect([selectConversations(store.getState())[0]?.conversationID, row(alice)?.isPinned]).toEqual([
      alice,
      true,
    ]);
    boot.cloud.deleteConversation('me', bob);
    await pass();
    expect([row(bob), row(alice)?.isPinned]).toEqual([undefined, true]);
  });

  it('keep their drafts, whatever the SDK does', async () => {
    await store.actions.conversations.setDraft(alice, 'Dear Alice');
    await pass();
    expect(selectDraft(store.getState(), alice)).toBe('Dear Alice');
  });

  it('know one that was not in the list', async () => {
    const carol = c2cID('carol');
    boot.cloud.setUser('carol', { nick: 'Carol' });
    const conversation = await soon(store.actions.conversations.getProfile(carol), 100);
    expect([conversation?.conversationID, row(carol)]).toEqual([carol, conversation]);
  });
});

describe.each(fullPackages)('contacts of a store on %s', (name) => {
  beforeEach(async () => enter(name));
  const friends = () => selectFriends(store.getState()).map(({ userID }) => userID);

  it('have friends after the login, with their names', () => {
    expect(friends()).toEqual(['bob']);
    expect(selectUserName(store.getState(), 'bob')).toBe('Bob');
  });

  it('add and delete friends, when the promise resolves and later', async () => {
    await expect(soon(store.actions.friends.add('alice', { remark: 'Ally' }))).resolves.toBe('added');
    expect([friends(), selectUserName(store.getState(), 'alice')]).toEqual([['bob', 'alice'], 'Ally']);
    await pass();
    expect([friends().toSorted(), selectUserName(store.getState(), 'alice')]).toEqual([
      ['alice', 'bob'],
      'Ally',
    ]);
    await soon(store.actions.friends.update('alice', { remark: 'A.' }));
    expect(selectUserName(store.getState(), 'alice')).toBe('A.');
    await pass();
    expect(selectUserName(store.getState(), 'alice')).toBe('A.');
    const outcomes = await soon(store.actions.friends.delete(['alice', 'stranger']));
    expect(outcomes).toMatchObject({
      successUserIDList: ['alice'],
      failureUserIDList: [{ userID: 'stranger' }],
    });
    expect(friends()).toEqual(['bob']);
    await pass();
    expect(friends()).toEqual(['bob']);
  });

  it('rename friends, and lose those who end it', async () => {
    boot.cloud.setUser('bob', { nick: 'Robert' });
    await pass();
    expect([selectUserName(store.getState(), 'bob'), selectProfile(store.getState(), 'bob')?.nick]).toEqual([
      'Robert',
      'Robert',
    ]);
    boot.cloud.befriend('alice', 'me');
    await pass();
    expect([friends().toSorted(), selectUserName(store.getState(), 'alice')]).toEqual([
      ['alice', 'bob'],
      'Alice',
    ]);
    boot.cloud.unfriend('bob', 'me');
    await pass();
    expect([friends(), selectUserName(store.getState(), 'bob')]).toEqual([['alice'], 'Robert']);
  });

  it('hear what others say to a request, and refuse and forget theirs', async () => {
    for (const userID of ['alice', 'carol'])
      boot.cloud.setUser(userID, { tags: { Tag_Profile_IM_AllowType: TYPES.ALLOW_TYPE_NEED_CONFIRM } });
    const { add, deleteApplication, refuseApplication } = store.actions.friends;
    const all = () => selectFriendApplications(store.getState()).map(({ userID, type }) => [userID, type]);
    for (const userID of ['alice', 'carol']) await soon(add(userID));
    boot.cloud.answerFriend('alice', 'me', true);
    boot.cloud.answerFriend('carol', 'me', false);
    await pass();
    expect([friends().toSorted(), all()]).toEqual([['alice', 'bob'], []]);
    for (const userID of ['dave', 'erin']) boot.cloud.requestFriend(userID, 'me');
    await pass();
    await soon(refuseApplication('dave'));
    const left = [['erin', TYPES.SNS_APPLICATION_SENT_TO_ME]];
    expect(all()).toEqual(left);
    await pass();
    expect(all()).toEqual(left);
    await soon(deleteApplication('erin', { type: TYPES.SNS_APPLICATION_SENT_TO_ME }));
    expect(all()).toEqual([]);
    await pass();
    expect([friends().toSorted(), all()]).toEqual([['alice', 'bob'], []]);
  });

  it('ask for friendship, and answer who asks', async () => {
    boot.cloud.setUser('alice', { tags: { Tag_Profile_IM_AllowType: TYPES.ALLOW_TYPE_NEED_CONFIRM } });
    await expect(soon(store.actions.friends.add('alice', { wording: 'hi' }))).resolves.toBe('pending');
    const asked = (type: string) =>
      selectFriendApplications(store.getState(), type).map(({ userID }) => userID);
    expect(asked(TYPES.SNS_APPLICATION_SENT_BY_ME)).toEqual(['alice']);
    await pass();
    expect(asked(TYPES.SNS_APPLICATION_SENT_BY_ME)).toEqual(['alice']);
    boot.cloud.requestFriend('carol', 'me');
    await pass();
    expect(asked(TYPES.SNS_APPLICATION_SENT_TO_ME)).toEqual(['carol']);
    expect(selectUnreadFriendApplicationCount(store.getState())).toBe(1);
    await soon(store.actions.friends.setApplicationRead());
    expect(selectUnreadFriendApplicationCount(store.getState())).toBe(0);
    await soon(store.actions.friends.acceptApplication('carol', { remark: 'C.' }));
    expect([
      asked(TYPES.SNS_APPLICATION_SENT_TO_ME),
      selectFriend(store.getState(), 'carol')?.remark,
    ]).toEqual([[], 'C.']);
    await pass();
    expect([asked(TYPES.SNS_APPLICATION_SENT_TO_ME), friends().toSorted()]).toEqual([[], ['bob', 'carol']]);
  });

  it('are sorted into friend groups', async () => {
    const groups = () =>
      selectFriendGroups(store.getState()).map(({ name: called, userIDList }) => [called, userIDList]);
    await soon(store.actions.friends.createGroup('work', ['bob']));
    expect([groups(), selectFriend(store.getState(), 'bob')?.groupList]).toEqual([
      [['work', ['bob']]],
      ['work'],
    ]);
    await soon(store.actions.friends.renameGroup('work', 'office'));
    expect([groups(), selectFriend(store.getState(), 'bob')?.groupList]).toEqual([
      [['office', ['bob']]],
      ['office'],
    ]);
    await soon(store.actions.friends.removeFromGroup('office', ['bob']));
    expect([groups(), selectFriend(store.getState(), 'bob')?.groupList]).toEqual([[['office', []]], []]);
    await soon(store.actions.friends.deleteGroup('office'));
    await pass();
    expect(groups()).toEqual([]);
  });

  it('block and unblock', async () => {
    await expect(soon(store.actions.blocklist.add(['bob', 'alice']))).resolves.toEqual(['bob', 'alice']);
    await pass();
    expect(selectBlocklist(store.getState()).toSorted()).toEqual(['alice', 'bob']);
    await expect(soon(store.actions.blocklist.remove(['bob']))).resolves.toEqual(['alice']);
    await pass();
    expect(selectBlocklist(store.getState())).toEqual(['alice']);
  });
});

describe.each(packages)('a store that comes late to %s', (name) => {
  it('has what the events of the login have told before', async () => {
    await enter(name);
    const late = openStore(boot);
    late.connect();
    await pass();
    const { session, groups, friends } = late.getState();
    expect([session.status, selectMyProfile(late.getState())?.nick]).toEqual(['ready', 'Me']);
    expect([groups.order, groups.isLoaded]).toEqual([['team'], true]);
    expect(friends.order).toEqual(name === '@tencentcloud/lite-chat' ? [] : ['bob']);
    late.dispose();
  });
});

describe.each(packages)('session.destroy on %s', (name) => {
  it('empties the state and ends the connection; so does a host application that destroys the SDK', async () => {
    for (const end of [async () => store.actions.session.destroy(), async () => boot.sdk.destroy()]) {
      await enter(name);
      await soon(end(), 2000);
      expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
      expect(selectConversations(store.getState())).toEqual([]);
      await expect(store.actions.session.login({ userID: 'me', userSig: 'any' })).rejects.toMatchObject({
        code: 'DISPOSED',
      });
    }
  });
});

describe("contacts of a store on lite-chat's main entry", () => {
  it('are UNSUPPORTED, and it is told where they are', async () => {
    await enter('@tencentcloud/lite-chat');
    const unsupported = { code: 'UNSUPPORTED', message: expect.stringContaining('has it') };
    await expect(soon(store.actions.friends.getList())).rejects.toMatchObject(unsupported);
    await expect(soon(store.actions.blocklist.get())).rejects.toMatchObject(unsupported);
  });
});
