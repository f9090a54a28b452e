import type { Message, StoreEvent } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectExtensions,
  selectMessage,
  selectPinnedMessages,
  selectReactions,
  selectReadReceipt,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');
const options = { needReadReceipt: true, isSupportExtension: true };

/** A world in which I have sent one message to the team and one to alice. */
async function createTalkingWorld(
  worldOptions: WorldOptions,
): Promise<World & { readonly inTeam: Message; readonly toAlice: Message }> {
  const world = await createReadyWorld(worldOptions);
  const { sendText } = world.store.actions.messages;
  const inTeam = await world.finish(sendText(team, 'in team', options).finished, 1000);
  const toAlice = await world.finish(sendText(alice, 'to alice', options).finished, 1000);
  return { ...world, inTeam, toAlice };
}

/** Counts the calls of one method, and how many messages each had. */
function countCalls(method: 'sendMessageReadReceipt' | 'getMessageReadReceiptList' | 'setMessageExtensions') {
  const sizes: number[] = [];
  const wrap: NonNullable<WorldOptions['wrap']> = (sdk) => ({
    ...sdk,
    [method]: (...args: readonly unknown[]) => {
      const list = args.at(-1);
      sizes.push(Array.isArray(list) ? list.length : -1);
      return Reflect.apply(sdk[method], sdk, args);
    },
  });
  return { sizes, wrap };
}

describe.each(flavours)('read receipts on $flavour', (sdk) => {
  it('tell of a group message how many have read it, and how many have not', async () => {
    const { store, server, settle, inTeam } = await createTalkingWorld({ sdk });
    const read = (): unknown => selectReadReceipt(store.getState(), inTeam.ID);
    server.sendReceipt('alice', inTeam.ID);
    await settle(1000);
    expect(read()).toEqual({ isPeerRead: false, readCount: 1, unreadCount: 1 });
    const before = read();
    server.sendReceipt('bob', inTeam.ID);
    await settle(1000);
    expect(read()).toEqual({ isPeerRead: false, readCount: 2, unreadCount: 0 });
    expect(read()).not.toBe(before);
  });

  it('tell of a C2C message that the peer has read it', async () => {
    const { store, server, settle, toAlice } = await createTalkingWorld({ sdk });
    const told: unknown[] = [];
    store.streams.messageReadReceiptReceived$.subscribe((receipts) => told.push(...receipts));
    server.sendReceipt('alice', toAlice.ID);
    await settle(1000);
    expect(selectReadReceipt(store.getState(), toAlice.ID)?.isPeerRead).toBe(true);
    expect(told).toEqual([{ messageID: toAlice.ID, isPeerRead: true, readCount: 0, unreadCount: undefined }]);
  });

  it('can be asked for, of several conversations at once', async () => {
    const { store, server, finish, settle, inTeam, toAlice } = await createTalkingWorld({ sdk });
    const { getReadReceipts } = store.actions.messages;
    expect(await finish(getReadReceipts([inTeam.ID, toAlice.ID]), 1000)).toEqual([
      { messageID: inTeam.ID, isPeerRead: false, readCount: 0, unreadCount: 2 },
    ]);
    expect(selectReadReceipt(store.getState(), inTeam.ID)).toEqual({
      isPeerRead: false,
      readCount: 0,
      unreadCount: 2,
    });
    server.sendReceipt('alice', toAlice.ID);
    await settle(1000);
    const [, ofAlice] = await finish(getReadReceipts([inTeam.ID, toAlice.ID]), 1000);
    expect(ofAlice).toMatchObject({ messageID: toAlice.ID, isPeerRead: true });
  });

  it('stand beside a page of history, too', async () => {
    const { store, server, settle, finish, inTeam } = await createTalkingWorld({ sdk });
    server.sendReceipt('alice', inTeam.ID);
    await settle(1000);
    await finish(store.actions.session.logout(), 1000);
    await finish(store.actions.session.login({ userID: 'me', userSig: 'sig' }), 2000);
    expect(selectReadReceipt(store.getState(), inTeam.ID)).toBeUndefined();
    await finish(store.actions.messages.load(team), 1000);
    await finish(store.actions.messages.getReadReceipts([inTeam.ID]), 1000);
    expect(selectReadReceipt(store.getState(), inTeam.ID)).toMatchObject({ readCount: 1, unreadCount: 1 });
  });

  it('are asked for of my own messages only', async () => {
    const { sizes, wrap } = countCalls('getMessageReadReceiptList');
    const { store, server, settle, finish, inTeam } = await createTalkingWorld({ sdk, wrap });
    const payload = { text: 'x' };
    const { ID } = server.send({
      from: 'bob',
      to: 'team',
      type: 'TIMTextElem',
      payload,
      needReadReceipt: true,
    });
    await settle(1000);
    const receipts = await finish(store.actions.messages.getReadReceipts([inTeam.ID, ID]), 1000);
    expect(receipts.map(({ messageID }) => messageID)).toEqual([inTeam.ID]);
    expect(sizes).toEqual([1]);
  });

  it('list who has read a message and who has not, page by page', async () => {
    const { store, server, settle, finish, inTeam } = await createTalkingWorld({ sdk });
    const { getReadMembers } = store.actions.messages;
    server.sendReceipt('bob', inTeam.ID);
    await settle(1000);
    expect(await finish(getReadMembers(inTeam.ID), 1000)).toEqual({
      userIDs: ['bob'],
      cursor: '',
      isCompleted: true,
    });
    expect(await finish(getReadMembers(inTeam.ID, { filter: 'unread', count: 1 }), 1000)).toMatchObject({
      userIDs: ['alice'],
      isCompleted: true,
    });
    await expect(getReadMembers(inTeam.ID, { count: 101 })).rejects.toThrow(
      /count must be a whole number from 1 to 100/,
    );
  });

  it('are sent for what asks for them, 30 messages of a conversation a call', async () => {
    const { sizes, wrap } = countCalls('sendMessageReadReceipt');
    const world = await createReadyWorld({ sdk, wrap });
    const { server, settle, finish, store } = world;
    const send = (needReadReceipt: boolean): string =>
      server.send({ from: 'alice', to: 'team', type: 'TIMTextElem', payload: { text: 'x' }, needReadReceipt })
        .ID;
    const IDs = Array.from({ length: 31 }, () => send(true));
    const silent = send(false);
    await settle(1000);
    await finish(store.actions.messages.sendReadReceipt([silent, ...IDs]), 1000);
    expect(sizes).toEqual([30, 1]);
    await finish(store.actions.messages.sendReadReceipt([silent]), 1000); // nobody asks: nothing to do
    expect(sizes).toHaveLength(2);
    await expect(store.actions.messages.sendReadReceipt([])).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe.each(flavours)('extensions on $flavour', (sdk) => {
  it('are in the state when the promise resolves, and others see them', async () => {
    const { store, finish, inTeam } = await createTalkingWorld({ sdk });
    const { setExtensions, getExtensions, deleteExtensions } = store.actions.messages;
    const set = await finish(setExtensions(inTeam.ID, { me: 'yes', alice: 'no' }), 1000);
    expect(set).toEqual([
      { key: 'me', value: 'yes' },
      { key: 'alice', value: 'no' },
    ]);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ me: 'yes', alice: 'no' });
    await finish(deleteExtensions(inTeam.ID, ['alice']), 1000);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ me: 'yes' });
    const before = selectExtensions(store.getState(), inTeam.ID);
    expect(await finish(getExtensions(inTeam.ID), 1000)).toBe(before);
    await finish(deleteExtensions(inTeam.ID), 1000);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({});
  });

  it('of others come by events', async () => {
    const { store, server, settle, inTeam } = await createTalkingWorld({ sdk });
    server.setExtensions('bob', inTeam.ID, { bob: 'yes', x: '1' });
    await settle(1000);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ bob: 'yes', x: '1' });
    server.setExtensions('bob', inTeam.ID, { x: '' });
    await settle(1000);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ bob: 'yes' });
  });

  it('are set 20 a call', async () => {
    const { sizes, wrap } = countCalls('setMessageExtensions');
    const { store, finish, inTeam } = await createTalkingWorld({ sdk, wrap });
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`key ${index}`, `${index}`]));
    expect(await finish(store.actions.messages.setExtensions(inTeam.ID, many), 1000)).toHaveLength(21);
    expect(sizes).toEqual([20, 1]);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual(many);
  });

  it('are refused where they are too long', async () => {
    const { store, inTeam } = await createTalkingWorld({ sdk });
    const { setExtensions } = store.actions.messages;
    for (const extensions of [
      { '': 'x' },
      { ['é'.repeat(51)]: 'x' },
      { x: 'é'.repeat(513) },
      { x: 7 as never },
    ])
      await expect(setExtensions(inTeam.ID, extensions)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('tell what another had set at the same moment', async () => {
    const { store, finish, inTeam } = await createTalkingWorld({
      sdk,
      wrap: (raw) => ({
        ...raw,
        setMessageExtensions: () =>
          Promise.resolve({ code: 0, data: { extensions: [{ code: 23001, key: 'x', value: 'theirs' }] } }),
      }),
    });
    expect(await finish(store.actions.messages.setExtensions(inTeam.ID, { x: 'mine' }))).toEqual([]);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ x: 'theirs' });
  });
});

describe('messages.deleteExtensions', () => {
  it('hands the SDK a list of its own, and shows what another had set at the same moment', async () => {
    let given: unknown;
    const { store, finish, inTeam } = await createTalkingWorld({
      wrap: (raw) => ({
        ...raw,
        deleteMessageExtensions: (_message, keys) => {
          given = keys;
          const extensions = [{ code: 23001, key: 'x', value: 'theirs' }];
          return Promise.resolve({ code: 0, data: { extensions } });
        },
      }),
    });
    const { setExtensions, deleteExtensions } = store.actions.messages;
    await finish(setExtensions(inTeam.ID, { x: '1', y: '2' }), 1000);
    await finish(deleteExtensions(inTeam.ID, ['x', 'y']));
    expect(given).toEqual(['x', 'y']);
    expect(Object.isFrozen(given)).toBe(false);
    expect(selectExtensions(store.getState(), inTeam.ID)).toEqual({ x: 'theirs' });
  });
});

describe('reactions on 3.x', () => {
  const me = { userID: 'me', nick: 'Me', avatar: '' };
  const bob = { userID: 'bob', nick: 'bob', avatar: '' };

  it('of mine show when the promise resolves, and the event changes nothing', async () => {
    const { store, finish, settle, inTeam } = await createTalkingWorld({});
    const { addReaction, removeReaction } = store.actions.messages;
    const reactions = () => selectReactions(store.getState(), inTeam.ID);
    await finish(addReaction(inTeam.ID, 'smile'), 0);
    await settle(1000);
    expect(reactions()).toMatchObject([
      { reactionID: 'smile', totalUserCount: 1, partialUserList: [{ userID: 'me' }], reactedByMyself: true },
    ]);
    await finish(removeReaction(inTeam.ID, 'smile'), 0);
    await settle(1000);
    expect(reactions()).toEqual([]);
  });

  it('of others come by events that bring only what changed', async () => {
    const { store, server, finish, settle, inTeam } = await createTalkingWorld({});
    const reactions = () => selectReactions(store.getState(), inTeam.ID);
    await finish(store.actions.messages.addReaction(inTeam.ID, 'smile'), 1000);
    server.react('bob', inTeam.ID, 'heart');
    await settle(1000);
    const [smile] = reactions();
    expect(reactions().map(({ reactionID }) => reactionID)).toEqual(['smile', 'heart']);
    server.react('bob', inTeam.ID, 'heart', false);
    await settle(1000);
    expect(reactions()).toEqual([smile]);
    expect(reactions()[0]).toBe(smile);
    server.react('alice', inTeam.ID, 'smile');
    await settle(1000);
    expect(reactions()).toMatchObject([{ reactionID: 'smile', totalUserCount: 2, reactedByMyself: true }]);
  });

  it('can be asked for, and so can all who reacted', async () => {
    const { store, server, finish, settle, inTeam, toAlice } = await createTalkingWorld({});
    const { messages } = store.actions;
    server.react('bob', inTeam.ID, 'heart');
    server.react('alice', inTeam.ID, 'heart');
    await settle(1000);
    const all = await finish(
      messages.getReactions([inTeam.ID, toAlice.ID], { maxUserCountPerReaction: 1 }),
      1000,
    );
    expect(all).toMatchObject([
      {
        messageID: inTeam.ID,
        reactionList: [{ reactionID: 'heart', totalUserCount: 2, partialUserList: [{ userID: 'bob' }] }],
      },
      { messageID: toAlice.ID, reactionList: [] },
    ]);
    const page = await finish(messages.getReactionUsers(inTeam.ID, 'heart', { count: 1 }), 1000);
    expect(page).toMatchObject({ userList: [{ userID: 'bob' }], isCompleted: false });
    const next = await finish(messages.getReactionUsers(inTeam.ID, 'heart', { nextSeq: page.nextSeq }), 1000);
    expect(next).toMatchObject({ userList: [{ userID: 'alice' }], nextSeq: 0, isCompleted: true });
    await expect(messages.getReactions([inTeam.ID], { maxUserCountPerReaction: 11 })).rejects.toThrow(
      /from 0 to 10/,
    );
    await expect(messages.addReaction(inTeam.ID, '')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('are asked for 20 messages at a time', async () => {
    const sizes: number[] = [];
    const { store, server, settle, finish } = await createReadyWorld({
      wrap: (sdk) => ({
        ...sdk,
        getMessageReactions: (request) => {
          sizes.push(request.messageList.length);
          return Promise.resolve({ code: 0, data: { resultList: [] } });
        },
      }),
    });
    const IDs = Array.from(
      { length: 21 },
      () => server.sendText({ from: 'alice', to: 'team', text: 'x' }).ID,
    );
    await settle(1000);
    await finish(store.actions.messages.getReactions(IDs), 1000);
    expect(sizes).toEqual([20, 1]);
  });

  it.each([
    ['I am in the list', [me], 1, false, true],
    ['the list is complete without me', [bob], 1, true, false],
    ['the list is not complete', [bob], 2, false, true], // what was known
  ])(
    'know whether I reacted, whatever the event says, where %s',
    async (_, partialUserList, totalUserCount, said, isMine) => {
      let handler: (event: { name: string; data: unknown }) => void = () => undefined;
      const { store, finish, settle, inTeam } = await createTalkingWorld({
        wrap: (sdk) => ({
          ...sdk,
          on: (name, listener) => {
            if (name === 'onMessageReactionsUpdated') handler = listener;
            sdk.on(name, listener);
          },
        }),
      });
      await finish(store.actions.messages.addReaction(inTeam.ID, 'smile'), 1000);
      const reaction = { reactionID: 'smile', totalUserCount, partialUserList, reactedByMyself: said };
      handler({ name: '', data: { messageID: inTeam.ID, reactionList: [reaction] } });
      await settle();
      expect(selectReactions(store.getState(), inTeam.ID)).toMatchObject([
        { totalUserCount, reactedByMyself: isMine },
      ]);
    },
  );
});

describe('MESSAGE_REACTIONS_UPDATED', () => {
  it('keeps that I reacted through several events in one flush', () => {
    const event = (totalUserCount: number, reactedByMyself: boolean): StoreEvent => ({
      type: 'MESSAGE_REACTIONS_UPDATED',
      data: {
        messageID: 'm',
        reactionList: [
          {
            reactionID: 'smile',
            totalUserCount,
            partialUserList: [{ userID: 'bob', nick: '', avatar: '' }],
            reactedByMyself,
          },
        ],
      },
    });
    const state = reduce(initialState(), [event(2, true), event(3, false)], {
      isPartial: false,
      clearOnKick: false,
    });
    expect(selectReactions(state, 'm')).toMatchObject([{ totalUserCount: 3, reactedByMyself: true }]);
  });
});

describe('pinned messages on 3.x', () => {
  it('show when the promise resolves, the newest first, and are gone when unpinned', async () => {
    const { store, finish, settle, inTeam } = await createTalkingWorld({});
    const { pin, sendText } = store.actions.messages;
    const later = await finish(sendText(team, 'later').finished, 1000);
    const pinned = (): readonly string[] =>
      selectPinnedMessages(store.getState(), 'team').map(({ ID }) => ID);
    await finish(pin(later.ID, true), 0);
    await finish(pin(inTeam.ID, true), 0);
    expect(pinned()).toEqual([later.ID, inTeam.ID]);
    const before = selectPinnedMessages(store.getState(), 'team');
    await settle(1000);
    expect(selectPinnedMessages(store.getState(), 'team')).toBe(before);
    await finish(pin(later.ID, false), 1000);
    expect(pinned()).toEqual([inTeam.ID]);
    expect(await finish(store.actions.messages.getPinned('team'), 1000)).toMatchObject([{ ID: inTeam.ID }]);
  });

  it('of others come by events', async () => {
    const { store, server, sdk, finish, settle } = await createReadyWorld();
    const client = server.createSdk();
    await finish(client.login({ userID: 'alice', userSig: 'sig' }), 2000);
    const message = client.createTextMessage({
      to: 'team',
      conversationType: 'GROUP',
      payload: { text: 'x' },
    });
    await finish(client.sendMessage(message), 1000);
    const pin = (isPinned: boolean): Promise<unknown> =>
      client.pinGroupMessage?.({ groupID: 'team', message, isPinned }) ??
      Promise.reject(new Error('3.x has it'));
    await finish(pin(true), 1000);
    expect(selectPinnedMessages(store.getState(), 'team')).toMatchObject([{ ID: message.ID, from: 'alice' }]);
    await finish(pin(false), 1000);
    await settle(1000);
    expect(selectPinnedMessages(store.getState(), 'team')).toEqual([]);
    expect(sdk.isReady?.()).toBe(true);
  });

  it('show a recall of mine, though the message is not loaded', async () => {
    const { store, finish, inTeam } = await createTalkingWorld({});
    const { messages, session } = store.actions;
    await finish(messages.pin(inTeam.ID, true), 1000);
    await finish(session.logout(), 1000);
    await finish(session.login({ userID: 'me', userSig: 'sig' }), 2000);
    await finish(messages.getPinned('team'), 1000);
    expect(selectMessage(store.getState(), inTeam.ID)).toBeUndefined();
    await finish(messages.revoke(inTeam.ID), 1000);
    expect(selectPinnedMessages(store.getState(), 'team')).toMatchObject([
      { isRevoked: true, revoker: 'me' },
    ]);
    expect(selectMessage(store.getState(), inTeam.ID)).toBeUndefined();
  });

  it('are in groups only', async () => {
    const { store, toAlice } = await createTalkingWorld({});
    await expect(store.actions.messages.pin(toAlice.ID, true)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('what 2.x lacks', () => {
  it.each([
    ['addReaction', (ID: string) => [ID, 'smile']],
    ['getReactions', (ID: string) => [[ID]]],
    ['getReactionUsers', (ID: string) => [ID, 'smile']],
    ['pin', (ID: string) => [ID, true]],
    ['getPinned', () => ['team']],
    ['searchCloud', () => [{ keywordList: ['x'] }]],
    ['convertVoiceToText', (ID: string) => [ID]],
  ] as const)('%s rejects with UNSUPPORTED, and says who has it', async (method, args) => {
    const { store, inTeam } = await createTalkingWorld({ sdk: { flavour: '2.x' } });
    const action = store.actions.messages[method] as (...args: readonly unknown[]) => Promise<unknown>;
    await expect(action(...args(inTeam.ID))).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    await expect(action(...args(inTeam.ID))).rejects.toThrow(/@tencentcloud\/chat 3\.x has it/);
  });
});
