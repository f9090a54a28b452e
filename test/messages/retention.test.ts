import type { Message, StoreEvent, Timeline } from 'tim-reactive';
import { c2cID, createTimStore, groupID, selectHistory, selectMessage, selectTimeline } from 'tim-reactive';
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
  const jump = (...messages: readonly Message[]): StoreEvent => ({
    type: 'historyLoaded',
    conversationID: alice,
    task: 'gap',
    generation: 0,
    messages,
    covered: [{ from: 0, to: 4 }],
    isAssumed: true,
  });
  const live = (...data: readonly Message[]): StoreEvent => ({ type: 'MESSAGE_RECEIVED', data });

  it('leaves no rows as neighbours that a gap stood between', () => {
    const events = [jump(at(3), at(4), at(5, 1)), live(at(5, 3), at(6), at(7), at(8))];
    expect(after(...events).gaps).toMatchObject([{ from: 5, to: 5 }]);
    expect([...after(...events, dropped(6))].map(({ time }) => time)).toEqual([6, 7, 8]);
  });

  it('claims nothing of what was dropped when something older is told late', () => {
    const events = [live(at(3), at(4), at(5)), dropped(0)];
    expect(after(...events, live(at(1))).covered[0]?.from).toBe(6);
  });
});
