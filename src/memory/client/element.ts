import { TYPES } from '../../sdk/constants.ts';
import type { Flavour } from '../flavour.ts';
import { copyPayload, type Payload } from '../payload.ts';

/** What `_elements` and `elements` of a message hold, one each; `content` is the message's own payload object. */
export interface Element {
  readonly type: string;
  readonly content: Payload;
  /** Of files: how much is uploaded, up to 1. */
  _percent?: number;
}

/** One of the three sizes in which an image is kept. */
export interface ImageInfo {
  readonly instanceID: number;
  /** 1 the original, 2 up to 720 pixels, 3 up to 198. */
  readonly sizeType: number;
  /** Its place in the array; 0 the original. */
  type: number;
  size: number;
  width: number;
  height: number;
  imageUrl: string;
  readonly url: string;
}

/** The hosts for which the SDK adds a download key to an URL. */
const FILE_HOSTS = ['rich.my-imcloud.com', 'imrich.qcloud.com'];

/** An element with the own keys, and their order, that it has in the generation. `memoryURL` is that of an image. */
export function createElement(flavour: Flavour, type: string, content: Payload, memoryURL = ''): Element {
  const download =
    flavour === '3.x' ? { _fileDownloadProxy: undefined, _authKey: '', _fileDNList: FILE_HOSTS } : {};
  switch (type) {
    case TYPES.MSG_IMAGE:
      return Object.assign({ _imageMemoryURL: memoryURL }, download, { type, _percent: 0, content });
    case TYPES.MSG_AUDIO:
    case TYPES.MSG_VIDEO:
      return { type, _percent: 0, ...download, content };
    case TYPES.MSG_FILE:
      return { type, _percent: 0, content };
    default:
      return { type, content };
  }
}

/** Keys that only 3.x has. */
const NEW_KEYS: Readonly<Record<string, readonly string[]>> = {
  [TYPES.MSG_VIDEO]: ['remoteSnapshotUrl', 'remoteThumbUrl'],
  [TYPES.MSG_FILE]: ['remoteFileUrl'],
  [TYPES.MSG_GRP_TIP]: ['operatorInfo'],
};

/** A payload in the shape of the generation: a new object. */
export function payloadFor(flavour: Flavour, type: string, payload: Payload): Payload {
  const left = flavour === '2.x' ? (NEW_KEYS[type] ?? []) : [];
  const copy = copyPayload(payload);
  return Object.fromEntries(Object.entries(copy).filter(([key]) => !left.includes(key)));
}

/** The payload as it leaves the client: what is on this device only is left out. */
export function travellingPayload(type: string, payload: Payload): Payload {
  const copy = copyPayload(payload);
  switch (type) {
    case TYPES.MSG_IMAGE: {
      const images = copy['imageInfoArray'] as readonly ImageInfo[];
      return { ...copy, imageInfoArray: images.map((image) => ({ ...image, url: image.imageUrl })) };
    }
    case TYPES.MSG_AUDIO:
      return { ...copy, url: copy['remoteAudioUrl'] };
    case TYPES.MSG_VIDEO:
      return { ...copy, videoUrl: copy['remoteVideoUrl'] };
    default:
      return copy;
  }
}

/** The payload of a message that came from the server. */
export function receivedPayload(flavour: Flavour, type: string, payload: Payload): Payload {
  const received = payloadFor(flavour, type, payload);
  if (type === TYPES.MSG_IMAGE) sortImages(received['imageInfoArray'] as ImageInfo[]);
  if (type === TYPES.MSG_GRP_SYS_NOTICE && flavour === '2.x') {
    Reflect.deleteProperty(received['groupProfile'] as object, 'groupType');
  }
  return received;
}

/** Once it is sent, an image's small size stands before the large one. In place. */
export function sortImages(images: ImageInfo[]): void {
  images.sort((a, b) => a.sizeType - b.sizeType);
  images.push(...images.splice(1).reverse());
  for (const [index, image] of images.entries()) image.type = index;
}
