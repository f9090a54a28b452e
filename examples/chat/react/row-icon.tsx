import { Icon } from './icon.tsx';

/** An icon where other rows have a picture. */
export function RowIcon({ name }: { readonly name: string }) {
  return (
    <span className="row-icon">
      <Icon name={name} />
    </span>
  );
}
