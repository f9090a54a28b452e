import { useEffect, useInsertionEffect, useRef } from 'react';
import type { TimEventMap, TimEventType } from '../../src/index.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Calls the handler of the latest render with each event of this type, after the commit that contains the event. What
 * the handler throws goes to the store's `onError`.
 *
 * @example
 * useTimEvent('MESSAGE_RECEIVED', (messages) => notify(messages.length));
 */
export function useTimEvent<K extends TimEventType>(
  type: K,
  handler: (data: TimEventMap[K]) => void,
  options?: UseTimOptions,
): void {
  const store = useTimStore(options);
  const latest = useRef(handler);
  useInsertionEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const subscription = store.streams.event$.subscribe((event) => {
      if (event.type === type) latest.current(event.data as TimEventMap[K]);
    });
    return () => subscription.unsubscribe();
  }, [store, type]);
}
