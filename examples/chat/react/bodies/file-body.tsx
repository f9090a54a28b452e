import type { FilePayload } from 'tim-reactive';
import { formatSize } from '../../shared/body-words.ts';
import { Icon } from '../icon.tsx';

/** A file to download. */
export function FileBody({ payload: { fileName, fileSize, fileUrl } }: { readonly payload: FilePayload }) {
  return (
    <span className="attachment">
      <Icon name="file" />
      <span className="attachment-text">
        {fileUrl === '' ? (
          <span>{fileName}</span>
        ) : (
          <a href={fileUrl} download={fileName}>
            {fileName}
          </a>
        )}
        <small>{formatSize(fileSize)}</small>
      </span>
    </span>
  );
}
