import type { ConversationID } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectConversation,
  selectConversationName,
  selectConversations,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');
const team = groupID('team');

describe.each(flavours)('conversations on $flavour', (sdk) => {
  it("are in the SDK's order: pinned first, then by the time of the last message", async () => {
    const { server, sdk: client, store, settle } = await createReadyWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'first' });
    await settle(2000);
    server.sendText({ from: 'bob', to: 'me', text: 'second' });
    await settle(2000);
    expect(store.getState().conversations.order).toEqual([bob, alice, team]);
    void client.pinConversation({ conversationID: team, isPinned: true });
    await settle(2000);
    expect(store.getState().conversations.order).toEqual([team, bob, alice]);
    const { data } = await client.getConversationList();
    expect(selectConversations(store.getState()).map((row) => row.conversationID)).toEqual(
      data.conversationList.map((row) => row.conversationID),
    );
  });

  it('keep N - 1 identities when one of N rows changes, and the list its array when none does', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    for (let index = 0; index < 30; index++) {
      server.addUser(`user${index}`);
      server.sendText({ from: `user${index}`, to: 'me', text: 'hello' });
    }
    server.setRemindType('me', 'C2Cuser7', TYPES.MSG_REMIND_ACPT_AND_NOTE);
    await settle(2000);
    const before = selectConversations(store.getState());
    server.sendText({ from: 'user7', to: 'me', text: 'again' });
    await settle(2000);
    const after = selectConversations(store.getState());
    expect(after.filter((row) => !before.includes(row)).map((row) => row.conversationID)).toEqual([
      'C2Cuser7',
    ]);
    server.setRemindType('me', 'C2Cuser7', TYPES.MSG_REMIND_ACPT_AND_NOTE); // as it is
    await settle(2000);
    expect(selectConversations(store.getState())).toBe(after);
  });

  it('count unread messages over conversations that notify', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    const total = (): number => store.getState().conversations.totalUnreadCount;
    server.sendTexts([
      { from: 'alice', to: 'me', text: '1' },
      { from: 'alice', to: 'me', text: '2' },
      { from: 'bob', to: 'team', text: '3' },
    ]);
    await settle(2000);
    expect(total()).toBe(3);
    server.setRemindType('me', alice, TYPES.MSG_REMIND_ACPT_NOT_NOTE);
    await settle(2000);
    expect(total()).toBe(1);
    server.sendText({ from: 'alice', to: 'me', text: '4' });
    await settle(2000);
    expect(total()).toBe(1);
    expect(selectConversation(store.getState(), alice)?.unreadCount).toBe(3);
    server.setRemindType('me', alice, TYPES.MSG_REMIND_ACPT_AND_NOTE);
    await settle(2000);
    expect(total()).toBe(4);
  });

  it('are called by remark, nick or user ID, and by group name or group ID', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    server.addUser('nameless');
    for (const from of ['alice', 'nameless']) server.sendText({ from, to: 'me', text: 'hello' });
    await settle(2000);
    const name = (id: ConversationID): string => selectConversationName(store.getState(), id);
    expect([name(alice), name(c2cID('nameless')), name(team), name(groupID('unknown'))]).toEqual([
      'Alice',
      'nameless',
      'The team',
      'unknown',
    ]);
    server.setProfile('alice', { nick: 'Alice B.' });
    server.sendText({ from: 'alice', to: 'me', text: 'renamed' });
    await settle(2000);
    expect(name(alice)).toBe('Alice B.');
  });
});

describe('profiles', () => {
  it('follow a row of which only the name changed, and are not undone by an older message', async () => {
    const { server, sdk, store, settle, finish } = await createReadyWorld();
    for (let index = 0; index < 40; index++) {
      server.sendText({ from: 'alice', to: 'me', text: `${index}`, time: 1_759_000_000 + index });
    }
    await settle(2000);
    const name = (): string | undefined => store.getState().profiles.byID.get('alice')?.nick;
    const { data } = await sdk.getConversationList();
    const live = data.conversationList.find(({ conversationID }) => conversationID === alice);
    Object.assign(live?.userProfile ?? {}, { nick: 'Alicia' }); // as the SDK renames: in place
    server.setRemindType('me', alice, ''); // brings a list event
    await settle(2000);
    expect(name()).toBe('Alicia');
    await finish(store.actions.messages.load(alice));
    await finish(store.actions.messages.loadOlder(alice));
    expect(name()).toBe('Alicia');
  });

  it('date what changes in a row by the clock of the server, not of this device', async () => {
    for (const hours of [-1, 1]) {
      const { server, sdk, store, settle } = await createReadyWorld({
        server: { clockOffset: hours * 3_600_000 },
      });
      server.sendText({ from: 'alice', to: 'me', text: 'hello' });
      await settle(2000);
      const name = (): string | undefined => store.getState().profiles.byID.get('alice')?.nick;
      const { data } = await sdk.getConversationList();
      const live = data.conversationList.find(({ conversationID }) => conversationID === alice);
      Object.assign(live?.userProfile ?? {}, { nick: 'Row' });
      server.setRemindType('me', alice, '');
      await settle(2000);
      expect(name()).toBe('Row');
      server.setProfile('alice', { nick: 'Later' });
      server.sendText({ from: 'alice', to: 'me', text: 'again' });
      await settle(2000);
      expect(name()).toBe('Later');
    }
  });
});

describe.each(flavours)('conversations.setRead on $flavour', (sdk) => {
  it('has read everything when it resolves, here and on the server, without waiting for the list event', async () => {
    const { server, store, settle, finish } = await createReadyWorld({ sdk });
    for (const text of ['one', 'two']) server.sendText({ from: 'alice', to: 'me', text });
    await settle(10);
    server.sendText({ from: 'bob', to: 'me', text: 'keeps the list event waiting' });
    await settle(10);
    let events = 0;
    store.streams.conversationListUpdated$.subscribe(() => (events += 1));
    await finish(store.actions.conversations.setRead(alice));
    expect(events).toBe(0);
    expect(selectConversation(store.getState(), alice)?.unreadCount ?? 0).toBe(0);
    expect(
      store
        .getState()
        .messages.timelines.get(alice)
        ?.toArray()
        .every((message) => message.isRead),
    ).toBe(true);
    expect(server.truth.unreadCount('me', alice)).toBe(0);
    await settle(3000);
    expect(selectConversation(store.getState(), alice)?.unreadCount).toBe(0);
    expect(store.getState().conversations.totalUnreadCount).toBe(1);
  });

  it('leaves no mention of me when it resolves', async () => {
    const { server, store, settle, finish } = await createReadyWorld({ sdk });
    const mentions = () => selectConversation(store.getState(), team)?.groupAtInfoList.length;
    server.send({
      from: 'alice',
      to: 'team',
      type: TYPES.MSG_TEXT,
      payload: { text: '@Me' },
      atUserList: ['me'],
    });
    await settle(3000);
    expect(mentions()).toBe(1);
    server.sendText({ from: 'bob', to: 'me', text: 'keeps the list event waiting' });
    await settle(10);
    await finish(store.actions.conversations.setRead(team));
    expect(mentions()).toBe(0);
    await settle(3000);
    expect(mentions()).toBe(0);
  });

  it('rejects a bare user ID, a refusal of the server, and silence', async () => {
    const { server, store, finish } = await createReadyWorld({ sdk });
    const setRead = store.actions.conversations.setRead as (id: unknown) => Promise<void>;
    await expect(setRead('alice')).rejects.toThrow(
      'unable to mark as read; "alice" is not a conversation ID: use c2cID("alice") for a user or groupID("alice") for a group',
    );
    await expect(setRead(undefined)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    server.failNext('setMessageRead', { code: 10007 });
    await expect(finish(setRead(team))).rejects.toMatchObject({
      code: 'SDK_ERROR',
      sdkCode: 10007,
      retryable: false,
    });
    server.hangNext('setMessageRead');
    await expect(finish(setRead(team), 20_000)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
  });
});

describe('partialUpdatedConversations', () => {
  it('merges events that carry only what changed, and keeps the order that the SDK would have', async () => {
    const world = createWorld({
      sdk: { partialUpdatedConversations: true },
      store: { partialUpdatedConversations: true },
    });
    const { server, sdk, store, settle } = world;
    for (let index = 0; index < 10; index++) {
      server.addUser(`user${index}`);
      server.sendText({ from: `user${index}`, to: 'me', text: 'hello', time: 1_759_999_000 + index });
    }
    await world.login();
    const sizes: number[] = [];
    store.streams.conversationListUpdated$.subscribe((rows) => sizes.push(rows.length));
    const before = selectConversations(store.getState());
    expect(before).toHaveLength(11);
    server.sendText({ from: 'user3', to: 'me', text: 'again' });
    await settle(2000);
    void sdk.pinConversation({ conversationID: 'C2Cuser5', isPinned: true });
    await settle(2000);
    expect(sizes.every((size) => size === 1)).toBe(true);
    expect(sizes.length).toBeGreaterThan(1);
    const { data } = await sdk.getConversationList();
    const after = selectConversations(store.getState());
    expect(after.map((row) => row.conversationID)).toEqual(
      data.conversationList.map((row) => row.conversationID),
    );
    expect(after.slice(0, 2).map((row) => row.conversationID)).toEqual(['C2Cuser5', 'C2Cuser3']);
    expect(after.filter((row) => !before.includes(row))).toHaveLength(2);
    expect(store.getState().conversations.totalUnreadCount).toBe(11);
  });
});
