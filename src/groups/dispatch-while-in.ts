import type { ActionContext } from '../action-context.ts';

/**
 * Dispatches what a call about a group brings; nothing, once I have left a group that I was in when this was made. An
 * answer that comes late would bring back what left the state with the group.
 */
export function dispatchWhileIn(
  { dispatch, getState }: Pick<ActionContext, 'dispatch' | 'getState'>,
  groupID: string,
): ActionContext['dispatch'] {
  const isIn = (): boolean => getState().groups.byID.get(groupID) !== undefined;
  const wasIn = isIn();
  return async (event) => {
    if (!wasIn || isIn()) await dispatch(event);
  };
}
