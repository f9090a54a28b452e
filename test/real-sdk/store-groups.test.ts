// Life in groups through the store, on each of the vendor's packages: what others do, and what I do myself.

import type { TimStore } from 'tim-reactive';
import {
  groupNoticeText,
  groupID as conversationOf,
  groupTipText,
  selectConversation,
  selectGroup,
  selectGroupApplications,
  selectGroupAttributes,
  selectGroupCounters,
  selectGroupMember,
  selectGroupMembers,
  selectGroupMembersState,
  selectGroupPermissions,
  selectGroups,
  selectIsMuted,
  selectMemberName,
  selectOnlineMemberCount,
  selectTimeline,
  TYPES,
} from 'tim-reactive';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, packages } from './boot.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';

const team = conversationOf('team');

let boot: Boot;
let store: TimStore;

useStores();

const pass = async (ms = 3000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const login = async (): Promise<void> =>
  soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);

const group = (groupID = 'team'): ReturnType<typeof selectGroup> => selectGroup(store.getState(), groupID);

const role = (groupID = 'team'): string | undefined => group(groupID)?.selfInfo.role;

const members = (groupID = 'team'): readonly (readonly [string, string])[] =>
  selectGroupMembers(store.getState(), groupID).map((member) => [member.userID, member.role]);

const names = (userID: string): string => selectMemberName(store.getState(), 'team', userID);

/** The lines of the tips in a group's timeline. */
const tips = (groupID = 'team'): readonly string[] =>
  selectTimeline(store.getState(), conversationOf(groupID))
    .toArray()
    .flatMap((message) => (message.type === 'TIMGroupTipElem' ? [groupTipText(message, { names })] : []));

const open = async (name: (typeof packages)[number]): Promise<void> => {
  boot = await bootSdk(name);
  store = openStore(boot);
};

describe.each(packages)('the groups of a store on %s, changed by others,', (name) => {
  beforeEach(async () => {
    await open(name);
    boot.cloud.setUser('bob', { nick: 'Bob' });
    boot.cloud.setUser('carol', { nick: 'Carol' });
    boot.cloud.addGroup('team', ['alice', 'me', 'bob']);
    boot.cloud.addGroup('other', ['alice', 'me']);
    await login();
  });

  it('are listed after the login, with what I am in them', () => {
    expect(store.getState().groups.isLoaded).toBe(true);
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['team', 'other']);
    expect(group()).toMatchObject({
      name: 'name of team',
      type: 'Public',
      ownerID: 'alice',
      memberCount: 3,
      muteAllMembers: false,
      selfInfo: { userID: 'me', role: 'Member' },
    });
  });

  it('count who comes and goes, tell it in the timeline, and have it in the members', async () => {
    await soon(store.actions.members.load('team'));
    boot.cloud.joinGroup('carol', 'team');
    await pass();
    expect(group()?.memberCount).toBe(4);
    expect(members().at(-1)).toEqual(['carol', 'Member']);
    boot.cloud.quitGroup('carol', 'team');
    await pass();
    expect(group()?.memberCount).toBe(3);
    boot.cloud.addToGroup('alice', 'team', ['carol', 'dave']);
    boot.cloud.kickFromGroup('alice', 'team', ['bob', 'dave']);
    await pass();
    expect(group()?.memberCount).toBe(3);
    expect(members()).toEqual([
      ['alice', 'Owner'],
      ['me', 'Member'],
      ['carol', 'Member'],
    ]);
    expect(tips()).toEqual([
      'Carol joined the group',
      'Carol left the group',
      'Carol, dave joined the group',
      'alice removed Bob, dave from the group',
    ]);
    await soon(store.actions.groups.getList());
    expect(group()?.memberCount).toBe(3);
  });

  it('have their new name, texts and picture, and their conversation has, too', async () => {
    boot.cloud.sayInGroup('alice', 'team', 'hello');
    await pass();
    boot.cloud.updateGroup('alice', 'team', {
      Name: 'new',
      Introduction: 'intro',
      Notification: 'note',
      FaceUrl: 'x.png',
      ApplyJoinOption: 'NeedPermission',
    });
    await pass();
    const news = {
      name: 'new',
      introduction: 'intro',
      notification: 'note',
      avatar: 'x.png',
      joinOption: 'NeedPermission',
      memberCount: 3,
      ownerID: 'alice',
    };
    expect(group()).toMatchObject(news);
    boot.cloud.sayInGroup('alice', 'other', 'hello');
    await pass();
    expect(group()).toMatchObject(news);
    expect(selectConversation(store.getState(), team)?.groupProfile?.name).toBe('new');
    expect(tips()).toEqual(['alice renamed the group to new']);
  });

  it('make me an admin and a member again, whatever the lists of the SDK go on saying', async () => {
    await soon(store.actions.members.load('team'));
    boot.cloud.setAdmin('alice', 'team', 'me');
    await pass();
    expect(role()).toBe('Admin');
    expect(selectGroupPermissions(store.getState(), 'team')).toMatchObject({
      canMute: true,
      canSetAdmin: false,
    });
    boot.cloud.updateGroup('alice', 'team', { Name: 'new' });
    await pass();
    expect([group()?.name, role()]).toEqual(['new', 'Admin']);
    await soon(store.actions.groups.getList());
    expect(role()).toBe('Admin');
    expect(members()).toContainEqual(['me', 'Admin']);
    boot.cloud.setAdmin('alice', 'team', 'me', false);
    await pass();
    boot.cloud.updateGroup('alice', 'team', { Name: 'newer' });
    await pass();
    expect([group()?.name, role()]).toEqual(['newer', 'Member']);
    expect(members()).toContainEqual(['me', 'Member']);
    await soon(store.actions.groups.getProfile('team'));
    boot.cloud.updateGroup('alice', 'team', { Name: 'newest' });
    await pass();
    expect([group()?.name, role()]).toEqual(['newest', 'Member']);
  });

  it('make another an admin', async () => {
    await soon(store.actions.members.load('team'));
    boot.cloud.setAdmin('alice', 'team', 'bob');
    await pass();
    expect(selectGroupMember(store.getState(), 'team', 'bob')?.role).toBe('Admin');
    expect(role()).toBe('Member');
    boot.cloud.setAdmin('alice', 'team', 'bob', false);
    await pass();
    expect(selectGroupMember(store.getState(), 'team', 'bob')?.role).toBe('Member');
    expect(tips()).toEqual([
      'The following member(s) are now admins: Bob',
      'The following member(s) are no longer admins: Bob',
    ]);
  });

  it('are handed over, to me and on to another', async () => {
    await soon(store.actions.members.load('team'));
    boot.cloud.changeOwner('team', 'me');
    await pass();
    boot.cloud.updateGroup('me', 'team', { Name: 'mine' });
    await pass();
    expect([group()?.name, group()?.ownerID, role()]).toEqual(['mine', 'me', 'Owner']);
    expect(members()).toEqual([
      ['alice', 'Member'],
      ['me', 'Owner'],
      ['bob', 'Member'],
    ]);
    boot.cloud.changeOwner('team', 'bob');
    await pass();
    boot.cloud.updateGroup('bob', 'team', { Name: 'of Bob' });
    await pass();
    expect([group()?.name, group()?.ownerID, role()]).toEqual(['of Bob', 'bob', 'Member']);
    expect(members()).toEqual([
      ['alice', 'Member'],
      ['me', 'Member'],
      ['bob', 'Owner'],
    ]);
    await soon(store.actions.groups.getProfile('team'));
    expect([group()?.ownerID, role()]).toEqual(['bob', 'Member']);
  });

  it('mute all, which does not concern admins, and unmute them', async () => {
    boot.cloud.updateGroup('alice', 'team', { ShutUpAllMember: 'On' });
    await pass();
    boot.cloud.updateGroup('alice', 'team', { Name: 'new' });
    await pass();
    expect([group()?.muteAllMembers, selectIsMuted(store.getState(), 'team')]).toEqual([true, true]);
    boot.cloud.setAdmin('alice', 'team', 'me');
    await pass();
    expect(selectIsMuted(store.getState(), 'team')).toBe(false);
    boot.cloud.updateGroup('alice', 'team', { ShutUpAllMember: 'Off' });
    await pass();
    expect(group()?.muteAllMembers).toBe(false);
    expect(tips()).toEqual([
      'alice muted all members',
      'alice renamed the group to new',
      'The following member(s) are now admins: me',
      'alice unmuted all members',
    ]);
  });

  it('mute me until that ends by itself, and another until it is lifted', async () => {
    const muted: boolean[] = [];
    store.select((state) => selectIsMuted(state, 'team')).subscribe((isMuted) => muted.push(isMuted));
    boot.cloud.muteInGroup('alice', 'team', 'me', 60);
    boot.cloud.muteInGroup('alice', 'team', 'bob', 600);
    await pass(30_000);
    expect(muted).toEqual([false, true]);
    expect(selectIsMuted(store.getState(), 'team', 'bob')).toBe(true);
    await expect(soon(store.actions.messages.sendText(team, 'may I?').finished)).rejects.toMatchObject({
      sdkCode: 10017,
    });
    await pass(31_000);
    expect(muted).toEqual([false, true, false]);
    expect(await soon(store.actions.messages.sendText(team, 'now I may').finished)).toMatchObject({
      status: 'success',
    });
    boot.cloud.muteInGroup('alice', 'team', 'bob', 0);
    await pass();
    expect(selectIsMuted(store.getState(), 'team', 'bob')).toBe(false);
    expect(tips()).toEqual(['me was muted for 60 s', 'Bob was muted for 600 s', 'Bob is no longer muted']);
  });

  it.each(['kicked', 'dismissed'] as const)(
    'are gone with their members when I am %s; the conversation stays',
    async (what) => {
      boot.cloud.sayInGroup('alice', 'team', 'hello');
      await soon(store.actions.members.load('team'));
      const removed: string[] = [];
      store.streams.changes$.subscribe((changes) => removed.push(...changes.groups.removed));
      if (what === 'kicked') boot.cloud.kickFromGroup('alice', 'team', ['me', 'bob'], 'a reason');
      else boot.cloud.dismissGroup('team');
      await pass();
      expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['other']);
      expect(removed).toEqual(['team']);
      expect(store.getState().members.byGroup.get('team')).toBeUndefined();
      expect(selectGroupMembersState(store.getState(), 'team').isLoaded).toBe(false);
      expect(selectConversation(store.getState(), team)).toBeDefined();
      boot.cloud.updateGroup('alice', 'other', { Name: 'new' });
      await pass();
      expect(selectGroups(store.getState()).map(({ name: called }) => called)).toEqual(['new']);
    },
  );

  it('take me in, with name and role, without my doing', async () => {
    boot.cloud.addGroup('third', ['alice']);
    boot.cloud.addToGroup('alice', 'third', ['me']);
    await pass();
    boot.cloud.updateGroup('alice', 'team', { Name: 'new' });
    await pass();
    expect(group('third')).toMatchObject({
      name: 'name of third',
      ownerID: 'alice',
      memberCount: 2,
      selfInfo: { role: 'Member' },
    });
  });

  it('are as they are now after a reconnect, whatever was told before', async () => {
    boot.cloud.setAdmin('alice', 'team', 'me');
    await pass();
    boot.goOffline();
    await pass();
    boot.cloud.setAdmin('alice', 'team', 'me', false);
    boot.cloud.joinGroup('carol', 'team');
    boot.cloud.changeOwner('team', 'bob');
    boot.cloud.updateGroup('alice', 'team', { Name: 'new' });
    boot.cloud.kickFromGroup('alice', 'other', ['me']);
    boot.goOnline();
    await pass(20_000);
    expect([group()?.name, group()?.memberCount, group()?.ownerID, role()]).toEqual([
      'new',
      4,
      'bob',
      'Member',
    ]);
    // Lite gets no notices that it missed, and keeps what the service's list has lost.
    expect(group('other') !== undefined).toBe(name === '@tencentcloud/lite-chat');
  });

  it('take me in again as what I am then', async () => {
    boot.cloud.addGroup('third', ['alice']);
    for (let time = 0; time < 2; time++) {
      boot.cloud.addToGroup('alice', 'third', ['me']);
      await pass();
      expect(role('third')).toBe('Member');
      boot.cloud.setAdmin('alice', 'third', 'me');
      await pass();
      expect(role('third')).toBe('Admin');
      boot.cloud.kickFromGroup('alice', 'third', ['me']);
      await pass();
      expect(group('third')).toBeUndefined();
    }
  });

  it('are gone when I leave them elsewhere', async () => {
    boot.cloud.quitGroup('me', 'team');
    await pass();
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['other']);
  });

  it('send notices: a line each in the system conversation, in order', async () => {
    boot.cloud.setAdmin('alice', 'team', 'me');
    boot.cloud.setAdmin('alice', 'team', 'me', false);
    boot.cloud.notify('me', 'team', 'of the app');
    boot.cloud.addGroup('third', ['alice']);
    boot.cloud.addToGroup('alice', 'third', ['me']);
    await pass();
    boot.cloud.kickFromGroup('alice', 'other', ['me']);
    boot.cloud.dismissGroup('third');
    await pass();
    const notices = selectTimeline(store.getState(), TYPES.CONV_SYSTEM)
      .toArray()
      .flatMap((message) =>
        message.type === 'TIMGroupSystemNoticeElem'
          ? [[message.payload.operationType, groupNoticeText(message)]]
          : [],
      );
    expect(notices).toEqual([
      [9, 'alice has made you an admin of name of team'],
      [10, 'alice has removed you as an admin of name of team'],
      [255, 'Custom system group notification'],
      [7, 'alice invites you to join name of third'],
      [4, 'You have been removed from name of other by alice'],
      [5, 'name of third has been disbanded by alice'],
    ]);
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['team']);
  });

  it('have attributes and counters, which others change', async () => {
    await soon(store.actions.groups.getAttributes('team'));
    boot.cloud.setAttributes('team', { a: '1', b: '2' });
    boot.cloud.deleteAttributes('team', ['a']);
    boot.cloud.setCounter('team', 'likes', 3);
    await pass();
    expect(selectGroupAttributes(store.getState(), 'team')).toEqual({ b: '2' });
    expect(selectGroupCounters(store.getState(), 'team')).toEqual({ likes: 3 });
  });
});

describe.each(packages)('the groups of a store on %s, in which I act,', (name) => {
  const lite = name === '@tencentcloud/lite-chat';

  beforeEach(async () => {
    await open(name);
  });

  it('are made: mine at once, with members and what I may do, and stay so', async () => {
    boot.cloud.setUser('busy', { invited: 'is full' });
    await login();
    const roles: (string | undefined)[] = [];
    store.select(() => role('new')).subscribe((mine) => roles.push(mine));
    const options = {
      name: 'New',
      type: 'Public',
      groupID: 'new',
      introduction: 'intro',
      memberList: [{ userID: 'bob' }, { userID: 'busy' }],
    } as const;
    const created = await soon(store.actions.groups.create(options));
    expect(created.overLimitUserIDList).toEqual(lite ? [] : ['busy']);
    const expected = {
      groupID: 'new',
      name: 'New',
      type: 'Public',
      introduction: 'intro',
      ownerID: 'me',
      memberCount: 2,
      selfInfo: { userID: 'me', role: 'Owner' },
    };
    expect(created.group).toMatchObject(expected);
    expect(group('new')).toMatchObject(expected);
    expect(selectGroupPermissions(store.getState(), 'new')).toMatchObject({
      canDismiss: true,
      canSetAdmin: true,
      canQuit: false,
    });
    await pass();
    expect(group('new')).toMatchObject(expected);
    await soon(store.actions.members.load('new'));
    await soon(store.actions.members.setRole('new', 'bob', 'Admin'));
    expect(members('new')).toEqual([
      ['me', 'Owner'],
      ['bob', 'Admin'],
    ]);
    await pass();
    expect([group('new')?.ownerID, role('new')]).toEqual(['me', 'Owner']);
    expect(roles.filter((mine) => mine !== undefined && mine !== '')).toEqual(['Owner']);
  });

  it('are joined, or not, and once only', async () => {
    boot.cloud.addGroup('free', ['alice', 'bob']);
    boot.cloud.addGroup('shut', ['alice'], { ApplyJoinOption: 'DisableApply' });
    await login();
    const joined = await soon(store.actions.groups.join('free'));
    const expected = { groupID: 'free', name: 'name of free', selfInfo: { userID: 'me', role: 'Member' } };
    expect(joined).toMatchObject({ status: 'JoinedSuccess', group: expected });
    await pass();
    expect(group('free')).toMatchObject({ ...expected, memberCount: 3, ownerID: 'alice' });
    expect(await soon(store.actions.groups.join('free'))).toMatchObject({
      status: 'AlreadyInGroup',
      group: expected,
    });
    await expect(soon(store.actions.groups.join('shut'))).rejects.toMatchObject({ sdkCode: 10007 });
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['free']);
    await soon(store.actions.messages.sendText(conversationOf('free'), 'hello').finished);
  });

  it('are there when an application is accepted, and are not when it is refused', async () => {
    boot.cloud.addGroup('asks', ['alice'], { ApplyJoinOption: 'NeedPermission' });
    boot.cloud.addGroup('refuses', ['alice'], { ApplyJoinOption: 'NeedPermission' });
    await login();
    const notices: number[] = [];
    store.streams.messageReceived$.subscribe((messages) => {
      for (const message of messages)
        if (message.type === 'TIMGroupSystemNoticeElem') notices.push(message.payload.operationType);
    });
    for (const groupID of ['asks', 'refuses']) {
      const answer = await soon(store.actions.groups.join(groupID, { applyMessage: 'please' }));
      expect(answer).toEqual({ status: 'WaitAdminApproval', group: undefined });
    }
    await pass();
    expect(selectGroups(store.getState())).toEqual([]);
    boot.cloud.answerApplicant('alice', 'asks', 'me', true, 'welcome');
    boot.cloud.answerApplicant('alice', 'refuses', 'me', false, 'no');
    await pass();
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['asks']);
    expect(group('asks')).toMatchObject({
      name: 'name of asks',
      type: 'Public',
      ownerID: 'alice',
      selfInfo: { userID: 'me', role: 'Member' },
    });
    expect(notices).toEqual([2, 3]);
  });

  it('are left, dismissed and handed over', async () => {
    boot.cloud.addGroup('left', ['alice', 'me']);
    boot.cloud.addGroup('ended', ['me', 'alice']);
    boot.cloud.addGroup('given', ['me', 'alice']);
    boot.cloud.sayInGroup('alice', 'left', 'hello');
    await login();
    const { changeOwner, dismiss, quit } = store.actions.groups;
    await soon(store.actions.members.load('given'));
    await soon(quit('left'));
    await soon(dismiss('ended'));
    await expect(soon(quit('given'))).rejects.toMatchObject({ sdkCode: expect.any(Number) });
    await soon(changeOwner('given', 'alice'));
    const now = () => [
      selectGroups(store.getState()).map(({ groupID }) => groupID),
      group('given')?.ownerID,
      role('given'),
      members('given'),
    ];
    const expected = [
      ['given'],
      'alice',
      'Member',
      [
        ['me', 'Member'],
        ['alice', 'Owner'],
      ],
    ];
    expect(now()).toEqual(expected);
    boot.cloud.updateGroup('alice', 'given', { Name: 'hers' });
    await pass();
    expect(now()).toEqual(expected);
    expect(selectConversation(store.getState(), conversationOf('left'))).toBeDefined();
    expect(selectGroupPermissions(store.getState(), 'given')).toMatchObject({ canDismiss: false });
  });

  it('are edited, mute all, and are looked up', async () => {
    boot.cloud.addGroup('team', ['me', 'alice']);
    boot.cloud.addGroup('stranger', ['alice']);
    await login();
    const { getOnlineMemberCount, muteAll, searchByID, updateProfile } = store.actions.groups;
    await soon(updateProfile('team', { name: 'new', notification: 'note', joinOption: 'NeedPermission' }));
    await soon(muteAll('team', true));
    const news = { name: 'new', notification: 'note', joinOption: 'NeedPermission', muteAllMembers: true };
    expect(group()).toMatchObject(news);
    await pass();
    expect(group()).toMatchObject(news);
    boot.cloud.updateGroup('me', 'team', { Introduction: 'intro' });
    await pass();
    expect(group()).toMatchObject({ ...news, introduction: 'intro' });
    await soon(muteAll('team', false));
    await pass();
    expect(group()?.muteAllMembers).toBe(false);
    expect(await soon(searchByID('stranger'))).toMatchObject({ name: 'name of stranger', ownerID: 'alice' });
    expect(group('stranger')).toBeUndefined();
    await soon(getOnlineMemberCount('team'));
    expect(selectOnlineMemberCount(store.getState(), 'team')).toBe(name === 'tim-js-sdk' ? 0 : 1);
  });

  it('have attributes and counters of mine', async () => {
    boot.cloud.addGroup('team', ['me', 'alice']);
    await login();
    const { actions } = store;
    const attributes = () => selectGroupAttributes(store.getState(), 'team');
    await soon(actions.groups.initAttributes('team', { a: '1', b: '2' }));
    expect(attributes()).toEqual({ a: '1', b: '2' });
    await soon(actions.groups.setAttributes('team', { b: '3', c: '4' }));
    await soon(actions.groups.deleteAttributes('team', ['a']));
    expect(attributes()).toEqual({ b: '3', c: '4' });
    await pass();
    expect(attributes()).toEqual({ b: '3', c: '4' });
    expect(await soon(actions.groups.getAttributes('team'))).toEqual({ b: '3', c: '4' });
    await soon(actions.groups.setCounters('team', { likes: 1 }));
    await soon(actions.groups.increaseCounter('team', 'likes', 4));
    expect(await soon(actions.groups.decreaseCounter('team', 'likes'))).toEqual({ likes: 4 });
    expect(selectGroupCounters(store.getState(), 'team')).toEqual({ likes: 4 });
    await soon(actions.groups.deleteAttributes('team'));
    await pass();
    expect([attributes(), selectGroupCounters(store.getState(), 'team')]).toEqual([{}, { likes: 4 }]);
  });

  it('notify me or not', async () => {
    boot.cloud.addGroup('team', ['me', 'alice']);
    boot.cloud.sayInGroup('alice', 'team', 'hello');
    await login();
    expect(store.getState().conversations.totalUnreadCount).toBe(1);
    await soon(store.actions.groups.setMessageRemindType('team', 'AcceptNotNotify'));
    const now = () => [
      group()?.selfInfo.messageRemindType,
      selectConversation(store.getState(), team)?.messageRemindType,
      store.getState().conversations.totalUnreadCount,
    ];
    expect(now()).toEqual(['AcceptNotNotify', 'AcceptNotNotify', 0]);
    await pass();
    boot.cloud.sayInGroup('alice', 'team', 'again');
    await pass();
    expect(now()).toEqual(['AcceptNotNotify', 'AcceptNotNotify', 0]);
  });

  it('are rooms of which I am in one at a time', async () => {
    boot.cloud.addGroup('room1', ['alice'], { type: 'AVChatRoom' });
    boot.cloud.addGroup('room2', ['alice'], { type: 'AVChatRoom' });
    boot.cloud.addGroup('team', ['me', 'alice']);
    await login();
    const join = (groupID: string) => soon(store.actions.groups.join(groupID, { type: 'AVChatRoom' }));
    const listed = () => selectGroups(store.getState()).map(({ groupID }) => groupID);
    expect(await join('room1')).toMatchObject({ status: 'JoinedSuccess', group: { type: 'AVChatRoom' } });
    boot.cloud.sayInGroup('alice', 'room1', 'hello');
    await pass();
    expect(selectTimeline(store.getState(), conversationOf('room1')).length).toBeGreaterThan(0);
    expect(listed().toSorted()).toEqual(['room1', 'team']);
    await join('room2');
    expect(listed().toSorted()).toEqual(['room2', 'team']);
    await pass();
    expect(listed().toSorted()).toEqual(['room2', 'team']);
    expect(group('room2')).toMatchObject({ name: 'name of room2', selfInfo: { role: 'Member' } });
  });
});

describe.each(packages)('requests to join a group of mine, in a store on %s,', (name) => {
  const pending = () =>
    selectGroupApplications(store.getState()).map(({ userID, status }) => [userID, status]);
  const IDOf = (applicant: string) =>
    selectGroupApplications(store.getState()).find(({ userID }) => userID === applicant)?.ID ?? '';

  beforeEach(async () => {
    await open(name);
    boot.cloud.addGroup('mine', ['me', 'alice'], { ApplyJoinOption: 'NeedPermission' });
    boot.cloud.setAdmin('me', 'mine', 'alice');
  });

  it('come as notices, and are answered by their IDs', async () => {
    await login();
    await soon(store.actions.members.load('mine'));
    boot.cloud.applyToJoin('bob', 'mine', 'please');
    boot.cloud.applyToJoin('carol', 'mine');
    await pass();
    expect(selectGroupApplications(store.getState())).toMatchObject([
      {
        userID: 'bob',
        groupID: 'mine',
        groupName: 'name of mine',
        applyMessage: 'please',
        status: 'pending',
      },
      { userID: 'carol', status: 'pending' },
    ]);
    await soon(store.actions.groups.handleApplication(IDOf('bob'), 'Agree', { handleMessage: 'hi' }));
    await soon(store.actions.groups.handleApplication(IDOf('carol'), 'Reject'));
    await pass();
    expect(pending()).toEqual([
      ['bob', 'agreed'],
      ['carol', 'rejected'],
    ]);
    expect(group('mine')?.memberCount).toBe(3);
    expect(members('mine')).toEqual([
      ['me', 'Owner'],
      ['alice', 'Admin'],
      ['bob', 'Member'],
    ]);
    await expect(soon(store.actions.groups.handleApplication('nothing', 'Agree'))).rejects.toMatchObject({
      code: 'UNKNOWN_MESSAGE',
    });
  });

  it('are fetched where they came before the login, and go when another admin answers', async () => {
    boot.cloud.applyToJoin('bob', 'mine', 'please');
    boot.cloud.applyToJoin('carol', 'mine');
    await login();
    await pass();
    await soon(store.actions.groups.getApplicationList());
    expect(pending()).toEqual([
      ['bob', 'pending'],
      ['carol', 'pending'],
    ]);
    boot.cloud.answerApplicant('alice', 'mine', 'carol', true);
    await pass();
    await soon(store.actions.groups.getApplicationList());
    expect(pending()).toEqual([['bob', 'pending']]);
    await soon(store.actions.groups.handleApplication(IDOf('bob'), 'Agree'));
    await pass();
    expect([pending(), group('mine')?.memberCount]).toEqual([[['bob', 'agreed']], 4]);
  });
});

describe.each(packages)('the members of a group in a store on %s', (name) => {
  const many = Array.from({ length: 130 }, (_, index) => `user${index}`);

  beforeEach(async () => {
    await open(name);
    boot.cloud.setUser('user0', { nick: 'Nil' });
    boot.cloud.addGroup('team', ['me', ...many], { InviteJoinOption: 'FreeAccess' });
    await login();
  });

  it('come in pages of 100', async () => {
    const { load, loadMore } = store.actions.members;
    const state = () => selectGroupMembersState(store.getState(), 'team');
    const loading: boolean[] = [];
    store.select(() => state().isLoading).subscribe((isLoading) => loading.push(isLoading));
    await soon(load('team'));
    expect(loading).toEqual([false, true, false]);
    expect([members().length, state().isCompleted]).toEqual([100, false]);
    await soon(loadMore('team'));
    expect([members().length, state().isCompleted]).toEqual([131, true]);
    expect(members().map(([userID]) => userID)).toEqual(['me', ...many]);
    await soon(loadMore('team'));
    expect(boot.line.requests('group_open_http_svc.get_group_member_info')).toHaveLength(2);
    expect(selectMemberName(store.getState(), 'team', 'user0')).toBe('Nil');
  });

  it('are fetched by ID, 51 by two calls', async () => {
    const asked = await soon(store.actions.members.getProfile('team', many.slice(0, 51)));
    expect(asked.map(({ userID }) => userID)).toEqual(many.slice(0, 51));
    expect(boot.line.requests('group_open_http_svc.get_specified_group_member_info')).toHaveLength(2);
  });

  it('are added with four outcomes, counted once, and removed', async () => {
    boot.cloud.setUser('busy', { invited: 'is full' });
    boot.cloud.setUser('never', { invited: 'fails' });
    await soon(store.actions.members.load('team'));
    await soon(store.actions.members.loadMore('team'));
    const added = await soon(store.actions.members.add('team', ['carol', 'user1', 'busy', 'never']));
    expect(added).toEqual({
      successUserIDList: ['carol'],
      existedUserIDList: ['user1'],
      overLimitUserIDList: ['busy'],
      failureUserIDList: ['never'],
    });
    const now = () => [group()?.memberCount, members().length, members().at(-1)];
    expect(now()).toEqual([132, 132, ['carol', 'Member']]);
    await pass();
    boot.cloud.updateGroup('me', 'team', { Name: 'new' });
    await pass();
    expect(now()).toEqual([132, 132, ['carol', 'Member']]);
    const gone = many.slice(0, 25);
    expect(await soon(store.actions.members.delete('team', gone, { reason: 'spam' }), 100)).toEqual(gone);
    expect(now()).toEqual([107, 107, ['carol', 'Member']]);
    await pass();
    boot.cloud.updateGroup('me', 'team', { Name: 'newer' });
    await pass();
    expect(now()).toEqual([107, 107, ['carol', 'Member']]);
    expect(boot.cloud.group('team').members.size).toBe(107);
  });

  it('are muted, named, made admins and given fields, as soon as the promise resolves', async () => {
    await soon(store.actions.members.load('team'));
    const { setCustomField, setMuteTime, setNameCard, setRole } = store.actions.members;
    const user = () => selectGroupMember(store.getState(), 'team', 'user0');
    await soon(setMuteTime('team', 'user0', 60));
    await soon(setNameCard('team', 'user0', 'Zero'));
    await soon(setRole('team', 'user0', 'Admin'));
    await soon(setCustomField('team', 'user0', [{ key: 'k', value: 'v' }]));
    await soon(setNameCard('team', 'me', 'Boss'));
    const expected = {
      userID: 'user0',
      role: 'Admin',
      nameCard: 'Zero',
      isMuted: true,
      memberCustomField: [{ key: 'k', value: 'v' }],
    };
    expect(user()).toMatchObject(expected);
    await pass();
    expect(user()).toMatchObject(expected);
    const before = user();
    await soon(store.actions.members.getProfile('team', ['user0']));
    expect(user()).toMatchObject({ ...expected, joinTime: before?.joinTime });
    expect(selectMemberName(store.getState(), 'team', 'user0')).toBe('Zero');
    expect(group()?.selfInfo).toMatchObject({ nameCard: 'Boss', role: 'Owner' });
    await pass(60_000);
    expect([user()?.isMuted, user()?.role]).toEqual([false, 'Admin']);
    await soon(setMuteTime('team', 'user1', 600));
    expect(selectIsMuted(store.getState(), 'team', 'user1')).toBe(true);
    await soon(setMuteTime('team', 'user1', 0));
    await pass();
    expect(selectIsMuted(store.getState(), 'team', 'user1')).toBe(false);
  });
});
