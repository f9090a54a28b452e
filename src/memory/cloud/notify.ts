import type { Clock } from '../../shared/clock.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { Push } from './wire.ts';

/** Tells all clients of a user, the one that asked included, unless it is `except`. */
export type Notify = (userID: string, push: Push, except?: Connection) => void;

/**
 * Tells a moment later, so that the answer to the request that has caused it arrives first: what changes about people
 * reaches the asking client by the push, and its answer may still be the old state.
 */
export function createNotify(clock: Clock, hub: Hub): Notify {
  return (userID, push, except) => {
    if (hub.of(userID).length === 0) return;
    clock.setTimeout(() => hub.push(userID, push, except), 0);
  };
}
