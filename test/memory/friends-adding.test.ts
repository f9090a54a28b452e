import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { type Heard, listen } from './listen.ts';
import { createTestWorld } from './world.ts';

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
