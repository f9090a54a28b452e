import { selectGroup, selectGroupMember } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { answer, createWorldWith } from './world-with.ts';

describe('an SDK that searches', () => {
  it('answers groups and members as plain records', async () => {
    const world = await createWorldWith(() => ({
      searchCloudGroups: answer({
        searchResultList: [{ groupID: 'x', name: 'X' }],
        totalCount: 1,
        cursor: 'next',
      }),
      searchCloudGroupMembers: answer({
        searchResultList: [{ groupInfo: { groupID: 'x' }, memberList: [{ userID: 'bob', nick: 'Bob' }] }],
        totalCount: 1,
      }),
    }));
    const { groups, members } = world.store.actions;
    const found = await world.finish(groups.searchCloud({ keywordList: ['x'] }));
    expect(found).toMatchObject({ groupList: [{ groupID: 'x', name: 'X' }], totalCount: 1, cursor: 'next' });
    expect(selectGroup(world.store.getState(), 'x')).toBeUndefined();
    await expect(world.finish(members.searchCloud({ keywordList: ['bob'] }))).resolves.toEqual({
      groups: [{ groupID: 'x', members: [{ userID: 'bob', nick: 'Bob', nameCard: '', avatar: '' }] }],
      totalCount: 1,
      cursor: '',
    });
  });

  it('is not asked for more than five keywords', async () => {
    const world = await createWorldWith(() => ({
      searchCloudGroups: answer({}),
      searchCloudGroupMembers: answer({}),
    }));
    const keywordList = ['1', '2', '3', '4', '5', '6'];
    for (const { searchCloud } of [world.store.actions.groups, world.store.actions.members])
      await expect(searchCloud({ keywordList })).rejects.toThrow('keywordList takes at most 5');
  });

  it('fetches the members of a role, or with a mark, without taking them for the next page', async () => {
    const calls: unknown[] = [];
    const world = await createWorldWith(() => ({
      getGroupMemberList: async (options: unknown) => {
        calls.push(options);
        return { code: 0, data: { memberList: [{ userID: 'bob', role: 'Admin', nick: 'Bob' }], offset: 1 } };
      },
    }));
    const { members } = world.store.actions;
    const found = await world.finish(members.getList('team', { role: 'Admin', count: 20 }));
    expect(found).toMatchObject({ memberList: [{ userID: 'bob', role: 'Admin' }], offset: 1 });
    expect(calls).toEqual([{ groupID: 'team', role: 'Admin', count: 20 }]);
    expect(selectGroupMember(world.store.getState(), 'team', 'bob')?.role).toBe('Admin');
    expect(world.store.getState().members.byGroup.get('team')).toMatchObject({ isLoaded: false, order: [] });
    await expect(members.getList('team', { count: 101 })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('marks members, 500 a call', async () => {
    const calls: number[] = [];
    const world = await createWorldWith(() => ({
      markGroupMemberList: async ({ userIDList }: { readonly userIDList: readonly string[] }) => {
        calls.push(userIDList.length);
        return { code: 0, data: { successUserIDList: userIDList, failureUserIDList: [] } };
      },
    }));
    const userIDs = Array.from({ length: 501 }, (_, index) => `u${index}`);
    const marked = await world.finish(world.store.actions.members.mark('live', userIDs, 1000, true));
    expect(calls).toEqual([500, 1]);
    expect(marked).toEqual({ successUserIDList: userIDs, failureUserIDList: [] });
  });
});
