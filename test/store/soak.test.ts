import { createTimStore } from 'tim-reactive';
import { createManualClock } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createScriptedSdk } from '../../bench/scripted-sdk.ts';
import { createTraffic } from '../../bench/traffic.ts';
import { countReachable } from '../count-reachable.ts';

const retention = { messages: 100, conversations: 10 };

describe('a store that is open for hours, under the retention option', () => {
  it('keeps no more than it may, however much has happened', { timeout: 120_000 }, async () => {
    const clock = createManualClock();
    const scripted = createScriptedSdk({ conversations: [] });
    const errors: unknown[] = [];
    const store = createTimStore({
      sdk: scripted.sdk,
      clock,
      retention,
      onError: (error) => errors.push(error),
    });
    const login = store.actions.session.login({ userID: 'me', userSig: 'sig' });
    await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(0);
    await login;
    const begin = clock.now();
    const next = createTraffic(scripted, store, { conversations: 200, users: 100, now: clock.now });
    const go = async (events: number): Promise<number> => {
      for (let event = 0; event < events; event += 10) {
        for (let i = 0; i < 10; i++) next();
        await clock.advance(5000);
      }
      return countReachable(store.getState());
    };

    const early = await go(30_000);
    const late = await go(20_000);
    expect(clock.now() - begin).toBeGreaterThan(4 * 3_600_000);
    expect(late).toBeLessThan(1.15 * early);

    const rows = [...store.getState().messages.timelines].reduce((sum, [, { length }]) => sum + length, 0);
    expect(rows).toBeGreaterThan(0.3 * retention.messages * retention.conversations);
    expect(rows).toBeLessThanOrEqual(retention.messages * retention.conversations);
    const { receipts, reactions, extensions, index, unseen } = store.getState().messages;
    for (const table of [receipts, reactions, extensions])
      for (const [ID] of table) expect(index.get(ID) !== undefined || unseen.includes(ID)).toBe(true);
    // With what is known to be deleted, and the other IDs of some.
    expect(index.size).toBeLessThan(1.5 * rows);
    expect(errors).toEqual([]);
  });
});
