import type { Message } from '@tencentcloud/chat';
import { enter, type Scenario } from '../stage.ts';

const getters = ['elements', 'toAccount', 'subType'] as const;

/** What the create methods make, field by field. */
export const creating: Scenario = {
  name: 'creating',
  async play(stage) {
    const { sdk, step, others, note } = stage;
    others.setUser('me', { nick: 'Me', avatar: 'me.png' });
    others.addGroup('team', ['me', 'alice']);
    others.sayInGroup('alice', 'team', 'welcome');
    await enter(stage);
    const to = { to: 'alice', conversationType: 'C2C' as never };
    const toTeam = { to: 'team', conversationType: 'GROUP' as never };
    const makers: Readonly<Record<string, () => Message>> = {
      text: () => sdk.createTextMessage({ ...to, payload: { text: 'hello' } }),
      'text for a group': () => sdk.createTextMessage({ ...toTeam, payload: { text: 'hello' } }),
      'text with all options': () =>
        sdk.createTextMessage({
          ...toTeam,
          payload: { text: 'hello' },
          priority: 'High' as never,
          needReadReceipt: true,
          isSupportExtension: true,
          cloudCustomData: 'data',
          receiverList: ['alice'],
        }),
      mention: () =>
        sdk.createTextAtMessage({
          ...toTeam,
          payload: { text: '@all', atUserList: ['alice', '__kImSDK_MesssageAtALL__'] },
        }),
      custom: () =>
        sdk.createCustomMessage({ ...to, payload: { data: 'd', description: 'x', extension: 'e' } }),
      'custom, data only': () => sdk.createCustomMessage({ ...to, payload: { data: 'd' } as never }),
      face: () => sdk.createFaceMessage({ ...to, payload: { index: 1, data: 'smile' } }),
      location: () =>
        sdk.createLocationMessage({
          ...to,
          payload: { description: 'here', longitude: 1.5, latitude: -2 },
        }),
      merger: () => {
        const inner = sdk.createTextMessage({ ...to, payload: { text: 'inner' } });
        return sdk.createMergerMessage({
          ...to,
          payload: {
            messageList: [inner],
            title: 'title',
            abstractList: ['a'],
            compatibleText: 'old',
          },
        });
      },
      forward: () => {
        const inner = sdk.createTextMessage({ ...to, payload: { text: 'inner' }, cloudCustomData: 'c' });
        return sdk.createForwardMessage({ ...toTeam, payload: inner });
      },
      image: () => sdk.createImageMessage({ ...to, payload: { file: fileNamed('a.png', 'image/png') } }),
      file: () => sdk.createFileMessage({ ...to, payload: { file: fileNamed('a.txt', 'text/plain') } }),
      video: () => sdk.createVideoMessage({ ...to, payload: { file: fileNamed('a.mp4', 'video/mp4') } }),
      audio: () =>
        sdk.createAudioMessage({ ...to, payload: { file: fileNamed('a.mp3', 'audio/mpeg') as never } }),
    };
    for (const [label, make] of Object.entries(makers)) {
      const message = await step(label, make, 0);
      note('keys', Object.keys(message ?? {}).join(' '));
      note(
        'getters',
        getters.filter((key) => message && key in message && !Object.hasOwn(message, key)).join(' '),
      );
    }
  },
};

const fileNamed = (name: string, type: string): File => new File(['content'], name, { type });
