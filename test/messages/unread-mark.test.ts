import { c2cID, findUnread, selectFirstUnread, selectTimeline, selectUnreadMark } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, createWorld } from '../world.ts';

const alice = c2cID('alice');

const textOf = (message: { readonly payload: unknown } | undefined): unknown => message?.payload;

describe('selectFirstUnread', () => {
  it('finds the oldest of the messages that came in and were not read', async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    await settle(2000);
    await finish(store.actions.conversations.setRead(alice));
    expect(selectFirstUnread(store.getState(), alice)).toBeUndefined();
    server.sendText({ from: 'alice', to: 'me', text: 'two' });
    server.sendText({ from: 'alice', to: 'me', text: 'three' });
    await settle(2000);
    expect(textOf(selectFirstUnread(store.getState(), alice))).toEqual({ text: 'two' });
    expect(selectFirstUnread(store.getState(), undefined)).toBeUndefined();
    expect(selectFirstUnread(store.getState(), c2cID('bob'))).toBeUndefined();
  });

  it('finds it among what was written before the login, once that far is loaded', async () => {
    const world = createWorld();
    const { server, store, finish } = world;
    for (let number = 1; number <= 40; number++)
      server.sendText({ from: 'alice', to: 'me', text: `${number}` });
    await world.login();
    await finish(store.actions.messages.load(alice));
    const mark = selectUnreadMark(store.getState(), alice);
    expect(mark?.count).toBe(40);
    expect(selectFirstUnread(store.getState(), alice)).toBeUndefined();
    await finish(store.actions.messages.loadOlder(alice));
    await finish(store.actions.messages.loadOlder(alice));
    expect(textOf(selectFirstUnread(store.getState(), alice))).toEqual({ text: '1' });
  });

  it('is remembered by its mark, when all is read and more has come', async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    server.sendText({ from: 'alice', to: 'me', text: 'two' });
    await settle(2000);
    const mark = selectUnreadMark(store.getState(), alice);
    await finish(store.actions.conversations.setRead(alice));
    server.sendText({ from: 'alice', to: 'me', text: 'three' });
    await settle(2000);
    expect(textOf(findUnread(selectTimeline(store.getState(), alice), mark))).toEqual({ text: 'one' });
    expect(textOf(selectFirstUnread(store.getState(), alice))).toEqual({ text: 'three' });
  });
});
