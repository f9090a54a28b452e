import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { conversationIDOf, groupOfID } from './conversation-ids.ts';
import { conversationCard, conversationSnapshot, wireMessage } from './describe.ts';
import type { GroupCloud } from './group-cloud.ts';
import type { Hub } from './hub.ts';
import { createMessageCloud, type MessageCloud } from './message-cloud.ts';
import { messageID, type Messaging } from './messaging.ts';
import type { PeopleCloud } from './people-cloud.ts';
import type { FullProfile } from './people-wire.ts';
import { fullProfileOf } from './profile-book.ts';
import { createSearchCloud, type SearchCloud } from './search-cloud.ts';
import type { TextServices } from './text-services.ts';
import type { TopicCloud } from './topic-cloud.ts';
import { isVisibleTo, type StoredMessage } from './stored-message.ts';
import type { ConversationCard, ConversationSnapshot, Draft, WireMessage } from './wire.ts';
import { visibleMessages } from './visible-messages.ts';
import type { World } from './world.ts';

/** One page of history, oldest first. */
export interface HistoryPage {
  readonly messages: readonly WireMessage[];
  /** What to ask for to get the next older page. */
  readonly next: number;
  /** Nothing is older. */
  readonly isComplete: boolean;
}

/** What a client may ask of the server. Each is run when a request gets there; what it throws is the refusal. */
export interface Cloud extends MessageCloud {
  /** Server time, milliseconds. */
  readonly now: () => number;
  readonly people: PeopleCloud;
  readonly groups: GroupCloud;
  readonly topics: TopicCloud;
  readonly search: SearchCloud;
  readonly texts: TextServices;
  readonly signIn: (userID: string, connection: Connection) => { tinyID: string; profile: FullProfile };
  readonly signOut: (connection: Connection) => void;
  /** Throws where the login's signature has expired, and ends the login. */
  readonly authorize: (connection: Connection) => void;
  /** The whole list of conversations; the client is in step from now on. */
  readonly synchronize: (userID: string, connection: Connection) => readonly ConversationSnapshot[];
  readonly card: (userID: string, conversationID: string) => ConversationCard;
  /** `isAgain`: it may have come before, its answer lost; it then is not kept again. */
  readonly send: (
    draft: Draft,
    connection: Connection,
    isAgain: boolean,
  ) => { readonly time: number; readonly sequence: number; readonly card: ConversationCard };
  /**
   * `from`: 0 for the newest page, else the `next` of a page, which in a group is the highest sequence wanted.
   * C2C answers 15 messages, groups 21.
   */
  readonly history: (userID: string, conversationID: string, from: number) => HistoryPage;
  readonly markRead: (userID: string, conversationID: string, upTo: number, connection: Connection) => void;
}

const C2C_PAGE = 15;
const GROUP_PAGE = 21;

/** @param maxInstances How many clients of one user may be logged in; a further one kicks the oldest out. */
export function createCloud(
  world: World,
  hub: Hub,
  messaging: Messaging,
  people: PeopleCloud,
  groups: GroupCloud,
  topics: TopicCloud,
  maxInstances: number,
  texts: TextServices,
): Cloud {
  return {
    ...createMessageCloud(world, hub, messaging),
    people,
    groups,
    topics,
    search: createSearchCloud(world),
    texts,
    now: world.now,

    signIn: (userID, connection) => {
      const user = world.user(userID);
      if (hub.of(userID).length === 0) groups.leaveRooms(userID);
      hub.join(userID, connection);
      for (const oldest of hub.of(userID).slice(0, -maxInstances)) {
        hub.kick(oldest, TYPES.KICKED_OUT_MULT_ACCOUNT);
      }
      return { tinyID: user.tinyID, profile: fullProfileOf(user) };
    },

    signOut: hub.leave,

    authorize: (connection) => {
      if (!hub.isExpired(connection)) return;
      hub.leave(connection);
      throw sdkError(SERVER_REFUSAL.SIGNATURE_EXPIRED);
    },

    synchronize: (userID, connection) => {
      const user = world.user(userID);
      // After a logout whose answer was lost the SDK takes itself for logged in, and so logs in again with the network.
      if (!hub.of(userID).includes(connection)) hub.join(userID, connection);
      connection.catchUp();
      people.presence.refresh();
      return [...user.inbox.keys()].map((conversationID) =>
        conversationSnapshot(world, user, conversationID),
      );
    },

    card: (userID, conversationID) => conversationCard(world, world.user(userID), conversationID),

    send: (draft, connection, isAgain) => {
      const known = isAgain ? world.messages.get(messageID(world.user(draft.from), draft)) : undefined;
      const message = known ?? messaging.keep(draft);
      if (known === undefined) messaging.deliver([message], connection);
      const conversationID = conversationIDOf(message, draft.from);
      const card = conversationCard(world, world.user(draft.from), conversationID);
      return { time: message.time, sequence: message.sequence, card };
    },

    history: (userID, conversationID, from) => {
      const user = world.user(userID);
      const groupID = groupOfID(conversationID);
      const isGroup = groupID !== undefined;
      if (isGroup && !groups.isMember(userID, groupID)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      const all = visibleMessages(world, userID, conversationID);
      const position = (message: StoredMessage): number => (isGroup ? message.sequence : message.serial);
      const at =
        from === 0
          ? -1
          : all.findIndex((message) => (isGroup ? message.sequence > from : message.serial === from));
      // From the end, and no further than one beyond the page.
      const size = isGroup ? GROUP_PAGE : C2C_PAGE;
      const older: StoredMessage[] = [];
      for (let end = at < 0 ? all.length : at; end > 0 && older.length <= size; end--) {
        const message = all[end - 1];
        if (message !== undefined && isVisibleTo(message, userID)) older.unshift(message);
      }
      const page = older.slice(-size);
      const first = page[0];
      return {
        messages: page.map((message) => wireMessage(message, user, conversationID)),
        next: first === undefined ? 0 : position(first) - (isGroup ? 1 : 0),
        isComplete: page.length === older.length,
      };
    },

    markRead: messaging.markRead,
  };
}
