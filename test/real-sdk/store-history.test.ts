// How a store pages through what was written before, on each of the vendor's packages.

import type { ConversationID } from 'tim-reactive';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PackageName, packages } from './boot.ts';
import {
  alice,
  both,
  createHistoryWorld,
  type HistoryWorld,
  LONG_AGO,
  numbers,
  team,
} from './history-world.ts';
import { soon } from './observe.ts';

let world: HistoryWorld;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => world.leave());

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** How many requests it takes the SDK to answer with all of 50 messages, page by page. */
const requests: Record<PackageName, readonly [c2c: number, group: number]> = {
  'tim-js-sdk': [4, 3],
  '@tencentcloud/chat': [4, 3],
  '@tencentcloud/lite-chat': [3, 3],
};

/** Pages back until nothing older is left; how many calls that took. */
async function pageBack(id: ConversationID): Promise<number> {
  const { load, loadOlder } = world.store.actions.messages;
  await soon(load(id));
  let calls = 1;
  for (; !world.history(id).isCompleted && calls < 20; calls++) await soon(loadOlder(id));
  return calls;
}

describe.each(packages)('paging back on %s', (name) => {
  it.each(both)(
    'brings each message of %s once, in order, and asks for no more than the SDK needs',
    async (id) => {
      world = await createHistoryWorld(name, (write) => write(id, 1, 50));
      const before = world.pages(id);
      const calls = await pageBack(id);
      expect(world.texts(id)).toEqual(numbers(1, 50));
      expect(world.gaps(id)).toEqual([]);
      expect(world.history(id)).toMatchObject({
        isCompleted: true,
        completeness: id === team ? 'proven' : 'assumed',
        error: undefined,
      });
      await soon(world.store.actions.messages.loadOlder(id));
      const expected = requests[name][id === team ? 1 : 0];
      expect([calls, world.pages(id) - before]).toEqual([expected, expected]);
    },
  );

  it.each(both)('neither loses nor doubles what comes to %s meanwhile', async (id) => {
    world = await createHistoryWorld(name, (write) => write(id, 1, 50));
    const { load, loadOlder } = world.store.actions.messages;
    await soon(load(id));
    const older = loadOlder(id);
    world.write(id, 51, 2);
    await soon(older);
    await pageBack(id);
    expect(world.texts(id)).toEqual(numbers(1, 52));
    expect(world.gaps(id)).toEqual([]);
  });
});

describe.each(packages)('a hole in a group on %s', (name) => {
  /** 1 to 20 are loaded, the pushes of 21 to 60 are lost, 61 comes. */
  const createHoledWorld = async (): Promise<void> => {
    world = await createHistoryWorld(name, (write) => write(team, 1, 20));
    await pageBack(team);
    const regain = world.boot.line.losePushes();
    world.write(team, 21, 40);
    regain();
    world.write(team, 61, 1);
    await pass();
  };

  it.each(['taken away for all', 'left out by the service'])(
    'is settled by the first look at it where the messages were %s',
    async (how) => {
      const isGone = [10, 45, 46, 47];
      world = await createHistoryWorld(name, (write, { expunge, hide }) => {
        for (const message of write(team, 1, 50).filter(({ MsgSeq }) => isGone.includes(MsgSeq)))
          if (how === 'taken away for all') expunge(message);
          else hide('me', message);
      });
      await pageBack(team);
      await pass();
      expect(world.texts(team)).toEqual(numbers(1, 50).filter((text) => !isGone.includes(Number(text))));
      expect(world.gaps(team)).toEqual([]);
      expect(world.history(team)).toMatchObject({ isCompleted: true, completeness: 'proven' });
      expect(world.hops()).toBe(2);
    },
  );

  it('is a gap with its range where pushes were lost', async () => {
    await createHoledWorld();
    expect(world.timeline(team).gaps).toEqual([{ from: 21, to: 60, index: 20 }]);
    expect(world.history(team)).toMatchObject({ completeness: 'gaps', isFilling: false });
    expect(world.texts(team).slice(19)).toEqual(['20', '61']);
  });

  it.each(['newer', 'older'] as const)('is filled from its %s edge, page by page', async (from) => {
    await createHoledWorld();
    const seen: unknown[] = [];
    for (let [gap] = world.timeline(team).gaps; gap; [gap] = world.timeline(team).gaps) {
      seen.push([gap.from, gap.to]);
      await soon(world.store.actions.messages.loadGap(team, gap, { from }));
    }
    expect(seen).toEqual(
      from === 'newer'
        ? [
            [21, 60],
            [21, 45],
            [21, 30],
          ]
        : [
            [21, 60],
            [36, 60],
            [51, 60],
          ],
    );
    expect(world.hops()).toBe(3);
    expect(world.texts(team)).toEqual(numbers(1, 61));
    expect(world.history(team)).toMatchObject({ completeness: 'proven', isFilling: false });
  });
});

describe.each(packages)('a jump into the past on %s', (name) => {
  it('brings a message of a group with its neighbours, and its window joins the others', async () => {
    world = await createHistoryWorld(name, (write) => write(team, 1, 100));
    const { load, loadAround, loadGap } = world.store.actions.messages;
    await soon(load(team));
    const loadedFrom = 101 - world.texts(team).length;
    expect(await soon(loadAround(team, { sequence: 30 }))).toMatchObject({ payload: { text: '30' } });
    expect(world.texts(team).slice(0, 15)).toEqual(numbers(23, 15));
    expect(world.gaps(team)).toEqual([[38, loadedFrom - 1]]);
    expect(world.hops()).toBe(1);
    for (let [gap] = world.timeline(team).gaps; gap; [gap] = world.timeline(team).gaps)
      await soon(loadGap(team, gap, { from: 'older' }));
    expect(world.texts(team)).toEqual(numbers(23, 78));
    expect(world.hops()).toBe(1 + Math.ceil((loadedFrom - 38) / 15));
    expect(world.history(team)).toMatchObject({ completeness: 'proven', isCompleted: false });
    await pageBack(team);
    expect(world.texts(team)).toEqual(numbers(1, 100));
  });

  it('brings a moment of a C2C conversation with what surrounds it, and its window joins the others', async () => {
    world = await createHistoryWorld(name, (write) => write(alice, 1, 100));
    const { load, loadAround, loadGap } = world.store.actions.messages;
    await soon(load(alice));
    const target = { time: LONG_AGO + 30 };
    expect(await soon(loadAround(alice, target))).toMatchObject({ payload: { text: '30' } });
    expect(world.texts(alice)).toEqual(expect.arrayContaining([...numbers(17, 27)]));
    expect(world.timeline(alice).gaps).toHaveLength(1);
    expect(world.history(alice).completeness).toBe('gaps');
    expect(world.hops()).toBe(2);
    for (let [gap] = world.timeline(alice).gaps; gap; [gap] = world.timeline(alice).gaps)
      await soon(loadGap(alice, gap));
    expect(world.texts(alice).slice(-84)).toEqual(numbers(17, 84));
    expect(world.history(alice).completeness).toBe('assumed');
    await pageBack(alice);
    expect(world.texts(alice)).toEqual(numbers(1, 100));
  });

  it('takes one hop for what two ask for at once, and none for what is there', async () => {
    world = await createHistoryWorld(name, (write) => write(team, 1, 100));
    const { load, loadAround } = world.store.actions.messages;
    await soon(load(team));
    const target = { sequence: 30 };
    const [one, other] = await soon(Promise.all([loadAround(team, target), loadAround(team, target)]));
    expect(one).toBe(other);
    expect(await soon(loadAround(team, { sequence: 31 }))).toMatchObject({ sequence: 31 });
    expect(world.hops()).toBe(1);
  });

  it('to the only message of a very short history ends there', async () => {
    world = await createHistoryWorld(name, (write) => both.map((id) => write(id, 1, 1)));
    const { loadAround } = world.store.actions.messages;
    await soon(loadAround(team, { sequence: 1 }));
    await soon(loadAround(alice, { time: LONG_AGO + 1 }));
    for (const id of both) {
      expect(await pageBack(id)).toBe(1);
      expect([world.texts(id), world.gaps(id)]).toEqual([['1'], []]);
    }
  });
});

/** How many of 40 messages of one second the SDK's hops have shown when it goes no further. */
const ofOneSecond: Record<PackageName, number> = {
  'tim-js-sdk': 28,
  '@tencentcloud/chat': 40,
  '@tencentcloud/lite-chat': 28,
};

describe.each(packages)('more messages in one second than fit a page, on %s', (name) => {
  const writeMany = (write: HistoryWorld['write'], cloud: HistoryWorld['boot']['cloud']): void => {
    write(alice, 1, 20);
    for (let index = 0; index < 40; index++) cloud.say('alice', 'me', 'same', LONG_AGO + 50);
    write(alice, 101, 40);
  };
  const others = [...numbers(1, 20), ...numbers(101, 40)];
  const split = (): readonly [same: number, others: readonly string[]] => {
    const texts = world.texts(alice).filter((text) => text !== 'same');
    return [world.texts(alice).length - texts.length, texts];
  };

  it('all come by paging back', async () => {
    world = await createHistoryWorld(name, writeMany);
    await pageBack(alice);
    expect(split()).toEqual([40, others]);
  });

  it('come by hops as far as the SDK gives them, and the rest holds nothing up', async () => {
    world = await createHistoryWorld(name, writeMany);
    const { load, loadAround, loadGap } = world.store.actions.messages;
    await soon(load(alice));
    await soon(loadAround(alice, { time: LONG_AGO + 20 }));
    for (let [gap] = world.timeline(alice).gaps; gap; [gap] = world.timeline(alice).gaps)
      await soon(loadGap(alice, gap));
    await pageBack(alice);
    expect(split()).toEqual([ofOneSecond[name], others]);
    expect(world.history(alice)).toMatchObject({ isCompleted: true, completeness: 'assumed' });
  });
});
