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

const lastApplications = (heard: readonly Heard[]): unknown =>
  heard.filter(({ name }) => name === APPLICATIONS).at(-1)?.data;

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
