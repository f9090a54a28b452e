import type { FacePayload } from 'tim-reactive';

/** A sticker of this application: what is sent, and what is shown for it. */
export interface Sticker extends FacePayload {
  readonly picture: string;
  readonly label: string;
}

/** All that there are. */
export const STICKERS: readonly Sticker[] = [
  { index: 1, data: 'party', picture: '🎉', label: 'Party' },
  { index: 1, data: 'hiker', picture: '🥾', label: 'Hiking boot' },
  { index: 1, data: 'pancakes', picture: '🥞', label: 'Pancakes' },
];

/** The sticker that was sent; `undefined` for one of another application. */
export function stickerOf({ data }: FacePayload): Sticker | undefined {
  return STICKERS.find((sticker) => sticker.data === data);
}
