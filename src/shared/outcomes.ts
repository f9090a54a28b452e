import { numberOf, textOf } from './fields.ts';
import { isRecord } from './plain.ts';

/** Why a call about many did not succeed for one of them: the server's number and words. */
export interface Failure {
  readonly code: number;
  readonly message: string;
}

/** A user for whom a call failed. */
export interface UserFailure extends Failure {
  readonly userID: string;
}

/** What became of a call about many users; the SDK resolves even where all of them failed. */
export interface UserOutcomes {
  readonly successUserIDList: readonly string[];
  readonly failureUserIDList: readonly UserFailure[];
}

/** Users of an answer, who are strings or objects with a `userID`. */
export function readUserIDs(live: unknown): readonly string[] {
  return listIn(live)
    .map((item) => (isRecord(item) ? textOf(item['userID']) : textOf(item)))
    .filter((ID) => ID !== '');
}

/** The users of an answer for whom it failed. */
export function readFailures(live: unknown): readonly UserFailure[] {
  return recordsIn(live).map((item) =>
    Object.freeze({
      userID: textOf(item['userID'] ?? item['to']),
      code: numberOf(item['code'] ?? item['resultCode']),
      message: textOf(item['message'] ?? item['resultInfo']),
    }),
  );
}

/** The answers of several calls as one, frozen: each is a list, or a record of lists of which all have the same. */
export function joinLists<T extends object>(parts: readonly T[]): T {
  const [first] = parts;
  if (first === undefined || Array.isArray(first)) return Object.freeze(parts.flat()) as unknown as T;
  const join = (key: string): unknown =>
    Object.freeze(parts.flatMap((part): unknown => Reflect.get(part, key)));
  return Object.freeze(Object.fromEntries(Object.keys(first).map((key) => [key, join(key)]))) as T;
}

/** The value, if it is a list; else an empty one. */
export function listIn(live: unknown): readonly unknown[] {
  return Array.isArray(live) ? live : [];
}

/** What a list holds of objects with fields; nothing, where there is no list. */
export function recordsIn(live: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listIn(live).filter(isRecord);
}
