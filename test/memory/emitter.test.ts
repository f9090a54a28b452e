import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld } from './world.ts';

const RECEIVED = 'onMessageReceived';

/** A client, and what makes it fire MESSAGE_RECEIVED once. */
const firing = async (): Promise<{ readonly sdk: MemorySdk; readonly fire: () => Promise<void> }> => {
  const { clock, connect, server } = createTestWorld();
  const { sdk } = await connect();
  const fire = async (): Promise<void> => {
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
  };
  return { sdk, fire };
};

describe('on and off', () => {
  it('call handlers with { name, data }', async () => {
    const { sdk, fire } = await firing();
    const seen: unknown[] = [];
    sdk.on(RECEIVED, (event) => seen.push(event));
    await fire();
    expect(seen).toEqual([{ name: RECEIVED, data: [expect.objectContaining({ from: 'alice' })] }]);
  });

  it('swallow what a handler throws; the others still run', async () => {
    const { sdk, fire } = await firing();
    const seen: string[] = [];
    sdk.on(RECEIVED, () => {
      seen.push('throws');
      throw new Error('boom');
    });
    sdk.on(RECEIVED, () => seen.push('runs'));
    await fire();
    expect(seen).toEqual(['throws', 'runs']);
  });

  it('call a handler twice that was added twice, and remove both at once', async () => {
    const { sdk, fire } = await firing();
    let calls = 0;
    const handler = (): void => {
      calls += 1;
    };
    sdk.on(RECEIVED, handler);
    sdk.on(RECEIVED, handler);
    await fire();
    expect(calls).toBe(2);
    sdk.off(RECEIVED, handler);
    await fire();
    expect(calls).toBe(2);
  });

  it('bind the context; the first one that a handler is added with stays', async () => {
    const { sdk, fire } = await firing();
    const contexts: unknown[] = [];
    const handler = function (this: unknown): void {
      contexts.push(this);
    };
    const [first, second] = [{}, {}];
    sdk.on(RECEIVED, handler, first);
    sdk.on(RECEIVED, handler, second);
    await fire();
    expect(contexts).toEqual([first, first]);
    expect(contexts[1]).toBe(first);
  });

  it('remove without a context whatever the handler was added with', async () => {
    const { sdk, fire } = await firing();
    let calls = 0;
    const handler = (): void => {
      calls += 1;
    };
    sdk.on(RECEIVED, handler, {});
    sdk.off(RECEIVED, handler);
    await fire();
    expect(calls).toBe(0);
  });

  it('never get rid of a handler again that was once removed with another context', async () => {
    const { sdk, fire } = await firing();
    let calls = 0;
    const handler = (): void => {
      calls += 1;
    };
    const context = {};
    sdk.on(RECEIVED, handler, context);
    sdk.off(RECEIVED, handler, {});
    sdk.off(RECEIVED, handler, context);
    await fire();
    expect(calls).toBe(1);
  });

  it('do not change who hears the event that is being fired', async () => {
    const { sdk, fire } = await firing();
    const seen: string[] = [];
    const removed = (): number => seen.push('removed meanwhile');
    sdk.on(RECEIVED, () => {
      sdk.off(RECEIVED, removed);
      sdk.on(RECEIVED, () => seen.push('added meanwhile'));
    });
    sdk.on(RECEIVED, removed);
    await fire();
    expect(seen).toEqual(['removed meanwhile']);
    await fire();
    expect(seen).toEqual(['removed meanwhile', 'added meanwhile']);
  });
});

describe('once', () => {
  it('calls its handler for one event, and `off` does not take it back', async () => {
    const { sdk, fire } = await firing();
    const seen: string[] = [];
    const handler = (): number => seen.push('once');
    sdk.once(RECEIVED, handler);
    sdk.off(RECEIVED, handler);
    await fire();
    await fire();
    expect(seen).toEqual(['once']);
  });

  it('survives a handler that throws', async () => {
    const { sdk, fire } = await firing();
    let calls = 0;
    sdk.once(RECEIVED, () => {
      calls += 1;
      throw new Error('handler');
    });
    await fire();
    await fire();
    expect(calls).toBe(1);
  });
});
