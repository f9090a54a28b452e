/** Starts what is asked for under a key; whoever asks for the same while it runs gets that run. */
export function createSharing(): (key: string, start: () => Promise<void>) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  return (key, start) => {
    const present = running.get(key);
    if (present !== undefined) return present;
    const next = start().finally(() => running.delete(key));
    running.set(key, next);
    return next;
  };
}
