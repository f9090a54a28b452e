import {
  selectConversationName,
  selectFriend,
  selectFriendApplications,
  selectFriends,
  selectProfile,
  selectUserName,
  c2cID,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn, userCounts } from '../spy-on.ts';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const names = ({ store }: World): readonly string[] =>
  selectFriends(store.getState()).map(({ userID }) => userID);

/** Makes so many friends of `me` that one call cannot name them all. */
function befriendMany({ server }: World, count: number): readonly string[] {
  const userIDs = Array.from({ length: count }, (_, index) => `friend${index}`);
  for (const userID of userIDs) {
    server.addUser(userID);
    server.befriend('me', userID);
  }
  return userIDs;
}

describe.each(flavours)('friends on $flavour', (sdk) => {
  it('are in the state after the login, with their names in the profiles', async () => {
    const world = createWorld({ sdk });
    const { server, store, login } = world;
    server.befriend('me', 'alice', { remark: 'Ally' });
    server.befriend('me', 'bob');
    await login();
    const state = store.getState();
    expect(state.friends.isLoaded).toBe(true);
    expect(names(world)).toEqual(['alice', 'bob']);
    expect(selectFriend(state, 'alice')).toMatchObject({ userID: 'alice', remark: 'Ally' });
    expect(selectProfile(state, 'bob')?.nick).toBe('Bob');
    expect([selectUserName(state, 'alice'), selectUserName(state, 'bob')]).toEqual(['Ally', 'Bob']);
    expect(selectFriend(state, undefined)).toBeUndefined();
  });

  it('come and go by what others do, and keep their identity while nothing changes', async () => {
    const world = await createReadyWorld({ sdk });
    const { server, store, settle, finish } = world;
    server.befriend('me', 'alice');
    await settle(2000);
    const before = selectFriends(store.getState());
    server.befriend('me', 'bob');
    await settle(2000);
    const after = selectFriends(store.getState());
    expect(after.map(({ userID }) => userID)).toEqual(['alice', 'bob']);
    expect(after[0]).toBe(before[0]);
    await finish(store.actions.friends.getList());
    expect(selectFriends(store.getState())).toBe(after);
    server.unfriend('bob', 'me');
    await settle(2000);
    expect(names(world)).toEqual(['alice']);
  });
});

describe.each(flavours)('friends.add on $flavour', (sdk) => {
  it('says "added" of one who lets everybody, who is a friend when it resolves', async () => {
    const world = await createReadyWorld({ sdk });
    const { store, finish, settle, clock } = world;
    const options = { remark: 'Ally', source: 'AddSource_Type_Web', wording: 'hi' } as const;
    await expect(finish(store.actions.friends.add('alice', options))).resolves.toBe('added');
    expect(selectFriend(store.getState(), 'alice')).toMatchObject({
      remark: 'Ally',
      source: 'AddSource_Type_Web',
      addTime: Math.floor(clock.now() / 1000),
    });
    await settle(2000);
    expect(names(world)).toEqual(['alice']);
  });

  it('says "pending" of one who wants to be asked, and the request is among those sent', async () => {
    const world = await createReadyWorld({ sdk });
    const { server, store, finish, settle } = world;
    server.setProfile('alice', { allowType: TYPES.ALLOW_TYPE_NEED_CONFIRM });
    await expect(finish(store.actions.friends.add('alice', { wording: 'hi' }))).resolves.toBe('pending');
    const sent = () => selectFriendApplications(store.getState(), TYPES.SNS_APPLICATION_SENT_BY_ME);
    expect(sent()).toMatchObject([{ userID: 'alice', wording: 'hi' }]);
    await settle(2000);
    expect(sent()).toMatchObject([{ userID: 'alice', wording: 'hi' }]);
    expect(names(world)).toEqual([]);
    server.answerFriendRequest('alice', 'me', true);
    await settle(2000);
    expect([sent(), names(world)]).toEqual([[], ['alice']]);
  });

  it('rejects where the user refuses everybody', async () => {
    const { server, store, finish } = await createReadyWorld({ sdk });
    server.setProfile('alice', { allowType: TYPES.ALLOW_TYPE_DENY_ANY });
    await expect(finish(store.actions.friends.add('alice'))).rejects.toMatchObject({ code: 'SDK_ERROR' });
    expect(store.getState().friends.applications).toEqual([]);
  });

  it('rejects options that are no object', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { add, delete: remove, check, acceptApplication } = store.actions.friends;
    const calls = [add('alice', null as never), acceptApplication('alice', null as never)];
    for (const call of [...calls, remove(['alice'], [] as never), check(['alice'], 'both' as never)])
      await expect(call).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: expect.stringContaining('the options must be an object'),
      });
  });

  it('rejects what is too long, with the limit', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { add } = store.actions.friends;
    await expect(add('alice', { wording: 'é'.repeat(129) })).rejects.toThrow(
      'wording has 258 bytes: at most 256',
    );
    await expect(add('alice', { remark: 'a'.repeat(97) })).rejects.toThrow('at most 96');
    await expect(add('alice', { groupName: 'a'.repeat(31) })).rejects.toThrow('at most 30');
    for (const source of ['Web', 'AddSource_Type_', 'AddSource_Type_TooLongAWord', 'AddSource_Type_a1'])
      await expect(add('alice', { source })).rejects.toThrow('AddSource_Type_ and 1 to 8 letters');
    await expect(add('')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(add('alice', { type: 'both' as 'Add_Type_Both' })).rejects.toThrow('type must be one of');
  });
});

describe.each(flavours)('friends.delete on $flavour', (sdk) => {
  it('ends friendships on both sides, or only on mine', async () => {
    const world = await createReadyWorld({ sdk });
    const { server, store, finish, settle } = world;
    server.befriend('me', 'alice');
    server.befriend('me', 'bob');
    await settle(2000);
    await finish(store.actions.friends.delete(['alice']));
    expect(names(world)).toEqual(['bob']);
    await finish(store.actions.friends.delete(['bob'], { type: TYPES.SNS_DELETE_TYPE_SINGLE }));
    expect(names(world)).toEqual([]);
    const friendsOf = (userID: string) => Object.keys(server.truth.relations(userID).friends);
    expect([friendsOf('alice'), friendsOf('bob')]).toEqual([[], ['me']]);
    await settle(2000);
    expect(names(world)).toEqual([]);
  });

  it('names whom it failed for, and resolves', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    await settle(2000);
    const outcomes = await finish(store.actions.friends.delete(['alice', 'bob']));
    expect(outcomes.successUserIDList).toEqual(['alice']);
    expect(outcomes.failureUserIDList).toMatchObject([{ userID: 'bob', code: expect.any(Number) }]);
  });

  it('deletes the 101st friend, too, by a second call', async () => {
    const spy = spyOn('deleteFriend');
    const world = createWorld({ sdk, wrap: spy.wrap });
    const userIDs = befriendMany(world, 101);
    await world.login();
    const outcomes = await world.finish(world.store.actions.friends.delete(userIDs), 100);
    expect(outcomes.successUserIDList).toHaveLength(101);
    expect(userCounts(spy)).toEqual([100, 1]);
    expect(names(world)).toEqual([]);
  });

  it('keeps what went through when a later call fails, and says what is left', async () => {
    let calls = 0;
    const world = createWorld({
      sdk,
      wrap: (live) => ({
        ...live,
        deleteFriend: async (options) => {
          calls += 1;
          if (calls === 2) throw Object.assign(new Error('refused'), { code: 30001 });
          return live.deleteFriend(options);
        },
      }),
    });
    const userIDs = befriendMany(world, 101);
    await world.login();
    await expect(world.finish(world.store.actions.friends.delete(userIDs), 100)).rejects.toMatchObject({
      code: 'PARTIAL',
      sdkCode: 30001,
      remaining: ['friend100'],
    });
    expect(names(world)).toEqual(['friend100']);
  });
});

describe.each(flavours)('friends.check on $flavour', (sdk) => {
  it('tells who has whom as a friend', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    await settle(2000);
    const { successUserIDList, failureUserIDList } = await finish(
      store.actions.friends.check(['alice', 'bob', 'nobody']),
    );
    expect(successUserIDList).toEqual([
      { userID: 'alice', relation: TYPES.SNS_TYPE_BOTH_WAY },
      { userID: 'bob', relation: TYPES.SNS_TYPE_NO_RELATION },
    ]);
    expect(failureUserIDList).toMatchObject([{ userID: 'nobody' }]);
  });

  it('checks the 1,001st user, too, by a second call', async () => {
    const spy = spyOn('checkFriend');
    const { server, store, finish } = await createReadyWorld({ sdk, wrap: spy.wrap });
    const userIDs = Array.from({ length: 1001 }, (_, index) => `user${index}`);
    for (const userID of userIDs) server.addUser(userID);
    const { successUserIDList } = await finish(store.actions.friends.check(userIDs), 100);
    expect(successUserIDList).toHaveLength(1001);
    expect(userCounts(spy)).toEqual([1000, 1]);
  });
});

describe.each(flavours)('friends.update on $flavour', (sdk) => {
  it('sets the remark, which shows in the names of users and conversations at once', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    const name = () => [
      selectUserName(store.getState(), 'alice'),
      selectConversationName(store.getState(), c2cID('alice')),
    ];
    expect(name()).toEqual(['Alice', 'Alice']);
    await finish(store.actions.friends.update('alice', { remark: 'Ally' }));
    expect(name()).toEqual(['Ally', 'Ally']);
    await settle(2000);
    expect(name()).toEqual(['Ally', 'Ally']);
    await finish(store.actions.friends.update('alice', { remark: '' }));
    expect(name()).toEqual(['Alice', 'Alice']);
  });

  it('sets custom fields by key, and leaves the others', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    await settle(2000);
    const field = (name: string, value: string) => ({ key: `Tag_SNS_Custom_${name}`, value });
    const { update } = store.actions.friends;
    await finish(update('alice', { friendCustomField: [field('A', '1'), field('B', '1')] }));
    const friend = await finish(update('alice', { friendCustomField: [field('B', '2')] }));
    expect(friend?.friendCustomField).toEqual([field('A', '1'), field('B', '2')]);
    await settle(2000);
    expect(selectFriend(store.getState(), 'alice')?.friendCustomField).toEqual(friend?.friendCustomField);
  });

  it('keeps and hands out copies, which nobody else changes', async () => {
    let given: { friendCustomField?: { value: string }[] } = {};
    const { server, store, finish, settle } = await createReadyWorld({
      sdk,
      wrap: (client) =>
        ({
          ...client,
          updateFriend: async (options: typeof given) => {
            given = options;
            return { code: 0, data: undefined };
          },
        }) as unknown as typeof client,
    });
    server.befriend('me', 'alice');
    await settle(2000);
    const field = Object.freeze({ key: 'Tag_SNS_Custom_A', value: '1' });
    await finish(store.actions.friends.update('alice', { friendCustomField: Object.freeze([field]) }));
    for (const one of given.friendCustomField ?? []) one.value = 'changed by the SDK';
    given.friendCustomField?.pop();
    expect(selectFriend(store.getState(), 'alice')?.friendCustomField).toEqual([field]);
  });

  it('takes no field that is undefined for a change', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    await settle(2000);
    const { update } = store.actions.friends;
    await finish(update('alice', { remark: 'Ally' }));
    const fields: { readonly remark?: string } = { remark: undefined } as object;
    const friend = await finish(update('alice', { ...fields, friendCustomField: [] }));
    expect(friend?.remark).toBe('Ally');
    await expect(update('alice', fields)).rejects.toThrow('there is nothing to change');
  });

  it('rejects nothing to change, a remark that is too long, and somebody who is no friend', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const { update } = store.actions.friends;
    await expect(update('alice', {})).rejects.toThrow('there is nothing to change');
    await expect(update('alice', { remark: 'a'.repeat(97) })).rejects.toThrow('at most 96');
    await expect(finish(update('alice', { remark: 'x' }))).rejects.toMatchObject({ sdkCode: 2700 });
  });
});

describe.each(flavours)('friends.getProfile on $flavour', (sdk) => {
  it('does not bring back who was deleted while the answer was on its way', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { server, store, finish, settle } = await createReadyWorld({
      sdk,
      wrap: (client) => ({
        ...client,
        getFriendProfile: async (options) => {
          const found = await client.getFriendProfile(options);
          await held;
          return found;
        },
      }),
    });
    server.befriend('me', 'alice');
    await settle(2000);
    const profile = store.actions.friends.getProfile(['alice']);
    await settle(1000);
    await finish(store.actions.friends.delete(['alice']), 2000);
    answer();
    expect((await finish(profile)).friendList).toHaveLength(1);
    expect(selectFriends(store.getState())).toEqual([]);
  });

  it('brings whole profiles of friends, and names who is none', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.setProfile('alice', { selfSignature: 'out for lunch' });
    server.befriend('me', 'alice');
    await settle(2000);
    const { friendList, failureUserIDList } = await finish(
      store.actions.friends.getProfile(['alice', 'bob']),
    );
    expect(friendList).toEqual([selectFriend(store.getState(), 'alice')]);
    expect(failureUserIDList).toMatchObject([{ userID: 'bob' }]);
    expect(selectProfile(store.getState(), 'alice')?.selfSignature).toBe('out for lunch');
  });
});
