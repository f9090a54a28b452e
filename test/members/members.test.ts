import type { GroupMember } from 'tim-reactive';
import {
  selectGroup,
  selectGroupMember,
  selectGroupMembers,
  selectGroupMembersState,
  selectIsMuted,
  selectMemberName,
  selectProfile,
  selectSenderName,
} from 'tim-reactive';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

const users = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `u${index}`);

/** A world with a public group `mine` of mine, with so many members beside. */
async function createOwnedWorld(options: WorldOptions, count = 2, type = 'Public'): Promise<World> {
  const world = await createReadyWorld(options);
  const memberIDs = users(count);
  for (const userID of memberIDs) world.server.addUser(userID, { nick: userID.toUpperCase() });
  world.server.addGroup('mine', { ownerID: 'me', memberIDs, type });
  await world.finish(world.store.actions.groups.getProfile('mine'), 1000);
  return world;
}

const member = ({ store }: World, userID: string, groupID = 'mine'): GroupMember | undefined =>
  selectGroupMember(store.getState(), groupID, userID);

/** The world, and how often the store calls a method of the SDK, and with what. */
function counting(method: string): {
  readonly wrap: NonNullable<WorldOptions['wrap']>;
  readonly calls: unknown[];
} {
  const calls: unknown[] = [];
  return {
    calls,
    wrap: (sdk) =>
      new Proxy(sdk, {
        get: (target, key) => {
          const value: unknown = Reflect.get(target, key);
          if (key !== method || typeof value !== 'function') return value;
          return (...args: readonly unknown[]) => {
            calls.push(args[0]);
            return Reflect.apply(value, target, args) as unknown;
          };
        },
      }),
  };
}

describe.each(flavours)('loading members on $flavour', (sdk) => {
  it('brings the first page once, and the others one by one', async () => {
    const { wrap, calls } = counting('getGroupMemberList');
    const world = await createOwnedWorld({ sdk, wrap }, 120);
    const { load, loadMore } = world.store.actions.members;
    const info = () => selectGroupMembersState(world.store.getState(), 'mine');
    expect(info()).toMatchObject({ isLoaded: false, isLoading: false, order: [] });
    await world.finish(Promise.all([load('mine'), load('mine'), loadMore('mine')]), 1000);
    expect(calls).toHaveLength(1);
    expect(info()).toMatchObject({ isLoaded: true, isLoading: false, isCompleted: false });
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(100);
    await world.finish(loadMore('mine'), 1000);
    await world.finish(Promise.all([loadMore('mine'), load('mine')]), 1000);
    expect(calls).toHaveLength(2);
    expect(info().isCompleted).toBe(true);
    expect(new Set(info().order).size).toBe(121);
    expect(member(world, 'me')).toMatchObject({ role: 'Owner', isMuted: false });
    expect(member(world, 'u7')).toMatchObject({ role: 'Member', nameCard: '', memberCustomField: [] });
  });

  it('tells the profiles what the members are called', async () => {
    const world = await createOwnedWorld({ sdk });
    await world.finish(world.store.actions.members.load('mine'), 1000);
    expect(selectProfile(world.store.getState(), 'u1')?.nick).toBe('U1');
    expect(selectMemberName(world.store.getState(), 'mine', 'u1')).toBe('U1');
    expect(selectMemberName(world.store.getState(), 'mine', 'nobody')).toBe('nobody');
  });

  it('begins anew with a new login', async () => {
    const { wrap, calls } = counting('getGroupMemberList');
    const world = await createOwnedWorld({ sdk, wrap });
    await world.finish(world.store.actions.members.load('mine'), 1000);
    await world.finish(world.store.actions.session.logout());
    expect(world.store.getState().members.byGroup.size).toBe(0);
    await world.login();
    await world.finish(world.store.actions.members.load('mine'), 1000);
    expect(calls).toHaveLength(2);
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(3);
  });

  it('says what hindered a page, and can be tried again', async () => {
    let isFailing = true;
    const world = await createOwnedWorld({
      sdk,
      wrap: (raw) =>
        Object.assign(Object.create(raw) as typeof raw, {
          getGroupMemberList: async (options: Parameters<typeof raw.getGroupMemberList>[0]) =>
            isFailing
              ? Promise.reject(Object.assign(new Error('no'), { code: 10007 }))
              : raw.getGroupMemberList(options),
        }),
    });
    const { load } = world.store.actions.members;
    await expect(world.finish(load('mine'))).rejects.toMatchObject({ sdkCode: 10007 });
    expect(selectGroupMembersState(world.store.getState(), 'mine')).toMatchObject({
      isLoading: false,
      isLoaded: false,
      error: { sdkCode: 10007 },
    });
    isFailing = false;
    await world.finish(load('mine'), 1000);
    expect(selectGroupMembersState(world.store.getState(), 'mine')).toMatchObject({
      isLoaded: true,
      error: undefined,
    });
  });
});

describe.each(flavours)('chunks on $flavour', (sdk) => {
  it('fetches the 51st profile, too', async () => {
    const { wrap, calls } = counting('getGroupMemberProfile');
    const world = await createOwnedWorld({ sdk, wrap }, 51);
    const found = await world.finish(world.store.actions.members.getProfile('mine', users(51)), 1000);
    expect(calls).toHaveLength(2);
    expect(found.map(({ userID }) => userID)).toEqual(users(51));
    expect(member(world, 'u50')?.role).toBe('Member');
  });

  it('invites the 501st user, too, and joins all lists of the answers', async () => {
    const { wrap, calls } = counting('addGroupMember');
    const world = await createOwnedWorld({ sdk, wrap }, 2, 'Private');
    for (let index = 2; index < 501; index++) world.server.addUser(`u${index}`, {});
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    const added = await world.finish(members.add('mine', [...users(501), 'nobody']), 2000);
    expect(calls).toHaveLength(2);
    expect(added.successUserIDList).toHaveLength(499);
    expect(added.successUserIDList.at(-1)).toBe('u500');
    expect(added.existedUserIDList).toEqual(['u0', 'u1']);
    expect(added.failureUserIDList).toEqual(['nobody']);
    expect(added.overLimitUserIDList).toEqual([]);
    expect(selectGroup(world.store.getState(), 'mine')?.memberCount).toBe(502);
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(502);
  });

  it('removes the 21st member, too', async () => {
    const { wrap, calls } = counting('deleteGroupMember');
    const world = await createOwnedWorld({ sdk, wrap }, 22);
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    const gone = await world.finish(members.delete('mine', users(21), { reason: 'Bye' }), 1000);
    expect(gone).toEqual(users(21));
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatchObject({ reason: 'Bye' });
    expect(selectGroup(world.store.getState(), 'mine')?.memberCount).toBe(2);
    expect(selectGroupMembers(world.store.getState(), 'mine').map(({ userID }) => userID)).toEqual([
      'me',
      'u21',
    ]);
  });

  it('says how far it came where a later call fails', async () => {
    let calls = 0;
    const world = await createOwnedWorld(
      {
        sdk,
        wrap: (raw) =>
          Object.assign(Object.create(raw) as typeof raw, {
            deleteGroupMember: async (options: Parameters<typeof raw.deleteGroupMember>[0]) =>
              ++calls === 2
                ? Promise.reject(Object.assign(new Error('no'), { code: 10004 }))
                : raw.deleteGroupMember(options),
          }),
      },
      21,
    );
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await expect(world.finish(members.delete('mine', users(21)), 1000)).rejects.toMatchObject({
      code: 'PARTIAL',
      sdkCode: 10004,
      done: users(20),
      remaining: ['u20'],
    });
    expect(selectGroupMembers(world.store.getState(), 'mine').map(({ userID }) => userID)).toEqual([
      'me',
      'u20',
    ]);
  });
});

describe.each(flavours)('changing members on $flavour', (sdk) => {
  it('shows when the promise resolves', async () => {
    const world = await createOwnedWorld({ sdk });
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await world.finish(members.setRole('mine', 'u1', 'Admin'));
    await world.finish(members.setNameCard('mine', 'u1', 'Number one'));
    await world.finish(members.setCustomField('mine', 'u1', [{ key: 'a', value: '1' }]));
    await world.finish(members.setCustomField('mine', 'u1', [{ key: 'b', value: '2' }]));
    expect(member(world, 'u1')).toMatchObject({
      role: 'Admin',
      nameCard: 'Number one',
      memberCustomField: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    });
    expect(selectMemberName(world.store.getState(), 'mine', 'u1')).toBe('Number one');
    await world.finish(members.setNameCard('mine', 'me', 'Boss'));
    expect(selectGroup(world.store.getState(), 'mine')?.selfInfo.nameCard).toBe('Boss');
    await world.finish(world.store.actions.groups.getList(), 2000);
    expect(selectGroup(world.store.getState(), 'mine')?.selfInfo.nameCard).toBe('Boss');
  });

  it('names the senders of messages by their name cards', async () => {
    const world = await createOwnedWorld({ sdk });
    world.server.group('mine').setNameCard('u1', 'Carded');
    world.server.sendText({ from: 'u1', to: 'mine', text: 'hello' });
    await world.settle(2000);
    const message = { from: 'u1', to: 'mine', conversationType: 'GROUP' };
    expect(selectSenderName(world.store.getState(), message)).toBe('Carded');
    expect(member(world, 'u1')).toMatchObject({ nameCard: 'Carded', role: '' });
  });

  it.each([
    [
      'a role that there is not',
      (world: World) => world.store.actions.members.setRole('mine', 'u1', 'Boss' as 'Admin'),
    ],
    ['half a second', (world: World) => world.store.actions.members.setMuteTime('mine', 'u1', 0.5)],
    ['nobody', (world: World) => world.store.actions.members.setNameCard('mine', '', 'x')],
    ['no list', (world: World) => world.store.actions.members.add('mine', 'u1' as unknown as string[])],
    ['an empty list', (world: World) => world.store.actions.members.delete('mine', [])],
    ['no group', (world: World) => world.store.actions.members.load('')],
    ['a mark below 1,000', (world: World) => world.store.actions.members.mark('mine', ['u1'], 999, true)],
  ])('refuses %s before the call', async (_what, act) => {
    const world = await createOwnedWorld({ sdk });
    await expect(act(world)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe.each(flavours)('mutes on $flavour', (sdk) => {
  it('end by themselves', async () => {
    const world = await createOwnedWorld({ sdk });
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await world.finish(members.setMuteTime('mine', 'u1', 60));
    const isMuted = (): boolean => selectIsMuted(world.store.getState(), 'mine', 'u1');
    expect(isMuted()).toBe(true);
    await world.settle(59_000);
    expect(isMuted()).toBe(true);
    await world.settle(2000);
    expect([isMuted(), member(world, 'u1')?.isMuted]).toEqual([false, false]);
  });

  it('are known by their second, whoever set them, and reading members finds those that run', async () => {
    const world = await createOwnedWorld({ sdk });
    world.server.group('mine').mute('u0', 30);
    await world.settle(10_000);
    await world.finish(world.store.actions.session.logout());
    await world.login();
    await world.finish(world.store.actions.members.load('mine'), 1000);
    expect(member(world, 'u0')?.isMuted).toBe(true);
    await world.settle(30_000);
    expect(member(world, 'u0')?.isMuted).toBe(false);
  });

  it('tell me that I may not write', async () => {
    const world = await createReadyWorld({ sdk });
    const seen: boolean[] = [];
    world.store.select((state) => selectIsMuted(state, 'team')).subscribe((isMuted) => seen.push(isMuted));
    world.server.group('team').mute('me', 5);
    await world.settle(10_000);
    expect(seen).toEqual([false, true, false]);
  });

  it('of all spare owner and admins', async () => {
    const world = await createOwnedWorld({ sdk });
    const { members, groups } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await world.finish(members.setRole('mine', 'u0', 'Admin'));
    await world.finish(groups.muteAll('mine', true), 1000);
    const state = world.store.getState();
    expect(['me', 'u0', 'u1'].map((userID) => selectIsMuted(state, 'mine', userID))).toEqual([
      false,
      false,
      true,
    ]);
    expect(selectIsMuted(state, 'mine')).toBe(false);
    expect(selectIsMuted(state, undefined)).toBe(false);
  });

  it('hang on one timer, however many there are, and leave none behind', async () => {
    const timers = new Set<object>();
    const world = await createReadyWorld({ sdk });
    const inner = world.clock;
    const clock = {
      now: inner.now,
      setTimeout: (callback: () => void, ms: number) => {
        const timer = {};
        timers.add(timer);
        const cancel = inner.setTimeout(() => {
          timers.delete(timer);
          callback();
        }, ms);
        return () => {
          timers.delete(timer);
          cancel();
        };
      },
    };
    const { createTimStore } = await import('tim-reactive');
    const server = createMemoryServer({ clock: inner });
    server.addUser('me', {});
    for (const userID of users(3)) server.addUser(userID, {});
    server.addGroup('mine', { ownerID: 'me', memberIDs: users(3) });
    const store = createTimStore({ sdk: server.createSdk(sdk), clock });
    await world.finish(store.actions.session.login({ userID: 'me', userSig: 'sig' }), 3000);
    expect(timers.size).toBe(0);
    for (const [index, userID] of users(3).entries())
      await world.finish(store.actions.members.setMuteTime('mine', userID, 30 - index * 10));
    expect(timers.size).toBe(1);
    expect(store.getState().members.mutes.length).toBe(3);
    await world.settle(11_000);
    expect([timers.size, store.getState().members.mutes.length]).toEqual([1, 2]);
    await world.finish(store.actions.members.setMuteTime('mine', 'u1', 0));
    await world.settle(20_000);
    expect([timers.size, store.getState().members.mutes.length]).toEqual([0, 0]);
    store.dispose();
  });
});
