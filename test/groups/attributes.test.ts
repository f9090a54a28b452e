import { selectGroupAttributes, selectGroupCounters } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';
import { answer, createWorldWith } from './world-with.ts';

/** A world in which I am in the AVChatRoom `live`. */
async function createRoomWorld(options: WorldOptions): Promise<World> {
  const world = await createReadyWorld(options);
  world.server.addGroup('live', { ownerID: 'alice', type: 'AVChatRoom' });
  await world.finish(world.store.actions.groups.join('live', { type: 'AVChatRoom' }), 2000);
  return world;
}

const attributes = ({ store }: World): Readonly<Record<string, string>> =>
  selectGroupAttributes(store.getState(), 'live');

describe.each(flavours)('the attributes of a group on $flavour', (sdk) => {
  it('are set, added to, deleted and fetched, and show when the promise resolves', async () => {
    const world = await createRoomWorld({ sdk });
    const { groups } = world.store.actions;
    expect(attributes(world)).toEqual({});
    await world.finish(groups.initAttributes('live', { a: '1', b: '2' }));
    expect(attributes(world)).toEqual({ a: '1', b: '2' });
    await world.finish(groups.setAttributes('live', { b: '3', c: '4' }));
    expect(attributes(world)).toEqual({ a: '1', b: '3', c: '4' });
    await world.finish(groups.deleteAttributes('live', ['a']));
    expect(attributes(world)).toEqual({ b: '3', c: '4' });
    const before = attributes(world);
    await expect(world.finish(groups.getAttributes('live'))).resolves.toEqual({ b: '3', c: '4' });
    await expect(world.finish(groups.getAttributes('live', ['c']))).resolves.toEqual({ c: '4' });
    expect(attributes(world)).toBe(before);
    await world.finish(groups.initAttributes('live', { d: '5' }));
    expect(attributes(world)).toEqual({ d: '5' });
    await world.finish(groups.deleteAttributes('live'));
    expect(attributes(world)).toEqual({});
    await world.settle(2000);
    expect(attributes(world)).toEqual({});
  });

  it('follow what others set', async () => {
    const world = await createRoomWorld({ sdk });
    const alice = world.server.createSdk(sdk);
    await world.finish(alice.login({ userID: 'alice', userSig: 'sig' }), 2000);
    await world.finish(alice.joinGroup({ groupID: 'live', type: 'AVChatRoom' }), 1000);
    await world.finish(
      alice.initGroupAttributes({ groupID: 'live', groupAttributes: { song: 'Let it be' } }),
      1000,
    );
    expect(attributes(world)).toEqual({ song: 'Let it be' });
  });

  it('are gone when the group is left', async () => {
    const world = await createRoomWorld({ sdk });
    await world.finish(world.store.actions.groups.initAttributes('live', { a: '1' }));
    await world.finish(world.store.actions.groups.quit('live'));
    expect(attributes(world)).toEqual({});
  });
});

describe('attributes and counters that others deleted', () => {
  it('are gone when they, or all, are asked for', async () => {
    const world = await createWorldWith(() => ({
      initGroupAttributes: answer({}),
      getGroupAttributes: answer({ groupAttributes: {} }),
      setGroupCounters: answer({ counters: { a: 1, b: 2, c: 3 } }),
      getGroupCounters: async ({ keyList }: { readonly keyList: readonly string[] }) => ({
        code: 0,
        data: { counters: keyList.length === 0 ? { c: 4 } : {} },
      }),
    }));
    const { groups } = world.store.actions;
    const known = (): readonly unknown[] => {
      const state = world.store.getState();
      return [selectGroupAttributes(state, 'team'), selectGroupCounters(state, 'team')];
    };
    await world.finish(groups.initAttributes('team', { a: '1', b: '2' }));
    await world.finish(groups.setCounters('team', { a: 1, b: 2, c: 3 }));
    await world.finish(groups.getAttributes('team', ['a']));
    await world.finish(groups.getCounters('team', ['a']));
    expect(known()).toEqual([{ b: '2' }, { b: 2, c: 3 }]);
    await world.finish(groups.getAttributes('team'));
    await world.finish(groups.getCounters('team'));
    expect(known()).toEqual([{}, { c: 4 }]);
  });
});

describe('a list of keys', () => {
  it('stays the own of whoever gives it, and the SDK may write into its copy', async () => {
    const given: string[][] = [];
    const world = await createWorldWith(() => ({
      deleteGroupAttributes: async ({ keyList }: { readonly keyList: string[] }) => {
        given.push(keyList);
        return { code: 0, data: {} };
      },
    }));
    const keyList = ['a'];
    await world.finish(world.store.actions.groups.deleteAttributes('team', keyList));
    expect(given).toEqual([['a']]);
    given[0]?.push('b');
    keyList.push('c');
    expect([given, keyList]).toEqual([[['a', 'b']], ['a', 'c']]);
  });
});

describe('the limits of attributes', () => {
  const many = (count: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'x']));

  it.each([
    ['17 keys', many(17), /17 attributes: at most 16/],
    ['a key of 33 bytes', { ['k'.repeat(33)]: 'x' }, /has 33 bytes: at most 32/],
    ['a value of 4,097 bytes', { key: 'x'.repeat(4097) }, /has 4097 bytes: at most 4096/],
    [
      'more than 16 KB in all',
      Object.fromEntries(['a', 'b', 'c', 'd'].map((key) => [key, 'x'.repeat(4096)])),
      /16388 bytes: at most 16384/,
    ],
    ['a value that is no text', { key: 1 as unknown as string }, /must be a string/],
    ['nothing', {}, /at least one key/],
  ])('refuse %s before the call', async (_what, groupAttributes, message) => {
    const { store } = await createReadyWorld();
    for (const action of [store.actions.groups.initAttributes, store.actions.groups.setAttributes])
      await expect(action('live', groupAttributes)).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(message) as string,
      });
  });

  it('count what is there already, except where it is replaced', async () => {
    const world = await createRoomWorld({});
    const { groups } = world.store.actions;
    await world.finish(groups.initAttributes('live', many(16)));
    await expect(groups.setAttributes('live', { other: 'x' })).rejects.toThrow('17 attributes');
    await world.finish(groups.setAttributes('live', { key0: 'y' }));
    await world.finish(groups.initAttributes('live', { other: 'x' }));
    expect(attributes(world)).toEqual({ other: 'x' });
  });
});

describe.each(flavours)('the counters of a group on $flavour', (sdk) => {
  it('are set, counted up and down, and fetched', async () => {
    const world = await createRoomWorld({ sdk });
    const { groups } = world.store.actions;
    const counters = (): Readonly<Record<string, number>> =>
      selectGroupCounters(world.store.getState(), 'live');
    await world.finish(groups.setCounters('live', { likes: 5, gifts: 1 }));
    expect(counters()).toEqual({ likes: 5, gifts: 1 });
    await expect(world.finish(groups.increaseCounter('live', 'likes'))).resolves.toMatchObject({ likes: 6 });
    await world.finish(groups.decreaseCounter('live', 'gifts', 3));
    expect(counters()).toEqual({ likes: 6, gifts: -2 });
    await expect(world.finish(groups.getCounters('live', ['likes']))).resolves.toEqual({ likes: 6 });
    await world.settle(2000);
    expect(counters()).toEqual({ likes: 6, gifts: -2 });
    await expect(groups.setCounters('live', { likes: Number.NaN })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    await expect(groups.increaseCounter('live', '')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
