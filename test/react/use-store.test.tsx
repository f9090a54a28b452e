import { act } from '@testing-library/react';
import { createRequire } from 'node:module';
import { selectSession } from 'tim-reactive';
import type * as Zustand from 'zustand';
import { expect, it } from 'vitest';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';

// Through `require`, so that it finds the React of this project: see test/setup/react-18.ts.
const { useStore } = createRequire(import.meta.url)('zustand') as typeof Zustand;

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
