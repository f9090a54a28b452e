import { TYPES } from '../../sdk/constants.ts';
import type { SdkMessage } from '../../sdk/tim-sdk.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import { REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Groups } from './groups.ts';
import { lastMessageOf, noLastMessage } from './last-message.ts';
import { isGroupMessage, Message } from './message.ts';
import type { MessageModifications } from './message-modifications.ts';
import type { MessageStore } from './message-store.ts';
import { withMessage } from './sending.ts';
import { isText, property, requireList, requireParams } from './validate.ts';

/** Recalling, changing and deleting what is sent. */
export interface MessageEdits {
  /** Flags what was passed, be it a copy. */
  readonly revokeMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: SdkMessage }>>;
  /**
   * Sends what the application has written into the message; of a file, its custom data only. MESSAGE_MODIFIED fires
   * here, too. Rejects with 2480 when somebody was faster: then the message is as the other one has made it.
   */
  readonly modifyMessage: (message: Message) => Promise<SdkResponse<{ readonly message: Message | null }>>;
  /** For this user: the first 30 of the first one's conversation that are sent. They stay in the list, flagged. */
  readonly deleteMessage: (
    messageList: readonly Message[],
  ) => Promise<SdkResponse<{ readonly messageList: readonly Message[] }>>;
}

/** The types whose payload can be changed. */
const CHANGEABLE: readonly string[] = [TYPES.MSG_TEXT, TYPES.MSG_CUSTOM, TYPES.MSG_LOCATION, TYPES.MSG_FACE];

const MAX_DELETED = 30;

/** Milliseconds between two deletions, at the least. */
const DELETION_INTERVAL = 1000;

/** The edits of one login. */
export function createMessageEdits(
  { clock, cloud, connection, flavour, request, userID, write }: Context,
  store: MessageStore,
  conversations: Conversations,
  modifications: MessageModifications,
  groups: Groups,
): MessageEdits {
  let deletedAt = Number.NEGATIVE_INFINITY;

  const revoke = async (message: SdkMessage & { isRevoked?: unknown }): Promise<void> => {
    const stored = await request('revokeMessage', () => cloud.revoke(userID, message.ID, connection)).catch(
      (error: unknown) => {
        throw withMessage(error, message);
      },
    );
    write(message, { isRevoked: true });
    const row = conversations.get(conversationIDOf(stored, userID));
    const last = row?.lastMessage;
    if (last?.lastTime !== stored.time || last.lastSequence !== stored.sequence) return;
    // 2.x takes one off, though it was never counted (measured).
    if (row && flavour === '2.x') write(row, { unreadCount: Math.max(0, row.unreadCount - 1) });
    write(last, { isRevoked: true, ...(flavour === '3.x' && { revoker: '' }) });
    conversations.announce();
    if (flavour === '3.x') groups.followRows();
  };

  const modify = async (message: Message): Promise<SdkResponse<{ readonly message: Message | null }>> => {
    const { ID, version, cloudCustomData, type } = message;
    if (isGroupMessage(message)) {
      const group = conversations.get(message.conversationID)?.groupProfile;
      if (group?.type === TYPES.GRP_AVCHATROOM) throw sdkError(REFUSAL.MODIFY_IN_AVCHATROOM, '', { message });
    }
    // 3.x looks into the element, and does not see another payload object that was put in its place (measured).
    const written = flavour === '3.x' ? message._elements[0]?.content : message.payload;
    const payload = CHANGEABLE.includes(type) ? written : undefined;
    const change = { version, payload, cloudCustomData };
    const { message: wire, isConflict } = await request('modifyMessage', () =>
      cloud.modify(userID, ID, change, connection),
    ).catch((error: unknown) => {
      throw withMessage(error, message);
    });
    const held = modifications.apply(wire);
    if (isConflict) throw sdkError(REFUSAL.MODIFY_CONFLICT, '', { message: held });
    return response({ message: held });
  };

  /** The row shows the newest that is left. */
  const flagDeleted = (messages: readonly Message[], conversationID: string): void => {
    for (const message of messages) {
      const held = store.find(message.ID);
      if (held !== undefined) write(held, { isDeleted: true });
      if (held !== message) write(message, { isDeleted: true });
    }
    const conversation = conversations.get(conversationID);
    if (conversation === undefined) return;
    const all = store.list(conversationID);
    const left = all.filter((message) => !message.isDeleted).at(-1);
    const last =
      left === undefined
        ? noLastMessage(!conversationID.startsWith(TYPES.CONV_GROUP), flavour)
        : { ...lastMessageOf(left), version: left.version };
    const { lastTime, lastSequence } = conversation.lastMessage;
    const isSame = lastTime === last.lastTime && lastSequence === last.lastSequence;
    if (!isSame) conversations.showLast(conversation, last);
    const unreadCount = all.filter(
      ({ isRead, isDeleted, isRevoked }) => !isRead && !isDeleted && !isRevoked,
    ).length;
    const isLess = conversationID.startsWith(TYPES.CONV_C2C) && unreadCount !== conversation.unreadCount;
    if (isLess) write(conversation, { unreadCount });
    if (isLess) conversations.announceInPlace();
    if (!isSame) conversations.announceInPlace();
  };

  const remove: MessageEdits['deleteMessage'] = async (messageList) => {
    const { conversationID = '', conversationType } = messageList[0] ?? {};
    if (conversationType === TYPES.CONV_SYSTEM) throw sdkError(REFUSAL.NOTICE_NOT_DELETABLE);
    const deletable = messageList
      .filter((message) => message.status === 'success' && message.conversationID === conversationID)
      .slice(0, MAX_DELETED);
    const IDs = deletable.filter((message) => !message._onlineOnlyFlag).map(({ ID }) => ID);
    if (IDs.length > 0) {
      if (clock.now() - deletedAt < DELETION_INTERVAL) throw sdkError(REFUSAL.TOO_OFTEN);
      deletedAt = clock.now();
      await request('deleteMessage', () => cloud.remove(userID, IDs));
    }
    flagDeleted(deletable, conversationID);
    return response({ messageList: deletable });
  };

  return {
    revokeMessage: (message) => {
      requireParams(
        typeof message === 'object' && message !== null && property(message, 'isRevoked') !== true,
      );
      if (!isText(property(message, 'ID'))) return Promise.reject(sdkError(REFUSAL.NO_MODULE));
      requireParams(property(message, 'conversationType') !== TYPES.CONV_SYSTEM);
      return revoke(message).then(() => response({ message }));
    },

    modifyMessage: (message) => {
      requireParams(message instanceof Message && message.conversationType !== TYPES.CONV_SYSTEM);
      requireParams(!message._onlineOnlyFlag);
      return modify(message);
    },

    deleteMessage: (messageList) => {
      requireList(messageList);
      return remove(messageList);
    },
  };
}
