import type { ConversationID } from 'tim-reactive';
import { c2cID, selectSession } from 'tim-reactive';
import { useConversation, useConversations, useSession, useTotalUnreadCount } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope, isReactive, isReadonly, nextTick, ref, watch } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld, watchSubscriptions } from '../adapters/chat-world.ts';
import { mountTim } from './mount-tim.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld();
});

describe('useSession', () => {
  it('follows the login and the network', async () => {
    const { shown } = mountTim(world.store, useSession, (session) => session.value);
    expect(shown()).toMatchObject({ status: 'idle' });
    await world.login();
    expect(shown()).toMatchObject({ status: 'ready', userID: 'me', network: 'connected' });
    await world.setOnline(false);
    expect(shown()).toMatchObject({ network: 'disconnected' });
  });

  it('shows the present session in its first render', async () => {
    await world.login();
    const { shown, renders } = mountTim(world.store, useSession, (session) => session.value.status);
    expect([shown(), renders()]).toEqual(['ready', 1]);
  });

  it('is not rendered by messages or conversations', async () => {
    await world.login();
    const { renders } = mountTim(world.store, useSession, (session) => session.value);
    await world.say('alice', 'hi');
    await world.run(({ messages }) => messages.load(alice));
    expect(renders()).toBe(1);
  });

  it('gives the frozen record of the state itself, not a reactive copy, read-only', async () => {
    await world.login();
    const { used } = mountTim(world.store, useSession, (session) => session.value);
    expect(used.value).toBe(selectSession(world.store.getState()));
    expect([isReactive(used.value), isReadonly(used)]).toEqual([false, true]);
  });

  it('works in a scope outside of components, and ends with it', async () => {
    const scope = effectScope();
    const statuses: string[] = [];
    scope.run(() => {
      const session = useSession({ store: world.store });
      watch(session, ({ status }) => statuses.push(status), { immediate: true, flush: 'sync' });
    });
    await world.run(({ session }) => session.login({ userID: 'me', userSig: 'any' }));
    scope.stop();
    await world.run(({ session }) => session.logout());
    expect(statuses).toEqual(['idle', 'connecting', 'syncing', 'ready']);
  });
});

describe('useConversations', () => {
  it('gives the list in the SDK’s order, present in the first render', async () => {
    await world.login();
    const { used } = mountTim(world.store, useConversations, (rows) => rows.value.length);
    expect(used.value.map((row) => row.conversationID).sort()).toEqual([alice, bob]);
    await world.say('bob', 'hi');
    expect(used.value[0]).toMatchObject({ conversationID: bob, lastMessage: { messageForShow: 'hi' } });
  });

  it('keeps the identity of the rows that did not change', async () => {
    await world.login();
    const { used } = mountTim(world.store, useConversations, (rows) => rows.value.length);
    const before = used.value.find((row) => row.conversationID === alice);
    await world.say('bob', 'hi');
    expect(used.value.find((row) => row.conversationID === alice)).toBe(before);
  });

  it('is not rendered by the session, a history or a profile', async () => {
    await world.login();
    const { renders } = mountTim(world.store, useConversations, (rows) => rows.value);
    await world.setOnline(false);
    await world.setOnline(true);
    await world.run(({ messages }) => messages.load(alice));
    expect(renders()).toBe(1);
  });
});

describe('useTotalUnreadCount', () => {
  it('is the sum over the conversations, present in the first render', async () => {
    await world.login();
    const { shown } = mountTim(world.store, useTotalUnreadCount, (total) => total.value);
    expect(shown()).toBe(41);
    await world.say('bob', 'hi');
    expect(shown()).toBe(42);
  });

  it('is not rendered while the sum stays the same', async () => {
    await world.login();
    world.server.setRemindType('me', bob, 'AcceptNotNotify');
    await world.clock.advance(1000);
    const { shown, renders } = mountTim(world.store, useTotalUnreadCount, (total) => total.value);
    expect(shown()).toBe(40);
    await world.say('bob', 'hi');
    expect([shown(), renders()]).toEqual([40, 1]);
  });
});

describe('useConversation', () => {
  it('gives one row, present in the first render, and follows it', async () => {
    await world.login();
    const { shown, renders } = mountTim(
      world.store,
      () => useConversation(alice),
      (row) => row.value?.unreadCount,
    );
    expect(shown()).toBe(40);
    await world.run(({ conversations }) => conversations.setRead(alice));
    expect([shown(), renders()]).toEqual([0, 2]);
  });

  it('is not rendered by another conversation', async () => {
    await world.login();
    const { renders } = mountTim(
      world.store,
      () => useConversation(alice),
      (row) => row.value,
    );
    await world.say('bob', 'hi');
    expect(renders()).toBe(1);
  });

  it.each(['ref', 'getter'])(
    'follows an ID given as a %s, at once, and then the new row alone',
    async (form) => {
      await world.login();
      const id = ref<ConversationID | undefined>(alice);
      const { used, shown, renders } = mountTim(
        world.store,
        () => useConversation(form === 'ref' ? id : () => id.value),
        (row) => [row.value?.conversationID, row.value?.unreadCount],
      );
      id.value = bob;
      expect(used.value?.conversationID).toBe(bob);
      await nextTick();
      expect([shown(), renders()]).toEqual([[bob, 1], 2]);

      await world.say('bob', 'hi');
      expect([shown(), renders()]).toEqual([[bob, 2], 3]);
      await world.run(({ conversations }) => conversations.setRead(alice));
      expect(renders()).toBe(3);
      id.value = undefined;
      expect(used.value).toBeUndefined();
    },
  );

  it('gives undefined without an ID, for which it subscribes to nothing, and for one that is not in the list', async () => {
    await world.login();
    const { store, subscribed } = watchSubscriptions(world.store);
    mountTim(
      store,
      () => useConversation(undefined),
      (row) => row.value,
    );
    expect(subscribed()).toEqual([]);
    for (const id of [undefined, c2cID('nobody')]) {
      const { used } = mountTim(
        world.store,
        () => useConversation(id),
        (row) => row.value,
      );
      expect(used.value).toBeUndefined();
    }
  });

  it('refuses a bare user ID, at compile time and when it is read', () => {
    effectScope().run(() => {
      // @ts-expect-error a user ID is no conversation ID
      const row = useConversation('alice', { store: world.store });
      expect(() => row.value).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining('c2cID(') }),
      );
    });
  });
});
