import type { ImagePayload } from 'tim-reactive';

/** An image, small; a click opens it in its own size. */
export function ImageBody({ payload: { imageInfoArray } }: { readonly payload: ImagePayload }) {
  const [original] = imageInfoArray;
  const { url = '', width = 0, height = 0 } = imageInfoArray[1] ?? original ?? {};
  return (
    <a className="picture" href={original?.url} target="_blank" rel="noreferrer">
      <img src={url} width={width || undefined} height={height || undefined} alt="Sent with this message" />
    </a>
  );
}
