// The main job on real input: a message travels from each of the vendor's packages to the state and back.

import type { ConversationID, TimState, TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectConversation,
  selectConversations,
  selectHistory,
  selectMessage,
  selectSenderName,
  selectTimeline,
} from 'tim-reactive';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, packages } from './boot.ts';
import { refuse } from './cloud/wire.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';

const alice = c2cID('alice');
const team = groupID('team');
const longAgo = 1_700_000_000;

let boot: Boot;
let store: TimStore;

useStores();

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const login = async (userID = 'me'): Promise<void> =>
  soon(store.actions.session.login({ userID, userSig: 'any' }), 3000);

const texts = (conversationID: ConversationID): readonly string[] =>
  selectTimeline(store.getState(), conversationID)
    .toArray()
    .map((message) => (message.type === 'TIMTextElem' ? message.payload.text : message.type));

const row = (id: ConversationID): ReturnType<typeof selectConversation> =>
  selectConversation(store.getState(), id);

/** What every package does through the store. */
describe.each(packages)('a store on %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('alice', { nick: 'Alice' });
    boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
    store = openStore(boot);
  });

  it('logs in, and is ready with the conversation list when the login resolves', async () => {
    boot.cloud.say('alice', 'me', 'before the login');
    const statuses: string[] = [];
    store.select((state) => state.session.status).subscribe((status) => statuses.push(status));
    await login();
    expect(statuses.slice(0, 2)).toEqual(['idle', 'connecting']);
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me', network: 'connected' });
    expect(selectConversations(store.getState()).map(({ conversationID }) => conversationID)).toContain(
      alice,
    );
    expect(row(alice)).toMatchObject({
      type: 'C2C',
      unreadCount: 1,
      lastMessage: { messageForShow: 'before the login' },
    });
    expect(store.getState().conversations.totalUnreadCount).toBe(1);
  });

  it('takes over an instance that is logged in and ready already', async () => {
    boot.cloud.say('alice', 'me', 'hello');
    await soon(boot.sdk.login({ userID: 'me', userSig: 'any' }), 3000);
    store.connect();
    await pass();
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me' });
    expect(row(alice)?.unreadCount).toBe(1);
  });

  it('receives messages, each once and in order, with their senders, and counts and reads them', async () => {
    await login();
    const received: string[] = [];
    store.streams.messageReceived$.subscribe((messages) =>
      received.push(...messages.map(({ from }) => from)),
    );
    const first = boot.cloud.say('alice', 'me', 'one');
    boot.cloud.repeat(first, 'me');
    boot.cloud.say('alice', 'me', 'two');
    boot.cloud.sayInGroup('alice', 'team', 'to all');
    await pass(3000);
    expect(texts(alice)).toEqual(['one', 'two']);
    expect(texts(team)).toEqual(['to all']);
    expect(received).toEqual(['alice', 'alice', 'alice']);
    const message = selectTimeline(store.getState(), alice).at(0);
    expect(message).toMatchObject({
      conversationID: alice,
      from: 'alice',
      to: 'me',
      flow: 'in',
      status: 'success',
      isRead: false,
    });
    expect(Object.isFrozen(message) && Object.isFrozen(message?.payload)).toBe(true);
    expect(message && selectSenderName(store.getState(), message)).toBe('Alice');
    expect(row(alice)?.unreadCount).toBe(2);
    await soon(store.actions.conversations.setRead(alice));
    expect(row(alice)?.unreadCount).toBe(0);
    await pass(3000);
    expect(row(alice)?.unreadCount).toBe(0);
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .every(({ isRead }) => isRead),
    ).toBe(true);
  });

  it.each([alice, team])(
    'sends into %s: the row is there at once, and is the same when it is sent',
    async (id) => {
      await login();
      const { ID, finished } = store.actions.messages.sendText(id, 'hello', { cloudCustomData: 'x' });
      await Promise.resolve();
      await Promise.resolve();
      expect(selectTimeline(store.getState(), id).toArray()).toMatchObject([
        { ID, status: 'sending', attempt: 1 },
      ]);
      const sent = await soon(finished, 3000);
      expect(sent).toMatchObject({
        ID,
        status: 'success',
        payload: { text: 'hello' },
        cloudCustomData: 'x',
        from: 'me',
      });
      expect(selectMessage(store.getState(), ID)).toBe(sent);
      await soon(store.actions.messages.load(id), 3000);
      expect(selectTimeline(store.getState(), id).toArray()).toEqual([sent]);
    },
  );

  it('shows a send that is refused as failed, and sends it again', async () => {
    await login();
    const accept = boot.line.answer('openim.sendmsg', () => refuse(20003));
    const { ID, finished } = store.actions.messages.sendText(alice, 'again');
    await expect(soon(finished, 3000)).rejects.toMatchObject({ code: 'SDK_ERROR', sdkCode: 20003 });
    expect(selectMessage(store.getState(), ID)).toMatchObject({ status: 'fail', error: { sdkCode: 20003 } });
    accept();
    const sent = await soon(store.actions.messages.resend(ID).finished, 3000);
    expect(sent).toMatchObject({ ID, status: 'success', attempt: 2, error: undefined });
    await soon(store.actions.messages.load(alice), 3000);
    expect(texts(alice)).toEqual(['again']);
    expect(boot.cloud.messages('me', 'alice')).toHaveLength(1);
  });

  it('ends a send without an answer in a failure that can be tried again', async () => {
    await login();
    boot.line.answer('openim.sendmsg', () => null);
    const { ID, finished } = store.actions.messages.sendText(alice, 'lost');
    await expect(soon(finished, 25_000)).rejects.toMatchObject({
      code: 'TIMEOUT',
      sdkCode: 2801,
      retryable: true,
    });
    expect(selectMessage(store.getState(), ID)?.status).toBe('fail');
  });

  it.each([alice, team])('pages back through %s to its beginning, without a double or a hole', async (id) => {
    const all = Array.from({ length: 50 }, (_, index) => `m${index}`);
    for (const [index, text] of all.entries()) {
      if (id === team) boot.cloud.sayInGroup('alice', 'team', text, longAgo + index);
      else
        boot.cloud.say(
          index % 2 === 0 ? 'alice' : 'me',
          index % 2 === 0 ? 'me' : 'alice',
          text,
          longAgo + index,
        );
    }
    await login();
    await soon(store.actions.messages.load(id), 3000);
    expect(texts(id).length).toBeLessThan(50);
    const newest = texts(id);
    expect(newest).toEqual(all.slice(-newest.length));
    await soon(store.actions.messages.loadOlder(id), 3000);
    expect(texts(id).length).toBeGreaterThan(newest.length);
    for (let page = 0; page < 10 && !selectHistory(store.getState(), id).isCompleted; page++) {
      await soon(store.actions.messages.loadOlder(id), 3000);
    }
    expect(texts(id)).toEqual(all);
    expect(selectHistory(store.getState(), id)).toMatchObject({
      isCompleted: true,
      isLoading: false,
      error: undefined,
    });
  });

  it('marks what the peer recalls, and what the peer has read', async () => {
    await login();
    const wire = boot.cloud.say('alice', 'me', 'regretted');
    await pass();
    const { finished } = store.actions.messages.sendText(alice, 'read me');
    const { ID } = await soon(finished, 3000);
    boot.cloud.recall(wire);
    boot.cloud.read('alice', 'me');
    await pass(3000);
    expect(selectTimeline(store.getState(), alice).toArray()).toMatchObject([
      { isRevoked: true, revoker: 'alice', payload: { text: 'regretted' } },
      { ID, isPeerRead: true },
    ]);
  });

  it('shows, after a reconnect, what was missed, and sends what was written meanwhile, in order', async () => {
    boot.cloud.say('alice', 'me', 'before', longAgo);
    boot.cloud.sayInGroup('alice', 'team', 'before in the group', longAgo);
    await login();
    await soon(store.actions.messages.load(alice), 3000);
    await soon(store.actions.messages.load(team), 3000);
    boot.goOffline();
    await pass(2000);
    expect(store.getState().session).toMatchObject({ status: 'ready', network: 'disconnected' });
    boot.cloud.say('alice', 'me', 'missed');
    boot.cloud.sayInGroup('alice', 'team', 'missed in the group');
    await pass(2000);
    const { finished } = store.actions.messages.sendText(alice, 'written meanwhile');
    await pass(2000);
    expect(texts(alice)).toEqual(['before', 'written meanwhile']);
    boot.goOnline();
    await soon(finished, 10_000);
    boot.cloud.say('alice', 'me', 'after');
    await pass(3000);
    expect(texts(alice)).toEqual(['before', 'missed', 'written meanwhile', 'after']);
    expect(texts(team)).toEqual(['before in the group', 'missed in the group']);
    expect(store.getState().session.network).toBe('connected');
  });

  it('says why it was kicked out, keeps the screen, and logs in again', async () => {
    await login();
    boot.cloud.say('alice', 'me', 'hello');
    await pass(3000);
    boot.cloud.kick('me');
    await pass(3000);
    expect(store.getState().session).toMatchObject({
      status: 'kickedOut',
      kickedOutType: 'multipleAccount',
      userID: 'me',
    });
    expect(texts(alice)).toEqual(['hello']);
    expect(() => store.actions.messages.sendText(alice, 'x')).toThrow(
      expect.objectContaining({ code: 'KICKED_OUT' }),
    );
    await login();
    expect(store.getState().session).toMatchObject({ status: 'ready', kickedOutType: undefined });
    await soon(store.actions.messages.sendText(alice, 'back').finished, 3000);
    await soon(store.actions.messages.load(alice), 3000);
    expect(texts(alice)).toEqual(['hello', 'back']);
  });

  it('stays kicked out when nobody listens for a while, whatever the SDK takes itself for', async () => {
    await soon(boot.sdk.login({ userID: 'me', userSig: 'any' }), 3000);
    const release = store.connect();
    await pass();
    boot.cloud.kick('me', 3); // by the REST API: lite stays ready
    await pass(3000);
    expect(store.getState().session).toMatchObject({ status: 'kickedOut', kickedOutType: 'REST_API_Kick' });
    release();
    store.connect();
    await pass(3000);
    expect(store.getState().session).toMatchObject({ status: 'kickedOut', kickedOutType: 'REST_API_Kick' });
    await login();
    expect(store.getState().session).toMatchObject({ status: 'ready', kickedOutType: undefined });
  });

  it('resends after a new login what had failed before it', async () => {
    await login();
    const accept = boot.line.answer('openim.sendmsg', () => refuse(20003));
    const { ID, finished } = store.actions.messages.sendText(alice, 'kept');
    await expect(soon(finished, 3000)).rejects.toMatchObject({ sdkCode: 20003 });
    accept();
    boot.cloud.kick('me');
    await pass(3000);
    await login();
    expect(texts(alice)).toEqual(['kept']);
    expect(await soon(store.actions.messages.resend(ID).finished, 3000)).toMatchObject({
      ID,
      status: 'success',
    });
    expect(boot.cloud.messages('me', 'alice')).toHaveLength(1);
  });

  it('shows nothing of one account to the next: not its lists, nor a send that is answered too late', async () => {
    boot.cloud.say('alice', 'me', 'for me only');
    await login('me');
    await soon(store.actions.messages.load(alice), 3000);
    const answer = boot.line.hold('openim.sendmsg');
    const { finished } = store.actions.messages.sendText(alice, 'secret');
    await pass();
    const logout = store.actions.session.logout();
    await expect(soon(finished, 10)).rejects.toMatchObject({ code: 'LOGGED_OUT' });
    await soon(logout, 3000);
    const { session, conversations, messages, profiles } = store.getState();
    expect(session).toMatchObject({ status: 'idle', userID: undefined });
    expect([
      conversations.byID.size,
      messages.timelines.size,
      messages.history.size,
      profiles.byID.size,
    ]).toEqual([0, 0, 0, 0]);

    const leaks: unknown[] = [];
    store.subscribe((state: TimState) => {
      for (const [, timeline] of state.messages.timelines)
        leaks.push(...[...timeline].filter(({ from }) => from === 'me'));
      for (const [, { lastMessage }] of state.conversations.byID)
        if (lastMessage?.fromAccount === 'me') leaks.push(lastMessage);
    });
    await login('bob');
    answer();
    await pass(3000);
    await soon(store.actions.messages.load(alice), 3000);
    boot.cloud.say('alice', 'bob', 'for bob');
    await pass(3000);
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'bob' });
    expect(texts(alice)).toEqual(['for bob']);
    expect(leaks).toEqual([]);
  });

  it('leaves no listener behind, nor a login: dispose neither logs out nor destroys', async () => {
    await login();
    store.dispose();
    const before = store.getState();
    boot.cloud.say('alice', 'me', 'too late');
    await pass(3000);
    expect(store.getState()).toBe(before);
    expect((await soon(boot.sdk.getConversationList(), 100)).data.conversationList.length).toBeGreaterThan(0);
  });
});

describe('a store on @tencentcloud/chat with partialUpdatedConversations', () => {
  it('merges list events that carry only what changed', async () => {
    boot = await bootSdk('@tencentcloud/chat', { partialUpdatedConversations: true });
    store = openStore(boot, { partialUpdatedConversations: true });
    for (let index = 0; index < 10; index++) boot.cloud.say(`user${index}`, 'me', 'hello', longAgo + index);
    await login();
    expect(selectConversations(store.getState())).toHaveLength(10);
    const sizes: number[] = [];
    store.streams.conversationListUpdated$.subscribe((rows) => sizes.push(rows.length));
    boot.cloud.say('user3', 'me', 'again');
    await pass(3000);
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBe(1);
    expect(selectConversations(store.getState())).toHaveLength(10);
    expect(store.getState().conversations.order[0]).toBe(c2cID('user3'));
  });
});
