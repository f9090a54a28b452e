import { readGroupNotice } from '../groups/group-notice.ts';
import { readGroupTip } from '../groups/group-tip.ts';
import { flagOf, numberOf, recordOf, textOf } from '../shared/fields.ts';
import { recordsIn } from '../shared/outcomes.ts';
import { copyPlain } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord, recordsOf } from '../shared/read-record.ts';
import type {
  ImageInfo,
  MergedMessage,
  MessageContent,
  MessagePayloads,
  MessageType,
} from './message-payloads.ts';

/**
 * Type and payload of one of the SDK's messages to `to`, as frozen copies; fields that are missing read as empty. A type
 * that is not known becomes `unknown`, with its name and its payload in the payload.
 */
export function readContent(type: string, payload: unknown, to = ''): MessageContent {
  // A peer may send any name: what every object has is no reader.
  const read: ((live: unknown, to: string) => unknown) | undefined = type.startsWith('TIM')
    ? READERS[type as KnownType]
    : undefined;
  const content =
    read === undefined
      ? { type: 'unknown', payload: Object.freeze({ type, payload: copyPlain(payload) }) }
      : { type, payload: read(recordOf(payload), to) };
  return Object.freeze(content) as MessageContent;
}

/** A text, or the one of another name where it is empty: of own files the SDK fills only the latter. */
const textOr =
  (other: string) =>
  (live: unknown, _previous: unknown, raw: Readonly<Record<string, unknown>>): string =>
    textOf(live) || textOf(raw[other]);

/** The SDK gives each image a random number with each parse; the rest is always the same. */
const IMAGE: RecordSchema<ImageInfo> = {
  type: numberOf,
  size: numberOf,
  width: numberOf,
  height: numberOf,
  url: textOr('imageUrl'),
};

const MERGED: RecordSchema<MergedMessage> = {
  ID: textOf,
  from: textOf,
  nick: textOf,
  avatar: textOf,
  time: numberOf,
  cloudCustomData: textOf,
  messageBody: (live) =>
    Object.freeze(recordsIn(live).map((item) => readContent(textOf(item['type']), item['payload']))),
};

const reader =
  <T extends object>(schema: RecordSchema<T>) =>
  (live: unknown): T =>
    readRecord(live, schema, '');

type KnownType = Exclude<MessageType, 'unknown'>;

const READERS: { readonly [K in KnownType]: (live: unknown, to: string) => MessagePayloads[K] } = {
  TIMTextElem: reader({ text: textOf }),
  TIMImageElem: reader({ uuid: textOf, imageFormat: numberOf, imageInfoArray: recordsOf(IMAGE) }),
  TIMSoundElem: reader({ uuid: textOf, url: textOr('remoteAudioUrl'), second: numberOf, size: numberOf }),
  TIMVideoFileElem: reader({
    videoUUID: textOf,
    videoUrl: textOr('remoteVideoUrl'),
    videoFormat: textOf,
    videoSecond: numberOf,
    videoSize: numberOf,
    snapshotUrl: textOr('thumbUrl'),
    snapshotWidth: numberOf,
    snapshotHeight: numberOf,
    snapshotSize: numberOf,
  }),
  TIMFileElem: reader({
    uuid: textOf,
    fileName: textOf,
    fileSize: numberOf,
    fileUrl: textOr('remoteFileUrl'),
  }),
  TIMCustomElem: reader({ data: textOf, description: textOf, extension: textOf }),
  TIMFaceElem: reader({ index: numberOf, data: textOf }),
  TIMLocationElem: reader({ description: textOf, longitude: numberOf, latitude: numberOf }),
  TIMRelayElem: reader({
    title: textOf,
    abstractList: listOf<string>,
    compatibleText: textOf,
    downloadKey: textOf,
    messageList: recordsOf(MERGED),
    layersOverLimit: flagOf,
  }),
  TIMGroupTipElem: readGroupTip,
  TIMGroupSystemNoticeElem: readGroupNotice,
};
