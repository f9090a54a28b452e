import { TYPES } from 'tim-reactive';
import type { MessageToSend } from 'tim-reactive/memory';
import { CLIP, CLIP_SIZE } from './clip.ts';
import { drawing, tone } from './media.ts';

/** How far apart two of them are, in seconds. */
const STEP = 50;

/** One message of each type, into a group of Carol, Dave and Erin, the last at `endTime` (seconds). */
export function showAndTell(to: string, endTime: number): readonly MessageToSend[] {
  const messages = contents(to);
  return messages.map((content, index) => ({
    from: 'carol',
    to,
    ...content,
    time: endTime - (messages.length - 1 - index) * STEP,
  }));
}

type Content = Pick<MessageToSend, 'type' | 'payload'> & Partial<MessageToSend>;

function contents(to: string): readonly Content[] {
  const text = (words: string, from = 'carol'): Content => ({
    from,
    type: TYPES.MSG_TEXT,
    payload: { text: words },
  });
  const poem = new TextEncoder().encode('The map\nneeds no signal.\n');
  return [
    {
      type: TYPES.MSG_GRP_TIP,
      payload: {
        operationType: TYPES.GRP_TIP_GRP_PROFILE_UPDATED,
        operatorID: 'carol',
        userIDList: [],
        memberList: [],
        newGroupProfile: { groupName: 'Show and tell' },
        groupProfile: { groupID: to, name: 'Show and tell' },
      },
    },
    text('One thing of every kind, please! I begin. [TUIEmoji_Smile]'),
    { type: TYPES.MSG_IMAGE, payload: image(drawing('#8cc4e8')) },
    {
      from: 'dave',
      type: TYPES.MSG_AUDIO,
      payload: { uuid: 'hum', second: 2, size: 8044, remoteAudioUrl: tone(2), url: tone(2) },
    },
    { from: 'erin', type: TYPES.MSG_VIDEO, payload: video() },
    {
      type: TYPES.MSG_FILE,
      payload: {
        uuid: 'poem',
        fileName: 'A poem about maps.txt',
        fileSize: poem.length,
        fileUrl: `data:text/plain;base64,${btoa(String.fromCharCode(...poem))}`,
      },
    },
    {
      from: 'dave',
      type: TYPES.MSG_CUSTOM,
      payload: {
        data: '{"businessID":"order","item":"pancakes"}',
        description: 'An order: pancakes',
        extension: '',
      },
    },
    { from: 'erin', type: TYPES.MSG_FACE, payload: { index: 1, data: 'party' } },
    {
      type: TYPES.MSG_LOCATION,
      payload: { description: 'The viewpoint above the hut', longitude: 11.3811, latitude: 47.3122 },
    },
    { from: 'dave', type: TYPES.MSG_MERGER, payload: merger() },
    { from: 'erin', type: 'TIMHologramElem', payload: { rays: 12 } },
    text('What was that last one, Erin?', 'dave'),
  ];
}

function image(url: string): MessageToSend['payload'] {
  const imageInfoArray = [1, 2, 3].map((sizeType) => ({
    instanceID: sizeType,
    sizeType,
    type: sizeType - 1,
    size: 700,
    width: 480,
    height: 320,
    imageUrl: url,
    url,
  }));
  return { uuid: 'hills', imageFormat: 255, imageInfoArray };
}

function video(): MessageToSend['payload'] {
  return {
    videoUUID: 'sunrise',
    remoteVideoUrl: CLIP,
    videoUrl: CLIP,
    videoFormat: 'webm',
    videoSecond: 2,
    videoSize: CLIP_SIZE,
    snapshotUrl: drawing('#f0b27a'),
    thumbUrl: drawing('#f0b27a'),
    snapshotWidth: 160,
    snapshotHeight: 90,
    snapshotSize: 700,
  };
}

function merger(): MessageToSend['payload'] {
  const said = (from: string, nick: string, messageBody: readonly Content[]) => ({
    ID: `merged-${nick}`,
    from,
    messageSender: from,
    nick,
    avatar: '',
    time: 1_760_000_000,
    cloudCustomData: '',
    messageBody,
  });
  return {
    title: 'Chat history of the cabin',
    abstractList: ['Dave: Where is the key?', 'Aunt Emma: [Image]'],
    compatibleText: 'Forwarded messages',
    downloadKey: '',
    layersOverLimit: false,
    version: 0,
    messageList: [
      said('dave', 'Dave', [{ type: TYPES.MSG_TEXT, payload: { text: 'Where is the key?' } }]),
      said('emma', 'Aunt Emma', [{ type: TYPES.MSG_IMAGE, payload: image(drawing('#d7bde2')) }]),
    ],
  };
}
