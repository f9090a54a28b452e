// How the tests look at an SDK, on fake timers.

import type { default as TIM } from '@tencentcloud/chat';
import { vi } from 'vitest';
import type { Boot } from './boot.ts';

/** The names of the events of an SDK, in the order in which they came. */
export function namesOfEvents({ TIM, sdk }: Boot): string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(TIM.EVENT)) sdk.on(value, () => names.push(name));
  return names;
}

/** The payloads of an event, as they come. */
export function payloadsOf<T>({ sdk }: Boot, event: TIM.EVENT): T[] {
  const payloads: T[] = [];
  sdk.on(event, ({ data }: { readonly data: T }) => payloads.push(data));
  return payloads;
}

/** An event by its key; the types of the packages lack some. */
export function eventNamed(boot: Boot, key: string): TIM.EVENT {
  const entry = Object.entries(boot.TIM.EVENT).find(([name]) => name === key);
  if (!entry) throw new Error(`there is no event ${key}`);
  return entry[1];
}

/** Lets time pass, by default as much as an answer takes, and then waits for the promise. */
export async function soon<T>(promise: Promise<T>, ms = 50): Promise<T> {
  promise.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  return promise;
}

/** How a promise has ended after so long: with the code of its error, 'resolved', or 'pending'. */
export async function endOf(promise: Promise<unknown>, ms?: number): Promise<unknown> {
  const end = promise.then(
    () => 'resolved',
    (error: unknown) => (error as { readonly code?: number }).code,
  );
  return soon(Promise.race([end, new Promise((resolve) => setTimeout(resolve, ms ?? 50, 'pending'))]), ms);
}

/** Logs in and lets the sync and the throttled list events pass. */
export const enter = ({ sdk }: Boot, userID: string): Promise<unknown> =>
  soon(sdk.login({ userID, userSig: 'any' }), 2000);
