import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { ConversationID } from 'tim-reactive';
import { c2cID, selectTimeline } from 'tim-reactive';
import { TimProvider, useMessages } from 'tim-reactive/react';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';
import { silenceReact } from './silence-react.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

const advance = (): Promise<void> => act(() => world.clock.advance(0));

describe('useMessages', () => {
  it('loads the newest page when the account is ready, and tells how far it has come', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(alice));
    expect(result.current).toMatchObject({ isLoading: false, isLoaded: false, messages: [] });

    await act(async () => undefined);
    expect(result.current).toMatchObject({ isLoading: true, isLoaded: false });
    await advance();
    expect(result.current).toMatchObject({ isLoading: false, isLoaded: true, isCompleted: false });
    expect(result.current.messages.map(({ payload }) => payload)).toEqual(
      Array.from({ length: 15 }, (_, index) => ({ text: `alice ${26 + index}` })),
    );
  });

  it('waits for the login', async () => {
    const load = vi.spyOn(world.store.actions.messages, 'load');
    const { result } = renderTim(world.store, () => useMessages(alice));
    await act(() => world.login());
    expect([load.mock.calls, result.current.messages.length]).toEqual([[[alice]], 15]);
  });

  it('asks once for all who show the conversation, in StrictMode too', async () => {
    await world.login();
    function Chat(): number {
      return useMessages(alice).timeline.length;
    }
    const { container } = render(
      <StrictMode>
        <TimProvider store={world.store}>
          <Chat />
          <Chat />
        </TimProvider>
      </StrictMode>,
    );
    await advance();
    expect([world.pages, container.textContent]).toEqual([[alice], '1515']);
  });

  it('does not ask again for what the store has, and shows it in the first render', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { result, renders } = renderTim(world.store, () => useMessages(alice));
    expect([result.current.messages.length, renders()]).toEqual([15, 1]);
    await advance();
    expect([world.pages, renders()]).toEqual([[alice], 1]);
  });

  it('loads anew after the next login', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(alice));
    await advance();
    await act(() => world.run(({ session }) => session.logout()));
    expect(result.current).toMatchObject({ isLoaded: false, messages: [] });
    await act(() => world.login());
    expect([world.pages, result.current.isLoaded]).toEqual([[alice, alice], true]);
  });

  it('loads in a provider that is mounted again, for an SDK that is logged in by other code', async () => {
    await act(async () => {
      void world.sdk.login({ userID: 'me', userSig: 'any' });
      await world.clock.advance(0);
    });
    const first = renderTim(world.store, () => useMessages(alice));
    await advance();
    first.unmount();
    expect(world.listenerCount()).toBe(0);
    const second = renderTim(world.store, () => useMessages(bob));
    await advance();
    expect([world.pages, second.result.current.isLoaded]).toEqual([[alice, bob], true]);
  });

  it('loads nothing with load: false', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(alice, { load: false }));
    await advance();
    expect([world.pages, result.current.isLoaded]).toEqual([[], false]);
  });

  it('is empty and does nothing without an ID', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(undefined));
    await act(() => result.current.loadOlder());
    expect(result.current).toMatchObject({ messages: [], isLoaded: false, isLoading: false });
    expect(world.pages).toEqual([]);
  });

  it('refuses a bare user ID, at compile time and in the render', () => {
    silenceReact();
    // @ts-expect-error a user ID is no conversation ID
    expect(() => renderTim(world.store, () => useMessages('alice'))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it('renders once for each change of its conversation, and for no other', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { result, renders } = renderTim(world.store, () => useMessages(alice));

    await act(() => world.say('alice', 'hi'));
    expect([result.current.messages.at(-1)?.payload, renders()]).toEqual([{ text: 'hi' }, 2]);
    await act(() => world.say('bob', 'hi'));
    await act(() => world.setOnline(false));
    expect(renders()).toBe(2);
  });

  it('shows a text of one’s own from sending to success', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(bob));
    await advance();
    await act(async () => void world.store.actions.messages.sendText(bob, 'hello'));
    expect(result.current.messages.at(-1)).toMatchObject({ payload: { text: 'hello' }, status: 'sending' });
    await advance();
    expect(result.current.messages.at(-1)).toMatchObject({ payload: { text: 'hello' }, status: 'success' });
  });

  it('shows the other conversation in the very render in which the ID changes, and loads it', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(bob));
    const { result, rerender, renders } = renderTim(
      world.store,
      (id: ConversationID) => useMessages(id),
      alice,
    );
    await advance();
    const before = renders();
    rerender(bob);
    expect([result.current.messages.length, renders() - before]).toEqual([1, 1]);
    rerender(c2cID('carol'));
    await advance();
    expect(world.pages).toEqual([bob, alice, c2cID('carol')]);
    expect(result.current).toMatchObject({ isLoaded: true, isCompleted: true, messages: [] });
  });

  it('builds the array only for those who read it', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const toArray = vi.spyOn(selectTimeline(world.store.getState(), alice), 'toArray');
    const { result } = renderTim(world.store, () => useMessages(alice));
    const { timeline } = result.current;
    expect([timeline.slice(-2).length, toArray.mock.calls.length]).toEqual([2, 0]);
    const { messages } = result.current;
    expect([messages.length, toArray.mock.calls.length]).toEqual([15, 1]);
    expect(result.current.messages).toBe(messages);
  });

  describe('loadOlder', () => {
    it('loads older pages up to the first message, and is the same function all along', async () => {
      await world.login();
      const { result } = renderTim(world.store, () => useMessages(alice));
      await advance();
      const { loadOlder } = result.current;
      await act(() => world.run(loadOlder));
      expect([result.current.messages.length, result.current.isCompleted]).toEqual([30, false]);
      await act(() => world.run(loadOlder));
      expect([result.current.messages.length, result.current.isCompleted]).toEqual([40, true]);
      await act(() => world.run(loadOlder));
      expect([world.pages.length, result.current.loadOlder]).toEqual([3, loadOlder]);
      expectTypeOf(loadOlder).toEqualTypeOf<() => Promise<void>>();
    });

    it('follows the ID', async () => {
      await world.login();
      const { result, rerender } = renderTim(world.store, (id: ConversationID) => useMessages(id), bob);
      await advance();
      rerender(alice);
      await advance();
      await act(() => world.run(result.current.loadOlder));
      expect(world.pages).toEqual([bob, alice, alice]);
      expect(result.current.messages.length).toBe(30);
    });

    it('may be ignored when it fails: the error is in the state, and a further call tries again', async () => {
      await world.login();
      const { result } = renderTim(world.store, () => useMessages(alice));
      await advance();
      world.server.failNext('getMessageList', { code: 2800 });
      await act(async () => {
        void result.current.loadOlder(); // an unhandled rejection would fail the run
        await world.clock.advance(0);
      });
      expect(result.current.error).toMatchObject({ code: 'NETWORK', retryable: true });
      expect(result.current.messages.length).toBe(15);

      await act(() => world.run(result.current.loadOlder));
      expect([result.current.error, result.current.messages.length]).toEqual([undefined, 30]);
    });

    it('rejects for those who await it', async () => {
      await world.login();
      const { result } = renderTim(world.store, () => useMessages(alice));
      await advance();
      world.server.failNext('getMessageList', { code: 2800 });
      await act(() => expect(world.run(result.current.loadOlder)).rejects.toMatchObject({ code: 'NETWORK' }));
    });

    it('brings the first page, where that one failed: nothing else asks again', async () => {
      await world.login();
      world.server.failNext('getMessageList', { code: 2800 });
      const { result } = renderTim(world.store, () => useMessages(alice));
      await advance();
      await act(() => world.say('alice', 'hi'));
      await act(() => world.setOnline(false));
      await act(() => world.setOnline(true));
      expect(result.current).toMatchObject({ isLoaded: false, isLoading: false, error: { code: 'NETWORK' } });
      expect(world.pages).toEqual([alice]);

      await act(() => world.run(result.current.loadOlder));
      expect(result.current).toMatchObject({ isLoaded: true, error: undefined });
      expect(world.pages).toEqual([alice, alice]);
    });
  });
});
