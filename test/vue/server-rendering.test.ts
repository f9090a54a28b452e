// @vitest-environment node
import type { TimStore } from 'tim-reactive';
import { createTimStore } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { createTimPlugin, provideTimStore, useSession } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'vue';
import { createSSRApp, defineComponent, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { ChatPage } from './chat-page.ts';

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

const appOf = (store: TimStore): App => createSSRApp(ChatPage).use(createTimPlugin(store));

describe('renderToString', () => {
  it('renders the state, makes no SDK, and leaves no subscription', async () => {
    const makeSdk = vi.fn<() => MemorySdk>(() => world.server.createSdk());
    const { store, subscribed } = watchSubscriptions(createTimStore({ sdk: makeSdk }));
    expect(await renderToString(appOf(store))).toBe('<p>idle disconnected 0 - 0 0</p>');
    expect([makeSdk.mock.calls.length, subscribed()]).toEqual([0, []]);
  });

  it('loads nothing, even where the account is ready', async () => {
    await world.login();
    expect(await renderToString(appOf(world.store))).toBe('<p>ready connected 2 40 41 0</p>');
    await world.clock.advance(0);
    expect(world.pages).toEqual([]);
  });

  it('leaves no subscription when a component throws', async () => {
    const { store, subscribed } = watchSubscriptions(world.store);
    const Broken = defineComponent(() => {
      useSession();
      throw new Error('broken');
    });
    const app = createSSRApp(() => [h(ChatPage), h(Broken)]).use(createTimPlugin(store));
    app.config.warnHandler = () => undefined;
    await expect(renderToString(app)).rejects.toThrow('broken');
    expect(subscribed()).toEqual([]);
  });

  it('connects nothing for provideTimStore', async () => {
    const Provider = defineComponent(() => {
      provideTimStore(world.store);
      return () => h(ChatPage);
    });
    expect(await renderToString(createSSRApp(Provider))).toBe('<p>idle disconnected 0 - 0 0</p>');
    expect(world.listenerCount()).toBe(0);
  });
});
