import { act } from '@testing-library/react';
import type { ConversationID } from 'tim-reactive';
import { c2cID } from 'tim-reactive';
import { useConversation, useConversations, useSession, useTotalUnreadCount } from 'tim-reactive/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { silenceReact } from './silence-react.ts';
import { renderTim } from './render-tim.tsx';

const alice = c2cID('alice');
const bob = c2cID('bob');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

describe('useSession', () => {
  it('follows the login and the network', async () => {
    const { result } = renderTim(world.store, () => useSession());
    expect(result.current.status).toBe('idle');
    await act(() => world.login());
    expect(result.current).toMatchObject({ status: 'ready', userID: 'me', network: 'connected' });
    await act(() => world.setOnline(false));
    expect(result.current.network).toBe('disconnected');
  });

  it('shows the present session in its first render', async () => {
    await world.login();
    const { result, renders } = renderTim(world.store, () => useSession());
    expect([result.current.status, renders()]).toEqual(['ready', 1]);
  });

  it('is not rendered by messages or conversations', async () => {
    await world.login();
    const { renders } = renderTim(world.store, () => useSession());
    await act(() => world.say('alice', 'hi'));
    await act(() => world.run(({ messages }) => messages.load(alice)));
    expect(renders()).toBe(1);
  });
});

describe('useConversations', () => {
  it('gives the list in the SDK’s order, present in the first render', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useConversations());
    expect(result.current.map((row) => row.conversationID).sort()).toEqual([alice, bob]);

    await act(() => world.say('bob', 'hi'));
    expect(result.current[0]).toMatchObject({ conversationID: bob, lastMessage: { messageForShow: 'hi' } });
  });

  it('keeps the identity of the rows that did not change', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useConversations());
    const before = result.current.find((row) => row.conversationID === alice);
    await act(() => world.say('bob', 'hi'));
    expect(result.current.find((row) => row.conversationID === alice)).toBe(before);
  });

  it('is not rendered by the session, a history or a profile', async () => {
    await world.login();
    const { renders } = renderTim(world.store, () => useConversations());
    await act(() => world.setOnline(false));
    await act(() => world.setOnline(true));
    await act(() => world.run(({ messages }) => messages.load(alice)));
    expect(renders()).toBe(1);
  });
});

describe('useTotalUnreadCount', () => {
  it('is the sum over the conversations, present in the first render', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useTotalUnreadCount());
    expect(result.current).toBe(41);
    await act(() => world.say('bob', 'hi'));
    expect(result.current).toBe(42);
  });

  it('is not rendered while the sum stays the same', async () => {
    await world.login();
    world.server.setRemindType('me', bob, 'AcceptNotNotify');
    await world.clock.advance(1000);
    const { result, renders } = renderTim(world.store, () => useTotalUnreadCount());
    expect(result.current).toBe(40);
    await act(() => world.say('bob', 'hi'));
    expect([result.current, renders()]).toEqual([40, 1]);
  });
});

describe('useConversation', () => {
  it('gives one row, present in the first render, and follows it', async () => {
    await world.login();
    const { result, renders } = renderTim(world.store, () => useConversation(alice));
    expect(result.current?.unreadCount).toBe(40);
    await act(() => world.run(({ conversations }) => conversations.setRead(alice)));
    expect([result.current?.unreadCount, renders()]).toEqual([0, 2]);
  });

  it('is not rendered by another conversation', async () => {
    await world.login();
    const { renders } = renderTim(world.store, () => useConversation(alice));
    await act(() => world.say('bob', 'hi'));
    expect(renders()).toBe(1);
  });

  it('shows the other row in the very render in which the ID changes, and follows it alone', async () => {
    await world.login();
    const { result, rerender, renders } = renderTim(
      world.store,
      (id: ConversationID) => useConversation(id),
      alice,
    );
    rerender(bob);
    expect([result.current?.conversationID, renders()]).toEqual([bob, 2]);

    await act(() => world.say('bob', 'hi'));
    expect([result.current?.unreadCount, renders()]).toEqual([2, 3]);
    await act(() => world.run(({ conversations }) => conversations.setRead(alice)));
    expect(renders()).toBe(3);
  });

  it('gives undefined without an ID, for which it subscribes to nothing, and for one that is not in the list', async () => {
    await world.login();
    const { store, subscribed } = watchSubscriptions(world.store);
    renderTim(store, () => useConversation(undefined));
    expect(subscribed()).toEqual([]);
    expect(renderTim(world.store, () => useConversation(undefined)).result.current).toBeUndefined();
    expect(renderTim(world.store, () => useConversation(c2cID('nobody'))).result.current).toBeUndefined();
  });

  it('refuses a bare user ID, at compile time and in the render', () => {
    silenceReact();
    // @ts-expect-error a user ID is no conversation ID
    expect(() => renderTim(world.store, () => useConversation('alice'))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining('c2cID(') }),
    );
  });
});
