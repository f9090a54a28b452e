// The vendor's table of what each type of group allows, as it is in the documentation of its features.
import type { MemorySdk, MemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, texts } from './world.ts';

const GROUP = 'group';
const TYPES = { Work: 'Private', Public: 'Public', Meeting: 'ChatRoom', AVChatRoom: 'AVChatRoom' } as const;
type Type = keyof typeof TYPES;

const CALLS: Readonly<Record<string, (sdk: MemorySdk) => Promise<unknown>>> = {
  'appoint an admin': (sdk) => sdk.setGroupMemberRole({ groupID: GROUP, userID: 'target', role: 'Admin' }),
  'change the profile': (sdk) => sdk.updateGroupProfile({ groupID: GROUP, introduction: 'new' }),
  'dismiss the group': (sdk) => sdk.dismissGroup(GROUP),
  'leave it': (sdk) => sdk.quitGroup(GROUP),
  'invite somebody': (sdk) => sdk.addGroupMember({ groupID: GROUP, userIDList: ['outsider'] }),
  'remove a member': (sdk) => sdk.deleteGroupMember({ groupID: GROUP, userIDList: ['target'] }),
  'mute a member': (sdk) => sdk.setGroupMemberMuteTime({ groupID: GROUP, userID: 'target', muteTime: 60 }),
};

/** Who may, by type. Work groups and rooms have no admins. */
const ALLOWED: Readonly<Record<keyof typeof CALLS, Readonly<Record<Type, string>>>> = {
  'appoint an admin': { Work: '', Public: 'owner', Meeting: 'owner', AVChatRoom: '' },
  'change the profile': {
    Work: 'owner member',
    Public: 'owner admin',
    Meeting: 'owner admin',
    AVChatRoom: 'owner',
  },
  'dismiss the group': { Work: '', Public: 'owner', Meeting: 'owner', AVChatRoom: 'owner' },
  'leave it': {
    Work: 'owner member',
    Public: 'admin member',
    Meeting: 'admin member',
    AVChatRoom: 'member',
  },
  'invite somebody': { Work: 'owner member', Public: '', Meeting: '', AVChatRoom: '' },
  'remove a member': { Work: 'owner', Public: 'owner admin', Meeting: 'owner admin', AVChatRoom: '' },
  'mute a member': { Work: '', Public: 'owner admin', Meeting: 'owner admin', AVChatRoom: 'owner' },
};

const rolesOf = (type: Type): readonly string[] =>
  type === 'Public' || type === 'Meeting' ? ['owner', 'admin', 'member'] : ['owner', 'member'];

const cases = Object.entries(ALLOWED).flatMap(([call, byType]) =>
  (Object.keys(TYPES) as Type[]).flatMap((type) =>
    rolesOf(type).map((role) => ({ call, type, role, isAllowed: byType[type].split(' ').includes(role) })),
  ),
);

function addGroup(server: MemoryServer, type: Type): void {
  for (const userID of ['owner', 'admin', 'member', 'target', 'outsider']) server.addUser(userID);
  const adminIDs = rolesOf(type).includes('admin') ? ['admin'] : [];
  server.addGroup(GROUP, {
    ownerID: 'owner',
    memberIDs: ['member', 'target'],
    adminIDs,
    type: TYPES[type],
  });
}

describe.each(['2.x', '3.x'] as const)('in %s', (flavour) => {
  it.each(cases)('the $role of a $type group may $call: $isAllowed', async (one) => {
    const { server, connect, run, codeOf } = createTestWorld();
    addGroup(server, one.type);
    const { sdk } = await connect(one.role, { flavour });
    // Nobody is in a room without coming in at each login.
    if (one.type === 'AVChatRoom') await run(sdk.joinGroup({ groupID: GROUP }));
    const code = await codeOf(CALLS[one.call]?.(sdk) ?? Promise.reject(new Error('no such call')));
    expect(code === 0).toBe(one.isAllowed);
    expect(code).toEqual(expect.any(Number));
  });
});

describe.each([
  { type: 'Work', join: 10007, history: [], tips: 1, unread: 1 },
  { type: 'Public', join: 'WaitAdminApproval', history: [], tips: 1, unread: 1 },
  { type: 'Meeting', join: 'JoinedSuccess', history: ['before'], tips: 0, unread: 0 },
  { type: 'AVChatRoom', join: 'JoinedSuccess', history: [], tips: 1, unread: 0 },
] as const)('a $type group', ({ type, join, history, tips, unread }) => {
  const world = async (userID: string) => {
    const made = createTestWorld();
    addGroup(made.server, type);
    const client = await made.connect(userID);
    return { ...made, ...client };
  };

  it(`answers an attempt to join with ${join}`, async () => {
    const { sdk, run } = await world('outsider');
    const tried = sdk.joinGroup({ groupID: GROUP }).then(
      ({ data }) => data.status,
      (error: unknown) => (error as { readonly code: number }).code,
    );
    expect(await run(tried)).toBe(join);
  });

  it(`shows a newcomer ${history.length} of the messages from before`, async () => {
    const { server, sdk, run, clock } = await world('outsider');
    server.sendText({ from: 'owner', to: GROUP, text: 'before' });
    server.group(GROUP).join('outsider');
    await clock.advance(3000);
    const { data } = await run(sdk.getMessageListHopping({ conversationID: `GROUP${GROUP}`, count: 15 }));
    expect(texts(data.messageList.filter((message) => message.type === 'TIMTextElem'))).toEqual(history);
  });

  it(`tells ${tips === 0 ? 'nobody' : 'everybody'} who comes`, async () => {
    const { server, sdk, received, run, clock } = await world('member');
    if (type === 'AVChatRoom') await run(sdk.joinGroup({ groupID: GROUP }));
    await clock.advance(0);
    const before = received().length;
    server.group(GROUP).join('outsider');
    await clock.advance(0);
    expect(received().length - before).toBe(tips);
  });

  it(`counts ${unread} unread of one message`, async () => {
    const { server, sdk, run, clock } = await world('member');
    if (type === 'AVChatRoom') await run(sdk.joinGroup({ groupID: GROUP }));
    await clock.advance(2000);
    server.sendText({ from: 'owner', to: GROUP, text: 'hello' });
    await clock.advance(2000);
    const { data } = await run(sdk.getConversationList());
    const row = data.conversationList.find(({ conversationID }) => conversationID === `GROUP${GROUP}`);
    expect(row?.unreadCount).toBe(unread);
    expect(server.truth.unreadCount('member', `GROUP${GROUP}`)).toBe(unread);
  });
});
