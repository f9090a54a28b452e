/** A message as the SDK hands it over: a live object with all of its fields. */
export interface RawMessage {
  readonly ID: string;
  readonly conversationID: string;
  readonly time: number;
  readonly sequence: number;
  isRevoked: boolean;
  [field: string]: unknown;
}

/**
 * The one subscriber of every library: it is told of a change in the open conversation, and reads a window, the last
 * 50 messages. `at` answers the message at an index from 0.
 */
export type Look = (length: number, at: (index: number) => unknown) => void;

/** What a driver begins with. */
export interface World {
  /** What is loaded of the open conversation, oldest first. */
  readonly loaded: readonly RawMessage[];
  /** What the server has before that, oldest first: what `loadOlder` brings. */
  readonly older?: readonly RawMessage[];
  /** All conversations there are, the open one among them: rows of the list as the SDK has them. */
  readonly conversations: readonly RawConversation[];
  readonly open: string;
  readonly look: Look;
}

/** A row of the SDK's conversation list. */
export interface RawConversation {
  readonly conversationID: string;
  unreadCount: number;
  [field: string]: unknown;
}

/**
 * Drives one library through its public API. Each method resolves, or returns, once the subscriber has looked at what
 * it brought. A method is left out where the library cannot do it.
 */
export interface Driver {
  /** A new message arrives in the open conversation. */
  readonly append: (message: RawMessage) => Promise<void> | void;
  /** A message arrives late: it belongs between two that are loaded. */
  readonly insert?: (message: RawMessage) => Promise<void> | void;
  /** A loaded message is changed: the same ID, recalled. */
  readonly update?: (message: RawMessage) => Promise<void> | void;
  /** An older page comes, oldest first. */
  readonly prepend?: (page: readonly RawMessage[]) => Promise<void> | void;
  /** Asks for the next older page of 15 of the open conversation. */
  readonly loadOlder?: () => Promise<void>;
  /** Messages of many conversations arrive, one event each, in one task. */
  readonly burst?: (messages: readonly RawMessage[]) => Promise<void> | void;
  /** A list event of the SDK: all rows, of which one differs. */
  readonly list?: (rows: readonly RawConversation[]) => Promise<void> | void;
  readonly dispose?: () => void;
}

/** Makes a library's store, with what is loaded in it, and one subscriber on the open conversation. */
export type CreateDriver = (world: World) => Promise<Driver>;
