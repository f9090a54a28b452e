import { createManualClock } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTurns, inChunks } from '../../src/shared/in-chunks.ts';
import { TimStoreError } from '../../src/shared/tim-store-error.ts';

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index}`);
const options = { operation: 'count', size: 3 };

/** A call that refuses when it is given this item. */
const refusing = (refused: string) => async (chunk: readonly string[]) => {
  if (chunk.includes(refused)) throw new TimStoreError('TIMEOUT', 'unable to count; nobody answered');
  return chunk;
};

describe('inChunks', () => {
  it('makes one call for each chunk, in order, and answers all answers', async () => {
    const calls: (readonly string[])[] = [];
    const call = async (chunk: readonly string[]): Promise<number> => calls.push(chunk);
    expect(await inChunks(numbers(7), options, call)).toEqual([1, 2, 3]);
    expect(calls).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']]);
  });

  it('makes no call for no items', async () => {
    expect(await inChunks([], options, refusing('0'))).toEqual([]);
  });

  it('puts together only what has the same in common', async () => {
    const by = (item: string): string => item.charAt(0);
    const items = ['a1', 'b1', 'a2', 'a3', 'b2'];
    const answers = await inChunks(items, { operation: 'x', size: 2, by }, async (chunk) => chunk.join());
    expect(answers).toEqual(['a1,a2', 'b1,b2', 'a3']);
  });

  it('stops at the first failure, and says what was done and what remains', async () => {
    const error: unknown = await inChunks(numbers(7), options, refusing('4')).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: 'PARTIAL',
      done: ['0', '1', '2'],
      remaining: ['3', '4', '5', '6'],
      retryable: true,
      cause: { code: 'TIMEOUT' },
      message: 'unable to count; 3 of 7 went through, then: unable to count; nobody answered',
    });
  });

  it('rejects with the failure itself where there is but one chunk', async () => {
    await expect(inChunks(numbers(3), options, refusing('1'))).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('waits between two calls, on the clock', async () => {
    const clock = createManualClock();
    const times: number[] = [];
    const start = clock.now();
    const done = inChunks(numbers(5), { ...options, size: 2, turn: createTurns(clock, 1000) }, async () =>
      times.push(clock.now() - start),
    );
    await clock.advance(999);
    expect(times).toEqual([0]);
    await clock.advance(2000);
    await done;
    expect(times).toEqual([0, 1000, 2000]);
  });

  it('is ended by its signal while it waits, and makes no other call', async () => {
    const clock = createManualClock();
    const controller = new AbortController();
    let calls = 0;
    const done = inChunks(
      numbers(5),
      { ...options, turn: createTurns(clock, 1000), signal: controller.signal },
      async () => (calls += 1),
    );
    done.catch(() => undefined);
    await clock.advance(500);
    controller.abort();
    await expect(done).rejects.toMatchObject({
      code: 'PARTIAL',
      remaining: ['3', '4'],
      cause: { code: 'ABORTED' },
    });
    await clock.advance(5000);
    expect(calls).toBe(1);
  });

  it('makes no call at all for a signal that was aborted before', async () => {
    const signal = AbortSignal.abort();
    let calls = 0;
    const done = inChunks(numbers(5), { ...options, signal }, async () => (calls += 1));
    await expect(done).rejects.toMatchObject({ code: 'ABORTED', remaining: [] });
    expect(calls).toBe(0);
  });
});

describe('createTurns', () => {
  it('hands out one turn in so many milliseconds, to whoever asked first', async () => {
    const clock = createManualClock();
    const turn = createTurns(clock, 1000);
    const start = clock.now();
    const times: number[] = [];
    const take = async (): Promise<void> => {
      await turn(undefined);
      times.push(clock.now() - start);
    };
    void take();
    void take();
    await clock.advance(300);
    void take();
    await clock.advance(5000);
    await take();
    expect(times).toEqual([0, 1000, 2000, 5300]);
  });
});
