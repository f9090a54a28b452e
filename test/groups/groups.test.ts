import {
  selectConversation,
  selectConversationName,
  selectGroup,
  selectGroupMember,
  selectGroupName,
  selectGroups,
  groupID as conversationOf,
} from 'tim-reactive';
import type { Group, GroupType } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

const group = ({ store }: World, groupID: string): Group | undefined =>
  selectGroup(store.getState(), groupID);

describe.each(flavours)('groups on $flavour', (sdk) => {
  it('has the list of the account soon after it is ready', async () => {
    const { store, settle } = await createReadyWorld({ sdk });
    await settle(1000);
    expect(store.getState().groups.isLoaded).toBe(true);
    expect(selectGroups(store.getState()).map(({ groupID }) => groupID)).toEqual(['team']);
  });

  it('fetches the list, with all that it can tell', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const [team] = await finish(store.actions.groups.getList(), 1000);
    expect(team).toMatchObject({
      groupID: 'team',
      name: 'The team',
      ownerID: 'alice',
      memberCount: 3,
      selfInfo: { role: 'Member' },
    });
    expect(team).toBe(selectGroup(store.getState(), 'team'));
  });

  it('keeps the group of the state where the list brings nothing new', async () => {
    const world = await createReadyWorld({ sdk });
    await world.finish(world.store.actions.groups.getList(), 1000);
    const [before, list] = [group(world, 'team'), selectGroups(world.store.getState())];
    await world.finish(world.store.actions.groups.getList(), 1000);
    expect(group(world, 'team')).toBe(before);
    expect(selectGroups(world.store.getState())).toBe(list);
  });

  it.each<GroupType>(['Private', 'Public', 'ChatRoom'])('makes a %s group that I own', async (type) => {
    const world = await createReadyWorld({ sdk });
    const memberList = [{ userID: 'bob' }];
    const made = await world.finish(
      world.store.actions.groups.create({ name: 'Climbing', type, memberList, introduction: 'Up!' }),
      2000,
    );
    expect(made.overLimitUserIDList).toEqual([]);
    expect(group(world, made.group.groupID)).toMatchObject({
      name: 'Climbing',
      type,
      introduction: 'Up!',
      ownerID: 'me',
      memberCount: 2,
      selfInfo: { role: 'Owner' },
    });
  });

  it('makes an AVChatRoom, of which its maker is no member', async () => {
    const world = await createReadyWorld({ sdk });
    const creation = world.store.actions.groups.create({ name: 'Live', type: 'AVChatRoom' });
    const { group: room } = await world.finish(creation, 2000);
    expect(room).toMatchObject({ name: 'Live', type: 'AVChatRoom' });
    expect(group(world, room.groupID)).toBeUndefined();
  });

  it('tells who was in too many groups to come along', async () => {
    const world = await createReadyWorld({ sdk, server: { maxGroups: 1 } });
    world.server.addUser('carol', {});
    const memberList = [{ userID: 'bob' }, { userID: 'carol' }];
    const creation = world.store.actions.groups.create({ name: 'Climbing', memberList });
    await expect(world.finish(creation, 2000)).rejects.toMatchObject({ code: 'SDK_ERROR' });
    await world.finish(world.store.actions.groups.quit('team'), 1000);
    const { overLimitUserIDList } = await world.finish(
      world.store.actions.groups.create({ name: 'Climbing', memberList }),
      2000,
    );
    expect(overLimitUserIDList).toEqual(['bob']);
  });

  it('changes a profile, which shows when the promise resolves', async () => {
    const world = await createReadyWorld({ sdk });
    const { actions } = world.store;
    const { group: mine } = await world.finish(actions.groups.create({ name: 'Old', type: 'Public' }), 2000);
    const update = actions.groups.updateProfile(mine.groupID, { name: 'New', joinOption: 'FreeAccess' });
    await world.finish(update);
    expect(group(world, mine.groupID)).toMatchObject({
      name: 'New',
      joinOption: 'FreeAccess',
      ownerID: 'me',
    });
    expect(selectConversationName(world.store.getState(), conversationOf(mine.groupID))).toBe('New');
    const before = group(world, mine.groupID);
    await world.finish(actions.groups.getList(), 2000);
    expect(group(world, mine.groupID)).toBe(before);
  });

  it('mutes all, and hands a group over', async () => {
    const world = await createReadyWorld({ sdk });
    const { groups } = world.store.actions;
    const memberList = [{ userID: 'bob' }];
    const creation = groups.create({ name: 'Mine', type: 'Public', memberList });
    const { groupID } = (await world.finish(creation, 2000)).group;
    await world.finish(groups.muteAll(groupID, true), 1000);
    expect(group(world, groupID)?.muteAllMembers).toBe(true);
    await world.finish(groups.changeOwner(groupID, 'bob'));
    expect(group(world, groupID)).toMatchObject({ ownerID: 'bob', selfInfo: { role: 'Member' } });
    await world.settle(2000);
    expect(group(world, groupID)).toMatchObject({ ownerID: 'bob', selfInfo: { role: 'Member' } });
  });

  it('leaves and ends groups: the group and its members are gone, the conversation stays', async () => {
    const world = await createReadyWorld({ sdk });
    const { groups, members } = world.store.actions;
    const { groupID } = (await world.finish(groups.create({ name: 'Mine', type: 'Public' }), 2000)).group;
    for (const [ID, leave] of [
      ['team', groups.quit],
      [groupID, groups.dismiss],
    ] as const) {
      await world.finish(members.load(ID), 1000);
      expect(selectGroupMember(world.store.getState(), ID, 'me')).toBeDefined();
      await world.finish(leave(ID));
      expect(group(world, ID)).toBeUndefined();
      expect(world.store.getState().members.byGroup.get(ID)).toBeUndefined();
    }
    await world.settle(2000);
    expect(selectGroups(world.store.getState())).toEqual([]);
    expect(selectConversation(world.store.getState(), conversationOf(groupID))).toBeDefined();
  });

  it('sets whether a group notifies, in the group and in its conversation', async () => {
    const world = await createReadyWorld({ sdk });
    const { setMessageRemindType } = world.store.actions.groups;
    await world.settle(1000);
    await world.finish(setMessageRemindType('team', 'AcceptNotNotify'));
    expect(group(world, 'team')?.selfInfo.messageRemindType).toBe('AcceptNotNotify');
    const row = selectConversation(world.store.getState(), conversationOf('team'));
    expect(row?.messageRemindType ?? 'AcceptNotNotify').toBe('AcceptNotNotify');
  });

  it('looks groups up that I am not in, and keeps them out of the state', async () => {
    const world = await createReadyWorld({ sdk });
    world.server.addGroup('other', { ownerID: 'alice', name: 'Others' });
    const found = await world.finish(world.store.actions.groups.searchByID('other'));
    expect(found).toMatchObject({ groupID: 'other', name: 'Others' });
    expect(Object.isFrozen(found)).toBe(true);
    expect(group(world, 'other')).toBeUndefined();
    expect(selectGroupName(world.store.getState(), 'other')).toBe('other');
  });

  it('drops everything with the account, and asks for the list of the next', async () => {
    const world = await createReadyWorld({ sdk });
    await world.settle(1000);
    await world.finish(world.store.actions.session.logout());
    expect(world.store.getState().groups).toMatchObject({ order: [], isLoaded: false });
    await world.login('alice');
    await world.settle(1000);
    expect(group(world, 'team')?.selfInfo.role).toBe('Owner');
  });
});

describe('what is refused before the call', () => {
  const long = (bytes: number): string => 'x'.repeat(bytes);

  it.each([
    ['a name of 31 bytes', { name: long(31) }, /name has 31 bytes: at most 30/],
    [
      'an introduction of 241',
      { name: 'a', introduction: long(241) },
      /introduction has 241 bytes: at most 240/,
    ],
    [
      'a notification of 301',
      { name: 'a', notification: long(301) },
      /notification has 301 bytes: at most 300/,
    ],
    ['a picture of 101', { name: 'a', avatar: long(101) }, /avatar has 101 bytes: at most 100/],
    ['no name', { name: '' }, /name must be a non-empty string/],
    ['a join option of a work group', { name: 'a', joinOption: 'FreeAccess' as const }, /have no joinOption/],
    [
      'a join option of a meeting',
      { name: 'a', type: 'ChatRoom' as const, joinOption: 'FreeAccess' as const },
      /have no joinOption/,
    ],
    [
      'members of an AVChatRoom',
      { name: 'a', type: 'AVChatRoom' as const, memberList: [{ userID: 'bob' }] },
      /has no memberList/,
    ],
    [
      'a member who owns it, too',
      { name: 'a', memberList: [{ userID: 'bob', role: 'Owner' as 'Admin' }] },
      /role must be one of Admin/,
    ],
    [
      '501 members',
      { name: 'a', memberList: Array.from({ length: 501 }, (_, index) => ({ userID: `u${index}` })) },
      /501 members: at most 500/,
    ],
  ])('a group with %s', async (_what, options, message) => {
    const { store } = await createReadyWorld();
    await expect(store.actions.groups.create(options)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(message) as string,
    });
  });

  it('a change of nothing, of too much, or of what the type does not have', async () => {
    const world = await createReadyWorld();
    world.server.addGroup('work', { ownerID: 'me', type: 'Private' });
    await world.finish(world.store.actions.groups.getProfile('work'), 1000);
    const { updateProfile } = world.store.actions.groups;
    await expect(updateProfile('work', {})).rejects.toThrow('nothing is to be changed');
    await expect(updateProfile('work', { name: '日'.repeat(11) })).rejects.toThrow('name has 33 bytes');
    await expect(updateProfile('work', { joinOption: 'FreeAccess' })).rejects.toThrow('no joinOption');
    await expect(updateProfile('', { name: 'a' })).rejects.toThrow('groupID must be');
    await expect(updateProfile('work', { maxMemberNum: -1.5 })).rejects.toThrow('maxMemberNum');
    await expect(updateProfile('work', { inviteOption: 'Nobody' as 'FreeAccess' })).rejects.toThrow(
      'inviteOption must be one of FreeAccess, NeedPermission, DisableInvite',
    );
  });

  it('a receive option that there is not', async () => {
    const { store } = await createReadyWorld();
    const rejected = { code: 'INVALID_ARGUMENT', message: expect.stringContaining('Discard') as string };
    await expect(
      store.actions.groups.setMessageRemindType('team', 'Never' as 'Discard'),
    ).rejects.toMatchObject(rejected);
    await expect(
      store.actions.conversations.setRemindType([conversationOf('team')], 'Never' as 'Discard'),
    ).rejects.toMatchObject(rejected);
  });

  it('what an AVChatRoom does not know: another owner, members who are brought', async () => {
    const world = await createReadyWorld();
    world.server.addGroup('room', { ownerID: 'me', type: 'AVChatRoom' });
    const { groups, members } = world.store.actions;
    await world.finish(groups.join('room', { type: 'AVChatRoom' }), 1000);
    const rejected = { code: 'INVALID_ARGUMENT', message: expect.stringContaining('AVChatRoom') as string };
    await expect(groups.changeOwner('room', 'alice')).rejects.toMatchObject(rejected);
    await expect(members.add('room', ['alice'])).rejects.toMatchObject(rejected);
  });

  it('a change of nothing but `undefined`, and no options at all', async () => {
    const { store } = await createReadyWorld();
    for (const options of [{ name: undefined }, undefined])
      await expect(store.actions.groups.updateProfile('team', options as object)).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      });
  });

  it('anything at all, while nobody is logged in', async () => {
    const world = await createReadyWorld();
    await world.finish(world.store.actions.session.logout());
    await expect(world.store.actions.groups.join('team')).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
    await expect(world.store.actions.groups.quit('team')).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
  });
});
