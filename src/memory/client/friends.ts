import { EVENT, TYPES } from '../../sdk/constants.ts';
import type {
  PeopleSnapshot,
  ProfilePatch,
  WireApplication,
  WireApplications,
  WireFriend,
} from '../cloud/people-wire.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { Friend, type FriendApplicationList, FriendGroup } from './friend.ts';
import { userProfile } from './profile.ts';
import { mergeProfile, type Profiles } from './profiles.ts';
import { createThrottle } from './throttle.ts';

/** The friends, friend requests and friend groups that a client holds, and their events. */
export interface Friends {
  readonly get: (userID: string) => Friend | undefined;
  /** A fresh array of the live objects. */
  readonly list: () => readonly Friend[];
  readonly applications: () => FriendApplicationList;
  readonly groups: Map<string, FriendGroup>;
  /**
   * Takes over what the server has, with all three events. Friends that are gone since stay, as in the SDK, until the
   * next login.
   */
  readonly takeOver: (snapshot: PeopleSnapshot) => void;
  /** Says that friends may have changed: the event, throttled, and the remarks of the conversations. */
  readonly announce: () => void;
  readonly announceGroups: () => void;
  readonly added: (userIDs: readonly string[]) => Promise<void>;
  readonly deleted: (userIDs: readonly string[]) => void;
  readonly updated: (friend: WireFriend) => void;
  readonly applicationAdded: (application: WireApplication) => void;
  readonly refreshApplications: () => Promise<void>;
  readonly applicationsRead: () => void;
  /** This client has read them: without an event. */
  readonly forgetUnread: () => void;
  /** Somebody's profile changed; the event comes in any case. */
  readonly renamed: (userID: string, patch: ProfilePatch) => void;
  /** The login has ended: nothing that was put off comes any more. */
  readonly end: () => void;
}

/** The friends of one login: none, until the server's are taken over. */
export function createFriends(
  context: Context,
  profiles: () => Profiles,
  conversations: Conversations,
): Friends {
  const { clock, cloud, connection, emit, userID: me } = context;
  const friends = new Map<string, Friend>();
  const groups = new Map<string, FriendGroup>();
  let applications = new Map<string, WireApplication>();
  let unreadCount = 0;

  const keyOf = ({ userID, type }: WireApplication): string => `${userID}_${type}`;
  const list = (): readonly Friend[] => [...friends.values()];
  const emitList = (): void => emit(EVENT.FRIEND_LIST_UPDATED, list());
  const throttle = createThrottle(clock, context.eventThrottling, emitList);

  const patchRemarks = (): void => {
    let isPatched = false;
    for (const { userID, remark } of friends.values()) {
      const conversation = conversations.get(`C2C${userID}`);
      if (conversation === undefined || conversation.remark === remark) continue;
      conversation.remark = remark;
      isPatched = true;
    }
    if (isPatched) conversations.announce();
  };

  const announce = (): void => {
    throttle.request();
    patchRemarks();
  };

  const announceGroups = (): void => emit(EVENT.FRIEND_GROUP_LIST_UPDATED, [...groups.values()]);

  const listApplications = (): FriendApplicationList => ({
    friendApplicationList: [...applications.values()],
    unreadCount,
  });
  const announceApplications = (): void => emit(EVENT.FRIEND_APPLICATION_LIST_UPDATED, listApplications());

  const takeApplications = (taken: WireApplications): void => {
    applications = new Map(taken.applications.map((one) => [keyOf(one), { ...one }]));
    unreadCount = taken.unreadCount;
    announceApplications();
  };

  /** Keeps the friends in step with their groups, or the other way round. */
  const regroup = (friend: Friend, change: 'add' | 'remove'): void => {
    const known = friend.groupList.flatMap((name) => groups.get(name) ?? []);
    for (const group of known) group[change](friend.userID);
    if (known.length > 0 && context.flavour === '3.x') announceGroups();
  };

  return {
    get: (userID) => friends.get(userID),
    list,
    applications: listApplications,
    groups,
    announce,
    announceGroups,

    takeOver: (snapshot) => {
      for (const wire of snapshot.friends) {
        const isKnown = friends.has(wire.userID);
        const friend = new Friend(wire.userID);
        friends.set(wire.userID, friend);
        friend.update(wire, clock.now());
        const held = profiles().hold(wire.profile);
        friend.profile = userProfile(held, isKnown ? held.lastUpdatedTime : 0);
        if (!isKnown) friend.timestamp = 0;
      }
      throttle.request();
      // The first list is told before it is stamped.
      for (const friend of friends.values()) {
        friend.timestamp ||= clock.now();
        friend.profile.lastUpdatedTime ||= clock.now();
      }
      if (snapshot.friendGroups.length > 0) {
        groups.clear();
        for (const group of snapshot.friendGroups) groups.set(group.name, new FriendGroup(group));
        announceGroups();
      }
      takeApplications(snapshot);
    },

    added: async (userIDs) => {
      for (const userID of userIDs) friends.set(userID, new Friend(userID));
      const wires = await connection.request(() => cloud.people.friends.friends(me));
      for (const wire of wires.filter(({ userID }) => userIDs.includes(userID))) {
        const friend = friends.get(wire.userID) ?? new Friend(wire.userID);
        friend.update(wire, clock.now());
        friend.profile.lastUpdatedTime = 0;
        regroup(friend, 'add');
      }
      announce();
    },

    deleted: (userIDs) => {
      for (const friend of userIDs.flatMap((userID) => friends.get(userID) ?? [])) {
        regroup(friend, 'remove');
        friends.delete(friend.userID);
      }
      announce();
    },

    updated: (wire) => {
      friends.get(wire.userID)?.update(wire, clock.now());
      announce();
    },

    applicationAdded: (application) => {
      const isMine = application.type === TYPES.SNS_APPLICATION_SENT_BY_ME;
      if (!isMine && !applications.has(keyOf(application))) unreadCount += 1;
      applications.set(keyOf(application), { ...application });
      announceApplications();
    },

    refreshApplications: async () =>
      takeApplications(await connection.request(() => cloud.people.friends.applications(me))),

    applicationsRead: () => {
      unreadCount = 0;
      announceApplications();
    },

    forgetUnread: () => {
      unreadCount = 0;
    },

    renamed: (userID, patch) => {
      const friend = friends.get(userID);
      if (friend === undefined) return;
      mergeProfile(friend.profile, patch);
      announce();
    },

    end: throttle.reset,
  };
}
