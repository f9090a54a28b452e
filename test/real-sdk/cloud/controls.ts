import { extend, react } from './attachments.ts';
import { block, unblock } from './blocklist.ts';
import { deleteConversation, pinConversation } from './contacts.ts';
import { respond } from './friend-request-handlers.ts';
import { type RequestDetails, requestFriend } from './friend-requests.ts';
import { befriend, unfriend } from './friends.ts';
import type { Group, GroupProfile, GroupType } from './group.ts';
import { changeAttributes, changeCounters } from './group-data.ts';
import {
  answerRequest,
  apply,
  dismiss,
  edit,
  enter,
  foundGroup,
  handOver,
  kick,
  mute,
  quit,
  setAdmin,
} from './group-life.ts';
import { notice } from './group-news.ts';
import { changeProfile, changeStatus } from './profiles.ts';
import { sendReceipt } from './receipts.ts';
import type { Service } from './service.ts';
import type { User } from './user.ts';
import type { WireMessage } from './wire.ts';

/** What others do, in groups: each call is what the service would do if the named user's client had asked. */
export interface GroupControls {
  /** Makes a group without telling anybody; the first member is the owner. A public one by default. */
  readonly addGroup: (
    groupID: string,
    members: readonly string[],
    options?: Partial<GroupProfile> & { readonly type?: GroupType },
  ) => void;
  /** What is kept of the group. */
  readonly group: (groupID: string) => Group;
  /** The user comes in without being asked for more. */
  readonly joinGroup: (userID: string, groupID: string) => void;
  readonly addToGroup: (operator: string, groupID: string, users: readonly string[]) => void;
  readonly quitGroup: (userID: string, groupID: string) => void;
  readonly kickFromGroup: (
    operator: string,
    groupID: string,
    users: readonly string[],
    reason?: string,
  ) => void;
  readonly dismissGroup: (groupID: string) => void;
  readonly setAdmin: (operator: string, groupID: string, userID: string, admin?: boolean) => void;
  /** Mutes the member for so many seconds; 0 ends it. */
  readonly muteInGroup: (operator: string, groupID: string, userID: string, seconds: number) => void;
  readonly updateGroup: (operator: string, groupID: string, changes: Partial<GroupProfile>) => void;
  readonly changeOwner: (groupID: string, newOwner: string) => void;
  readonly applyToJoin: (applicant: string, groupID: string, wording?: string) => void;
  readonly answerApplicant: (
    operator: string,
    groupID: string,
    applicant: string,
    accepted: boolean,
    message?: string,
  ) => void;
  /** Sends one user a notice with content of the app's own. */
  readonly notify: (userID: string, groupID: string, content: string) => void;
  readonly setAttributes: (groupID: string, attributes: Readonly<Record<string, string>>) => void;
  readonly deleteAttributes: (groupID: string, keys: readonly string[]) => void;
  readonly setCounter: (groupID: string, key: string, value: number) => void;
}

/** What others do, between two users. */
export interface PeopleControls {
  /**
   * Changes what a user is like, and tells their friends. Other fields of the profile go by tag; `invited` is what
   * becomes of taking the user into a group.
   */
  readonly setUser: (
    userID: string,
    changes: Partial<Pick<User, 'nick' | 'avatar' | 'invited'>> & {
      readonly tags?: Readonly<Record<string, string | number>>;
    },
  ) => void;
  readonly setStatus: (userID: string, customStatus: string) => void;
  /** Both become friends of each other. */
  readonly befriend: (one: string, other: string) => void;
  readonly unfriend: (one: string, other: string) => void;
  readonly requestFriend: (from: string, to: string, details?: RequestDetails) => void;
  /** `userID` answers what `from` has asked. */
  readonly answerFriend: (userID: string, from: string, accepted: boolean) => void;
  readonly block: (userID: string, other: string) => void;
  readonly unblock: (userID: string, other: string) => void;
  /** `reader` has read a message whose sender wanted a receipt. */
  readonly receipt: (reader: string, message: WireMessage) => void;
  readonly react: (userID: string, message: WireMessage, reaction: string, on?: boolean) => void;
  readonly setExtensions: (message: WireMessage, extensions: Readonly<Record<string, string>>) => void;
  /** Another client of the user deletes or pins a conversation. */
  readonly deleteConversation: (userID: string, conversationID: string) => void;
  readonly pinConversation: (userID: string, conversationID: string, pinned?: boolean) => void;
}

export function groupControls(service: Service): GroupControls {
  const { world } = service;
  const group = (groupID: string): Group => {
    const found = world.groups.get(groupID);
    if (!found) throw new Error(`there is no group ${groupID}`);
    return found;
  };
  return {
    group,
    addGroup: (groupID, members, { type = 'Public', ...profile } = {}) =>
      void foundGroup(service, groupID, type, members, profile),
    joinGroup: (userID, groupID) => enter(service, group(groupID), [userID]),
    addToGroup: (operator, groupID, users) => enter(service, group(groupID), users, operator),
    quitGroup: (userID, groupID) => quit(service, group(groupID), userID),
    kickFromGroup: (operator, groupID, users, reason) =>
      kick(service, group(groupID), operator, users, reason),
    dismissGroup: (groupID) => dismiss(service, group(groupID)),
    setAdmin: (operator, groupID, userID, admin = true) =>
      setAdmin(service, group(groupID), operator, userID, admin),
    muteInGroup: (operator, groupID, userID, seconds) =>
      mute(service, group(groupID), operator, userID, seconds),
    updateGroup: (operator, groupID, changes) => edit(service, group(groupID), operator, changes),
    changeOwner: (groupID, newOwner) => handOver(service, group(groupID), newOwner),
    applyToJoin: (applicant, groupID, wording = '') => apply(service, group(groupID), applicant, wording),
    answerApplicant(operator, groupID, applicant, accepted, message) {
      const request = group(groupID).requests.find((r) => r.applicant === applicant && !r.handled);
      if (!request) throw new Error(`${applicant} has not applied to join ${groupID}`);
      answerRequest(service, group(groupID), request, operator, accepted, message);
    },
    notify: (userID, groupID, UserDefinedField) =>
      notice(service, group(groupID), 'custom', userID, '@TIM#SYSTEM', { UserDefinedField }),
    setAttributes: (groupID, attributes) =>
      void changeAttributes(service, group(groupID), 'set', Object.entries(attributes)),
    deleteAttributes: (groupID, keys) =>
      void changeAttributes(
        service,
        group(groupID),
        'delete',
        keys.map((key) => [key, '']),
      ),
    setCounter: (groupID, Key, Value) =>
      void changeCounters(service, group(groupID), 'Set', [{ Key, Value }]),
  };
}

export function peopleControls(service: Service): PeopleControls {
  return {
    setUser(userID, { invited, nick, avatar, tags = {} }) {
      if (invited) service.world.user(userID).invited = invited;
      const named = { Tag_Profile_IM_Nick: nick, Tag_Profile_IM_Image: avatar, ...tags };
      const changes = Object.entries(named).flatMap(([Tag, Value]) =>
        Value === undefined ? [] : [{ Tag, Value }],
      );
      if (changes.length > 0) changeProfile(service, userID, changes);
    },
    setStatus: (userID, customStatus) => changeStatus(service, userID, customStatus),
    befriend: (one, other) => befriend(service, one, other),
    unfriend: (one, other) => unfriend(service, one, other),
    requestFriend: (from, to, details) => requestFriend(service, from, to, details),
    answerFriend: (userID, from, accepted) =>
      respond(service, userID, from, accepted ? 'Response_Action_AgreeAndAdd' : 'Response_Action_Reject'),
    block: (userID, other) => block(service, userID, [other]),
    unblock: (userID, other) => unblock(service, userID, [other]),
    receipt: (reader, message) => sendReceipt(service, reader, message),
    react: (userID, message, reaction, on = true) => react(service, userID, message, reaction, on),
    setExtensions: (message, extensions) => void extend(service, message, 1, Object.entries(extensions)),
    deleteConversation: (userID, conversationID) =>
      deleteConversation(service, userID, conversationID, false),
    pinConversation: (userID, conversationID, pinned = true) =>
      pinConversation(service, userID, conversationID, pinned),
  };
}
