import { useTimEvent } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { mountTim } from './mount-tim.ts';

let world: ChatWorld;
let heard: string[];

beforeEach(async () => {
  world = createChatWorld();
  heard = [];
  await world.login();
});

describe('useTimEvent', () => {
  it('calls the handler with the data of each event of its type, until it unmounts', async () => {
    const { wrapper } = mountTim(
      world.store,
      () => useTimEvent('MESSAGE_RECEIVED', (messages) => heard.push(...messages.map(({ from }) => from))),
      () => 'done',
    );
    await world.say('alice', 'hi');
    await world.say('bob', 'hi');
    wrapper.unmount();
    await world.say('alice', 'again');
    expect(heard).toEqual(['alice', 'bob']);
  });

  it('calls after the commit that contains the event', async () => {
    mountTim(
      world.store,
      () =>
        useTimEvent('NET_STATE_CHANGE', ({ state }) =>
          heard.push(`${state} in ${world.store.getState().session.network}`),
        ),
      () => 'done',
    );
    await world.setOnline(false);
    expect(heard).toEqual(['disconnected in disconnected']);
  });

  it('works in a scope outside of components, with the store as an argument, and ends with it', async () => {
    const scope = effectScope();
    scope.run(() => useTimEvent('MESSAGE_RECEIVED', () => heard.push('heard'), { store: world.store }));
    await world.say('alice', 'hi');
    scope.stop();
    await world.say('alice', 'again');
    expect(heard).toEqual(['heard']);
  });

  it('renders nothing', async () => {
    const { renders } = mountTim(
      world.store,
      () => useTimEvent('MESSAGE_RECEIVED', () => heard.push('heard')),
      () => 'done',
    );
    await world.say('alice', 'hi');
    expect([heard, renders()]).toEqual([['heard'], 1]);
  });

  it('reports what the handler throws, and goes on', async () => {
    mountTim(
      world.store,
      () =>
        useTimEvent('MESSAGE_RECEIVED', ([message]) => {
          heard.push(`${message?.from}`);
          throw new Error('oops');
        }),
      () => 'done',
    );
    await world.say('alice', 'hi');
    await world.say('bob', 'hi');
    expect(heard).toEqual(['alice', 'bob']);
    expect(world.errors.map(({ code }) => code)).toEqual(['SUBSCRIBER_FAILED', 'SUBSCRIBER_FAILED']);
  });
});
