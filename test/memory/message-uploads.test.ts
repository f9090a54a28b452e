import type { MemoryMessage, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld } from './world.ts';

const C2C = { to: 'alice', conversationType: 'C2C' };
const PICTURE = { name: 'a.png', size: 10, type: 'image/png', width: 1000, height: 2000 };

/** A message with a file, and what its progress was. */
function fileMessage(sdk: MemorySdk, file: object = PICTURE) {
  const progress: number[] = [];
  const onProgress = (fraction: number): void => void progress.push(fraction);
  const message = sdk.createImageMessage({ ...C2C, payload: { file }, onProgress });
  return { message, progress };
}

describe.each(['2.x', '3.x'] as const)('uploads in %s', (flavour) => {
  const pair = async ({ plugin = true } = {}) => {
    const world = createTestWorld({ uploadTime: 1000 });
    const me = world.client({ flavour });
    if (plugin) me.sdk.registerPlugin({ 'tim-upload-plugin': true });
    await world.run(me.sdk.login({ userID: 'me', userSig: 'any' }));
    const alice = await world.connect('alice', { flavour });
    me.forget();
    /** Sends, and answers the code that it ends with once the clock has been moved by `ms`. */
    const codeAfter = async (ms: number, call: Promise<unknown>): Promise<unknown> => {
      const ended = call.then(
        () => 0,
        (error: unknown) => (error as { code?: unknown }).code,
      );
      await world.clock.advance(ms);
      return Promise.race([ended, Promise.resolve('under way')]);
    };
    return { ...world, me, alice, codeAfter };
  };

  it('need a registered plug-in: 2040, and 2350 for videos', async () => {
    const { codeAfter, me } = await pair({ plugin: false });
    expect(await codeAfter(0, me.sdk.sendMessage(fileMessage(me.sdk).message))).toBe(2040);
    const file = { name: 'a.mp4', size: 10, type: 'video/mp4' };
    const video = me.sdk.createVideoMessage({ ...C2C, payload: { file } });
    expect(await codeAfter(0, me.sdk.sendMessage(video))).toBe(2350);
  });

  it('need it before the login', async () => {
    const { codeAfter, me } = await pair({ plugin: false });
    me.sdk.registerPlugin({ 'tim-upload-plugin': true });
    expect(await codeAfter(1000, me.sdk.sendMessage(fileMessage(me.sdk).message))).toBe(2040);
  });

  it('tell their progress on the clock, then send the message', async () => {
    const { alice, clock, codeAfter, me } = await pair();
    const { message, progress } = fileMessage(me.sdk);
    const sending = me.sdk.sendMessage(message);
    expect(await codeAfter(300, sending)).toBe('under way');
    expect(progress).toEqual([0.1, 0.2, 0.3]);
    expect([message.status, message.elements[0]?._percent]).toEqual(['unSend', 0.3]);
    expect(alice.received()).toEqual([]);
    expect(await codeAfter(700, sending)).toBe(0);
    expect(progress).toHaveLength(10);
    expect(progress.at(-1)).toBe(1);
    await clock.advance(0);
    expect(alice.received()).toMatchObject([{ type: 'TIMImageElem' }]);
  });

  it('write three sizes of an image, the small one before the large one, on both sides', async () => {
    const { alice, codeAfter, me } = await pair();
    const { message } = fileMessage(me.sdk);
    await codeAfter(1000, me.sdk.sendMessage(message));
    const url = `https://files.memory.invalid/${String(message.payload['uuid'])}`;
    const sizes = [
      { sizeType: 1, type: 0, size: 10, width: 1000, height: 2000, imageUrl: url },
      { sizeType: 3, type: 1, size: 0, width: 198, height: 396, imageUrl: `${url}?imageView2/3/w/198/h/198` },
      {
        sizeType: 2,
        type: 2,
        size: 0,
        width: 720,
        height: 1440,
        imageUrl: `${url}?imageView2/3/w/720/h/720`,
      },
    ];
    for (const sent of [message, ...alice.received()]) {
      expect(sent.payload).toMatchObject({ imageFormat: 3, imageInfoArray: sizes });
    }
    expect(alice.received()[0]?.payload).toMatchObject({ imageInfoArray: [{ url }, {}, {}] });
  });

  it.each<[string, (sdk: MemorySdk) => MemoryMessage, string]>([
    [
      'file',
      (sdk) => sdk.createFileMessage({ ...C2C, payload: { file: { name: 'a.txt', size: 1 } } }),
      'fileUrl',
    ],
    [
      'video',
      (sdk) => sdk.createVideoMessage({ ...C2C, payload: { file: { name: 'a.mp4', size: 1 } } }),
      'remoteVideoUrl',
    ],
    [
      'voice message',
      (sdk) => sdk.createAudioMessage({ ...C2C, payload: { file: { name: 'a.mp3', size: 1 } } }),
      'remoteAudioUrl',
    ],
  ])('write the URL of a %s', async (_name, make, key) => {
    const { alice, codeAfter, me } = await pair();
    const message = make(me.sdk);
    expect(await codeAfter(1000, me.sdk.sendMessage(message))).toBe(0);
    expect(message.payload[key]).toMatch(/^https:\/\/files\.memory\.invalid\/\d+-me-\w{32}(\.\w+)?$/);
    expect(alice.received()[0]?.payload[key]).toBe(message.payload[key]);
  });

  it('fail where a fault is set, and a resend uploads again', async () => {
    const { codeAfter, me, server } = await pair();
    server.failNext('upload', { code: 2400, atPercent: 40 });
    const { message, progress } = fileMessage(me.sdk);
    expect(await codeAfter(1000, me.sdk.sendMessage(message))).toBe(2400);
    expect([message.status, progress.at(-1)]).toEqual(['fail', 0.4]);
    expect(await codeAfter(1000, me.sdk.resendMessage(message))).toBe(0);
    expect([message.status, progress.length]).toEqual(['success', 14]);
  });

  it('are impossible for what is sent or received already: a TypeError at once', async () => {
    const { alice, codeAfter, me } = await pair();
    const { message } = fileMessage(me.sdk);
    await codeAfter(1000, me.sdk.sendMessage(message));
    expect(() => me.sdk.resendMessage(message)).toThrow(TypeError);
    expect(() => alice.sdk.sendMessage(alice.received()[0] as MemoryMessage)).toThrow(TypeError);
  });

  it('try videos twice', async () => {
    const { codeAfter, me, server } = await pair();
    const video = () => me.sdk.createVideoMessage({ ...C2C, payload: { file: { name: 'a.mp4', size: 1 } } });
    server.failNext('upload', { code: 2400 });
    expect(await codeAfter(1000, me.sdk.sendMessage(video()))).toBe(0);
    server.failNext('upload', { code: 2400, times: 2 });
    expect(await codeAfter(1000, me.sdk.sendMessage(video()))).toBe(2350);
  });

  it('fail with 2400 when the network goes, and never end when they hang', async () => {
    const { clock, codeAfter, me, server } = await pair();
    const cut = me.sdk.sendMessage(fileMessage(me.sdk).message);
    await clock.advance(500);
    server.network(me.sdk).cut();
    expect(await codeAfter(100, cut)).toBe(2400);
    server.network(me.sdk).restore();
    await clock.advance(0);
    server.hangNext('upload', { atPercent: 20 });
    expect(await codeAfter(60_000, me.sdk.sendMessage(fileMessage(me.sdk).message))).toBe('under way');
  });

  it.each<[string, number, object]>([
    ['no image', 2252, { name: 'a.txt', size: 1 }],
    ['an empty image', 2108, { name: 'a.png', size: 0 }],
    ['an image above 20 MB', 2253, { name: 'a.png', size: 21 * 1024 * 1024 }],
  ])('refuse %s with %i', async (_name, code, file) => {
    const { codeAfter, me } = await pair();
    expect(await codeAfter(0, me.sdk.sendMessage(fileMessage(me.sdk, file).message))).toBe(code);
  });

  it('go on when the progress callback throws', async () => {
    const { codeAfter, me } = await pair();
    const onProgress = (): never => {
      throw new Error('mine');
    };
    const message = me.sdk.createImageMessage({ ...C2C, payload: { file: PICTURE }, onProgress });
    expect(await codeAfter(1000, me.sdk.sendMessage(message))).toBe(0);
  });

  it('are spared a forwarded image', async () => {
    const { codeAfter, me } = await pair();
    const { message, progress } = fileMessage(me.sdk);
    await codeAfter(1000, me.sdk.sendMessage(message));
    const forward = me.sdk.createForwardMessage({ ...C2C, to: 'bob', payload: message });
    expect(await codeAfter(0, me.sdk.sendMessage(forward))).toBe(0);
    expect(progress).toHaveLength(10);
  });
});

describe('the server option uploadURL', () => {
  it('says where an uploaded file is', async () => {
    const world = createTestWorld({ uploadURL: ({ name, uuid }) => `mine:${name}?${uuid.length}` });
    const { sdk } = world.client();
    sdk.registerPlugin({ 'tim-upload-plugin': true });
    await world.run(sdk.login({ userID: 'me', userSig: 'any' }));
    const message = sdk.createFileMessage({ ...C2C, payload: { file: { name: 'a.txt', size: 1 } } });
    await world.run(sdk.sendMessage(message));
    expect(message.payload['fileUrl']).toBe('mine:a.txt?50');
  });
});
