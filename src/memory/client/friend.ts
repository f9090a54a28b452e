import type { CustomField, WireApplication, WireFriend, WireFriendGroup } from '../cloud/people-wire.ts';
import { type UserProfile, userProfile } from './profile.ts';

/** The SDK's friend: one live object, changed in place until the next reconnect makes a new one. */
export class Friend {
  readonly userID: string;
  remark = '';
  groupList: string[] = [];
  source = '';
  /** Seconds. */
  addTime = 0;
  friendCustomField: CustomField[] = [];
  /** When this client learned of it, milliseconds. */
  timestamp = 0;
  profile: UserProfile;
  /** Of the groups, once this client has put the friend into one or taken it out. */
  declare count?: number;

  constructor(userID: string) {
    this.userID = userID;
    this.profile = userProfile({ userID, nick: '', avatar: '' });
  }

  /** Takes over what the server says, at `now`. */
  update({ remark, groupList, source, addTime, friendCustomField, profile }: WireFriend, now: number): void {
    this.remark = remark;
    this.groupList = [...groupList];
    this.source = source;
    this.addTime = addTime;
    this.friendCustomField = friendCustomField.map((field) => ({ ...field }));
    this.profile = userProfile(profile, now);
    this.timestamp = now;
  }

  /** As the SDK does: from then on the friend has a `count`. */
  setGroups(groupList: readonly string[]): void {
    this.groupList = [...groupList];
    this.count = groupList.length;
  }
}

/** The SDK's friend group: a live object, too. */
export class FriendGroup {
  name: string;
  userIDList: string[];
  count: number;

  constructor({ name, userIDList }: WireFriendGroup) {
    this.name = name;
    this.userIDList = [...userIDList];
    this.count = userIDList.length;
  }

  add(userID: string): void {
    if (!this.userIDList.includes(userID)) this.userIDList.push(userID);
    this.count = this.userIDList.length;
  }

  remove(userID: string): void {
    this.userIDList = this.userIDList.filter((other) => other !== userID);
    this.count = this.userIDList.length;
  }
}

/** The SDK's friend request. */
export type FriendApplication = WireApplication;

/** What getFriendApplicationList answers, and FRIEND_APPLICATION_LIST_UPDATED carries. */
export interface FriendApplicationList {
  readonly friendApplicationList: readonly FriendApplication[];
  /** Of those that others have sent. */
  readonly unreadCount: number;
}

/** A user for whom a call did not work. */
export interface FailedUser {
  readonly userID: string;
  readonly code: number;
  readonly message: string;
}
