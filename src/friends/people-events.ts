import type { UserStatus } from '../profiles/profile.ts';
import type { Friend, FriendApplication, FriendGroup } from './friend.ts';

/** What the actions on friends, the blocklist and profiles bring. */
export type PeopleEvent =
  | { readonly type: 'friendListLoaded'; readonly friends: readonly Friend[] }
  /** Friends as they are now; once the list is there, it tells who is one. */
  | { readonly type: 'friendsLoaded'; readonly friends: readonly Friend[] }
  /** A friendship that an action made: as far as it knows, until the SDK's list tells more. */
  | { readonly type: 'friendAdded'; readonly friend: Friend }
  /** What an action changed in a friend who is there; custom fields by key. */
  | { readonly type: 'friendPatched'; readonly userID: string; readonly patch: Partial<Friend> }
  | { readonly type: 'friendsDeleted'; readonly userIDs: readonly string[] }
  | {
      readonly type: 'friendApplicationsLoaded';
      readonly friendApplicationList: readonly FriendApplication[];
      readonly unreadCount: number;
    }
  /** I asked for friendship, and have to wait for consent. */
  | { readonly type: 'friendApplicationSent'; readonly application: FriendApplication }
  | {
      readonly type: 'friendApplicationDeleted';
      readonly userID: string;
      /** Of one kind only, or of both. */
      readonly applicationType: string | undefined;
    }
  | { readonly type: 'friendApplicationsRead' }
  | { readonly type: 'friendGroupsLoaded'; readonly groups: readonly FriendGroup[] }
  /** A friend group was made or changed, or renamed to `newName`, or deleted where that is `undefined`; and who came and went. */
  | {
      readonly type: 'friendGroupChanged';
      readonly name: string;
      readonly newName: string | undefined;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly type: 'blocklistLoaded'; readonly userIDs: readonly string[] }
  | {
      readonly type: 'blocklistChanged';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** Only what `profiles`, beside it, says. */
  | { readonly type: 'profilesLoaded' }
  | { readonly type: 'statusesLoaded'; readonly statuses: readonly UserStatus[] };
