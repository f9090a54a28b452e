import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { conversationIDOf, groupOfID } from './conversation-ids.ts';
import { conversationCard, conversationSnapshot, profileOf, wireMessage } from './describe.ts';
import type { Hub } from './hub.ts';
import type { Messaging } from './messaging.ts';
import type { StoredMessage } from './stored-message.ts';
import type { ConversationCard, ConversationSnapshot, Draft, Profile, WireMessage } from './wire.ts';
import { inboxEntry, messagesOf, type World } from './world.ts';

/** One page of history, oldest first. */
export interface HistoryPage {
  readonly messages: readonly WireMessage[];
  /** What to ask for to get the next older page. */
  readonly next: number;
  /** Nothing is older. */
  readonly isComplete: boolean;
}

/** What a client may ask of the server. Each is run when a request gets there; what it throws is the refusal. */
export interface Cloud {
  /** Server time, milliseconds. */
  readonly now: () => number;
  readonly signIn: (userID: string, connection: Connection) => { tinyID: string; profile: Profile };
  readonly signOut: (connection: Connection) => void;
  /** The whole list of conversations; the client is in step from now on. */
  readonly synchronize: (userID: string, connection: Connection) => readonly ConversationSnapshot[];
  readonly profiles: (userIDs: readonly string[]) => readonly Profile[];
  readonly card: (userID: string, conversationID: string) => ConversationCard;
  readonly send: (
    draft: Draft,
    connection: Connection,
  ) => { readonly time: number; readonly sequence: number; readonly card: ConversationCard };
  /**
   * `from`: 0 for the newest page, else the `next` of a page, which in a group is the highest sequence wanted.
   * C2C answers 15 messages, groups 21.
   */
  readonly history: (userID: string, conversationID: string, from: number) => HistoryPage;
  readonly markRead: (userID: string, conversationID: string, upTo: number, connection: Connection) => void;
  readonly revoke: (userID: string, messageID: string, connection: Connection) => Readonly<StoredMessage>;
  readonly pin: (userID: string, conversationID: string, isPinned: boolean) => void;
}

const C2C_PAGE = 15;
const GROUP_PAGE = 21;

/** @param maxInstances How many clients of one user may be logged in; a further one kicks the oldest out. */
export function createCloud(world: World, hub: Hub, messaging: Messaging, maxInstances: number): Cloud {
  return {
    now: world.now,

    signIn: (userID, connection) => {
      const user = world.user(userID);
      hub.join(userID, connection);
      for (const oldest of hub.of(userID).slice(0, -maxInstances)) {
        hub.kick(oldest, TYPES.KICKED_OUT_MULT_ACCOUNT);
      }
      return { tinyID: user.tinyID, profile: profileOf(user) };
    },

    signOut: hub.leave,

    synchronize: (userID, connection) => {
      const user = world.user(userID);
      // After a logout whose answer was lost the SDK takes itself for logged in, and so logs in again with the network.
      if (!hub.of(userID).includes(connection)) hub.join(userID, connection);
      connection.catchUp();
      return [...user.inbox.keys()].map((conversationID) =>
        conversationSnapshot(world, user, conversationID),
      );
    },

    profiles: (userIDs) =>
      userIDs.flatMap((userID) => {
        const user = world.users.get(userID);
        return user === undefined ? [] : [profileOf(user)];
      }),

    card: (userID, conversationID) => conversationCard(world, world.user(userID), conversationID),

    send: (draft, connection) => {
      const message = messaging.keep(draft);
      messaging.deliver([message], connection);
      const conversationID = conversationIDOf(message, draft.from);
      const card = conversationCard(world, world.user(draft.from), conversationID);
      return { time: message.time, sequence: message.sequence, card };
    },

    history: (userID, conversationID, from) => {
      const user = world.user(userID);
      const all = messagesOf(world, userID, conversationID);
      const isGroup = groupOfID(conversationID) !== undefined;
      const end = from === 0 ? all.length : isGroup ? from : all.findIndex(({ serial }) => serial === from);
      const start = Math.max(0, end - (isGroup ? GROUP_PAGE : C2C_PAGE));
      return {
        messages: all.slice(start, end).map((message) => wireMessage(message, user, conversationID)),
        next: isGroup ? start : (all[start]?.serial ?? 0),
        isComplete: start === 0,
      };
    },

    markRead: messaging.markRead,

    revoke: (userID, messageID, connection) => {
      const message = world.messages.get(messageID);
      if (message === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_MESSAGE);
      const ownsGroup =
        message.conversationType === TYPES.CONV_GROUP && world.groups.get(message.to)?.ownerID === userID;
      if (message.from !== userID && !ownsGroup) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      messaging.revoke(message, userID, connection);
      return message;
    },

    pin: (userID, conversationID, isPinned) => {
      inboxEntry(world.user(userID), conversationID).isPinned = isPinned;
    },
  };
}
