import type { MemoryMessage, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, textTo } from './world.ts';

const C2C = { to: 'alice', conversationType: 'C2C' };
const GROUP = { to: 'g1', conversationType: 'GROUP' };
const FILE = { name: 'a.txt', size: 10, type: 'text/plain' };

const TIP = { operationType: 6, newGroupProfile: {}, groupProfile: { groupID: 'g1' }, userIDList: [] };

/** What differs from run to run, in one word. */
function steady(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'instanceID') return 'number';
    if (typeof inner === 'string') return inner.replace(/^\d+-me-[A-Za-z0-9]{32}/, 'uuid');
    return inner;
  });
  return JSON.parse(text) as unknown;
}

const image = (sizeType: number) => ({
  instanceID: 'number',
  sizeType,
  type: sizeType - 1,
  size: 0,
  width: 0,
  height: 0,
  imageUrl: '',
  url: 'memory:a',
});

/** Recorded from tim-js-sdk 2.27.6 and @tencentcloud/chat 3.6.6: the payload, and the keys that 2.x lacks. */
const SHAPES: readonly {
  readonly method: keyof MemorySdk;
  readonly payload: unknown;
  readonly type: string;
  readonly made: Readonly<Record<string, unknown>>;
  readonly only3?: readonly string[];
  readonly in2?: Readonly<Record<string, unknown>>;
}[] = [
  { method: 'createTextMessage', payload: { text: 'hi' }, type: 'TIMTextElem', made: { text: 'hi' } },
  {
    method: 'createCustomMessage',
    payload: { data: '{"x":1}', description: 'd' },
    type: 'TIMCustomElem',
    made: { data: '{"x":1}', description: 'd', extension: '' },
  },
  {
    method: 'createFaceMessage',
    payload: { index: 1, data: 'tt00' },
    type: 'TIMFaceElem',
    made: { index: 1, data: 'tt00' },
  },
  {
    method: 'createLocationMessage',
    payload: { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 },
    type: 'TIMLocationElem',
    made: { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 },
  },
  {
    method: 'createImageMessage',
    payload: { file: { name: 'a.png', size: 10, type: 'image/png', url: 'memory:a' } },
    type: 'TIMImageElem',
    made: { imageFormat: 255, uuid: 'uuid.png', imageInfoArray: [image(1), image(2), image(3)] },
    in2: { uuid: 'uuid' },
  },
  {
    method: 'createAudioMessage',
    payload: { file: { tempFilePath: 'memory:a.mp3', fileSize: 10, duration: 2500 } },
    type: 'TIMSoundElem',
    made: {
      downloadFlag: 2,
      second: 2,
      size: 10,
      url: 'memory:a.mp3',
      remoteAudioUrl: 'memory:a.mp3',
      uuid: 'uuid.mp3',
    },
  },
  {
    method: 'createVideoMessage',
    payload: { file: { name: 'a.mp4', size: 10, type: 'video/mp4', url: 'memory:a', duration: 3 } },
    type: 'TIMVideoFileElem',
    made: {
      remoteVideoUrl: 'memory:a',
      videoFormat: 'mp4',
      videoSecond: 3,
      videoSize: 10,
      videoUrl: 'memory:a',
      videoDownloadFlag: 2,
      videoUUID: 'uuid.mp4',
      thumbUUID: 'uuid.jpg',
      thumbFormat: 'jpg',
      thumbWidth: 200,
      snapshotWidth: 200,
      thumbHeight: 200,
      snapshotHeight: 200,
      thumbSize: 0,
      snapshotSize: 0,
      thumbDownloadFlag: 2,
      thumbUrl: '',
      snapshotUrl: '',
      remoteSnapshotUrl: '',
      remoteThumbUrl: '',
    },
    only3: ['thumbUrl', 'snapshotUrl', 'remoteSnapshotUrl', 'remoteThumbUrl'],
    in2: { thumbUUID: 'uuid.mp4', thumbFormat: '' },
  },
  {
    method: 'createFileMessage',
    payload: { file: FILE },
    type: 'TIMFileElem',
    made: {
      downloadFlag: 2,
      fileUrl: '',
      remoteFileUrl: '',
      uuid: 'uuid.txt',
      fileName: 'a.txt',
      fileSize: 10,
    },
    only3: ['remoteFileUrl'],
    in2: { uuid: 'uuid' },
  },
];

/** The own keys of an element, as recorded. */
const ELEMENT_KEYS: Readonly<Record<string, Readonly<Record<'2.x' | '3.x', string>>>> = {
  TIMImageElem: {
    '2.x': '_imageMemoryURL,type,_percent,content',
    '3.x': '_imageMemoryURL,_fileDownloadProxy,_authKey,_fileDNList,type,_percent,content',
  },
  TIMSoundElem: {
    '2.x': 'type,_percent,content',
    '3.x': 'type,_percent,_fileDownloadProxy,_authKey,_fileDNList,content',
  },
  TIMVideoFileElem: {
    '2.x': 'type,_percent,content',
    '3.x': 'type,_percent,_fileDownloadProxy,_authKey,_fileDNList,content',
  },
  TIMFileElem: { '2.x': 'type,_percent,content', '3.x': 'type,_percent,content' },
};

const make = (sdk: MemorySdk, method: keyof MemorySdk, options: unknown): MemoryMessage =>
  (sdk[method] as (options: unknown) => MemoryMessage)(options);

describe.each(['2.x', '3.x'] as const)('messages that are made in %s', (flavour) => {
  const connect = async () => {
    const world = createTestWorld();
    return { ...world, ...(await world.connect('me', { flavour })) };
  };

  it.each(SHAPES)('$method answers the recorded payload', async (shape) => {
    const { sdk } = await connect();
    const message = make(sdk, shape.method, { ...C2C, payload: shape.payload });
    const keys = Object.keys(shape.made).filter(
      (key) => flavour === '3.x' || shape.only3?.includes(key) !== true,
    );
    const made = { ...shape.made, ...(flavour === '2.x' ? shape.in2 : {}) };
    const expected = Object.fromEntries(keys.map((key) => [key, made[key]]));
    expect(message).toMatchObject({
      type: shape.type,
      status: 'unSend',
      flow: 'out',
      from: 'me',
      to: 'alice',
    });
    expect(JSON.stringify(steady(message.payload))).toBe(JSON.stringify(expected));
    const [element] = message.elements;
    expect(element?.content).toBe(message.payload);
    expect(Object.keys(element ?? {}).join()).toBe(ELEMENT_KEYS[shape.type]?.[flavour] ?? 'type,content');
  });

  it('createTextAtMessage says whom it mentions', async () => {
    const { sdk } = await connect();
    const payload = { text: '@alice hi', atUserList: ['alice', '__kImSDK_MesssageAtALL__'] };
    const message = sdk.createTextAtMessage({ ...GROUP, payload });
    expect(message).toMatchObject({
      payload: { text: '@alice hi' },
      atUserList: ['alice', '__kImSDK_MesssageAtALL__'],
      _groupAtInfoList: [{ groupAtAllFlag: 0, groupAtUserID: 'alice' }, { groupAtAllFlag: 1 }],
    });
  });

  it('take priority, custom data, receipts, extensions and receivers', async () => {
    const { sdk } = await connect();
    const options = {
      priority: 'High',
      cloudCustomData: 'ccd',
      needReadReceipt: true,
      isSupportExtension: true,
      receiverList: ['alice'],
    };
    const message = sdk.createTextMessage({ ...GROUP, ...options, payload: { text: 'hi' } });
    const { receiverList, ...rest } = options;
    expect(message).toMatchObject({ ...rest, _receiverList: receiverList });
    const priorities = [1, 4, 'Nonsense', undefined].map(
      (priority) => make(sdk, 'createTextMessage', { ...C2C, payload: { text: 'x' }, priority }).priority,
    );
    expect(priorities).toEqual(['High', 'Lowest', 'Normal', 'Normal']);
  });

  it.each<[keyof MemorySdk, unknown]>([
    ['createTextAtMessage', { text: 'x', atUserList: 'alice' }],
    ['createCustomMessage', { data: 1 }],
    ['createCustomMessage', {}],
    ['createFaceMessage', { index: '1', data: '' }],
    ['createLocationMessage', { description: '', longitude: 1 }],
    ['createImageMessage', {}],
    ['createMergerMessage', { messageList: [], compatibleText: 'c' }],
    ['createForwardMessage', {}],
  ])('%s throws at a bad payload', async (method, payload) => {
    const { sdk } = await connect();
    expect(() => make(sdk, method, { ...GROUP, payload })).toThrow(new Error('Params validate failed.'));
  });

  it('createMergerMessage carries copies of messages, and refuses failed ones', async () => {
    const { clock, sdk, server, run, codeOf } = await connect();
    const message = textTo(sdk, 'alice', 'hello');
    await run(sdk.sendMessage(message));
    const rest = { title: 't', abstractList: ['a: b'], compatibleText: 'c' };
    const merged = sdk.createMergerMessage({ ...C2C, payload: { messageList: [message], ...rest } });
    expect(merged).toMatchObject({ type: 'TIMRelayElem', _relayFlag: true });
    expect(merged.payload).toEqual({
      downloadKey: '',
      pbDownloadKey: '',
      messageList: [
        {
          from: 'me',
          messageSender: 'me',
          time: message.time,
          messageSequence: message.sequence,
          clientSequence: message.clientSequence,
          messageRandom: message.random,
          cloudCustomData: '',
          clientTime: message.clientTime,
          ID: message.ID,
          nick: 'Me',
          avatar: 'me.png',
          messageBody: [{ type: 'TIMTextElem', payload: { text: 'hello' } }],
          receiverUserID: 'alice',
          messageReceiver: 'alice',
        },
      ],
      ...rest,
      version: 0,
      layersOverLimit: false,
    });
    server.failNext('sendMessage', { code: 20003 });
    const failed = textTo(sdk, 'alice', 'lost');
    expect(await codeOf(sdk.sendMessage(failed))).toBe(20003);
    await clock.advance(0);
    const messageList = [message, failed];
    expect(() => sdk.createMergerMessage({ ...C2C, payload: { messageList, ...rest } })).toThrow(
      new Error('Params validate failed.'),
    );
  });

  it('createForwardMessage makes a new message with the same payload object', async () => {
    const { run, sdk } = await connect();
    const original = sdk.createTextMessage({ ...C2C, payload: { text: 'hi' }, cloudCustomData: 'ccd' });
    await run(sdk.sendMessage(original));
    const forward = sdk.createForwardMessage({ ...GROUP, payload: original });
    expect(forward).toMatchObject({ to: 'g1', cloudCustomData: 'ccd', _relayFlag: true, status: 'unSend' });
    expect(forward.payload).toBe(original.payload);
    expect(forward.ID).not.toBe(original.ID);
  });

  it('createForwardMessage answers a rejected promise for a group tip', async () => {
    const { clock, codeOf, received, sdk, server } = await connect();
    server.send({ from: 'alice', to: 'g1', type: 'TIMGroupTipElem', payload: TIP });
    await clock.advance(0);
    const [tip] = received();
    const answer: unknown = sdk.createForwardMessage({ ...C2C, payload: tip });
    expect(await codeOf(answer as Promise<unknown>)).toBe(2453);
  });
});
