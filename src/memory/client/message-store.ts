import type { Message } from './message.ts';

/**
 * The messages that a client holds, by conversation. Live ones are appended in the order of their arrival, pages of
 * history are put in front, and nothing is ever sorted: what was sent while older ones were missed stands before them.
 */
export interface MessageStore {
  /** Answers whether it was new. */
  readonly append: (message: Message) => boolean;
  /** Puts those that are new in front, and answers them. */
  readonly prepend: (conversationID: string, messages: readonly Message[]) => readonly Message[];
  readonly remove: (message: Message) => void;
  /** Forgets all messages of a conversation. */
  readonly clear: (conversationID: string) => void;
  /** A fresh array. */
  readonly list: (conversationID: string) => Message[];
  readonly find: (ID: string) => Message | undefined;
  /** Keeps a message that is in no list: one of a hop. */
  readonly putAside: (message: Message) => void;
  /**
   * What recalls and modifications change: in the list of the conversation, if there is one, and only else among those
   * aside. So a message of a hop is not changed in a conversation that has a list.
   */
  readonly target: (conversationID: string, ID: string) => Message | undefined;
}

/**
 * By this the SDK knows a message, rather than by its ID. A message that is sent twice gets another time, so that
 * one object then stands in the list twice.
 */
function keyOf({ from, to, random, sequence, time }: Message): string {
  return `${from}-${to}-${random}-${sequence}-${time}`;
}

interface List {
  readonly keys: Set<string>;
  messages: Message[];
}

/** The store of one login. */
export function createMessageStore(): MessageStore {
  const lists = new Map<string, List>();
  const byID = new Map<string, Message>();
  const aside = new Map<string, Message>();

  const listOf = (conversationID: string): List => {
    const list = lists.get(conversationID) ?? { keys: new Set(), messages: [] };
    lists.set(conversationID, list);
    return list;
  };

  /** Whether the list had no such message; it is to be put there then. */
  const isNew = ({ keys }: List, message: Message): boolean => {
    const key = keyOf(message);
    if (keys.has(key)) return false;
    keys.add(key);
    byID.set(message.ID, message);
    return true;
  };

  return {
    append: (message) => {
      const list = listOf(message.conversationID);
      if (!isNew(list, message)) return false;
      list.messages.push(message);
      return true;
    },

    prepend: (conversationID, messages) => {
      const list = listOf(conversationID);
      const fresh = messages.filter((message) => isNew(list, message));
      list.messages = [...fresh, ...list.messages];
      return fresh;
    },

    remove: (message) => {
      const list = listOf(message.conversationID);
      const key = keyOf(message);
      if (list.keys.delete(key)) list.messages = list.messages.filter((other) => keyOf(other) !== key);
      byID.delete(message.ID);
    },

    clear: (conversationID) => {
      for (const { ID } of listOf(conversationID).messages) byID.delete(ID);
      lists.delete(conversationID);
    },

    list: (conversationID) => [...listOf(conversationID).messages],
    find: (ID) => byID.get(ID) ?? aside.get(ID),
    putAside: (message) => {
      if (!aside.has(message.ID)) aside.set(message.ID, message);
    },
    target: (conversationID, ID) =>
      (lists.get(conversationID)?.messages.length ?? 0) > 0 ? byID.get(ID) : aside.get(ID),
  };
}
