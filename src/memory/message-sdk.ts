import type { SdkResponse } from './client/context.ts';
import type { MessageOptions } from './client/create-messages.ts';
import type { Extensions } from './client/extensions.ts';
import type { MessageListData, MessageListOptions } from './client/history.ts';
import type { Hopping } from './client/hopping.ts';
import type { MergerDownload } from './client/merger-download.ts';
import type { Message } from './client/message.ts';
import type { MessageEdits } from './client/message-edits.ts';
import type { PinnedMessages } from './client/pinned-messages.ts';
import type { Reactions } from './client/reactions.ts';
import type { Receipts } from './client/receipts.ts';
import type { Sending } from './client/sending.ts';

/**
 * The methods about messages. Those that create answer a message that is in no list and has status 'unSend'. What
 * 2.x lacks is optional.
 */
export interface MessageSdk
  extends Sending,
    MessageEdits,
    MergerDownload,
    Hopping,
    Omit<Receipts, 'receive'>,
    Omit<Extensions, 'receive'>,
    Partial<Omit<Reactions, 'receive'>>,
    Partial<Omit<PinnedMessages, 'receive'>> {
  /** `payload: { text }`. */
  readonly createTextMessage: Create;
  /** `payload: { text, atUserList }`, user IDs and `TYPES.MSG_AT_ALL`; for groups. */
  readonly createTextAtMessage: Create;
  /**
   * `payload: { file }`, a `File`, an input that has one, or what a mini program's picker answers. Sending the message
   * uploads the file first, with `onProgress`, if a 'tim-upload-plugin' was
   * registered before the login; else it rejects with 2040.
   */
  readonly createImageMessage: Create;
  readonly createAudioMessage: Create;
  /** Tried twice; rejects with 2350 for whatever reason. */
  readonly createVideoMessage: Create;
  readonly createFileMessage: Create;
  /** `payload: { data, description, extension }`, texts that may be left out. */
  readonly createCustomMessage: Create;
  /** `payload: { index, data }`: a number and a text. */
  readonly createFaceMessage: Create;
  /** `payload: { description, longitude, latitude }`. */
  readonly createLocationMessage: Create;
  /** `payload: { messageList, title, abstractList, compatibleText }`; throws for failed messages. */
  readonly createMergerMessage: Create;
  /** `payload` is the message; of a group tip the answer is a promise that rejects with 2453. */
  readonly createForwardMessage: Create;
  /**
   * Oldest first. Mostly pages of 15, but what the client holds already may make them longer: treat every answer as a
   * merge by ID.
   */
  readonly getMessageList: (options: MessageListOptions) => Promise<SdkResponse<MessageListData>>;
  /** Null for one that the client does not hold. */
  readonly findMessage: (ID: string) => Message | null;
}

type Create = (options: MessageOptions) => Message;
