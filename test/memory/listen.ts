import type { MemorySdk } from 'tim-reactive/memory';

/** An event that was listened for. `data` is the SDK's own, not a copy. */
export interface Heard {
  readonly name: string;
  readonly data: unknown;
}

/** Listens for events by their value; the list that it answers grows. */
export function listen(sdk: MemorySdk, ...names: readonly string[]): Heard[] {
  const heard: Heard[] = [];
  for (const name of names) sdk.on(name, ({ data }) => heard.push({ name, data }));
  return heard;
}
