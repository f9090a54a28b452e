import { createTimStore, selectIsMuted } from 'tim-reactive';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, flavours } from '../world.ts';
import { createOwnedWorld, member, users } from './owned-world.ts';

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
    world.store.select(selectIsMuted, 'team').subscribe((isMuted) => seen.push(isMuted));
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
