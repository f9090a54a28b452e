import type { TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectConversation,
  selectConversationGroups,
  selectConversationsInGroup,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');
const team = groupID('team');

async function createTalkedWorld(sdk: { readonly flavour: '2.x' | '3.x' }): Promise<World> {
  const world = await createReadyWorld({ sdk });
  for (const from of ['alice', 'bob']) world.server.sendText({ from, to: 'me', text: 'hi' });
  await world.settle(2000);
  return world;
}

const inside = (store: TimStore, name: string): readonly string[] =>
  selectConversationsInGroup(store.getState(), name)
    .map(({ conversationID }) => conversationID)
    .toSorted();

describe.each(flavours)('conversation groups on $flavour', (sdk) => {
  it('are made, changed, renamed and deleted, in the state when each promise resolves and later', async () => {
    const { store, finish, settle } = await createTalkedWorld(sdk);
    const actions = store.actions.conversations;
    const expectNow = async (groups: string[], name: string, ids: string[]): Promise<void> => {
      expect([selectConversationGroups(store.getState()), inside(store, name)]).toEqual([groups, ids]);
      await settle(2000);
      await finish(actions.getGroupList());
      expect([selectConversationGroups(store.getState()), inside(store, name)]).toEqual([groups, ids]);
    };
    const { successConversationIDList } = await finish(actions.createGroup('work', [alice]));
    expect(successConversationIDList).toEqual([alice]);
    await expectNow(['work'], 'work', [alice]);
    await finish(actions.addToGroup('work', [bob, team]));
    await expectNow(['work'], 'work', [alice, bob, team]);
    await finish(actions.deleteFromGroup('work', [alice]));
    await expectNow(['work'], 'work', [bob, team]);
    await finish(actions.renameGroup('work', 'office'));
    await expectNow(['office'], 'office', [bob, team]);
    expect(inside(store, 'work')).toEqual([]);
    await finish(actions.deleteGroup('office'));
    await expectNow([], 'office', []);
    expect(selectConversation(store.getState(), bob)?.conversationGroupList).toEqual([]);
  });

  it('name for which conversations it failed', async () => {
    const { store, finish } = await createTalkedWorld(sdk);
    const outcomes = await finish(
      store.actions.conversations.createGroup('work', [alice, c2cID('stranger')]),
    );
    expect(outcomes.successConversationIDList).toEqual([alice]);
    expect(outcomes.failureConversationIDList).toMatchObject([{ conversationID: 'C2Cstranger' }]);
    expect(inside(store, 'work')).toEqual([alice]);
  });

  it('keep the array of their rows until something of the list changes', async () => {
    const { store, finish } = await createTalkedWorld(sdk);
    await finish(store.actions.conversations.createGroup('work', [alice]));
    const before = selectConversationsInGroup(store.getState(), 'work');
    await finish(store.actions.profiles.get(['bob']));
    expect(selectConversationsInGroup(store.getState(), 'work')).toBe(before);
    expect(selectConversationsInGroup(store.getState(), undefined)).toEqual([]);
  });

  it('reject a name that is too long or empty', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { createGroup, renameGroup } = store.actions.conversations;
    await expect(createGroup('a'.repeat(33), [alice])).rejects.toThrow('at most 32 are allowed');
    await expect(renameGroup('', 'work')).rejects.toThrow('oldName must be a non-empty string');
    await expect(createGroup('work', [])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('are fetched when the store takes over a session whose events are past', async () => {
    const { sdk: client, server, store, finish, settle } = createWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'hi' });
    server.befriend('me', 'alice', { groupName: 'close' });
    server.requestFriend('bob', 'me');
    server.block('me', 'bob');
    await finish(client.login({ userID: 'me', userSig: 'sig' }), 5000);
    await finish(client.createConversationGroup({ groupName: 'work', conversationIDList: [alice] }));
    await settle(2000);
    store.connect();
    await settle(2000);
    const { conversations, friends, blocklist, groups } = store.getState();
    expect(conversations.groups).toEqual(['work']);
    expect([friends.order, friends.isLoaded, blocklist.userIDs]).toEqual([['alice'], true, ['bob']]);
    expect(friends.groups.map(({ name }) => name)).toEqual(['close']);
    expect([groups.order, groups.isLoaded]).toEqual([['team'], true]);
  });
});
