import type { ActionContext } from '../action-context.ts';

/** What can be done to invitations. */
export interface SignalingActions {}

/** The actions on invitations. */
export function createSignalingActions(_context: ActionContext): SignalingActions {
  return {};
}
