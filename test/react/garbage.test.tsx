import { act, render } from '@testing-library/react';
import { c2cID, selectConversations, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import type { Watched } from '../garbage.ts';
import { createWatch } from '../garbage.ts';
import { ChatPage } from './chat-page.tsx';

/** Watches what an account has. */
function watchAll({ store }: ChatWorld): Watched {
  const state = store.getState();
  const timeline = selectTimeline(state, c2cID('alice'));
  const watched = createWatch();
  for (const thing of [state, timeline, ...timeline, ...selectConversations(state)]) watched.watch(thing);
  return watched;
}

describe('what hooks do not hold', () => {
  it('is what an account had that is logged out, once the page is gone', async () => {
    const world = createChatWorld();
    await world.login();
    const { unmount, container } = render(<ChatPage store={world.store} />);
    await act(() => world.clock.advance(0));
    expect(container.textContent).toContain('ready');
    const watched = watchAll(world);
    expect(await watched.left(17)).toBeGreaterThan(17);
    unmount();
    await act(async () => {
      const loggedOut = world.store.actions.session.logout();
      await world.clock.advance(1000);
      await loggedOut;
    });
    expect(await watched.left()).toBe(0);
  });
});
