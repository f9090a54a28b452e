import type { Message, MessageActions, SendHandle, SendOptions } from 'tim-reactive';
import { c2cID, groupID, messagePreview, selectMessage, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');
const file = (name: string): File => new File(['0123456789'], name);

/** How each type is sent, and what the row holds at the end. */
const SENDS: readonly (readonly [
  name: string,
  send: (messages: MessageActions, options: SendOptions) => SendHandle,
  row: object,
  preview: string,
])[] = [
  [
    'sendText',
    (messages, options) => messages.sendText(team, 'hello', options),
    { type: 'TIMTextElem', payload: { text: 'hello' } },
    'hello',
  ],
  [
    'sendTextAt',
    (messages, options) => messages.sendTextAt(team, '@Alice hi', ['alice'], options),
    { type: 'TIMTextElem', payload: { text: '@Alice hi' }, atUserList: ['alice'] },
    '@Alice hi',
  ],
  [
    'sendImage',
    (messages, options) => messages.sendImage(team, file('cat.png'), options),
    { type: 'TIMImageElem', payload: { imageInfoArray: [{ type: 0 }, { type: 1 }, { type: 2 }] } },
    '[Image]',
  ],
  [
    'sendAudio',
    (messages, options) => messages.sendAudio(team, file('hum.mp3'), options),
    { type: 'TIMSoundElem', payload: { size: 10 } },
    '[Voice]',
  ],
  [
    'sendVideo',
    (messages, options) => messages.sendVideo(team, file('cat.mp4'), options),
    { type: 'TIMVideoFileElem', payload: { videoFormat: 'mp4', videoSize: 10 } },
    '[Video]',
  ],
  [
    'sendFile',
    (messages, options) => messages.sendFile(team, file('plan.pdf'), options),
    { type: 'TIMFileElem', payload: { fileName: 'plan.pdf', fileSize: 10 } },
    '[File] plan.pdf',
  ],
  [
    'sendCustom',
    (messages, options) =>
      messages.sendCustom(team, { data: '{"dice":3}', description: 'A die\nis cast' }, options),
    { type: 'TIMCustomElem', payload: { data: '{"dice":3}', description: 'A die\nis cast', extension: '' } },
    '[Custom] A die is cast',
  ],
  [
    'sendFace',
    (messages, options) => messages.sendFace(team, { index: 1, data: 'tt00' }, options),
    { type: 'TIMFaceElem', payload: { index: 1, data: 'tt00' } },
    '[Sticker]',
  ],
  [
    'sendLocation',
    (messages, options) =>
      messages.sendLocation(team, { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 }, options),
    { type: 'TIMLocationElem', payload: { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 } },
    '[Location] Shenzhen',
  ],
];

async function createUploadingWorld(sdk: (typeof flavours)[number]): Promise<World> {
  const world = createWorld({ sdk, server: { latency: 100 } });
  world.sdk.registerPlugin({ 'tim-upload-plugin': class {} });
  await world.login();
  return world;
}

describe.each(flavours)('the sends on $flavour', (sdk) => {
  it.each(SENDS)(
    '%s puts a row on screen at once, and it is sent under the same ID',
    async (_, send, row, preview) => {
      const { store, server, settle, finish } = await createUploadingWorld(sdk);
      const { ID, finished } = send(store.actions.messages, { cloudCustomData: 'x', needReadReceipt: true });
      await settle();
      expect(selectMessage(store.getState(), ID)).toMatchObject({
        ID,
        status: 'sending',
        version: -1,
        type: (row as Message).type,
      });
      const sent = await finish(finished, 1000);
      expect(sent).toMatchObject({
        ...row,
        ID,
        status: 'success',
        version: 0,
        cloudCustomData: 'x',
        needReadReceipt: true,
      });
      expect(sent).toBe(selectMessage(store.getState(), ID));
      expect(selectTimeline(store.getState(), team).length).toBe(1);
      expect(server.truth.messages('alice', 'GROUPteam').map((message) => message.type)).toEqual([sent.type]);
      expect(messagePreview(sent)).toBe(preview);
    },
  );

  it.each(SENDS)('what %s has sent arrives from another with the same content', async (_, send) => {
    const { server, store, settle, finish } = await createUploadingWorld(sdk);
    const received: Message[] = [];
    store.streams.messageReceived$.subscribe((messages) => received.push(...messages));
    const { type } = await finish(send(store.actions.messages, {}).finished, 1000);
    const [stored] = server.truth.messages('me', team);
    server.send({ from: 'bob', to: 'team', type, payload: stored?.payload ?? {} });
    await settle(1000);
    const { messages } = await finish(store.actions.messages.getHopping(team, { sequence: 2 }), 1000);
    expect(received).toMatchObject([{ type, payload: messages[0]?.payload, from: 'bob', flow: 'in' }]);
  });

  it('tells how far the upload of a file has come', async () => {
    const { store, finish } = await createUploadingWorld(sdk);
    const progress: number[] = [];
    const onProgress = (fraction: number): void => void progress.push(fraction);
    await finish(store.actions.messages.sendFile(alice, file('plan.pdf'), { onProgress }).finished, 1000);
    expect(progress.at(-1)).toBe(1);
    expect(progress.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  });

  it('ends in a typed failure where a file cannot be uploaded, and goes out by a resend', async () => {
    const { store, server, finish } = await createUploadingWorld(sdk);
    server.failNext('upload', { code: 2400 });
    const { ID, finished } = store.actions.messages.sendFile(alice, file('plan.pdf'));
    await expect(finish(finished, 1000)).rejects.toMatchObject({ code: 'SDK_ERROR' });
    expect(selectMessage(store.getState(), ID)).toMatchObject({ status: 'fail', version: -1 });
    const sent = await finish(store.actions.messages.resend(ID).finished, 1000);
    expect(sent).toMatchObject({ ID, status: 'success', version: 0, payload: { fileName: 'plan.pdf' } });
  });

  it('says so where the SDK has no upload plug-in', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const { finished } = store.actions.messages.sendFile(alice, file('plan.pdf'));
    await expect(finish(finished, 1000)).rejects.toMatchObject({ code: 'SDK_ERROR', sdkCode: 2040 });
  });

  it('keeps what goes to whoever is online out of the timeline', async () => {
    const { store, settle, finish } = await createReadyWorld({ sdk });
    const typing = store.actions.messages.sendCustom(alice, { data: 'typing' }, { onlineUserOnly: true });
    await settle();
    expect(selectTimeline(store.getState(), alice).length).toBe(0);
    await expect(finish(typing.finished, 1000)).resolves.toMatchObject({
      onlineUserOnly: true,
      status: 'success',
    });
    expect(selectTimeline(store.getState(), alice).length).toBe(0);
    expect(selectMessage(store.getState(), typing.ID)).toBeUndefined();
  });

  it('passes on how a message is to be sent, and at a resend once more', async () => {
    const given: unknown[] = [];
    const { server, store, finish } = await createReadyWorld({
      sdk,
      wrap: (raw) => ({
        ...raw,
        sendMessage: (...args) => {
          given.push(args.slice(1));
          return raw.sendMessage(...args);
        },
        resendMessage: (...args) => {
          given.push(args.slice(1));
          return raw.resendMessage(...args);
        },
      }),
    });
    const options = {
      offlinePushInfo: { title: 'News' },
      messageControlInfo: { excludedFromUnreadCount: true },
    };
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'hi', { priority: 'High', ...options });
    await expect(finish(finished, 1000)).rejects.toMatchObject({ sdkCode: 20003 });
    await finish(store.actions.messages.resend(ID).finished, 1000);
    await finish(store.actions.messages.sendText(alice, 'hi', { priority: 'High' }).finished, 1000);
    expect(given).toEqual([[options], [options], []]);
  });

  it('forwards a message, and several as one, by their IDs', async () => {
    const { store, server, settle, finish } = await createReadyWorld({ sdk });
    const { messages } = store.actions;
    const { ID: first } = server.sendText({ from: 'alice', to: 'me', text: 'one' });
    const { ID: second } = server.sendText({ from: 'alice', to: 'me', text: 'two' });
    await settle(1000);
    const forwarded = await finish(messages.forward(team, first).finished, 1000);
    expect(forwarded).toMatchObject({
      conversationID: team,
      from: 'me',
      type: 'TIMTextElem',
      payload: { text: 'one' },
    });
    const merger = {
      IDs: [first, second],
      title: 'Alice',
      abstractList: ['one', 'two'],
      compatibleText: 'too old',
    };
    const merged = await finish(messages.sendMerger(team, merger).finished, 1000);
    expect(merged).toMatchObject({
      type: 'TIMRelayElem',
      payload: {
        title: 'Alice',
        abstractList: ['one', 'two'],
        messageList: [
          {
            ID: first,
            from: 'alice',
            nick: 'Alice',
            messageBody: [{ type: 'TIMTextElem', payload: { text: 'one' } }],
          },
          { ID: second },
        ],
      },
    });
    expect(messagePreview(merged)).toBe('[Chat history] Alice');
  });

  it('refuses what cannot be sent, at once, and leaves the screen as it is', async () => {
    const { store, server, settle, finish } = await createReadyWorld({ sdk });
    const { messages } = store.actions;
    const send = messages as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    server.failNext('sendMessage', { code: 20003 });
    const failed = messages.sendText(alice, 'failed');
    await expect(finish(failed.finished, 1000)).rejects.toMatchObject({ sdkCode: 20003 });
    await settle(1000);
    const before = store.getState();
    for (const [method, args, code, reason] of [
      ['sendImage', ['alice', {}], 'INVALID_ARGUMENT', /use c2cID/],
      [
        'sendImage',
        [alice, undefined],
        'INVALID_ARGUMENT',
        /unable to send image message; the file must be an object/,
      ],
      ['sendFile', ['@TIM#SYSTEM', {}], 'INVALID_ARGUMENT', /nobody can write into/],
      ['sendTextAt', [team, '', ['alice']], 'INVALID_ARGUMENT', /text must be a non-empty string/],
      ['sendTextAt', [team, 'hi', 'alice'], 'INVALID_ARGUMENT', /atUserList must be a non-empty array/],
      ['sendCustom', [alice, {}], 'INVALID_ARGUMENT', /one field at least/],
      ['sendCustom', [alice, { data: 7 }], 'INVALID_ARGUMENT', /data must be a string/],
      ['sendCustom', [alice], 'INVALID_ARGUMENT', /one field at least/],
      ['sendFace', [alice, { index: '1', data: '' }], 'INVALID_ARGUMENT', /index must be a number/],
      ['sendFace', [alice], 'INVALID_ARGUMENT', /index must be a number/],
      [
        'sendLocation',
        [alice, { longitude: 1, latitude: 2 }],
        'INVALID_ARGUMENT',
        /description must be a string/,
      ],
      [
        'sendText',
        [team, 'hi', { receiverList: Array.from({ length: 51 }, String) }],
        'INVALID_ARGUMENT',
        /at most 50/,
      ],
      [
        'sendMerger',
        [team, { IDs: [], title: '', abstractList: ['a'], compatibleText: 'c' }],
        'INVALID_ARGUMENT',
        /IDs/,
      ],
      [
        'sendMerger',
        [
          team,
          {
            IDs: Array.from({ length: 301 }, String),
            title: 't',
            abstractList: ['a'],
            compatibleText: 'c',
          },
        ],
        'INVALID_ARGUMENT',
        /IDs takes at most 300/,
      ],
      ['sendMerger', [team, undefined], 'INVALID_ARGUMENT', /title must be a string/],
      ['sendFile', [alice, []], 'INVALID_ARGUMENT', /the file must be an object/],
      [
        'sendMerger',
        [team, { IDs: [failed.ID], title: 't', abstractList: ['a'], compatibleText: 'c' }],
        'UNKNOWN_MESSAGE',
        /is no message that was sent/,
      ],
      ['forward', [team, 'nothing'], 'UNKNOWN_MESSAGE', /nobody has a message "nothing"/],
      ['forward', [team, failed.ID], 'UNKNOWN_MESSAGE', /is no message that was sent/],
      ['forward', [team, undefined], 'INVALID_ARGUMENT', /ID must be a non-empty string/],
    ] as const) {
      const attempt = (): unknown => send[method]?.(...args);
      expect(attempt, `${method} ${JSON.stringify(args)}`).toThrow(reason);
      expect(attempt).toThrow(expect.objectContaining({ name: 'TimStoreError', code }));
    }
    await settle();
    expect(store.getState()).toBe(before);
  });

  it('forwards what a hop has found, but no tip', async () => {
    const found = (ID: string, type: string, payload: object): object => ({
      ID,
      conversationID: team,
      from: 'alice',
      status: 'success',
      type,
      payload,
    });
    const messageList = [
      found('1-2-3', 'TIMGroupTipElem', { operationType: 1, operatorID: 'alice', userIDList: ['bob'] }),
      found('1-2-4', 'TIMTextElem', { text: 'one' }),
    ];
    const forwarded: unknown[] = [];
    const { store, finish } = await createReadyWorld({
      sdk,
      wrap: (raw) =>
        Object.assign(
          { ...raw },
          {
            getMessageListHopping: () => Promise.resolve({ code: 0, data: { messageList } }),
            createForwardMessage: ({ payload }: { readonly payload: unknown }) => {
              forwarded.push(payload);
              return raw.createTextMessage({
                to: 'team',
                conversationType: 'GROUP',
                payload: { text: 'one' },
              });
            },
          },
        ),
    });
    const { getHopping, forward } = store.actions.messages;
    await finish(getHopping(team));
    expect(() => forward(team, '1-2-3')).toThrow(/is no message that was sent/);
    await finish(forward(team, '1-2-4').finished, 1000);
    expect(forwarded).toEqual([messageList[1]]);
  });

  it('says which SDK has what this one lacks', async () => {
    const { store } = await createReadyWorld({
      sdk,
      wrap: (raw) => ({ ...raw, createFaceMessage: undefined as never }),
    });
    const send = (): unknown => store.actions.messages.sendFace(alice, { index: 1, data: '' });
    expect(send).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }));
    expect(send).toThrow(/createFaceMessage/);
  });
});
