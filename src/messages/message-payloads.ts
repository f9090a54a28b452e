import type { GroupSystemNoticePayload } from '../groups/group-notice.ts';
import type { GroupTipPayload } from '../groups/group-tip.ts';

/** The content of each type of message, by the SDK's name of the type. Field names are the SDK's. */
export interface MessagePayloads {
  readonly TIMTextElem: TextPayload;
  readonly TIMImageElem: ImagePayload;
  readonly TIMSoundElem: AudioPayload;
  readonly TIMVideoFileElem: VideoPayload;
  readonly TIMFileElem: FilePayload;
  readonly TIMCustomElem: CustomPayload;
  readonly TIMFaceElem: FacePayload;
  readonly TIMLocationElem: LocationPayload;
  readonly TIMRelayElem: MergerPayload;
  readonly TIMGroupTipElem: GroupTipPayload;
  readonly TIMGroupSystemNoticeElem: GroupSystemNoticePayload;
  /** What a later SDK adds. */
  readonly unknown: UnknownPayload;
}

/** The types of messages: the SDK's names (`TYPES.MSG_*`), and `unknown`. */
export type MessageType = keyof MessagePayloads;

/** A type of message with its content: discriminated by `type`, which narrows `payload`. */
export type MessageContent = {
  readonly [K in MessageType]: { readonly type: K; readonly payload: MessagePayloads[K] };
}[MessageType];

/** The content of a text, with mentions or without. */
export interface TextPayload {
  readonly text: string;
}

/** The content of an image message. */
export interface ImagePayload {
  readonly uuid: string;
  /** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 other. */
  readonly imageFormat: number;
  /** The original, then a large and a small thumbnail. Before the upload all three show the local file. */
  readonly imageInfoArray: readonly ImageInfo[];
}

/** One size of an image. */
export interface ImageInfo {
  /** 0 the original, 1 the large thumbnail, 2 the small one. */
  readonly type: number;
  /** Bytes; 0 where unknown. */
  readonly size: number;
  /** Pixels; 0 where unknown. */
  readonly width: number;
  readonly height: number;
  /** Where it can be loaded from. */
  readonly url: string;
}

/** The content of a voice message. */
export interface AudioPayload {
  readonly uuid: string;
  /** Where it can be loaded from; `''` before the upload. */
  readonly url: string;
  /** Seconds. */
  readonly second: number;
  /** Bytes. */
  readonly size: number;
}

/** The content of a video message. */
export interface VideoPayload {
  readonly videoUUID: string;
  /** Where it can be loaded from; a local address before the upload. */
  readonly videoUrl: string;
  readonly videoFormat: string;
  readonly videoSecond: number;
  /** Bytes. */
  readonly videoSize: number;
  readonly snapshotUrl: string;
  /** Pixels. */
  readonly snapshotWidth: number;
  readonly snapshotHeight: number;
  /** Bytes. */
  readonly snapshotSize: number;
}

/** The content of a file message. */
export interface FilePayload {
  readonly uuid: string;
  readonly fileName: string;
  /** Bytes. */
  readonly fileSize: number;
  /** Where it can be loaded from; `''` before the upload. */
  readonly fileUrl: string;
}

/** What the application makes of it. */
export interface CustomPayload {
  readonly data: string;
  readonly description: string;
  readonly extension: string;
}

/** A sticker of the application's own. */
export interface FacePayload {
  readonly index: number;
  readonly data: string;
}

/** A place. */
export interface LocationPayload {
  readonly description: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** Several messages, forwarded as one. */
export interface MergerPayload {
  readonly title: string;
  /** A line for each of the first messages. */
  readonly abstractList: readonly string[];
  /** What SDKs show that know no such message. */
  readonly compatibleText: string;
  /** Unless `''`, the messages are on the server alone: `actions.messages.downloadMerger` brings them. */
  readonly downloadKey: string;
  /** The messages, oldest first; empty before the download. */
  readonly messageList: readonly MergedMessage[];
  /** Whether it holds too many mergers within mergers to be shown. */
  readonly layersOverLimit: boolean;
}

/** One of the messages in a merger: neither in a timeline nor in the profiles, so with its sender's name. */
export interface MergedMessage {
  readonly ID: string;
  readonly from: string;
  readonly nick: string;
  readonly avatar: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly cloudCustomData: string;
  readonly messageBody: readonly MessageContent[];
}

/** The content of a message of a type that this version does not know: the type's name and a frozen copy. */
export interface UnknownPayload {
  readonly type: string;
  readonly payload: unknown;
}
