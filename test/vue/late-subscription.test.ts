import { createTimPlugin, useTotalUnreadCount } from 'tim-reactive/vue';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createApp, createSSRApp, defineComponent, h, Suspense } from 'vue';
import { createChatWorld } from '../adapters/chat-world.ts';
import { ChatPage } from './chat-page.ts';

it('shows a change that came between an async setup and the mount', async () => {
  const world = createChatWorld();
  vi.spyOn(console, 'info').mockImplementation(() => undefined); // Vue says that Suspense is experimental
  const Late = defineComponent({
    async setup() {
      const total = useTotalUnreadCount();
      await world.login();
      return () => h('p', total.value);
    },
  });
  const container = document.createElement('div');
  const app = createApp(() => h(Suspense, () => h(Late))).use(createTimPlugin(world.store));
  app.mount(container);
  await vi.waitUntil(() => container.textContent !== '');
  expect(container.textContent).toBe('41');
});

it('hydrates what the server rendered, and shows what came after that', async () => {
  const world = createChatWorld();
  const warn = vi.spyOn(console, 'warn');
  const error = vi.spyOn(console, 'error');
  onTestFinished(() => void vi.restoreAllMocks());
  const container = document.createElement('div');
  container.innerHTML = '<p>idle disconnected 0 - 0 0</p>';
  createSSRApp(ChatPage).use(createTimPlugin(world.store)).mount(container);
  expect([warn.mock.calls, error.mock.calls]).toEqual([[], []]);
  await world.login();
  expect(container.textContent).toBe('ready connected 2 40 41 15');
});
