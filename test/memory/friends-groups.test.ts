import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { createTestWorld } from './world.ts';

describe.each(['2.x', '3.x'] as const)('friend groups in %s', (flavour) => {
  const withFriends = async () => {
    const world = createTestWorld();
    world.server.befriend('me', 'alice');
    world.server.befriend('me', 'bob');
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, heard: listen(sdk, 'onFriendGroupListUpdated') };
  };

  it('are made with friends; strangers are listed as failures', async () => {
    const { heard, run, sdk, server } = await withFriends();
    const { data } = await run(sdk.createFriendGroup({ name: 'Work', userIDList: ['alice', 'nobody'] }));
    expect(data.friendGroup).toEqual({ name: 'Work', userIDList: ['alice'], count: 1 });
    expect(data.failureUserIDList).toEqual([{ userID: 'nobody', code: 32216, message: '' }]);
    expect(heard.map((event) => event.data)).toEqual([[data.friendGroup]]);
    expect((await sdk.getFriendGroupList()).data[0]).toBe(data.friendGroup);
    expect((await sdk.getFriendList()).data[0]).toMatchObject({ groupList: ['Work'], count: 1 });
    expect(server.truth.relations('me').friends).toMatchObject({ alice: { groups: ['Work'] } });
  });

  it('are not made twice', async () => {
    const { codeOf, run, sdk } = await withFriends();
    await run(sdk.createFriendGroup({ name: 'Work' }));
    expect(await codeOf(sdk.createFriendGroup({ name: 'Work' }))).toBe(2710);
  });

  it('take friends in and let them out, with an event in 3.x only', async () => {
    const { heard, run, sdk, server } = await withFriends();
    await run(sdk.createFriendGroup({ name: 'Work', userIDList: ['alice'] }));
    heard.length = 0;
    const added = await run(sdk.addToFriendGroup({ name: 'Work', userIDList: ['bob', 'alice', 'nobody'] }));
    expect(added.data.friendGroup.userIDList).toEqual(['alice', 'bob']);
    expect(added.data.failureUserIDList).toEqual([{ to: 'alice', code: 32519, message: '' }]);
    const removed = await run(sdk.removeFromFriendGroup({ name: 'Work', userIDList: ['alice'] }));
    expect(removed.data.friendGroup).toEqual({ name: 'Work', userIDList: ['bob'], count: 1 });
    expect(heard).toHaveLength(flavour === '3.x' ? 2 : 0);
    expect((await sdk.getFriendList()).data.map(({ groupList }) => groupList)).toEqual([[], ['Work']]);
    expect(server.truth.relations('me').friends).toMatchObject({
      alice: { groups: [] },
      bob: { groups: ['Work'] },
    });
  });

  it('are renamed, and their friends know', async () => {
    const { run, sdk } = await withFriends();
    await run(sdk.createFriendGroup({ name: 'Work', userIDList: ['alice'] }));
    const { data } = await run(sdk.renameFriendGroup({ oldName: 'Work', newName: 'Office' }));
    expect(data).toEqual({ name: 'Office', userIDList: ['alice'], count: 1 });
    expect((await sdk.getFriendList()).data[0]?.groupList).toEqual(['Office']);
  });

  it('are deleted: the answer is the group without anybody', async () => {
    const { heard, run, sdk } = await withFriends();
    await run(sdk.createFriendGroup({ name: 'Work', userIDList: ['alice'] }));
    const { data } = await run(sdk.deleteFriendGroup({ name: 'Work' }));
    expect(data).toMatchObject({ name: 'Work', userIDList: [] });
    expect(heard.at(-1)?.data).toEqual([]);
    expect((await sdk.getFriendList()).data[0]?.groupList).toEqual([]);
  });

  it('that are not there are refused', async () => {
    const { codeOf, sdk } = await withFriends();
    expect(await codeOf(sdk.deleteFriendGroup({ name: 'x' }))).toBe(2711);
    expect(await codeOf(sdk.renameFriendGroup({ oldName: 'x', newName: 'y' }))).toBe(2711);
    expect(await codeOf(sdk.addToFriendGroup({ name: 'x', userIDList: ['alice'] }))).toBe(2711);
    expect(() => sdk.createFriendGroup({ name: '' })).toThrow('Params validate failed.');
  });

  it('lose a friend who is deleted', async () => {
    const { clock, run, sdk } = await withFriends();
    await run(sdk.createFriendGroup({ name: 'Work', userIDList: ['alice', 'bob'] }));
    await run(sdk.deleteFriend({ userIDList: ['alice'] }));
    await clock.advance(0);
    expect((await sdk.getFriendGroupList()).data).toEqual([{ name: 'Work', userIDList: ['bob'], count: 1 }]);
  });
});

describe.each(['2.x', '3.x'] as const)('a friend group in %s that a new friend is put into', (flavour) => {
  it('has the friend, and in 3.x tells so', async () => {
    const { clock, connect, run, server } = createTestWorld();
    server.befriend('me', 'bob', { groupName: 'Work' });
    const { sdk } = await connect('me', { flavour });
    const heard = listen(sdk, 'onFriendGroupListUpdated');
    await run(sdk.addFriend({ to: 'alice', source: 'AddSource_Type_Web', groupName: 'Work' }));
    await clock.advance(0);
    expect((await sdk.getFriendGroupList()).data[0]?.userIDList).toEqual(['bob', 'alice']);
    expect(heard).toHaveLength(flavour === '3.x' ? 1 : 0);
  });

  it('that is new itself is not in the list until the next login', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    await run(sdk.addFriend({ to: 'alice', source: 'AddSource_Type_Web', groupName: 'New' }));
    expect((await sdk.getFriendGroupList()).data).toEqual([]);
    const later = await connect('me', { flavour });
    expect((await later.sdk.getFriendGroupList()).data).toMatchObject([{ name: 'New' }]);
  });
});
