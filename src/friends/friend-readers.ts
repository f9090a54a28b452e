import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders } from '../events.ts';
import { readApplications, readFriendGroups, readFriends } from './normalize-friend.ts';

/** Reads the events on friends. */
export function friendReaders(
  context: ActionContext,
): TimEventReaders<'FRIEND_LIST_UPDATED' | 'FRIEND_APPLICATION_LIST_UPDATED' | 'FRIEND_GROUP_LIST_UPDATED'> {
  return {
    FRIEND_LIST_UPDATED: (live) => {
      const { friends, profiles } = readFriends(context, live);
      return { data: friends, profiles };
    },
    FRIEND_APPLICATION_LIST_UPDATED: (live) => {
      const { profiles, ...data } = readApplications(context, live);
      return { data, profiles };
    },
    FRIEND_GROUP_LIST_UPDATED: (live) => ({ data: readFriendGroups(context, live) }),
  };
}
