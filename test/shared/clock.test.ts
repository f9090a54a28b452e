import { systemClock } from 'tim-reactive';
import { describe, expect, it, vi } from 'vitest';

describe('systemClock.setTimeout', () => {
  it('calls back once, unless it is cancelled', async () => {
    const called: string[] = [];
    const cancel = systemClock.setTimeout(() => called.push('cancelled'), 0);
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.setTimeout(() => {
        called.push('kept');
        resolve();
      }, 1);
    });
    expect(called).toEqual(['kept']);
  });

  it('keeps no program alive for what is idle', () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cancels = [true, false].map((isIdle) => systemClock.setTimeout(() => undefined, 60_000, isIdle));
    const [idle, busy] = set.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef());
    set.mockRestore();
    for (const cancel of cancels) cancel();
    expect([idle, busy]).toEqual([false, true]);
  });
});
