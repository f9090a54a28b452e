import { TYPES } from '../sdk/constants.ts';
import { bytesOf } from './bytes-of.ts';

/** What a message says, by its `type` (one of `TYPES.MSG_*`), in the SDK's shape. Plain data. */
export type Payload = Readonly<Record<string, unknown>>;

/** The SDK's own words, in English, for what is not text; in conversation rows. */
const PREVIEWS: Readonly<Record<string, string>> = {
  [TYPES.MSG_IMAGE]: '[Image]',
  [TYPES.MSG_LOCATION]: '[Location]',
  [TYPES.MSG_AUDIO]: '[Voice]',
  [TYPES.MSG_VIDEO]: '[Video]',
  [TYPES.MSG_FILE]: '[File]',
  [TYPES.MSG_CUSTOM]: '[Custom Messages]',
  [TYPES.MSG_GRP_TIP]: '[Group Notification]',
  [TYPES.MSG_GRP_SYS_NOTICE]: '[Group System Message]',
  [TYPES.MSG_FACE]: '[Animated Sticker]',
  [TYPES.MSG_MERGER]: '[Chat Record]',
};

/** `messageForShow`: the text of a text message, a word in brackets for the others; '' for an unknown type. */
export function messageForShow(type: string, payload: Payload): string {
  const { text } = payload as { readonly text?: unknown };
  if (type === TYPES.MSG_TEXT) return typeof text === 'string' ? text : '';
  return PREVIEWS[type] ?? '';
}

/** The most bytes that the service takes, as JSON. */
const MAX_BYTES = 12 * 1024;

const { MSG_IMAGE, MSG_AUDIO, MSG_VIDEO, MSG_FILE } = TYPES;
/** Their size is that of their URLs, which the server is made with: a demo's may be `data:` URLs. */
const FILES: ReadonlySet<string> = new Set([MSG_IMAGE, MSG_AUDIO, MSG_VIDEO, MSG_FILE]);

/** Whether the service refuses it with 80002. */
export function isTooLarge(type: string, payload: Payload): boolean {
  return !FILES.has(type) && bytesOf(JSON.stringify(payload)) > MAX_BYTES;
}

/** A copy all the way down, so that neither side's objects reach the other. */
export function copyPayload<Plain>(plain: Plain): Plain {
  if (Array.isArray(plain)) return plain.map(copyPayload) as Plain;
  if (typeof plain !== 'object' || plain === null) return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, copyPayload(value)])) as Plain;
}
