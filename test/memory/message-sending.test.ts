import type { MemoryMessage, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, textTo, texts } from './world.ts';

const C2C = { to: 'alice', conversationType: 'C2C' };
const GROUP = { to: 'g1', conversationType: 'GROUP' };

describe.each(['2.x', '3.x'] as const)('sending in %s', (flavour) => {
  const pair = async () => {
    const world = createTestWorld();
    const me = await world.connect('me', { flavour });
    const alice = await world.connect('alice', { flavour });
    return { ...world, me, alice };
  };

  it.each<[string, string, (sdk: MemorySdk) => MemoryMessage]>([
    [
      'TIMCustomElem',
      '[Custom Messages]',
      (sdk) => sdk.createCustomMessage({ ...C2C, payload: { data: '1' } }),
    ],
    [
      'TIMFaceElem',
      '[Animated Sticker]',
      (sdk) => sdk.createFaceMessage({ ...C2C, payload: { index: 1, data: '' } }),
    ],
    [
      'TIMLocationElem',
      '[Location]',
      (sdk) => sdk.createLocationMessage({ ...C2C, payload: { description: '', longitude: 1, latitude: 2 } }),
    ],
  ])('brings a %s to the peer, and its preview %s to the rows', async (type, preview, make) => {
    const { alice, me, run } = await pair();
    const message = make(me.sdk);
    await run(me.sdk.sendMessage(message));
    expect(alice.received()).toMatchObject([{ type, payload: message.payload }]);
    expect(alice.received()[0]?.payload).not.toBe(message.payload);
    for (const [sdk, ID] of [[me.sdk, 'C2Calice'] as const, [alice.sdk, 'C2Cme'] as const]) {
      expect((await conversation(sdk, ID)).lastMessage).toMatchObject({ type, messageForShow: preview });
    }
  });

  it('refuses an empty custom message (2403), and what is neither C2C nor group (2106)', async () => {
    const { codeOf, me } = await pair();
    const empty = me.sdk.createCustomMessage({ ...C2C, payload: { data: '' } });
    expect(await codeOf(me.sdk.sendMessage(empty))).toBe(2403);
    const options = { to: 'alice', conversationType: '@TIM#SYSTEM', payload: { text: 'x' } };
    expect(await codeOf(me.sdk.sendMessage(me.sdk.createTextMessage(options)))).toBe(2106);
  });

  it('brings the sender’s name card in the group', async () => {
    const { alice, me, run } = await pair();
    await run(alice.sdk.setGroupMemberNameCard({ groupID: 'g1', userID: 'alice', nameCard: 'The boss' }));
    const message = textTo(alice.sdk, 'g1', 'hi');
    await run(alice.sdk.sendMessage(message));
    expect([message.nameCard, me.received().at(-1)?.nameCard]).toEqual(['The boss', 'The boss']);
  });

  it('brings a type that nobody knows, with an empty preview', async () => {
    const { clock, me, server } = await pair();
    server.send({ from: 'alice', to: 'me', type: 'TIMFutureElem', payload: { a: { b: 1 } } });
    await clock.advance(0);
    expect(me.received()).toMatchObject([{ type: 'TIMFutureElem', payload: { a: { b: 1 } } }]);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.messageForShow).toBe('');
  });

  it('tells mentions in the group’s row until it is read', async () => {
    const { alice, me, run } = await pair();
    const mention = async (atUserList: readonly string[]) => {
      const message = alice.sdk.createTextAtMessage({ ...GROUP, payload: { text: 'hey', atUserList } });
      await run(alice.sdk.sendMessage(message));
      return message;
    };
    const first = await mention(['me', 'bob']);
    await mention(['bob']);
    await mention(['__kImSDK_MesssageAtALL__']);
    await mention(['me', '__kImSDK_MesssageAtALL__']);
    const row = await conversation(me.sdk, 'GROUPg1');
    expect(row.groupAtInfoList[0]).toMatchObject({
      from: 'alice',
      groupID: 'g1',
      messageSequence: first.sequence,
    });
    expect(row.groupAtInfoList.map(({ atTypeArray }) => atTypeArray)).toEqual([[1], [2], [3]]);
    expect((await conversation(alice.sdk, 'GROUPg1')).groupAtInfoList).toEqual([]);
    await run(me.sdk.setMessageRead({ conversationID: 'GROUPg1' }));
    expect(row.groupAtInfoList).toEqual([]);
  });

  it('tells mentions that came while nobody was logged in', async () => {
    const { connect, server } = createTestWorld();
    server.send({
      from: 'alice',
      to: 'g1',
      type: 'TIMTextElem',
      payload: { text: 'hi' },
      atUserList: ['me'],
    });
    const { sdk } = await connect('me', { flavour });
    expect((await conversation(sdk, 'GROUPg1')).groupAtInfoList).toMatchObject([{ messageSequence: 1 }]);
  });

  it('with onlineUserOnly reaches those who are online, and is kept nowhere', async () => {
    const { alice, clock, me, run, server } = await pair();
    const message = textTo(me.sdk, 'alice', 'typing');
    await run(me.sdk.sendMessage(message, { onlineUserOnly: true }));
    expect(message).toMatchObject({ status: 'success', _onlineOnlyFlag: true });
    expect(alice.received()).toMatchObject([{ payload: { text: 'typing' }, _onlineOnlyFlag: true }]);
    expect(alice.names()).toEqual(['onMessageReceived']);
    const { data } = await run(alice.sdk.getMessageList({ conversationID: 'C2Cme' }));
    expect(data.messageList).toEqual([]);
    alice.forget();
    server.network(alice.sdk).cut();
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'missed'), { onlineUserOnly: true }));
    server.network(alice.sdk).restore();
    await clock.advance(3000);
    expect(alice.received()).toEqual([]);
  });

  it('with onlineUserOnly leaves a hole in the sequences of a group', async () => {
    const { me, run } = await pair();
    const send = async (text: string, onlineUserOnly: boolean) => {
      const message = textTo(me.sdk, 'g1', text);
      await run(me.sdk.sendMessage(message, { onlineUserOnly }));
      return message.sequence;
    };
    expect([await send('a', false), await send('b', true), await send('c', false)]).toEqual([1, 2, 3]);
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(data.messageList.map(({ sequence }) => sequence)).toEqual([1, 3]);
  });

  it('to chosen receivers of a group reaches no other member', async () => {
    const { alice, connect, me, run } = await pair();
    const bob = await connect('bob', { flavour });
    const message = me.sdk.createTextMessage({ ...GROUP, payload: { text: 'psst' }, receiverList: ['bob'] });
    await run(me.sdk.sendMessage(message));
    expect([texts(bob.received()), texts(alice.received())]).toEqual([['psst'], []]);
    const { data } = await run(alice.sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(data.messageList).toEqual([]);
  });

  it('excluded from unread counts and rows changes neither', async () => {
    const { alice, me, run } = await pair();
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'seen')));
    const control = { excludedFromUnreadCount: true, excludedFromLastMessage: true };
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'quiet'), { messageControlInfo: control }));
    expect(texts(alice.received())).toEqual(['seen', 'quiet']);
    const row = await conversation(alice.sdk, 'C2Cme');
    expect([row.unreadCount, row.lastMessage.messageForShow]).toEqual([1, 'seen']);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.messageForShow).toBe('seen');
  });

  it('a large merged message leaves its list at the server, until it is downloaded', async () => {
    const { alice, codeOf, me, run } = await pair();
    const messages: MemoryMessage[] = [];
    for (let index = 0; index < 3; index += 1) {
      const message = textTo(me.sdk, 'alice', 'x'.repeat(5000));
      await run(me.sdk.sendMessage(message));
      messages.push(message);
    }
    alice.forget();
    const payload = { messageList: messages, title: 't', abstractList: [], compatibleText: 'c' };
    await run(me.sdk.sendMessage(me.sdk.createMergerMessage({ ...C2C, payload })));
    const [merged] = alice.received();
    if (merged === undefined) throw new Error('nothing was received');
    expect(merged.payload).toMatchObject({ messageList: [], downloadKey: 'merger-1', title: 't' });
    expect(await run(alice.sdk.downloadMergerMessage(merged))).toBe(merged);
    expect(merged.payload['messageList']).toHaveLength(3);
    expect(merged.payload).toMatchObject({ downloadKey: '', pbDownloadKey: '' });
    expect(await codeOf(alice.sdk.downloadMergerMessage(merged))).toBe(2451);
    expect(await codeOf(alice.sdk.downloadMergerMessage(messages[0] as MemoryMessage))).toBe(2450);
  });
});
