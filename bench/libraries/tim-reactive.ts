import type { ConversationID, TimStore } from '../../dist/src/index.js';
import { createTimStore, selectConversations, selectTimeline } from '../../dist/src/index.js';
import type { CreateDriver, RawMessage } from '../driver.ts';
import { createScriptedSdk } from '../scripted-sdk.ts';

/** This library, over the scripted SDK, as it is published. */
export const createDriver: CreateDriver = async ({ loaded, older = [], conversations, open, look }) => {
  const id = open as ConversationID;
  const scripted = createScriptedSdk({
    conversations,
    history: () => loaded,
    pageSize: Math.max(15, loaded.length),
    hasMore: true,
  });
  const { emit, rescript } = scripted;
  const store: TimStore = createTimStore({ sdk: scripted.sdk });
  await store.actions.session.login({ userID: 'me', userSig: 'signature' });
  await store.actions.messages.load(id);
  const { length } = selectTimeline(store.getState(), id);
  if (length !== loaded.length) throw new Error(`${length} of ${loaded.length} are loaded`);
  rescript({ conversations, history: () => older });

  const subscriptions = [
    store.select(selectTimeline, id).subscribe((timeline) => look(timeline.length, timeline.at)),
    store.select(selectConversations).subscribe((rows) => look(rows.length, (index) => rows[index])),
  ];
  const receive = (message: RawMessage): Promise<void> => {
    emit('MESSAGE_RECEIVED', [message]);
    return Promise.resolve(); // the commit is a microtask later, and was asked for before
  };
  return {
    append: receive,
    insert: receive,
    update: (message) => {
      emit('MESSAGE_REVOKED', [message]);
      return Promise.resolve();
    },
    prepend: async (page) => {
      rescript({ conversations, history: () => page, pageSize: page.length, hasMore: true });
      await store.actions.messages.loadOlder(id);
    },
    loadOlder: () => store.actions.messages.loadOlder(id),
    burst: (messages) => {
      for (const message of messages) emit('MESSAGE_RECEIVED', [message]);
      return Promise.resolve();
    },
    list: (rows) => {
      emit('CONVERSATION_LIST_UPDATED', rows);
      return Promise.resolve();
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      store.dispose();
    },
  };
};
