import { TYPES } from '../../sdk/constants.ts';
import type { Flavour } from '../flavour.ts';
import type { Payload } from '../payload.ts';
import type { Random } from '../random.ts';
import { payloadFor } from './element.ts';
import { property, requireParams, textOf } from './validate.ts';

/** What the SDK wants to know of a file. */
export interface FileInfo {
  /** What was passed: a `File` of the browser, or whatever an application has in its place. */
  readonly source: unknown;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** As its name ends, or as its MIME type does. */
  readonly extension: string;
  /** Milliseconds; NaN where the file does not say. */
  readonly duration: number;
  /** Pixels; 0 where the file does not say. */
  readonly width: number;
  readonly height: number;
  /** Where the file is on this device; ''. */
  readonly path: string;
  /** The same, or where a browser can show it. */
  readonly url: string;
}

/** Reads a `File`, an input with files, or the answer of a mini program's picker. Throws where there is none. */
export function readFile(passed: unknown): FileInfo {
  const source =
    firstOf(passed, 'files') ?? firstOf(passed, 'tempFiles') ?? property(passed, 'tempFile') ?? passed;
  requireParams(typeof source === 'object' && source !== null);
  const field = (...keys: readonly string[]): unknown =>
    keys.map((key) => property(source, key)).find((value) => value !== undefined && value !== '');
  const url = textOf(field('url', 'uri', 'tempFilePath', 'path'));
  const name = textOf(field('name', 'fileName')) || url.slice(url.lastIndexOf('/') + 1);
  const type = textOf(field('type'));
  return {
    source,
    name,
    size: Number(field('size', 'fileSize') ?? 0),
    extension: name.includes('.')
      ? name.slice(name.lastIndexOf('.') + 1).toLowerCase()
      : type.slice(type.indexOf('/') + 1),
    duration: Number(field('duration')),
    width: Number(field('width') ?? 0),
    height: Number(field('height') ?? 0),
    path: url,
    url: url || objectURL(source),
  };
}

/** The payload of a file that is not uploaded yet, and the URL at which an image can be shown meanwhile. */
export function fileFields(
  {
    flavour,
    random,
    userID,
  }: { readonly flavour: Flavour; readonly random: Random; readonly userID: string },
  type: string,
  file: FileInfo,
): { readonly content: Payload; readonly memoryURL: string } {
  // In 2.x images and files have none.
  const hasExtension = flavour === '3.x' || type === TYPES.MSG_AUDIO || type === TYPES.MSG_VIDEO;
  const uuid = (extension = hasExtension ? file.extension : ''): string =>
    `${SDK_APP_ID}-${userID}-${letters(random)}${extension && `.${extension}`}`;
  const content = payloadFor(flavour, type, payloadOf(type, file, uuid, random, flavour));
  return { content, memoryURL: type === TYPES.MSG_IMAGE ? file.url : '' };
}

/** Stands for the application; the embedded SDK asks for none. */
export const SDK_APP_ID = 1_400_000_000;

function payloadOf(
  type: string,
  file: FileInfo,
  uuid: (extension?: string) => string,
  random: Random,
  flavour: Flavour,
): Payload {
  switch (type) {
    case TYPES.MSG_IMAGE:
      return {
        imageFormat: 255,
        uuid: uuid(),
        imageInfoArray: [1, 2, 3].map((sizeType) => ({
          instanceID: random(9_999_999),
          sizeType,
          type: sizeType - 1,
          size: 0,
          width: 0,
          height: 0,
          imageUrl: '',
          url: file.url,
        })),
      };
    case TYPES.MSG_AUDIO: {
      const second = Math.floor(file.duration / 1000);
      const { path, size } = file;
      return {
        downloadFlag: 2,
        second,
        size: size || 1,
        url: path || undefined,
        remoteAudioUrl: path,
        uuid: uuid(),
      };
    }
    case TYPES.MSG_VIDEO:
      return {
        remoteVideoUrl: file.url,
        videoFormat: file.extension,
        videoSecond: Math.round(file.duration || 0),
        videoSize: file.size || 1,
        videoUrl: file.url,
        videoDownloadFlag: 2,
        videoUUID: uuid(),
        thumbUUID: uuid(flavour === '3.x' ? 'jpg' : undefined),
        thumbFormat: flavour === '3.x' ? 'jpg' : '',
        ...thumb(file, flavour === '3.x' ? '' : undefined),
      };
    default:
      return {
        downloadFlag: 2,
        fileUrl: '',
        remoteFileUrl: '',
        uuid: uuid(),
        fileName: file.name,
        fileSize: file.size,
      };
  }
}

/** 2.x has the keys of the URLs without a value. */
function thumb({ width, height }: FileInfo, url: '' | undefined): Payload {
  return {
    thumbWidth: width || 200,
    snapshotWidth: width || 200,
    thumbHeight: height || 200,
    snapshotHeight: height || 200,
    thumbSize: 0,
    snapshotSize: 0,
    thumbDownloadFlag: 2,
    thumbUrl: url,
    snapshotUrl: url,
    remoteSnapshotUrl: '',
    remoteThumbUrl: '',
  };
}

/** The first of an array, or of what a browser's input has as its `files`. */
function firstOf(passed: unknown, key: string): unknown {
  return property(property(passed, key), '0');
}

interface ObjectURLs {
  readonly createObjectURL?: (file: unknown) => string;
}

/** In a browser a file can be shown before it is uploaded. */
function objectURL(source: unknown): string {
  const { URL: urls, document: page } = globalThis as { URL?: ObjectURLs; document?: unknown };
  const isFile = ['[object File]', '[object Blob]'].includes(Object.prototype.toString.call(source));
  return page !== undefined && isFile ? (urls?.createObjectURL?.(source) ?? '') : '';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function letters(random: Random): string {
  return Array.from({ length: 32 }, () => LETTERS[random(LETTERS.length)]).join('');
}
