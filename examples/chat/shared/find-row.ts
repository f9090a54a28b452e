/** The row of a message within a list, by `data-id`. */
export function findRow(list: Element | null, ID: string): Element | undefined {
  return list?.querySelector(`[data-id="${CSS.escape(ID)}"]`) ?? undefined;
}

/** How long a message that was jumped to stays marked, in milliseconds. */
export const MARK_TIME = 2500;
