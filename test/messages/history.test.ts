import type { ConversationID } from 'tim-reactive';
import {
  c2cID,
  EVENT,
  groupID,
  selectHistory,
  selectMessage,
  selectReadReceipt,
  selectTimeline,
} from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');

/** A world whose SDK loses its pushes while it is `deaf`, and counts its calls. */
interface DeafWorld extends World {
  readonly calls: Record<'getMessageList' | 'getMessageListHopping', number>;
  readonly hear: (isDeaf: boolean) => void;
  /** Sends `count` texts from alice, numbered from `first`. */
  readonly write: (to: 'team' | 'me', first: number, count: number) => void;
}

async function createDeafWorld(
  options: WorldOptions = {},
  before: (world: World, write: DeafWorld['write']) => void = () => undefined,
): Promise<DeafWorld> {
  let isDeaf = false;
  const calls = { getMessageList: 0, getMessageListHopping: 0 };
  const wrap = (sdk: MemorySdk): MemorySdk => ({
    ...sdk,
    on: (name, handler, ...rest) =>
      sdk.on(
        name,
        (event) => {
          if (!isDeaf || name !== EVENT.MESSAGE_RECEIVED) handler(event);
        },
        ...rest,
      ),
    getMessageList: (page) => {
      calls.getMessageList += 1;
      return sdk.getMessageList(page);
    },
    getMessageListHopping: (page) => {
      calls.getMessageListHopping += 1;
      return sdk.getMessageListHopping(page);
    },
  });
  const world = createWorld({ wrap, ...options });
  const write: DeafWorld['write'] = (to, first, count) => {
    for (let number = first; number < first + count; number++)
      world.server.sendText({ from: 'alice', to, text: `${number}`, time: 1_759_990_000 + number });
  };
  before(world, write);
  await world.login();
  return {
    ...world,
    calls,
    write,
    hear: (hears) => {
      isDeaf = !hears;
    },
  };
}

const numbers = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${first + index}`);

const gapsOf = ({ store }: World, id: ConversationID): readonly (readonly [number, number])[] =>
  selectTimeline(store.getState(), id).gaps.map(({ from, to }) => [from, to]);

describe.each(flavours)('messages.load and messages.loadOlder on $flavour', (sdk) => {
  it.each([
    ['me', alice],
    ['team', team],
  ] as const)('page back to the first message of %s, each once, in order', async (to, id) => {
    const world = await createDeafWorld({ sdk }, (_, write) => write(to, 1, 40));
    const { store, finish } = world;
    await finish(store.actions.messages.load(id), 100);
    const { length } = world.texts(id);
    expect(length).toBeLessThan(40);
    expect(world.texts(id)).toEqual(numbers(41 - length, length));
    while (!selectHistory(store.getState(), id).isCompleted)
      await finish(store.actions.messages.loadOlder(id), 100);
    expect(world.texts(id)).toEqual(numbers(1, 40));
    expect(gapsOf(world, id)).toEqual([]);
    expect(selectHistory(store.getState(), id).completeness).toBe(id === team ? 'proven' : 'assumed');
    expect(world.calls.getMessageListHopping).toBe(0);
    const { getMessageList } = world.calls;
    await store.actions.messages.loadOlder(id);
    expect(world.calls.getMessageList).toBe(getMessageList);
  });

  it('are one call where the same page is asked for twice at once', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('me', 1, 40));
    const { messages } = world.store.actions;
    await world.finish(
      Promise.all([messages.load(alice), messages.loadOlder(alice), messages.load(alice)]),
      100,
    );
    expect(world.calls.getMessageList).toBe(1);
    await world.finish(Promise.all([messages.loadOlder(alice), messages.loadOlder(alice)]), 100);
    expect(world.calls.getMessageList).toBe(2);
    expect(world.texts(alice)).toEqual(numbers(11, 30));
  });

  it('neither lose nor double what comes while a page is on its way', async () => {
    const world = await createDeafWorld({ sdk, server: { latency: 50 } }, (_, write) => write('team', 1, 20));
    const page = world.store.actions.messages.load(team);
    await world.settle(20);
    world.write('team', 21, 3);
    await world.finish(page, 1000);
    expect(world.texts(team)).toEqual(numbers(1, 23));
  });

  it('keep to their conversation where two are paged at once, and one of them is cleared meanwhile', async () => {
    const world = await createDeafWorld({ sdk, server: { latency: 50 } }, (_, write) => {
      write('team', 1, 40);
      write('me', 1, 40);
    });
    const { conversations, messages } = world.store.actions;
    const both = async (load: (id: ConversationID) => Promise<void>): Promise<unknown> =>
      world.finish(Promise.all([load(team), load(alice)]), 1000);
    await both(messages.load);
    const older = both(messages.loadOlder);
    await conversations.clearHistory(alice);
    await older;
    await both(messages.loadOlder);
    await both(messages.loadOlder);
    expect(world.texts(team)).toEqual(numbers(1, 40));
    expect(world.texts(alice)).toEqual([]);
  });

  it('end at once with ABORTED when their signal says so, and the page still comes for others', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('me', 1, 3));
    const { messages } = world.store.actions;
    const controller = new AbortController();
    const given = messages.load(alice, { signal: controller.signal });
    const other = messages.load(alice);
    controller.abort();
    await expect(given).rejects.toMatchObject({ code: 'ABORTED' });
    await world.finish(other, 100);
    expect(world.texts(alice)).toEqual(['1', '2', '3']);
    await expect(messages.loadOlder(alice, { signal: AbortSignal.abort() })).resolves.toBeUndefined();
  });
});

describe.each(flavours)('a signal on $flavour', (sdk) => {
  it('ends each way to load at once, and nothing is asked for where it was aborted before', async () => {
    const world = await createDeafWorld({ sdk, server: { latency: 50 } }, (_, write) => write('team', 1, 90));
    const { load, loadOlder, loadAround, loadGap } = world.store.actions.messages;
    await world.finish(load(team), 1000);
    await world.finish(loadAround(team, { sequence: 30 }), 1000);
    const [gap = { from: 0, to: 0 }] = selectTimeline(world.store.getState(), team).gaps;
    const loads = (signal: AbortSignal): readonly Promise<unknown>[] =>
      [
        loadOlder(team, { signal }),
        loadAround(team, { sequence: 3 }, { signal }),
        loadGap(team, gap, { signal }),
      ].map((promise) => promise.catch((error: unknown) => error));
    const aborted = Array.from({ length: 3 }, () => expect.objectContaining({ code: 'ABORTED' }));
    const before = { ...world.calls };
    expect(await Promise.all(loads(AbortSignal.abort()))).toEqual(aborted);
    expect(world.calls).toEqual(before);
    const controller = new AbortController();
    const given = loads(controller.signal);
    controller.abort();
    expect(await Promise.all(given)).toEqual(aborted);
    expect(world.texts(team)).not.toContain('1');
    await world.settle(1000);
    expect(world.texts(team)).toEqual(expect.arrayContaining(['1', '20', `${gap.to}`]));
  });
});

describe.each(flavours)('a hole in a group on $flavour', (sdk) => {
  /** 1 to 20 are known, 21 to 60 were lost, 61 came. */
  const createHoledWorld = async (): Promise<DeafWorld> => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 20));
    await world.finish(world.store.actions.messages.load(team), 100);
    world.hear(false);
    world.write('team', 21, 40);
    await world.settle(100);
    world.hear(true);
    world.write('team', 61, 1);
    await world.settle(100);
    return world;
  };

  it('is a gap with its range, and the history says so', async () => {
    const world = await createHoledWorld();
    const { store } = world;
    const { gaps } = selectTimeline(store.getState(), team);
    expect(gaps).toEqual([{ from: 21, to: 60, index: 20 }]);
    expect(selectHistory(store.getState(), team).completeness).toBe('gaps');
    expect(world.texts(team).slice(19)).toEqual(['20', '61']);
  });

  it('is filled from its newer edge, or from its older edge, until the two meet', async () => {
    const world = await createHoledWorld();
    const { loadGap } = world.store.actions.messages;
    const gap = { from: 21, to: 60 };
    await world.finish(loadGap(team, gap), 100);
    expect(gapsOf(world, team)).toEqual([[21, 45]]);
    await world.finish(loadGap(team, { from: 21, to: 45 }, { from: 'older' }), 100);
    expect(gapsOf(world, team)).toEqual([[36, 45]]);
    await world.finish(loadGap(team, { from: 36, to: 45 }), 100);
    expect(gapsOf(world, team)).toEqual([]);
    expect(world.texts(team)).toEqual(numbers(1, 61));
    expect(selectHistory(world.store.getState(), team).completeness).toBe('proven');
  });

  it('is one call where it is asked for twice at once, and shows that it is being filled', async () => {
    const world = await createHoledWorld();
    const { loadGap } = world.store.actions.messages;
    const both = Promise.all([loadGap(team, { from: 21, to: 60 }), loadGap(team, { from: 21, to: 60 })]);
    await world.settle();
    expect(world.calls.getMessageListHopping).toBe(1);
    await world.finish(both, 100);
    expect(selectHistory(world.store.getState(), team).isFilling).toBe(false);
  });

  it('stays, with the error in the history, when it cannot be filled now', async () => {
    const world = await createHoledWorld();
    world.server.failNext('getMessageListHopping', { code: 10010 });
    await expect(
      world.finish(world.store.actions.messages.loadGap(team, { from: 21, to: 60 }), 100),
    ).rejects.toMatchObject({ sdkCode: 10010 });
    expect(gapsOf(world, team)).toEqual([[21, 60]]);
    expect(selectHistory(world.store.getState(), team)).toMatchObject({
      isFilling: false,
      error: { sdkCode: 10010 },
    });
  });
});

describe('a hole that the server says is none', () => {
  let hops = 0;
  const emptyHop = (sdk: MemorySdk): MemorySdk => ({
    ...sdk,
    getMessageList: async (page) => {
      const answer = await sdk.getMessageList(page);
      const messageList = answer.data.messageList.filter(({ sequence }) => sequence !== 8);
      return { ...answer, data: { ...answer.data, messageList } };
    },
    getMessageListHopping: async (page) => {
      hops += 1;
      const answer = await sdk.getMessageListHopping(page);
      const messageList = answer.data.messageList.filter(({ sequence }) => sequence !== 8);
      return { ...answer, data: { ...answer.data, messageList } };
    },
  });

  it('is looked at once after its page has come, settled, and never asked for again', async () => {
    hops = 0;
    const world = createWorld({ wrap: emptyHop });
    for (let number = 1; number <= 12; number++)
      world.server.sendText({ from: 'alice', to: 'team', text: `${number}` });
    await world.login();
    await world.finish(world.store.actions.messages.load(team), 100);
    expect(world.texts(team)).toEqual(numbers(1, 12).filter((text) => text !== '8'));
    expect(gapsOf(world, team)).toEqual([]);
    expect(selectHistory(world.store.getState(), team).completeness).toBe('proven');
    await world.finish(world.store.actions.messages.loadOlder(team), 100);
    world.server.sendText({ from: 'alice', to: 'team', text: '13' });
    await world.settle(1000);
    expect(hops).toBe(1);
  });
});

describe.each(flavours)('messages.loadAround on $flavour', (sdk) => {
  it('brings a far message of a group with its neighbours, with a gap to what was there', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 100));
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    const loaded = world.texts(team).length;
    const found = await world.finish(messages.loadAround(team, { sequence: 30 }), 100);
    expect(found).toMatchObject({ sequence: 30, payload: { text: '30' } });
    expect(world.texts(team).slice(0, 15)).toEqual(numbers(23, 15));
    expect(gapsOf(world, team)).toEqual([[38, 100 - loaded]]);
  });

  it('brings a far moment of a C2C conversation, and its windows join when they touch', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('me', 1, 60));
    const { messages } = world.store.actions;
    await world.finish(messages.load(alice), 100);
    const found = await world.finish(messages.loadAround(alice, { time: 1_759_990_020 }), 100);
    expect(found).toMatchObject({ payload: { text: '20' } });
    const [gap] = selectTimeline(world.store.getState(), alice).gaps;
    expect(gap).toBeDefined();
    expect(selectHistory(world.store.getState(), alice).completeness).toBe('gaps');
    for (let pages = 0; pages < 5; pages++) {
      const [next] = selectTimeline(world.store.getState(), alice).gaps;
      if (next !== undefined) await world.finish(messages.loadGap(alice, next, { from: 'older' }), 100);
    }
    expect(gapsOf(world, alice)).toEqual([]);
    expect(world.texts(alice)).toEqual(numbers(7, 54));
    expect(selectHistory(world.store.getState(), alice).completeness).toBe('assumed');
  });

  it('misses nothing of the second in which the pages ended that were read last', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('me', 1, 60));
    const { messages } = world.store.actions;
    const time = 1_759_990_000 + 16;
    const down = await world.finish(messages.getHopping(alice, { time: time + 14 }), 100);
    const up = await world.finish(messages.getHopping(alice, { time: time - 14, direction: 1 }), 100);
    expect([down.messages[0]?.time, up.messages.at(-1)?.time]).toEqual([time, time]);
    const found = await world.finish(messages.loadAround(alice, { time }), 100);
    expect(found).toMatchObject({ payload: { text: '16' } });
  });

  it('crosses a second that fills a page', async () => {
    const start = 1_759_990_000;
    const say = (world: World, texts: readonly string[], time: number): void => {
      for (const text of texts) world.server.sendText({ from: 'alice', to: 'me', text, time });
    };
    const world = await createDeafWorld({ sdk }, (before) => {
      say(before, numbers(1, 14), start);
      say(before, numbers(15, 16), start + 5);
    });
    const { messages } = world.store.actions;
    await world.finish(messages.loadAround(alice, { time: start }), 100);
    say(world, ['31'], start + 6);
    await world.settle(100);
    for (const to of [start + 6, start + 5]) {
      expect(gapsOf(world, alice)).toEqual([[start + 5, to]]);
      await world.finish(messages.loadGap(alice, { from: start + 5, to }), 100);
    }
    expect(gapsOf(world, alice)).toEqual([]);
    expect(world.texts(alice)).toEqual(numbers(1, 31));
  });

  it('claims nothing of sequences that are yet to come', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 10));
    await world.finish(world.store.actions.messages.loadAround(team, { sequence: 10 }), 100);
    world.hear(false);
    world.write('team', 11, 4);
    await world.settle(100);
    world.hear(true);
    world.write('team', 15, 1);
    await world.settle(100);
    expect(gapsOf(world, team)).toEqual([[11, 14]]);
  });

  it('where nothing is left to see hides nothing behind it', async () => {
    const world = await createDeafWorld(
      {
        sdk,
        wrap: (raw) => ({
          ...raw,
          getMessageListHopping: async (page) => {
            const answer = await raw.getMessageListHopping(page);
            const { messageList } = answer.data;
            return (page.sequence ?? 99) > 20
              ? answer
              : {
                  ...answer,
                  data: { messageList: messageList.slice(0, 0), isCompleted: true, nextMessageSeq: '' },
                };
          },
        }),
      },
      (_, write) => write('team', 1, 60),
    );
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    expect(await world.finish(messages.loadAround(team, { sequence: 5 }), 100)).toBeUndefined();
    expect(selectHistory(world.store.getState(), team).isCompleted).toBe(false);
    for (let pages = 0; pages < 3; pages++) await world.finish(messages.loadOlder(team), 100);
    expect(world.texts(team).slice(-39)).toEqual(numbers(22, 39));
  });

  it('goes on to older pages from the oldest window, down to the first message', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 60));
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    const loaded = world.texts(team).length;
    await world.finish(messages.loadAround(team, { sequence: 20 }), 100);
    while (!selectHistory(world.store.getState(), team).isCompleted)
      await world.finish(messages.loadOlder(team), 100);
    expect(world.texts(team).slice(0, 27)).toEqual(numbers(1, 27));
    expect(gapsOf(world, team)).toEqual([[28, 60 - loaded]]);
  });

  it('answers what is there already without a call, and refuses an ID that nobody knows', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 10));
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    const present = selectTimeline(world.store.getState(), team).at(3);
    expect(await messages.loadAround(team, { sequence: 4 })).toBe(present);
    expect(await messages.loadAround(team, { ID: present?.ID ?? '' })).toBe(present);
    expect(world.calls.getMessageListHopping).toBe(0);
    await expect(messages.loadAround(team, { ID: 'x' })).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE' });
    await expect(messages.loadAround(alice, { sequence: 4 })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe.each(flavours)('after a reconnect on $flavour', (sdk) => {
  const createOfflineWorld = async (options: WorldOptions = {}): Promise<DeafWorld> => {
    const world = await createDeafWorld({ sdk, ...options }, (_, write) => write('team', 1, 20));
    await world.finish(world.store.actions.messages.load(team), 100);
    world.store.actions.messages.show(team);
    world.server.network('me').cut();
    world.hear(false); // nothing is replayed
    await world.settle(20_000);
    return world;
  };
  const reconnect = async (world: DeafWorld): Promise<void> => {
    world.server.network('me').restore();
    await world.settle(20_000);
  };

  it('what was missed is read, though the SDK replays nothing', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 50);
    await reconnect(world);
    expect(world.texts(team)).toEqual(numbers(1, 70));
    expect(gapsOf(world, team)).toEqual([]);
    expect(selectHistory(world.store.getState(), team)).toMatchObject({
      completeness: 'proven',
      isRepairing: false,
    });
  });

  it('edits and recalls of what was loaded are found', async () => {
    const world = await createOfflineWorld();
    const row = selectTimeline(world.store.getState(), team).at(-1);
    const other = selectTimeline(world.store.getState(), team).at(-2);
    world.server.modify(row?.ID ?? '', { text: 'changed' });
    world.server.revoke(other?.ID ?? '');
    await reconnect(world);
    expect(selectMessage(world.store.getState(), row?.ID)).toMatchObject({ payload: { text: 'changed' } });
    expect(selectMessage(world.store.getState(), other?.ID)).toMatchObject({ isRevoked: true });
  });

  it('more than it reads at once is a gap', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 400);
    await reconnect(world);
    expect(gapsOf(world, team)).toEqual([[21, 120]]);
    expect(world.texts(team).slice(-300)).toEqual(numbers(121, 300));
  });

  it('edits of what was loaded are found, though more was missed than it reads at once', async () => {
    const world = await createOfflineWorld();
    const row = selectTimeline(world.store.getState(), team).at(-1);
    world.server.modify(row?.ID ?? '', { text: 'changed' });
    world.write('team', 21, 400);
    await reconnect(world);
    expect(selectMessage(world.store.getState(), row?.ID)).toMatchObject({ payload: { text: 'changed' } });
  });

  it('what comes before it has read does not hide what was missed', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 40);
    world.server.network('me').restore();
    await world.settle(1000);
    world.hear(true);
    world.write('team', 61, 1);
    await world.settle(20_000);
    expect(world.texts(team)).toEqual(numbers(1, 61));
    expect(gapsOf(world, team)).toEqual([]);
  });

  it('a page that fails is asked for once more', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 40);
    world.server.failNext('getMessageListHopping', { code: 2996 });
    await reconnect(world);
    expect(world.texts(team)).toEqual(numbers(1, 60));
  });

  it('what was read counts, where a page fails twice', async () => {
    const world = await createOfflineWorld({ server: { latency: 50 } });
    world.write('team', 21, 40);
    world.server.network('me').restore();
    while (world.calls.getMessageListHopping === 0) await world.settle(10);
    world.server.failNext('getMessageListHopping', { code: 10010, times: 2 });
    await world.settle(20_000);
    expect(gapsOf(world, team)).toEqual([[21, 45]]);
    expect(world.texts(team).slice(-15)).toEqual(numbers(46, 15));
    expect(selectHistory(world.store.getState(), team).isRepairing).toBe(false);
    world.store.actions.messages.show(team); // again
    await world.settle(1000);
    expect(world.texts(team)).toEqual(numbers(1, 60));
  });

  it('all is read once more, if the connection is lost again meanwhile', async () => {
    const world = await createOfflineWorld({ server: { latency: 50 } });
    const network = world.server.network('me');
    world.write('team', 21, 40);
    network.restore();
    while (world.calls.getMessageListHopping < 2) await world.settle(10);
    network.cut();
    world.server.modify(selectTimeline(world.store.getState(), team).at(-1)?.ID ?? '', { text: 'changed' });
    world.write('team', 61, 5);
    network.restore();
    await world.settle(30_000);
    expect(world.texts(team).slice(20)).toEqual(numbers(21, 45));
    expect(world.texts(team)[19]).toBe('changed');
  });

  it('receipts that came meanwhile are asked for', async () => {
    const world = await createDeafWorld({ sdk });
    const { store } = world;
    await world.finish(store.actions.messages.load(team), 100);
    const { finished } = store.actions.messages.sendText(team, 'hello', { needReadReceipt: true });
    const sent = await world.finish(finished, 100);
    store.actions.messages.show(team);
    world.server.network('me').cut();
    await world.settle(20_000);
    world.server.sendReceipt('alice', sent.ID);
    await reconnect(world);
    expect(selectReadReceipt(store.getState(), sent.ID)).toMatchObject({ readCount: 1 });
  });

  it('all that was missed is read, though a message came before that began', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 60);
    world.server.network('me').restore();
    await world.settle(1000);
    world.hear(true);
    world.write('team', 81, 1);
    await world.settle(20_000);
    expect(world.texts(team)).toEqual(numbers(1, 81));
    expect(gapsOf(world, team)).toEqual([]);
  });

  it('what could not be read then is read when it is shown', async () => {
    const world = await createOfflineWorld();
    world.write('team', 21, 10);
    const { getMessageListHopping } = world.calls;
    world.server.failNext('getMessageListHopping', { code: 10010 });
    world.server.network('me').restore();
    await world.settle(3500);
    expect(world.calls.getMessageListHopping).toBe(getMessageListHopping + 1);
    world.server.failNext('getMessageListHopping', { code: 10010 });
    await world.settle(20_000);
    expect(world.texts(team)).toEqual(numbers(1, 20));
    world.store.actions.messages.show(team);
    await world.settle(1000);
    expect(world.texts(team)).toEqual(numbers(1, 30));
  });

  it('nothing is read of what was never loaded', async () => {
    const world = await createDeafWorld({ sdk }, (_, write) => write('team', 1, 20));
    world.server.network('me').cut();
    await world.settle(20_000);
    await reconnect(world);
    expect(world.calls).toEqual({ getMessageList: 0, getMessageListHopping: 0 });
  });
});
