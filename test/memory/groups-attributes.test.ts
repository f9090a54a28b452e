import { beforeEach, describe, expect, it } from 'vitest';
import { connectTo } from './group-world.ts';
import { createTestWorld, type TestWorld } from './world.ts';

let world: TestWorld;

beforeEach(() => {
  world = createTestWorld();
});

describe('group attributes', () => {
  it('are told to all members, with the keys that have changed', async () => {
    const me = await connectTo(world, 'me');
    const alice = await connectTo(world, 'alice');
    const groupID = 'g1';
    const init = { groupID, groupAttributes: { a: '1', b: '2' } };
    expect((await world.run(me.sdk.initGroupAttributes(init))).data).toEqual({
      groupAttributes: { a: '1', b: '2' },
    });
    await world.run(me.sdk.setGroupAttributes({ groupID, groupAttributes: { b: '3', c: '4' } }));
    const deleted = await world.run(me.sdk.deleteGroupAttributes({ groupID, keyList: ['a', 'none'] }));
    expect(deleted.data).toEqual({ keyList: ['a'] });
    await world.clock.advance(0);
    const expected = [
      { groupAttributes: { a: '1', b: '2' }, updatedKeyList: ['a', 'b'], deletedKeyList: [] },
      { groupAttributes: { a: '1', b: '3', c: '4' }, updatedKeyList: ['b', 'c'], deletedKeyList: [] },
      { groupAttributes: { b: '3', c: '4' }, updatedKeyList: [], deletedKeyList: ['a'] },
    ].map((event) => ({ groupID, ...event }));
    expect(me.dataOf('groupAttributesUpdated')).toEqual(expected);
    expect(alice.dataOf('groupAttributesUpdated')).toEqual(expected);
  });

  it('are silent when nothing has changed', async () => {
    const me = await connectTo(world, 'me');
    const set = { groupID: 'g1', groupAttributes: { a: '1' } };
    await world.run(me.sdk.setGroupAttributes(set));
    await world.run(me.sdk.setGroupAttributes(set));
    await world.clock.advance(0);
    expect(me.dataOf('groupAttributesUpdated').length).toBe(1);
  });

  it('are answered by key, from memory for 30 s', async () => {
    const me = await connectTo(world, 'me');
    const alice = await connectTo(world, 'alice');
    await world.run(alice.sdk.setGroupAttributes({ groupID: 'g1', groupAttributes: { a: '1', b: '2' } }));
    await world.clock.advance(0);
    const some = await world.run(me.sdk.getGroupAttributes({ groupID: 'g1', keyList: ['a', 'x'] }));
    expect(some.data.groupAttributes).toEqual({ a: '1' });
    const all = await world.run(me.sdk.getGroupAttributes({ groupID: 'g1', keyList: [] }));
    expect(all.data.groupAttributes).toEqual({ a: '1', b: '2' });
    world.server.network('me').cut();
    const held = await world.run(me.sdk.getGroupAttributes({ groupID: 'g1', keyList: [] }));
    expect(held.data.groupAttributes).toEqual({ a: '1', b: '2' });
    await world.clock.advance(30_000);
    const late = me.sdk
      .getGroupAttributes({ groupID: 'g1', keyList: [] })
      .catch((error: unknown) => (error as { code: number }).code);
    await world.clock.advance(15_000);
    expect(await late).toBe(2801);
  });

  it('have limits, are for members, and are texts', async () => {
    const { sdk } = await world.connect();
    const groupAttributes = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v']));
    expect(await world.codeOf(sdk.initGroupAttributes({ groupID: 'g1', groupAttributes }))).toBe(10004);
    const long = { groupID: 'g1', groupAttributes: { ['k'.repeat(33)]: 'v' } };
    expect(await world.codeOf(sdk.setGroupAttributes(long))).toBe(10004);
    world.server.addGroup('p1', { ownerID: 'alice' });
    expect(await world.codeOf(sdk.getGroupAttributes({ groupID: 'p1', keyList: [] }))).toBe(10007);
    expect(() => sdk.getGroupAttributes({ groupID: 'g1' } as never)).toThrow('Params validate failed.');
    const number = { groupID: 'g1', groupAttributes: { a: 1 } } as never;
    expect(() => sdk.setGroupAttributes(number)).toThrow('Params validate failed.');
  });
});

describe('group counters', () => {
  it('are set and moved, and told to all members key by key', async () => {
    const me = await connectTo(world, 'me');
    const alice = await connectTo(world, 'alice');
    const groupID = 'g1';
    const set = await world.run(me.sdk.setGroupCounters({ groupID, counters: { a: 1, b: 2 } }));
    expect(set.data).toEqual({ counters: { a: 1, b: 2 } });
    const more = await world.run(me.sdk.increaseGroupCounter({ groupID, key: 'a', value: 4 }));
    expect(more.data).toEqual({ counters: { a: 5 } });
    const less = await world.run(me.sdk.decreaseGroupCounter({ groupID, key: 'b', value: 2 }));
    expect(less.data).toEqual({ counters: { b: 0 } });
    await world.clock.advance(0);
    const told = [
      ['a', 1],
      ['b', 2],
      ['a', 5],
      ['b', 0],
    ].map(([key, value]) => ({ groupID, key, value }));
    expect(me.dataOf('onGroupCounterUpdated')).toEqual(told);
    expect(alice.dataOf('onGroupCounterUpdated')).toEqual(told);
    const all = await world.run(alice.sdk.getGroupCounters({ groupID }));
    expect(all.data).toEqual({ counters: { a: 5, b: 0 } });
    const one = await world.run(alice.sdk.getGroupCounters({ groupID, keyList: ['a'] }));
    expect(one.data).toEqual({ counters: { a: 5 } });
  });
});
