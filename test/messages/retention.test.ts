import type { Message, StoreEvent, Timeline } from 'tim-reactive';
import {
  c2cID,
  createTimStore,
  groupID,
  selectHistory,
  selectMessage,
  selectPinnedMessages,
  selectTimeline,
} from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';
import { messageOf } from './arbitrary-messages.ts';

const team = groupID('team');
const alice = c2cID('alice');

const write = async (world: World, to: string, first: number, count: number): Promise<void> => {
  for (let number = first; number < first + count; number++)
    world.server.sendText({ from: 'alice', to, text: `${number}` });
  await world.settle(100);
};

const numbers = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${first + index}`);

describe('retention.messages', () => {
  it('keeps the newest messages of a conversation', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 50 } } });
    await write(world, 'team', 1, 200);
    const texts = world.texts(team);
    expect(texts.length).toBeLessThanOrEqual(50);
    expect(texts.length).toBeGreaterThanOrEqual(45);
    expect(texts.at(-1)).toBe('200');
  });

  it('lets what was dropped page in again', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 50 } } });
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    await write(world, 'team', 1, 60);
    expect(selectHistory(world.store.getState(), team).isCompleted).toBe(false);
    messages.show(team);
    for (let pages = 0; pages < 10; pages++) await world.finish(messages.loadOlder(team), 100);
    expect(world.texts(team)).toEqual(numbers(1, 60));
    expect(selectTimeline(world.store.getState(), team).gaps).toEqual([]);
  });

  it('keeps the numbers of the rows that stay', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 50 } } });
    await write(world, 'team', 1, 40);
    const numberOf = (ID: string): number => {
      const timeline = selectTimeline(world.store.getState(), team);
      return timeline.firstIndex + timeline.indexOf(ID);
    };
    const row = selectTimeline(world.store.getState(), team).at(-1);
    const before = numberOf(row?.ID ?? '');
    await write(world, 'team', 41, 30);
    expect(world.texts(team).length).toBeLessThan(70);
    expect(numberOf(row?.ID ?? '')).toBe(before);
  });

  it('drops nothing that is on screen, on its way or failed, nor the page above the screen', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 20 } } });
    const { messages } = world.store.actions;
    const hideAll = messages.show(team);
    await write(world, 'team', 1, 70);
    expect(world.texts(team)[0]).toBe('1');
    const oldest = selectTimeline(world.store.getState(), team).at(49);
    const hide = messages.show(team, () => oldest?.ID);
    hideAll();
    world.server.failNext('sendMessage', { code: 10017 });
    const { ID, finished } = messages.sendText(team, 'refused');
    await expect(world.finish(finished, 100)).rejects.toMatchObject({ sdkCode: 10017 });
    await write(world, 'team', 71, 60);
    const [first] = world.texts(team);
    expect(Number(first)).toBeGreaterThan(1);
    expect(Number(first)).toBeLessThanOrEqual(50 - 15);
    expect(selectMessage(world.store.getState(), ID)?.status).toBe('fail');
    hide();
    await write(world, 'team', 131, 1);
    expect(world.texts(team).length).toBeLessThanOrEqual(21);
    expect(selectMessage(world.store.getState(), ID)?.status).toBe('fail');
  });

  it('drops no page that was just loaded, until something else happens', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 20 } } });
    const { messages } = world.store.actions;
    for (let number = 1; number <= 60; number++)
      world.server.sendText({ from: 'alice', to: 'me', text: `${number}`, time: 1_759_990_000 + number });
    await world.finish(messages.load(alice), 100);
    const found = await world.finish(messages.loadAround(alice, { time: 1_759_990_003 }), 100);
    expect(found).toMatchObject({ payload: { text: '3' } });
    while (!selectHistory(world.store.getState(), alice).isCompleted)
      await world.finish(messages.loadOlder(alice), 100);
    await write(world, 'me', 61, 1);
    expect(world.texts(alice).length).toBeLessThanOrEqual(20);
    expect(world.texts(alice).at(-1)).toBe('61');
  });

  it('refuses bounds that are too low', () => {
    const sdk = createMemoryServer().createSdk();
    expect(() => createTimStore({ sdk, retention: { messages: 3 } })).toThrow('at least 20');
    expect(() => createTimStore({ sdk, retention: { conversations: 0 } })).toThrow('at least 1');
  });
});

describe('retention.conversations', () => {
  it.each(['microtask', 'frame'] as const)(
    'holds after a burst over many, committed by the %s',
    async (flush) => {
      const world = await createReadyWorld({ store: { flush, retention: { conversations: 5 } } });
      const users = Array.from({ length: 40 }, (_, number) => `user${number}`);
      for (const user of users) world.server.addUser(user);
      for (const from of users) world.server.sendText({ from, to: 'me', text: 'hello' });
      await world.settle(1000);
      const { timelines } = world.store.getState().messages;
      expect(timelines.size).toBeLessThanOrEqual(5);
      expect(timelines.get('C2Cuser39')?.length).toBe(1);
    },
  );

  it('drops no conversation of which a page is on its way', async () => {
    const world = await createReadyWorld({
      server: { latency: 50 },
      store: { retention: { conversations: 1 } },
    });
    const { messages } = world.store.actions;
    for (let number = 1; number <= 60; number++)
      world.server.sendText({ from: 'alice', to: 'me', text: `${number}`, time: 1_759_990_000 + number });
    await world.finish(messages.load(alice), 1000);
    const bob = messages.load(c2cID('bob'));
    await world.settle(20);
    const older = messages.loadOlder(alice);
    await world.finish(Promise.all([older, bob]), 1000);
    expect(world.texts(alice)).toEqual(numbers(1, 60));
  });

  it('takes no word of the SDK for what was dropped, where something older came late', async () => {
    let isLate = false;
    const late = (sdk: MemorySdk): MemorySdk => ({
      ...sdk,
      getMessageList: async (page) => {
        const answer = await sdk.getMessageList(page);
        const { messageList } = answer.data;
        // As it holds them, in the order of arrival: the third came behind all that was dropped.
        const rest = messageList.filter(({ payload: { text } }) => Number(text) > 15);
        const third = messageList.filter(({ payload: { text } }) => text === '3');
        return isLate ? { ...answer, data: { ...answer.data, messageList: [...third, ...rest] } } : answer;
      },
    });
    const world = await createReadyWorld({ wrap: late, store: { retention: { conversations: 1 } } });
    const { messages } = world.store.actions;
    for (let number = 1; number <= 15; number++)
      world.server.sendText({ from: 'alice', to: 'me', text: `${number}`, time: 1_759_990_000 + number });
    await world.finish(messages.load(alice), 100);
    await world.finish(messages.load(c2cID('bob')), 100);
    isLate = true;
    for (let number = 16; number <= 17; number++)
      world.server.sendText({ from: 'alice', to: 'me', text: `${number}`, time: 1_759_990_000 + number });
    await world.finish(messages.load(alice), 100);
    while (!selectHistory(world.store.getState(), alice).isCompleted)
      await world.finish(messages.loadOlder(alice), 100);
    expect(world.texts(alice)).toEqual(numbers(1, 17));
  });

  it('takes no word of the SDK for the beginning of a group that was dropped', async () => {
    const world = await createReadyWorld({ store: { retention: { conversations: 1 } } });
    const { messages } = world.store.actions;
    await world.finish(messages.load(team), 100);
    await world.finish(messages.load(c2cID('bob')), 100);
    const hear = world.server.faults.pushes({ kind: 'drop' }, { userID: 'me', times: Infinity });
    await write(world, 'team', 1, 3);
    hear();
    await write(world, 'team', 4, 2);
    await world.finish(messages.load(team), 100);
    expect(selectHistory(world.store.getState(), team).isCompleted).toBe(false);
    await world.finish(messages.loadOlder(team), 100);
    expect(world.texts(team)).toEqual(numbers(1, 5));
    expect(selectHistory(world.store.getState(), team).isCompleted).toBe(true);
  });

  it('drops the messages of the conversations used least recently, which load again', async () => {
    const world = await createReadyWorld({ store: { retention: { conversations: 2 } } });
    const { messages } = world.store.actions;
    const has = (): readonly boolean[] =>
      [alice, c2cID('bob'), team].map((id) => selectTimeline(world.store.getState(), id).length > 0);
    world.server.sendText({ from: 'alice', to: 'me', text: 'a' });
    world.server.sendText({ from: 'bob', to: 'me', text: 'b' });
    await world.finish(messages.load(alice), 100);
    await world.finish(messages.load(c2cID('bob')), 100);
    expect(has()).toEqual([true, true, false]);
    const hide = messages.show(alice);
    await world.finish(messages.load(team), 100);
    await write(world, 'team', 1, 1);
    expect(has()).toEqual([true, false, true]);
    hide();
    await world.finish(messages.load(c2cID('bob')), 100);
    expect(selectTimeline(world.store.getState(), c2cID('bob')).length).toBe(1);
  });
});

describe('messagesDropped', () => {
  const options = { isPartial: false, clearOnKick: false };
  const at = (time: number, sequence = time): Message => messageOf({ time, sequence });
  const dropped = (most: number): StoreEvent => ({ type: 'messagesDropped', conversationID: alice, most });
  const after = (...events: readonly StoreEvent[]): Timeline =>
    selectTimeline(reduce(initialState(), events, options), alice);
  const jump = (
    messages: readonly Message[],
    covered = [{ from: 0, to: 4 }],
    generation = 0,
  ): StoreEvent => ({
    type: 'historyLoaded',
    conversationID: alice,
    task: 'gap',
    generation,
    messages,
    covered,
    isAssumed: true,
  });
  const live = (...data: readonly Message[]): StoreEvent => ({ type: 'MESSAGE_RECEIVED', data });

  it('leaves no rows as neighbours that a gap stood between', () => {
    const events = [jump([at(3), at(4), at(5, 1)]), live(at(5, 3), at(6), at(7), at(8))];
    expect(after(...events).gaps).toMatchObject([{ from: 5, to: 5 }]);
    expect([...after(...events, dropped(6))].map(({ time }) => time)).toEqual([6, 7, 8]);
  });

  it('forgets every ID of what was dropped, and what is known beside it', () => {
    const [gone, kept] = [at(1), at(2)];
    const receipts = (messageID: string): StoreEvent => ({
      type: 'MESSAGE_READ_RECEIPT_RECEIVED',
      data: [{ messageID, isPeerRead: true, readCount: 0, unreadCount: undefined }],
    });
    const events = [receipts('again'), live(gone), live({ ...gone, ID: 'again' }), live(kept)];
    const state = reduce(initialState(), [...events, receipts(gone.ID)], options);
    expect([state.messages.index.size, state.messages.receipts.size]).toEqual([3, 2]);
    const { messages } = reduce(state, [dropped(1)], options);
    expect([messages.index.size, messages.receipts.size]).toEqual([1, 0]);
    expect(messages.index.get('again')).toBeUndefined();
  });

  it('knows a message that comes under ever new IDs by the last of them', () => {
    const again = Array.from({ length: 100 }, (_, index) => live({ ...at(1), ID: `again${index}` }));
    const { index } = reduce(initialState(), [live(at(1)), ...again], options).messages;
    expect(index.size).toBe(11);
    for (const ID of [at(1).ID, 'again99', 'again90']) expect(index.get(ID)?.ID).toBe(at(1).ID);
  });

  it('forgets what was deleted before what is left, and with a conversation all of that', () => {
    const rows = Array.from({ length: 10 }, (_, index) => at(index + 1));
    const deleted: StoreEvent = { type: 'messagesDeleted', messages: rows.slice(0, 8) };
    const sizes = (...events: readonly StoreEvent[]): number =>
      reduce(initialState(), events, options).messages.index.size;
    const events = [live(...rows), live(at(11)), deleted];
    expect(sizes(...events)).toBe(11);
    expect(sizes(...events, dropped(2))).toBe(2);
    expect(sizes(...events, dropped(0))).toBe(0);
    expect(sizes(...events, { type: 'historyCleared', conversationIDs: [alice] })).toBe(0);
  });

  it('remembers the last thousand messages that were deleted', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => at(index + 1));
    const events: StoreEvent[] = [live(...rows), { type: 'messagesDeleted', messages: rows }, live(at(2000))];
    const { messages } = reduce(initialState(), events, options);
    expect(messages.index.size).toBe(1001);
    expect([
      ...selectTimeline(reduce(initialState(), [...events, live(at(1400))], options), alice),
    ]).toHaveLength(1);
  });

  it('leaves to its page what is told late of the time of what was dropped', () => {
    const events = [live(at(3), at(4), at(5)), dropped(0)];
    const timeline = after(...events, live(at(1), at(5, 1), at(6)));
    const own: Message = { ...at(1), status: 'sending' };
    expect([...after(...events, { type: 'sendStarted', message: own })]).toEqual([own]);
    expect([...timeline].map(({ time }) => time)).toEqual([5, 6]);
    expect(timeline.covered[0]?.from).toBe(6);
    const page = jump([at(3)], [{ from: 2, to: 5 }], 1);
    expect([...after(...events, page, live(at(4)))].map(({ time }) => time)).toEqual([3, 4]);
  });
});

describe('what is pinned', () => {
  it('can be unpinned, however much has come since and gone', async () => {
    const world = await createReadyWorld({
      wrap: (sdk) => ({ ...sdk, findMessage: () => null }),
      store: { retention: { messages: 20 } },
    });
    const { server, store, finish, settle } = world;
    const { messages } = store.actions;
    server.group('team').setRole('me', 'Admin');
    await write(world, 'team', 1, 1);
    const ID = selectTimeline(store.getState(), team).at(-1)?.ID ?? '';
    await finish(messages.pin(ID, true), 100);
    await finish(messages.getPinned('team'), 100);
    for (let first = 2; first < 1300; first += 50) await write(world, 'team', first, 50);
    expect(selectMessage(store.getState(), ID)).toBeUndefined();
    await finish(messages.pin(ID, false), 100);
    await settle(100);
    expect(selectPinnedMessages(store.getState(), 'team')).toEqual([]);
  });
});

describe('what was deleted', () => {
  it('stays away though a thousand newer ones were deleted before it', () => {
    const all = Array.from({ length: 1001 }, (_, index) =>
      messageOf({ time: index + 1, sequence: index + 1, random: 1 }),
    );
    const received: StoreEvent = { type: 'MESSAGE_RECEIVED', data: all };
    const events: readonly StoreEvent[] = [
      received,
      { type: 'messagesDeleted', messages: all.slice(1) },
      { type: 'messagesDeleted', messages: all.slice(0, 1) },
      { type: 'MESSAGE_RECEIVED', data: all.slice(0, 1) },
    ];
    const state = reduce(initialState(), events, { isPartial: false, clearOnKick: false });
    expect(selectTimeline(state, alice).length).toBe(0);
  });
});
