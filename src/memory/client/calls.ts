import type { Clock } from '../../shared/clock.ts';
import { type Connection, NO_ANSWER } from '../cloud/connection.ts';
import type { Fault, Faults, FaultyCall } from '../cloud/faults.ts';
import { OVERTAKEN_WITHIN } from '../cloud/push-line.ts';
import { sdkError } from '../sdk-error.ts';

/** Who calls what. */
export interface Call extends FaultyCall {
  /** Milliseconds; the connection's own when left out. */
  readonly timeout?: number;
}

/** The calls of a client, with the faults that are set for them. Both reject with an `SdkError`. */
export interface Calls {
  /** The fault that is set for something, which then counts as used. */
  readonly faultOf: (call: Call) => Fault | undefined;
  /** Runs `atServer` at the server. */
  readonly request: <Answer>(call: Call, atServer: () => Answer) => Promise<Answer>;
  /** Answers from what the client holds: needs the network only for its faults. */
  readonly answer: <Answer>(call: Call, fromMemory: () => Answer) => Promise<Answer>;
}

/** The calls over one connection. */
export function createCalls(connection: Connection, faults: Faults, clock: Clock): Calls {
  /** Those that wait to be overtaken. */
  const held = new Set<() => void>();

  const request = <Answer>(
    { timeout }: Call,
    atServer: () => Answer,
    fault: Fault | undefined,
  ): Promise<Answer> => {
    const lateBy = fault?.kind === 'delay' ? fault.ms : 0;
    const transmit = (): Promise<Answer> =>
      connection.request(() => underFault(fault, atServer), { timeout, lateBy });
    if (fault?.kind !== 'reorder') {
      const answer = transmit();
      for (const go of held) go();
      return answer;
    }
    return new Promise((resolve) => {
      const go = (): void => {
        held.delete(go);
        cancel();
        resolve(transmit());
      };
      const cancel = clock.setTimeout(go, OVERTAKEN_WITHIN);
      held.add(go);
    });
  };

  return {
    faultOf: faults.ofCall,
    request: (call, atServer) => request(call, atServer, faults.ofCall(call)),
    answer: (call, fromMemory) => {
      const fault = faults.ofCall(call);
      return fault === undefined ? Promise.resolve(fromMemory()) : request(call, fromMemory, fault);
    },
  };
}

/** What a call does at the server. */
function underFault<Answer>(fault: Fault | undefined, atServer: () => Answer): Answer | typeof NO_ANSWER {
  switch (fault?.kind) {
    case 'fail':
      throw sdkError(fault.code, fault.message);
    case 'hang':
      return NO_ANSWER;
    case 'drop':
      atServer();
      return NO_ANSWER;
    case 'duplicate': {
      const first = atServer();
      try {
        atServer();
      } catch {
        // Nobody waits for the second answer.
      }
      return first;
    }
    default:
      return atServer();
  }
}
