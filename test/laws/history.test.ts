import fc from 'fast-check';
import type { ConversationID } from 'tim-reactive';
import { c2cID, EVENT, groupID, selectHistory, selectTimeline } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { OPEN_END } from '../../src/shared/ranges.ts';
import type { World } from '../world.ts';
import { createWorld } from '../world.ts';

/** What may happen to a conversation; each step is followed by a pause of the clock, so that loads overlap. */
const step = fc.record({
  what: fc.constantFrom(
    'write',
    'write',
    'lose',
    'hear',
    'load',
    'loadOlder',
    'loadOlder',
    'loadAround',
    'loadAround',
    'loadGap',
    'loadGap',
    'evict',
    'cut',
    'restore',
  ),
  count: fc.integer({ min: 1, max: 40 }),
  where: fc.integer({ min: 0, max: 99 }),
  pause: fc.constantFrom(0, 0, 30, 120, 4000),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const scenario = fc.record({
  flavour: fc.constantFrom('2.x' as const, '3.x' as const),
  isGroup: fc.boolean(),
  /** Whether some sequences of the group are of messages that nobody may see. */
  hasHidden: fc.boolean(),
  isBounded: fc.boolean(),
  before: fc.integer({ min: 0, max: 70 }),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

interface Written {
  readonly text: string;
  readonly place: number;
}

const START = 1_759_990_000;

/** The store beside what the server really has. */
interface Model {
  readonly world: World;
  readonly id: ConversationID;
  /** What can be read of the server, in its order. */
  readonly truth: () => readonly Written[];
  readonly take: (step: Step) => void;
  readonly hear: () => void;
}

async function createModel({ flavour, isGroup, hasHidden, isBounded, before }: Scenario): Promise<Model> {
  let hearAgain: (() => void) | undefined;
  const written: Written[] = [];
  const isHidden = (sequence: number): boolean => isGroup && hasHidden && sequence % 7 < 2;
  const shown = <T extends { readonly sequence: number }>(list: readonly T[]): readonly T[] =>
    list.filter(({ sequence }) => !isHidden(sequence));
  const wrap = (sdk: MemorySdk): MemorySdk => ({
    ...sdk,
    on: (name, handler, ...rest) =>
      sdk.on(
        name,
        (event) => {
          const { data } = event as { readonly data?: unknown };
          if (name !== EVENT.MESSAGE_RECEIVED || !Array.isArray(data)) handler(event);
          else handler({ ...event, data: shown(data) });
        },
        ...rest,
      ),
    getMessageList: async (page) => {
      const answer = await sdk.getMessageList(page);
      return { ...answer, data: { ...answer.data, messageList: shown(answer.data.messageList) } };
    },
    getMessageListHopping: async (page) => {
      const answer = await sdk.getMessageListHopping(page);
      return { ...answer, data: { ...answer.data, messageList: shown(answer.data.messageList) } };
    },
  });
  const world = createWorld({
    wrap,
    sdk: { flavour },
    server: { latency: 50 },
    store: isBounded ? { retention: { messages: 25, conversations: 1 } } : {},
  });
  const { server, store } = world;
  const id = isGroup ? groupID('team') : c2cID('alice');
  let number = 0;
  const write = (count: number): void => {
    for (let left = count; left > 0; left--) {
      number += 1;
      // Three in each second.
      const time = START + Math.floor(number / 3);
      const message = server.sendText({
        from: 'alice',
        to: isGroup ? 'team' : 'me',
        text: `${number}`,
        time,
      });
      const place = isGroup ? message.sequence : message.time;
      if (!isHidden(message.sequence)) written.push({ text: `${number}`, place });
    }
  };
  write(before);
  await world.login();
  const { messages } = store.actions;
  const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
  const hear = (): void => {
    hearAgain?.();
    hearAgain = undefined;
  };
  const take = ({ what, count, where }: Step): void => {
    const { gaps } = selectTimeline(store.getState(), id);
    const gap = gaps[where % Math.max(1, gaps.length)];
    const target = written[where % Math.max(1, written.length)];
    if (what === 'write') write(count);
    // On the way to the SDK: of what it has, it tells.
    if (what === 'lose' && isGroup)
      hearAgain ??= server.faults.pushes({ kind: 'drop' }, { userID: 'me', times: Infinity });
    if (what === 'hear') hear();
    if (what === 'load') quietly(messages.load(id));
    if (what === 'loadOlder') quietly(messages.loadOlder(id));
    if (what === 'loadAround' && target !== undefined)
      quietly(messages.loadAround(id, isGroup ? { sequence: target.place } : { time: target.place }));
    if (what === 'loadGap' && gap !== undefined)
      quietly(messages.loadGap(id, gap, { from: where % 2 === 0 ? 'newer' : 'older' }));
    if (what === 'evict') quietly(messages.load(c2cID('bob')));
    if (what === 'cut') server.network('me').cut();
    if (what === 'restore') server.network('me').restore();
  };
  return { world, id, truth: () => written, take, hear };
}

/** What of the store is not as it says: nothing, if all is well. */
function lies({ world, id, truth }: Model, isAtRest: boolean): readonly unknown[] {
  const { covered, gaps } = selectTimeline(world.store.getState(), id);
  const texts = world.texts(id);
  const all = truth();
  const order = all.map(({ text }) => text);
  const isGroup = id.startsWith('GROUP');
  const shown = new Set(texts);
  const isInOrder = texts.join() === order.filter((text) => shown.has(text)).join();
  const newest = world.server.truth.messages('me', id).at(-1)?.sequence ?? 0;
  const foreseen = covered.filter(({ to }) => isGroup && to < OPEN_END && to > newest);
  const found = [...(isInOrder ? [] : [{ texts, order }]), ...foreseen];
  // Of C2C what is on its way at this moment is taken to be there.
  if (!isGroup && !isAtRest) return found;
  const isCovered = (place: number): boolean => covered.some(({ from, to }) => from <= place && place <= to);
  const missing = all.filter(({ text, place }) => isCovered(place) && !shown.has(text));
  // Where two rows stand side by side without a gap, nothing is between them.
  const places = new Map(all.map(({ text, place }) => [text, place]));
  const placeOf = (text: string | undefined): number => places.get(text ?? '') ?? Number.NaN;
  const torn = texts.slice(1).filter((text, index) => {
    const before = texts[index];
    const isNext = order[order.indexOf(text) - 1] === before;
    return !isNext && !gaps.some(({ from, to }) => from <= placeOf(text) && to >= placeOf(before));
  });
  const { isCompleted } = selectHistory(world.store.getState(), id);
  const isTooEarly = isCompleted && texts[0] !== order[0] && texts.length > 0;
  return [...found, ...missing, ...torn, ...(isTooEarly ? ['not completed'] : [])];
}

describe('G8: history is what the server has', () => {
  it('what is covered is really there, what is not is a gap or older, nothing stands twice, and all can be had', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const model = await createModel(given);
        const { world, id, take, truth, hear } = model;
        const { store, settle, finish } = world;
        for (const next of given.steps) {
          take(next);
          await settle(next.pause);
          expect(lies(model, false)).toEqual([]);
        }
        world.server.network('me').restore();
        await settle(60_000);
        expect(lies(model, true)).toEqual([]);
        // All the rest can be had, by a bounded number of calls.
        const { messages } = store.actions;
        messages.show(id);
        hear();
        take({ what: 'write', count: 8, where: 0, pause: 0 });
        await settle(1000);
        await finish(messages.load(id), 1000);
        for (let calls = 0; calls < 200; calls++) {
          const gap = selectTimeline(store.getState(), id).gaps.at(-1);
          if (gap !== undefined)
            await finish(messages.loadGap(id, gap, { from: calls % 2 === 0 ? 'newer' : 'older' }), 200);
          else if (selectHistory(store.getState(), id).isCompleted) break;
          else await finish(messages.loadOlder(id), 200);
        }
        await settle(1000);
        expect(world.texts(id)).toEqual(truth().map(({ text }) => text));
        expect(selectHistory(store.getState(), id).isCompleted).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
