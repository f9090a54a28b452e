import { watchEffect } from 'vue';
import type { TimEventMap, TimEventType } from '../../src/index.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Calls the handler with each event of this type, after the commit that contains the event, until the scope ends. What
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
  // An effect and not `onScopeDispose` alone, because on a server Vue ends it within `setup`.
  watchEffect((onCleanup) => {
    const subscription = store.streams.event$.subscribe((event) => {
      if (event.type === type) handler(event.data as TimEventMap[K]);
    });
    onCleanup(() => subscription.unsubscribe());
  });
}
