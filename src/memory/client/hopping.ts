import { peerOfID } from '../cloud/conversation-ids.ts';
import type { WireMessage } from '../cloud/wire.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import { type Message, messageFromWire } from './message.ts';
import type { MessageStore } from './message-store.ts';
import { isConversationID, property, requireParams } from './validate.ts';

/** What `getMessageListHopping` takes. */
export interface HoppingOptions {
  readonly conversationID: string;
  /** Group: where to begin, inclusive; the newest, when left out. */
  readonly sequence?: number;
  /** C2C: the same, in seconds. */
  readonly time?: number;
  /** 0: older ones (unless told); 1: newer ones. */
  readonly direction?: number;
  /** More than 15 is cut to 15. */
  readonly count?: number;
}

/** One stretch of the history, oldest first; what to ask for next depends on the kind of conversation. */
export interface HoppingData {
  readonly messageList: readonly Message[];
  readonly isCompleted: boolean;
  /** Group; '' at the end. */
  readonly nextMessageSeq?: number | '';
  /** C2C, seconds; '' at the end. */
  readonly nextMessageTime?: number | '';
}

/** Reading the history from any point, either way. */
export interface Hopping {
  readonly getMessageListHopping: (options: HoppingOptions) => Promise<SdkResponse<HoppingData>>;
}

const MAX_COUNT = 15;

/**
 * The hops of one login. What they bring does not enter the lists of `getMessageList`. 3.x keeps it aside, where
 * `findMessage` does not look but modifications and receipts do; 2.x keeps nothing.
 */
export function createHopping({ cloud, flavour, request, userID }: Context, store: MessageStore): Hopping {
  /** 3.x: by conversation and direction, where the last hop ended; the next one goes on behind it. */
  const ends = new Map<string, { readonly time: number; readonly ID: string }>();

  const own = (wires: readonly WireMessage[]): readonly Message[] => {
    const messages = wires.map((wire) => messageFromWire(flavour, wire, userID));
    if (flavour === '3.x') for (const message of messages) store.putAside(message);
    return messages;
  };

  const hopC2C = async (
    conversationID: string,
    time: number,
    direction: 0 | 1,
    count: number,
  ): Promise<HoppingData> => {
    const key = `${conversationID}-${direction}`;
    const end = ends.get(key);
    const after = flavour === '3.x' && end?.time === time ? end.ID : undefined;
    // One more than asked for: it tells whether there are more, and in 2.x where the next page begins.
    const found = await request('getMessageListHopping', () =>
      cloud.hop(userID, conversationID, { position: time, after, direction, count: count + 1 }),
    );
    const isCompleted = found.length <= count;
    const page = isCompleted ? found : direction === 1 ? found.slice(0, -1) : found.slice(1);
    const outermost = (list: readonly WireMessage[]): WireMessage | undefined =>
      list.at(direction === 1 ? -1 : 0);
    const next = outermost(flavour === '3.x' ? page : found);
    if (isCompleted || next === undefined) ends.delete(key);
    else ends.set(key, next);
    return { messageList: own(page), isCompleted, nextMessageTime: isCompleted ? '' : (next?.time ?? '') };
  };

  const hopGroup = async (
    conversationID: string,
    sequence: number | undefined,
    direction: 0 | 1,
    count: number,
  ): Promise<HoppingData> => {
    if (sequence === undefined && direction === 1) {
      return { messageList: [], isCompleted: true, nextMessageSeq: '' };
    }
    // The SDK asks for `count` messages up to a sequence, whichever way it goes.
    const position = direction === 1 ? (sequence ?? 0) + count - 1 : (sequence ?? 0);
    const found = await request('getMessageListHopping', () =>
      cloud.hop(userID, conversationID, { position, direction: 0, count }),
    );
    const page = direction === 1 ? found.filter((message) => message.sequence >= (sequence ?? 0)) : found;
    const outermost = direction === 1 ? found.at(-1) : found.at(0);
    const next = outermost === undefined ? 0 : outermost.sequence + (direction === 1 ? 1 : -1);
    if (direction === 1 && page.length === 0 && flavour === '3.x') {
      return { messageList: [], isCompleted: false, nextMessageSeq: sequence ?? '' }; // it never says completed (measured)
    }
    const isCompleted = next < 1 || page.length === 0;
    return { messageList: own(page), isCompleted, nextMessageSeq: isCompleted ? '' : next };
  };

  return {
    getMessageListHopping: (options) => {
      const conversationID = property(options, 'conversationID');
      const { sequence, time, direction = 0, count = MAX_COUNT } = options;
      requireParams(isConversationID(conversationID) && (direction === 0 || direction === 1));
      const limit = Math.min(count, MAX_COUNT);
      const hop =
        peerOfID(conversationID) === undefined
          ? hopGroup(conversationID, sequence, direction, limit)
          : hopC2C(conversationID, time ?? 0, direction, limit);
      return hop.then(response);
    },
  };
}
