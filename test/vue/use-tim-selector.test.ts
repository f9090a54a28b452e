import { flushPromises, mount } from '@vue/test-utils';
import type { TimState } from 'tim-reactive';
import { c2cID, selectConversationName, selectSession } from 'tim-reactive';
import { createTimPlugin, useTimSelector } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, onErrorCaptured, ref } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { mountTim } from './mount-tim.ts';

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('useTimSelector', () => {
  it('selects from the present state in the first render, and follows it', async () => {
    await world.login();
    const { shown } = mountTim(
      world.store,
      () => useTimSelector((state) => state.session.network),
      (network) => network.value,
    );
    expect(shown()).toBe('connected');
    await world.setOnline(false);
    expect(shown()).toBe('disconnected');
  });

  it('renders nothing while the result stays the same', async () => {
    await world.login();
    const { renders } = mountTim(
      world.store,
      () => useTimSelector(selectSession),
      (session) => session.value,
    );
    await world.say('bob', 'hi');
    expect(renders()).toBe(1);
  });

  it('runs the selector once a commit', async () => {
    await world.login();
    const states: TimState[] = [];
    const select = (state: TimState): string => {
      states.push(state);
      return state.session.status;
    };
    mountTim(
      world.store,
      () => useTimSelector(select),
      (status) => status.value,
    );
    const commits = [world.store.getState()];
    world.store.subscribe((state) => commits.push(state));
    await world.say('bob', 'hi');
    expect(commits.length).toBeGreaterThan(1);
    expect(states).toEqual(commits);
  });

  it('keeps the earlier result while isEqual says so', async () => {
    await world.login();
    const { used, renders } = mountTim(
      world.store,
      () => useTimSelector((state) => [state.session.status], sameJson),
      (list) => list.value,
    );
    const first = used.value;
    await world.setOnline(false);
    expect([used.value === first, renders()]).toEqual([true, 1]);
  });

  it('follows the refs that the selector reads', async () => {
    await world.login();
    const id = ref(c2cID('alice'));
    const { shown } = mountTim(
      world.store,
      () => useTimSelector((state) => selectConversationName(state, id.value)),
      (name) => name.value,
    );
    expect(shown()).toBe('Alice');
    id.value = c2cID('bob');
    await nextTick();
    expect(shown()).toBe('Bob');
  });

  it('brings what the selector throws to the error boundary, at a commit as in the first render', async () => {
    const captured: string[] = [];
    const Fragile = defineComponent(() => {
      const network = useTimSelector(({ session }) => {
        if (session.network === 'disconnected') throw new Error('no network');
        return session.network;
      });
      return () => h('p', network.value);
    });
    const Boundary = defineComponent(() => {
      onErrorCaptured((error) => {
        captured.push(error.message);
        return false;
      });
      return () => h(Fragile);
    });
    const options = { global: { plugins: [createTimPlugin(world.store)] } };
    mount(Boundary, options).unmount();
    expect(captured).toEqual(['no network']);

    await world.login();
    const wrapper = mount(Boundary, options);
    expect([captured.length, wrapper.text()]).toEqual([1, 'connected']);
    await world.setOnline(false);
    expect(captured).toEqual(['no network', 'no network']);
    await world.setOnline(true);
    await flushPromises();
    expect([wrapper.text(), world.errors]).toEqual(['connected', []]);
  });
});
