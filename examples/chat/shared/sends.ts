import type { SendHandle, TimStore } from 'tim-reactive';

const handles = new WeakMap<TimStore, Map<string, SendHandle>>();

/** Keeps what sends a message, so that its row can take it back as long as it waits. */
export function keepSend(store: TimStore, handle: SendHandle): void {
  const kept = handles.get(store) ?? new Map<string, SendHandle>();
  handles.set(store, kept.set(handle.ID, handle));
  handle.finished.catch(() => undefined).finally(() => kept.delete(handle.ID));
}

/** Takes a message back that waits; answers whether it was still in time. */
export function cancelSend(store: TimStore, ID: string): boolean {
  return handles.get(store)?.get(ID)?.cancel() === true;
}
