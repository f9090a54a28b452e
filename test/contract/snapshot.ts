/** A copy of what an SDK handed out: without prototypes, with placeholders where the values are chance or time. */
export type Snapshot =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Snapshot[]
  | { readonly [key: string]: Snapshot };

/** Texts that are downloaded, and not there in the stand-in; `tinyID` and the like, which the service makes up. */
const byKey: Readonly<Record<string, string>> = {
  random: '<random>',
  clientSequence: '<sequence>',
  a2Key: '<key>',
  instanceID: '<number>',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^\d+-\d+-\d+$/, '<ID>'],
  [/^\d{14,}$/, '<tinyID>'],
  [/^@TGS#\d+$/, '<groupID>'],
  [/^blob:.+/, '<blob>'],
  [/^\d+-me-\w{32}/, '<uuid>'],
];

/** Copies deeply, own keys only; functions and classes are named. */
export function snapshotOf(value: unknown, key = '', within: readonly object[] = []): Snapshot {
  if (typeof value === 'function') return '<function>';
  if (typeof value === 'string') return named(value, key);
  if (typeof value === 'number') return numbered(value, key);
  if (typeof value !== 'object' || value === null) return value as Snapshot;
  if (within.includes(value)) return '<cycle>';
  const inside = [...within, value];
  if (Array.isArray(value)) {
    const items = value.map((item) => snapshotOf(item, key, inside));
    return byID(value, items) ?? items;
  }
  const entries = Object.entries(value).map(
    ([name, item]) => [name, snapshotOf(item, name, inside)] as const,
  );
  return Object.fromEntries(entries);
}

function named(text: string, key: string): string {
  if (key in byKey) return byKey[key] ?? text;
  return patterns.reduce((result, [pattern, placeholder]) => result.replace(pattern, placeholder), text);
}

/** Seconds and milliseconds since the epoch are times; a C2C sequence is made of the time, too. */
function numbered(value: number, key: string): Snapshot {
  if (key in byKey) return byKey[key];
  if (value >= 1000 && key.toLowerCase().includes('sequence')) return '<sequence>';
  if (value > 1_000_000_000_000_000) return '<microseconds>';
  if (value > 1_000_000_000_000) return '<milliseconds>';
  if (value > 1_000_000_000) return '<seconds>';
  return value > 1_000_000 ? '<number>' : value;
}

/** A list of conversations or groups as the order of its IDs, and what belongs to each. */
function byID(list: readonly unknown[], items: readonly Snapshot[]): Snapshot {
  const IDs = list.map((item) => {
    const { ID, conversationID, groupID } = (item ?? {}) as Readonly<Record<string, unknown>>;
    return ID === undefined ? (conversationID ?? groupID) : undefined;
  });
  if (IDs.length === 0 || !IDs.every((ID) => typeof ID === 'string')) return undefined;
  return { order: IDs.join(' '), ...Object.fromEntries(IDs.map((ID, i) => [ID, items[i]])) };
}
