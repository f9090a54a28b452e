import type { FacePayload } from 'tim-reactive';
import { stickerOf } from '../../shared/stickers.ts';

/** A sticker: one of this application's, or the name of another one's. */
export function FaceBody({ payload }: { readonly payload: FacePayload }) {
  const sticker = stickerOf(payload);
  if (sticker === undefined) return <em className="message-text">Sticker “{payload.data}”</em>;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is a character
    <span className="sticker" role="img" aria-label={sticker.label}>
      {sticker.picture}
    </span>
  );
}
