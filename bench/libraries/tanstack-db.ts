import { BTreeIndex, type Collection, createCollection, createLiveQueryCollection } from '@tanstack/db';
import { byConversation } from '../by-conversation.ts';
import type { CreateDriver, RawMessage } from '../driver.ts';

/** What is kept of a message: all of it. Only the fields that a query can name are typed. */
interface Row extends Record<string, unknown> {
  readonly ID: string;
  readonly time: number;
}

interface Timeline {
  readonly collection: Collection<Row, string>;
  readonly put: (messages: readonly RawMessage[]) => void;
}

const WINDOW = 50;

/**
 * TanStack DB: a collection a conversation, filled by a sync of its own as a service's adapter would, and a live query
 * of the last 50 messages by time. So its subscriber is told of nothing that comes before these 50: neither of a page
 * that is prepended nor of a change further back.
 */
export const createDriver: CreateDriver = async ({ loaded, open, look }) => {
  const timelines = new Map<string, Timeline>();
  const timelineOf = (conversationID: string): Timeline => {
    const known = timelines.get(conversationID);
    if (known !== undefined) return known;
    const created = createTimeline(conversationID);
    timelines.set(conversationID, created);
    return created;
  };

  const opened = timelineOf(open);
  opened.put(loaded);
  const latest = createLiveQueryCollection((query) =>
    query
      .from({ message: opened.collection })
      .orderBy(({ message }) => message.time, 'desc')
      .limit(WINDOW),
  );
  await latest.preload();
  const subscription = latest.subscribeChanges(() => {
    const newestFirst = latest.toArray;
    look(newestFirst.length, (index) => newestFirst[newestFirst.length - 1 - index]);
  });

  const putOne = (message: RawMessage): void => opened.put([message]);
  return {
    append: putOne,
    insert: putOne,
    update: putOne,
    prepend: opened.put,
    burst: (messages) => {
      for (const [conversationID, some] of Object.entries(byConversation(messages)))
        timelineOf(conversationID).put(some);
    },
    dispose: () => subscription.unsubscribe(),
  };
};

/** A collection that is filled from outside. */
function createTimeline(id: string): Timeline {
  let put: Timeline['put'] = () => undefined;
  const collection = createCollection<Row, string>({
    id,
    getKey: ({ ID }) => ID,
    autoIndex: 'eager',
    defaultIndexType: BTreeIndex,
    startSync: true,
    sync: {
      rowUpdateMode: 'full',
      sync: ({ begin, write, commit, markReady }) => {
        markReady();
        put = (messages) => {
          begin();
          for (const message of messages)
            write({ type: collection.has(message.ID) ? 'update' : 'insert', value: { ...message } });
          void commit(); // visible at once, for there is no mutation to wait for
        };
      },
    },
  });
  return { collection, put: (messages) => put(messages) };
}
