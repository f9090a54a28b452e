import { TYPES } from '../sdk/constants.ts';
import { conversationIDOf } from './cloud/conversation-ids.ts';
import type { Group, GroupProfileFields, Member } from './cloud/group.ts';
import type { Hub } from './cloud/hub.ts';
import type { StoredMessage } from './cloud/stored-message.ts';
import type { FullProfile } from './cloud/people-wire.ts';
import { fullProfileOf } from './cloud/profile-book.ts';
import { messagesOf, type World } from './cloud/world.ts';
import { type TrueRelations, trueRelations } from './people-control.ts';
import { copyPayload, messageForShow, type Payload } from './payload.ts';

/** A message as the server has it: a snapshot. */
export interface TrueMessage {
  readonly ID: string;
  /** As its sender names the conversation. */
  readonly conversationID: string;
  readonly from: string;
  readonly to: string;
  /** '' where the message is no text. */
  readonly text: string;
  readonly type: string;
  readonly payload: Payload;
  /** Seconds. */
  readonly time: number;
  /** Group: dense. C2C: the sender's own counter. */
  readonly sequence: number;
  readonly isRevoked: boolean;
  /** How often it was changed. */
  readonly version: number;
}

/** What users have done to a message: a snapshot. */
export interface TrueNotes {
  /** Who has deleted it for themselves, and who has sent a read receipt. */
  readonly deletedBy: readonly string[];
  readonly receiptsOf: readonly string[];
  readonly extensions: Readonly<Record<string, string>>;
  /** Who has reacted, by reaction. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  /** Who has pinned it in its group. */
  readonly pinnedBy: string | undefined;
}

/** A group as the server has it: a snapshot. */
export interface TrueGroup extends Readonly<GroupProfileFields> {
  readonly groupID: string;
  readonly type: string;
  readonly ownerID: string;
  readonly members: readonly TrueMember[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly counters: Readonly<Record<string, number>>;
  /** Who has asked to be let in, and waits. */
  readonly applicantIDs: readonly string[];
}

/** A member as the server has it. */
export type TrueMember = Readonly<Pick<Member, 'userID' | 'role' | 'nameCard' | 'joinTime' | 'muteUntil'>>;

/** What the server knows, for a test to compare with what the clients made of it. */
export interface Truth {
  /** The messages of a conversation as `userID` names it, in server order. */
  readonly messages: (userID: string, conversationID: string) => readonly TrueMessage[];
  /** Undefined where there is no such message. */
  readonly notes: (messageID: string) => TrueNotes | undefined;
  readonly unreadCount: (userID: string, conversationID: string) => number;
  /** What is in the user's list of conversations; topics are among them. */
  readonly conversationIDs: (userID: string) => readonly string[];
  /** Undefined for who is no user. */
  readonly profile: (userID: string) => FullProfile | undefined;
  /** Undefined where there is no such group. Members are in the order in which they came. */
  readonly group: (groupID: string) => TrueGroup | undefined;
  /** What the user has to do with others. */
  readonly relations: (userID: string) => TrueRelations;
  /** How many clients of the user are logged in, the ones without network included. */
  readonly clientCount: (userID: string) => number;
}

/** The truth of one world. */
export function createTruth(world: World, hub: Hub): Truth {
  return {
    messages: (userID, conversationID) => messagesOf(world, userID, conversationID).map(trueMessage),
    notes: (messageID) => {
      const message = world.messages.get(messageID);
      return message && trueNotes(message);
    },
    conversationIDs: (userID) => [...(world.users.get(userID)?.inbox.keys() ?? [])],
    profile: (userID) => {
      const user = world.users.get(userID);
      return user && fullProfileOf(user);
    },
    unreadCount: (userID, conversationID) =>
      world.users.get(userID)?.inbox.get(conversationID)?.unread.size ?? 0,
    group: (groupID) => {
      const group = world.groups.get(groupID);
      return group && trueGroup(group);
    },
    relations: (userID) => trueRelations(world, userID),
    clientCount: (userID) => hub.of(userID).length,
  };
}

function trueGroup(group: Group): TrueGroup {
  const { groupID, type, ownerID, name, avatar, introduction, notification } = group;
  const { joinOption, maxMemberCount, muteAllMembers } = group;
  const texts = { name, avatar, introduction, notification };
  const members = [...group.members.values()].map(({ userID, role, nameCard, joinTime, muteUntil }) => {
    return { userID, role, nameCard, joinTime, muteUntil };
  });
  const attributes = Object.fromEntries(group.attributes);
  const counters = Object.fromEntries(group.counters);
  const applicantIDs = [...group.applications.values()].map(({ applicantID }) => applicantID);
  const rest = { members, attributes, counters, applicantIDs };
  return { groupID, type, ownerID, ...texts, joinOption, maxMemberCount, muteAllMembers, ...rest };
}

function trueNotes({ notes }: StoredMessage): TrueNotes {
  const { deletedBy, receipts, extensions, reactions, pinnerID } = notes;
  return {
    deletedBy: [...deletedBy],
    receiptsOf: [...receipts.keys()],
    extensions: Object.fromEntries(extensions),
    reactions: Object.fromEntries([...reactions].map(([reaction, users]) => [reaction, [...users]])),
    pinnedBy: pinnerID,
  };
}

/** A snapshot of a message that the server keeps. */
export function trueMessage(message: StoredMessage): TrueMessage {
  const { ID, from, to, type, payload, time, sequence, revoker } = message;
  const conversationID = conversationIDOf(message, from);
  return {
    ID,
    conversationID,
    from,
    to,
    type,
    payload: copyPayload(payload),
    text: type === TYPES.MSG_TEXT ? messageForShow(type, payload) : '',
    time,
    sequence,
    isRevoked: revoker !== undefined,
    version: message.version,
  };
}
