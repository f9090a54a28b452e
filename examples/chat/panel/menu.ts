/** A button with a menu of further ones below it, that closes by itself. */
export function createMenu(label: string, items: readonly HTMLButtonElement[]): readonly HTMLElement[] {
  const list = document.createElement('div');
  list.className = 'controls-menu';
  list.popover = 'auto';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', label);
  list.append(...items);
  const opener = document.createElement('button');
  opener.type = 'button';
  opener.className = 'controls-opener';
  opener.textContent = label;
  opener.popoverTargetElement = list;
  list.addEventListener('beforetoggle', () => {
    const { bottom, left } = opener.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 17.5 * 16;
    list.style.top = `${bottom + 4}px`;
    list.style.left = `${Math.max(8, Math.min(left, room))}px`;
  });
  list.addEventListener('click', () => list.hidePopover());
  return [opener, list];
}
