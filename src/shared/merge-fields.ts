/** Custom fields with some of them set anew, by key; the others stay. */
export function mergeFields<Field extends { readonly key: string }>(
  fields: readonly Field[],
  changes: readonly Field[],
): readonly Field[] {
  return Object.freeze([...new Map([...fields, ...changes].map((field) => [field.key, field])).values()]);
}
