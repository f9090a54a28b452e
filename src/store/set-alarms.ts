import type { ActionContext } from '../action-context.ts';
import type { StoreEvent } from '../events.ts';
import type { TimState } from '../state.ts';

/** The longest time that a timer can be set to; what lies further off is looked at again then. */
const MOST = 2 ** 31 - 1;

/**
 * Wakes the state when something in it ends by itself, a mute above all: one timer, set to what ends first. It enters as
 * a `timePassed` event. The answer cancels it.
 */
export function setAlarms(context: ActionContext, push: (event: StoreEvent) => void): () => void {
  let cancel = (): void => undefined;
  let waitsFor: number | undefined;
  const set = (): void => {
    const next = nextAlarm(context.getState());
    if (next === waitsFor) return;
    cancel();
    waitsFor = next;
    if (next !== undefined) arm(next);
  };
  const arm = (next: number): void => {
    const left = next * 1000 - context.serverTime();
    cancel = context.clock.setTimeout(
      () => {
        const time = Math.floor(context.serverTime() / 1000);
        if (time < next) arm(next);
        else push({ type: 'timePassed', time });
      },
      Math.min(Math.max(left, 0), MOST),
    );
  };
  const subscription = context.committed$.subscribe(set);
  return () => {
    subscription.unsubscribe();
    cancel();
  };
}

/** The second (server time) in which the next thing ends by itself; `undefined` where nothing does. */
function nextAlarm(state: TimState): number | undefined {
  const ends = [state.members.mutes.at(0)?.muteUntil, state.typing[0]?.until];
  return ends.reduce((first, end) =>
    first === undefined || (end !== undefined && end < first) ? end : first,
  );
}
