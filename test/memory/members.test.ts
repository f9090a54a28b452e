import { beforeEach, describe, expect, it } from 'vitest';
import { connectTo, groupOf, membersOf, operations } from './group-world.ts';
import { conversation, createTestWorld, type TestWorld } from './world.ts';

const FLAVOURS = ['2.x', '3.x'] as const;

let world: TestWorld;

beforeEach(() => {
  world = createTestWorld();
  world.server.addUser('carol', { nick: 'Carol' });
});

/** A group of `me` with 120 more members: u1, u2, ... */
function addCrowd(): void {
  const memberIDs = Array.from({ length: 120 }, (_, index) => `u${index + 1}`);
  for (const userID of memberIDs) world.server.addUser(userID);
  world.server.addGroup('crowd', { ownerID: 'me', memberIDs });
}

describe.each(FLAVOURS)('getGroupMemberList of %s', (flavour) => {
  it('pages by offset, 15 at a time and at most 100, and ends with 0', async () => {
    addCrowd();
    const { sdk } = await world.connect('me', { flavour });
    const page = async (options: object): Promise<readonly [number, number]> => {
      const { data } = await world.run(sdk.getGroupMemberList({ groupID: 'crowd', ...options }));
      return [data.memberList.length, data.offset];
    };
    expect(await page({})).toEqual([15, 15]);
    expect(await page({ count: 100, offset: 100 })).toEqual([21, 0]);
    expect(await page({ count: 100 })).toEqual([100, 100]);
    // More than 100 are cut, and what is cut looks like the end.
    expect(await page({ count: 200 })).toEqual([100, 0]);
  });

  it('answers live members in the shape of the generation', async () => {
    world.server.addGroup('g2', {
      ownerID: 'alice',
      memberIDs: ['me'],
      nameCards: { me: 'Captain' },
      memberCustomField: { me: { level: 'high' } },
    });
    const { sdk } = await world.connect('me', { flavour });
    const { data } = await world.run(sdk.getGroupMemberList({ groupID: 'g2' }));
    const me = data.memberList.find(({ userID }) => userID === 'me');
    const keys = [
      'userID',
      'avatar',
      'nick',
      'role',
      'joinTime',
      'lastSendMsgTime',
      'nameCard',
      'muteUntil',
      'memberCustomField',
    ];
    expect(Object.keys(me ?? {})).toEqual(flavour === '2.x' ? keys : [...keys, 'isOnline']);
    expect(me).toMatchObject({
      nick: 'Me',
      role: 'Member',
      nameCard: 'Captain',
      memberCustomField: [{ key: 'level', value: 'high' }],
    });
    const profile = await world.run(sdk.getGroupMemberProfile({ groupID: 'g2', userIDList: ['me'] }));
    expect(profile.data.memberList[0]).toBe(me);
  });

  it('answers nothing for a group that the client does not hold', async () => {
    const { sdk } = await world.connect('me', { flavour });
    const { data } = await world.run(sdk.getGroupMemberList({ groupID: 'none' }));
    expect(data).toEqual({ memberList: [], offset: 0 });
  });

  it('takes a role in 3.x only', async () => {
    const { sdk } = await world.connect('me', { flavour });
    const { data } = await world.run(sdk.getGroupMemberList({ groupID: 'g1', role: 'Owner' }));
    expect(data.memberList.length).toBe(flavour === '2.x' ? 3 : 1);
  });
});

describe('getGroupMemberProfile', () => {
  it('cuts more than 50 in silence, and leaves out who is no member', async () => {
    addCrowd();
    const { sdk } = await world.connect();
    const userIDList = Array.from({ length: 60 }, (_, index) => `u${index + 1}`);
    const many = await world.run(sdk.getGroupMemberProfile({ groupID: 'crowd', userIDList }));
    expect(many.data.memberList.length).toBe(50);
    const some = await world.run(
      sdk.getGroupMemberProfile({ groupID: 'g1', userIDList: ['me', 'carol', 'nobody'] }),
    );
    expect(some.data.memberList.map(({ userID }) => userID)).toEqual(['me']);
  });
});

describe.each(FLAVOURS)('addGroupMember of %s', (flavour) => {
  beforeEach(() => {
    world.server.addGroup('w1', { ownerID: 'alice', memberIDs: ['me'], type: 'Private' });
  });

  it('answers four lists, and the group if somebody was added', async () => {
    const { sdk } = await world.connect('me', { flavour });
    const userIDList = ['bob', 'alice', 'nobody', 'carol'];
    const { data } = await world.run(sdk.addGroupMember({ groupID: 'w1', userIDList }));
    expect(data).toMatchObject({
      successUserIDList: ['bob', 'carol'],
      existedUserIDList: ['alice'],
      failureUserIDList: ['nobody'],
      overLimitUserIDList: [],
    });
    expect(data.group).toBe(await groupOf(world, sdk, 'w1'));
    expect(membersOf(world, 'w1')).toEqual(['alice', 'me', 'bob', 'carol']);
    const again = await world.run(sdk.addGroupMember({ groupID: 'w1', userIDList: ['bob'] }));
    expect(again.data).not.toHaveProperty('group');
  });

  it('is for work groups and communities', async () => {
    world.server.addGroup('p1', { ownerID: 'me' });
    world.server.addGroup('m1', { ownerID: 'me', type: 'ChatRoom' });
    world.server.addGroup('c1', { ownerID: 'me', type: 'Community' });
    world.server.addGroup('r1', { ownerID: 'alice', type: 'AVChatRoom' });
    const { sdk } = await world.connect('me', { flavour });
    await world.run(sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    const add = (groupID: string): Promise<unknown> =>
      world.codeOf(sdk.addGroupMember({ groupID, userIDList: ['bob'] }));
    expect(await add('w1')).toBe(0);
    expect(await add('c1')).toBe(0);
    expect(await add('p1')).toBe(10007);
    expect(await add('m1')).toBe(10007);
    expect(await add('r1')).toBe(2661);
    expect(() => sdk.addGroupMember({ groupID: 'none', userIDList: ['bob'] })).toThrow(TypeError);
  });

  it('is refused when the group is full', async () => {
    world.server.addGroup('small', { ownerID: 'me', type: 'Private', maxMemberCount: 2 });
    const { sdk } = await world.connect('me', { flavour });
    const userIDList = ['bob', 'carol'];
    expect(await world.codeOf(sdk.addGroupMember({ groupID: 'small', userIDList }))).toBe(10014);
  });
});

describe.each(FLAVOURS)('deleteGroupMember of %s', (flavour) => {
  it('removes members by rank, and tells them', async () => {
    world.server.addGroup('g2', { ownerID: 'alice', memberIDs: ['bob', 'carol'], adminIDs: ['me'] });
    const me = await connectTo(world, 'me', { flavour });
    const bob = await connectTo(world, 'bob', { flavour });
    const remove = (userIDList: readonly string[]): Promise<unknown> =>
      world.codeOf(me.sdk.deleteGroupMember({ groupID: 'g2', userIDList, reason: 'rules' }));
    expect(await remove(['alice'])).toBe(10007);
    expect(await remove(['bob'])).toBe(0);
    await world.clock.advance(0);
    expect(operations(bob)).toEqual([4]);
    expect(operations(me)).toEqual([3]);
    expect(membersOf(world, 'g2')).toEqual(['alice', 'carol', 'me']);
    expect((await groupOf(world, me.sdk, 'g2'))?.memberCount).toBe(3);
  });

  it('is refused to ordinary members, for groups that are not held, and in rooms', async () => {
    world.server.addGroup('r1', { ownerID: 'alice', type: 'AVChatRoom' });
    const { sdk } = await world.connect('me', { flavour });
    await world.run(sdk.joinGroup({ groupID: 'r1', type: 'AVChatRoom' }));
    const remove = (groupID: string): Promise<unknown> =>
      world.codeOf(sdk.deleteGroupMember({ groupID, userIDList: ['bob'] }));
    expect(await remove('g1')).toBe(10007);
    expect(await remove('none')).toBe(2603);
    expect(await remove('r1')).toBe(3122);
  });
});

describe.each(FLAVOURS)('setGroupMemberMuteTime of %s', (flavour) => {
  it('mutes until a time, in seconds, and is told by a tip', async () => {
    world.server.addGroup('g2', { ownerID: 'me', memberIDs: ['bob'] });
    const me = await connectTo(world, 'me', { flavour });
    const options = { groupID: 'g2', userID: 'bob', muteTime: 60 };
    const { data } = await world.run(me.sdk.setGroupMemberMuteTime(options));
    const until = Math.floor(world.clock.now() / 1000) + 60;
    expect(data.group?.groupID).toBe('g2');
    expect(data.member).toMatchObject({ userID: 'bob', muteUntil: until });
    await world.clock.advance(0);
    expect(me.received()[0]?.payload['memberList']).toMatchObject([{ userID: 'bob', muteTime: 60 }]);
    await world.run(me.sdk.setGroupMemberMuteTime({ ...options, muteTime: 0 }));
    expect(world.server.truth.group('g2')?.members.at(-1)?.muteUntil).toBe(0);
  });

  it('is refused by rank and by type', async () => {
    world.server.addGroup('w1', { ownerID: 'me', memberIDs: ['bob'], type: 'Private' });
    const { sdk } = await world.connect('me', { flavour });
    const mute = (groupID: string, userID: string): Promise<unknown> =>
      world.codeOf(sdk.setGroupMemberMuteTime({ groupID, userID, muteTime: 60 }));
    expect(await mute('g1', 'me')).toBe(2685);
    expect(await mute('g1', 'bob')).toBe(10007);
    expect(await mute('w1', 'bob')).toBe(10007);
  });
});

describe.each(FLAVOURS)('setGroupMemberRole of %s', (flavour) => {
  it('makes admins and tells them, in groups that have them', async () => {
    world.server.addGroup('g2', { ownerID: 'me', memberIDs: ['bob'] });
    const me = await connectTo(world, 'me', { flavour });
    const bob = await connectTo(world, 'bob', { flavour });
    const options = { groupID: 'g2', userID: 'bob', role: 'Admin' };
    const { data } = await world.run(me.sdk.setGroupMemberRole(options));
    expect(data.member?.role).toBe('Admin');
    await world.clock.advance(0);
    expect(operations(bob)).toEqual([4, 9]);
    await world.run(me.sdk.setGroupMemberRole({ ...options, role: 'Member' }));
    await world.clock.advance(0);
    expect(operations(bob)).toEqual([4, 9, 5, 10]);
  });

  it('is refused with the SDK’s own numbers', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['bob'] });
    world.server.addGroup('w1', { ownerID: 'me', memberIDs: ['bob'], type: 'Private' });
    const { sdk } = await world.connect('me', { flavour });
    const set = (groupID: string, userID: string, role: string): Promise<unknown> =>
      world.codeOf(sdk.setGroupMemberRole({ groupID, userID, role }));
    expect(await set('g1', 'bob', 'Admin')).toBe(2681);
    expect(await set('mine', 'bob', 'Owner')).toBe(2683);
    expect(await set('mine', 'me', 'Admin')).toBe(2684);
    expect(await set('w1', 'bob', 'Admin')).toBe(flavour === '2.x' ? 2682 : 10007);
  });
});

describe.each(FLAVOURS)('setGroupMemberNameCard and setGroupMemberCustomField of %s', (flavour) => {
  it('change one’s own, in silence', async () => {
    const client = await connectTo(world, 'me', { flavour });
    const card = await world.run(client.sdk.setGroupMemberNameCard({ groupID: 'g1', nameCard: 'Captain' }));
    expect(card.data.member).toMatchObject({ userID: 'me', nameCard: 'Captain' });
    expect(card.data.group?.selfInfo.nameCard).toBe('Captain');
    const memberCustomField = [{ key: 'k', value: 'v' }];
    const custom = await world.run(
      client.sdk.setGroupMemberCustomField({ groupID: 'g1', memberCustomField }),
    );
    expect(custom.data.member?.memberCustomField).toEqual(memberCustomField);
    await world.clock.advance(2000);
    expect(client.names()).toEqual([]);
  });

  it('change others’ by rank', async () => {
    world.server.addGroup('mine', { ownerID: 'me', memberIDs: ['bob'] });
    const { sdk } = await world.connect('me', { flavour });
    const set = (groupID: string, userID: string): Promise<unknown> =>
      world.codeOf(sdk.setGroupMemberNameCard({ groupID, userID, nameCard: 'x' }));
    expect(await set('mine', 'bob')).toBe(0);
    expect(await set('g1', 'bob')).toBe(10007);
    expect(world.server.truth.group('mine')?.members.at(-1)?.nameCard).toBe('x');
  });
});

describe('markGroupMemberList', () => {
  it('marks members of rooms, for their owner', async () => {
    world.server.addGroup('r1', { ownerID: 'me', memberIDs: ['bob'], type: 'AVChatRoom' });
    const { sdk } = await world.connect();
    const options = { markType: 1000, enableMark: true, userIDList: ['bob', 'carol'] };
    const { data } = await world.run(sdk.markGroupMemberList({ groupID: 'r1', ...options }));
    expect(data).toEqual({ successUserIDList: ['bob'], failureUserIDList: ['carol'] });
    expect(await world.codeOf(sdk.markGroupMemberList({ groupID: 'g1', ...options }))).toBe(10007);
    expect(() => sdk.markGroupMemberList({ groupID: 'r1', ...options, markType: 999 })).toThrow(
      'Params validate failed.',
    );
  });
});

describe.each(FLAVOURS)('setMessageRemindType for a group of %s', (flavour) => {
  it('changes the row and the group’s own information, on all clients of the user', async () => {
    world = createTestWorld({ maxInstances: 2 });
    const first = await connectTo(world, 'me', { flavour });
    const second = await connectTo(world, 'me', { flavour });
    const messageRemindType = 'AcceptNotNotify';
    const options = { groupID: 'g1', messageRemindType };
    const { data } = await world.run(first.sdk.setMessageRemindType(options));
    expect(data).toMatchObject({ group: { groupID: 'g1', selfInfo: { messageRemindType } } });
    await world.clock.advance(2000);
    for (const { sdk } of [first, second]) {
      expect((await conversation(sdk, 'GROUPg1')).messageRemindType).toBe(messageRemindType);
      expect((await groupOf(world, sdk, 'g1'))?.selfInfo.messageRemindType).toBe(messageRemindType);
    }
  });
});
