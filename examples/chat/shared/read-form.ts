/** What is written in a form, by the names of its fields, without spaces around it. Keeps the browser from sending it. */
export function readForm(event: {
  readonly currentTarget: EventTarget | null;
  readonly preventDefault: () => void;
}): (name: string) => string {
  event.preventDefault();
  const data = event.currentTarget instanceof HTMLFormElement ? new FormData(event.currentTarget) : undefined;
  return (name) => {
    const value = data?.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
}
