import { createManualClock } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';

describe('createManualClock', () => {
  it('stands still until it is moved, and moves exactly as far as told', async () => {
    const clock = createManualClock(1000);
    expect(clock.now()).toBe(1000);
    await clock.advance(250);
    expect(clock.now()).toBe(1250);
  });

  it('runs what falls due in order, each at its own time, equal times as they were set', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    const note = (name: string) => () => seen.push(`${name}@${clock.now()}`);
    clock.setTimeout(note('c'), 30);
    clock.setTimeout(note('a'), 10);
    clock.setTimeout(note('b'), 10);
    clock.setTimeout(note('later'), 31);
    await clock.advance(30);
    expect(seen).toEqual(['a@10', 'b@10', 'c@30']);
  });

  it('runs what a callback sets, if it falls due on the way', async () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    clock.setTimeout(() => clock.setTimeout(() => seen.push(clock.now()), 5), 10);
    await clock.advance(20);
    expect(seen).toEqual([15]);
  });

  it('lets promise chains run on between two timers', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    const chain = async (): Promise<void> => {
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
      seen.push('chain');
    };
    clock.setTimeout(() => void chain(), 10);
    clock.setTimeout(() => seen.push('timer'), 10);
    await clock.advance(10);
    expect(seen).toEqual(['chain', 'timer']);
  });

  it('does not run what was cancelled', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    const cancel = clock.setTimeout(() => seen.push('cancelled'), 10);
    clock.setTimeout(() => seen.push('kept'), 10);
    cancel();
    cancel();
    await clock.advance(10);
    expect(seen).toEqual(['kept']);
  });

  it('moves for one call after the other, even where nobody waits in between', async () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    clock.setTimeout(() => seen.push(clock.now()), 15);
    await Promise.all([clock.advance(10), clock.advance(10)]);
    expect([clock.now(), ...seen]).toEqual([20, 15]);
  });

  it('rejects with what a callback throws', async () => {
    const clock = createManualClock(0);
    clock.setTimeout(() => {
      throw new Error('boom');
    }, 1);
    await expect(clock.advance(1)).rejects.toThrow('boom');
  });
});
