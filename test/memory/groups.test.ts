import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryGroup, MemorySdk } from 'tim-reactive/memory';
import { connectTo, groupLists, groupOf, membersOf, operations, watchGroups } from './group-world.ts';
import { conversation, copyOf, createTestWorld, type TestWorld } from './world.ts';

const FLAVOURS = ['2.x', '3.x'] as const;

let world: TestWorld;

beforeEach(() => {
  world = createTestWorld();
  world.server.addUser('carol', { nick: 'Carol' });
});

describe.each(FLAVOURS)('the group list of %s', (flavour) => {
  it('comes after SDK_READY, and once more a second later', async () => {
    const client = watchGroups(world.client({ flavour }));
    await world.run(client.sdk.login({ userID: 'me', userSig: 'any' }));
    await world.clock.advance(2500);
    const names = client.names();
    expect(names.indexOf('onGroupListUpdated')).toBeGreaterThan(names.indexOf('sdkStateReady'));
    expect(groupLists(client)).toEqual([['g1'], ['g1']]);
  });

  it('holds the same live objects in events, lists and answers', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const group = await groupOf(world, client.sdk, 'g1');
    world.server.group('g1').setProfile({ name: 'Renamed' });
    await world.clock.advance(2000);
    const lists = client.dataOf('onGroupListUpdated') as readonly (readonly MemoryGroup[])[];
    expect(lists.at(-1)?.[0]).toBe(group);
    const { data } = await world.run(client.sdk.getGroupProfile({ groupID: 'g1' }));
    expect(data.group).toBe(group);
    expect(group?.name).toBe('Renamed');
  });

  it('gives fresh arrays', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const first = await world.run(sdk.getGroupList());
    const second = await world.run(sdk.getGroupList());
    expect(first.data.groupList).not.toBe(second.data.groupList);
  });

  it('is throttled to one event a second', async () => {
    const client = await connectTo(world, 'me', { flavour });
    for (const name of ['A', 'B', 'C']) {
      world.server.group('g1').setProfile({ name });
      await world.clock.advance(200);
    }
    await world.clock.advance(2000);
    expect(groupLists(client).length).toBe(2);
  });

  it('has the group whose message is the newest first', async () => {
    world.server.addGroup('g2', { ownerID: 'me' });
    const client = await connectTo(world, 'me', { flavour });
    world.server.sendText({ from: 'alice', to: 'g1', text: 'hello' });
    await world.clock.advance(1100);
    world.server.sendText({ from: 'me', to: 'g2', text: 'hello' });
    await world.clock.advance(3000);
    expect(groupLists(client).at(0)).toEqual(['g1', 'g2']);
    expect(groupLists(client).at(-1)).toEqual(['g2', 'g1']);
  });

  it('brings a copy of the last message, and the next sequence, with each message', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const group = await groupOf(world, client.sdk, 'g1');
    world.server.sendText({ from: 'alice', to: 'g1', text: 'hello' });
    await world.clock.advance(0);
    const row = await conversation(client.sdk, 'GROUPg1');
    expect(group?.lastMessage).toEqual(row.lastMessage);
    expect(group?.lastMessage).not.toBe(row.lastMessage);
    expect(group?.nextMessageSeq).toBe(2);
    expect(row.groupProfile?.nextMessageSeq).toBe(1);
  });

  it('takes up a group by its first message, whose name and role it learns a moment later', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const rows: unknown[] = [];
    client.sdk.on('onGroupListUpdated', ({ data }) => {
      const row = (data as readonly MemoryGroup[]).find(({ groupID }) => groupID === 'g2');
      rows.push([row?.type, row?.name, row?.selfInfo.role]);
    });
    world.server.addGroup('g2', { ownerID: 'alice', memberIDs: ['me'], name: 'Two' });
    await world.clock.advance(1100);
    expect(rows).toEqual([]);
    world.server.sendText({ from: 'alice', to: 'g2', text: 'hello' });
    await world.clock.advance(2000);
    expect(rows).toEqual([
      ['Public', flavour === '2.x' ? 'Two' : '', ''],
      ['Public', 'Two', 'Member'],
    ]);
    expect(client.received().length).toBe(1);
  });
});

describe('getGroupList', () => {
  it('asks the server and fires the list event in 2.x only', async () => {
    const two = await connectTo(world, 'me', { flavour: '2.x' });
    await world.run(two.sdk.getGroupList());
    expect(groupLists(two).length).toBe(1);
    const three = await connectTo(world, 'alice', { flavour: '3.x' });
    const { data } = await world.run(three.sdk.getGroupList());
    expect(groupLists(three).length).toBe(0);
    expect(data.isSyncCompleted).toBe(true);
  });
});

describe('a group object', () => {
  it('has the own keys of the SDK, and memberNum on its prototype', async () => {
    const { sdk } = await connectTo(world, 'me');
    const group = await groupOf(world, sdk, 'g1');
    expect(Object.keys(group ?? {})).toEqual([
      'groupID',
      'name',
      'avatar',
      'type',
      'introduction',
      'notification',
      'ownerID',
      'createTime',
      'infoSequence',
      'lastInfoTime',
      'selfInfo',
      'lastMessage',
      'nextMessageSeq',
      'memberCount',
      'maxMemberCount',
      'joinOption',
      'inviteOption',
      'groupCustomField',
      'muteAllMembers',
      'isSupportTopic',
      '_lastRevokedTime',
    ]);
    expect(group?.memberNum).toBe(3);
    expect(copyOf(group ?? {})).not.toHaveProperty('memberNum');
    expect(group?.selfInfo).toMatchObject({ role: 'Member', userID: 'me', nameCard: '' });
  });
});

describe.each(FLAVOURS)('createGroup of %s', (flavour) => {
  it('answers the group, fires the list event and sends a custom message to its members', async () => {
    const me = await connectTo(world, 'me', { flavour });
    const alice = await connectTo(world, 'alice', { flavour });
    const { data } = await world.run(
      me.sdk.createGroup({ type: 'Public', name: 'New', groupID: 'g9', memberList: [{ userID: 'alice' }] }),
    );
    await world.clock.advance(2000);
    expect(data.group).toMatchObject({
      groupID: 'g9',
      name: 'New',
      type: 'Public',
      ownerID: 'me',
      memberCount: 2,
    });
    expect(data.group.selfInfo.role).toBe('Owner');
    expect(data.overLimitUserIDList).toEqual([]);
    expect(groupLists(me).at(-1)).toContain('g9');
    expect(groupLists(alice).at(-1)).toContain('g9');
    expect(alice.received().map(({ type }) => type)).toEqual(['TIMCustomElem']);
    expect(alice.received()[0]?.payload['data']).toContain('group_create');
  });

  it('makes up an ID, takes roles and custom fields, and leaves out who is no user', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(
      sdk.createGroup({
        type: 'Public',
        name: 'New',
        groupCustomField: [{ key: 'level', value: 'high' }],
        memberList: [
          { userID: 'alice', role: 'Admin', memberCustomField: [{ key: 'a', value: 'b' }] },
          { userID: 'nobody' },
        ],
      }),
    );
    const { groupID } = data.group;
    expect(groupID).toMatch(/^@TGS#/);
    expect(data.group.groupCustomField).toEqual([{ key: 'level', value: 'high' }]);
    const { memberList } = (await world.run(sdk.getGroupMemberList({ groupID }))).data;
    expect(memberList).toMatchObject([
      { userID: 'me', role: 'Owner' },
      { userID: 'alice', role: 'Admin', memberCustomField: [{ key: 'a', value: 'b' }] },
    ]);
  });

  it('refuses types and IDs that it does not know, and throws without a name', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    expect(await world.codeOf(sdk.createGroup({ name: 'x' }))).toBe(2600);
    expect(await world.codeOf(sdk.createGroup({ name: 'x', type: 'Foo' }))).toBe(2600);
    expect(await world.codeOf(sdk.createGroup({ name: 'x', type: 'Public', groupID: '@TGS#_x' }))).toBe(2602);
    expect(await world.codeOf(sdk.createGroup({ name: 'x', type: 'Community', groupID: 'x' }))).toBe(2602);
    expect(await world.codeOf(sdk.createGroup({ name: 'x', type: 'Public', groupID: 'g1' }))).toBe(10021);
    expect(() => sdk.createGroup({} as never)).toThrow('Params validate failed.');
  });

  it('drops in silence what the type does not have', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(
      sdk.createGroup({ name: 'x', type: 'ChatRoom', groupID: 'm1', joinOption: 'DisableApply' }),
    );
    expect(data.group.joinOption).toBe('FreeAccess');
    const members = [{ userID: 'alice' }];
    await world.run(sdk.createGroup({ name: 'x', type: 'AVChatRoom', groupID: 'r1', memberList: members }));
    expect(await groupOf(world, sdk, 'r1')).toBeUndefined();
    expect(membersOf(world, 'r1')).toEqual(['me']);
  });
});

describe.each(FLAVOURS)('joinGroup of %s', (flavour) => {
  it('joins at once where access is free', async () => {
    world.server.addGroup('m1', { ownerID: 'alice', type: 'ChatRoom' });
    const client = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(client.sdk.joinGroup({ groupID: 'm1', type: 'ChatRoom' }));
    expect(data).toMatchObject({ status: 'JoinedSuccess', group: { groupID: 'm1', memberCount: 2 } });
    expect(groupLists(client).at(-1)).toContain('m1');
  });

  it('waits for approval in a public group, and is let in by a notice', async () => {
    world.server.addGroup('p1', { ownerID: 'alice' });
    const me = await connectTo(world, 'me', { flavour });
    const alice = await connectTo(world, 'alice', { flavour });
    const { data } = await world.run(me.sdk.joinGroup({ groupID: 'p1', applyMessage: 'please' }));
    expect(data).toEqual({ status: 'WaitAdminApproval' });
    await world.clock.advance(0);
    const [notice] = alice.received();
    expect(notice).toMatchObject({
      conversationID: '@TIM#SYSTEM',
      type: 'TIMGroupSystemNoticeElem',
      isSystemMessage: true,
      from: '@TIM#SYSTEM',
      to: 'p1',
      payload: { operationType: 1, operatorID: 'me', handleMessage: 'please' },
    });
    const options = { handleAction: 'Agree', handleMessage: 'ok', message: notice as object };
    const handled = await world.run(alice.sdk.handleGroupApplication(options));
    expect(handled.data.group?.groupID).toBe('p1');
    await world.clock.advance(2000);
    expect(operations(me)).toContain(2);
    expect(groupLists(me).at(-1)).toContain('p1');
    expect(membersOf(world, 'p1')).toEqual(['alice', 'me']);
    const system = await world.run(alice.sdk.getMessageList({ conversationID: '@TIM#SYSTEM' }));
    expect(system.data.messageList).toEqual([]);
  });

  it('says that the account is in already, without a group', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(sdk.joinGroup({ groupID: 'g1' }));
    expect(data).toEqual({ status: 'AlreadyInGroup' });
  });

  it('refuses work groups, closed groups and groups that are not there', async () => {
    world.server.addGroup('w1', { ownerID: 'alice', type: 'Private' });
    world.server.addGroup('p2', { ownerID: 'alice', joinOption: 'DisableApply' });
    const { sdk } = await connectTo(world, 'me', { flavour });
    const work = sdk.joinGroup({ groupID: 'w1', type: 'Private' });
    expect(await world.codeOf(work)).toBe(flavour === '2.x' ? 2601 : 10007);
    expect(await world.codeOf(sdk.joinGroup({ groupID: 'p2' }))).toBe(10007);
    expect(await world.codeOf(sdk.joinGroup({ groupID: 'none' }))).toBe(10010);
  });
});

describe('handleGroupApplication', () => {
  it('takes an entry of getGroupApplicationList, too, and tells the applicant of a refusal', async () => {
    world.server.addGroup('p1', { ownerID: 'alice', name: 'Public' });
    const me = await connectTo(world, 'me');
    const alice = await connectTo(world, 'alice');
    await world.run(me.sdk.joinGroup({ groupID: 'p1', applyMessage: 'please' }));
    const { applicationList } = (await world.run(alice.sdk.getGroupApplicationList())).data;
    expect(applicationList).toMatchObject([
      {
        applicant: 'me',
        applicantNick: 'Me',
        groupID: 'p1',
        groupName: 'Public',
        note: 'please',
        applicationType: 0,
      },
    ]);
    const [application] = applicationList;
    const options = { handleAction: 'Reject', handleMessage: 'no', application: application as object };
    await world.run(alice.sdk.handleGroupApplication(options));
    await world.clock.advance(0);
    expect(me.received().map(({ payload }) => payload)).toMatchObject([
      { operationType: 3, handleMessage: 'no' },
    ]);
    expect(await world.codeOf(alice.sdk.handleGroupApplication(options))).toBe(10024);
    expect((await world.run(alice.sdk.getGroupApplicationList())).data.applicationList).toEqual([]);
  });
});

describe.each(FLAVOURS)('quitGroup and dismissGroup of %s', (flavour) => {
  it('take the group from the list and leave the row', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(client.sdk.quitGroup('g1'));
    expect(data).toEqual({ groupID: 'g1' });
    expect(groupLists(client).at(-1)).toEqual([]);
    expect((await conversation(client.sdk, 'GROUPg1')).type).toBe('GROUP');
    expect(membersOf(world, 'g1')).toEqual(['alice', 'bob']);
  });

  it('refuse the owner, the stranger and who is no owner', async () => {
    world.server.addGroup('mine', { ownerID: 'me' });
    world.server.addGroup('w1', { ownerID: 'me', type: 'Private' });
    const { sdk } = await connectTo(world, 'me', { flavour });
    expect(await world.codeOf(sdk.quitGroup('mine'))).toBe(10009);
    expect(await world.codeOf(sdk.quitGroup('none'))).toBe(2623);
    expect(await world.codeOf(sdk.dismissGroup('g1'))).toBe(10007);
    expect(await world.codeOf(sdk.dismissGroup('w1'))).toBe(flavour === '2.x' ? 2622 : 10007);
    expect(await world.codeOf(sdk.quitGroup('w1'))).toBe(0);
  });

  it('tell all members when the group is dismissed', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['alice'] });
    const me = await connectTo(world, 'me', { flavour });
    const alice = await connectTo(world, 'alice', { flavour });
    await world.run(me.sdk.dismissGroup('mine'));
    await world.clock.advance(2000);
    expect(operations(alice)).toEqual([5]);
    expect(groupLists(alice).at(-1)).toEqual(['g1']);
    expect(me.received()).toEqual([]);
  });
});

describe('searchGroupByID', () => {
  it('finds any group but work groups, without adding it to the list', async () => {
    world.server.addGroup('p1', { ownerID: 'alice', name: 'Public' });
    world.server.addGroup('w1', { ownerID: 'me', type: 'Private' });
    const { sdk } = await connectTo(world, 'me');
    const { data } = await world.run(sdk.searchGroupByID('p1'));
    expect(data.group).toMatchObject({ groupID: 'p1', name: 'Public', selfInfo: { role: '' } });
    expect(await groupOf(world, sdk, 'p1')).toBeUndefined();
    expect(await world.codeOf(sdk.searchGroupByID('w1'))).toBe(10007);
    expect(await world.codeOf(sdk.searchGroupByID('none'))).toBe(10010);
  });
});

describe('getGroupProfile', () => {
  it('is for members only, but for audio-video rooms, which it does not add to the list', async () => {
    world.server.addGroup('p1', { ownerID: 'alice' });
    world.server.addGroup('r1', { ownerID: 'alice', type: 'AVChatRoom' });
    const { sdk } = await connectTo(world, 'me');
    expect(await world.codeOf(sdk.getGroupProfile({ groupID: 'p1' }))).toBe(10007);
    const { data } = await world.run(sdk.getGroupProfile({ groupID: 'r1' }));
    expect(data.group.type).toBe('AVChatRoom');
    expect(await groupOf(world, sdk, 'r1')).toBeUndefined();
  });
});

describe.each(FLAVOURS)('changeGroupOwner of %s', (flavour) => {
  it('hands the group over, for everybody', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['alice'] });
    const me = await connectTo(world, 'me', { flavour });
    const alice = await connectTo(world, 'alice', { flavour });
    const held = await groupOf(world, alice.sdk, 'mine');
    const { data } = await world.run(me.sdk.changeGroupOwner({ groupID: 'mine', newOwnerID: 'alice' }));
    expect(data.group?.ownerID).toBe('alice');
    await world.clock.advance(0);
    expect(held?.selfInfo.role).toBe('Owner');
    // The hazard of 2.x: the new owner's own list still names the old one.
    expect(held?.ownerID).toBe(flavour === '2.x' ? 'me' : 'alice');
  });

  it('refuses itself, strangers, rooms and who is no owner', async () => {
    world.server.addGroup('mine', { ownerID: 'me' });
    const { sdk } = await connectTo(world, 'me', { flavour });
    expect(await world.codeOf(sdk.changeGroupOwner({ groupID: 'mine', newOwnerID: 'me' }))).toBe(2621);
    expect(await world.codeOf(sdk.changeGroupOwner({ groupID: 'mine', newOwnerID: 'bob' }))).toBe(10019);
    expect(await world.codeOf(sdk.changeGroupOwner({ groupID: 'g1', newOwnerID: 'bob' }))).toBe(10007);
  });
});

describe.each(FLAVOURS)('updateGroupProfile of %s', (flavour) => {
  it('changes the live group before the answer, and tells everybody by a tip', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['alice'] });
    const me = await connectTo(world, 'me', { flavour });
    const alice = await connectTo(world, 'alice', { flavour });
    const held = await groupOf(world, alice.sdk, 'mine');
    const change = { name: 'New', introduction: 'i', groupCustomField: [{ key: 'k', value: 'v' }] };
    const { data } = await world.run(me.sdk.updateGroupProfile({ groupID: 'mine', ...change }));
    expect(data.group).toMatchObject(change);
    await world.clock.advance(0);
    expect(held).toMatchObject(change);
    expect(alice.received()[0]?.payload).toMatchObject({
      operationType: 6,
      operatorID: 'me',
      newGroupProfile: { groupName: 'New', introduction: 'i' },
    });
  });

  it('is refused by the type of the group', async () => {
    world.server.addGroup('w1', { ownerID: 'alice', memberIDs: ['me'], type: 'Private' });
    const { sdk } = await connectTo(world, 'me', { flavour });
    expect(await world.codeOf(sdk.updateGroupProfile({ groupID: 'w1', name: 'x' }))).toBe(0);
    expect(await world.codeOf(sdk.updateGroupProfile({ groupID: 'g1', name: 'x' }))).toBe(10007);
  });
});

describe.each(FLAVOURS)('sending into a group of %s', (flavour) => {
  const send = (sdk: MemorySdk, to: string): Promise<unknown> =>
    world.codeOf(
      sdk.sendMessage(sdk.createTextMessage({ to, conversationType: 'GROUP', payload: { text: 'x' } })),
    );

  it('is refused to strangers, of rooms by the SDK itself', async () => {
    world.server.addGroup('p1', { ownerID: 'alice' });
    world.server.addGroup('r1', { ownerID: 'alice', type: 'AVChatRoom' });
    const { sdk } = await connectTo(world, 'me', { flavour });
    expect(await send(sdk, 'p1')).toBe(10007);
    expect(await send(sdk, 'none')).toBe(10010);
    expect(await send(sdk, 'r1')).toBe(2101);
  });

  it('is refused to who is muted, until the clock ends it', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    world.server.group('g1').mute('me', 60);
    await world.clock.advance(0);
    expect(await send(sdk, 'g1')).toBe(10017);
    await world.clock.advance(60_000);
    expect(await send(sdk, 'g1')).toBe(0);
  });

  it('is refused to ordinary members while all are muted', async () => {
    world.server.addGroup('g2', {
      ownerID: 'alice',
      memberIDs: ['bob'],
      adminIDs: ['me'],
      muteAllMembers: true,
    });
    const me = await connectTo(world, 'me', { flavour });
    const bob = await connectTo(world, 'bob', { flavour });
    expect(await send(bob.sdk, 'g2')).toBe(10017);
    expect(await send(me.sdk, 'g2')).toBe(0);
  });
});

describe('the history of a group', () => {
  it('begins for a newcomer with the coming, but for meetings and communities', async () => {
    for (const type of ['Private', 'Public', 'ChatRoom', 'Community']) {
      world.server.addGroup(type, { ownerID: 'alice', type });
      world.server.sendText({ from: 'alice', to: type, text: 'before' });
      world.server.group(type).join('me');
      world.server.sendText({ from: 'alice', to: type, text: 'after' });
    }
    const { sdk } = await connectTo(world, 'me');
    const texts = async (type: string): Promise<readonly unknown[]> => {
      const { data } = await world.run(sdk.getMessageList({ conversationID: `GROUP${type}` }));
      return data.messageList.flatMap(({ payload }) => payload['text'] ?? []);
    };
    expect(await texts('Private')).toEqual(['after']);
    expect(await texts('Public')).toEqual(['after']);
    expect(await texts('ChatRoom')).toEqual(['before', 'after']);
    expect(await texts('Community')).toEqual(['before', 'after']);
  });

  it('is closed to who has been in it', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour: '2.x' });
    world.server.group('g1').kick(['me']);
    await world.clock.advance(0);
    expect(await world.codeOf(sdk.getMessageList({ conversationID: 'GROUPg1' }))).toBe(10007);
  });
});

describe('a fault', () => {
  it('can be set for the group methods', async () => {
    const { sdk } = await connectTo(world, 'me');
    world.server.failNext('getGroupProfile', { code: 10002 });
    expect(await world.codeOf(sdk.getGroupProfile({ groupID: 'g1' }))).toBe(10002);
    expect(await world.codeOf(sdk.getGroupProfile({ groupID: 'g1' }))).toBe(0);
  });
});

describe('the limits of a group', () => {
  it('are those of the reference: texts in bytes, members at once, groups of a user', async () => {
    world = createTestWorld({ maxGroups: 1 });
    world.server.addUser('carol');
    const { sdk } = await world.connect('carol');
    const create = (options: object): Promise<unknown> =>
      world.codeOf(sdk.createGroup({ type: 'Public', name: 'x', ...options }));
    expect(await create({ name: 'x'.repeat(31) })).toBe(10004);
    expect(await create({ introduction: 'é'.repeat(121) })).toBe(10004);
    const memberList = Array.from({ length: 501 }, (_, index) => ({ userID: `u${index}` }));
    expect(await create({ memberList })).toBe(10004);
    expect(await create({})).toBe(0);
    expect(await create({})).toBe(10037);
  });

  it('leave out who is in too many groups, and say who it is', async () => {
    world = createTestWorld({ maxGroups: 1 });
    world.server.addUser('carol');
    world.server.addUser('dave');
    const { sdk } = await world.connect('carol');
    const memberList = [{ userID: 'alice' }, { userID: 'dave' }];
    const { data } = await world.run(
      sdk.createGroup({ type: 'Private', name: 'x', groupID: 'w1', memberList }),
    );
    expect(data.overLimitUserIDList).toEqual(['alice']);
    const added = await world.run(sdk.addGroupMember({ groupID: 'w1', userIDList: ['bob'] }));
    expect(added.data.overLimitUserIDList).toEqual(['bob']);
    expect(membersOf(world, 'w1')).toEqual(['carol', 'dave']);
  });
});

describe('the name card', () => {
  it('goes with the messages of its member', async () => {
    world.server.addGroup('g2', { ownerID: 'me', memberIDs: ['alice'], nameCards: { alice: 'Captain' } });
    const me = await world.connect('me');
    world.server.sendText({ from: 'alice', to: 'g2', text: 'hello' });
    await world.clock.advance(0);
    expect(me.received()[0]?.nameCard).toBe('Captain');
    await world.run(me.sdk.setGroupMemberNameCard({ groupID: 'g2', nameCard: 'Mate' }));
    const options = { to: 'g2', conversationType: 'GROUP', payload: { text: 'hi' } };
    expect(me.sdk.createTextMessage(options).nameCard).toBe('Mate');
  });
});

describe('the server', () => {
  it('lets others act, and knows what is true', async () => {
    const { server } = world;
    server.addGroup('g2', { ownerID: 'alice', adminIDs: ['bob'], name: 'Two', joinOption: 'FreeAccess' });
    const group = server.group('g2');
    group.join('me', 'carol');
    group.setNameCard('me', 'Captain');
    group.setRole('me', 'Admin');
    group.mute('carol', 60);
    group.handOver('bob');
    group.leave('alice');
    const seconds = Math.floor(world.clock.now() / 1000);
    expect(server.truth.group('g2')).toMatchObject({
      name: 'Two',
      ownerID: 'bob',
      joinOption: 'FreeAccess',
      members: [
        { userID: 'bob', role: 'Owner' },
        { userID: 'me', role: 'Admin', nameCard: 'Captain' },
        { userID: 'carol', role: 'Member', muteUntil: seconds + 60 },
      ],
    });
    group.dismiss();
    expect(server.truth.group('g2')).toBeUndefined();
  });

  it('sends notices of the application’s own', async () => {
    const { received } = await world.connect('me');
    world.server.group('g1').notify('maintenance', ['me']);
    await world.clock.advance(0);
    expect(received()[0]?.payload).toMatchObject({ operationType: 255, userDefinedField: 'maintenance' });
  });

  it('throws for what is not there', () => {
    const { server } = world;
    expect(() => server.group('none')).toThrow('unable to find the group "none"');
    expect(() => server.group('g1').kick(['carol'])).toThrow('unable to find "carol"');
    expect(() => server.group('g1').join('nobody')).toThrow('unable to find the user "nobody"');
    expect(() => server.addGroup('g1', { ownerID: 'me' })).toThrow('a user or group has this ID');
  });
});
