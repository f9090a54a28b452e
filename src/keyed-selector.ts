import type { TimState } from './state.ts';
import type { TimKey } from './tim-key.ts';

/**
 * A selector that knows which parts of the state it reads: what it answers changes only with commits that change one of
 * them. `store.select`, hooks and composables look at it again after those, and after no other.
 *
 * @example
 * selectConversation.keys(c2cID('alice')); // ['conversation:C2Calice']
 */
export interface KeyedSelector<Args extends readonly unknown[], T> {
  (state: TimState, ...args: Args): T;
  /** The parts of the state that it reads when it is called with these arguments. */
  readonly keys: (...args: Args) => readonly TimKey[];
}

/** The key of a list, or that of an entity without its ID, which is then the first argument. */
type Key = 'session' | 'conversations' | 'groups' | 'friends' | 'blocklist' | `${Entity}:`;
type Entity = 'conversation' | 'messages' | 'message' | 'group' | 'members' | 'friend' | 'profile';

/**
 * Gives a selector its keys; where an ID is missing, none. It is pure, and to be marked so where it is called, so that
 * bundlers drop the selectors that nobody imports.
 */
export function keyed<Args extends readonly unknown[], T>(
  keys: Key | ((...args: Args) => readonly TimKey[] | '' | undefined),
  selector: (state: TimState, ...args: Args) => T,
): KeyedSelector<Args, T> {
  const keysOf =
    typeof keys === 'function'
      ? keys
      : (...[ID]: readonly unknown[]) =>
          keys.endsWith(':') ? ID && [`${keys}${ID as string}` as TimKey] : [keys as TimKey];
  return Object.assign(selector, { keys: (...args: Args) => (keysOf(...args) || []) as readonly TimKey[] });
}
