import type { MessageContent } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/messages/read-payload.ts';
import { messageOf } from './arbitrary-messages.ts';

/** The SDK's type and payload, and what becomes of them; where they are the same, once. */
const TABLE: readonly (readonly [name: string, type: string, payload: unknown, read: object])[] = [
  ['a text', 'TIMTextElem', { text: 'hello' }, { text: 'hello' }],
  [
    'an image, without the number that each parse makes up',
    'TIMImageElem',
    {
      imageFormat: 1,
      uuid: 'u.jpg',
      imageInfoArray: [
        {
          instanceID: 6981247,
          sizeType: 1,
          type: 0,
          size: 9,
          width: 3,
          height: 2,
          imageUrl: 'https://b',
          url: 'https://a',
        },
        {
          instanceID: 20659,
          sizeType: 3,
          type: 2,
          size: 0,
          width: 0,
          height: 0,
          imageUrl: 'https://c',
          url: '',
        },
      ],
    },
    {
      imageFormat: 1,
      uuid: 'u.jpg',
      imageInfoArray: [
        { type: 0, size: 9, width: 3, height: 2, url: 'https://a' },
        { type: 2, size: 0, width: 0, height: 0, url: 'https://c' },
      ],
    },
  ],
  [
    'a received voice message',
    'TIMSoundElem',
    { downloadFlag: 2, second: 7, size: 10, remoteAudioUrl: 'https://r', url: 'https://u', uuid: 'u' },
    { uuid: 'u', url: 'https://u', second: 7, size: 10 },
  ],
  [
    'an own voice message, which has no url',
    'TIMSoundElem',
    { downloadFlag: 2, second: 7, size: 10, remoteAudioUrl: 'https://r', uuid: 'u' },
    { uuid: 'u', url: 'https://r', second: 7, size: 10 },
  ],
  [
    'a video',
    'TIMVideoFileElem',
    {
      remoteVideoUrl: 'https://r',
      videoFormat: 'mp4',
      videoSecond: 4,
      videoSize: 10,
      videoUrl: '',
      videoDownloadFlag: 2,
      videoUUID: 'u',
      thumbUrl: 'https://t',
      snapshotUrl: '',
      snapshotWidth: 200,
      snapshotHeight: 100,
      snapshotSize: 1,
    },
    {
      videoUUID: 'u',
      videoUrl: 'https://r',
      videoFormat: 'mp4',
      videoSecond: 4,
      videoSize: 10,
      snapshotUrl: 'https://t',
      snapshotWidth: 200,
      snapshotHeight: 100,
      snapshotSize: 1,
    },
  ],
  [
    'a file',
    'TIMFileElem',
    {
      downloadFlag: 2,
      fileUrl: 'https://f',
      remoteFileUrl: 'https://r',
      uuid: 'u',
      fileName: 'a.txt',
      fileSize: 10,
    },
    { uuid: 'u', fileName: 'a.txt', fileSize: 10, fileUrl: 'https://f' },
  ],
  [
    'a custom message',
    'TIMCustomElem',
    { data: '{"x":1}', description: 'd', extension: 'e' },
    { data: '{"x":1}', description: 'd', extension: 'e' },
  ],
  ['a sticker', 'TIMFaceElem', { index: 1, data: 'tt00' }, { index: 1, data: 'tt00' }],
  [
    'a place',
    'TIMLocationElem',
    { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 },
    { description: 'Shenzhen', longitude: 113.9, latitude: 22.5 },
  ],
  [
    'a merger, with what its messages hold',
    'TIMRelayElem',
    {
      downloadKey: '',
      pbDownloadKey: '',
      version: 0,
      layersOverLimit: false,
      title: 't',
      abstractList: ['a: b'],
      compatibleText: 'c',
      messageList: [
        {
          ID: '1-2-3',
          from: 'alice',
          messageSender: 'alice',
          time: 5,
          nick: 'Alice',
          avatar: 'https://a',
          cloudCustomData: '',
          messageRandom: 3,
          messageBody: [
            { type: 'TIMTextElem', payload: { text: 'hello' } },
            { type: 'TIMHologramElem', payload: { depth: 3 } },
          ],
        },
      ],
    },
    {
      downloadKey: '',
      layersOverLimit: false,
      title: 't',
      abstractList: ['a: b'],
      compatibleText: 'c',
      messageList: [
        {
          ID: '1-2-3',
          from: 'alice',
          nick: 'Alice',
          avatar: 'https://a',
          time: 5,
          cloudCustomData: '',
          messageBody: [
            { type: 'TIMTextElem', payload: { text: 'hello' } },
            { type: 'unknown', payload: { type: 'TIMHologramElem', payload: { depth: 3 } } },
          ],
        },
      ],
    },
  ],
];

describe('readContent', () => {
  it.each(TABLE)('reads %s', (_, type, payload, read) => {
    expect(readContent(type, payload)).toEqual({ type, payload: read });
  });

  it('reads what is said of a group', () => {
    expect(
      readContent('TIMGroupTipElem', { operationType: 1, operatorID: 'alice', userIDList: ['bob'] }),
    ).toMatchObject({
      type: 'TIMGroupTipElem',
      payload: { operationType: 1, operatorID: 'alice', userIDList: ['bob'] },
    });
    expect(readContent('TIMGroupSystemNoticeElem', { operationType: 2, operatorID: 'alice' })).toMatchObject({
      type: 'TIMGroupSystemNoticeElem',
      payload: { operationType: 2, operatorID: 'alice' },
    });
  });

  it('knows of which group a tip tells, though lite’s history does not say', () => {
    const tip = { operationType: 1, operatorID: 'alice', userIDList: ['bob'] };
    const groupOf = (payload: object): unknown => {
      const message = messageOf({
        type: 'TIMGroupTipElem',
        conversationID: 'GROUPteam',
        to: 'team',
        payload,
      });
      return Reflect.get(message.payload, 'groupProfile');
    };
    expect(groupOf(tip)).toMatchObject({ groupID: 'team' });
    expect(groupOf({ ...tip, groupProfile: { groupID: 'other' } })).toMatchObject({ groupID: 'other' });
  });

  it.each(['TIMHologramElem', '', 'constructor', '__proto__', 'TIM'])(
    'keeps a message of the type "%s" as unknown',
    (type) => {
      expect(readContent(type, { depth: [3] })).toEqual({
        type: 'unknown',
        payload: { type, payload: { depth: [3] } },
      });
    },
  );

  it.each([...new Set(TABLE.map(([, type]) => type)), 'TIMGroupTipElem', 'TIMGroupSystemNoticeElem'])(
    'reads a %s that holds nothing, or nonsense, as empty',
    (type) => {
      const empty = readContent(type, {});
      expect(empty.type).toBe(type);
      for (const payload of [
        undefined,
        null,
        'text',
        7,
        [],
        { text: 7, messageList: 'x', imageInfoArray: {} },
      ])
        expect(readContent(type, payload)).toEqual(empty);
    },
  );

  it('freezes all of it, and leaves the SDK its own', () => {
    const payload = {
      messageList: [{ messageBody: [{ type: 'TIMTextElem', payload: { text: 'x' } }] }],
      abstractList: [''],
    };
    const content: MessageContent = readContent('TIMRelayElem', payload);
    expect(isFrozen(content)).toBe(true);
    expect(Object.isFrozen(payload.messageList)).toBe(false);
    expect(Object.isFrozen(payload.messageList[0]?.messageBody[0]?.payload)).toBe(false);
  });
});

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}
