import { c2cID, selectConversations, selectTimeline } from 'tim-reactive';
import { createTimPlugin } from 'tim-reactive/vue';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import type { Watched } from '../garbage.ts';
import { createWatch } from '../garbage.ts';
import { ChatPage } from './chat-page.ts';

// For some seconds Vue keeps all components for devtools, unless there are some.
vi.hoisted(() => Object.assign(globalThis, { __VUE_DEVTOOLS_GLOBAL_HOOK__: { emit: () => undefined } }));

/** Watches what an account has. */
function watchAll({ store }: ChatWorld): Watched {
  const state = store.getState();
  const timeline = selectTimeline(state, c2cID('alice'));
  const watched = createWatch();
  for (const thing of [state, timeline, ...timeline, ...selectConversations(state)]) watched.watch(thing);
  return watched;
}

/** Shows the page, and takes it away again. */
async function visit(world: ChatWorld): Promise<Watched> {
  const app = createApp(ChatPage).use(createTimPlugin(world.store));
  const page = document.createElement('div');
  app.mount(page);
  await world.clock.advance(0);
  expect(page.textContent).toContain('ready');
  const watched = watchAll(world);
  expect(await watched.left(17)).toBeGreaterThan(17);
  app.unmount();
  return watched;
}

describe('what composables do not hold', () => {
  it('is what an account had that is logged out, once the page is gone', async () => {
    const world = createChatWorld();
    await world.login();
    const watched = await visit(world);
    const loggedOut = world.store.actions.session.logout();
    await world.clock.advance(1000);
    await loggedOut;
    expect(await watched.left()).toBe(0);
  });
});
