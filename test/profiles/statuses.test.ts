import { EVENT, selectUserStatus, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn, userCounts } from '../spy-on.ts';
import type { World } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

type Handler = Parameters<World['sdk']['on']>[1];

describe.each(flavours)('user statuses on $flavour', (sdk) => {
  it('are known where they were asked for, and of those subscribed to', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    const type = (userID: string) => selectUserStatus(store.getState(), userID)?.statusType;
    server.setStatus('alice', { statusType: TYPES.USER_STATUS_ONLINE });
    const { successUserList } = await finish(store.actions.profiles.getStatus(['alice', 'bob']));
    expect(successUserList.map(({ userID }) => userID)).toEqual(['alice', 'bob']);
    expect(type('alice')).toBe(TYPES.USER_STATUS_ONLINE);
    await expect(finish(store.actions.profiles.subscribeStatus(['alice']))).resolves.toEqual([]);
    server.setStatus('alice', { statusType: TYPES.USER_STATUS_OFFLINE, customStatus: 'away' });
    await settle(2000);
    expect(selectUserStatus(store.getState(), 'alice')).toEqual({
      userID: 'alice',
      statusType: TYPES.USER_STATUS_OFFLINE,
      customStatus: 'away',
    });
    await finish(store.actions.profiles.unsubscribeStatus());
    server.setStatus('alice', { statusType: TYPES.USER_STATUS_ONLINE });
    await settle(2000);
    expect(type('alice')).toBe(TYPES.USER_STATUS_OFFLINE);
  });

  it('have mine as I set it', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const status = await finish(store.actions.profiles.setSelfStatus('busy'));
    expect(status).toMatchObject({ userID: 'me', customStatus: 'busy' });
    expect(selectUserStatus(store.getState(), 'me')).toEqual(status);
    await expect(store.actions.profiles.setSelfStatus(1 as unknown as string)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('are asked for 500 users a call, and subscribed to 100 a call', async () => {
    const [asked, subscribed] = [spyOn('getUserStatus'), spyOn('subscribeUserStatus')];
    const { server, store, finish } = await createReadyWorld({
      sdk,
      wrap: (live) => subscribed.wrap(asked.wrap(live)),
    });
    const userIDs = Array.from({ length: 501 }, (_, index) => `user${index}`);
    for (const userID of userIDs) server.addUser(userID);
    const { successUserList } = await finish(store.actions.profiles.getStatus(userIDs), 100);
    await finish(store.actions.profiles.subscribeStatus(userIDs.slice(0, 101)), 100);
    expect(successUserList).toHaveLength(501);
    expect([userCounts(asked), userCounts(subscribed)]).toEqual([
      [500, 1],
      [100, 1],
    ]);
  });

  it('are read from an event that comes without a list around it, as lite fires it', async () => {
    const handlers: Handler[] = [];
    const { store, settle } = await createReadyWorld({
      sdk,
      wrap: (live) => ({
        ...live,
        on: (name, handler) => {
          if (name === EVENT.USER_STATUS_UPDATED) handlers.push(handler);
          live.on(name, handler);
        },
      }),
    });
    const data = { userID: 'me', statusType: TYPES.USER_STATUS_ONLINE, customStatus: 'x' };
    for (const handler of handlers) handler({ name: EVENT.USER_STATUS_UPDATED, data });
    await settle();
    expect(selectUserStatus(store.getState(), 'me')?.customStatus).toBe('x');
  });
});
