import type { TimSdk, TimStore, TimStoreOptions } from 'tim-reactive';
import { createTimStore } from 'tim-reactive';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Boot } from './boot.ts';
import { soon } from './observe.ts';

interface Opened {
  readonly boot: Boot;
  readonly store: TimStore;
  readonly errors: unknown[];
}

/** What the present test has opened, the first one last. */
let opened: readonly Opened[] = [];

/**
 * Time moves by hand in the tests of this file, and the stores that one opens end with it; which fails if something was
 * reported, or left unanswered by the service.
 */
export function useStores(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(async () => {
    const ended = opened;
    opened = [];
    for (const { boot, store } of ended) {
      store.dispose();
      await soon(boot.dispose(), 20_000);
    }
    vi.useRealTimers();
    const errors = ended.flatMap((one) => one.errors);
    if (errors.length > 0) throw new AggregateError(errors.flat(), 'errors were reported');
    const unknown = ended.flatMap(({ boot }) => [...boot.cloud.unknown]);
    if (unknown.length > 0) throw new Error(`unanswered: ${unknown.join(' ')}`);
  });
}

/** A store over this SDK. */
export function openStore(boot: Boot, options: Omit<TimStoreOptions, 'sdk'> = {}): TimStore {
  const sdk: TimSdk = boot.sdk;
  const errors: unknown[] = [];
  const store = createTimStore({ sdk, onError: (...reported) => errors.push(reported), ...options });
  opened = [{ boot, store, errors }, ...opened];
  return store;
}
