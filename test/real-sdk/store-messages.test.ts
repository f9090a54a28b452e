// What becomes of messages after they were sent, on each of the vendor's packages.

import type { Message, TimSdk, TimStore } from 'tim-reactive';
import {
  c2cID,
  createTimStore,
  groupID,
  selectMessage,
  selectReadReceipt,
  selectTimeline,
} from 'tim-reactive';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, packages } from './boot.ts';
import { ok } from './cloud/wire.ts';
import { soon } from './observe.ts';

const alice = c2cID('alice');
const team = groupID('team');

let boot: Boot;
let store: TimStore;
let errors: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  store.dispose();
  await soon(boot.dispose(), 20_000);
  vi.useRealTimers();
  if (errors.length > 0) throw new AggregateError(errors.flat(), 'errors were reported');
});

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const send = async (text: string, id = alice): Promise<Message> =>
  soon(store.actions.messages.sendText(id, text, { needReadReceipt: true }).finished);

describe.each(packages)('messages of a store on %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('alice', { nick: 'Alice' });
    boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
    const sdk: TimSdk = boot.sdk;
    errors = [];
    store = createTimStore({ sdk, onError: (...reported) => errors.push(reported) });
    await soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);
  });

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

  it('knows who has read a group message', async () => {
    const { ID } = await send('read me', team);
    await soon(store.actions.messages.getReadReceipts([ID]));
    expect(selectReadReceipt(store.getState(), ID)).toMatchObject({ readCount: 0, unreadCount: 2 });
    expect(await soon(store.actions.messages.getReadMembers(ID, { filter: 'unread' }))).toMatchObject({
      userIDs: ['alice', 'bob'],
      isCompleted: true,
    });
  });
});
