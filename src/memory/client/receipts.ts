import { EVENT, TYPES } from '../../sdk/constants.ts';
import { groupOfID, peerOfID } from '../cloud/conversation-ids.ts';
import type { Receipt } from '../cloud/message-wire.ts';
import { REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Message } from './message.ts';
import type { MessageStore } from './message-store.ts';
import { property, requireList, requireParams } from './validate.ts';

/** Read receipts of single messages: those that were made with `needReadReceipt`. */
export interface Receipts {
  /** Tells the senders of these messages, all of one conversation, that they are read. */
  readonly sendMessageReadReceipt: (messageList: readonly Message[]) => Promise<SdkResponse<object>>;
  /** Groups: brings the counts of own messages up to date, in place; C2C: answers what it was given. */
  readonly getMessageReadReceiptList: (
    messageList: readonly Message[],
  ) => Promise<SdkResponse<{ readonly messageList: readonly Message[] }>>;
  /** Groups: who has read a message, or who has not, page by page. */
  readonly getGroupMessageReadMemberList: (options: ReadMemberOptions) => Promise<SdkResponse<ReadMembers>>;
  /** Somebody has read. */
  readonly receive: (conversationID: string, receipts: readonly Receipt[]) => void;
}

/** What `getGroupMessageReadMemberList` takes. */
export interface ReadMemberOptions {
  readonly message: Message;
  /** 0: who has read (unless told); 1: who has not. */
  readonly filter?: number;
  /** Of the page before; '' for the first. */
  readonly cursor?: string;
  /** At most 100, and 100 unless told. */
  readonly count?: number;
}

/** What it answers: the list that was not asked for is empty. */
export interface ReadMembers {
  /** '' at the end. */
  readonly cursor: string;
  readonly isCompleted: boolean;
  readonly messageID: string;
  readonly readUserIDList: readonly string[];
  readonly unreadUserIDList: readonly string[];
}

const MAX_READERS = 100;

/** The receipts of one login. */
export function createReceipts(
  { answer, cloud, emit, flavour, request, userID, write }: Context,
  store: MessageStore,
): Receipts {
  const writeCounts = (message: Message, { readCount, unreadCount }: Receipt): void =>
    write(message.readReceiptInfo, { readCount, unreadCount });

  return {
    sendMessageReadReceipt: (messageList) => {
      requireList(messageList);
      const wanted = messageList.filter(({ from, needReadReceipt }) => from !== userID && needReadReceipt);
      if (wanted.length === 0) return Promise.reject(sdkError(REFUSAL.NO_RECEIPTS_WANTED));
      const IDs = wanted.map(({ ID }) => ID);
      return request('sendMessageReadReceipt', () => cloud.sendReceipts(userID, IDs)).then(() =>
        response({}),
      );
    },

    getMessageReadReceiptList: (messageList) => {
      requireList(messageList);
      const own = messageList.filter(({ from, needReadReceipt }) => from === userID && needReadReceipt);
      const isCounted = messageList[0]?.conversationType === TYPES.CONV_GROUP && own.length > 0;
      if (!isCounted) return answer('getMessageReadReceiptList', () => response({ messageList }));
      const IDs = own.map(({ ID }) => ID);
      return request('getMessageReadReceiptList', () => cloud.receipts(IDs)).then((receipts) => {
        for (const [index, message] of own.entries()) {
          const receipt = receipts[index];
          if (receipt !== undefined) writeCounts(message, receipt);
        }
        return response({ messageList });
      });
    },

    getGroupMessageReadMemberList: (options) => {
      const messageID = property(property(options, 'message'), 'ID');
      requireParams(typeof messageID === 'string');
      return request('getGroupMessageReadMemberList', () => cloud.readers(messageID)).then((readers) =>
        response({ messageID, ...readMembers(readers, options) }),
      );
    },

    receive: (conversationID, receipts) => {
      const peerID = peerOfID(conversationID);
      const groupID = groupOfID(conversationID);
      const told = receipts.flatMap((receipt): readonly object[] => {
        const { messageID, readCount, unreadCount, timestamp } = receipt;
        const message = store.find(messageID);
        if (message === undefined) return [];
        if (peerID === undefined) {
          writeCounts(message, receipt);
          return [{ groupID, messageID, readCount, unreadCount }];
        }
        const more = flavour === '3.x' ? { timestamp } : {};
        if (message.readReceiptInfo.isPeerRead === true && flavour === '3.x') return [];
        write(message.readReceiptInfo, { isPeerRead: true, ...more });
        return [{ userID: peerID, messageID, isPeerRead: true, ...more }];
      });
      if (told.length > 0) emit(EVENT.MESSAGE_READ_RECEIPT_RECEIVED, told);
    },
  };
}

function readMembers(
  { read, unread }: { readonly read: readonly string[]; readonly unread: readonly string[] },
  { filter, cursor = '', count = MAX_READERS }: ReadMemberOptions,
): Omit<ReadMembers, 'messageID'> {
  const all = filter === 1 ? unread : read;
  const start = Number(cursor) || 0;
  const end = start + (count > 0 && count < MAX_READERS ? count : MAX_READERS);
  const page = all.slice(start, end);
  const isCompleted = end >= all.length;
  return {
    cursor: isCompleted ? '' : String(end),
    isCompleted,
    unreadUserIDList: filter === 1 ? page : [],
    readUserIDList: filter === 1 ? [] : page,
  };
}
