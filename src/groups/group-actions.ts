import type { ActionContext } from '../action-context.ts';
import { completeGroups } from './complete-groups.ts';
import type { GroupApplicationActions } from './group-application-actions.ts';
import { createGroupApplicationActions } from './group-application-actions.ts';
import type { GroupAttributeActions } from './group-attribute-actions.ts';
import { createGroupAttributeActions } from './group-attribute-actions.ts';
import type { GroupMembershipActions } from './group-membership-actions.ts';
import { createGroupMembershipActions } from './group-membership-actions.ts';
import type { GroupProfileActions } from './group-profile-actions.ts';
import { createGroupProfileActions } from './group-profile-actions.ts';
import type { TopicActions } from './topic-actions.ts';
import { createTopicActions } from './topic-actions.ts';

/**
 * What can be done to groups. The server decides who may: `selectGroupPermissions` says beforehand what it should
 * answer. All reject with `INVALID_ARGUMENT`, with what hinders a call, or with what the SDK answered.
 */
export interface GroupActions
  extends GroupProfileActions,
    GroupMembershipActions,
    GroupApplicationActions,
    GroupAttributeActions,
    TopicActions {}

/** The actions on groups. */
export function createGroupActions(context: ActionContext): GroupActions {
  const actions = {
    ...createGroupProfileActions(context),
    ...createGroupMembershipActions(context),
    ...createGroupApplicationActions(context),
    ...createGroupAttributeActions(context),
    ...createTopicActions(context),
  };
  completeGroups(context, actions);
  return actions;
}
