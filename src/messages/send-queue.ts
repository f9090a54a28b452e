/** Lets what is sent into one conversation go out one after the other; conversations do not wait for each other. */
export interface SendQueue {
  /**
   * Calls `start` as soon as all that was added to the conversation before has ended, whether well or not: at once,
   * where nothing is on its way. The answer takes it back, and tells whether it was still waiting.
   */
  readonly add: (conversationID: string, start: () => Promise<unknown>) => () => boolean;
}

/** A queue in which nothing waits. */
export function createSendQueue(): SendQueue {
  /** By conversation: those that wait; there is an entry while one is on its way. */
  const waiting = new Map<string, Set<() => void>>();
  return {
    add: (conversationID, start) => {
      const others = waiting.get(conversationID);
      const run = (): void => {
        start().then(next, next);
      };
      const next = (): void => {
        const rest = waiting.get(conversationID);
        const [first] = rest ?? [];
        if (first === undefined) return void waiting.delete(conversationID);
        rest?.delete(first);
        first();
      };
      if (others === undefined) {
        waiting.set(conversationID, new Set());
        run();
        return () => false;
      }
      others.add(run);
      return () => others.delete(run);
    },
  };
}
