import type { ActionContext } from '../action-context.ts';
import { recordOf } from '../shared/fields.ts';
import type { Group } from './group.ts';
import { normalizeGroup } from './normalize-group.ts';

type Reading = Pick<ActionContext, 'readEach' | 'getState'>;

/** Copies a list of the SDK's group objects: those that did not change are the ones of the state. */
export function readGroups(context: Reading, live: unknown): readonly Group[] {
  return Object.freeze(context.readEach(live, (item) => readGroup(context, item)));
}

/** Copies one of them. */
export function readGroup({ getState }: Pick<Reading, 'getState'>, live: unknown): Group {
  const groupID = recordOf(live)['groupID'];
  return normalizeGroup(live, typeof groupID === 'string' ? getState().groups.byID.get(groupID) : undefined);
}
