import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders, TimEventType } from '../events.ts';

/** Reads the events on profiles. */
export function profileReaders(_context: ActionContext): Partial<TimEventReaders<TimEventType>> {
  return {};
}
