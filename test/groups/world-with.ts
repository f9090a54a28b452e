import { EVENT } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';

type Methods = Readonly<Record<string, (...args: readonly never[]) => unknown>>;
type Handler = Parameters<MemorySdk['on']>[1];

/** A world with the SDK's events, fired by hand. */
export interface WorldWith extends World {
  readonly fire: (name: keyof typeof EVENT, data: unknown) => Promise<void>;
}

/** A world, past the login and its list events, whose SDK has these methods besides, or instead. */
export async function createWorldWith(methods: (raw: MemorySdk) => Methods = () => ({})): Promise<WorldWith> {
  const handlers = new Map<string, Handler>();
  const wrap = (raw: MemorySdk): MemorySdk =>
    Object.assign(Object.create(raw) as MemorySdk, methods(raw), {
      on: (name: string, handler: Handler) => {
        handlers.set(name, handler);
        raw.on(name, handler);
      },
    });
  const world = await createReadyWorld({ wrap });
  await world.settle(2000);
  const fire: WorldWith['fire'] = async (name, data) => {
    handlers.get(EVENT[name])?.({ name: EVENT[name], data });
    await world.settle();
  };
  return { ...world, fire };
}

/** A method that always answers this. */
export const answer = (data: unknown) => async () => ({ code: 0, data });

/** A method that answers this once `go` is called. */
export function lateAnswer(data: unknown): {
  readonly method: () => Promise<unknown>;
  readonly go: () => void;
} {
  let go = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { method: async () => called.then(() => ({ code: 0, data })), go: () => go() };
}

/** A live tip on a group, as the SDK hands it over. */
export const liveTip = (groupID: string, payload: object): object => ({
  ID: `tip-${JSON.stringify(payload)}`,
  conversationID: `GROUP${groupID}`,
  conversationType: 'GROUP',
  to: groupID,
  from: '@TIM#SYSTEM',
  flow: 'in',
  time: 1_760_000_000,
  sequence: 1000,
  type: 'TIMGroupTipElem',
  status: 'success',
  payload: { operatorID: 'alice', userIDList: [], groupProfile: { groupID }, ...payload },
});
