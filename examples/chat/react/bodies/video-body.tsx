import type { VideoPayload } from 'tim-reactive';
import { formatLength } from '../../shared/body-words.ts';

/** A video, which does not play by itself. */
export function VideoBody({ payload }: { readonly payload: VideoPayload }) {
  const { videoUrl, snapshotUrl, videoSecond } = payload;
  return (
    <span className="picture">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody wrote down what is said */}
      <video
        controls
        preload="none"
        src={videoUrl || undefined}
        poster={snapshotUrl || undefined}
        aria-label="Video"
      />
      {videoSecond > 0 && <span className="picture-length">{formatLength(videoSecond)}</span>}
    </span>
  );
}
