// What becomes of messages after they were sent, on each of the vendor's packages.

import type { ConversationID, Message, TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectExtensions,
  selectMessage,
  selectReactions,
  selectReadReceipt,
  selectTimeline,
} from 'tim-reactive';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, type PackageName, packages } from './boot.ts';
import { ok, type WireMessage } from './cloud/wire.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';

const alice = c2cID('alice');
const team = groupID('team');

let boot: Boot;
let store: TimStore;

useStores();

/** What the service has of the newest message in a conversation. */
function stored(id: ConversationID): WireMessage {
  const { messages, group } = boot.cloud;
  const message = (id === team ? group('team').messages : messages('me', 'alice')).at(-1);
  if (!message) throw new Error('nothing arrived');
  return message;
}

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const send = async (text: string, id = alice): Promise<Message> =>
  soon(store.actions.messages.sendText(id, text, { needReadReceipt: true }).finished);

async function enter(name: PackageName): Promise<void> {
  boot = await bootSdk(name);
  boot.cloud.setUser('alice', { nick: 'Alice' });
  boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
  store = openStore(boot);
  await soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);
}

describe.each(packages)('messages of a store on %s', (name) => {
  beforeEach(async () => enter(name));

  it('carries what is not text, and reads it as it was sent', async () => {
    const { sendCustom, sendFace, sendLocation, sendTextAt } = store.actions.messages;
    const sent = [
      sendCustom(team, { data: '{"dice":3}', description: 'a die' }),
      sendFace(team, { index: 1, data: 'tt00' }),
      sendLocation(team, { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 }),
      sendTextAt(team, '@Alice hi', ['alice']),
    ];
    await soon(Promise.all(sent.map(({ finished }) => finished)));
    expect(
      selectTimeline(store.getState(), team)
        .toArray()
        .map(({ type, payload, atUserList }) => [type, payload, atUserList]),
    ).toEqual([
      ['TIMCustomElem', { data: '{"dice":3}', description: 'a die', extension: '' }, []],
      ['TIMFaceElem', { index: 1, data: 'tt00' }, []],
      ['TIMLocationElem', { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 }, []],
      ['TIMTextElem', { text: '@Alice hi' }, ['alice']],
    ]);
  });

  it('forwards one message, and several as one', async () => {
    boot.cloud.say('alice', 'me', 'one');
    boot.cloud.say('alice', 'me', 'two');
    await pass(2000);
    const IDs = selectTimeline(store.getState(), alice)
      .toArray()
      .map(({ ID }) => ID);
    const { forward, sendMerger } = store.actions.messages;
    expect(await soon(forward(team, IDs[0] ?? '').finished)).toMatchObject({
      payload: { text: 'one' },
      to: 'team',
    });
    const merger = { IDs, title: 'Alice', abstractList: ['one', 'two'], compatibleText: 'too old' };
    expect(await soon(sendMerger(team, merger).finished)).toMatchObject({
      type: 'TIMRelayElem',
      payload: {
        title: 'Alice',
        downloadKey: '',
        messageList: IDs.map((ID, index) => ({
          ID,
          from: 'alice',
          messageBody: [{ type: 'TIMTextElem', payload: { text: ['one', 'two'][index] } }],
        })),
      },
    });
  });

  it.each([alice, team])('shows an own recall in %s when the promise resolves', async (id) => {
    const { ID } = await send('oops', id);
    await soon(store.actions.messages.revoke(ID));
    expect(selectMessage(store.getState(), ID)).toMatchObject({ isRevoked: true, revoker: 'me' });
  });

  it('deletes 31 messages by two calls, a second apart', async () => {
    for (let index = 0; index < 31; index++) boot.cloud.say('alice', 'me', `${index}`);
    await pass(3000);
    const IDs = selectTimeline(store.getState(), alice)
      .toArray()
      .map(({ ID }) => ID);
    expect(IDs).toHaveLength(31);
    const deleted = store.actions.messages.delete(IDs);
    await pass(500);
    expect(selectTimeline(store.getState(), alice).length).toBe(1);
    await soon(deleted, 600);
    expect(selectTimeline(store.getState(), alice).length).toBe(0);
    expect(boot.line.requests('openim.delete_c2c_msg_ramble')).toHaveLength(2);
  });

  it.each([
    [alice, 'openim.modify_c2c_msg'],
    [team, 'openim.modify_group_msg'],
  ] as const)(
    'sends a change of %s as the SDK wants it, and shows what the server answers',
    async (id, command) => {
      const { ID } = await send('one', id);
      boot.line.answer(command, (body) => ok({ ...body, MsgVersion: 1 }));
      const change = { payload: { text: 'two' }, cloudCustomData: 'x' };
      const changed = store.actions.messages.modify(ID, change);
      await pass();
      expect(boot.line.requests(command)).toMatchObject([
        { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'two' } }], CloudCustomData: 'x' },
      ]);
      expect(await changed).toMatchObject({ ID, payload: { text: 'two' }, cloudCustomData: 'x', version: 1 });
      expect(selectTimeline(store.getState(), id).toArray()).toMatchObject([
        { ID, payload: { text: 'two' } },
      ]);
    },
  );

  it('knows when the peer has read one that wanted a receipt, which is not the reading of the conversation', async () => {
    const { ID } = await send('read me');
    expect(selectReadReceipt(store.getState(), ID)?.isPeerRead ?? false).toBe(false);
    boot.cloud.receipt('alice', stored(alice));
    await pass();
    expect(selectReadReceipt(store.getState(), ID)?.isPeerRead).toBe(true);
    expect(selectMessage(store.getState(), ID)?.isPeerRead).toBe(false);
  });

  it('knows who has read a group message, first when asked and then as they read', async () => {
    const { ID } = await send('read me', team);
    const receipt = () => selectReadReceipt(store.getState(), ID);
    const readers = async (filter: 'read' | 'unread') =>
      soon(store.actions.messages.getReadMembers(ID, { filter }));
    await soon(store.actions.messages.getReadReceipts([ID]));
    expect(receipt()).toMatchObject({ readCount: 0, unreadCount: 2 });
    expect(await readers('unread')).toMatchObject({ userIDs: ['alice', 'bob'], isCompleted: true });
    boot.cloud.receipt('alice', stored(team));
    await pass();
    expect(receipt()).toMatchObject({ readCount: 1, unreadCount: 1 });
    boot.cloud.receipt('bob', stored(team));
    await pass();
    expect(receipt()).toMatchObject({ readCount: 2, unreadCount: 0 });
    expect(await readers('read')).toMatchObject({ userIDs: ['alice', 'bob'], isCompleted: true });
  });

  it('tells the sender in another store that I have read', async () => {
    const other = await bootSdk('@tencentcloud/chat', { cloud: boot.cloud });
    const theirs = openStore(other);
    await soon(theirs.actions.session.login({ userID: 'alice', userSig: 'any' }), 3000);
    const options = { needReadReceipt: true };
    const wanted = [c2cID('me'), team].map((id) => theirs.actions.messages.sendText(id, 'read me', options));
    const IDs = (await soon(Promise.all(wanted.map(({ finished }) => finished)))).map(({ ID }) => ID);
    expect(IDs.map((ID) => selectMessage(store.getState(), ID)?.needReadReceipt)).toEqual([true, true]);
    await soon(store.actions.messages.sendReadReceipt(IDs));
    expect(IDs.map((ID) => selectReadReceipt(theirs.getState(), ID))).toMatchObject([
      { isPeerRead: true },
      { readCount: 1, unreadCount: 1 },
    ]);
  });

  it('has the extensions that others and I put to a message', async () => {
    const { sendText, setExtensions, deleteExtensions, getExtensions } = store.actions.messages;
    const { ID } = await soon(sendText(team, 'vote', { isSupportExtension: true }).finished);
    const now = () => selectExtensions(store.getState(), ID);
    boot.cloud.setExtensions(stored(team), { a: '1', b: '2' });
    await pass();
    expect(now()).toEqual({ a: '1', b: '2' });
    await soon(setExtensions(ID, { b: '3' }));
    expect(now()).toEqual({ a: '1', b: '3' });
    await soon(deleteExtensions(ID, ['a']));
    expect(now()).toEqual({ b: '3' });
    expect(await soon(getExtensions(ID))).toEqual({ b: '3' });
  });
});

describe.each(['@tencentcloud/chat', '@tencentcloud/lite-chat'] as const)(
  'reactions in a store on %s',
  (name) => {
    it('are those of others and mine, each with its number', async () => {
      await enter(name);
      const { ID } = await send('how is it?');
      const now = () =>
        selectReactions(store.getState(), ID).map((reaction) => [
          reaction.reactionID,
          reaction.totalUserCount,
          reaction.reactedByMyself,
        ]);
      await soon(store.actions.messages.addReaction(ID, 'smile'));
      boot.cloud.react('alice', stored(alice), 'smile');
      boot.cloud.react('alice', stored(alice), 'heart');
      await pass();
      expect(now()).toEqual([
        ['smile', 2, true],
        ['heart', 1, false],
      ]);
      boot.cloud.react('alice', stored(alice), 'heart', false);
      await soon(store.actions.messages.removeReaction(ID, 'smile'));
      expect(now()).toEqual([['smile', 1, false]]);
      await soon(store.actions.messages.getReactions([ID]));
      expect(now()).toEqual([['smile', 1, false]]);
    });
  },
);

describe('reactions in a store on tim-js-sdk', () => {
  it('are UNSUPPORTED', async () => {
    await enter('tim-js-sdk');
    const { ID } = await send('how is it?');
    await expect(soon(store.actions.messages.addReaction(ID, 'smile'))).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    });
  });
});
