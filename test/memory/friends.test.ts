import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { type Heard, listen } from './listen.ts';
import { conversation, createTestWorld } from './world.ts';

const LIST = 'onFriendListUpdated';
const APPLICATIONS = 'onFriendApplicationListUpdated';
const NEED_CONFIRM = 'AllowType_Type_NeedConfirm';
const ASK_ALICE = { to: 'alice', source: 'AddSource_Type_Web', wording: 'It is me' };

const friendIDs = async (sdk: MemorySdk): Promise<readonly string[]> =>
  (await sdk.getFriendList()).data.map(({ userID }) => userID);

const listsOf = (heard: readonly Heard[]): readonly (readonly string[])[] =>
  heard.map(({ data }) => (data as { userID: string }[]).map(({ userID }) => userID));

const lastApplications = (heard: readonly Heard[]): unknown =>
  heard.filter(({ name }) => name === APPLICATIONS).at(-1)?.data;

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

describe.each(['2.x', '3.x'] as const)('addFriend in %s', (flavour) => {
  it('answers code 0 where anybody may, and both are friends', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const alice = await connect('alice', { flavour });
    const heard = listen(sdk, LIST);
    const asked = { ...ASK_ALICE, remark: 'Al', groupName: 'Work' };
    expect((await run(sdk.addFriend(asked))).data).toEqual({ userID: 'alice', code: 0 });
    await clock.advance(1000);
    expect(listsOf(heard).at(-1)).toEqual(['alice']);
    expect(await friendIDs(alice.sdk)).toEqual(['me']);
    const [friend] = (await sdk.getFriendList()).data;
    expect(friend).toMatchObject({
      remark: 'Al',
      groupList: ['Work'],
      source: 'AddSource_Type_Web',
      profile: { userID: 'alice', nick: 'Alice' },
    });
    expect(server.truth.relations('me').friends).toEqual({ alice: { remark: 'Al', groups: ['Work'] } });
  });

  it('one way leaves the other one without a new friend', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    await run(sdk.addFriend({ ...ASK_ALICE, type: 'Add_Type_Single' }));
    await clock.advance(0);
    expect(await friendIDs(sdk)).toEqual(['alice']);
    expect(server.truth.relations('alice').friends).toEqual({});
  });

  it('answers code 30539 where the other one has to agree: both hear of the request, after the answer', async () => {
    const { clock, connect, server } = createTestWorld();
    server.setProfile('alice', { allowType: NEED_CONFIRM });
    const { sdk } = await connect('me', { flavour });
    const alice = await connect('alice', { flavour });
    const heard = listen(sdk, APPLICATIONS);
    const heardByAlice = listen(alice.sdk, APPLICATIONS);
    const countAtAnswer = sdk.addFriend(ASK_ALICE).then(({ data }) => [data.code, heard.length]);
    await clock.advance(0);
    expect(await countAtAnswer).toEqual([30539, 0]);
    const request = {
      time: Math.floor(clock.now() / 1000),
      source: 'AddSource_Type_Web',
      wording: 'It is me',
    };
    expect(lastApplications(heard)).toEqual({
      friendApplicationList: [
        { ...request, userID: 'alice', nick: 'Alice', avatar: '', type: 'Pendency_Type_SendOut' },
      ],
      unreadCount: 0,
    });
    expect(lastApplications(heardByAlice)).toEqual({
      friendApplicationList: [
        { ...request, userID: 'me', nick: 'Me', avatar: 'me.png', type: 'Pendency_Type_ComeIn' },
      ],
      unreadCount: 1,
    });
    expect(await friendIDs(sdk)).toEqual([]);
  });

  it('is refused with the server’s code', async () => {
    const { codeOf, connect, server } = createTestWorld();
    server.addUser('closed', { allowType: 'AllowType_Type_DenyAny' });
    server.block('bob', 'me');
    server.block('me', 'alice');
    const { sdk } = await connect('me', { flavour });
    const codeFor = (to: string): Promise<unknown> => codeOf(sdk.addFriend({ ...ASK_ALICE, to }));
    expect(await codeFor('closed')).toBe(30516);
    expect(await codeFor('bob')).toBe(30525);
    expect(await codeFor('alice')).toBe(30515);
    expect(await codeFor('nobody')).toBe(30003);
    expect(await codeFor('me')).toBe(30001);
  });

  it('is refused to whom the administrator forbids it', async () => {
    const { codeOf, connect, server } = createTestWorld();
    server.setProfile('me', { adminForbidType: 'AdminForbid_Type_SendOut' });
    const { sdk } = await connect('me', { flavour });
    expect(await codeOf(sdk.addFriend(ASK_ALICE))).toBe(30516);
  });

  it('is refused for a friend: by 2.x itself, by the server in 3.x', async () => {
    const { codeOf, connect, server } = createTestWorld();
    server.befriend('me', 'alice');
    const { sdk } = await connect('me', { flavour });
    expect(await codeOf(sdk.addFriend(ASK_ALICE))).toBe(flavour === '2.x' ? 2701 : 30001);
  });

  it('throws at bad arguments', async () => {
    const { connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    for (const bad of [
      { source: 'AddSource_Type_Web' },
      { to: 'alice' },
      { to: 'alice', source: 'Web' },
      { to: 'alice', source: 'AddSource_Type_TooLongAWord' },
      { ...ASK_ALICE, remark: 'x'.repeat(97) },
    ]) {
      expect(() => sdk.addFriend(bad as never)).toThrow('Params validate failed.');
    }
  });
});

describe.each(['2.x', '3.x'] as const)('friend requests in %s', (flavour) => {
  const asked = async () => {
    const world = createTestWorld();
    world.server.setProfile('me', { allowType: NEED_CONFIRM });
    world.server.requestFriend('alice', 'me', { wording: 'hello' });
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, heard: listen(sdk, LIST, APPLICATIONS) };
  };

  it('are there after the login, unread', async () => {
    const { sdk } = await asked();
    const { data } = await sdk.getFriendApplicationList();
    expect(data.friendApplicationList).toMatchObject([{ userID: 'alice', wording: 'hello' }]);
    expect(data.unreadCount).toBe(1);
  });

  it('accepted, make both friends; the answer resolves with nothing', async () => {
    const { clock, heard, run, sdk, server } = await asked();
    expect(await run(sdk.acceptFriendApplication({ userID: 'alice', remark: 'Al' }))).toBeUndefined();
    await clock.advance(1000);
    expect(lastApplications(heard)).toEqual({ friendApplicationList: [], unreadCount: 0 });
    expect(await friendIDs(sdk)).toEqual(['alice']);
    expect(server.truth.relations('me').friends).toMatchObject({ alice: { remark: 'Al' } });
    expect(Object.keys(server.truth.relations('alice').friends)).toEqual(['me']);
  });

  it('accepted one way, give the sender a friend only', async () => {
    const { clock, run, sdk, server } = await asked();
    await run(sdk.acceptFriendApplication({ userID: 'alice', type: 'Response_Action_Agree' }));
    await clock.advance(0);
    expect(await friendIDs(sdk)).toEqual([]);
    expect(Object.keys(server.truth.relations('alice').friends)).toEqual(['me']);
  });

  it('refused, are gone on both sides', async () => {
    const { clock, connect, run, sdk, server } = await asked();
    const alice = await connect('alice', { flavour });
    const heardByAlice = listen(alice.sdk, APPLICATIONS);
    expect(await run(sdk.refuseFriendApplication({ userID: 'alice' }))).toBeUndefined();
    await clock.advance(0);
    expect(lastApplications(heardByAlice)).toEqual({ friendApplicationList: [], unreadCount: 0 });
    expect(server.truth.relations('me').requestsReceived).toEqual([]);
    expect(server.truth.relations('me').friends).toEqual({});
  });

  it('that nobody has sent cannot be answered', async () => {
    const { codeOf, sdk } = await asked();
    expect(await codeOf(sdk.acceptFriendApplication({ userID: 'bob' }))).toBe(30614);
    expect(await codeOf(sdk.refuseFriendApplication({ userID: 'bob' }))).toBe(30614);
    expect(await codeOf(sdk.deleteFriendApplication({ userID: 'bob' }))).toBe(2716);
    expect(
      await codeOf(sdk.deleteFriendApplication({ userID: 'alice', type: 'Pendency_Type_SendOut' })),
    ).toBe(2716);
  });

  it('deleted, are gone for the one who deletes', async () => {
    const { clock, heard, run, sdk, server } = await asked();
    expect((await run(sdk.deleteFriendApplication({ userID: 'alice' }))).data).toEqual({});
    await clock.advance(0);
    expect(lastApplications(heard)).toEqual({ friendApplicationList: [], unreadCount: 0 });
    expect(server.truth.relations('alice').requestsSent).toEqual(['me']);
  });

  it('are read all at once', async () => {
    const { clock, heard, run, sdk } = await asked();
    expect(await run(sdk.setFriendApplicationRead())).toBeUndefined();
    await clock.advance(0);
    expect(lastApplications(heard)).toMatchObject({ unreadCount: 0 });
    expect((await sdk.getFriendApplicationList()).data.friendApplicationList).toHaveLength(1);
  });

  it('come in while the client is there, and count once', async () => {
    const { clock, heard, sdk, server } = await asked();
    server.requestFriend('bob', 'me', { wording: 'first' });
    server.requestFriend('bob', 'me', { wording: 'second' });
    await clock.advance(0);
    expect(lastApplications(heard)).toMatchObject({ unreadCount: 2 });
    const { friendApplicationList } = (await sdk.getFriendApplicationList()).data;
    expect(friendApplicationList.map(({ userID, wording }) => [userID, wording])).toEqual([
      ['alice', 'hello'],
      ['bob', 'second'],
    ]);
  });

  it('are answered by the other one', async () => {
    const { clock, connect, run, server } = createTestWorld();
    server.setProfile('alice', { allowType: NEED_CONFIRM });
    const { sdk } = await connect('me', { flavour });
    await run(sdk.addFriend(ASK_ALICE));
    server.answerFriendRequest('alice', 'me', true);
    await clock.advance(0);
    expect(await friendIDs(sdk)).toEqual(['alice']);
    expect((await sdk.getFriendApplicationList()).data.friendApplicationList).toEqual([]);
    expect(() => server.answerFriendRequest('alice', 'me', true)).toThrow('has sent no friend request');
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

describe.each(['2.x', '3.x'] as const)('the limits of friends in %s', (flavour) => {
  it('are the server’s, in bytes: 30001', async () => {
    const { codeOf, connect, server } = createTestWorld();
    server.befriend('me', 'bob');
    const { sdk } = await connect('me', { flavour });
    const long = (bytes: number): string => 'é'.repeat(bytes / 2 + 1);
    for (const over of [{ wording: long(256) }, { remark: long(96) }, { groupName: long(30) }]) {
      expect(await codeOf(sdk.addFriend({ ...ASK_ALICE, ...over }))).toBe(30001);
    }
    expect(await codeOf(sdk.updateFriend({ userID: 'bob', remark: long(96) }))).toBe(30001);
    const many = Array.from({ length: 1001 }, (_, i) => `u${i}`);
    expect(await codeOf(sdk.checkFriend({ userIDList: many }))).toBe(30001);
    expect(await codeOf(sdk.addToBlacklist({ userIDList: many }))).toBe(30001);
    expect(await codeOf(sdk.removeFromBlacklist({ userIDList: many }))).toBe(30001);
    expect(await codeOf(sdk.updateMyProfile({ selfSignature: long(500) }))).toBe(40005);
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
