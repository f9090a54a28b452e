import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf, requireConversationID } from '../conversations/conversation-id.ts';
import type { SdkMethod } from '../sdk/call-sdk.ts';
import { invokeSdk } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { invalid, requireID, requireIDs, requireMost } from '../shared/limits.ts';
import { isRecord } from '../shared/plain.ts';
import { unable } from '../shared/unable.ts';
import { liveMessage } from './live-messages.ts';
import type { CustomPayload, FacePayload, LocationPayload } from './message-payloads.ts';
import { selectMessage } from './message-selectors.ts';
import { normalizeMessage } from './normalize-message.ts';
import type { Recipe, SendHandle, Transmitter } from './send-message.ts';
import type { SendOptions } from './send-options.ts';

/**
 * Sending. The row is in the state, `sending`, before the next macrotask; the handle tells how it ends. All of them
 * throw `INVALID_ARGUMENT` for what cannot be sent, `UNSUPPORTED` where the SDK cannot make such a message, and
 * `NOT_LOGGED_IN`, `NOT_READY` or `KICKED_OUT` while none can be made: then nothing is on screen, and the caller
 * still has the content. They follow the SDK's `create…Message` and `sendMessage`.
 */
export interface SendActions {
  /**
   * Sends a text.
   *
   * @example
   * const { ID, finished } = store.actions.messages.sendText(c2cID('alice'), 'hello');
   * await finished; // or ignore it: the row says how it ended
   */
  readonly sendText: (conversationID: ConversationID, text: string, options?: SendOptions) => SendHandle;
  /** Sends a text that mentions members of the group; `TYPES.MSG_AT_ALL` mentions all. The text holds the names as written. */
  readonly sendTextAt: (
    conversationID: ConversationID,
    text: string,
    atUserList: readonly string[],
    options?: SendOptions,
  ) => SendHandle;
  /** Sends an image: a `File`, an input element, or what a mini program's picker answers; it is given to the SDK as it is. */
  readonly sendImage: SendFile;
  /** Sends a recording; of browsers from 3.x on. */
  readonly sendAudio: SendFile;
  /** Sends a video. */
  readonly sendVideo: SendFile;
  /** Sends a file. */
  readonly sendFile: SendFile;
  /** Sends what the application makes of it; one of the fields at least must hold something. */
  readonly sendCustom: (
    conversationID: ConversationID,
    payload: Partial<CustomPayload>,
    options?: SendOptions,
  ) => SendHandle;
  /** Sends a sticker of the application's own. */
  readonly sendFace: (
    conversationID: ConversationID,
    payload: FacePayload,
    options?: SendOptions,
  ) => SendHandle;
  /** Sends a place. */
  readonly sendLocation: (
    conversationID: ConversationID,
    payload: LocationPayload,
    options?: SendOptions,
  ) => SendHandle;
  /** Forwards several messages, at most 300, as one. Throws `UNKNOWN_MESSAGE` for one that is not known, or was never sent. */
  readonly sendMerger: (
    conversationID: ConversationID,
    merger: MergerOptions,
    options?: SendOptions,
  ) => SendHandle;
  /** Forwards a message as it is. Throws `UNKNOWN_MESSAGE` for one that is not known, is a group's tip or notice, or was never sent. */
  readonly forward: (conversationID: ConversationID, ID: string, options?: SendOptions) => SendHandle;
}

/**
 * Sends a file. It is passed on to the SDK as given, which refuses more than 20 MB of an image or a recording, and 100 MB of
 * a video or a file, unless the app's configuration says otherwise.
 */
export type SendFile = (conversationID: ConversationID, file: object, options?: SendOptions) => SendHandle;

/** Messages to forward as one. */
export interface MergerOptions {
  /** Of the messages, in their order. */
  readonly IDs: readonly string[];
  readonly title: string;
  /** A line for each of the first messages: `messagePreview` makes them. */
  readonly abstractList: readonly string[];
  /** What SDKs show that know no such message. */
  readonly compatibleText: string;
}

/** The SDK drops the rest without a word. */
const MOST_RECEIVERS = 50;

/** As the vendor's native SDKs say; this one sends whatever it is given. */
const MOST_MERGED = 300;

type Creator = Extract<SdkMethod, `create${string}Message`>;

/** The actions that send. */
export function createSendActions(context: ActionContext, transmitter: Transmitter): SendActions {
  /** Makes a message by the SDK's method and sends it; `payloadOf` makes its payload of what is given, or throws. */
  const sender =
    <Content>(method: Creator, payloadOf: (operation: string, content: Content) => unknown, isFile = false) =>
    (conversationID: ConversationID, content: Content, options?: SendOptions): SendHandle => {
      const operation = method.replace('create', 'send');
      const partner = partnerOf(requireConversationID(conversationID, operation));
      if (partner === undefined) throw invalid(operation, `nobody can write into ${conversationID}`);
      const payload = payloadOf(operation, content);
      requireMost(operation, 'receiverList', options?.receiverList, MOST_RECEIVERS);
      context.requireReady(operation);
      const { onlineUserOnly, offlinePushInfo, messageControlInfo, ...rest } = options ?? {};
      const create: Recipe['create'] = (report) => {
        const onProgress = (fraction: number): void => {
          report(fraction);
          rest.onProgress?.(fraction);
        };
        const live = invokeSdk(context.sdk(operation), operation, method, {
          to: partner.ID,
          conversationType: partner.type,
          payload,
          ...rest,
          // 2.x and 3.x put something else in the place of the file.
          ...(isFile && { payload: { ...(payload as object) }, onProgress }),
        });
        if (isSdkMessage(live)) return live;
        // Instead of a message, an SDK that is not ready after all answers a rejected promise.
        Promise.resolve(live).catch(() => undefined);
        throw unable('NOT_READY', operation, 'the SDK made no message: wait for session.status "ready"');
      };
      const given = Object.entries({ onlineUserOnly, offlinePushInfo, messageControlInfo }).filter(
        ([, value]) => value !== undefined,
      );
      return transmitter.send({
        create,
        isFile,
        options: given.length === 0 ? undefined : Object.fromEntries(given),
      });
    };

  const sendFile = (method: Creator): SendFile =>
    sender(
      method,
      (operation, file) => {
        if (isRecord(file)) return { file };
        throw invalid(operation, 'the file must be an object');
      },
      true,
    );

  /** A message that was sent, to be sent on. */
  const sent = (operation: string, ID: string): SdkMessage => {
    const live = liveMessage(context, operation, ID);
    const { status, type } = selectMessage(context.getState(), ID) ?? normalizeMessage(live);
    if (status === 'success' && !type.startsWith('TIMGroup')) return live;
    throw unable('UNKNOWN_MESSAGE', operation, `"${ID}" is no message that was sent`);
  };

  const sendTextAt = sender(
    'createTextAtMessage',
    (operation, { text, atUserList }: { readonly text: string; readonly atUserList: readonly string[] }) => ({
      text: requireID(operation, 'the text', text),
      atUserList: [...requireIDs(operation, 'atUserList', atUserList)],
    }),
  );
  return {
    sendText: sender('createTextMessage', (operation, text) => ({
      text: requireID(operation, 'the text', text),
    })),
    sendTextAt: (conversationID, text, atUserList, options) =>
      sendTextAt(conversationID, { text, atUserList }, options),
    sendImage: sendFile('createImageMessage'),
    sendAudio: sendFile('createAudioMessage'),
    sendVideo: sendFile('createVideoMessage'),
    sendFile: sendFile('createFileMessage'),
    sendCustom: sender('createCustomMessage', (operation, payload) => {
      const fields = { data: '', description: '', extension: '', ...payload };
      if (Object.values(requireFields(operation, fields, CUSTOM)).join('') !== '') return fields;
      throw invalid(operation, 'one field at least must hold something');
    }),
    sendFace: sender('createFaceMessage', (operation, payload) => requireFields(operation, payload, FACE)),
    sendLocation: sender('createLocationMessage', (operation, payload) =>
      requireFields(operation, payload, LOCATION),
    ),
    sendMerger: sender('createMergerMessage', (operation, merger) => {
      const { title, compatibleText } = requireFields(operation, merger, MERGER);
      const IDs = requireIDs(operation, 'IDs', merger.IDs);
      requireMost(operation, 'IDs', IDs, MOST_MERGED);
      return {
        messageList: IDs.map((ID) => sent(operation, ID)),
        title,
        abstractList: [...requireIDs(operation, 'abstractList', merger.abstractList)],
        compatibleText: requireID(operation, 'compatibleText', compatibleText),
      };
    }),
    forward: sender('createForwardMessage', sent),
  };
}

const CUSTOM = { data: 'string', description: 'string', extension: 'string' } as const;
const FACE = { index: 'number', data: 'string' } as const;
const LOCATION = { description: 'string', longitude: 'number', latitude: 'number' } as const;
const MERGER = { title: 'string', compatibleText: 'string' } as const;

/** These fields of the payload; throws `INVALID_ARGUMENT` unless each is of its type. */
function requireFields<Name extends string>(
  operation: string,
  payload: unknown,
  types: Readonly<Record<Name, 'string' | 'number'>>,
): Readonly<Record<Name, unknown>> {
  const fields = Object.keys(types).map((name) => {
    const value = recordOf(payload)[name];
    const type = types[name as Name];
    if (typeof value !== type) throw invalid(operation, `${name} must be a ${type}`);
    return [name, value] as const;
  });
  return Object.fromEntries(fields) as Readonly<Record<Name, unknown>>;
}
