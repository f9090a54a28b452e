import { colorOf, initialsOf } from '../shared/avatar.ts';

interface AvatarProps {
  readonly id: string;
  readonly name: string;
}

/** Initials on a colour, in place of a picture. */
export function Avatar({ id, name }: AvatarProps) {
  return (
    <span className="avatar" data-color={colorOf(id)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
