const MARGIN = 8;

/** Shows a popover next to the button that opened it, inside the window, and moves the focus to its first item. */
export function placePopover(popover: HTMLElement, opener: Element): void {
  popover.showPopover();
  const { top, bottom, left, right } = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsBelow = bottom + height + MARGIN <= clientHeight;
  const x = left + width + MARGIN <= clientWidth ? left : right - width;
  popover.style.top = `${Math.max(MARGIN, fitsBelow ? bottom + 4 : top - height - 4)}px`;
  popover.style.left = `${Math.max(MARGIN, Math.min(x, clientWidth - width - MARGIN))}px`;
  popover.querySelector('button')?.focus();
}
