import type { ActionContext } from '../action-context.ts';

/** What can be done to the members of groups. */
export interface MemberActions {}

/** The actions on the members of groups. */
export function createMemberActions(_context: ActionContext): MemberActions {
  return {};
}
