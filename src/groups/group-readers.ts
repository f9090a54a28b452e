import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders, TimEventType } from '../events.ts';

/** Reads the events on groups. */
export function groupReaders(_context: ActionContext): Partial<TimEventReaders<TimEventType>> {
  return {};
}
