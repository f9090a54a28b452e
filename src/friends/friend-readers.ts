import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders, TimEventType } from '../events.ts';

/** Reads the events on friends. */
export function friendReaders(_context: ActionContext): Partial<TimEventReaders<TimEventType>> {
  return {};
}
