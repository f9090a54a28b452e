import type { SdkEvent } from '../../sdk/tim-sdk.ts';

/** What `on` takes: it is called with `{ name, data }`, `data` being the SDK's live objects. */
export type Handler = (event: SdkEvent) => void;

/**
 * The SDK's emitter, with its ways: a handler added twice is called twice and one `off` removes both; a handler
 * that throws harms nobody; the first context that a handler is added with stays; `off` with another context than
 * it was added with removes nothing, and makes the handler impossible to remove (measured on both generations).
 */
export interface Emitter {
  readonly on: (name: string, handler: Handler, context?: unknown) => void;
  /** For one event. `off` does not know it. */
  readonly once: (name: string, handler: Handler, context?: unknown) => void;
  readonly off: (name: string, handler: Handler, context?: unknown) => void;
  readonly emit: (event: SdkEvent) => void;
  /** Whether anybody listens. */
  readonly has: (name: string) => boolean;
}

interface Listener {
  readonly call: Handler;
  readonly context: unknown;
  readonly isOnce?: true;
}

/** The emitter of one client: it outlives logins. */
export function createEmitter(): Emitter {
  const listeners = new Map<string, readonly Listener[]>();
  /** What is called in the place of each handler. */
  const calls = new Map<string, Map<Handler, Handler>>();

  return {
    on: (name, handler, context) => {
      const known = calls.get(name) ?? new Map<Handler, Handler>();
      calls.set(name, known);
      const call = known.get(handler) ?? harmless(handler, context);
      known.set(handler, call);
      listeners.set(name, [...(listeners.get(name) ?? []), { call, context }]);
    },

    once: (name, handler, context) => {
      const listener: Listener = { call: harmless(handler, context), context, isOnce: true };
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },

    off: (name, handler, context) => {
      const call = calls.get(name)?.get(handler);
      if (call === undefined) return;
      calls.get(name)?.delete(handler);
      const goes = (listener: Listener): boolean =>
        listener.call === call && (context === undefined || listener.context === context);
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((listener) => !goes(listener)),
      );
    },

    has: (name) => (listeners.get(name) ?? []).length > 0,

    emit: (event) => {
      for (const listener of listeners.get(event.name) ?? []) {
        if (listener.isOnce === true) {
          const others = listeners.get(event.name)?.filter((other) => other !== listener);
          listeners.set(event.name, others ?? []);
        }
        listener.call(event);
      }
    },
  };
}

function harmless(handler: Handler, context: unknown): Handler {
  return (event) => {
    try {
      handler.call(context, event);
    } catch {
      // The SDK writes it to its log and goes on.
    }
  };
}
