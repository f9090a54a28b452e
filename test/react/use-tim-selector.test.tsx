import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ConversationID, TimState } from 'tim-reactive';
import { c2cID, selectConversationName, selectSession } from 'tim-reactive';
import { TimProvider, useTimSelector } from 'tim-reactive/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { renderTim } from './render-tim.tsx';
import { silenceReact } from './silence-react.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('useTimSelector', () => {
  it('selects from the present state in the first render, and follows it', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useTimSelector((state) => state.session.network));
    expect(result.current).toBe('connected');
    await act(() => world.setOnline(false));
    expect(result.current).toBe('disconnected');
  });

  it('renders nothing while the result stays the same', async () => {
    await world.login();
    const { renders } = renderTim(world.store, () => useTimSelector(selectSession));
    await act(() => world.say('bob', 'hi'));
    expect(renders()).toBe(1);
  });

  it('runs a selector once a commit', async () => {
    await world.login();
    const states: TimState[] = [];
    const select = (state: TimState): string => {
      states.push(state);
      return state.session.status;
    };
    renderTim(world.store, () => useTimSelector(select));
    const commits = [world.store.getState()];
    world.store.subscribe((state) => commits.push(state));
    await act(() => world.say('bob', 'hi'));
    expect(commits.length).toBeGreaterThan(1);
    expect(states).toEqual(commits);
  });

  it('takes an inline selector that answers a new object each time, without rendering in a loop', async () => {
    await world.login();
    const { result, renders, rerender } = renderTim(world.store, () =>
      useTimSelector((state) => ({ status: state.session.status })),
    );
    expect([result.current, renders()]).toEqual([{ status: 'ready' }, 1]);
    rerender();
    expect([result.current, renders()]).toEqual([{ status: 'ready' }, 2]);
    await act(() => world.setOnline(false));
    expect(renders()).toBe(3);
  });

  it('keeps the earlier result while isEqual says so, across commits and renders', async () => {
    await world.login();
    const { result, renders, rerender } = renderTim(world.store, () =>
      useTimSelector((state) => [state.session.status], sameJson),
    );
    const first = result.current;
    await act(() => world.setOnline(false));
    expect([result.current, renders()]).toEqual([first, 1]);
    rerender();
    expect(result.current).toBe(first);
  });

  it('uses the selector of the latest render', async () => {
    await world.login();
    const { result, rerender } = renderTim(
      world.store,
      (id: ConversationID) => useTimSelector((state) => selectConversationName(state, id)),
      alice,
    );
    expect(result.current).toBe('Alice');
    rerender(bob);
    expect(result.current).toBe('Bob');
  });

  it('brings what the selector throws to the error boundary, at a commit as in the first render', async () => {
    silenceReact();
    function Fragile(): ReactNode {
      return useTimSelector(({ session }) => {
        if (session.network === 'disconnected') throw new Error('no network');
        return session.network;
      });
    }
    const ui = (
      <TimProvider store={world.store}>
        <ErrorBoundary>
          <Fragile />
        </ErrorBoundary>
      </TimProvider>
    );
    const first = render(ui);
    expect(screen.getByRole('alert').textContent).toBe('no network');
    first.unmount();

    await act(() => world.login());
    render(ui);
    expect(screen.queryByRole('alert')).toBeNull();
    await act(() => world.setOnline(false));
    expect(screen.getByRole('alert').textContent).toBe('no network');
    expect(world.errors).toEqual([]);
  });
});
