import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { type Heard, listen } from './listen.ts';
import { conversation, createTestWorld } from './world.ts';

const LIST = 'onFriendListUpdated';
const APPLICATIONS = 'onFriendApplicationListUpdated';

const friendIDs = async (sdk: MemorySdk): Promise<readonly string[]> =>
  (await sdk.getFriendList()).data.map(({ userID }) => userID);

const listsOf = (heard: readonly Heard[]): readonly (readonly string[])[] =>
  heard.map(({ data }) => (data as { userID: string }[]).map(({ userID }) => userID));

describe.each(['2.x', '3.x'] as const)('the events about people at a login in %s', (flavour) => {
  it('come around SDK_READY, and the friends once more a second later', async () => {
    const { client, clock, run, server } = createTestWorld();
    server.befriend('me', 'alice', { groupName: 'Work' });
    const { sdk } = client({ flavour });
    const heard = listen(
      sdk,
      'blacklistUpdated',
      'onConversationListUpdated',
      LIST,
      'onFriendGroupListUpdated',
      APPLICATIONS,
      'sdkStateReady',
      'onConversationGroupListUpdated',
    );
    await run(sdk.login({ userID: 'me', userSig: 'any' }));
    expect(heard.map(({ name }) => name)).toEqual([
      'blacklistUpdated',
      'onConversationListUpdated',
      LIST,
      'onFriendGroupListUpdated',
      APPLICATIONS,
      'sdkStateReady',
      'onConversationGroupListUpdated',
    ]);
    heard.length = 0;
    await clock.advance(1000);
    expect(heard.map(({ name }) => name)).toContain(LIST);
  });

  it('leave the friend groups out where there are none', async () => {
    const { client, clock, run } = createTestWorld();
    const { sdk } = client({ flavour });
    const heard = listen(sdk, 'onFriendGroupListUpdated');
    await run(sdk.login({ userID: 'me', userSig: 'any' }));
    await clock.advance(2000);
    expect(heard).toEqual([]);
  });
});

describe.each(['2.x', '3.x'] as const)('friends in %s', (flavour) => {
  const withFriends = async () => {
    const world = createTestWorld();
    world.server.befriend('me', 'alice', { remark: 'Al' });
    world.server.befriend('me', 'bob');
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, heard: listen(sdk, LIST) };
  };

  it('are the same live objects in the event, the list and the answers', async () => {
    const { clock, heard, run, sdk, server } = await withFriends();
    const [alice] = (await sdk.getFriendList()).data;
    server.setProfile('alice', { nick: 'Alicia' });
    await clock.advance(0);
    expect(Object.values(heard[0]?.data ?? {})[0]).toBe(alice);
    expect(alice?.profile.nick).toBe('Alicia');
    const { data } = await run(sdk.getFriendProfile({ userIDList: ['alice', 'nobody'] }));
    expect(data.friendList[0]).toBe(alice);
    expect(data.failureUserIDList).toEqual([{ userID: 'nobody', code: 2700, message: '' }]);
  });

  it('are deleted both ways, with a list of successes and of failures, by the event', async () => {
    const { clock, heard, run, sdk, server } = await withFriends();
    const { data } = await run(sdk.deleteFriend({ userIDList: ['alice', 'nobody'] }));
    expect(data).toEqual({
      successUserIDList: [{ userID: 'alice' }],
      failureUserIDList: [{ userID: 'nobody', code: 2700, message: '' }],
    });
    await clock.advance(1000);
    expect(listsOf(heard).at(-1)).toEqual(['bob']);
    expect(server.truth.relations('alice').friends).toEqual({});
  });

  it('are deleted one way, if told', async () => {
    const { run, sdk, server } = await withFriends();
    await run(sdk.deleteFriend({ userIDList: ['alice'], type: 'Delete_Type_Single' }));
    expect(Object.keys(server.truth.relations('alice').friends)).toEqual(['me']);
  });

  it('are checked one way or both', async () => {
    const { run, sdk, server } = await withFriends();
    await run(sdk.deleteFriend({ userIDList: ['alice'], type: 'Delete_Type_Single' }));
    server.addUser('stranger');
    const relations = async (type: string): Promise<readonly string[]> => {
      const userIDList = ['alice', 'bob', 'stranger'];
      const { data } = await run(sdk.checkFriend({ userIDList, type }));
      return data.successUserIDList.map(({ relation }) => relation);
    };
    expect(await relations('CheckResult_Type_Both')).toEqual([
      'CheckResult_Type_BWithA',
      'CheckResult_Type_BothWay',
      'CheckResult_Type_NoRelation',
    ]);
    expect(await relations('CheckResult_Type_Single')).toEqual([
      'CheckResult_Type_NoRelation',
      'CheckResult_Type_AWithB',
      'CheckResult_Type_NoRelation',
    ]);
    const { data } = await run(sdk.checkFriend({ userIDList: ['nobody'] }));
    expect(data.failureUserIDList).toEqual([{ userID: 'nobody', code: 30003, message: '' }]);
  });

  it('get remark and custom fields, which the conversation’s row shows', async () => {
    const { clock, heard, run, sdk, server } = await withFriends();
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(5000);
    expect((await conversation(sdk, 'C2Calice')).remark).toBe('Al');
    const friendCustomField = [{ key: 'Tag_SNS_Custom_a', value: '1' }];
    const { data } = await run(sdk.updateFriend({ userID: 'alice', remark: 'Ally', friendCustomField }));
    expect(data).toBe((await sdk.getFriendList()).data[0]);
    expect(data).toMatchObject({ remark: 'Ally', friendCustomField });
    expect((await conversation(sdk, 'C2Calice')).remark).toBe('Ally');
    expect(heard).toHaveLength(1);
    expect(server.truth.relations('me').friendCustomField).toMatchObject({ alice: friendCustomField });
  });

  it('are updated for the user’s other clients', async () => {
    const { clock, connect, run, server } = createTestWorld({ maxInstances: 2 });
    server.befriend('me', 'alice');
    const desk = await connect('me', { flavour });
    const phone = await connect('me', { flavour });
    await run(desk.sdk.updateFriend({ userID: 'alice', remark: 'Al' }));
    await clock.advance(0);
    expect((await phone.sdk.getFriendList()).data[0]?.remark).toBe('Al');
  });

  it('refuse to be updated when they are none, or with bad fields', async () => {
    const { codeOf, sdk } = await withFriends();
    expect(await codeOf(sdk.updateFriend({ userID: 'nobody', remark: 'x' }))).toBe(2700);
    for (const field of [
      { key: 'Tag_Other', value: '' },
      { key: 'Tag_SNS_Custom_muchtoolong', value: '' },
      { key: 'Tag_SNS_Custom_a', value: 1 },
    ]) {
      const options = { userID: 'alice', friendCustomField: [field] };
      expect(() => sdk.updateFriend(options as never)).toThrow('Params validate failed.');
    }
  });

  it('end by the other one', async () => {
    const { clock, sdk, server } = await withFriends();
    server.unfriend('bob', 'me');
    await clock.advance(0);
    expect(await friendIDs(sdk)).toEqual(['alice']);
  });

  it('that ended while the network was away stay until the next login, and new ones come', async () => {
    const { clock, sdk, server } = await withFriends();
    server.addUser('carol');
    server.network('me').cut();
    server.unfriend('bob', 'me');
    server.befriend('me', 'carol');
    await clock.advance(0);
    server.network('me').restore();
    await clock.advance(0);
    expect(await friendIDs(sdk)).toEqual(['alice', 'bob', 'carol']);
  });
});

describe.each(['2.x', '3.x'] as const)('a friend of %s', (flavour) => {
  it('has the recorded own keys, in the recorded order', async () => {
    const { connect, server } = createTestWorld();
    server.befriend('me', 'alice');
    const { sdk } = await connect('me', { flavour });
    expect(Object.keys((await sdk.getFriendList()).data[0] ?? {}).join()).toBe(
      'userID,remark,groupList,source,addTime,friendCustomField,timestamp,profile',
    );
  });
});
