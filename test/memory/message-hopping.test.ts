import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, seedC2C, seedGroup, type TestWorld, textTo, texts } from './world.ts';

/** Texts of `t<from>` to `t<to>`. */
const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `t${from + index}`);

const hopper =
  ({ run }: TestWorld, sdk: MemorySdk, conversationID: string) =>
  async (options: object = {}) =>
    (await run(sdk.getMessageListHopping({ conversationID, ...options }))).data;

describe.each(['2.x', '3.x'] as const)('getMessageListHopping of a group in %s', (flavour) => {
  const seeded = async (count: number) => {
    const world = createTestWorld();
    seedGroup(world, count);
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, hop: hopper(world, sdk, 'GROUPg1') };
  };

  it('begins at a sequence and goes back', async () => {
    const { hop } = await seeded(40);
    const first = await hop({ sequence: 20, count: 10 });
    expect(texts(first.messageList)).toEqual(range(11, 20));
    expect(first).toMatchObject({ isCompleted: false, nextMessageSeq: 10 });
    const second = await hop({ sequence: first.nextMessageSeq });
    expect(texts(second.messageList)).toEqual(range(1, 10));
    expect(second).toMatchObject({ isCompleted: true, nextMessageSeq: '' });
  });

  it('goes forward, and ends with an empty page, which 3.x does not call the end', async () => {
    const { hop } = await seeded(40);
    const first = await hop({ sequence: 20, direction: 1 });
    expect(texts(first.messageList)).toEqual(range(20, 34));
    expect(first.nextMessageSeq).toBe(35);
    const second = await hop({ sequence: 35, direction: 1 });
    expect(texts(second.messageList)).toEqual(range(35, 40));
    expect(second).toMatchObject({ isCompleted: false, nextMessageSeq: 41 });
    const third = await hop({ sequence: 41, direction: 1 });
    const end =
      flavour === '2.x'
        ? { isCompleted: true, nextMessageSeq: '' }
        : { isCompleted: false, nextMessageSeq: 41 };
    expect(third).toEqual({ messageList: [], ...end });
  });

  it('begins at the newest, without a sequence', async () => {
    const { hop } = await seeded(40);
    expect(texts((await hop()).messageList)).toEqual(range(26, 40));
  });

  it('does not enter the lists of getMessageList', async () => {
    const { hop, run, sdk } = await seeded(40);
    const [hopped] = (await hop({ sequence: 5 })).messageList;
    const { data } = await run(sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(texts(data.messageList)).toEqual(range(20, 40));
    expect(sdk.findMessage(hopped?.ID ?? '')).toBe(flavour === '3.x' ? hopped : null);
  });
});

describe.each(['2.x', '3.x'] as const)('getMessageListHopping of a C2C conversation in %s', (flavour) => {
  const seeded = async (count: number) => {
    const world = createTestWorld();
    seedC2C(world, count);
    const start = Math.floor(world.clock.now() / 1000) - count;
    const { sdk } = await world.connect('me', { flavour });
    /** When `t<number>` was sent. */
    const timeOf = (number: number): number => start + number;
    return { ...world, sdk, timeOf, hop: hopper(world, sdk, 'C2Calice') };
  };

  it('begins at a time and goes back; 2.x continues at the next one, 3.x behind the last', async () => {
    const { hop, timeOf } = await seeded(40);
    const first = await hop({ time: timeOf(30) });
    expect(texts(first.messageList)).toEqual(range(16, 30));
    expect(first).toMatchObject({
      isCompleted: false,
      nextMessageTime: flavour === '3.x' ? timeOf(16) : timeOf(15),
    });
    const second = await hop({ time: first.nextMessageTime });
    expect(texts(second.messageList)).toEqual(range(1, 15));
    expect(second).toMatchObject({ isCompleted: true, nextMessageTime: '' });
  });

  it('goes forward', async () => {
    const { hop, timeOf } = await seeded(40);
    const first = await hop({ time: timeOf(20), direction: 1 });
    expect(texts(first.messageList)).toEqual(range(20, 34));
    const second = await hop({ time: first.nextMessageTime, direction: 1 });
    expect(texts(second.messageList)).toEqual(range(35, 40));
    expect(second.isCompleted).toBe(true);
  });

  it('throws at bad arguments', async () => {
    const { sdk } = await seeded(1);
    expect(() => sdk.getMessageListHopping({ conversationID: 'alice' })).toThrow('Params validate failed.');
    expect(() => sdk.getMessageListHopping({ conversationID: 'C2Calice', direction: 2 })).toThrow(
      'Params validate failed.',
    );
  });
});

describe('what a hop has brought', () => {
  it('is recalled in place in 3.x while the conversation has no list, and by a plain object once it has one', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const IDs = ['a', 'b'].map((text) => server.sendText({ from: 'alice', to: 'g1', text }).ID);
    const me = await connect('me', { flavour: '3.x' });
    const hop = await run(me.sdk.getMessageListHopping({ conversationID: 'GROUPg1' }));
    server.revoke(IDs[0] ?? '');
    await clock.advance(0);
    expect(me.dataOf('onMessageRevoked')).toEqual([[hop.data.messageList[0]]]);
    expect(hop.data.messageList[0]?.isRevoked).toBe(true);
    await run(me.sdk.sendMessage(textTo(me.sdk, 'g1', 'c')));
    me.forget();
    server.revoke(IDs[1] ?? '');
    await clock.advance(0);
    expect(me.dataOf('onMessageRevoked')).toMatchObject([[{ conversationID: 'GROUPg1', sequence: 2 }]]);
    expect(hop.data.messageList[1]?.isRevoked).toBe(false);
  });
});
