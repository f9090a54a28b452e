import type { ActionContext } from '../action-context.ts';
import type { StoreEvent } from '../events.ts';
import { firstRevocableEnd } from '../messages/reduce-sends.ts';
import type { TimState } from '../state.ts';

/** The longest time that a timer can be set to; what lies further off is looked at again then. */
const MOST = 2 ** 31 - 1;

/** By how many milliseconds the server's time may turn out to differ before the timer is set anew. */
const SLACK = 500;

/**
 * Wakes the state when something in it ends by itself, a mute above all: one timer, set to what ends first. It enters as
 * a `timePassed` event. The answer cancels it.
 */
export function setAlarms(
  { clock, committed$, getState, serverTime }: ActionContext,
  push: (event: StoreEvent) => void,
): () => void {
  let cancel = (): void => undefined;
  /** When the timer ends, by the clock; `Infinity` while there is none. */
  let due = Number.POSITIVE_INFINITY;
  const set = (): void => {
    const next = nextAlarm(getState());
    const left = next === undefined ? Number.POSITIVE_INFINITY : next * 1000 - serverTime();
    const at = clock.now() + left;
    if (at === due || Math.abs(at - due) < SLACK) return;
    cancel();
    due = at;
    if (next !== undefined)
      cancel = clock.setTimeout(() => end(next), Math.min(Math.max(left, 0), MOST), true);
  };
  const end = (next: number): void => {
    due = Number.POSITIVE_INFINITY;
    const time = Math.floor(serverTime() / 1000);
    // Else the commit of what ends here sets the next.
    if (time < next) set();
    else push({ type: 'timePassed', time });
  };
  const subscription = committed$.subscribe(set);
  return () => {
    subscription.unsubscribe();
    cancel();
  };
}

/** The second (server time) in which the next thing ends by itself; `undefined` where nothing does. */
function nextAlarm(state: TimState): number | undefined {
  const ends = [
    state.members.mutes.at(0)?.muteUntil,
    state.typing[0]?.until,
    firstRevocableEnd(state.messages.revocable),
  ];
  return ends.reduce((first, end) =>
    first === undefined || (end !== undefined && end < first) ? end : first,
  );
}
