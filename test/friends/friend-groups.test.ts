import type { TimStore } from 'tim-reactive';
import { selectFriend, selectFriendGroups, selectFriendsInGroup } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

/** A world in which alice and bob are friends of `me`. */
async function createFriendlyWorld(
  sdk: { readonly flavour: '2.x' | '3.x' },
  wrap: NonNullable<WorldOptions['wrap']> = (client) => client,
): Promise<World> {
  const world = await createReadyWorld({ sdk, wrap });
  for (const userID of ['alice', 'bob']) world.server.befriend('me', userID);
  world.server.addUser('carol');
  await world.settle(2000);
  return world;
}

const groups = (store: TimStore) =>
  selectFriendGroups(store.getState()).map(({ name, userIDList, count }) => [name, userIDList, count]);
const listsOf = (store: TimStore, userID: string) => selectFriend(store.getState(), userID)?.groupList;

describe.each(flavours)('friend groups on $flavour', (sdk) => {
  it('are made, changed, renamed and deleted, in the state when each promise resolves and later', async () => {
    const { store, finish, settle } = await createFriendlyWorld(sdk);
    const { createGroup, addToGroup, removeFromGroup, renameGroup, deleteGroup, getGroupList } =
      store.actions.friends;
    const { friendGroup } = await finish(createGroup('work', ['alice']));
    expect(friendGroup).toEqual({ name: 'work', userIDList: ['alice'], count: 1 });
    const expectNow = async (expected: unknown[], listsOfAlice: string[]): Promise<void> => {
      expect([groups(store), listsOf(store, 'alice')]).toEqual([expected, listsOfAlice]);
      await settle(2000);
      await finish(getGroupList());
      expect([groups(store), listsOf(store, 'alice')]).toEqual([expected, listsOfAlice]);
    };
    await expectNow([['work', ['alice'], 1]], ['work']);
    await finish(addToGroup('work', ['bob']));
    await expectNow([['work', ['alice', 'bob'], 2]], ['work']);
    expect(selectFriendsInGroup(store.getState(), 'work').map(({ userID }) => userID)).toEqual([
      'alice',
      'bob',
    ]);
    await finish(removeFromGroup('work', ['alice']));
    await expectNow([['work', ['bob'], 1]], []);
    await finish(createGroup('empty'));
    await expectNow(
      [
        ['work', ['bob'], 1],
        ['empty', [], 0],
      ],
      [],
    );
    await finish(renameGroup('work', 'office'));
    await expectNow(
      [
        ['empty', [], 0],
        ['office', ['bob'], 1],
      ],
      [],
    );
    expect(listsOf(store, 'bob')).toEqual(['office']);
    await finish(deleteGroup('office'));
    await expectNow([['empty', [], 0]], []);
    expect(listsOf(store, 'bob')).toEqual([]);
    expect(selectFriendsInGroup(store.getState(), 'office')).toEqual([]);
  });

  it('leave out who is no friend, and lose a friend who is deleted', async () => {
    const { store, finish, settle } = await createFriendlyWorld(sdk);
    await finish(store.actions.friends.createGroup('work', ['alice', 'bob']));
    await finish(store.actions.friends.addToGroup('work', ['carol', 'alice']));
    expect(groups(store)).toEqual([['work', ['alice', 'bob'], 2]]);
    await finish(store.actions.friends.delete(['alice']));
    expect(groups(store)).toEqual([['work', ['bob'], 1]]);
    await settle(2000);
    expect(groups(store)).toEqual([['work', ['bob'], 1]]);
  });

  it('keep both of two changes at once, also where the SDK answers with an old list', async () => {
    let userIDList: readonly string[] = [];
    const answer = async () => ({
      code: 0,
      data: { friendGroup: { name: 'work', userIDList }, failureUserIDList: [] },
    });
    const { store, finish } = await createFriendlyWorld(
      sdk,
      (client) =>
        ({ ...client, addToFriendGroup: answer, removeFromFriendGroup: answer }) as unknown as typeof client,
    );
    const { createGroup, addToGroup, removeFromGroup } = store.actions.friends;
    await finish(createGroup('work'));
    await finish(Promise.all([addToGroup('work', ['alice']), addToGroup('work', ['bob'])]));
    expect(groups(store)).toEqual([['work', ['alice', 'bob'], 2]]);
    userIDList = ['alice', 'bob'];
    await finish(Promise.all([removeFromGroup('work', ['alice']), removeFromGroup('work', ['bob'])]));
    expect(groups(store)).toEqual([['work', [], 0]]);
    expect([listsOf(store, 'alice'), listsOf(store, 'bob')]).toEqual([[], []]);
  });

  it('take in a friend who is added to one', async () => {
    const { store, finish } = await createFriendlyWorld(sdk);
    await finish(store.actions.friends.createGroup('work', ['alice']));
    await finish(store.actions.friends.add('carol', { groupName: 'work' }));
    expect(groups(store)).toEqual([['work', ['alice', 'carol'], 2]]);
    expect(listsOf(store, 'carol')).toEqual(['work']);
  });

  it('reject a name that is too long or empty, one that is taken, and one that is not there', async () => {
    const { store, finish } = await createFriendlyWorld(sdk);
    const { createGroup, renameGroup, deleteGroup, addToGroup } = store.actions.friends;
    await expect(createGroup('a'.repeat(31))).rejects.toThrow('name has 31 bytes: at most 30 are allowed');
    await expect(renameGroup('work', '')).rejects.toThrow('newName must be a non-empty string');
    await expect(addToGroup('work', [])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await finish(createGroup('work'));
    await expect(finish(createGroup('work'))).rejects.toMatchObject({ sdkCode: 2710 });
    await expect(finish(deleteGroup('home'))).rejects.toMatchObject({ sdkCode: 2711 });
  });
});
