import { act, render, renderHook, screen } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import type { TimKey, TimStore } from 'tim-reactive';
import {
  c2cID,
  createTimStore,
  selectConversation,
  selectConversations,
  selectSession,
  selectTimeline,
  TimStoreError,
} from 'tim-reactive';
import type { UseTimOptions } from 'tim-reactive/react';
import {
  TimProvider,
  useConversation,
  useConversations,
  useMessages,
  useSession,
  useTimActions,
  useTimSelector,
  useTimStore,
  useTotalUnreadCount,
} from 'tim-reactive/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { CONNECTED, createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';
import { silenceReact } from './silence-react.ts';

const alice = c2cID('alice');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

describe('TimProvider', () => {
  it('holds a connection while it is mounted', () => {
    const { unmount } = render(<TimProvider store={world.store} />);
    expect(world.listenerCount()).toBe(CONNECTED);
    unmount();
    expect(world.listenerCount()).toBe(0);
  });

  it('holds one connection in StrictMode, which mounts everything twice', () => {
    const { unmount } = render(
      <StrictMode>
        <TimProvider store={world.store} />
      </StrictMode>,
    );
    expect(world.listenerCount()).toBe(CONNECTED);
    unmount();
    expect(world.listenerCount()).toBe(0);
  });

  it('leaves the connection that a login holds', async () => {
    const { unmount } = render(<TimProvider store={world.store} />);
    await act(() => world.login());
    unmount();
    expect(world.listenerCount()).toBe(CONNECTED);
  });

  it('connects the new store and releases the old one when the store changes', () => {
    const other = createChatWorld();
    const { rerender } = render(<TimProvider store={world.store} />);
    rerender(<TimProvider store={other.store} />);
    expect([world.listenerCount(), other.listenerCount()]).toEqual([0, CONNECTED]);
  });

  it('makes the SDK when it is mounted, before the effects of the children, which may call actions', () => {
    const order: string[] = [];
    const store = createTimStore({
      sdk: () => {
        order.push('SDK made');
        return world.server.createSdk();
      },
    });
    function Child(): null {
      order.push('child rendered');
      useEffect(() => void order.push('effect of the child'), []);
      return null;
    }
    render(
      <TimProvider store={store}>
        <Child />
      </TimProvider>,
    );
    expect(order).toEqual(['child rendered', 'SDK made', 'effect of the child']);
  });

  it('gives the nearest store', () => {
    const other = createChatWorld();
    function Name(): string {
      return useTimStore() === other.store ? 'inner' : 'outer';
    }
    render(
      <TimProvider store={world.store}>
        <p>
          <Name />
        </p>
        <TimProvider store={other.store}>
          <p>
            <Name />
          </p>
        </TimProvider>
      </TimProvider>,
    );
    expect(screen.getAllByText(/inner|outer/).map((name) => name.textContent)).toEqual(['outer', 'inner']);
  });
});

describe('useTimStore', () => {
  it('gives the store of the provider', () => {
    expect(renderTim(world.store, () => useTimStore()).result.current).toBe(world.store);
  });
});

describe('useTimActions', () => {
  it('gives the actions of the store, always the same', () => {
    const { result, rerender } = renderTim(world.store, () => useTimActions());
    expect(result.current).toBe(world.store.actions);
    rerender();
    expect(result.current).toBe(world.store.actions);
  });
});

/** Each hook, and what it gives where alice's messages are loaded. */
const hooks: readonly (readonly [
  name: string,
  useHook: (options?: UseTimOptions) => unknown,
  expected: (store: TimStore) => unknown,
  keys: readonly (TimKey | undefined)[],
])[] = [
  ['useTimStore', useTimStore, (store) => store, []],
  ['useTimActions', useTimActions, (store) => store.actions, []],
  [
    'useTimSelector',
    (options) => useTimSelector(selectSession, undefined, options),
    (store) => selectSession(store.getState()),
    [undefined],
  ],
  ['useSession', useSession, (store) => selectSession(store.getState()), ['session']],
  ['useConversations', useConversations, (store) => selectConversations(store.getState()), ['conversations']],
  [
    'useConversation',
    (options) => useConversation(alice, options),
    (store) => selectConversation(store.getState(), alice),
    ['conversation:C2Calice'],
  ],
  ['useTotalUnreadCount', useTotalUnreadCount, () => 41, ['conversations']],
  [
    'useMessages',
    (options) => useMessages(alice, options).timeline,
    (store) => selectTimeline(store.getState(), alice),
    ['messages:C2Calice', 'messages:C2Calice', 'session'],
  ],
];

describe.each(hooks)('%s', (_name, useHook, expected, keys) => {
  it('takes a store as an argument, rather than the provider’s', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { result } = renderTim(createChatWorld().store, () => useHook({ store: world.store }));
    expect(result.current).toBe(expected(world.store));
  });

  it('is woken by its own part of the state alone, and leaves no subscription behind, StrictMode or not', () => {
    const { store, subscribed } = watchSubscriptions(world.store);
    const { unmount } = renderHook(() => useHook({ store }), { reactStrictMode: true });
    expect(subscribed()).toEqual(keys);
    unmount();
    expect(subscribed()).toEqual([]);
  });

  it('connects nothing by itself', () => {
    renderHook(() => useHook({ store: world.store }));
    expect(world.listenerCount()).toBe(0);
  });

  it('says what to do where there is no store', () => {
    silenceReact();
    const run = (): unknown => renderHook(() => useHook());
    expect(run).toThrow(TimStoreError);
    expect(run).toThrow(/^unable to find the store; put <TimProvider store=\{store\}> around/);
  });
});
