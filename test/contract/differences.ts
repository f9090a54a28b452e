/** One place where two traces are not alike; values are short texts. */
export interface Difference {
  /** Keys and indexes from the step on, joined by dots. */
  readonly path: string;
  readonly embedded: string;
  readonly real: string;
}

/** What is not there at all, as opposed to `undefined`. */
const ABSENT = Symbol('absent');

/** All places where two trees of plain values differ; a part that only one of them has is one difference. */
export function differencesOf(embedded: unknown, real: unknown, path = ''): readonly Difference[] {
  if (Object.is(embedded, real)) return [];
  if (!isTree(embedded) || !isTree(real) || Array.isArray(embedded) !== Array.isArray(real))
    return [{ path, embedded: shown(embedded), real: shown(real) }];
  const keys = new Set([...Object.keys(real), ...Object.keys(embedded)]);
  return [...keys].flatMap((key) =>
    differencesOf(own(embedded, key), own(real, key), path === '' ? key : `${path}.${key}`),
  );
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : ABSENT);

/** Short unless it is a text, and without what a table's cell could not hold. */
function shown(value: unknown): string {
  if (value === ABSENT) return '(absent)';
  if (typeof value === 'string') return JSON.stringify(value);
  const text = isTree(value) ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
