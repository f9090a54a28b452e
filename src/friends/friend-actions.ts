import type { ActionContext } from '../action-context.ts';

/** What can be done to friends, requests for friendship and friend groups. */
export interface FriendActions {}

/** The actions on friends, requests for friendship and friend groups. */
export function createFriendActions(_context: ActionContext): FriendActions {
  return {};
}
