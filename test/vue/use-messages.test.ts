import { mount } from '@vue/test-utils';
import type { ConversationID } from 'tim-reactive';
import { c2cID, selectTimeline } from 'tim-reactive';
import { createTimPlugin, useMessages } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, effectScope, h, isReadonly, nextTick, ref } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import type { MountedTim } from './mount-tim.ts';
import { mountTim } from './mount-tim.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

type Messages = ReturnType<typeof useMessages>;

/** Shows everything that `useMessages` gives. */
function mountMessages(...args: Parameters<typeof useMessages>): MountedTim<Messages> {
  return mountTim(
    world.store,
    () => useMessages(...args),
    ({ messages, isLoading, isLoaded, isCompleted, error }) => ({
      texts: messages.value.map(({ payload }) => (payload as { readonly text: string }).text),
      isLoading: isLoading.value,
      isLoaded: isLoaded.value,
      isCompleted: isCompleted.value,
      code: error.value?.code,
    }),
  );
}

const advance = (): Promise<void> => world.clock.advance(0);

describe('useMessages', () => {
  it('loads the newest page when the account is ready, and tells how far it has come', async () => {
    await world.login();
    const { shown } = mountMessages(alice);
    expect(shown()).toEqual({ texts: [], isLoading: false, isLoaded: false, isCompleted: false });

    await nextTick();
    await nextTick();
    expect(shown()).toMatchObject({ isLoading: true, isLoaded: false });
    await advance();
    expect(shown()).toEqual({
      texts: Array.from({ length: 15 }, (_, index) => `alice ${26 + index}`),
      isLoading: false,
      isLoaded: true,
      isCompleted: false,
    });
  });

  it('waits for the login', async () => {
    const load = vi.spyOn(world.store.actions.messages, 'load');
    const { used } = mountMessages(alice);
    await world.login();
    expect([load.mock.calls, used.messages.value.length]).toEqual([[[alice]], 15]);
  });

  it('asks once for all who show the conversation', async () => {
    await world.login();
    const Chat = defineComponent(() => {
      const { timeline } = useMessages(alice);
      return () => h('i', timeline.value.length);
    });
    const wrapper = mount(() => [h(Chat), h(Chat)], {
      global: { plugins: [createTimPlugin(world.store)] },
    });
    await advance();
    expect([world.pages, wrapper.text()]).toEqual([[alice], '1515']);
  });

  it('does not ask again for what the store has, and shows it in the first render', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { used, renders } = mountMessages(alice);
    expect([used.messages.value.length, renders()]).toEqual([15, 1]);
    await advance();
    expect([world.pages, renders()]).toEqual([[alice], 1]);
  });

  it('loads anew after the next login', async () => {
    await world.login();
    const { shown, used } = mountMessages(alice);
    await advance();
    await world.run(({ session }) => session.logout());
    expect(shown()).toMatchObject({ isLoaded: false, texts: [] });
    await world.login();
    expect([world.pages, used.isLoaded.value]).toEqual([[alice, alice], true]);
  });

  it('loads in an app that is mounted again, for an SDK that is logged in by other code', async () => {
    void world.sdk.login({ userID: 'me', userSig: 'any' });
    await advance();
    const first = mountMessages(alice);
    await advance();
    first.wrapper.unmount();
    expect(world.listenerCount()).toBe(0);
    const second = mountMessages(bob);
    await advance();
    expect([world.pages, second.used.isLoaded.value]).toEqual([[alice, bob], true]);
  });

  it('loads nothing with load: false, until that changes', async () => {
    await world.login();
    const load = ref(false);
    mountMessages(alice, { load });
    await advance();
    expect(world.pages).toEqual([]);
    load.value = true;
    await advance();
    expect(world.pages).toEqual([alice]);
  });

  it('is empty and does nothing without an ID', async () => {
    await world.login();
    const { shown, used } = mountMessages(undefined);
    await used.loadOlder();
    expect(shown()).toEqual({ texts: [], isLoading: false, isLoaded: false, isCompleted: false });
    expect(world.pages).toEqual([]);
  });

  it('refuses a bare user ID, at compile time and when it is read', () => {
    effectScope().run(() => {
      // @ts-expect-error a user ID is no conversation ID
      const { messages } = useMessages('alice', { store: world.store });
      expect(() => messages.value).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    });
  });

  it('renders once for each change of its conversation, and for no other', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { used, renders } = mountMessages(alice);

    await world.say('alice', 'hi');
    expect([used.messages.value.at(-1)?.payload, renders()]).toEqual([{ text: 'hi' }, 2]);
    await world.say('bob', 'hi');
    await world.setOnline(false);
    expect(renders()).toBe(2);
  });

  it('shows a text of one’s own from sending to success', async () => {
    await world.login();
    const { used } = mountMessages(bob);
    await advance();
    world.store.actions.messages.sendText(bob, 'hello');
    await nextTick();
    expect(used.messages.value.at(-1)).toMatchObject({ payload: { text: 'hello' }, status: 'sending' });
    await advance();
    expect(used.messages.value.at(-1)).toMatchObject({ payload: { text: 'hello' }, status: 'success' });
  });

  it('shows the other conversation in the very flush in which the ID changes, and loads it', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(bob));
    const id = ref<ConversationID | undefined>(alice);
    const { used, shown, renders } = mountMessages(id);
    await advance();
    const before = renders();
    id.value = bob;
    expect(used.timeline.value.length).toBe(1);
    await nextTick();
    expect([shown(), renders() - before]).toMatchObject([{ texts: ['bob 1'] }, 1]);

    id.value = c2cID('carol');
    await advance();
    expect(world.pages).toEqual([bob, alice, c2cID('carol')]);
    expect(shown()).toEqual({ texts: [], isLoading: false, isLoaded: true, isCompleted: true });
  });

  it('shows what is committed between a change of the ID and the next flush', async () => {
    await world.login();
    const id = ref<ConversationID>(alice);
    const { used, shown } = mountMessages(id, { load: false });
    await nextTick();
    world.store.actions.messages.sendText(bob, 'hello'); // committed in a microtask
    id.value = bob; // rendered in a later one
    expect(used.messages.value).toEqual([]);
    await nextTick();
    expect(shown()).toMatchObject({ texts: ['hello'] });
  });

  it('builds the array only for those who read it', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const toArray = vi.spyOn(selectTimeline(world.store.getState(), alice), 'toArray');
    const { used } = mountTim(
      world.store,
      () => useMessages(alice),
      ({ timeline }) => timeline.value.slice(-2).length,
    );
    expect(toArray).not.toHaveBeenCalled();
    expect([used.messages.value.length, toArray.mock.calls.length]).toEqual([15, 1]);
  });

  it('gives read-only refs', () => {
    const { timeline, messages, isLoading, isLoaded, isCompleted, error } = mountMessages(alice).used;
    const refs = [timeline, messages, isLoading, isLoaded, isCompleted, error];
    expect(refs.map((part) => isReadonly(part))).toEqual(refs.map(() => true));
  });

  describe('loadOlder', () => {
    it('loads older pages up to the first message', async () => {
      await world.login();
      const { used } = mountMessages(alice);
      await advance();
      await world.run(used.loadOlder);
      expect([used.messages.value.length, used.isCompleted.value]).toEqual([30, false]);
      await world.run(used.loadOlder);
      expect([used.messages.value.length, used.isCompleted.value]).toEqual([40, true]);
      await world.run(used.loadOlder);
      expect(world.pages.length).toBe(3);
    });

    it('follows the ID', async () => {
      await world.login();
      const id = ref<ConversationID>(bob);
      const { used } = mountMessages(id);
      await advance();
      id.value = alice;
      await advance();
      await world.run(used.loadOlder);
      expect(world.pages).toEqual([bob, alice, alice]);
      expect(used.messages.value.length).toBe(30);
    });

    it('may be ignored when it fails: the error is in the state, and a further call tries again', async () => {
      await world.login();
      const { used } = mountMessages(alice);
      await advance();
      world.server.failNext('getMessageList', { code: 2800 });
      void used.loadOlder(); // an unhandled rejection would fail the run
      await advance();
      expect(used.error.value).toMatchObject({ code: 'NETWORK', retryable: true });
      expect(used.messages.value.length).toBe(15);

      await world.run(used.loadOlder);
      expect([used.error.value, used.messages.value.length]).toEqual([undefined, 30]);
    });

    it('rejects for those who await it', async () => {
      await world.login();
      const { used } = mountMessages(alice);
      await advance();
      world.server.failNext('getMessageList', { code: 2800 });
      await expect(world.run(used.loadOlder)).rejects.toMatchObject({ code: 'NETWORK' });
    });

    it('brings the first page, where that one failed: nothing else asks again', async () => {
      await world.login();
      world.server.failNext('getMessageList', { code: 2800 });
      const { shown, used } = mountMessages(alice);
      await advance();
      await world.say('alice', 'hi');
      await world.setOnline(false);
      await world.setOnline(true);
      expect(shown()).toMatchObject({ isLoaded: false, isLoading: false, code: 'NETWORK' });
      expect(world.pages).toEqual([alice]);

      await world.run(used.loadOlder);
      expect(shown()).toMatchObject({ isLoaded: true });
      expect([world.pages, used.error.value]).toEqual([[alice, alice], undefined]);
    });
  });
});
