// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { createTimStore } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { ChatPage } from './chat-page.tsx';

it('renderToString renders the initial state, makes no SDK, subscribes to nothing, and warns of nothing', () => {
  const logged = vi.spyOn(console, 'error');
  onTestFinished(() => logged.mockRestore());
  const makeSdk = vi.fn<() => MemorySdk>(() => createChatWorld().sdk);
  const { store, subscribed } = watchSubscriptions(createTimStore({ sdk: makeSdk }));

  expect(renderToString(<ChatPage store={store} />)).toBe('<p>idle disconnected 0 - 0 0</p>');
  expect([makeSdk.mock.calls, subscribed(), logged.mock.calls]).toEqual([[], [], []]);
});
