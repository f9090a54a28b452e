import { TYPES } from '../../sdk/constants.ts';
import type { SdkMessage, SdkMessageOptions } from '../../sdk/tim-sdk.ts';
import { conversationIDOf, groupConversationID } from '../cloud/conversation-ids.ts';
import type { FaultableMethod } from '../cloud/faults.ts';
import type { Draft } from '../cloud/wire.ts';
import { REFUSAL } from '../codes.ts';
import { firstSequence } from '../first-sequence.ts';
import { isSdkError, sdkError } from '../sdk-error.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Conversations } from './conversations.ts';
import { lastMessageOf } from './last-message.ts';
import { isGroupMessage, Message } from './message.ts';
import type { MessageStore } from './message-store.ts';
import { isText, property, requireParams } from './validate.ts';

/** Making, sending and recalling messages. Bad arguments throw at once, the rest rejects with an `SdkError`. */
export interface Sending {
  readonly createTextMessage: (options: SdkMessageOptions) => Message;
  /** Resolves with the very object (or Proxy) that was passed; so does `resendMessage`. */
  readonly sendMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: Message }>>;
  /** Any message, not only failed ones, as in the SDK. */
  readonly resendMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: Message }>>;
  /** Flags what was passed, be it a copy. */
  readonly revokeMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: SdkMessage }>>;
}

const CREATED = { priority: 'Normal', flow: 'out', isRead: true, isRevoked: false, revoker: '' } as const;

/** The sending of one login: its sequences go up from one number of the clock. */
export function createSending(context: Context, store: MessageStore, conversations: Conversations): Sending {
  const { clock, cloud, connection, flavour, profile, random, request, tinyID, userID, write } = context;
  let sequence = firstSequence(clock.now());

  /** 3.x shows failed messages in the history, 2.x does not. */
  const fail = (message: Message, error: unknown): never => {
    write(message, { status: 'fail' });
    if (flavour === '3.x') store.append(message);
    throw withMessage(error, message);
  };

  /** While it is in flight a message is in no list. */
  const transmit = async (
    method: FaultableMethod,
    message: SdkMessage,
  ): Promise<SdkResponse<{ readonly message: Message }>> => {
    // A Proxy of the SDK's own object passes, a copy does not.
    if (!(message instanceof Message)) throw sdkError(REFUSAL.NOT_AN_SDK_MESSAGE);
    write(message, { status: 'unSend' });
    const isGroup = isGroupMessage(message);
    if (isGroup && conversations.get(groupConversationID(message.to)) === undefined) {
      return fail(message, sdkError(REFUSAL.GROUP_NOT_JOINED));
    }
    const draft = draftOf(message);
    const sent = await request(method, () => cloud.send(draft, connection)).catch((error: unknown) =>
      fail(message, error),
    );
    write(message, { status: 'success', time: sent.time });
    if (isGroup) write(message, { sequence: sent.sequence });
    store.append(message);
    conversations.showLast(conversations.open(sent.card), lastMessageOf(message));
    conversations.announce();
    return response({ message });
  };

  const markRevoked = async (message: SdkMessage & { isRevoked?: unknown }): Promise<void> => {
    const stored = await request('revokeMessage', () => cloud.revoke(userID, message.ID, connection)).catch(
      (error: unknown) => {
        throw withMessage(error, message);
      },
    );
    write(message, { isRevoked: true });
    const last = conversations.get(conversationIDOf(stored, userID))?.lastMessage;
    if (last?.lastTime !== stored.time || last.lastSequence !== stored.sequence) return;
    write(last, { isRevoked: true });
    conversations.announce();
  };

  return {
    createTextMessage: (options) => {
      const to = property(options, 'to');
      const conversationType = property(options, 'conversationType');
      const text = property(property(options, 'payload'), 'text');
      requireParams(isText(to) && isText(conversationType) && isText(text));
      const clientTime = Math.floor(clock.now() / 1000);
      const isGroup = isGroupMessage({ conversationType });
      const chance = random(100_000_000);
      sequence += 1;
      return new Message(flavour, {
        ...CREATED,
        ID: `${tinyID}-${clientTime}-${chance}`,
        conversationID: `${conversationType}${to}`,
        conversationType,
        time: Math.ceil(clock.now() / 1000),
        sequence: isGroup ? 0 : sequence,
        clientSequence: sequence,
        random: chance,
        nick: profile.nick,
        avatar: profile.avatar,
        from: userID,
        to,
        status: 'unSend',
        cloudCustomData: options.cloudCustomData ?? '',
        clientTime,
        senderTinyID: tinyID,
        type: TYPES.MSG_TEXT,
        payload: { text },
      });
    },

    sendMessage: (message) => {
      requireParams(isText(property(message, 'ID')));
      return transmit('sendMessage', message);
    },

    resendMessage: (message) => {
      requireParams(isText(property(message, 'ID')));
      if (!(message instanceof Message)) {
        if (flavour === '2.x') throw new TypeError('e.getRelayFlag is not a function');
        return transmit('resendMessage', message);
      }
      if (flavour === '3.x') store.remove(message);
      write(message, { isResend: true });
      return transmit('resendMessage', message);
    },

    revokeMessage: (message) => {
      requireParams(isText(property(message, 'ID')) && property(message, 'isRevoked') !== true);
      return markRevoked(message).then(() => response({ message }));
    },
  };
}

function draftOf(message: Message): Draft {
  const { from, to, clientSequence, random, clientTime, type, payload, cloudCustomData, priority } = message;
  const conversationType = isGroupMessage(message) ? 'GROUP' : 'C2C';
  const body = { type, payload: { ...payload }, cloudCustomData, priority };
  return { conversationType, from, to, clientSequence, random, clientTime, ...body };
}

/** Errors of sends and recalls carry the message. */
function withMessage(error: unknown, message: SdkMessage): unknown {
  return isSdkError(error) ? sdkError(error.code, error.message, { message }) : error;
}
