import { act } from '@testing-library/react';
import { selectSession } from 'tim-reactive';
import { expect, it } from 'vitest';
import { useStore } from 'zustand';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';

it('zustand’s useStore takes a TimStore as it is', async () => {
  const world = createChatWorld();
  const { result, renders } = renderTim(world.store, () => useStore(world.store, selectSession));
  expect(result.current.status).toBe('idle');
  await act(() => world.login());
  expect(result.current.status).toBe('ready');

  const before = renders();
  await act(() => world.say('alice', 'hi'));
  expect(renders()).toBe(before);
});
