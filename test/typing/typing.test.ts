import { c2cID, groupID, selectIsTyping } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';

const alice = c2cID('alice');

/** Alice, at a client of her own, beside `me` in a store; and the custom messages that reach her. */
async function createTypists(): Promise<World & { readonly other: MemorySdk; readonly seen: unknown[] }> {
  const world = await createReadyWorld();
  const other = world.server.createSdk();
  const seen: unknown[] = [];
  other.on('onMessageReceived', ({ data }) => {
    for (const { payload } of data as { payload: { data: string } }[]) seen.push(JSON.parse(payload.data));
  });
  await world.finish(other.login({ userID: 'alice', userSig: 'any' }), 1000);
  return { ...world, other, seen };
}

const notice = (typingStatus: 0 | 1): string =>
  JSON.stringify({
    businessID: 'user_typing_status',
    typingStatus,
    version: 1,
    userAction: typingStatus === 1 ? 14 : 0,
    actionParam: typingStatus === 1 ? 'EIMAMSG_InputStatus_Ing' : 'EIMAMSG_InputStatus_End',
  });

/** What a UI kit of the vendor's would send, as alice. */
const tell = ({ server }: World, data: string): void => {
  server.send({
    from: 'alice',
    to: 'me',
    type: 'TIMCustomElem',
    payload: { data, description: '', extension: '' },
    onlineUserOnly: true,
  });
};

describe('selectIsTyping', () => {
  it('turns true when the other one begins to write, and false when they say that they ceased', async () => {
    const world = await createReadyWorld();
    const { store, settle } = world;
    tell(world, notice(1));
    await settle();
    expect([selectIsTyping(store.getState(), alice), selectIsTyping(store.getState(), c2cID('bob'))]).toEqual(
      [true, false],
    );
    tell(world, notice(0));
    await settle();
    expect(selectIsTyping(store.getState(), alice)).toBe(false);
  });

  it('turns false by itself when nothing more is heard, and wakes who listens to the conversation', async () => {
    const world = await createReadyWorld();
    const { store, settle } = world;
    const shown: boolean[] = [];
    store.subscribe((state) => shown.push(selectIsTyping(state, alice)), `conversation:${alice}`);
    tell(world, notice(1));
    await settle(4000);
    tell(world, notice(1));
    await settle(4000);
    expect(shown).toEqual([true]);
    await settle(4000);
    expect(shown).toEqual([true, false]);
  });

  it('turns false with the message that was being written', async () => {
    const world = await createReadyWorld();
    const { server, store, settle } = world;
    tell(world, notice(1));
    await settle();
    server.sendText({ from: 'alice', to: 'me', text: 'done' });
    await settle();
    expect(selectIsTyping(store.getState(), alice)).toBe(false);
  });

  it('ends with the account', async () => {
    const world = await createReadyWorld();
    const { store, settle, finish } = world;
    tell(world, notice(1));
    await settle();
    await finish(store.actions.session.logout());
    expect(store.getState().typing).toEqual([]);
  });

  it.each(['{"businessID":"other"}', 'user_typing_status', '{"typingStatus":1}'])(
    'is not moved by other data: %s',
    async (data) => {
      const world = await createReadyWorld();
      tell(world, data);
      await world.settle();
      expect(selectIsTyping(world.store.getState(), alice)).toBe(false);
    },
  );
});

describe('messages.sendTyping', () => {
  it('sends what the vendor’s UI kits understand, at the first key and every three seconds', async () => {
    const { store, settle, seen, texts } = await createTypists();
    const { sendTyping } = store.actions.messages;
    for (let key = 0; key < 10; key++) {
      void sendTyping(alice, true);
      await settle(500);
    }
    expect(seen).toEqual([JSON.parse(notice(1)), JSON.parse(notice(1))]);
    void sendTyping(alice, false);
    void sendTyping(alice, false);
    await settle();
    expect(seen).toEqual([JSON.parse(notice(1)), JSON.parse(notice(1)), JSON.parse(notice(0))]);
    expect(texts(alice)).toEqual([]);
  });

  it('is ended by the message itself: the next key tells it anew', async () => {
    const { store, settle, seen } = await createTypists();
    const { sendTyping, sendCustom } = store.actions.messages;
    void sendTyping(alice, true);
    await settle();
    sendCustom(alice, { data: '"done"' });
    await settle();
    void sendTyping(alice, true);
    await settle();
    expect(seen).toEqual([JSON.parse(notice(1)), 'done', JSON.parse(notice(1))]);
  });

  it('belongs to the account: who logs in next tells it anew, and nobody when nobody is there', async () => {
    const { store, settle, finish, login, seen } = await createTypists();
    const { sendTyping } = store.actions.messages;
    void sendTyping(alice, true);
    await settle();
    await finish(store.actions.session.logout());
    await expect(sendTyping(alice, false)).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
    await login('bob');
    expect(store.getState().typing).toEqual([]);
    void sendTyping(alice, true);
    await settle();
    expect(seen).toEqual([JSON.parse(notice(1)), JSON.parse(notice(1))]);
  });

  it('rejects for a group', async () => {
    const { store } = await createReadyWorld();
    await expect(store.actions.messages.sendTyping(groupID('team'), true)).rejects.toThrow(
      'unable to tell that I am writing; it is told in one-to-one conversations only',
    );
  });

  it('may be ignored when it cannot be sent', async () => {
    const { store, server, settle } = await createReadyWorld();
    server.failNext('sendMessage', { code: 20_003 });
    const sent = store.actions.messages.sendTyping(alice, true);
    await settle();
    await expect(sent).rejects.toMatchObject({ sdkCode: 20_003 });
  });
});
