import type { ConversationID, TimStore } from 'tim-reactive';

/** What a client needs, whichever framework it is written in. */
export interface ClientOptions {
  readonly store: TimStore;
  /** Whose client it is. */
  readonly name: string;
  /** Logs the account in again. Where the signature comes from is the application's business, so not the client's. */
  readonly logIn: () => Promise<void>;
  /** The conversation to begin with. */
  readonly initialID: ConversationID | undefined;
  /** Told which conversation is open; `undefined` for none. */
  readonly onOpen: (conversationID: ConversationID | undefined) => void;
}
