import { type BlocklistBook, createBlocklistBook } from './blocklist-book.ts';
import { createFollowBook, type FollowBook } from './follow-book.ts';
import { createFriendBook, type FriendBook } from './friend-book.ts';
import { createFriendGroupBook, type FriendGroupBook } from './friend-group-book.ts';
import type { Hub } from './hub.ts';
import type { Notify } from './notify.ts';
import type { PeopleSnapshot, ReceiveOption } from './people-wire.ts';
import { createPresence, type Presence } from './presence.ts';
import { createProfileBook, type ProfileBook } from './profile-book.ts';
import { createRowBook, type RowBook } from './row-book.ts';
import type { World } from './world.ts';

/** What the server knows and does about people, and about each user's own conversations. */
export interface PeopleCloud {
  readonly profiles: ProfileBook;
  readonly friends: FriendBook;
  readonly friendGroups: FriendGroupBook;
  readonly blocklist: BlocklistBook;
  readonly presence: Presence;
  readonly follow: FollowBook;
  readonly rows: RowBook;
  readonly receiveOption: (userID: string) => ReceiveOption;
  readonly setReceiveOption: (userID: string, option: ReceiveOption) => void;
  /** Everything that a client needs to come into step. */
  readonly snapshot: (userID: string) => PeopleSnapshot;
}

/** The people of one world. */
export function createPeopleCloud(world: World, hub: Hub, notify: Notify): PeopleCloud {
  const friends = createFriendBook(world, notify);
  const blocklist = createBlocklistBook(world, friends, notify);
  const rows = createRowBook(world, hub);
  return {
    profiles: createProfileBook(world, notify),
    friends,
    friendGroups: createFriendGroupBook(world),
    blocklist,
    presence: createPresence(world, hub, notify),
    follow: createFollowBook(world, notify),
    rows,
    receiveOption: (userID) => world.user(userID).relations.receiveOption,
    setReceiveOption: (userID, option) => {
      world.user(userID).relations.receiveOption = option;
      notify(userID, { kind: 'receiveOption', option });
    },
    snapshot: (userID) => ({
      ...friends.applications(userID),
      blocklist: blocklist.of(userID),
      friends: friends.friends(userID),
      friendGroups: friends.groups(userID),
      conversationGroups: rows.groups(userID),
    }),
  };
}
