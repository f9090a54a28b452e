import type { LocationPayload } from 'tim-reactive';
import { formatPlace } from '../../shared/body-words.ts';
import { Icon } from '../icon.tsx';

/** A place: what it is called, and where it is. */
export function LocationBody({ payload }: { readonly payload: LocationPayload }) {
  return (
    <span className="attachment">
      <Icon name="place" />
      <span className="attachment-text">
        <span>{payload.description}</span>
        <small>{formatPlace(payload)}</small>
      </span>
    </span>
  );
}
