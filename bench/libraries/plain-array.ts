import type { CreateDriver, RawMessage } from '../driver.ts';

/** What many write by hand: `[...list, message]` a conversation. It neither dedupes nor sorts, so nothing comes late. */
export const createDriver: CreateDriver = ({ loaded, open, look }) => {
  let lists: Readonly<Record<string, readonly RawMessage[]>> = { [open]: loaded };

  const put = (conversationID: string, list: readonly RawMessage[]): void => {
    lists = { ...lists, [conversationID]: list };
  };
  const listOf = (conversationID: string): readonly RawMessage[] => lists[conversationID] ?? [];
  const notify = (): void => {
    const list = listOf(open);
    look(list.length, (index) => list[index]);
  };

  return Promise.resolve({
    append: (message) => {
      put(open, [...listOf(open), message]);
      notify();
    },
    update: (message) => {
      put(
        open,
        listOf(open).map((row) => (row.ID === message.ID ? message : row)),
      );
      notify();
    },
    prepend: (page) => {
      put(open, [...page, ...listOf(open)]);
      notify();
    },
    burst: (messages) => {
      for (const message of messages)
        put(message.conversationID, [...listOf(message.conversationID), message]);
      notify();
    },
  });
};
