import type { TimStore } from 'tim-reactive';
import {
  selectFriend,
  selectFriendApplications,
  selectFriends,
  selectUnreadFriendApplicationCount,
  selectUserName,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

const toMe = (store: TimStore) =>
  selectFriendApplications(store.getState(), TYPES.SNS_APPLICATION_SENT_TO_ME);
const unread = (store: TimStore) => selectUnreadFriendApplicationCount(store.getState());

/** A world in which alice and bob have asked `me` for friendship. */
async function createAskedWorld(sdk: { readonly flavour: '2.x' | '3.x' }): Promise<World> {
  const world = await createReadyWorld({ sdk });
  world.server.setProfile('me', { allowType: TYPES.ALLOW_TYPE_NEED_CONFIRM });
  world.server.requestFriend('alice', 'me', { wording: 'It is me' });
  world.server.requestFriend('bob', 'me');
  await world.settle(2000);
  return world;
}

describe.each(flavours)('requests for friendship on $flavour', (sdk) => {
  it('come in, counted while unread, and name the users', async () => {
    const { store, finish } = await createAskedWorld(sdk);
    expect(toMe(store)).toMatchObject([
      { userID: 'alice', nick: 'Alice', wording: 'It is me', type: TYPES.SNS_APPLICATION_SENT_TO_ME },
      { userID: 'bob', nick: 'Bob' },
    ]);
    expect(toMe(store)).toBe(toMe(store));
    expect(unread(store)).toBe(2);
    expect(selectUserName(store.getState(), 'bob')).toBe('Bob');
    const { unreadCount, friendApplicationList } = await finish(store.actions.friends.getApplicationList());
    expect([unreadCount, friendApplicationList]).toEqual([2, selectFriendApplications(store.getState())]);
  });

  it('are read by setApplicationRead', async () => {
    const { store, finish, settle } = await createAskedWorld(sdk);
    await finish(store.actions.friends.setApplicationRead());
    expect(unread(store)).toBe(0);
    await settle(2000);
    expect([unread(store), toMe(store).length]).toEqual([0, 2]);
  });

  it('make a friend when accepted, and are gone', async () => {
    const { store, finish, settle, server } = await createAskedWorld(sdk);
    await finish(store.actions.friends.acceptApplication('alice', { remark: 'Ally' }));
    expect(selectFriend(store.getState(), 'alice')).toMatchObject({ remark: 'Ally' });
    expect(toMe(store).map(({ userID }) => userID)).toEqual(['bob']);
    expect(unread(store)).toBe(1);
    await settle(2000);
    expect(selectFriend(store.getState(), 'alice')).toMatchObject({ remark: 'Ally' });
    expect(Object.keys(server.truth.relations('alice').friends)).toEqual(['me']);
  });

  it('make me a friend of theirs only, if accepted so', async () => {
    const { store, finish, settle, server } = await createAskedWorld(sdk);
    await finish(store.actions.friends.acceptApplication('alice', { type: TYPES.SNS_APPLICATION_AGREE }));
    expect(selectFriends(store.getState())).toEqual([]);
    await settle(2000);
    expect(selectFriends(store.getState())).toEqual([]);
    expect(Object.keys(server.truth.relations('alice').friends)).toEqual(['me']);
  });

  it('are gone when refused or deleted', async () => {
    const { store, finish, settle } = await createAskedWorld(sdk);
    await finish(store.actions.friends.refuseApplication('alice'));
    expect(toMe(store).map(({ userID }) => userID)).toEqual(['bob']);
    await finish(store.actions.friends.deleteApplication('bob', { type: TYPES.SNS_APPLICATION_SENT_TO_ME }));
    expect([toMe(store), unread(store)]).toEqual([[], 0]);
    await settle(2000);
    expect([toMe(store), selectFriends(store.getState())]).toEqual([[], []]);
  });

  it('reject an answer to what was never asked, a type that is none, and a remark that is too long', async () => {
    const { store, finish } = await createAskedWorld(sdk);
    const { acceptApplication, deleteApplication } = store.actions.friends;
    await expect(finish(acceptApplication('nobody'))).rejects.toMatchObject({ code: 'SDK_ERROR' });
    await expect(acceptApplication('alice', { remark: 'a'.repeat(97) })).rejects.toThrow('at most 96');
    await expect(deleteApplication('alice', {} as { type: 'Pendency_Type_ComeIn' })).rejects.toThrow(
      'type must say whose request it is',
    );
    await expect(
      deleteApplication('alice', { type: 'any' } as unknown as { type: 'Pendency_Type_ComeIn' }),
    ).rejects.toThrow('type must be one of');
    expect(toMe(store)).toHaveLength(2);
  });
});
