import { TYPES } from '../../sdk/constants.ts';
import { REFUSAL } from '../codes.ts';
import type { Payload } from '../payload.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import type { ImageInfo } from './element.ts';
import type { FileInfo } from './file-payloads.ts';
import type { Message } from './message.ts';

/** Brings the files of messages to the server. */
export interface Uploads {
  /** Remembers what a message is to upload, and whom to tell how far it is. */
  readonly prepare: (message: Message, file: FileInfo, onProgress: Job['onProgress']) => void;
  /**
   * Uploads the file, on the clock, and writes its URL into the payload; undefined where there is none to upload.
   * Rejects with an `SdkError` if the file is refused, its way is cut, or a fault is set for 'upload'.
   */
  readonly start: (message: Message) => Promise<void> | undefined;
  /** Throws the SDK's TypeError for a message whose file it does not have: one that was received, or sent before. */
  readonly requireFile: (message: Message) => void;
  /** The message is sent: its file is forgotten. */
  readonly finish: (message: Message) => void;
}

/** In how many steps progress is told. */
const STEPS = 10;

const MEGABYTE = 1024 * 1024;

interface Limit {
  readonly maxSize: number;
  readonly tooLarge: number;
  readonly extensions?: readonly string[];
  readonly wrongType?: number;
}

const LIMITS: Readonly<Record<string, Limit>> = {
  [TYPES.MSG_IMAGE]: {
    maxSize: 20 * MEGABYTE,
    tooLarge: REFUSAL.IMAGE_TOO_LARGE,
    extensions: ['jpg', 'jpeg', 'gif', 'png', 'bmp', 'image', 'webp'],
    wrongType: REFUSAL.IMAGE_TYPE,
  },
  [TYPES.MSG_AUDIO]: { maxSize: 20 * MEGABYTE, tooLarge: REFUSAL.AUDIO_TOO_LARGE },
  [TYPES.MSG_VIDEO]: {
    maxSize: 100 * MEGABYTE,
    tooLarge: REFUSAL.VIDEO_TOO_LARGE,
    extensions: ['mp4', 'quicktime', 'mov', 'video'],
    wrongType: REFUSAL.VIDEO_TYPE,
  },
  [TYPES.MSG_FILE]: { maxSize: 100 * MEGABYTE, tooLarge: REFUSAL.FILE_TOO_LARGE },
};

/** The SDK's numbers for the formats of images; 255 for others. */
const IMAGE_FORMATS: Readonly<Record<string, number>> = { jpg: 1, jpeg: 1, gif: 2, png: 3, bmp: 4 };

interface Job {
  readonly file: FileInfo;
  readonly onProgress: ((fraction: number) => void) | undefined;
}

/** The uploads of one login. */
export function createUploads({ clock, connection, faultOf, uploads, write }: Context): Uploads {
  const jobs = new WeakMap<Message, Job>();
  // A plug-in that is registered later works from the next login on (measured on both generations).
  const hasPlugin = uploads.hasPlugin();

  const progress = ({ onProgress }: Job, message: Message, fraction: number): void => {
    const [element] = message._elements;
    if (element !== undefined) write(element, { _percent: fraction });
    try {
      onProgress?.(fraction);
    } catch {
      // The SDK goes on, too.
    }
  };

  const transfer = (job: Job, message: Message): Promise<void> =>
    new Promise((resolve, reject) => {
      let fault = faultOf('upload');
      const end = ((fault?.atPercent ?? 0) / 100) * STEPS;
      const step = (done: number): void => {
        if (!connection.isUp()) reject(sdkError(REFUSAL.UPLOAD_FAILED));
        else if (fault !== undefined && done >= end) {
          const { kind } = fault;
          if (fault.kind === 'fail') reject(sdkError(fault.code, fault.message));
          else if (kind !== 'hang' && kind !== 'drop') {
            const lateBy = fault.kind === 'delay' ? fault.ms : 0;
            fault = undefined;
            clock.setTimeout(() => step(done), lateBy);
          }
        } else if (done === STEPS) resolve();
        else {
          clock.setTimeout(() => {
            progress(job, message, (done + 1) / STEPS);
            step(done + 1);
          }, uploads.options.time / STEPS);
        }
      };
      step(0);
    });

  const upload = async (job: Job, message: Message): Promise<void> => {
    const { file } = job;
    const { type } = message;
    const code = refusalOf(type, file);
    if (code !== undefined) throw sdkError(code);
    const attempt = async (): Promise<void> => {
      if (!hasPlugin) throw sdkError(REFUSAL.NO_UPLOAD_PLUGIN);
      await transfer(job, message);
    };
    if (type === TYPES.MSG_VIDEO) {
      // Videos are tried twice, and fail with one code, whatever the reason was.
      await attempt()
        .catch(attempt)
        .catch(() => {
          throw sdkError(REFUSAL.VIDEO_UPLOAD_FAILED);
        });
    } else await attempt();
    const uuid = String(message.payload['uuid'] ?? message.payload['videoUUID']);
    write(message.payload, uploadedFields(message, file, uploads.options.urlOf({ ...file, uuid })));
  };

  return {
    prepare: (message, file, onProgress) => void jobs.set(message, { file, onProgress }),
    start: (message) => {
      const job = jobs.get(message);
      return job && upload(job, message);
    },
    requireFile: (message) => {
      if (message._relayFlag || LIMITS[message.type] === undefined || jobs.has(message)) return;
      throw new TypeError("Cannot read properties of undefined (reading 'payload')");
    },
    finish: (message) => void jobs.delete(message),
  };
}

function refusalOf(type: string, { extension, size }: FileInfo): number | undefined {
  const limit = LIMITS[type];
  if (limit?.extensions?.includes(extension.toLowerCase()) === false) return limit.wrongType;
  if (size === 0 && type !== TYPES.MSG_AUDIO && type !== TYPES.MSG_VIDEO) return REFUSAL.FILE_IS_EMPTY;
  return limit !== undefined && size > limit.maxSize ? limit.tooLarge : undefined;
}

/** What the payload is to say once the file is at `url`. */
function uploadedFields({ type, payload }: Message, file: FileInfo, url: string): Payload {
  switch (type) {
    case TYPES.MSG_IMAGE: {
      for (const image of payload['imageInfoArray'] as ImageInfo[]) {
        Object.assign(image, sized(file, image.sizeType, url));
      }
      return { imageFormat: IMAGE_FORMATS[file.extension] ?? 255 };
    }
    case TYPES.MSG_AUDIO:
      return { remoteAudioUrl: url };
    case TYPES.MSG_VIDEO:
      return { remoteVideoUrl: url };
    default:
      return { fileUrl: url, ...('remoteFileUrl' in payload && { remoteFileUrl: url }) };
  }
}

/** The pixels that the shorter side of a size has at most. */
const SHORT_SIDES: Readonly<Record<number, number>> = { 2: 720, 3: 198 };

function sized({ size, width, height }: FileInfo, sizeType: number, url: string): Partial<ImageInfo> {
  const most = SHORT_SIDES[sizeType];
  if (most === undefined) return { size, width, height, imageUrl: url };
  const shorter = Math.min(width, height);
  if (shorter <= most) return { width, height, imageUrl: url };
  return {
    width: Math.ceil((width * most) / shorter),
    height: Math.ceil((height * most) / shorter),
    imageUrl: `${url}?imageView2/3/w/${most}/h/${most}`,
  };
}
