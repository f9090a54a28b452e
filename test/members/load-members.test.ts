import {
  selectGroup,
  selectGroupMembers,
  selectGroupMembersState,
  selectMemberName,
  selectProfile,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { flavours } from '../world.ts';
import { createWorldWith, lateAnswer, liveTip } from '../groups/world-with.ts';
import { counting, createOwnedWorld, member, users } from './owned-world.ts';

describe.each(flavours)('loading members on $flavour', (sdk) => {
  it('brings the first page once, and the others one by one', async () => {
    const { wrap, calls } = counting('getGroupMemberList');
    const world = await createOwnedWorld({ sdk, wrap }, 120);
    const { load, loadMore } = world.store.actions.members;
    const info = () => selectGroupMembersState(world.store.getState(), 'mine');
    expect(info()).toMatchObject({ isLoaded: false, isLoading: false, order: [] });
    await world.finish(Promise.all([load('mine'), load('mine'), loadMore('mine')]), 1000);
    expect(calls).toHaveLength(1);
    expect(info()).toMatchObject({ isLoaded: true, isLoading: false, isCompleted: false });
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(100);
    await world.finish(loadMore('mine'), 1000);
    await world.finish(Promise.all([loadMore('mine'), load('mine')]), 1000);
    expect(calls).toHaveLength(2);
    expect(info().isCompleted).toBe(true);
    expect(new Set(info().order).size).toBe(121);
    expect(member(world, 'me')).toMatchObject({ role: 'Owner', isMuted: false });
    expect(member(world, 'u7')).toMatchObject({ role: 'Member', nameCard: '', memberCustomField: [] });
  });

  it('tells the profiles what the members are called', async () => {
    const world = await createOwnedWorld({ sdk });
    await world.finish(world.store.actions.members.load('mine'), 1000);
    expect(selectProfile(world.store.getState(), 'u1')?.nick).toBe('U1');
    expect(selectMemberName(world.store.getState(), 'mine', 'u1')).toBe('U1');
    expect(selectMemberName(world.store.getState(), 'mine', 'nobody')).toBe('nobody');
  });

  it('begins anew with a new login', async () => {
    const { wrap, calls } = counting('getGroupMemberList');
    const world = await createOwnedWorld({ sdk, wrap });
    await world.finish(world.store.actions.members.load('mine'), 1000);
    await world.finish(world.store.actions.session.logout());
    expect(world.store.getState().members.byGroup.size).toBe(0);
    await world.login();
    await world.finish(world.store.actions.members.load('mine'), 1000);
    expect(calls).toHaveLength(2);
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(3);
  });

  it('says what hindered a page, and can be tried again', async () => {
    let isFailing = true;
    const world = await createOwnedWorld({
      sdk,
      wrap: (raw) =>
        Object.assign(Object.create(raw) as typeof raw, {
          getGroupMemberList: async (options: Parameters<typeof raw.getGroupMemberList>[0]) =>
            isFailing
              ? Promise.reject(Object.assign(new Error('no'), { code: 10007 }))
              : raw.getGroupMemberList(options),
        }),
    });
    const { load } = world.store.actions.members;
    await expect(world.finish(load('mine'))).rejects.toMatchObject({ sdkCode: 10007 });
    expect(selectGroupMembersState(world.store.getState(), 'mine')).toMatchObject({
      isLoading: false,
      isLoaded: false,
      error: { sdkCode: 10007 },
    });
    isFailing = false;
    await world.finish(load('mine'), 1000);
    expect(selectGroupMembersState(world.store.getState(), 'mine')).toMatchObject({
      isLoaded: true,
      error: undefined,
    });
  });
});

describe('a page of members that is on its way while one of an earlier page leaves', () => {
  it('loses nobody, whether it was made before or after', async () => {
    for (const isAfter of [true, false]) {
      let all: readonly string[] = users(150);
      const gate = lateAnswer(undefined);
      const world = await createWorldWith(() => ({
        getGroupMemberList: async ({
          offset,
          count,
        }: {
          readonly offset: number;
          readonly count: number;
        }) => {
          const before = all;
          if (offset === 100) await gate.method();
          const page = (isAfter ? all : before).slice(offset, offset + count);
          const memberList = page.map((userID) => ({ userID, role: 'Member' }));
          return { code: 0, data: { memberList, offset: page.length < count ? 0 : offset + count } };
        },
      }));
      const { load, loadMore } = world.store.actions.members;
      await world.finish(load('team'));
      const more = loadMore('team');
      await world.settle();
      all = all.filter((userID) => userID !== 'u3');
      await world.fire('MESSAGE_RECEIVED', [liveTip('team', { operationType: 2, userIDList: ['u3'] })]);
      gate.go();
      await world.finish(more);
      await world.finish(loadMore('team'));
      const { isCompleted, order } = selectGroupMembersState(world.store.getState(), 'team');
      expect(isCompleted).toBe(true);
      expect(new Set(order)).toEqual(new Set(all));
    }
  });
});

describe.each(flavours)('chunks on $flavour', (sdk) => {
  it('fetches the 51st profile, too', async () => {
    const { wrap, calls } = counting('getGroupMemberProfile');
    const world = await createOwnedWorld({ sdk, wrap }, 51);
    const found = await world.finish(world.store.actions.members.getProfile('mine', users(51)), 1000);
    expect(calls).toHaveLength(2);
    expect(found.map(({ userID }) => userID)).toEqual(users(51));
    expect(member(world, 'u50')?.role).toBe('Member');
  });

  it('invites the 501st user, too, and joins all lists of the answers', async () => {
    const { wrap, calls } = counting('addGroupMember');
    const world = await createOwnedWorld({ sdk, wrap }, 2, 'Private');
    for (let index = 2; index < 501; index++) world.server.addUser(`u${index}`, {});
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    const added = await world.finish(members.add('mine', [...users(501), 'nobody']), 2000);
    expect(calls).toHaveLength(2);
    expect(added.successUserIDList).toHaveLength(499);
    expect(added.successUserIDList.at(-1)).toBe('u500');
    expect(added.existedUserIDList).toEqual(['u0', 'u1']);
    expect(added.failureUserIDList).toEqual(['nobody']);
    expect(added.overLimitUserIDList).toEqual([]);
    expect(selectGroup(world.store.getState(), 'mine')?.memberCount).toBe(502);
    expect(selectGroupMembers(world.store.getState(), 'mine')).toHaveLength(502);
  });

  it('removes the 21st member, too', async () => {
    const { wrap, calls } = counting('deleteGroupMember');
    const world = await createOwnedWorld({ sdk, wrap }, 22);
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    const gone = await world.finish(members.delete('mine', users(21), { reason: 'Bye' }), 1000);
    expect(gone).toEqual(users(21));
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatchObject({ reason: 'Bye' });
    expect(selectGroup(world.store.getState(), 'mine')?.memberCount).toBe(2);
    expect(selectGroupMembers(world.store.getState(), 'mine').map(({ userID }) => userID)).toEqual([
      'me',
      'u21',
    ]);
  });

  it('says how far it came where a later call fails', async () => {
    let calls = 0;
    const world = await createOwnedWorld(
      {
        sdk,
        wrap: (raw) =>
          Object.assign(Object.create(raw) as typeof raw, {
            deleteGroupMember: async (options: Parameters<typeof raw.deleteGroupMember>[0]) =>
              ++calls === 2
                ? Promise.reject(Object.assign(new Error('no'), { code: 10004 }))
                : raw.deleteGroupMember(options),
          }),
      },
      21,
    );
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await expect(world.finish(members.delete('mine', users(21)), 1000)).rejects.toMatchObject({
      code: 'PARTIAL',
      sdkCode: 10004,
      done: users(20),
      remaining: ['u20'],
    });
    expect(selectGroupMembers(world.store.getState(), 'mine').map(({ userID }) => userID)).toEqual([
      'me',
      'u20',
    ]);
  });
});
