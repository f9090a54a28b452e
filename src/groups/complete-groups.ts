import type { ActionContext } from '../action-context.ts';
import * as TYPES from '../sdk/types.ts';
import type { GroupProfileActions } from './group-profile-actions.ts';
import type { TopicActions } from './topic-actions.ts';

/**
 * Fetches what the SDK tells of by its ID alone: a group of the list whose profile it does not know yet (lite, after a
 * request to join was granted), or in which it does not say what I am (lite, of all that came since the login; of
 * AVChatRooms none ever does), and a new topic of a community whose topics are known. Each group once, as long as it
 * stays in the list.
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
    const listed = new Set(event.data.map(({ groupID }) => groupID));
    for (const groupID of asked.groupIDs) if (!listed.has(groupID)) asked.groupIDs.delete(groupID);
    for (const groupID of listed) {
      const group = getState().groups.byID.get(groupID);
      if (group === undefined || asked.groupIDs.has(groupID)) continue;
      const isWhole = group.selfInfo.role !== '' || group.type === TYPES.GRP_AVCHATROOM;
      if (group.name !== '' && isWhole) continue;
      asked.groupIDs.add(groupID);
      getProfile(groupID).catch(() => undefined);
    }
  });
}
