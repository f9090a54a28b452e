import type { ActionContext } from '../action-context.ts';

/** What can be done to groups. */
export interface GroupActions {}

/** The actions on groups. */
export function createGroupActions(_context: ActionContext): GroupActions {
  return {};
}
