import { mount } from '@vue/test-utils';
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
import type { MemorySdk } from 'tim-reactive/memory';
import type { UseTimOptions } from 'tim-reactive/vue';
import {
  createTimPlugin,
  provideTimStore,
  useConversation,
  useConversations,
  useMessages,
  useSession,
  useTimActions,
  useTimSelector,
  useTimStore,
  useTotalUnreadCount,
} from 'tim-reactive/vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import { createApp, defineComponent, effectScope, h, isRef, onMounted } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { CONNECTED, createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { mountTim } from './mount-tim.ts';

const alice = c2cID('alice');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

/** Says which store it was given. */
function nameOf(stores: Readonly<Record<string, TimStore>>): Component {
  return defineComponent(() => {
    const store = useTimStore();
    return () =>
      h(
        'i',
        Object.keys(stores).find((name) => stores[name] === store),
      );
  });
}

const empty = { render: () => h('p') };

describe('createTimPlugin', () => {
  it('holds a connection while the app is mounted', () => {
    const app = createApp(empty).use(createTimPlugin(world.store));
    expect(world.listenerCount()).toBe(0);
    app.mount(document.createElement('div'));
    expect(world.listenerCount()).toBe(CONNECTED);
    app.unmount();
    expect(world.listenerCount()).toBe(0);
  });

  it('leaves the connection that a login holds', async () => {
    const app = createApp(empty).use(createTimPlugin(world.store));
    app.mount(document.createElement('div'));
    await world.login();
    app.unmount();
    expect(world.listenerCount()).toBe(CONNECTED);
  });

  it('makes the SDK when the app is mounted, whose root component it gives as ever', () => {
    const makeSdk = vi.fn<() => MemorySdk>(() => world.server.createSdk());
    const Root = defineComponent((_, { expose }) => {
      expose({ name: 'root' });
      return () => h('p');
    });
    const app = createApp(Root).use(createTimPlugin(createTimStore({ sdk: makeSdk })));
    expect(makeSdk).not.toHaveBeenCalled();
    expect(app.mount(document.createElement('div'))).toMatchObject({ name: 'root' });
    expect(makeSdk).toHaveBeenCalledTimes(1);
  });

  it('serves several apps with one store', () => {
    const plugin = createTimPlugin(world.store);
    const apps = [createApp(empty).use(plugin), createApp(empty).use(plugin)];
    for (const app of apps) app.mount(document.createElement('div'));
    apps[0]?.unmount();
    expect(world.listenerCount()).toBe(CONNECTED);
    apps[1]?.unmount();
    expect(world.listenerCount()).toBe(0);
  });

  it('gives the store to what the app runs outside of components', () => {
    const app = createApp(empty).use(createTimPlugin(world.store));
    expect(app.runWithContext(() => useTimStore())).toBe(world.store);
  });
});

describe('provideTimStore', () => {
  it('gives the store to the components inside, instead of the app’s', () => {
    const other = createChatWorld();
    const Name = nameOf({ outer: world.store, inner: other.store });
    const Inner = defineComponent(() => {
      provideTimStore(other.store);
      return () => h(Name);
    });
    const wrapper = mount(() => [h(Name), h(Inner)], { global: { plugins: [createTimPlugin(world.store)] } });
    expect(wrapper.findAll('i').map((name) => name.text())).toEqual(['outer', 'inner']);
  });

  it('holds a connection while its component is mounted, the hooks of the components inside included', () => {
    const counts: number[] = [];
    const Inner = defineComponent(() => {
      onMounted(() => counts.push(world.listenerCount()));
      return () => h('p');
    });
    const wrapper = mount(
      defineComponent(() => {
        provideTimStore(world.store);
        return () => h(Inner);
      }),
    );
    expect(counts).toEqual([CONNECTED]);
    wrapper.unmount();
    expect(world.listenerCount()).toBe(0);
  });
});

/** Each composable, and what it gives where alice's messages are loaded. */
const composables: readonly (readonly [
  name: string,
  use: (options?: UseTimOptions) => unknown,
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

const valueOf = (used: unknown): unknown => (isRef(used) ? used.value : used);

describe.each(composables)('%s', (_name, use, expected, keys) => {
  it('uses the store of the plug-in', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { used } = mountTim(world.store, use, valueOf);
    expect(valueOf(used)).toBe(expected(world.store));
  });

  it('takes a store as an argument, rather than the plug-in’s', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const other = createChatWorld();
    const { used } = mountTim(
      other.store,
      () => use({ store: world.store }),
      () => 'done',
    );
    expect(valueOf(used)).toBe(expected(world.store));
  });

  it('is woken by its own part of the state alone, and leaves no subscription behind', () => {
    const { store, subscribed } = watchSubscriptions(world.store);
    const { wrapper } = mountTim(store, use, () => 'done');
    expect(subscribed()).toEqual(keys);
    wrapper.unmount();
    expect(subscribed()).toEqual([]);
  });

  it('connects nothing by itself', () => {
    const scope = effectScope();
    scope.run(() => use({ store: world.store }));
    expect(world.listenerCount()).toBe(0);
    scope.stop();
  });

  it('says what to do where there is no store', () => {
    const warn = vi.spyOn(console, 'warn');
    const run = (): unknown => use();
    expect(run).toThrow(TimStoreError);
    expect(run).toThrow(/^unable to find the store; install createTimPlugin\(store\)/);
    expect(warn).not.toHaveBeenCalled();
    expect(() => mount({ setup: use, render: () => h('p') })).toThrow(TimStoreError);
  });
});
