import { beforeEach, describe, expect, it } from 'vitest';
import { connectTo, groupLists, groupOf, membersOf, operations, watchGroups } from './group-world.ts';
import { conversation, createTestWorld, type TestWorld } from './world.ts';

const FLAVOURS = ['2.x', '3.x'] as const;

let world: TestWorld;

beforeEach(() => {
  world = createTestWorld();
  world.server.addUser('carol', { nick: 'Carol', avatar: 'c.png' });
});

/** The names of events in the order in which they came, each only once in a row. */
function order(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => name !== names[index - 1]);
}

describe.each(FLAVOURS)('a tip in %s', (flavour) => {
  it('is a message of the group, from the system, with the next sequence', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.sendText({ from: 'alice', to: 'g1', text: 'one' });
    world.server.group('g1').join('carol');
    await world.clock.advance(0);
    const tip = client.received().at(-1);
    expect(tip).toMatchObject({
      type: 'TIMGroupTipElem',
      from: '@TIM#SYSTEM',
      to: 'g1',
      conversationID: 'GROUPg1',
      conversationType: 'GROUP',
      flow: 'in',
      sequence: 2,
      clientSequence: 2,
      isSystemMessage: false,
      nick: 'Carol',
      avatar: 'c.png',
      senderTinyID: '144115198244471703',
    });
    const operatorInfo = { userID: 'carol', nick: 'Carol', avatar: 'c.png', role: 200 };
    expect(tip?.payload).toEqual({
      operationType: 1,
      operatorID: 'carol',
      userIDList: ['carol'],
      memberList: [operatorInfo],
      ...(flavour === '3.x' && { operatorInfo }),
      groupJoinType: 1,
      memberNum: 4,
      memberCount: 4,
      groupProfile: { from: '@TIM#SYSTEM', to: 'g1', groupID: 'g1', groupName: 'g1' },
    });
  });

  it('counts as unread, is the last message of its row, and stays in the history', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    world.server.group('g1').leave('bob');
    await world.clock.advance(0);
    const row = await conversation(sdk, 'GROUPg1');
    expect(row.unreadCount).toBe(1);
    expect(row.lastMessage).toMatchObject({ fromAccount: '@TIM#SYSTEM', type: 'TIMGroupTipElem' });
    const { data } = await world.run(sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(data.messageList.map(({ payload }) => payload['operationType'])).toEqual([2]);
  });

  it('changes the number of members in silence, of the group and of the row’s copy', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const group = await groupOf(world, client.sdk, 'g1');
    world.server.group('g1').join('carol');
    await world.clock.advance(0);
    expect(group?.memberCount).toBe(4);
    expect((await conversation(client.sdk, 'GROUPg1')).groupProfile?.memberCount).toBe(4);
  });

  it('comes in the order of the generation', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.group('g1').setProfile({ name: 'Renamed' });
    await world.clock.advance(0);
    expect(order(client.names())).toEqual(
      flavour === '2.x'
        ? [
            'onTotalUnreadMessageCountUpdated',
            'onGroupListUpdated',
            'onConversationListUpdated',
            'onMessageReceived',
          ]
        : [
            'onMessageReceived',
            'onGroupListUpdated',
            'onConversationListUpdated',
            'onTotalUnreadMessageCountUpdated',
          ],
    );
  });

  it('about the profile renames the live group and fires the list event', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const group = await groupOf(world, client.sdk, 'g1');
    client.forget();
    const change = {
      name: 'New',
      avatar: 'n.png',
      introduction: 'i',
      notification: 'n',
      muteAllMembers: true,
    };
    world.server.group('g1').setProfile(change, 'alice');
    await world.clock.advance(2000);
    expect(group).toMatchObject(change);
    expect(groupLists(client).length).toBeGreaterThan(0);
    expect((await conversation(client.sdk, 'GROUPg1')).groupProfile?.name).toBe('New');
    const { name: groupName, ...others } = change;
    expect(client.received()[0]?.payload['newGroupProfile']).toEqual({ groupName, ...others });
  });

  it('about members changes the members that are held', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const { memberList } = (await world.run(sdk.getGroupMemberList({ groupID: 'g1' }))).data;
    const bob = memberList.find(({ userID }) => userID === 'bob');
    world.server.group('g1').setRole('bob', 'Admin');
    world.server.group('g1').mute('bob', 60);
    await world.clock.advance(0);
    expect(bob).toMatchObject({ role: 'Admin', muteUntil: Math.floor(world.clock.now() / 1000) + 60 });
  });

  it('goes by the type: meetings and communities do not tell of members', async () => {
    for (const type of ['Private', 'Public', 'ChatRoom', 'Community']) {
      world.server.addGroup(type, { ownerID: 'alice', memberIDs: ['me'], type });
    }
    const client = await connectTo(world, 'me', { flavour });
    const told = async (type: string): Promise<readonly unknown[]> => {
      client.forget();
      world.server.group(type).join('carol');
      world.server.group(type).setProfile({ name: 'New' });
      await world.clock.advance(2000);
      return operations(client);
    };
    expect(await told('Private')).toEqual([1, 6]);
    expect(await told('Public')).toEqual([1, 6]);
    expect(await told('ChatRoom')).toEqual([6]);
    expect(await told('Community')).toEqual([6]);
  });

  it('that was missed comes after the reconnect, without being counted twice', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.network('me').cut();
    world.server.group('g1').setProfile({ name: 'New' });
    await world.clock.advance(1000);
    world.server.network('me').restore();
    await world.clock.advance(2000);
    expect(operations(client)).toEqual([6]);
    expect((await groupOf(world, client.sdk, 'g1'))?.name).toBe('New');
    expect((await conversation(client.sdk, 'GROUPg1')).unreadCount).toBe(1);
  });
});

describe.each(FLAVOURS)('a system notice in %s', (flavour) => {
  it('comes by MESSAGE_RECEIVED, in the conversation of the system', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.group('g1').setRole('me', 'Admin');
    await world.clock.advance(0);
    const notice = client.received().at(-1);
    expect(notice).toMatchObject({
      conversationID: '@TIM#SYSTEM',
      conversationType: '@TIM#SYSTEM',
      type: 'TIMGroupSystemNoticeElem',
      isSystemMessage: true,
      to: 'g1',
      payload: {
        operationType: 9,
        operatorID: 'alice',
        groupProfile: { groupID: 'g1', name: 'g1', to: 'me' },
      },
    });
    const profile = notice?.payload['groupProfile'] as object;
    expect('groupType' in profile).toBe(flavour === '3.x');
    const row = await conversation(client.sdk, '@TIM#SYSTEM');
    expect(row).toMatchObject({ type: '@TIM#SYSTEM', unreadCount: 1 });
    expect(row).not.toHaveProperty('groupProfile');
  });

  it('does not count in the total', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    world.server.addGroup('p1', { ownerID: 'me' });
    const bob = await world.connect('bob');
    await world.run(bob.sdk.joinGroup({ groupID: 'p1' }));
    await world.clock.advance(0);
    expect((await conversation(sdk, '@TIM#SYSTEM')).unreadCount).toBe(1);
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
    await world.run(sdk.setMessageRead({ conversationID: '@TIM#SYSTEM' }));
    expect((await conversation(sdk, '@TIM#SYSTEM')).unreadCount).toBe(0);
  });

  it('of a removal takes the group from the list and leaves its row, in 3.x as read', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.sendText({ from: 'alice', to: 'g1', text: 'one' });
    await world.clock.advance(2000);
    client.forget();
    world.server.group('g1').kick(['me'], 'alice', 'rules');
    await world.clock.advance(2000);
    expect(operations(client)).toEqual([4]);
    expect(client.received()[0]?.payload['handleMessage']).toBe('rules');
    expect(groupLists(client).at(-1)).toEqual([]);
    expect((await conversation(client.sdk, 'GROUPg1')).unreadCount).toBe(flavour === '2.x' ? 1 : 0);
    expect(membersOf(world, 'g1')).toEqual(['alice', 'bob']);
  });

  it('of an invitation adds the group once the server has described it', async () => {
    world.server.addGroup('w1', { ownerID: 'alice', type: 'Private', name: 'Work' });
    const client = await connectTo(world, 'me', { flavour });
    world.server.group('w1').invite(['me']);
    await world.clock.advance(2000);
    expect(operations(client)).toContain(7);
    expect(groupLists(client).at(-1)).toContain('w1');
    expect(await groupOf(world, client.sdk, 'w1')).toMatchObject({ name: 'Work', memberCount: 2 });
  });

  it('from before the login is in the history, read, and in no row', async () => {
    world.server.group('g1').setRole('me', 'Admin');
    const client = await connectTo(world, 'me', { flavour });
    expect(client.received()).toEqual([]);
    const { data } = await world.run(client.sdk.getConversationList());
    expect(data.conversationList.map(({ type }) => type)).toEqual(['GROUP']);
    const page = await world.run(client.sdk.getMessageList({ conversationID: '@TIM#SYSTEM' }));
    expect(page.data.messageList).toMatchObject([{ isRead: true, payload: { operationType: 9 } }]);
  });

  it('that was missed comes after the reconnect, each by itself, with its effect', async () => {
    const client = await connectTo(world, 'me', { flavour });
    world.server.addGroup('g2', { ownerID: 'alice', memberIDs: ['me'] });
    world.server.network('me').cut();
    world.server.group('g2').setRole('me', 'Admin');
    world.server.group('g1').kick(['me']);
    await world.clock.advance(1000);
    world.server.network('me').restore();
    await world.clock.advance(2000);
    const notices = client
      .dataOf('onMessageReceived')
      .filter((data) => (data as { type: string }[])[0]?.type === 'TIMGroupSystemNoticeElem');
    expect(notices.length).toBe(2);
    expect(groupLists(client).at(-1)).toEqual(['g2']);
  });

  it('of leaving reaches the other clients of the user', async () => {
    world = createTestWorld({ maxInstances: 2 });
    const first = await connectTo(world, 'me', { flavour });
    const second = await connectTo(world, 'me', { flavour });
    await world.run(first.sdk.quitGroup('g1'));
    await world.clock.advance(2000);
    expect(operations(first)).toEqual([]);
    expect(operations(second)).toEqual([8]);
    expect(groupLists(second).at(-1)).toEqual([]);
  });
});

describe.each(FLAVOURS)('an audio-video room in %s', (flavour) => {
  beforeEach(() => {
    world.server.addGroup('r1', { ownerID: 'alice', type: 'AVChatRoom' });
    world.server.addGroup('r2', { ownerID: 'alice', type: 'AVChatRoom' });
  });

  it('is in the list while it is joined, and not after the next login', async () => {
    const client = await connectTo(world, 'me', { flavour });
    await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    await world.clock.advance(2000);
    expect(groupLists(client).at(-1)).toContain('r1');
    await world.run(client.sdk.logout());
    await world.run(client.sdk.login({ userID: 'me', userSig: 'any' }));
    await world.clock.advance(2000);
    expect(groupLists(client).at(-1)).toEqual(['g1']);
  });

  it('is left when another one is joined', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    await world.run(sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    await world.run(sdk.joinGroup({ groupID: 'r2', type: 'AVChatRoom' }));
    expect(membersOf(world, 'r1')).toEqual(['alice']);
    expect(membersOf(world, 'r2')).toEqual(['alice', 'me']);
    expect(await groupOf(world, sdk, 'r1')).toBeUndefined();
  });

  it('keeps no history, and its row goes with it', async () => {
    const client = await connectTo(world, 'me', { flavour });
    await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    world.server.sendText({ from: 'alice', to: 'r1', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received().map(({ payload }) => payload['text'])).toContain('hello');
    expect(world.server.truth.messages('me', 'GROUPr1')).toEqual([]);
    await world.run(client.sdk.quitGroup('r1'));
    const { data } = await world.run(client.sdk.getConversationList());
    expect(data.conversationList.map(({ conversationID }) => conversationID)).not.toContain('GROUPr1');
  });

  it('is one object in the answer and another in the list, where it does not know its members', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    const { data } = await world.run(sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    expect(data.group).toMatchObject({ memberCount: 2, selfInfo: { role: '' } });
    const held = (await world.run(sdk.getGroupList())).data.groupList.find(({ groupID }) => groupID === 'r1');
    expect(held).not.toBe(data.group);
    expect(held).toMatchObject({ type: 'AVChatRoom', memberCount: '', selfInfo: { role: '', userID: 'me' } });
  });

  it('brings nothing to its owner before it is joined', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['alice'], type: 'AVChatRoom' });
    const client = await connectTo(world, 'me', { flavour });
    world.server.sendText({ from: 'alice', to: 'mine', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received()).toEqual([]);
    const { data } = await world.run(client.sdk.joinGroup({ groupID: 'mine', type: 'AVChatRoom' }));
    expect(data.status).toBe('JoinedSuccess');
    world.server.sendText({ from: 'alice', to: 'mine', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received().length).toBe(1);
  });

  it('counts who is online, and answers the same for a minute', async () => {
    const { sdk } = await connectTo(world, 'me', { flavour });
    await world.run(sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    const count = async (): Promise<number> =>
      (await world.run(sdk.getGroupOnlineMemberCount('r1'))).data.memberCount;
    expect(await count()).toBe(1);
    const alice = await world.connect('alice');
    expect(await count()).toBe(1);
    await world.clock.advance(60_001);
    expect(await count()).toBe(2);
    expect((await world.run(alice.sdk.getGroupOnlineMemberCount('none'))).data.memberCount).toBe(0);
  });

  it('can be listened to without a login, and nothing else can', async () => {
    const client = watchGroups(world.client({ flavour }));
    const { data } = await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    expect(data).toEqual({ status: 'JoinedSuccess' });
    const again = await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    expect(again.data).toEqual({ status: 'AlreadyInGroup' });
    world.server.sendText({ from: 'alice', to: 'r1', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received().map(({ payload }) => payload['text'])).toEqual(['hello']);
    expect(client.received()[0]?.flow).toBe('in');
    expect(await world.codeOf(client.sdk.joinGroup({ groupID: 'g1' }))).toBe(2662);
    await world.run(client.sdk.quitGroup('r1'));
    world.server.sendText({ from: 'alice', to: 'r1', text: 'more' });
    await world.clock.advance(0);
    expect(client.received().length).toBe(1);
  });

  it('is listened to again after the network was away', async () => {
    const client = watchGroups(world.client({ flavour }));
    await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    const network = world.server.network(client.sdk);
    network.cut();
    network.restore();
    await world.clock.advance(1000);
    world.server.sendText({ from: 'alice', to: 'r1', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received().map(({ payload }) => payload['text'])).toEqual(['hello']);
    expect((await world.run(client.sdk.getGroupOnlineMemberCount('r1'))).data.memberCount).toBe(1);
  });

  it('is listened to no more after a login', async () => {
    const client = watchGroups(world.client({ flavour }));
    await world.run(client.sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    await world.run(client.sdk.login({ userID: 'me', userSig: 'any' }));
    await world.clock.advance(2000);
    world.server.sendText({ from: 'alice', to: 'r1', text: 'hello' });
    await world.clock.advance(0);
    expect(client.received()).toEqual([]);
  });
});

describe('sendRoomData', () => {
  it('tells all members something that is no message, in 3.x only', async () => {
    const world = createTestWorld();
    const told: unknown[] = [];
    for (const [userID, flavour] of [
      ['me', '3.x'],
      ['bob', '2.x'],
    ] as const) {
      const { sdk } = await world.connect(userID, { flavour });
      sdk.on('onRoomCustomDataReceived', ({ data }) => told.push([userID, data]));
    }
    world.server.group('g1').sendRoomData('{"seats":3}');
    await world.clock.advance(0);
    expect(told).toEqual([['me', '{"seats":3}']]);
    expect(world.server.truth.messages('me', 'GROUPg1')).toEqual([]);
  });
});
