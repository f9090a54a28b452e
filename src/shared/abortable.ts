import type { AbortSignalLike } from './in-chunks.ts';
import { requireGoing } from './in-chunks.ts';

/**
 * What `start` comes to, or `ABORTED` as soon as the signal says so: at once, before anything is started, where it has
 * said so already. What was started goes on.
 */
export async function abortable<T>(
  start: () => Promise<T>,
  signal: AbortSignalLike | undefined,
  operation: string,
): Promise<T> {
  requireGoing(signal, operation);
  const running = start();
  if (signal === undefined) return running;
  let end = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    end = (): void => {
      try {
        requireGoing(signal, operation);
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', end);
  });
  return Promise.race([running, aborted]).finally(() => signal.removeEventListener('abort', end));
}
