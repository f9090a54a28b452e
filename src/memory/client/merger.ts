import { TYPES } from '../../sdk/constants.ts';
import { bytesOf } from '../bytes-of.ts';
import { copyPayload, type Payload } from '../payload.ts';
import { isGroupMessage, Message } from './message.ts';
import { isText, property, requireParams } from './validate.ts';

/** A message within a merged message. */
export interface MergedMessage {
  readonly from: string;
  readonly messageSender: string;
  readonly time: number;
  readonly messageSequence: number;
  readonly clientSequence: number;
  readonly messageRandom: number;
  readonly cloudCustomData: string;
  readonly clientTime: number;
  readonly ID: string;
  readonly nick: string;
  readonly avatar: string;
  readonly messageBody: readonly { readonly type: string; readonly payload: Payload }[];
  readonly receiverUserID?: string;
  readonly receiverGroupID?: string;
  readonly messageReceiver: string;
}

/** A merged message that is larger than this, as JSON, has its list kept apart, under a key to download it with. */
const MAX_BYTES = 11_264;

/** The payload of a merged message. Throws without messages or a text for old clients, and if one has failed. */
export function mergerPayload(options: unknown): Payload {
  const messageList = property(options, 'messageList');
  const compatibleText = property(options, 'compatibleText');
  requireParams(Array.isArray(messageList) && messageList.length > 0 && isText(compatibleText));
  requireParams(messageList.every((message) => property(message, 'status') !== 'fail'));
  return {
    downloadKey: '',
    pbDownloadKey: '',
    messageList: messageList.map(mergedMessage),
    title: property(options, 'title'),
    abstractList: property(options, 'abstractList'),
    compatibleText,
    version: 0,
    layersOverLimit: false,
  };
}

/** What of a merged message travels: a large one leaves its list at the server, by `upload`, which answers a key. */
export function travellingMerger(
  message: Message,
  upload: (messageList: readonly unknown[]) => string,
): Payload {
  const { payload, type } = message;
  const messageList = payload['messageList'];
  if (type !== TYPES.MSG_MERGER || !Array.isArray(messageList) || messageList.length === 0) return payload;
  if (bytesOf(JSON.stringify(message)) <= MAX_BYTES) return payload;
  const key = upload(messageList);
  return { ...payload, messageList: [], downloadKey: key, pbDownloadKey: `pb-${key}` };
}

function mergedMessage(message: unknown): MergedMessage {
  requireParams(message instanceof Message);
  const { from, to, time, sequence, clientSequence, random, cloudCustomData, clientTime, ID } = message;
  return {
    from,
    messageSender: from,
    time,
    messageSequence: sequence,
    clientSequence,
    messageRandom: random,
    cloudCustomData,
    clientTime,
    ID,
    nick: message.nick,
    avatar: message.avatar,
    messageBody: [{ type: message.type, payload: copyPayload(message.payload) }],
    ...(isGroupMessage(message) ? { receiverGroupID: to } : { receiverUserID: to }),
    messageReceiver: to,
  };
}
