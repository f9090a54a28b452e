import type { Clock } from '../../shared/clock.ts';
import { SDK_CODE, TYPES } from '../../sdk/constants.ts';
import { sdkError } from '../sdk-error.ts';
import type { Push } from './wire.ts';

/** What a request's work at the server answers when the client is to wait in vain. */
export const NO_ANSWER: unique symbol = Symbol('no answer');

/** How long one request takes. */
interface RequestOptions {
  /** Milliseconds; 15 s unless told. */
  readonly timeout?: number | undefined;
  /** Milliseconds by which its answer comes later than others. */
  readonly lateBy?: number;
}

/** The wire between one client and the server. Either end keeps its order. */
export interface Connection {
  /**
   * Runs `atServer` as soon as the network is up; its answer (or what it throws) comes back `latency` later.
   * Without an answer it rejects with 2801 after `timeout` ms, counted from the call.
   */
  readonly request: <Answer>(
    atServer: () => Answer | typeof NO_ANSWER,
    options?: RequestOptions,
  ) => Promise<Answer>;
  /** From the server: reaches the client `latency` later; while the client is not in step, it is kept. */
  readonly push: (push: Push) => void;
  /** From the server: from now on the client is in step, and pushes travel at once. */
  readonly catchUp: () => void;
  /** To the client: the pushes that were kept while it was not in step. They are answered once. */
  readonly takeMissed: () => readonly Push[];
  readonly isUp: () => boolean;
  /** Cuts the network: what is under way is lost, but for pushes, which are kept. */
  readonly cut: () => void;
  /**
   * What is under way is lost, and so is all that follows, but neither end notices: until a request has timed out, which
   * ends the connection and makes a new one. Pushes are kept for that one.
   */
  readonly halfOpen: () => void;
  /** Brings the network back: `connecting` at once, `connected` `latency` later. */
  readonly restore: () => void;
  /** Ends a login: what is under way either way is lost, and requests run into their timeouts. */
  readonly reset: () => void;
  /** Ends a login as `reset` does, but for the requests, which never end, and connects anew. */
  readonly abandon: () => void;
}

interface ConnectionOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly latency: number;
  readonly onPush: (push: Push) => void;
  readonly onNetState: (state: string) => void;
  /** The network is back and what had waited for it is sent. */
  readonly onRestored: () => void;
}

/**
 * What a client that was offline never hears of: after a reconnect the SDK asks for messages and recalls alone (read in
 * the code of both generations). Who wants to know has to read the history again, by hopping.
 */
const LOST_OFFLINE: ReadonlySet<Push['kind']> = new Set([
  'modified',
  'receipts',
  'extensions',
  'reactions',
  'pinned',
] as const);

/** How long the SDK waits for an answer. */
const REQUEST_TIMEOUT = 15_000;

/** The wire of one client. Its network is up, and it is not in step yet. */
export function createConnection(options: ConnectionOptions): Connection {
  const { clock, latency } = options;
  let state: 'up' | 'down' | 'connecting' = 'up';
  let cancelConnecting = (): void => {};
  let inStep = false;
  let isHalfOpen = false;
  /** The cancellers of the requests' timeouts. */
  const timeouts = new Set<() => void>();
  /** Requests that wait for the network. */
  const waiting = new Set<() => void>();
  /** The cancellers of what is on its way to the client; with the push, if it is one. */
  const underWay = new Map<() => void, Push | undefined>();
  let kept: Push[] = [];

  const toClient = (arrive: () => void, push?: Push, lateBy = 0): void => {
    const cancel = clock.setTimeout(() => {
      underWay.delete(cancel);
      arrive();
    }, latency + lateBy);
    underWay.set(cancel, push);
  };

  const keep = (push: Push): void => {
    const isForOnlineOnly = push.kind === 'messages' && push.isForOnlineOnly === true;
    if (!isForOnlineOnly && !LOST_OFFLINE.has(push.kind)) kept.push(push);
  };

  const sendPush = (push: Push): void => toClient(() => options.onPush(push), push);

  const dropUnderWay = (): readonly Push[] => {
    const pushes = [...underWay.values()].filter((push) => push !== undefined);
    for (const cancel of underWay.keys()) cancel();
    underWay.clear();
    return pushes;
  };

  const connected = (): void => {
    state = 'up';
    options.onNetState(TYPES.NET_STATE_CONNECTED);
    const kick = kept.find(({ kind }) => kind === 'kickedOut');
    kept = kept.filter((push) => push !== kick);
    // First, because it ends the login whose requests are waiting.
    if (kick !== undefined) options.onPush(kick);
    for (const transmit of waiting) transmit();
    waiting.clear();
    options.onRestored();
  };

  const connect = (): void => {
    state = 'connecting';
    isHalfOpen = false;
    options.onNetState(TYPES.NET_STATE_CONNECTING);
    cancelConnecting = clock.setTimeout(connected, latency);
  };

  const cut = (): void => {
    if (state === 'down') return;
    state = 'down';
    inStep = false;
    isHalfOpen = false;
    cancelConnecting();
    for (const push of dropUnderWay()) keep(push);
    options.onNetState(TYPES.NET_STATE_DISCONNECTED);
  };

  const reconnect = (): void => {
    cut();
    connect();
  };

  const reset = (): void => {
    inStep = false;
    kept = [];
    waiting.clear();
    dropUnderWay();
  };

  return {
    request: (atServer, { timeout = REQUEST_TIMEOUT, lateBy = 0 } = {}) =>
      new Promise((resolve, reject) => {
        const transmit = (): void => {
          try {
            const answer = atServer();
            if (answer !== NO_ANSWER) toClient(() => settle(() => resolve(answer)), undefined, lateBy);
          } catch (error) {
            toClient(() => settle(() => reject(error)));
          }
        };
        const cancelTimeout = clock.setTimeout(() => {
          timeouts.delete(cancelTimeout);
          waiting.delete(transmit);
          reject(sdkError(SDK_CODE.REQUEST_TIMEOUT));
          if (isHalfOpen) reconnect();
        }, timeout);
        timeouts.add(cancelTimeout);
        const settle = (end: () => void): void => {
          timeouts.delete(cancelTimeout);
          cancelTimeout();
          end();
        };
        if (state !== 'up') waiting.add(transmit);
        else if (!isHalfOpen) transmit();
      }),

    push: (push) => {
      if (state === 'up' && !isHalfOpen && (inStep || push.kind === 'kickedOut')) sendPush(push);
      else keep(push);
    },

    catchUp: () => {
      inStep = true;
    },

    takeMissed: () => {
      const missed = kept;
      kept = [];
      return missed;
    },

    isUp: () => state === 'up',

    cut,

    halfOpen: () => {
      if (state !== 'up') return;
      isHalfOpen = true;
      for (const push of dropUnderWay()) keep(push);
    },

    restore: () => {
      if (isHalfOpen) cut();
      if (state === 'down') connect();
    },

    reset,

    abandon: () => {
      reset();
      for (const cancel of timeouts) cancel();
      timeouts.clear();
      connect();
    },
  };
}
