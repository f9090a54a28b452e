import type { PeopleSnapshot } from '../cloud/people-wire.ts';
import { EVENT, TYPES } from '../../sdk/constants.ts';
import type { ConversationSnapshot, Push, WireMessage } from '../cloud/wire.ts';
import { type Attributes, createAttributes } from './attributes.ts';
import type { Context } from './context.ts';
import { type ConversationCalls, createConversationCalls } from './conversation-calls.ts';
import { type ConversationGroups, createConversationGroups } from './conversation-groups.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createGroupIntake } from './group-intake.ts';
import { createGroups, type Groups } from './groups.ts';
import { createHistory, type History } from './history.ts';
import { createMembers, type Members } from './members.ts';
import { messageFromWire } from './message.ts';
import { createMessageParts, type MessageParts } from './message-parts.ts';
import { createMessageStore, type MessageStore } from './message-store.ts';
import { createPeople, type People } from './people.ts';
import { createReadMarks } from './read-marks.ts';
import { createReceiving } from './receiving.ts';
import { createRowCalls, type RowCalls } from './row-calls.ts';
import { createSignaling } from './signaling.ts';
import type { Signaling } from './signaling-parts.ts';
import { createTopics, type Topics } from './topics.ts';

/** Everything that a client knows during one login. The next login begins with a new one, and with new objects. */
export interface Account {
  readonly context: Context;
  readonly store: MessageStore;
  readonly conversations: Conversations;
  readonly history: History;
  readonly messages: MessageParts;
  readonly conversationCalls: ConversationCalls;
  readonly people: People;
  readonly rowCalls: RowCalls;
  readonly conversationGroups: ConversationGroups;
  readonly groups: Groups;
  readonly members: Members;
  readonly attributes: Attributes;
  readonly signaling: Signaling;
  readonly topics: Topics;
  /** How many were online when it was last asked, and when that was: milliseconds. By group ID. */
  readonly onlineCounts: Map<string, { readonly memberCount: number; readonly time: number }>;
  readonly receive: (push: Push) => void;
  /** Comes into step with the server: after the login, and again after each loss of the network. */
  readonly synchronize: () => Promise<void>;
}

/** @param onReady Called once, after the first synchronisation. */
export function createAccount(given: Context, onReady: () => void): Account {
  const context: Context = {
    ...given,
    emit: (name, data, more) => {
      given.emit(name, data, more);
      signaling.watch(name, data);
    },
  };
  const { cloud, connection, flavour, userID } = context;
  const store = createMessageStore();
  const conversations = createConversations(context, () => topics.follow());
  const topics = createTopics(context, conversations);
  const readMarks = createReadMarks(context, store, conversations);
  const members = createMembers(context);
  const groups = createGroups(context, conversations, members, (conversationID) =>
    history.setCompleted(conversationID),
  );
  const attributes = createAttributes(context);
  const groupIntake = createGroupIntake(context, groups, members);
  const messages = createMessageParts(context, store, conversations, groups);
  const signaling = createSignaling(given, messages, () => given.signaling.isOn);
  const receiving = createReceiving(context, store, conversations, readMarks, messages, groupIntake);
  const people = createPeople(context, store, conversations);
  const history: History = createHistory(context, store, conversations, readMarks);
  const rowCalls = createRowCalls(context, conversations, store, history, readMarks, groups);
  const conversationGroups = createConversationGroups(context, conversations);
  let isReady = false;

  /** The lists come before SDK_READY, but for the total in 2.x; the list comes once more a second later. */
  const announceReady = (snapshot: PeopleSnapshot): void => {
    isReady = true;
    people.blocklist.takeOver(snapshot.blocklist);
    conversations.announceFirst();
    people.friends.takeOver(snapshot);
    onReady();
    if (flavour === '3.x') context.emit(EVENT.SERVER_CONFIG_UPDATED, { config: {} });
    conversationGroups.takeOver(snapshot.conversationGroups);
    groups.announce();
    people.friends.announce();
    groups.refreshRows(groups.list(), true);
    if (groups.list().length > 0) groups.announce();
    conversations.announce();
  };

  /** Notices from before the login are in the history of the system conversation, which has no row for them. */
  const takeUpNotices = (notices: readonly WireMessage[]): void => {
    store.prepend(
      TYPES.CONV_SYSTEM,
      notices.map((notice) => messageFromWire(flavour, notice, userID)),
    );
    history.setCompleted(TYPES.CONV_SYSTEM);
  };

  return {
    context,
    store,
    conversations,
    history,
    people,
    rowCalls,
    conversationGroups,
    messages,
    signaling,
    topics,
    conversationCalls: createConversationCalls(context, conversations, readMarks, people.profiles),
    groups,
    members,
    attributes,
    onlineCounts: new Map(),

    receive: (push) => {
      if (people.receive(push)) return;
      if (push.kind === 'topicCreated' || push.kind === 'topicDeleted' || push.kind === 'topicUpdated') {
        topics.receive(push);
        return;
      }
      if (push.kind === 'roomData') {
        if (flavour === '3.x') context.emit(EVENT.ROOM_CUSTOM_DATA_RECEIVED, push.data);
        return;
      }
      rowCalls.receive(push);
      conversationGroups.receive(push);
      if (push.kind === 'groupAttributes' || push.kind === 'groupCounters') attributes.receive(push);
      else if (push.kind !== 'overheard') receiving.receive(push);
    },

    synchronize: async () => {
      const [snapshots, groupCards, known, notices] = await connection.request(
        () =>
          [
            cloud.synchronize(userID, connection),
            cloud.groups.list(userID),
            cloud.people.snapshot(userID),
            isReady ? [] : cloud.groups.notices(userID),
          ] as const,
      );
      const missed = connection.takeMissed();
      conversations.replaceAll(isReady ? snapshots : snapshots.filter(isOfPeople));
      takeUpNotices(notices);
      groups.replaceAll(groupCards);
      groups.takeLastMessages();
      if (!isReady) {
        announceReady(known);
        return;
      }
      conversations.announce();
      groups.announce();
      groups.refreshRows(groups.list());
      people.friends.takeOver(known);
      conversationGroups.takeOver(known.conversationGroups);
      receiving.replay(missed);
    },
  };
}

function isOfPeople({ conversationID }: ConversationSnapshot): boolean {
  return conversationID !== TYPES.CONV_SYSTEM;
}
