import {
  configureStore,
  createEntityAdapter,
  createSlice,
  type EntityState,
  type PayloadAction,
} from '@reduxjs/toolkit';
import { byConversation } from '../by-conversation.ts';
import type { CreateDriver, RawMessage } from '../driver.ts';

const adapter = createEntityAdapter<RawMessage, string>({
  selectId: ({ ID }) => ID,
  sortComparer: (a, b) => a.time - b.time || a.sequence - b.sequence,
});

type Timelines = Record<string, EntityState<RawMessage, string>>;

const empty: Timelines = {};

const timelines = createSlice({
  name: 'timelines',
  initialState: empty,
  reducers: {
    /** By conversation, for what arrives together is reduced together. */
    put: (state, { payload }: PayloadAction<Readonly<Record<string, readonly RawMessage[]>>>) => {
      for (const [conversationID, messages] of Object.entries(payload)) {
        const timeline = state[conversationID];
        if (timeline === undefined)
          state[conversationID] = adapter.addMany(adapter.getInitialState(), messages);
        else adapter.upsertMany(timeline, messages);
      }
    },
  },
});

/**
 * Redux Toolkit's entity adapter, sorted by time, without the middlewares of development. Messages are copied, as it
 * freezes what it is given. A burst is one action: one each would cost a thousand times an append.
 */
export const createDriver: CreateDriver = ({ loaded, open, look }) => {
  const store = configureStore({
    reducer: timelines.reducer,
    middleware: (defaults) =>
      defaults({ immutableCheck: false, serializableCheck: false, actionCreatorCheck: false }),
    devTools: false,
  });
  const none = adapter.getInitialState();
  const { selectAll } = adapter.getSelectors((state: Timelines) => state[open] ?? none);
  const { put } = timelines.actions;
  const putHere = (messages: readonly RawMessage[]): void => {
    store.dispatch(put({ [open]: messages.map((message) => ({ ...message })) }));
  };
  putHere(loaded);

  let seen = selectAll(store.getState());
  const unsubscribe = store.subscribe(() => {
    const list = selectAll(store.getState());
    if (list === seen) return;
    seen = list;
    look(list.length, (index) => list[index]);
  });

  return Promise.resolve({
    append: (message) => putHere([message]),
    insert: (message) => putHere([message]),
    update: (message) => putHere([message]),
    prepend: putHere,
    burst: (messages) => {
      store.dispatch(put(byConversation(messages.map((message) => ({ ...message })))));
    },
    dispose: unsubscribe,
  });
};
