import { TYPES } from '../../sdk/constants.ts';
import { peerOfID } from '../cloud/conversation-ids.ts';
import type { HistoryPage } from '../cloud/cloud.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Conversations } from './conversations.ts';
import { type Message, messageFromWire } from './message.ts';
import type { MessageStore } from './message-store.ts';
import type { ReadMarks } from './read-marks.ts';
import { renamePeer } from './rename-peer.ts';
import { isConversationID, property, requireParams } from './validate.ts';

/** One answer of `getMessageList`, oldest first. */
export interface MessageListData {
  readonly messageList: readonly Message[];
  /**
   * What to pass for the next older page; '' when there is none. C2C: a message ID. Group: a sequence, but a message
   * ID where 2.x answers from memory.
   */
  readonly nextReqMessageID: string;
  readonly isCompleted: boolean;
}

/** What `getMessageList` takes. Without a cursor it answers the newest page. */
export interface MessageListOptions {
  readonly conversationID: string;
  readonly nextReqMessageID?: string;
  /** More than 15 is cut to 15. */
  readonly count?: number;
}

/** The history of one login. */
export interface History {
  readonly getMessageList: (options: MessageListOptions) => Promise<SdkResponse<MessageListData>>;
  /** The messages that were held are gone: the next page is the newest again. */
  readonly forget: (conversationID: string) => void;
  /** There is nothing at the server. */
  readonly setCompleted: (conversationID: string) => void;
}

const MAX_COUNT = 15;

/**
 * `getMessageList` with the SDK's own reckoning (read in the code of both generations, and measured): it answers from
 * memory while more than `count` messages older than the cursor are held; else it asks the server for one page, puts
 * what is new of it in front of what it holds, and answers everything from there up to the cursor. So pages are 15
 * long only as long as nothing else filled the memory. Without a cursor 2.x asks for the page after the last one that
 * it got, 3.x for the newest.
 */
export function createHistory(
  { answer, cloud, flavour, request, userID, write }: Context,
  store: MessageStore,
  conversations: Conversations,
  readMarks: ReadMarks,
): History {
  const completed = new Set<string>();
  /** What the server wants for the page after the last one. */
  const nextPages = new Map<string, number>();

  const cursorOf = (message: Message | undefined): string => {
    if (message === undefined) return '';
    const bySequence = flavour === '3.x' && peerOfID(message.conversationID) === undefined;
    return bySequence ? `${message.sequence}` : message.ID;
  };

  const pageToAskFor = (conversationID: string, cursor: string): number => {
    const next = nextPages.get(conversationID);
    if (peerOfID(conversationID) !== undefined) return flavour === '3.x' && cursor === '' ? 0 : (next ?? 0);
    const newest = conversations.get(conversationID)?.lastMessage.lastSequence ?? 0;
    if (flavour === '2.x') return next ?? newest;
    return cursor === '' ? newest : Number(cursor) || newest;
  };

  const takeOver = (conversationID: string, page: HistoryPage, held: number): MessageListData => {
    const isC2C = peerOfID(conversationID) !== undefined;
    const messages = page.messages.map((wire) => messageFromWire(flavour, wire, userID));
    const fresh = store.prepend(conversationID, messages);
    nextPages.set(conversationID, page.next);
    if (page.isComplete) completed.add(conversationID);
    const conversation = conversations.get(conversationID);
    const profile = conversation?.userProfile;
    if (conversation !== undefined && profile !== undefined) renamePeer(write, store, conversation, profile);
    if (isC2C) readMarks.applyPeerRead(conversationID);
    const all = store.list(conversationID);
    const next = isC2C ? (all[0]?.ID ?? '') : String(page.next);
    return {
      nextReqMessageID: page.isComplete ? '' : next,
      messageList: held > 0 ? all.slice(0, fresh.length + held) : [...fresh],
      isCompleted: page.isComplete,
    };
  };

  const fromMemory = (all: readonly Message[], end: number, count: number): MessageListData => {
    const start = end - count;
    if (start <= 0) return { nextReqMessageID: '', messageList: all.slice(0, end), isCompleted: true };
    return { nextReqMessageID: cursorOf(all[start]), messageList: all.slice(start, end), isCompleted: false };
  };

  return {
    forget: (conversationID) => {
      completed.delete(conversationID);
      nextPages.delete(conversationID);
    },

    setCompleted: (conversationID) => void completed.add(conversationID),

    getMessageList: (options) => {
      const conversationID = property(options, 'conversationID');
      requireParams(isConversationID(conversationID));
      const cursor = options.nextReqMessageID ?? '';
      const count = Math.min(options.count ?? MAX_COUNT, MAX_COUNT);
      const all = store.list(conversationID);
      const isSequence = flavour === '3.x' && peerOfID(conversationID) === undefined && cursor !== '';
      const sequence = isSequence ? Number(cursor) : undefined;
      const at = all.findIndex((message) => message.ID === cursor || message.sequence === sequence);
      const held = cursor === '' ? all.length : Math.max(0, at);

      const conversation = conversations.get(conversationID);
      if (conversation?.groupProfile?.type === TYPES.GRP_AVCHATROOM) {
        const nothing = { messageList: [], nextReqMessageID: '', isCompleted: true };
        return answer('getMessageList', () => response(nothing));
      }
      // The server answers nothing about a group that the account is not in, and keeps no notices.
      const isAtServer = peerOfID(conversationID) !== undefined || conversation?.groupProfile !== undefined;
      if (!isAtServer || held > count || completed.has(conversationID)) {
        const end = cursor === '' ? all.length : at;
        return answer('getMessageList', () => response(fromMemory(all, end, count)));
      }
      const from = pageToAskFor(conversationID, cursor);
      return request('getMessageList', () => cloud.history(userID, conversationID, from)).then((page) =>
        response(takeOver(conversationID, page, held)),
      );
    },
  };
}
