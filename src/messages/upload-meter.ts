import type { ActionContext } from '../action-context.ts';

/** Milliseconds between two commits of progress. */
const INTERVAL = 16;

/**
 * Brings the progress of uploads into the state, as whole percents: the first report at once, then all that came within
 * 16 ms of the store's clock together. SDKs tell it from 0 to 1, more or less, and as often as they like.
 */
export function createUploadMeter({
  clock,
  dispatch,
}: Pick<ActionContext, 'clock' | 'dispatch'>): (ID: string, fraction: number) => void {
  const latest = new Map<string, number>();
  let isPaused = false;
  const flush = (): void => {
    isPaused = latest.size > 0;
    if (!isPaused) return;
    void dispatch({ type: 'uploadsProgressed', percents: [...latest] });
    latest.clear();
    clock.setTimeout(flush, INTERVAL);
  };
  return (ID, fraction) => {
    const percent = Math.round(Math.min(Math.max(fraction, 0), 1) * 100);
    if (Number.isNaN(percent)) return;
    latest.set(ID, percent);
    if (!isPaused) flush();
  };
}
