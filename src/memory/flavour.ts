/**
 * Whose behaviour is imitated where the generations differ: `tim-js-sdk` 2.27 or `@tencentcloud/chat` 3.6.
 * The differences are listed in the documentation of `createSdk`.
 */
export type Flavour = '2.x' | '3.x';

/** Writes into one of the SDK's live objects. */
export type Write = <Target extends object>(target: Target, patch: Partial<Target>) => void;

/**
 * All in-place changes go through this, because the generations answer a consumer's `Object.freeze` differently:
 * 2.x throws a TypeError in the midst of its work, 3.x does not notice and its object keeps the old value.
 */
export function createWrite(flavour: Flavour): Write {
  if (flavour === '2.x') return (target, patch) => void Object.assign(target, patch);
  return (target, patch) => {
    for (const [key, value] of Object.entries(patch)) Reflect.set(target, key, value);
  };
}
