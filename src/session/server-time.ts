import type { Observable } from 'rxjs';
import type { StoreEvent } from '../events.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import type { Clock } from '../shared/clock.ts';

/** How far this device's clock may be off before it is corrected by the times of own sends, which are whole seconds. */
const TOLERANCE = 1500;

/**
 * The server's time in milliseconds. 3.x knows it (`getServerTime`); otherwise it is this device's clock, corrected
 * by the time that the server gave to own messages.
 */
export function createServerTime(
  clock: Clock,
  committed$: Observable<StoreEvent>,
  sdk: () => TimSdk,
): () => number {
  let offset = 0;
  committed$.subscribe((event) => {
    if (event.type !== 'sendSucceeded') return;
    const seen = event.message.time * 1000 + 500 - clock.now();
    if (Math.abs(seen - offset) > TOLERANCE) offset = seen;
  });
  return () => {
    try {
      const known = sdk();
      // Before it is ready it answers a rejected promise, and fires an ERROR event.
      const time: unknown = known.isReady?.() === true && known.getServerTime?.();
      if (typeof time === 'number' && time > 0) return time;
    } catch {
      // Not connected: then by what is known.
    }
    return clock.now() + offset;
  };
}
