/** Deeper than any payload of the SDK; what lies deeper is left out. */
const MAX_DEPTH = 16;

/**
 * A frozen plain copy of what the SDK handed over: primitives, arrays and the own enumerable fields of objects,
 * without functions, and without what leads back to where it is in. Where nothing differs from `previous`, `previous` itself is the answer, part by part, so that
 * what did not change keeps its identity.
 *
 * @example
 * const one = copyPlain({ a: { b: 1 }, c: [1] });
 * const two = copyPlain({ a: { b: 1 }, c: [2] }, one); // two.a === one.a
 */
export function copyPlain(live: unknown, previous?: unknown): unknown {
  return equalPlain(live, previous) ? previous : copyDeep(live, previous, []);
}

/** `ancestors`: the objects that this one lies in, outermost first. */
function copyDeep(live: unknown, previous: unknown, ancestors: readonly object[]): unknown {
  if (typeof live === 'function' || typeof live === 'symbol') return undefined;
  if (typeof live !== 'object' || live === null) return live;
  if (ancestors.length > MAX_DEPTH || ancestors.includes(live)) return undefined;
  const inside = [...ancestors, live];
  if (Array.isArray(live)) {
    const before: readonly unknown[] = Array.isArray(previous) ? previous : [];
    const copy = live.map((item, index) => copyDeep(item, before[index], inside));
    return equalPlain(copy, previous) ? previous : Object.freeze(copy);
  }
  const before = isRecord(previous) ? previous : {};
  // `fromEntries` makes own fields, whatever they are called: a peer may well send one named `__proto__`.
  const copies = Object.entries(live).map(
    ([key, value]) => [key, copyDeep(value, before[key], inside)] as const,
  );
  const copy = Object.fromEntries(copies.filter(([, copied]) => copied !== undefined));
  return equalPlain(copy, previous) ? previous : Object.freeze(copy);
}

/** Whether two values are deeply equal as plain data: functions and `undefined` fields do not count. */
export function equalPlain(a: unknown, b: unknown): boolean {
  return equalDeep(a, b, 0);
}

function equalDeep(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > MAX_DEPTH)
    return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => equalDeep(item, b[index], depth + 1))
    );
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  // `Object.keys` would make two arrays for each record of a list. What is inherited is functions, which do not count.
  let count = 0;
  for (const key in a) {
    const value = a[key];
    if (!isData(value)) continue;
    if (!equalDeep(value, b[key], depth + 1)) return false;
    count += 1;
  }
  for (const key in b) if (isData(b[key])) count -= 1;
  return count === 0;
}

function isData(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** `previous` if all fields of the two records are identical, else the new one, frozen. */
export function shareRecord<T extends object>(next: T, previous: T | undefined): T {
  if (previous !== undefined) {
    const keys = Object.keys(next) as (keyof T)[];
    if (keys.every((key) => Object.is(next[key], previous[key]))) return previous;
  }
  return Object.freeze(next);
}

/**
 * A deep copy of options, as they go to the server: the SDK may write into it, and it has no field that is `undefined`,
 * of which the SDK makes a `TypeError`.
 */
export function copyForSdk<T extends object>(options: T): T {
  return JSON.parse(JSON.stringify(options)) as T;
}

/** Whether a value is an object with fields, and not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts equal values in one fixed order: a tie-break that does not depend on who came first. */
export function comparePlain(a: unknown, b: unknown): number {
  const x = JSON.stringify(a) ?? '';
  const y = JSON.stringify(b) ?? '';
  return x < y ? -1 : x > y ? 1 : 0;
}
