import { EVENT } from '../../sdk/constants.ts';
import type { Push } from '../cloud/wire.ts';
import { type Blocklist, createBlocklist } from './blocklist.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { emitFollow } from './emit-follow.ts';
import { createFriends, type Friends } from './friends.ts';
import type { MessageStore } from './message-store.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { renameMine, renamePeer } from './rename-peer.ts';
import type { UserProfile } from './profile.ts';
import { createUserStatuses, type UserStatuses } from './user-status.ts';

/** What a client knows about people during one login. */
export interface People {
  readonly profiles: Profiles;
  readonly friends: Friends;
  readonly blocklist: Blocklist;
  readonly statuses: UserStatuses;
  /** Takes in what the server tells unasked; answers whether it was about people. */
  readonly receive: (push: Push) => boolean;
  /** The login has ended. */
  readonly end: () => void;
}

/** The people of one login: none, until the server's snapshot is taken over. */
export function createPeople(context: Context, store: MessageStore, conversations: Conversations): People {
  const { emit, userID: me, write } = context;

  /** Without a message event: the messages that are held carry the new name, and the row the live profile. */
  const rename = (profile: UserProfile): void => {
    if (profile.userID === me) {
      for (const { conversationID } of conversations.list())
        renameMine(write, store, conversationID, profile);
      return;
    }
    const conversation = conversations.get(`C2C${profile.userID}`);
    if (conversation === undefined) return;
    write(conversation, { userProfile: profile });
    renamePeer(write, store, conversation, profile);
  };

  const friends: Friends = createFriends(context, () => profiles, conversations);
  const profiles = createProfiles(context, (userID) => friends.get(userID) !== undefined, rename);
  const blocklist = createBlocklist(context);
  const statuses = createUserStatuses(context);

  const receive = (push: Push): boolean => {
    switch (push.kind) {
      case 'friendsAdded':
        // Without an answer the next reconnect brings them.
        friends.refreshApplications().catch(() => undefined);
        friends.added(push.userIDs).catch(() => undefined);
        return true;
      case 'friendsDeleted':
        friends.deleted(push.userIDs);
        return true;
      case 'friendUpdated':
        friends.updated(push.friend);
        return true;
      case 'applicationAdded':
        friends.applicationAdded(push.application);
        return true;
      case 'applicationsDeleted':
        friends.refreshApplications().catch(() => undefined);
        return true;
      case 'applicationsRead':
        friends.applicationsRead();
        return true;
      case 'blocked':
        blocklist.blocked(push.userIDs);
        return true;
      case 'unblocked':
        blocklist.unblocked(push.userIDs);
        return true;
      case 'profile':
        profiles.receive(push.userID, push.patch);
        friends.renamed(push.userID, push.patch);
        return true;
      case 'statuses':
        statuses.receive(push.statuses);
        return true;
      case 'receiveOption':
        emit(EVENT.ALL_RECEIVE_MESSAGE_OPT_UPDATED, { ...push.option });
        return true;
      case 'follow':
        emitFollow(context, push.type, push.isAdd, push.profile);
        return true;
      default:
        return false;
    }
  };

  return {
    profiles,
    friends,
    blocklist,
    statuses,
    receive,
    end: friends.end,
  };
}
