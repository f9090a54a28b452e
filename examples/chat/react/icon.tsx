interface IconProps {
  /** A shape of icons.css. */
  readonly name: string;
  /** What it says, where no text beside it does. */
  readonly label?: string;
}

/** A picture of one colour. */
export function Icon({ name, label }: IconProps) {
  return (
    <>
      <span className="icon" data-icon={name} title={label} aria-hidden="true" />
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </>
  );
}
