// The limits of the vendor's reference: what is refused beyond them, and what is cut in silence.
import type { MemoryMessage, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, seedC2C } from './world.ts';

const text = (bytes: number): string => 'x'.repeat(bytes);
/** Two characters of three bytes, and the rest of one. */
const wideText = (bytes: number): string => `中文${text(bytes - 6)}`;
const many = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

type Call = (sdk: MemorySdk, size: number) => Promise<unknown>;

const update =
  (field: 'name' | 'avatar' | 'introduction' | 'notification'): Call =>
  (sdk, size) =>
    sdk.updateGroupProfile({ groupID: 'mine', [field]: wideText(size) });

const add = (sdk: MemorySdk, more: object): Promise<unknown> =>
  sdk.addFriend({ to: 'bob', source: 'AddSource_Type_Web', type: 'Add_Type_Both', ...more });

/** The bytes of `{"text":""}`. */
const SHELL = 11;
const says = (sdk: MemorySdk, size: number): MemoryMessage =>
  sdk.createTextMessage({
    to: 'alice',
    conversationType: 'C2C',
    payload: { text: wideText(size - SHELL) },
  });

const setAttributes = (sdk: MemorySdk, groupAttributes: Readonly<Record<string, string>>) =>
  sdk.setGroupAttributes({ groupID: 'mine', groupAttributes });

describe.each<readonly [what: string, most: number, code: number, call: Call]>([
  ['bytes of a name of a group', 30, 10004, update('name')],
  ['bytes of an avatar of a group', 100, 10004, update('avatar')],
  ['bytes of an introduction', 240, 10004, update('introduction')],
  ['bytes of a notification', 300, 10004, update('notification')],
  [
    'members of a group, by its own setting',
    6000,
    10004,
    (sdk, size) => sdk.updateGroupProfile({ groupID: 'mine', maxMemberNum: size }),
  ],
  [
    'bytes of the name of a new group',
    30,
    10004,
    (sdk, size) => sdk.createGroup({ type: 'Public', name: wideText(size) }),
  ],
  [
    'members at once',
    500,
    10004,
    (sdk, size) =>
      sdk.addGroupMember({
        groupID: 'work',
        userIDList: ['bob', ...many(size - 1, (index) => `user${index}`)],
      }),
  ],
  ['bytes of a text message, as JSON', 12_288, 80_002, (sdk, size) => sdk.sendMessage(says(sdk, size))],
  [
    'bytes of what a message is changed to',
    12_288,
    80_002,
    async (sdk, size) => {
      const message = says(sdk, 100);
      await sdk.sendMessage(message);
      Object.assign(message.payload, { text: wideText(size - SHELL) });
      return sdk.modifyMessage(message);
    },
  ],
  ['bytes of a friend request', 256, 30001, (sdk, size) => add(sdk, { wording: wideText(size) })],
  ['bytes of a new friend’s remark', 96, 30001, (sdk, size) => add(sdk, { remark: wideText(size) })],
  [
    'bytes of the name of a list of friends',
    30,
    30001,
    (sdk, size) => add(sdk, { groupName: wideText(size) }),
  ],
  [
    'bytes of a friend’s remark',
    96,
    30001,
    (sdk, size) => sdk.updateFriend({ userID: 'alice', remark: wideText(size) }),
  ],
  [
    'attributes of a group',
    16,
    10004,
    (sdk, size) => setAttributes(sdk, Object.fromEntries(many(size, (index) => [`key${index}`, 'x']))),
  ],
  ['bytes of an attribute’s key', 32, 10004, (sdk, size) => setAttributes(sdk, { [text(size)]: 'x' })],
  ['bytes of an attribute’s value', 4096, 10004, (sdk, size) => setAttributes(sdk, { key: text(size) })],
  [
    'bytes of all attributes',
    16_384,
    10004,
    (sdk, size) =>
      setAttributes(sdk, {
        a: text(4095),
        b: text(4095),
        c: text(4095),
        d: text(4094),
        ...(size > 16_384 ? { e: '' } : {}),
        f: '',
      }),
  ],
])('%s', (_what, most, code, call) => {
  it.each([
    { size: most, expected: 0 },
    { size: most + 1, expected: code },
  ])(`$size: $expected`, async ({ size, expected }) => {
    const { server, connect, codeOf } = createTestWorld();
    server.addGroup('mine', { ownerID: 'me' });
    server.addGroup('work', { ownerID: 'me', type: 'Private' });
    server.befriend('me', 'alice');
    const { sdk } = await connect();
    expect(await codeOf(call(sdk, size))).toBe(expected);
  });
});

describe('what is cut in silence', () => {
  it.each<readonly [what: string, left: number, call: (sdk: MemorySdk) => Promise<number>]>([
    [
      'a page of 99 messages',
      15,
      async (sdk) => {
        const { data } = await sdk.getMessageList({ conversationID: 'C2Calice', count: 99 });
        return data.messageList.length;
      },
    ],
    [
      '40 messages to delete',
      30,
      async (sdk) => {
        const options = { conversationID: 'C2Calice', count: 15, direction: 1 } as const;
        const list = [];
        for (const time of [0, 15, 30]) {
          const { data } = await sdk.getMessageListHopping({ ...options, time: START + time });
          list.push(...data.messageList);
        }
        const { data } = await sdk.deleteMessage(list);
        return data.messageList.length;
      },
    ],
    [
      '120 members in a page',
      100,
      async (sdk) =>
        (await sdk.getGroupMemberList({ groupID: 'big', count: 120, offset: 0 })).data.memberList.length,
    ],
    [
      '120 profiles of members',
      50,
      async (sdk) => {
        const userIDList = many(120, (index) => `user${index}`);
        return (await sdk.getGroupMemberProfile({ groupID: 'big', userIDList })).data.memberList.length;
      },
    ],
    [
      '120 profiles of users, in 2.x',
      100,
      async (sdk) =>
        (await sdk.getUserProfile({ userIDList: [...many(120, (index) => `user${index}`)] })).data.length,
    ],
  ])('%s: %i', async (_what, left, call) => {
    const world = createTestWorld();
    for (let index = 0; index < 120; index += 1) world.server.addUser(`user${index}`);
    world.server.addGroup('big', { ownerID: 'me', memberIDs: many(120, (index) => `user${index}`) });
    seedC2C(world, 45);
    const { sdk } = await world.connect('me', { flavour: '2.x' });
    expect(await world.run(call(sdk))).toBe(left);
  });
});

/** When the first of the 45 seeded messages was said. */
const START = 1_760_000_000 - 44;

describe('the limit of a message', () => {
  it('leaves out files, whose URLs a server may be made to answer as data', () => {
    const { server } = createTestWorld();
    const payload = { imageInfoArray: [{ url: `data:image/png;base64,${text(20_000)}` }] };
    const sent = server.send({ from: 'alice', to: 'me', type: 'TIMImageElem', payload });
    expect(server.truth.messages('me', 'C2Calice').map(({ ID }) => ID)).toEqual([sent.ID]);
    const send = () => server.send({ from: 'alice', to: 'me', type: 'TIMCustomElem', payload });
    expect(send).toThrow(expect.objectContaining({ code: 80_002 }));
  });
});
