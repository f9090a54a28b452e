import type { Message } from 'tim-reactive';
import { c2cID, groupID, selectTimeline } from 'tim-reactive';
import type * as react from 'tim-reactive/react';
import type { ChatWorld } from './chat-world.ts';
import { createChatWorld } from './chat-world.ts';

/** One hook (and composable of the same name): what it shows of a value, before something changes, and after. */
export interface EntityCase {
  readonly hook: Exclude<keyof typeof react, 'TimProvider'>;
  /** What it is called with, in this world. */
  readonly args: (world: ChatWorld) => readonly unknown[];
  /** The part of its answer that is looked at; all of it unless told. */
  readonly show?: (answer: never) => unknown;
  readonly before: unknown;
  readonly change: (world: ChatWorld) => unknown;
  readonly after: unknown;
}

/** `me`, logged in, with friends, a group of which I am the owner, and messages in it. */
export async function createEntityWorld(): Promise<ChatWorld> {
  const world = createChatWorld({
    prepare: (server) => {
      server.addUser('carol', { nick: 'Carol' });
      server.befriend('me', 'alice');
      server.addGroup('team', {
        ownerID: 'me',
        memberIDs: ['alice', 'bob'],
        name: 'The team',
        joinOption: 'NeedPermission',
      });
      server.send({
        from: 'alice',
        to: 'team',
        type: 'TIMTextElem',
        payload: { text: 'hello all' },
        isSupportExtension: true,
      });
      server.send({
        from: 'me',
        to: 'alice',
        type: 'TIMTextElem',
        payload: { text: 'read me' },
        needReadReceipt: true,
      });
    },
    methods: {
      getTopicList: () =>
        Promise.resolve({
          code: 0,
          data: { successTopicList: [{ topicID: 'team@TOPIC#1', topicName: 'News' }], failureTopicList: [] },
        }),
    },
  });
  world.sdk.registerPlugin({ 'tim-upload-plugin': () => undefined });
  await world.login();
  await world.run(({ messages }) => messages.load(groupID('team')));
  await world.run(({ messages }) => messages.load(c2cID('alice')));
  await world.run(({ members }) => members.load('team'));
  world.server.failNext('upload', { code: 2400 });
  const file = { name: 'plan.pdf', size: 2048 };
  await world.run(({ messages }) => messages.sendFile(c2cID('bob'), file).finished.catch(() => undefined));
  return world;
}

/** Alice's message in the group. */
const hello = ({ store }: ChatWorld): Message => {
  const message = selectTimeline(store.getState(), groupID('team'))
    .toArray()
    .find(({ type }) => type === 'TIMTextElem');
  if (message === undefined) throw new Error('the group has no text');
  return message;
};

/** My message to alice, which wants a receipt. */
const asking = ({ store }: ChatWorld): Message => {
  const message = selectTimeline(store.getState(), c2cID('alice')).at(-1);
  if (message?.needReadReceipt !== true) throw new Error('the last message wants no receipt');
  return message;
};

/** The file that I could not send to bob. */
const unsent = ({ store }: ChatWorld): Message => {
  const message = selectTimeline(store.getState(), c2cID('bob')).at(-1);
  if (message?.type !== 'TIMFileElem') throw new Error('the last message to bob is no file');
  return message;
};

const none = (): readonly unknown[] => [];
const team = (): readonly unknown[] => ['team'];
const alice = (): readonly unknown[] => ['alice'];
const helloID = (world: ChatWorld): readonly unknown[] => [hello(world).ID];

/** Somebody asks to join the group. */
async function apply({ server, clock }: ChatWorld): Promise<void> {
  const carol = server.createSdk();
  await Promise.all([carol.login({ userID: 'carol', userSig: 'any' }), clock.advance(0)]);
  await clock.advance(1000);
  await Promise.all([
    carol.joinGroup({ groupID: 'team', applyMessage: 'may I', type: 'Public' }),
    clock.advance(0),
  ]);
}

/** Every hook that shows a part of the state by itself. */
export const entityCases: readonly EntityCase[] = [
  {
    hook: 'useGroups',
    args: none,
    show: (groups: readonly { name: string }[]) => groups.map(({ name }) => name),
    before: ['The team'],
    change: ({ server }) => server.group('team').setProfile({ name: 'Renamed' }),
    after: ['Renamed'],
  },
  {
    hook: 'useGroup',
    args: team,
    show: (group: { name: string }) => group.name,
    before: 'The team',
    change: ({ run }) => run(({ groups }) => groups.updateProfile('team', { name: 'Renamed' })),
    after: 'Renamed',
  },
  {
    hook: 'useGroupPermissions',
    args: team,
    show: ({ canDismiss }: { canDismiss: boolean }) => canDismiss,
    before: true,
    change: ({ run }) => run(({ groups }) => groups.changeOwner('team', 'alice')),
    after: false,
  },
  {
    hook: 'useGroupApplications',
    args: none,
    show: (list: readonly { userID: string }[]) => list.map(({ userID }) => userID),
    before: [],
    change: apply,
    after: ['carol'],
  },
  {
    hook: 'useGroupAttributes',
    args: () => ['room'],
    before: {},
    change: async ({ run, server }) => {
      server.addGroup('room', { ownerID: 'alice', type: 'AVChatRoom' });
      await run(({ groups }) => groups.join('room', { type: 'AVChatRoom' }));
      await run(({ groups }) => groups.setAttributes('room', { topic: 'cats' }));
    },
    after: { topic: 'cats' },
  },
  {
    hook: 'useGroupCounters',
    args: team,
    before: {},
    change: ({ run }) => run(({ groups }) => groups.setCounters('team', { likes: 3 })),
    after: { likes: 3 },
  },
  {
    hook: 'useOnlineMemberCount',
    args: team,
    show: (count: unknown) => typeof count,
    before: 'undefined',
    change: ({ run }) => run(({ groups }) => groups.getOnlineMemberCount('team')),
    after: 'number',
  },
  {
    hook: 'useTopics',
    args: team,
    show: (topics: readonly { topicName: string }[]) => topics.map(({ topicName }) => topicName),
    before: [],
    change: ({ run }) => run(({ groups }) => groups.getTopicList('team')),
    after: ['News'],
  },
  {
    hook: 'usePinnedMessages',
    args: team,
    show: (messages: readonly Message[]) => messages.length,
    before: 0,
    change: (world) => world.run(({ messages }) => messages.pin(hello(world).ID, true)),
    after: 1,
  },
  {
    hook: 'useGroupMember',
    args: () => ['team', 'alice'],
    show: ({ role }: { role: string }) => role,
    before: 'Member',
    change: ({ run }) => run(({ members }) => members.setRole('team', 'alice', 'Admin')),
    after: 'Admin',
  },
  {
    hook: 'useMemberName',
    args: () => ['team', 'alice'],
    before: 'Alice',
    change: ({ run }) => run(({ members }) => members.setNameCard('team', 'alice', 'Al')),
    after: 'Al',
  },
  {
    hook: 'useIsMuted',
    args: () => ['team', 'alice'],
    before: false,
    change: ({ run }) => run(({ members }) => members.setMuteTime('team', 'alice', 60)),
    after: true,
  },
  {
    hook: 'useFriends',
    args: none,
    show: (friends: readonly { userID: string }[]) => friends.map(({ userID }) => userID),
    before: ['alice'],
    change: ({ server }) => server.befriend('me', 'bob'),
    after: ['alice', 'bob'],
  },
  {
    hook: 'useFriend',
    args: alice,
    show: ({ remark }: { remark: string }) => remark,
    before: '',
    change: ({ run }) => run(({ friends }) => friends.update('alice', { remark: 'Ally' })),
    after: 'Ally',
  },
  {
    hook: 'useFriendApplications',
    args: none,
    show: (list: readonly { userID: string }[]) => list.map(({ userID }) => userID),
    before: [],
    change: ({ server }) => {
      server.setProfile('me', { allowType: 'AllowType_Type_NeedConfirm' });
      server.requestFriend('carol', 'me');
    },
    after: ['carol'],
  },
  {
    hook: 'useUnreadFriendApplicationCount',
    args: none,
    before: 0,
    change: ({ server }) => {
      server.setProfile('me', { allowType: 'AllowType_Type_NeedConfirm' });
      server.requestFriend('carol', 'me');
    },
    after: 1,
  },
  {
    hook: 'useFriendGroups',
    args: none,
    show: (groups: readonly { name: string }[]) => groups.map(({ name }) => name),
    before: [],
    change: ({ run }) => run(({ friends }) => friends.createGroup('Family', ['alice'])),
    after: ['Family'],
  },
  {
    hook: 'useBlocklist',
    args: none,
    before: [],
    change: ({ run }) => run(({ blocklist }) => blocklist.add(['carol'])),
    after: ['carol'],
  },
  {
    hook: 'useIsBlocked',
    args: () => ['carol'],
    before: false,
    change: ({ run }) => run(({ blocklist }) => blocklist.add(['carol'])),
    after: true,
  },
  {
    hook: 'useProfile',
    args: alice,
    show: ({ nick }: { nick: string }) => nick,
    before: 'Alice',
    change: ({ server }) => server.setProfile('alice', { nick: 'Alicia' }),
    after: 'Alicia',
  },
  {
    hook: 'useMyProfile',
    args: none,
    show: ({ nick }: { nick: string }) => nick,
    before: '',
    change: ({ run }) => run(({ profiles }) => profiles.updateMine({ nick: 'Me' })),
    after: 'Me',
  },
  {
    hook: 'useUserName',
    args: alice,
    before: 'Alice',
    change: ({ run }) => run(({ friends }) => friends.update('alice', { remark: 'Ally' })),
    after: 'Ally',
  },
  {
    hook: 'useUserStatus',
    args: () => ['carol'],
    show: (status: { customStatus: string } | undefined) => status?.customStatus ?? '',
    before: '',
    change: async ({ run, server }) => {
      server.setStatus('carol', { customStatus: 'busy' });
      await run(({ profiles }) => profiles.getStatus(['carol']));
    },
    after: 'busy',
  },
  {
    hook: 'useConversationGroups',
    args: none,
    before: [],
    change: ({ run }) => run(({ conversations }) => conversations.createGroup('Work', [c2cID('alice')])),
    after: ['Work'],
  },
  {
    hook: 'useDraft',
    args: () => [c2cID('alice')],
    before: '',
    change: ({ run }) => run(({ conversations }) => conversations.setDraft(c2cID('alice'), 'Dear')),
    after: 'Dear',
  },
  {
    hook: 'useIsTyping',
    args: () => [c2cID('alice')],
    before: false,
    change: async ({ server, clock }) => {
      server.send({
        from: 'alice',
        to: 'me',
        type: 'TIMCustomElem',
        payload: {
          data: '{"businessID":"user_typing_status","typingStatus":1}',
          description: '',
          extension: '',
        },
        onlineUserOnly: true,
      });
      await clock.advance(0);
    },
    after: true,
  },
  {
    hook: 'useConversationName',
    args: () => [groupID('team')],
    before: 'The team',
    change: ({ run }) => run(({ groups }) => groups.updateProfile('team', { name: 'Renamed' })),
    after: 'Renamed',
  },
  {
    hook: 'useMessage',
    args: helloID,
    show: ({ isRevoked }: Message) => isRevoked,
    before: false,
    change: (world) => world.server.revoke(hello(world).ID),
    after: true,
  },
  {
    hook: 'useSenderName',
    args: (world) => [hello(world)],
    before: 'Alice',
    change: ({ run }) => run(({ members }) => members.setNameCard('team', 'alice', 'Al')),
    after: 'Al',
  },
  {
    hook: 'useReadReceipt',
    args: (world) => [asking(world).ID],
    show: (receipt: { isPeerRead: boolean } | undefined) => receipt?.isPeerRead ?? false,
    before: false,
    change: (world) => world.server.sendReceipt('alice', asking(world).ID),
    after: true,
  },
  {
    hook: 'useIsRevocable',
    args: (world) => [asking(world).ID],
    before: true,
    change: ({ clock }) => clock.advance(120_000),
    after: false,
  },
  {
    hook: 'useUploadProgress',
    args: (world) => [unsent(world).ID],
    before: undefined,
    change: async (world) => {
      world.server.hangNext('upload', { atPercent: 50 });
      world.store.actions.messages.resend(unsent(world).ID);
      await world.clock.advance(16);
    },
    after: 50,
  },
  {
    hook: 'useReactions',
    args: helloID,
    show: (reactions: readonly { reactionID: string }[]) => reactions.map(({ reactionID }) => reactionID),
    before: [],
    change: (world) => world.run(({ messages }) => messages.addReaction(hello(world).ID, 'ok')),
    after: ['ok'],
  },
  {
    hook: 'useExtensions',
    args: helloID,
    before: {},
    change: (world) => world.server.setExtensions('alice', hello(world).ID, { vote: 'yes' }),
    after: { vote: 'yes' },
  },
];
