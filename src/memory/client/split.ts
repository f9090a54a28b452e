/** Those for which it holds, and the others, each in their order. */
export function split<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): readonly [Item[], Item[]] {
  return [items.filter((item) => holds(item)), items.filter((item) => !holds(item))];
}
