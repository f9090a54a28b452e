import type { ReactElement } from 'react';
import { Profiler, startTransition, useDeferredValue, useEffect, useLayoutEffect } from 'react';
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import { selectTotalUnreadCount } from 'tim-reactive';
import { TimProvider, useTimEvent, useTimSelector, useTotalUnreadCount } from 'tim-reactive/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';

/** Off, React works as in a browser: it renders transitions in slices, and lets other tasks run in between. */
const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

const ROWS = 12;

let world: ChatWorld;
let container: HTMLElement;
let root: Root;

beforeEach(async () => {
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  world = createChatWorld();
  await world.login();
  container = document.createElement('div');
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  environment.IS_REACT_ACT_ENVIRONMENT = true;
});

const until = (isTrue: () => boolean): Promise<boolean> =>
  vi.waitUntil(isTrue, { interval: 1, timeout: 10_000 });

/** Works for longer than React does before it lets other tasks run: 5 ms. */
function outlastSlice(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

/** Renders many rows in a transition, changes the store between two of them, and tells what each commit showed. */
async function changeWhileRendering(useTotal: () => number): Promise<readonly string[]> {
  const commits: string[] = [];
  let rows = 0;
  const countSlowly = (): void => {
    rows += 1;
    outlastSlice();
  };
  function Row(): ReactElement {
    const total = useTotal();
    countSlowly();
    return <i>{total} </i>;
  }
  const note = (): void => void commits.push([...new Set(container.textContent.trim().split(' '))].join());
  startTransition(() =>
    root.render(
      <TimProvider store={world.store}>
        <Profiler id="rows" onRender={note}>
          {Array.from({ length: ROWS }, (_, index) => (
            <Row key={index} />
          ))}
        </Profiler>
      </TimProvider>,
    ),
  );
  await until(() => rows > 0);
  await world.say('bob', 'hi');
  expect(rows).toBeLessThan(ROWS);
  await until(() => commits.length > 0);
  return commits;
}

describe('a change in the middle of a transition', () => {
  it('would tear a component that reads the store by itself', async () => {
    const commits = await changeWhileRendering(() => selectTotalUnreadCount(world.store.getState()));
    expect(commits[0]).toBe('41,42');
  });

  it.each([
    ['useTotalUnreadCount', () => useTotalUnreadCount()],
    ['useTimSelector', () => useTimSelector((state) => ({ total: selectTotalUnreadCount(state) })).total],
  ])('does not tear %s', async (_name, useTotal) => {
    const commits = await changeWhileRendering(useTotal);
    await until(() => container.textContent.includes('42'));
    expect(commits.filter((shown) => shown.includes(','))).toEqual([]);
  });
});

describe('useDeferredValue', () => {
  it('lags behind a hook’s value, and catches up', async () => {
    const commits: string[] = [];
    function Total(): ReactElement {
      const total = useTotalUnreadCount();
      const deferred = useDeferredValue(total);
      return (
        <p>
          {total}/{deferred}
        </p>
      );
    }
    root.render(
      <TimProvider store={world.store}>
        <Profiler id="total" onRender={() => void commits.push(container.textContent)}>
          <Total />
        </Profiler>
      </TimProvider>,
    );
    await until(() => commits.length === 1);
    await until(() => world.listenerCount() > 0);
    await world.say('bob', 'hi');
    await until(() => commits.length === 3);
    expect(commits).toEqual(['41/41', '42/41', '42/42']);
  });
});

describe('late subscription', () => {
  it('shows a change that came after the render and before the subscription', async () => {
    const subscribe = vi.spyOn(world.store, 'subscribe');
    const subscriptions: number[] = [];
    function Total(): ReactElement {
      const total = useTotalUnreadCount();
      useLayoutEffect(() => {
        void world.say('bob', 'hi').then(() => subscriptions.push(subscribe.mock.calls.length));
        outlastSlice();
      }, []);
      return <p>{total}</p>;
    }
    root.render(
      <TimProvider store={world.store}>
        <Total />
      </TimProvider>,
    );
    await until(() => container.textContent === '42');
    expect([subscriptions, subscribe.mock.calls.length]).toEqual([[0], 1]);
  });
});

describe('useTimEvent', () => {
  it('calls the handler of the render on screen, even before the effects of that render', async () => {
    const heard: string[] = [];
    const effects: string[] = [];
    function Listener({ name }: { readonly name: string }): ReactElement {
      useTimEvent('MESSAGE_RECEIVED', () => heard.push(`${name}, after the effects of ${effects.join()}`));
      useEffect(() => void effects.push(name), [name]);
      useLayoutEffect(() => {
        if (name !== 'second') return;
        void world.say('bob', 'hi');
        outlastSlice();
      }, [name]);
      return <p>{name}</p>;
    }
    const show = (name: string): void =>
      root.render(
        <TimProvider store={world.store}>
          <Listener name={name} />
        </TimProvider>,
      );
    show('first');
    await until(() => effects.length === 1);
    show('second');
    await until(() => effects.length === 2);
    expect(heard).toEqual(['second, after the effects of first']);
  });
});
