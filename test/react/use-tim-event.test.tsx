import { act } from '@testing-library/react';
import type { TimEventType } from 'tim-reactive';
import { useTimEvent } from 'tim-reactive/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';

let world: ChatWorld;
let heard: string[];

beforeEach(async () => {
  world = createChatWorld();
  heard = [];
  await world.login();
});

describe('useTimEvent', () => {
  it('calls the handler with the data of each event of its type, until it unmounts', async () => {
    const { unmount } = renderTim(world.store, () =>
      useTimEvent('MESSAGE_RECEIVED', (messages) => heard.push(...messages.map(({ from }) => from))),
    );
    await world.say('alice', 'hi');
    await world.say('bob', 'hi');
    unmount();
    await world.say('alice', 'again');
    expect(heard).toEqual(['alice', 'bob']);
  });

  it('calls after the commit that contains the event', async () => {
    renderTim(world.store, () =>
      useTimEvent('NET_STATE_CHANGE', ({ state }) =>
        heard.push(`${state} in ${world.store.getState().session.network}`),
      ),
    );
    await world.setOnline(false);
    expect(heard).toEqual(['disconnected in disconnected']);
  });

  it('calls the handler of the latest render, and does not subscribe again for it', async () => {
    const { rerender } = renderTim(
      world.store,
      (name: string) => useTimEvent('MESSAGE_RECEIVED', () => heard.push(name)),
      'first',
    );
    rerender('second');
    await world.say('alice', 'hi');
    expect(heard).toEqual(['second']);
  });

  it('follows a change of the type', async () => {
    const { rerender } = renderTim(
      world.store,
      (type: TimEventType) => useTimEvent(type, () => heard.push(type)),
      'NET_STATE_CHANGE',
    );
    rerender('MESSAGE_RECEIVED');
    await world.setOnline(false);
    expect(heard).toEqual([]);
    await world.setOnline(true);
    await world.say('alice', 'hi');
    expect(heard).toEqual(['MESSAGE_RECEIVED']);
  });

  it('takes a store as an argument, rather than the provider’s', async () => {
    renderTim(createChatWorld().store, () =>
      useTimEvent('MESSAGE_RECEIVED', () => heard.push('MESSAGE_RECEIVED'), { store: world.store }),
    );
    await world.say('alice', 'hi');
    expect(heard).toEqual(['MESSAGE_RECEIVED']);
  });

  it('renders nothing', async () => {
    const { renders } = renderTim(world.store, () => useTimEvent('MESSAGE_RECEIVED', () => undefined));
    await act(() => world.say('alice', 'hi'));
    expect(renders()).toBe(1);
  });

  it('reports what the handler throws, and goes on', async () => {
    renderTim(world.store, () =>
      useTimEvent('MESSAGE_RECEIVED', ([message]) => {
        heard.push(`${message?.from}`);
        throw new Error('oops');
      }),
    );
    await world.say('alice', 'hi');
    await world.say('bob', 'hi');
    expect(heard).toEqual(['alice', 'bob']);
    expect(world.errors.map(({ code }) => code)).toEqual(['SUBSCRIBER_FAILED', 'SUBSCRIBER_FAILED']);
  });
});
