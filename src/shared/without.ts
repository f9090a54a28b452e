/** The list without these items. */
export function without<T>(list: readonly T[], gone: Iterable<T>): readonly T[] {
  const items = new Set(gone);
  return list.filter((item) => !items.has(item));
}
