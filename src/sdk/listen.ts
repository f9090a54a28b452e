import { EVENT } from './constants.ts';
import type { SdkEvent, TimSdk } from './tim-sdk.ts';

/** The keys of the SDK's EVENT table that the store follows. */
export type SdkEventKey = keyof typeof EVENT;

/** Reads the data of each event, while the SDK's callback still runs: afterwards its objects change. */
export type EventReaders = { readonly [K in SdkEventKey]: (data: unknown) => void };

/**
 * Follows all events of the SDK; the answer ends that. One handler an event: the SDK calls a handler that is
 * registered twice twice.
 */
export function listen(sdk: TimSdk, readers: EventReaders): () => void {
  const handlers = (Object.keys(EVENT) as SdkEventKey[]).map((key) => ({
    name: EVENT[key],
    handler: (event: SdkEvent): void => readers[key](event.data),
  }));
  const stop = (): void => {
    for (const { name, handler } of handlers) sdk.off(name, handler);
  };
  try {
    for (const { name, handler } of handlers) sdk.on(name, handler);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
