import { type Connection, NO_ANSWER } from '../cloud/connection.ts';
import type { Fault, FaultableMethod, Faults } from '../cloud/faults.ts';
import { sdkError } from '../sdk-error.ts';

/** Who calls what. */
export interface Call {
  readonly method: FaultableMethod;
  readonly userID: string;
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
export function createCalls(connection: Connection, faults: Faults): Calls {
  /** What a call in which this fault strikes does at the server. */
  const faulty = ({ method, userID }: Call): (() => typeof NO_ANSWER) | undefined => {
    const fault = faults.take(method, userID);
    if (fault === undefined) return undefined;
    return () => {
      if (fault.kind === 'hang') return NO_ANSWER;
      throw sdkError(fault.code, fault.message);
    };
  };

  return {
    faultOf: ({ method, userID }) => faults.take(method, userID),

    request: <Answer>(call: Call, atServer: () => Answer) =>
      connection.request<Answer>(faulty(call) ?? atServer, call.timeout),

    answer: <Answer>(call: Call, fromMemory: () => Answer) => {
      const fault = faulty(call);
      return fault === undefined
        ? Promise.resolve(fromMemory())
        : connection.request<Answer>(fault, call.timeout);
    },
  };
}
