/** How near the end still counts as being there, and how near the top older messages begin to load. */
export const END_MARGIN = '48px';
export const TOP_MARGIN = '300px';

/**
 * Tells whether an element is on screen: once soon, then at each change. Within a scroll container it must be scrolled
 * into view; `margin` (CSS, `48px`) widens that. An element in a hidden pane or a hidden tab is not on screen.
 */
export function watchVisible(
  element: Element,
  onChange: (isVisible: boolean) => void,
  margin = '0px',
): () => void {
  let isInView = false;
  const tell = (): void => onChange(isInView && !document.hidden);
  const observer = new IntersectionObserver(
    (entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      tell();
    },
    { root: element.closest('[data-scroller]'), rootMargin: margin },
  );
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  };
}

/**
 * At which edge of a gap the reader is: below the middle of the list, the gap was come upon from the older messages
 * above it.
 */
export function gapEdge(row: Element | null): 'newer' | 'older' {
  const list = row?.closest('[data-scroller]')?.getBoundingClientRect();
  const { top = 0 } = row?.getBoundingClientRect() ?? {};
  return list !== undefined && top > (list.top + list.bottom) / 2 ? 'older' : 'newer';
}
