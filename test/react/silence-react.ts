import { onTestFinished, vi } from 'vitest';

/** Keeps what React logs about errors that a test provokes off the screen, until the test ends. */
export function silenceReact(): void {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => spy.mockRestore());
}
