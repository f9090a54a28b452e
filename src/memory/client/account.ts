import type { Push } from '../cloud/wire.ts';
import type { Context } from './context.ts';
import { type ConversationCalls, createConversationCalls } from './conversation-calls.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createHistory, type History } from './history.ts';
import { createMessageStore, type MessageStore } from './message-store.ts';
import { createReadMarks } from './read-marks.ts';
import { createReceiving } from './receiving.ts';
import { createSending, type Sending } from './sending.ts';

/** Everything that a client knows during one login. The next login begins with a new one, and with new objects. */
export interface Account {
  readonly context: Context;
  readonly store: MessageStore;
  readonly conversations: Conversations;
  readonly history: History;
  readonly sending: Sending;
  readonly conversationCalls: ConversationCalls;
  readonly receive: (push: Push) => void;
  /** Comes into step with the server: after the login, and again after each loss of the network. */
  readonly synchronize: () => Promise<void>;
}

/** @param onReady Called once, after the first synchronisation. */
export function createAccount(context: Context, onReady: () => void): Account {
  const { cloud, connection, flavour, userID } = context;
  const store = createMessageStore();
  const conversations = createConversations(context);
  const readMarks = createReadMarks(context, store, conversations);
  const receiving = createReceiving(context, store, conversations, readMarks);
  let isReady = false;

  /** The lists come before SDK_READY, but for the total in 2.x; the list comes once more a second later. */
  const announceReady = (): void => {
    isReady = true;
    if (flavour === '2.x') conversations.announceList();
    else conversations.announce();
    onReady();
    conversations.announce();
  };

  return {
    context,
    store,
    conversations,
    history: createHistory(context, store, conversations, readMarks),
    sending: createSending(context, store, conversations),
    conversationCalls: createConversationCalls(context, conversations, readMarks),
    receive: receiving.receive,

    synchronize: async () => {
      const snapshots = await connection.request(() => cloud.synchronize(userID, connection));
      const missed = connection.takeMissed();
      conversations.replaceAll(snapshots);
      if (!isReady) {
        announceReady();
        return;
      }
      conversations.announce();
      receiving.replay(missed);
    },
  };
}
