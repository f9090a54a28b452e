import { selectConversations, selectSession } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createBusyWorld } from '../busy-world.ts';
import { flavours } from '../world.ts';

describe.each(flavours)('a login with 1,000 conversations, on $flavour', (sdk) => {
  it.each([
    ['at once', 0],
    ['after 50 ms each', 50],
  ])('makes at most three commits up to the first list, when the server answers %s', async (_, latency) => {
    const world = await createBusyWorld({ sdk, server: { latency } });
    const rows: number[] = [];
    world.store.subscribe((state) => rows.push(selectConversations(state).length));
    await world.login();
    // It connects, it waits for the SDK's lists, it is ready and has them.
    expect(rows.slice(0, 3)).toEqual([0, 0, 1000]);
    expect(selectSession(world.store.getState()).status).toBe('ready');
  });
});
