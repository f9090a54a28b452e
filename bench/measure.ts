import type { CreateDriver, Driver, RawConversation, RawMessage, World } from './driver.ts';
import { rawConversation, rawMessage } from './raw-data.ts';

/** What is measured: one operation of a driver, on a world of one size. */
export interface Job {
  readonly library: string;
  readonly operation: Operation;
  /** How many messages are loaded, for `burst` in all conversations together; for `list`, how many conversations there are; for `page`, how many are paged through. */
  readonly size: number;
  /** How many conversations there are; 50 if left out. */
  readonly conversations?: number;
  readonly isGroup?: boolean;
}

/** An operation of a driver; `page` is all of `loadOlder`, down to the first message. */
export type Operation = 'append' | 'insert' | 'update' | 'prepend' | 'burst' | 'list' | 'page';

/** What came of a job. */
export interface Measured extends Job {
  /** Microseconds of CPU an operation, the collector's in them: the median of the blocks, after warming up. A burst and a `page` are one operation. */
  readonly us: number;
}

/** The first number of what is loaded: what is older, and what comes late, has numbers as well. */
const FIRST = 1_000_000;
/** The n-th message: between two of them there is room for one that comes late, but in groups, where that would be a gap. */
const nth = (n: number, isGroup = false): number => FIRST + (isGroup ? n : 2 * n);
const WINDOW = 50;
const BURST = 1000;
const BURST_CONVERSATIONS = 50;

/** Enough for the machine code to be there: the same for every library and size, but for those that are too slow. */
const WARM_OPERATIONS = 4000;
const WARM_MS = 2500;
const BLOCKS = 25;
/** From here on one world is enough for all blocks. */
const LARGE = 10_000;
const BLOCKS_MS = 2500;

/** Runs one job in this process. */
export async function measure(job: Job): Promise<Measured> {
  const { createDriver } = (await import(`./libraries/${job.library}.ts`)) as { createDriver: CreateDriver };
  const isLong = job.operation === 'page' || job.operation === 'burst';
  const warm = { ...job, size: Math.min(job.size, 1000) };
  await take(blocksOf(createDriver, warm), isLong ? 100 : WARM_OPERATIONS / blockSize(warm), WARM_MS);
  return { ...job, us: median(await take(blocksOf(createDriver, job), BLOCKS, BLOCKS_MS)) };
}

/** So many blocks, or those that are begun in this time, but three at least. */
async function take(blocks: AsyncIterable<number>, most: number, ms: number): Promise<readonly number[]> {
  const taken: number[] = [];
  const start = performance.now();
  for await (const block of blocks) {
    taken.push(block);
    if (taken.length >= most || (taken.length >= 3 && performance.now() - start > ms)) break;
  }
  return taken;
}

/** How many operations follow one another without a look at the clock. */
function blockSize({ operation, size }: Job): number {
  if (operation === 'page' || operation === 'burst') return 1;
  return operation === 'list'
    ? 10
    : size < LARGE
      ? Math.max(20, size / 10)
      : Math.min(200, size / (10 * BLOCKS));
}

/** How many are done in one world: what is loaded in it grows by a tenth at most, where that is enough for a block. */
function operationsOf(job: Job): number {
  const { operation, size } = job;
  if (operation === 'page') return 1;
  return operation === 'burst'
    ? 5
    : operation === 'list'
      ? 50
      : Math.max(blockSize(job), Math.min(5000, size / 10));
}

/**
 * The last world: with the last object of a shape, V8 lets go of the machine code that was made for that shape, as no
 * application that is running would make it do.
 */
const kept: unknown[] = [];

/** Microseconds an operation, block by block, in one world after the other. */
async function* blocksOf(createDriver: CreateDriver, job: Job): AsyncGenerator<number> {
  const { operation, size, library } = job;
  for (;;) {
    let looks = 0;
    let seen: unknown;
    const world = worldOf(job, (length, at) => {
      looks += 1;
      for (let index = Math.max(0, length - WINDOW); index < length; index++) seen = at(index);
    });
    const driver = await createDriver(world);
    if (operation === 'burst') for (const step of stepsOf(job, world, driver, size / BURST, 0)) await step();
    const steps = stepsOf(job, world, driver, operationsOf(job));
    // Making so many messages sets off collections, which would go on while it is measured.
    if (size >= LARGE) globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20)); // what a login leaves to be done
    kept.splice(0, kept.length, driver, world);
    try {
      for (let at = 0; at < steps.length; at += blockSize(job)) {
        const block = steps.slice(at, at + blockSize(job));
        const before = looks;
        const us = await run(block);
        if (looks === before && !isOutOfSight(job))
          throw new Error(`${library}: nobody was told of ${operation}`);
        if (seen === undefined && size > 0) throw new Error(`${library}: nothing was read`);
        yield us;
      }
    } finally {
      driver.dispose?.(); // also when no more blocks are wanted
    }
  }
}

/** What looking at the clock costs by itself, in microseconds: a block's worth beside an operation of less than one. */
let looking = 0;
looking = median(await Promise.all(Array.from({ length: 1000 }, () => run([() => undefined]))));

/** Microseconds of CPU a step. What is slow need not be repeated as often. */
async function run(steps: readonly Step[]): Promise<number> {
  const start = performance.now();
  const used = process.cpuUsage();
  let done = 0;
  for (const step of steps) {
    const answer = step();
    if (answer !== undefined) await answer;
    done += 1;
    if (done >= 5 && performance.now() - start > 400) break;
  }
  const { user, system } = process.cpuUsage(used);
  return Math.max(0, user + system - looking) / done;
}

/** A live query of the last 50 is not told of what happens above them. */
function isOutOfSight({ library, operation }: Job): boolean {
  return library === 'tanstack-db' && ['insert', 'update', 'prepend'].includes(operation);
}

function worldOf({ operation, size, conversations = 50, isGroup = false }: Job, look: World['look']): World {
  const open = isGroup ? 'GROUPgroup0' : 'C2Cuser0';
  const count =
    operation === 'list' ? size : Math.max(conversations, operation === 'burst' ? BURST_CONVERSATIONS : 0);
  const loaded = operation === 'list' || operation === 'page' || operation === 'burst' ? 15 : size;
  return {
    open,
    look,
    loaded: Array.from({ length: loaded }, (_, i) => rawMessage(nth(i, isGroup), { conversationID: open })),
    older:
      operation === 'page'
        ? Array.from({ length: size }, (_, i) => rawMessage(FIRST - size + i, { conversationID: open }))
        : [],
    conversations: Array.from({ length: count }, (_, i) =>
      rawConversation(i, i === 0 ? open : i % 4 === 0 && operation === 'list' ? `GROUPgroup${i}` : undefined),
    ),
  };
}

type Step = () => Promise<void> | void;

/** What is done, with all that it needs made before. */
function stepsOf(
  { operation, size, isGroup }: Job,
  world: World,
  driver: Driver,
  count: number,
  from = size,
): readonly Step[] {
  const conversationID = world.open;
  const middle = FIRST + 2 * Math.floor(size / 2) + 1;
  const steps = (step: (i: number) => Step): readonly Step[] =>
    Array.from({ length: count }, (_, i) => step(i));
  const each = (
    name: 'append' | 'insert' | 'update',
    message: (i: number) => RawMessage,
  ): readonly Step[] => {
    const act = required(driver, name);
    return steps((i) => {
      const given = message(i);
      return () => act(given);
    });
  };
  switch (operation) {
    case 'append':
      return each('append', (i) => rawMessage(nth(from + i, isGroup), { conversationID }));
    case 'insert':
      // Scattered over the newer half.
      return each('insert', (i) =>
        rawMessage(middle + 2 * ((i * 7919) % Math.max(1, Math.floor(size / 2))), { conversationID }),
      );
    case 'update':
      return each('update', (i) => ({
        ...rawMessage(nth((i * 7919) % size), { conversationID }),
        isRevoked: true,
      }));
    case 'prepend': {
      const act = required(driver, 'prepend');
      return steps((i) => {
        const page = Array.from({ length: 15 }, (_, j) =>
          rawMessage(FIRST - 15 * (i + 1) + j, { conversationID }),
        );
        return () => act(page);
      });
    }
    case 'burst': {
      const act = required(driver, 'burst');
      return steps((i) => {
        const messages = Array.from({ length: BURST }, (_, j) => {
          const { conversationID: ID = '' } = world.conversations[j % BURST_CONVERSATIONS] ?? {};
          return rawMessage(nth(from + i * BURST + j), { conversationID: ID });
        });
        return () => act(messages);
      });
    }
    case 'list': {
      const act = required(driver, 'list');
      const rows = world.conversations as RawConversation[];
      return steps((i) => () => {
        const row = rows[(i * 7919) % rows.length];
        if (row !== undefined) row.unreadCount += 1; // in place, as the SDK does
        return act([...rows]);
      });
    }
    case 'page': {
      const act = required(driver, 'loadOlder');
      return [
        async () => {
          for (let loaded = 0; loaded < size; loaded += 15) await act();
        },
      ];
    }
  }
}

function required<K extends keyof Driver>(driver: Driver, name: K): NonNullable<Driver[K]> {
  const act = driver[name];
  if (act === undefined) throw new Error(`it cannot ${name}`);
  return act;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
