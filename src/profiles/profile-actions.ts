import type { ActionContext } from '../action-context.ts';

/** What can be done to users. */
export interface ProfileActions {}

/** The actions on users. */
export function createProfileActions(_context: ActionContext): ProfileActions {
  return {};
}
