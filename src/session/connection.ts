import { requireSdk } from '../sdk/require-sdk.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import { unable } from '../shared/unable.ts';

/** The counted connection between the store and the SDK: listeners are there while somebody holds it. */
export interface Connection {
  /** Takes a hold; the answer, called once or more, releases it. */
  readonly connect: () => () => void;
  /** The SDK while connected. Throws `NOT_LOGGED_IN` before and `DISPOSED` after. */
  readonly sdk: (operation: string) => TimSdk;
  /** Whether somebody holds it: only then is the state kept up. */
  readonly isHeld: () => boolean;
  /** Detaches for good, since `reason`: the store was disposed, unless told. */
  readonly dispose: (reason?: string) => void;
}

/**
 * Makes the connection, attached to nothing yet. `source` is an SDK instance, checked here and now, or a function that
 * makes one, called at the first `connect` and never again. `attach` is called when the first hold is taken; what it
 * answers, when the last is released.
 */
export function createConnection(
  source: TimSdk | (() => TimSdk),
  attach: (sdk: TimSdk) => () => void,
): Connection {
  let sdk = typeof source === 'function' ? undefined : requireSdk(source);
  let detach: (() => void) | undefined;
  let holds = 0;
  let over: string | undefined;

  const requireAlive = (operation: string): void => {
    if (over !== undefined) throw unable('DISPOSED', operation, `${over}: make a new one`);
  };
  const detachNow = (): void => {
    detach?.();
    detach = undefined;
  };
  return {
    connect: () => {
      requireAlive('connect');
      sdk ??= typeof source === 'function' ? make(source) : requireSdk(source);
      if (holds === 0) detach = attach(sdk);
      holds += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holds -= 1;
        if (holds === 0) detachNow();
      };
    },
    sdk: (operation) => {
      requireAlive(operation);
      if (sdk !== undefined && detach !== undefined) return sdk;
      throw unable(
        'NOT_LOGGED_IN',
        operation,
        'the store is not connected: call actions.session.login, or connect() if the SDK is logged in already',
      );
    },
    isHeld: () => holds > 0,
    dispose: (reason = 'the store was disposed') => {
      over ??= reason;
      detachNow();
    },
  };
}

function make(source: () => TimSdk): TimSdk {
  let made: unknown;
  try {
    made = source();
  } catch (cause) {
    throw unable('INVALID_SDK', 'use `sdk`', `the function threw: ${String(cause)}`, { cause });
  }
  return requireSdk(made);
}
