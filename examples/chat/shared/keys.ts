/** Whether this key press sends: Enter alone, but not the one with which an input method takes over a word. */
export function isSendKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing'>): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing;
}

/**
 * Moves the focus from a button to another one of its list or row, of those that match: with the arrow keys, Home and
 * End. Answers whether the key was one of these.
 */
export function moveFocus(from: Element, key: string, selector = 'button'): boolean {
  const list = from.closest('ul, ol, [role="tablist"]');
  const buttons = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const present = buttons.findIndex((button) => button === from);
  const last = buttons.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, present - 1),
    ArrowLeft: Math.max(0, present - 1),
    ArrowDown: Math.min(last, present + 1),
    ArrowRight: Math.min(last, present + 1),
    Home: 0,
    End: last,
  };
  const target = moves[key];
  if (target === undefined) return false;
  buttons[target]?.focus();
  return true;
}

/** Puts the cursor behind what stands in a field. */
export function focusEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

/** Whether taking the focus is a help here, and not a screen keyboard that covers half of the screen. */
export function welcomesFocus(): boolean {
  return matchMedia('(hover: hover)').matches;
}
