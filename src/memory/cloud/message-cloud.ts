import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { copyPayload, isTooLarge, type Payload } from '../payload.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { conversationIDOf, groupOfID } from './conversation-ids.ts';
import { profileOf, wireMessage } from './describe.ts';
import type { Hub } from './hub.ts';
import { createMessageNotes, type MessageNotesCloud } from './message-notes.ts';
import { type Messaging, participants } from './messaging.ts';
import { isVisibleTo, type StoredMessage } from './stored-message.ts';
import type { Profile, WireMessage } from './wire.ts';
import { visibleMessages } from './visible-messages.ts';
import { viewOf, type World } from './world.ts';

/** What a client may do to messages that are sent. Each throws what the server refuses with. */
export interface MessageCloud extends MessageNotesCloud {
  readonly revoke: (userID: string, messageID: string, connection: Connection) => Readonly<StoredMessage>;
  /** `version` is the one that the change is made to; with another one the answer is the conflict's winner. */
  readonly modify: (userID: string, messageID: string, change: Change, connection: Connection) => Modified;
  /** For this user alone. */
  readonly remove: (userID: string, messageIDs: readonly string[]) => void;
  /** A stretch of the history, oldest first, that begins (or ends) where it is told, inclusive. */
  readonly hop: (userID: string, conversationID: string, hop: Hop) => readonly WireMessage[];
  /** Pins or unpins a message of a group, for everybody. */
  readonly pinMessage: (userID: string, messageID: string, isPinned: boolean) => void;
  /** By sequence, each with its pinner. */
  readonly pinned: (
    userID: string,
    groupID: string,
  ) => readonly { readonly message: WireMessage; readonly pinner: Profile }[];
  /** Keeps a merged message's list; answers the key to it. */
  readonly uploadMerger: (messageList: readonly unknown[]) => string;
  readonly downloadMerger: (key: string) => readonly unknown[];
}

/** What of a message is to change. */
export interface Change {
  readonly version: number;
  readonly payload: Payload | undefined;
  readonly cloudCustomData: string;
}

/** The message as the server has it now, and whether that is the change's doing. */
export interface Modified {
  readonly message: WireMessage;
  readonly isConflict: boolean;
}

/** Where to hop to: a time (C2C) or a sequence (group), 0 for the newest. */
export interface Hop {
  readonly position: number;
  /** C2C: goes on behind this one. */
  readonly after?: string | undefined;
  readonly direction: 0 | 1;
  readonly count: number;
}

/** Seconds after which a message cannot be recalled any more. */
const RECALL_WINDOW = 120;

/** The part of the server's interface that is about messages. */
export function createMessageCloud(world: World, hub: Hub, messaging: Messaging): MessageCloud {
  const merged = new Map<string, readonly unknown[]>();

  const find = (messageID: string): StoredMessage => {
    const message = world.messages.get(messageID);
    if (message === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_MESSAGE);
    return message;
  };

  const wireFor = (userID: string, message: StoredMessage): WireMessage =>
    wireMessage(message, world.user(userID), conversationIDOf(message, userID));

  const groupOf = ({ conversationType, to }: StoredMessage) =>
    conversationType === TYPES.CONV_GROUP ? world.groups.get(to) : undefined;

  const refuseRevoke = (userID: string, message: StoredMessage): number | undefined => {
    const group = groupOf(message);
    if (group?.type === TYPES.GRP_AVCHATROOM) return SERVER_REFUSAL.NO_RECALL_IN_GROUP_TYPE;
    if (message.from !== userID) {
      // Admins and the owner recall what others say, whenever it was said.
      const role = group?.members.get(userID)?.role ?? TYPES.GRP_MBR_ROLE_MEMBER;
      return role === TYPES.GRP_MBR_ROLE_MEMBER ? SERVER_REFUSAL.NO_PERMISSION : undefined;
    }
    if (Math.floor(world.now() / 1000) - message.time <= RECALL_WINDOW) return undefined;
    return group === undefined ? SERVER_REFUSAL.RECALL_TOO_LATE : SERVER_REFUSAL.GROUP_RECALL_TOO_LATE;
  };

  return {
    ...createMessageNotes(world, hub, find),

    revoke: (userID, messageID, connection) => {
      const message = find(messageID);
      const code = refuseRevoke(userID, message);
      if (code !== undefined) throw sdkError(code);
      messaging.revoke(message, userID, connection);
      return message;
    },

    modify: (userID, messageID, { version, payload, cloudCustomData }, connection) => {
      const message = find(messageID);
      if (!participants(world, message).has(userID)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      if (payload !== undefined && isTooLarge(message.type, payload))
        throw sdkError(SERVER_REFUSAL.MESSAGE_TOO_LARGE);
      if (message.version !== version) return { message: wireFor(userID, message), isConflict: true };
      messaging.modify(message, { payload: payload && copyPayload(payload), cloudCustomData }, connection);
      return { message: wireFor(userID, message), isConflict: false };
    },

    remove: (userID, messageIDs) => {
      for (const messageID of messageIDs) {
        const message = find(messageID);
        if (groupOf(message)?.type === TYPES.GRP_AVCHATROOM)
          throw sdkError(SERVER_REFUSAL.NO_DELETION_IN_AVCHATROOM);
        message.notes.deletedBy.add(userID);
        const view = viewOf(world.user(userID), conversationIDOf(message, userID));
        view.unread.delete(message);
        view.mentions.delete(message);
      }
    },

    hop: (userID, conversationID, { position, after, direction, count }) => {
      const isGroup = groupOfID(conversationID) !== undefined;
      const visible = visibleMessages(world, userID, conversationID).filter((message) =>
        isVisibleTo(message, userID),
      );
      const positionOf = (message: StoredMessage): number => (isGroup ? message.sequence : message.time);
      const known = visible.findIndex(({ ID }) => ID === after);
      let stretch: readonly StoredMessage[];
      if (direction === 1) {
        const start = known < 0 ? visible.findIndex((message) => positionOf(message) >= position) : known + 1;
        stretch = start < 0 ? [] : visible.slice(start, start + count);
      } else {
        const newer = visible.findIndex((message) => position > 0 && positionOf(message) > position);
        const end = known >= 0 ? known : newer < 0 ? visible.length : newer;
        stretch = visible.slice(Math.max(0, end - count), end);
      }
      return stretch.map((message) => wireFor(userID, message));
    },

    pinMessage: (userID, messageID, isPinned) => {
      const message = find(messageID);
      if (groupOf(message)?.memberIDs.has(userID) !== true) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      message.notes.pinnerID = isPinned ? userID : undefined;
      const operator = profileOf(world.user(userID));
      for (const memberID of participants(world, message)) {
        hub.push(memberID, { kind: 'pinned', message: wireFor(memberID, message), isPinned, operator });
      }
    },

    pinned: (userID, groupID) => {
      const group = world.groups.get(groupID);
      if (group?.memberIDs.has(userID) !== true) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      return group.messages.flatMap((message) => {
        const { pinnerID } = message.notes;
        if (pinnerID === undefined) return [];
        return [{ message: wireFor(userID, message), pinner: profileOf(world.user(pinnerID)) }];
      });
    },

    uploadMerger: (messageList) => {
      const key = `merger-${merged.size + 1}`;
      merged.set(key, copyPayload(messageList));
      return key;
    },

    downloadMerger: (key) => {
      const messageList = merged.get(key);
      if (messageList === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_MESSAGE);
      return copyPayload(messageList);
    },
  };
}
