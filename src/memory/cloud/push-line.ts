import type { Clock } from '../../shared/clock.ts';
import type { Connection } from './connection.ts';
import type { Faults } from './faults.ts';
import type { Push } from './wire.ts';

/** Brings a push to one of the user's clients, or what a fault makes of that. */
export type PushLine = (userID: string, push: Push, connection: Connection) => void;

/** How long what is to be overtaken waits for it, milliseconds. */
export const OVERTAKEN_WITHIN = 1000;

/** The way of all pushes, kick-outs excepted. */
export function createPushLine(clock: Clock, faults: Faults): PushLine {
  const overtaken = new Map<Connection, readonly (() => void)[]>();

  const holdBack = (connection: Connection, deliver: () => void): void => {
    const once = (): void => {
      overtaken.set(connection, overtaken.get(connection)?.filter((other) => other !== once) ?? []);
      cancel();
      deliver();
    };
    const cancel = clock.setTimeout(once, OVERTAKEN_WITHIN);
    overtaken.set(connection, [...(overtaken.get(connection) ?? []), once]);
  };

  return (userID, push, connection) => {
    const fault = faults.ofPush(userID, push);
    const deliver = (): void => connection.push(push);
    switch (fault?.kind) {
      case 'drop':
        return;
      case 'delay':
        clock.setTimeout(deliver, fault.ms);
        return;
      case 'reorder':
        holdBack(connection, deliver);
        return;
      case 'duplicate':
        deliver();
        deliver();
        break;
      case undefined:
        deliver();
    }
    for (const late of overtaken.get(connection) ?? []) late();
  };
}
