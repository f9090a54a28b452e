import type { ActionContext } from '../action-context.ts';

/** What can be done to the blocklist. */
export interface BlocklistActions {}

/** The actions on the blocklist. */
export function createBlocklistActions(_context: ActionContext): BlocklistActions {
  return {};
}
