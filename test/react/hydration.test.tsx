import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createChatWorld } from '../adapters/chat-world.ts';
import { ChatPage } from './chat-page.tsx';

it('hydration matches what the server rendered, even if the store has come further, and then shows that', async () => {
  const container = document.createElement('div');
  container.innerHTML = '<p>idle disconnected 0 - 0 0</p>';
  const world = createChatWorld();
  await world.login();
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  const logged = vi.spyOn(console, 'error');
  onTestFinished(() => logged.mockRestore());

  await act(
    async () => void hydrateRoot(container, <ChatPage store={world.store} />, { onRecoverableError }),
  );
  expect([onRecoverableError.mock.calls, logged.mock.calls]).toEqual([[], []]);
  await act(() => world.clock.advance(0));
  expect(container.textContent).toBe('ready connected 2 40 41 15');
});
