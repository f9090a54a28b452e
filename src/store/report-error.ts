import type { TimStoreError } from '../shared/tim-store-error.ts';
import type { TimErrorSource } from './tim-store.ts';

/** Told of what went wrong without stopping anything, with the events being handled at that moment. */
export type ErrorHandler = (error: TimStoreError, events: readonly TimErrorSource[]) => void;

/** The handler of a store to which none was given: the host's own, as for any uncaught error. */
export function reportGlobally(error: TimStoreError): void {
  const { reportError } = globalThis as { readonly reportError?: (error: unknown) => void };
  if (reportError !== undefined) reportError(error);
  // oxlint-disable-next-line no-console -- where there is no reportError (Node), the console is where errors go
  else console.error(error);
}

/** The same handler, which may throw without stopping the store. */
export function guardHandler(handler: ErrorHandler): ErrorHandler {
  return (error, events) => {
    try {
      handler(error, events);
    } catch {
      reportGlobally(error);
    }
  };
}
