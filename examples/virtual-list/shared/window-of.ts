import type { RowWindow } from 'tim-reactive';

/** What both versions of the virtual list tell. */
interface ListHandle {
  readonly scrollOffset: number;
  readonly scrollSize: number;
  readonly viewportSize: number;
  readonly findItemIndex: (offset: number) => number;
}

/** How many pixels from the end still count as there. */
const NEAR = 40;
/** How many rows from the start are too few to scroll on. */
const FEW = 20;

/** The rows that a list shows, by numbers that stay when older messages come in. */
export function windowOf(list: ListHandle, firstIndex: number): RowWindow & { readonly isAtEnd: boolean } {
  const bottom = list.scrollOffset + list.viewportSize;
  return {
    start: firstIndex + list.findItemIndex(list.scrollOffset),
    end: firstIndex + list.findItemIndex(bottom) + 1,
    isAtEnd: bottom >= list.scrollSize - NEAR,
  };
}

/** Whether it is time to load older messages. */
export function isNearStart(window: RowWindow | undefined, firstIndex: number): boolean {
  return window !== undefined && window.start - firstIndex < FEW;
}
