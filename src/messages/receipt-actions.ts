import type { ActionContext } from '../action-context.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import { flagOf, recordOf, textOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { requireIDs, requireWhole } from '../shared/limits.ts';
import { listOf } from '../shared/read-record.ts';
import { conversationOf, IDOf, liveMessage } from './live-messages.ts';
import type { MessageReadReceipt } from './message-details.ts';
import { readMessages } from './read-messages.ts';

/** Who has read messages that were sent with `needReadReceipt`; `selectReadReceipt` has what is known. */
export interface ReceiptActions {
  /**
   * Tells the senders that I have read their messages; those that ask for no receipt, and my own, are left out.
   * 30 of one conversation a call. Follows the SDK's `sendMessageReadReceipt`.
   */
  readonly sendReadReceipt: (IDs: readonly string[]) => Promise<void>;
  /**
   * Who has read my messages, as the server knows it now; 30 of one conversation a call. Resolves with what is known
   * of those that ask for receipts. Follows the SDK's `getMessageReadReceiptList`; of C2C the SDK knows only what it was told.
   */
  readonly getReadReceipts: (IDs: readonly string[]) => Promise<readonly MessageReadReceipt[]>;
  /** Which members have read a group message, or have not, page by page. Follows the SDK's `getGroupMessageReadMemberList`. */
  readonly getReadMembers: (ID: string, options?: ReadMemberOptions) => Promise<ReadMemberPage>;
}

/** Which members are to be listed. */
export interface ReadMemberOptions {
  /** Those who have `read` it (the default), or have not. */
  readonly filter?: 'read' | 'unread';
  /** Of the page before; `''` for the first. */
  readonly cursor?: string;
  /** From 1 to 100, which is the default. */
  readonly count?: number;
}

/** Some of those who have read a message, or have not. */
export interface ReadMemberPage {
  readonly userIDs: readonly string[];
  /** For the next page. */
  readonly cursor: string;
  readonly isCompleted: boolean;
}

const MOST = 30;

/** The actions on receipts. */
export function createReceiptActions(context: ActionContext): ReceiptActions {
  /** Calls for those that ask for receipts, sent by me or by others, of one conversation at a time. */
  const forEach = <Answer>(
    operation: string,
    IDs: readonly string[],
    isOwn: boolean,
    call: (chunk: readonly SdkMessage[]) => Promise<Answer>,
  ): Promise<readonly Answer[]> =>
    inChunks(
      requireIDs(operation, 'IDs', IDs)
        .map((ID) => liveMessage(context, operation, ID))
        .filter(
          (live) =>
            flagOf(Reflect.get(live, 'needReadReceipt')) && (Reflect.get(live, 'flow') === 'out') === isOwn,
        ),
      { operation, size: MOST, by: conversationOf },
      call,
      IDOf,
    );

  return {
    sendReadReceipt: async (IDs) => {
      await forEach('send read receipts', IDs, false, (chunk) =>
        context.ask('sendMessageReadReceipt', chunk),
      );
    },
    getReadReceipts: async (IDs) => {
      const parts = await forEach('get read receipts', IDs, true, async (chunk) => {
        await context.ask('getMessageReadReceiptList', chunk); // which writes into the messages
        const { messages: _, ...sightings } = readMessages(context, chunk);
        await context.dispatch({ type: 'receiptsLoaded', ...sightings });
        return sightings.receipts;
      });
      return Object.freeze(parts.flat());
    },
    getReadMembers: async (ID, { filter = 'read', cursor = '', count = 100 } = {}) => {
      const operation = 'get read members';
      requireWhole(operation, 'count', count, 1, 100);
      const message = liveMessage(context, operation, ID);
      const isUnread = filter === 'unread';
      const options = { message, filter: Number(isUnread), cursor, count };
      const data = await context.ask('getGroupMessageReadMemberList', options);
      const raw = recordOf(data);
      return Object.freeze({
        userIDs: listOf<string>(raw[isUnread ? 'unreadUserIDList' : 'readUserIDList'], undefined),
        cursor: textOf(raw['cursor']),
        isCompleted: flagOf(raw['isCompleted']),
      });
    },
  };
}
