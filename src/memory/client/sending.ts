import type { SdkMessage } from '../../sdk/tim-sdk.ts';
import type { FaultableMethod } from '../cloud/faultable-method.ts';
import type { Draft } from '../cloud/wire.ts';
import { TYPES } from '../../sdk/constants.ts';
import { isTopicID } from '../cloud/conversation-ids.ts';
import { GROUP_REFUSAL, REFUSAL } from '../codes.ts';
import type { Payload } from '../payload.ts';
import { isSdkError, sdkError } from '../sdk-error.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { type ImageInfo, sortImages, travellingPayload } from './element.ts';
import type { Groups } from './groups.ts';
import { lastMessageOf } from './last-message.ts';
import { travellingMerger } from './merger.ts';
import { isGroupMessage, Message } from './message.ts';
import type { MessageStore } from './message-store.ts';
import type { Uploads } from './uploads.ts';
import { isText, property, requireParams } from './validate.ts';

/** What `sendMessage` and `resendMessage` take beside the message. */
export interface SendOptions {
  /** Whoever is not online misses it, and it is kept nowhere. Not in an AVChatRoom. */
  readonly onlineUserOnly?: boolean;
  /** Does nothing: there are no phones here. */
  readonly offlinePushInfo?: object;
  readonly messageControlInfo?: {
    readonly excludedFromUnreadCount?: boolean;
    readonly excludedFromLastMessage?: boolean;
    /** Does nothing. */
    readonly excludedFromContentModeration?: boolean;
  };
}

/** Sending messages. Bad arguments throw at once, the rest rejects with an `SdkError` that carries the message. */
export interface Sending {
  /** Resolves with the very object (or Proxy) that was passed; so does `resendMessage`. */
  readonly sendMessage: Send;
  /** Any message, not only failed ones, as in the SDK. */
  readonly resendMessage: Send;
}

type Send = (
  message: SdkMessage,
  options?: SendOptions,
) => Promise<SdkResponse<{ readonly message: Message }>>;

/** The sending of one login. */
export function createSending(
  context: Context,
  store: MessageStore,
  conversations: Conversations,
  groups: Groups,
  uploads: Uploads,
): Sending {
  const { cloud, connection, flavour, request, userID, write } = context;

  /** 3.x shows failed messages in the history, 2.x does not. */
  const fail = (message: Message, isKept: boolean, error: unknown): never => {
    write(message, { status: 'fail' });
    if (flavour === '3.x' && isKept) store.append(message);
    throw withMessage(error, message);
  };

  const draftOf = (message: Message, options: SendOptions, onlineUserOnly: boolean): Draft => {
    const { messageControlInfo: control = {} } = options;
    return {
      ...travelling(message, travellingMerger(message, cloud.uploadMerger)),
      onlineUserOnly,
      isExcludedFromUnreadCount: !onlineUserOnly && control.excludedFromUnreadCount === true,
      isExcludedFromLastMessage: !onlineUserOnly && control.excludedFromLastMessage === true,
    };
  };

  /** Of a group that it does not hold the SDK asks the server first; the answer is the refusal, mostly. */
  const lookFor = async (groupID: string): Promise<void> => {
    const { type } = await connection.request(() => cloud.groups.profile(userID, groupID));
    if (type === TYPES.GRP_AVCHATROOM) throw sdkError(GROUP_REFUSAL.ROOM_NOT_JOINED);
  };

  /** While it is in flight a message is in no list. */
  const transmit = async (
    method: FaultableMethod,
    message: SdkMessage,
    options: SendOptions,
  ): Promise<SdkResponse<{ readonly message: Message }>> => {
    // A Proxy of the SDK's own object passes, a copy does not.
    if (!(message instanceof Message)) throw sdkError(REFUSAL.NOT_AN_SDK_MESSAGE);
    write(message, { status: 'unSend' });
    const isGroup = isGroupMessage(message);
    if (!isGroup && message.conversationType !== TYPES.CONV_C2C) {
      throw sdkError(REFUSAL.WRONG_CONVERSATION_TYPE);
    }
    const group = conversations.get(message.conversationID)?.groupProfile;
    const isOnlineOnly = options.onlineUserOnly === true && group?.type !== TYPES.GRP_AVCHATROOM;
    const failed = (error: unknown): never => fail(message, !isOnlineOnly, error);
    const uploading = message._relayFlag ? undefined : uploads.start(message);
    if (uploading !== undefined) await uploading.catch(failed);
    if (isGroup && groups.get(message.to)?.isSupportTopic === true) {
      return failed(sdkError(REFUSAL.ONLY_TOPICS));
    }
    if (isGroup && groups.get(message.to) === undefined && !isTopicID(message.to))
      await lookFor(message.to).catch(failed);
    if (saysNothing(message)) return failed(sdkError(REFUSAL.NOTHING_TO_SEND));
    let isAgain = message.isResend;
    const send = (): ReturnType<typeof cloud.send> => {
      const sent = cloud.send(draftOf(message, options, isOnlineOnly), connection, isAgain);
      isAgain = true;
      return sent;
    };
    const sent = await request(method, send, isOnlineOnly).catch(failed);
    if (message.isResend && flavour === '3.x') store.remove(message);
    uploads.finish(message);
    write(message, { status: 'success', time: sent.time });
    if (isGroup) write(message, { sequence: sent.sequence });
    if (message.type === TYPES.MSG_IMAGE && !message._relayFlag) {
      sortImages(message.payload['imageInfoArray'] as ImageInfo[]);
    }
    if (isOnlineOnly) write(message, { _onlineOnlyFlag: true });
    else {
      const isNew = conversations.get(message.conversationID) === undefined;
      const row = conversations.open(sent.card, false);
      const group = groups.get(message.to);
      if (isNew && isGroup && group !== undefined) write(row, { groupProfile: group });
      keep(message, options, row);
      if (isNew) void conversations.complete(sent.card);
    }
    return response({ message });
  };

  const keep = (
    message: Message,
    { messageControlInfo = {} }: SendOptions,
    conversation: Conversation,
  ): void => {
    const isHeld = store.find(message.ID) !== undefined;
    store.append(message);
    if (messageControlInfo.excludedFromUnreadCount === true)
      write(message, { _isExcludedFromUnreadCount: true });
    if (messageControlInfo.excludedFromLastMessage === true)
      write(message, { _isExcludedFromLastMessage: true });
    else {
      // Of a message that is sent again the row takes all but the time.
      const { lastTime, lastSequence } = conversation.lastMessage;
      const kept = isHeld ? { lastTime, lastSequence } : {};
      conversations.showLast(conversation, { ...lastMessageOf(message), ...kept });
    }
    conversations.announce('listFirst', groups.followRows);
  };

  return {
    sendMessage: (message, options = {}) => {
      requireParams(isText(property(message, 'ID')) || (flavour === '3.x' && isObject(message)));
      if (message instanceof Message) uploads.requireFile(message);
      return transmit('sendMessage', message, options);
    },

    resendMessage: (message, options = {}) => {
      requireParams(flavour === '3.x' || isObject(message));
      if (!(message instanceof Message)) {
        const isMessage = isText(property(message, 'ID'));
        if (flavour === '2.x' && !isMessage) return Promise.reject(sdkError(REFUSAL.WRONG_CONVERSATION_TYPE));
        if (flavour === '2.x') throw new TypeError('e.getRelayFlag is not a function');
        return transmit('resendMessage', message, options);
      }
      uploads.requireFile(message);
      write(message, { isResend: true });
      return transmit('resendMessage', message, options);
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** A custom message with three empty fields is not sent; other types cannot be made empty. */
function saysNothing({ type, payload, _relayFlag }: Message): boolean {
  return type === TYPES.MSG_CUSTOM && !_relayFlag && Object.values(payload).every((field) => field === '');
}

/** What of a message leaves the client. */
function travelling(message: Message, payload: Payload): Draft {
  const { from, to, clientSequence, random, clientTime, type, cloudCustomData, priority, atUserList } =
    message;
  return {
    conversationType: isGroupMessage(message) ? 'GROUP' : 'C2C',
    from,
    to,
    clientSequence,
    random,
    clientTime,
    type,
    payload: travellingPayload(type, payload),
    cloudCustomData,
    priority,
    atUserList,
    needReadReceipt: message.needReadReceipt,
    isSupportExtension: message.isSupportExtension,
    receiverList: message._receiverList?.slice(0, MAX_RECEIVERS) ?? [],
  };
}

/** A targeted group message has this many receivers; the SDK leaves out the rest. */
const MAX_RECEIVERS = 50;

/** Errors of sends and recalls carry the message. */
export function withMessage(error: unknown, message: SdkMessage): unknown {
  return isSdkError(error) ? sdkError(error.code, error.message, { message }) : error;
}
