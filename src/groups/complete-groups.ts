import type { ActionContext } from '../action-context.ts';
import type { GroupProfileActions } from './group-profile-actions.ts';
import type { TopicActions } from './topic-actions.ts';

/**
 * Fetches what the SDK tells of by its ID alone: a group of the list whose profile it does not know yet (lite, after a
 * request to join was granted), and a new topic of a community whose topics are known. Each group once a login.
 */
export function completeGroups(
  { committed$, getState, scope }: ActionContext,
  { getProfile, getTopicList }: Pick<GroupProfileActions, 'getProfile'> & Pick<TopicActions, 'getTopicList'>,
): void {
  let asked = { scope: scope(), groupIDs: new Set<string>() };
  committed$.subscribe((event) => {
    if (getState().session.status !== 'ready') return;
    if (asked.scope !== scope()) asked = { scope: scope(), groupIDs: new Set() };
    if (event.type === 'TOPIC_CREATED' && getState().groups.topics.get(event.data.groupID) !== undefined)
      getTopicList(event.data.groupID, [event.data.topicID]).catch(() => undefined);
    if (event.type !== 'GROUP_LIST_UPDATED') return;
    for (const { groupID } of event.data) {
      if (getState().groups.byID.get(groupID)?.name !== '' || asked.groupIDs.has(groupID)) continue;
      asked.groupIDs.add(groupID);
      getProfile(groupID).catch(() => undefined);
    }
  });
}
