import { selectBlocklist, selectFriend, selectIsBlocked } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn, userCounts } from '../spy-on.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

describe.each(flavours)('blocklist on $flavour', (sdk) => {
  it('is in the state after the login, and follows what another device does', async () => {
    const { server, store, login, settle } = createWorld({ sdk });
    server.block('me', 'bob');
    await login();
    expect(store.getState().blocklist).toEqual({ userIDs: ['bob'], isLoaded: true });
    server.block('me', 'alice');
    await settle(2000);
    expect(selectBlocklist(store.getState())).toEqual(['bob', 'alice']);
    expect(selectIsBlocked(store.getState(), 'alice')).toBe(true);
    expect(selectIsBlocked(store.getState(), undefined)).toBe(false);
  });

  it('has who was added when the promise resolves, though the SDK answers an old list', async () => {
    const { server, sdk: client, store, finish, settle } = await createReadyWorld({ sdk });
    const { data } = await finish(client.addToBlacklist({ userIDList: ['bob'] }));
    expect(data).toEqual([]);
    await settle(2000);
    await expect(finish(store.actions.blocklist.add(['alice', 'me']))).resolves.toEqual(['bob', 'alice']);
    expect(selectBlocklist(store.getState())).toEqual(['bob', 'alice']);
    await expect(finish(store.actions.blocklist.remove(['bob']))).resolves.toEqual(['alice']);
    await settle(2000);
    expect(selectBlocklist(store.getState())).toEqual(['alice']);
    await expect(finish(store.actions.blocklist.get())).resolves.toEqual(['alice']);
    expect(server.truth.relations('me').blocklist).toEqual(['alice']);
  });

  it('takes the 1,001st user, too, by a second call', async () => {
    const spy = spyOn('addToBlacklist');
    const { server, store, finish, settle } = await createReadyWorld({ sdk, wrap: spy.wrap });
    const userIDs = Array.from({ length: 1001 }, (_, index) => `user${index}`);
    for (const userID of userIDs) server.addUser(userID);
    await finish(store.actions.blocklist.add(userIDs), 100);
    expect(userCounts(spy)).toEqual([1000, 1]);
    expect(selectBlocklist(store.getState())).toEqual(userIDs);
    await settle(2000);
    expect(selectBlocklist(store.getState())).toEqual(userIDs);
  });

  it('ends the friendship with who is blocked', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    await settle(2000);
    expect(selectFriend(store.getState(), 'alice')).toBeDefined();
    await finish(store.actions.blocklist.add(['alice']));
    await settle(2000);
    expect(selectFriend(store.getState(), 'alice')).toBeUndefined();
  });

  it('rejects an empty list, and myself alone', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    await expect(store.actions.blocklist.add([])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(store.actions.blocklist.remove('alice' as unknown as string[])).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    await expect(finish(store.actions.blocklist.add(['me']))).rejects.toMatchObject({ sdkCode: 2742 });
    expect(selectBlocklist(store.getState())).toEqual([]);
  });
});
