import fc from 'fast-check';
import type { ConversationID } from 'tim-reactive';
import { c2cID, groupID, selectMessage } from 'tim-reactive';
import type { World, WorldOptions } from '../world.ts';
import { createWorld } from '../world.ts';

/** Who there is. */
export const users = ['me', 'alice', 'bob', 'carol'] as const;
const others = ['alice', 'bob', 'carol'] as const;
/** The groups that there are. */
export const groups = ['team', 'room', 'community'] as const;
/** The conversations that there may be. */
export const conversations: readonly ConversationID[] = [...others.map(c2cID), ...groups.map(groupID)];
/** Two texts, for whatever may have one or the other. */
export const labels = ['one', 'two'] as const;

/** Whom, which group, which conversation, which message, and which of two: what a step may make use of. */
interface Chosen {
  readonly user: (typeof others)[number];
  readonly group: (typeof groups)[number];
  readonly conversation: ConversationID;
  readonly label: (typeof labels)[number];
  readonly isOn: boolean;
  /** A message that the store has; `''` before there is one. */
  readonly ID: string;
}

/** What may happen, by somebody else's doing and by mine. What the server or the store refuses is part of it. */
const STEPS: Record<string, (world: World, chosen: Chosen) => unknown> = {
  'a text': ({ server }, { user, label }) => server.sendText({ from: user, to: 'me', text: label }),
  'a text in a group': ({ server }, { user, group }) =>
    server.sendText({ from: user, to: group, text: group }),
  'a burst': ({ server }, { user }) =>
    server.sendTexts(Array.from({ length: 12 }, (_, at) => ({ from: user, to: 'team', text: `${at}` }))),
  'a name in a text': ({ server }, { user, label }) => {
    server.setProfile(user, { nick: label });
    server.sendText({ from: user, to: 'me', text: label });
  },
  'a repeated text': ({ server }, { ID }) => server.redeliver(ID),
  'a recall': ({ server }, { ID }) => server.revoke(ID),
  'an edit': ({ server, store }, { ID, label }) =>
    selectMessage(store.getState(), ID)?.type === 'TIMTextElem' && server.modify(ID, { text: label }),
  'a reaction': ({ server }, { user, ID, isOn }) => server.react(user, ID, 'ok', isOn),
  'a receipt': ({ server }, { user, ID }) => server.sendReceipt(user, ID),
  'a text that is read': ({ server }, { user }) => {
    const payload = { text: 'read me' };
    const { ID } = server.send({ from: 'me', to: user, type: 'TIMTextElem', payload, needReadReceipt: true });
    server.sendReceipt(user, ID);
  },
  'an extension': ({ server }, { user, ID, label }) => server.setExtensions(user, ID, { label }),
  'a name': ({ server }, { user, label }) => server.setProfile(user, { nick: label }),
  'a status': ({ server }, { user, label }) => server.setStatus(user, { customStatus: label }),
  'a friend': ({ server }, { user, isOn }) => server[isOn ? 'befriend' : 'unfriend']('me', user),
  'a request': ({ server }, { user }) => server.requestFriend(user, 'me'),
  'a peer who reads': ({ server }, { user }) => server.markRead(user, c2cID('me')),
  'a name of a group': ({ server }, { group, label }) => server.group(group).setProfile({ name: label }),
  'a name card': ({ server }, { user, group, label }) => server.group(group).setNameCard(user, label),
  'a mute': ({ server }, { user, group, isOn }) => server.group(group).mute(isOn ? 'me' : user, 30),
  'a mute of all': ({ server }, { group, isOn }) => server.group(group).setProfile({ muteAllMembers: isOn }),
  'a role': ({ server }, { group, isOn }) => server.group(group).setRole('me', isOn ? 'Admin' : 'Member'),
  'a newcomer': ({ server }, { group, user }) => server.group(group).join(user),
  'a leaver': ({ server }, { group, user }) => server.group(group).leave(user),
  'a removal': ({ server }, { group }) => server.group(group).kick(['me']),
  'an invitation': ({ server }, { group }) => server.group(group).invite(['me']),
  'a new owner': ({ server }, { group, isOn }) => server.group(group).handOver(isOn ? 'me' : 'alice'),
  'a topic': ({ server }, { group, label }) => server.group(group).addTopic({ topicName: label }),
  'the network': ({ server, sdk }, { isOn }) => server.network(sdk)[isOn ? 'restore' : 'cut'](),
  'a typing': ({ server }, { user, isOn }) =>
    server.send({
      from: user,
      to: 'me',
      type: 'TIMCustomElem',
      payload: {
        data: `{"businessID":"user_typing_status","typingStatus":${Number(isOn)}}`,
        description: '',
        extension: '',
      },
      onlineUserOnly: true,
    }),
  'a kick': ({ server }, { isOn }) => isOn && server.kick('me'),

  login: ({ store }) => store.actions.session.login({ userID: 'me', userSig: 'sig' }),
  'login of another': ({ store }, { isOn }) =>
    isOn && store.actions.session.login({ userID: 'bob', userSig: 'sig' }),
  'login in vain': ({ server, store }, { isOn }) => {
    if (isOn) server.kick('me');
    server.failNext('login', { code: 70001 });
    return store.actions.session.login({ userID: 'me', userSig: 'sig' });
  },
  logout: ({ store }, { isOn }) => isOn && store.actions.session.logout(),
  send: ({ store }, { conversation, label }) =>
    store.actions.messages.sendText(conversation, label, { needReadReceipt: true, isSupportExtension: true })
      .finished,
  'send a file': ({ store }, { conversation, label }) =>
    store.actions.messages.sendFile(conversation, { name: label, size: 2048 }).finished,
  'send in vain': ({ server, store }, { conversation, label }) => {
    server.failNext('sendMessage', { code: 80001 });
    return store.actions.messages.sendText(conversation, label).finished;
  },
  resend: ({ store }, { ID }) => store.actions.messages.resend(ID).finished,
  revoke: ({ store }, { ID }) => store.actions.messages.revoke(ID),
  delete: ({ store }, { ID }) => store.actions.messages.delete([ID]),
  react: ({ store }, { ID }) => store.actions.messages.addReaction(ID, 'ok'),
  extend: ({ store }, { ID, label }) => store.actions.messages.setExtensions(ID, { label }),
  'pin a message': ({ store }, { ID, isOn }) => store.actions.messages.pin(ID, isOn),
  load: ({ store }, { conversation }) => store.actions.messages.load(conversation),
  'load older': ({ store }, { conversation }) => store.actions.messages.loadOlder(conversation),
  'load around': ({ store }, { conversation, ID }) => store.actions.messages.loadAround(conversation, { ID }),
  read: ({ store }, { conversation }) => store.actions.conversations.setRead(conversation),
  'read all': ({ store }) => store.actions.conversations.setAllRead(),
  draft: ({ store }, { conversation, label }) => store.actions.conversations.setDraft(conversation, label),
  pin: ({ store }, { conversation, isOn }) => store.actions.conversations.pin(conversation, isOn),
  clear: ({ store }, { conversation }) => store.actions.conversations.clearHistory(conversation),
  remove: ({ store }, { conversation }) => store.actions.conversations.delete([conversation]),
  'group conversations': ({ store }, { conversation, label }) =>
    store.actions.conversations.createGroup(label, [conversation]),
  'ungroup conversations': ({ store }, { label }) => store.actions.conversations.deleteGroup(label),
  remark: ({ store }, { user, label }) => store.actions.friends.update(user, { remark: label }),
  'group friends': ({ store }, { user, label }) => store.actions.friends.createGroup(label, [user]),
  'ungroup friends': ({ store }, { label }) => store.actions.friends.deleteGroup(label),
  'ask to be friends': ({ store }, { user }) => store.actions.friends.add(user),
  block: ({ store }, { user, isOn }) => store.actions.blocklist[isOn ? 'add' : 'remove']([user]),
  'name myself': ({ store }, { label }) => store.actions.profiles.updateMine({ nick: label }),
  'ask for a status': ({ store }, { user }) => store.actions.profiles.getStatus([user]),
  'load members': ({ store }, { group }) => store.actions.members.loadMore(group),
  'name a member': ({ store }, { group, label }) => store.actions.members.setNameCard(group, 'me', label),
  'mute a member': ({ store }, { group, user }) => store.actions.members.setMuteTime(group, user, 10),
  quit: ({ store }, { group }) => store.actions.groups.quit(group),
  join: ({ store }, { group }) => store.actions.groups.join(group),
  'set attributes': ({ store }, { group, label }) => store.actions.groups.setAttributes(group, { label }),
  count: ({ store }, { group }) => store.actions.groups.setCounters(group, { likes: 1 }),
  'ask who is online': ({ store }, { group }) => store.actions.groups.getOnlineMemberCount(group),
  'ask for topics': ({ store }, { group }) => store.actions.groups.getTopicList(group),
};

/** Something that happens, and how long nothing happens then. */
export type RandomStep = typeof randomStep extends fc.Arbitrary<infer Step> ? Step : never;

/** Any of these things. */
export const randomStep = fc.record({
  what: fc.constantFrom(...Object.keys(STEPS)),
  user: fc.constantFrom(...others),
  group: fc.constantFrom(...groups),
  conversation: fc.constantFrom(...conversations),
  label: fc.constantFrom(...labels),
  isOn: fc.boolean(),
  message: fc.nat(20),
  pause: fc.constantFrom(0, 10, 200, 2000, 40_000),
});

/** Has it happen; what is refused, at once or later, is no error. */
export async function takeStep(world: World, { what, pause, message, ...chosen }: RandomStep): Promise<void> {
  const rows = [...world.store.getState().messages.timelines].flatMap(([, timeline]) => [...timeline]);
  const ID = rows[message % Math.max(rows.length, 1)]?.ID ?? '';
  try {
    Promise.resolve(STEPS[what]?.(world, { ...chosen, ID })).catch(() => undefined);
  } catch {
    // refused at once
  }
  await world.settle(pause);
}

/** A world for such steps, in which `me` logs in as soon as `watch` has been called. */
export async function createSteppedWorld(
  options: WorldOptions,
  watch: (world: World) => void,
): Promise<World> {
  const world = createWorld({
    server: { latency: 20 },
    store: { retention: { messages: 20, conversations: 2 } },
    expectsErrors: true,
    ...options,
  });
  const { server } = world;
  server.addUser('carol', { nick: 'Carol', allowType: 'AllowType_Type_NeedConfirm' });
  server.setProfile('me', { allowType: 'AllowType_Type_NeedConfirm' });
  server.addGroup('room', { ownerID: 'me', memberIDs: ['alice', 'bob'], type: 'Public' });
  server.addGroup('community', {
    ownerID: 'me',
    memberIDs: ['alice'],
    type: 'Community',
    isSupportTopic: true,
  });
  world.sdk.registerPlugin({ 'tim-upload-plugin': () => undefined });
  watch(world);
  await world.login();
  return world;
}
