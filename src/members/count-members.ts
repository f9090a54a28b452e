import type { ActionContext } from '../action-context.ts';

/** Runs a call that changes how many members a group has, and tells it by how much whenever it knows. */
export type MemberCounter = <T>(
  groupID: string,
  run: (count: (change: number) => void) => Promise<T>,
) => Promise<T>;

/**
 * Makes a counter. It sets a group's count, unless a tip has told it meanwhile: not all groups have tips. Calls that run
 * at the same time count on from one another.
 */
export function createMemberCounter({
  dispatch,
  getState,
}: Pick<ActionContext, 'dispatch' | 'getState'>): MemberCounter {
  const countOf = (groupID: string): number | undefined => getState().groups.byID.get(groupID)?.memberCount;
  /** By group ID: what its count was when the first of its calls began, and what they have made of it since. */
  const running = new Map<string, { readonly counts: number[]; calls: number }>();
  return async (groupID, run) => {
    const before = countOf(groupID);
    const own = running.get(groupID) ?? { counts: before === undefined ? [] : [before], calls: 0 };
    running.set(groupID, own);
    own.calls += 1;
    const { counts } = own;
    const count = (change: number): void => {
      const now = countOf(groupID);
      const last = counts.at(-1);
      if (change === 0 || last === undefined || now === undefined || !counts.includes(now)) return;
      const memberCount = Math.max(0, last + change);
      counts.push(memberCount);
      void dispatch({ type: 'groupPatched', groupID, patch: { memberCount } });
    };
    try {
      return await run(count);
    } finally {
      own.calls -= 1;
      if (own.calls === 0) running.delete(groupID);
    }
  };
}
