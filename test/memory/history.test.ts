import type { MemorySdk, MessageListData } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, seedC2C, seedGroup, type TestWorld, textTo, texts } from './world.ts';

/** Texts of `t<from>` to `t<to>`. */
const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `t${from + i}`);

const pager =
  ({ run }: TestWorld, sdk: MemorySdk, conversationID: string) =>
  async (nextReqMessageID?: string, count?: number): Promise<MessageListData> => {
    const cursor = nextReqMessageID === undefined ? {} : { nextReqMessageID };
    const answer = await run(
      sdk.getMessageList({ conversationID, ...cursor, ...(count === undefined ? {} : { count }) }),
    );
    return answer.data;
  };

describe.each(['2.x', '3.x'] as const)('getMessageList of a C2C conversation in %s', (flavour) => {
  it('goes back in pages of 15, oldest first; the cursor is the ID of the oldest', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    const page = pager(world, sdk, 'C2Calice');
    const first = await page();
    expect(texts(first.messageList)).toEqual(range(26, 40));
    expect(first).toMatchObject({ nextReqMessageID: first.messageList[0]?.ID, isCompleted: false });
    const second = await page(first.nextReqMessageID);
    expect(texts(second.messageList)).toEqual(range(11, 25));
    const third = await page(second.nextReqMessageID);
    expect(texts(third.messageList)).toEqual(range(1, 10));
    expect(third).toMatchObject({ nextReqMessageID: '', isCompleted: true });
  });

  it('cuts a greater count to 15', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    expect((await pager(world, sdk, 'C2Calice')(undefined, 100)).messageList).toHaveLength(15);
  });

  it('has what was pushed and sent before within the first page, once', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    world.server.sendText({ from: 'alice', to: 'me', text: 't41' });
    await world.clock.advance(1000);
    await world.run(sdk.sendMessage(textTo(sdk, 'alice', 't42')));
    expect(texts((await pager(world, sdk, 'C2Calice')()).messageList)).toEqual(range(28, 42));
  });

  it('answers from memory, without the network, while enough is held', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    const page = pager(world, sdk, 'C2Calice');
    await page((await page()).nextReqMessageID);
    world.server.network(sdk).cut();
    expect(texts((await page()).messageList)).toEqual(range(26, 40));
  });

  it('answers nothing, completed, for a conversation without messages', async () => {
    const world = createTestWorld();
    const { sdk } = await world.connect('me', { flavour });
    expect(await pager(world, sdk, 'C2Cbob')()).toEqual({
      messageList: [],
      nextReqMessageID: '',
      isCompleted: true,
    });
  });

  it('tells read from unread', async () => {
    const world = createTestWorld();
    world.server.sendText({ from: 'alice', to: 'me', text: 'read' });
    world.server.markRead('me', 'C2Calice');
    await world.clock.advance(1000);
    world.server.sendText({ from: 'alice', to: 'me', text: 'unread' });
    const { sdk } = await world.connect('me', { flavour });
    const { messageList } = await pager(world, sdk, 'C2Calice')();
    expect(messageList.map(({ isRead }) => isRead)).toEqual([true, false]);
  });

  it('does not lose a page when a message with an older time comes in between', async () => {
    const world = createTestWorld();
    seedC2C(world, 30);
    const { sdk } = await world.connect('me', { flavour });
    const page = pager(world, sdk, 'C2Calice');
    const first = await page();
    const time = Math.floor(world.clock.now() / 1000) - 1000;
    world.server.sendText({ from: 'alice', to: 'me', text: 'dated back', time });
    await world.clock.advance(0);
    const second = await page(first.nextReqMessageID);
    expect(texts(second.messageList)).toEqual(expect.arrayContaining([...range(2, 15)]));
  });

  it('throws at bad arguments', async () => {
    const world = createTestWorld();
    const { sdk } = await world.connect('me', { flavour });
    expect(() => sdk.getMessageList({} as never)).toThrow('Params validate failed.');
    expect(() => sdk.getMessageList({ conversationID: 'alice' })).toThrow('Params validate failed.');
  });
});

describe('getMessageList called again without a cursor', () => {
  it('joins the next older page in 2.x: 15, then 30, then 15 from memory', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour: '2.x' });
    const page = pager(world, sdk, 'C2Calice');
    const pages = [await page(), await page(), await page()];
    expect(pages.map(({ messageList }) => texts(messageList))).toEqual([
      range(26, 40),
      range(11, 40),
      range(26, 40),
    ]);
  });

  it('answers the same in 3.x', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour: '3.x' });
    const page = pager(world, sdk, 'C2Calice');
    const [first, second] = [await page(), await page()];
    expect(second).toEqual(first);
    expect(texts((await page(second?.nextReqMessageID)).messageList)).toEqual(range(11, 25));
  });
});

describe('pages that are longer than 15', () => {
  it('3.x adds the failed messages that the client holds', async () => {
    const world = createTestWorld();
    seedC2C(world, 40);
    const { sdk } = await world.connect('me', { flavour: '3.x' });
    world.server.failNext('sendMessage', { code: 20003, times: 3 });
    for (const text of ['f1', 'f2', 'f3']) await world.codeOf(sdk.sendMessage(textTo(sdk, 'alice', text)));
    const { messageList } = await pager(world, sdk, 'C2Calice')();
    expect(texts(messageList)).toEqual([...range(26, 40), 'f1', 'f2', 'f3']);
  });

  it.each(['2.x', '3.x'] as const)(
    'a group’s first page has 21 messages, whatever the count: %s',
    async (flavour) => {
      const world = createTestWorld();
      seedGroup(world, 40);
      const { sdk } = await world.connect('me', { flavour });
      const first = await pager(world, sdk, 'GROUPg1')(undefined, 5);
      expect(texts(first.messageList)).toEqual(range(20, 40));
    },
  );
});

describe.each(['2.x', '3.x'] as const)('getMessageList of a group in %s', (flavour) => {
  it('has a sequence as its cursor, a string, and reaches the beginning', async () => {
    const world = createTestWorld();
    seedGroup(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    const page = pager(world, sdk, 'GROUPg1');
    const first = await page();
    expect(first).toMatchObject({ nextReqMessageID: '19', isCompleted: false });
    const second = await page(first.nextReqMessageID);
    expect(texts(second.messageList)).toEqual(range(1, 19));
    expect(second).toMatchObject({ nextReqMessageID: '', isCompleted: true });
  });

  it('has another kind of cursor where it answers from memory', async () => {
    const world = createTestWorld();
    seedGroup(world, 40);
    const { sdk } = await world.connect('me', { flavour });
    const page = pager(world, sdk, 'GROUPg1');
    await page();
    const again = await page();
    expect(texts(again.messageList)).toEqual(range(26, 40));
    expect(again.nextReqMessageID).toBe(flavour === '2.x' ? again.messageList[0]?.ID : '26');
    const older = await page(again.nextReqMessageID);
    expect(texts(older.messageList)).toEqual(flavour === '2.x' ? range(1, 25) : range(6, 25));
  });

  it('answers nothing for a group that the account is not in', async () => {
    const world = createTestWorld();
    world.server.addGroup('secret', { ownerID: 'alice', memberIDs: [] });
    world.server.sendText({ from: 'alice', to: 'secret', text: 'hidden' });
    const { sdk } = await world.connect('me', { flavour });
    expect((await pager(world, sdk, 'GROUPsecret')()).messageList).toEqual([]);
  });
});

describe.each(['2.x', '3.x'] as const)('getMessageList of an AVChatRoom in %s', (flavour) => {
  it('is always empty and completed, though its messages arrive', async () => {
    const { clock, connect, run, server } = createTestWorld();
    server.addGroup('room', { ownerID: 'alice', memberIDs: ['me'], type: 'AVChatRoom' });
    const { received, sdk } = await connect('me', { flavour });
    await run(sdk.joinGroup({ groupID: 'room' }));
    server.sendText({ from: 'alice', to: 'room', text: 'live' });
    await clock.advance(0);
    expect(texts(received())).toContain('live');
    const { data } = await run(sdk.getMessageList({ conversationID: 'GROUProom' }));
    expect(data).toEqual({ messageList: [], nextReqMessageID: '', isCompleted: true });
  });
});
