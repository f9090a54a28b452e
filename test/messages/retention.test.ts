import { c2cID, createTimStore, groupID, selectHistory, selectMessage, selectTimeline } from 'tim-reactive';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';

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

  it('drops nothing that is on screen, on its way or failed', async () => {
    const world = await createReadyWorld({ store: { retention: { messages: 20 } } });
    const { messages } = world.store.actions;
    await write(world, 'team', 1, 10);
    const oldest = selectTimeline(world.store.getState(), team).at(4);
    const hide = messages.show(team, () => oldest?.ID);
    world.server.failNext('sendMessage', { code: 10017 });
    const { ID, finished } = messages.sendText(team, 'refused');
    await expect(world.finish(finished, 100)).rejects.toMatchObject({ sdkCode: 10017 });
    await write(world, 'team', 11, 60);
    expect(world.texts(team)[0]).toBe('5');
    expect(selectMessage(world.store.getState(), ID)?.status).toBe('fail');
    hide();
    await write(world, 'team', 71, 1);
    expect(world.texts(team).length).toBeLessThanOrEqual(21);
    expect(selectMessage(world.store.getState(), ID)?.status).toBe('fail');
  });

  it('refuses bounds that are too low', () => {
    const sdk = createMemoryServer().createSdk();
    expect(() => createTimStore({ sdk, retention: { messages: 3 } })).toThrow('at least 20');
    expect(() => createTimStore({ sdk, retention: { conversations: 0 } })).toThrow('at least 1');
  });
});

describe('retention.conversations', () => {
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
