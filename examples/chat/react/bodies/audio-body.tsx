import type { AudioPayload } from 'tim-reactive';
import { formatLength } from '../../shared/body-words.ts';

/** A recording. */
export function AudioBody({ payload: { url, second } }: { readonly payload: AudioPayload }) {
  return (
    <span className="recording">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody wrote down what is said */}
      <audio controls preload="metadata" src={url || undefined} aria-label="Voice message" />
      {second > 0 && <span>{formatLength(second)}</span>}
    </span>
  );
}
