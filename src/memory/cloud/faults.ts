import type { Random } from '../random.ts';
import type { FaultableMethod } from './faultable-method.ts';
import type { Push } from './wire.ts';

/** What goes wrong with a call. */
export type CallFault =
  /** It is refused. */
  | { readonly kind: 'fail'; readonly code: number; readonly message?: string }
  /** It reaches no one, and ends with 2801 (after 15 s, `login` 90 s). */
  | { readonly kind: 'hang' }
  /** It is done, but the answer gets lost: it ends with 2801 all the same. */
  | { readonly kind: 'drop' }
  /** It is done, but the answer comes so many milliseconds late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** It reaches the server twice. A message that is sent twice is kept once. */
  | { readonly kind: 'duplicate' }
  /** It is overtaken by the client's next call; without one it goes a second late. */
  | { readonly kind: 'reorder' };

/** What goes wrong with something that the server tells a client. */
export type PushFault =
  /** It never comes, and the client does not notice: the history has it. */
  | { readonly kind: 'drop' }
  /** It comes so many milliseconds late; others overtake it. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** It comes twice. */
  | { readonly kind: 'duplicate' }
  /** It is overtaken by the next one to this client; without one it comes a second late. */
  | { readonly kind: 'reorder' };

/** How often a fault strikes, and whom. */
export interface FaultScope {
  /** Only this user; anybody when left out. */
  readonly userID?: string;
  /** How often; 1 when left out, `Infinity` until it is taken back. */
  readonly times?: number;
  /** Of each that it could strike, how likely it does: 0 to 1, by the server's seed; 1 when left out. */
  readonly chance?: number;
}

/** Which calls a fault strikes. */
export interface FaultOptions extends FaultScope {
  /** Uploads: how far they get; 0 when left out. */
  readonly atPercent?: number;
  /** Sends: leaves out messages for who is online only, such as typing notices. */
  readonly exceptOnlineOnly?: boolean;
}

/** Which calls a fault strikes. */
export interface CallFaultOptions extends FaultOptions {
  /** Only calls of this method; of any when left out. */
  readonly method?: FaultableMethod;
}

/** Which pushes a fault strikes. */
export interface PushFaultOptions extends FaultScope {
  /** Only pushes of this kind; 'messages' when left out. A recall, for example, is 'revoked'. */
  readonly of?: Push['kind'] | 'any';
}

/** What goes wrong, on demand. Each function answers one that takes the fault back; the first that was set strikes first. */
export interface FaultControl {
  /**
   * @example
   * server.faults.calls({ kind: 'delay', ms: 3000 }, { method: 'sendMessage', userID: 'me' });
   * server.faults.calls({ kind: 'fail', code: 2800 }, { chance: 0.2, times: Infinity }); // one call in five
   */
  readonly calls: (fault: CallFault, which?: CallFaultOptions) => () => void;
  /**
   * @example
   * server.faults.pushes({ kind: 'drop' }, { userID: 'me', times: 3 }); // three messages are missed
   */
  readonly pushes: (fault: PushFault, which?: PushFaultOptions) => () => void;
  /** Takes back all faults that have not struck yet. */
  readonly clear: () => void;
}

/** A call that a fault may strike. */
export interface FaultyCall {
  readonly method: FaultableMethod;
  readonly userID: string;
  readonly isOnlineOnly?: boolean;
}

/** A fault that has struck a call. */
export type Fault = CallFault & Pick<FaultOptions, 'atPercent'>;

/** Faults that wait for what they are meant for. What takes one uses it up. */
export interface Faults extends FaultControl {
  readonly ofCall: (call: FaultyCall) => Fault | undefined;
  readonly ofPush: (userID: string, push: Push) => PushFault | undefined;
}

/** None are set at first. */
export function createFaults(random: Random): Faults {
  const calls = createTable<Fault, FaultyCall>(random);
  const pushes = createTable<PushFault, Pick<Push, 'kind'> & { readonly userID: string }>(random);
  return {
    calls: (fault, { method, exceptOnlineOnly, atPercent = 0, ...scope } = {}) =>
      calls.add({ ...fault, atPercent }, scope, (call) => {
        const isSpared = exceptOnlineOnly === true && call.isOnlineOnly === true;
        return !isSpared && (method === undefined || call.method === method);
      }),
    pushes: (fault, { of = 'messages', ...scope } = {}) =>
      pushes.add(fault, scope, ({ kind }) => of === 'any' || kind === of),
    clear: () => {
      calls.clear();
      pushes.clear();
    },
    ofCall: calls.take,
    ofPush: (userID, { kind }) => pushes.take({ userID, kind }),
  };
}

interface FaultTable<Kind, Target> {
  readonly add: (fault: Kind, scope: FaultScope, strikes: (target: Target) => boolean) => () => void;
  readonly take: (target: Target) => Kind | undefined;
  readonly clear: () => void;
}

interface Waiting<Kind, Target> extends FaultScope {
  readonly fault: Kind;
  readonly strikes: (target: Target) => boolean;
  left: number;
}

/** Chance is drawn in millionths. */
const CERTAIN = 1_000_000;

function createTable<Kind, Target extends { readonly userID: string }>(
  random: Random,
): FaultTable<Kind, Target> {
  let waiting: readonly Waiting<Kind, Target>[] = [];
  const drop = (entry: Waiting<Kind, Target>): void => {
    waiting = waiting.filter((other) => other !== entry);
  };
  return {
    add: (fault, scope, strikes) => {
      const entry = { fault, ...scope, strikes, left: scope.times ?? 1 };
      waiting = [...waiting, entry];
      return () => drop(entry);
    },
    take: (target) => {
      const hit = waiting.find(
        ({ chance = 1, strikes, userID = target.userID }) =>
          userID === target.userID && strikes(target) && (chance >= 1 || random(CERTAIN) < chance * CERTAIN),
      );
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) drop(hit);
      return hit.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}
