import { c2cID, keepLoaded, selectHistory, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../world.ts';

const alice = c2cID('alice');

describe('keepLoaded', () => {
  it('loads the newest page as soon as the account is ready, once a login', async () => {
    const { server, store, login, settle, finish, texts } = createWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'before the login' });
    const lengths: number[] = [];
    store.select((state) => selectTimeline(state, alice).length).subscribe((length) => lengths.push(length));
    const release = keepLoaded(store, alice);
    expect(selectHistory(store.getState(), alice).isLoading).toBe(false);
    await login();
    await settle();
    expect(texts(alice)).toEqual(['before the login']);
    await finish(store.actions.session.logout(), 2000);
    await login();
    await settle();
    expect(lengths).toEqual([0, 1, 0, 1]);
    release();
    await finish(store.actions.session.logout(), 2000);
    await login();
    await settle();
    expect(selectHistory(store.getState(), alice).isLoaded).toBe(false);
  });

  it('leaves a page that failed to whoever asks again', async () => {
    const { server, store, login, settle, finish } = createWorld();
    await login();
    server.failNext('getMessageList', { code: 10007 });
    keepLoaded(store, alice);
    await settle();
    server.network('me').cut();
    await settle(1000);
    server.network('me').restore();
    await settle(1000);
    expect(selectHistory(store.getState(), alice)).toMatchObject({
      isLoaded: false,
      error: { sdkCode: 10007 },
    });
    await finish(store.actions.messages.load(alice));
    expect(selectHistory(store.getState(), alice).isLoaded).toBe(true);
  });
});
