import { EVENT, selectGroup, selectGroupMember, selectTopics } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';

type Methods = Readonly<Record<string, (...args: readonly never[]) => unknown>>;
type Handler = Parameters<MemorySdk['on']>[1];

/** A world whose SDK has these methods besides, or instead; and its events, fired by hand. */
async function createWorldWith(
  methods: (raw: MemorySdk) => Methods,
): Promise<World & { readonly fire: (name: keyof typeof EVENT, data: unknown) => Promise<void> }> {
  const handlers = new Map<string, Handler>();
  const wrap = (raw: MemorySdk): MemorySdk =>
    Object.assign(Object.create(raw) as MemorySdk, methods(raw), {
      on: (name: string, handler: Handler) => {
        handlers.set(name, handler);
        raw.on(name, handler);
      },
    });
  const world = await createReadyWorld({ wrap });
  await world.settle(2000);
  const fire = async (name: keyof typeof EVENT, data: unknown): Promise<void> => {
    handlers.get(EVENT[name])?.({ name: EVENT[name], data });
    await world.settle();
  };
  return { ...world, fire };
}

const answer = (data: unknown) => async () => ({ code: 0, data });

describe('an SDK that answers a new group with what it was given (lite)', () => {
  it('is asked for the rest', async () => {
    const world = await createWorldWith((raw) => ({
      createGroup: async (options: { readonly name: string }) => {
        const { data } = await raw.createGroup(options);
        return { code: 0, data: { group: { ...options, groupID: data.group.groupID, createTime: 0 } } };
      },
    }));
    const creation = world.store.actions.groups.create({ name: 'Mine', type: 'Public' });
    const { group, overLimitUserIDList } = await world.finish(creation, 2000);
    expect(overLimitUserIDList).toEqual([]);
    expect(group).toMatchObject({ ownerID: 'me', memberCount: 1, selfInfo: { userID: 'me', role: 'Owner' } });
    expect(selectGroup(world.store.getState(), group.groupID)).toBe(group);
  });

  it('has me as the owner even where it does not answer that', async () => {
    const world = await createWorldWith(() => ({
      createGroup: answer({ group: { groupID: 'new', name: 'New' } }),
      getGroupProfile: async () => Promise.reject(new Error('no')),
    }));
    await world.finish(world.store.actions.groups.create({ name: 'New' }), 1000);
    expect(selectGroup(world.store.getState(), 'new')).toMatchObject({
      type: 'Private',
      ownerID: 'me',
      selfInfo: { role: 'Owner' },
    });
  });
});

describe('an SDK that answers no group to a join', () => {
  it('leaves it to the store to know that I am in it', async () => {
    const world = await createWorldWith(() => ({ joinGroup: answer({ status: 'JoinedSuccess' }) }));
    const { group } = await world.finish(world.store.actions.groups.join('x', { type: 'ChatRoom' }));
    expect(group).toMatchObject({
      groupID: 'x',
      type: 'ChatRoom',
      selfInfo: { role: 'Member', userID: 'me' },
    });
  });
});

describe('an SDK whose list tells of a group by its ID alone (lite)', () => {
  it('is asked for its profile, once', async () => {
    let asked = 0;
    const world = await createWorldWith(() => ({
      getGroupProfile: async ({ groupID }: { readonly groupID: string }) => {
        asked += 1;
        return { code: 0, data: { group: { groupID, name: 'Named', selfInfo: { role: 'Member' } } } };
      },
    }));
    await world.fire('GROUP_LIST_UPDATED', [{ groupID: 'new', type: 'Public', name: '' }]);
    await world.settle();
    expect(selectGroup(world.store.getState(), 'new')).toMatchObject({ name: 'Named', type: 'Public' });
    await world.fire('GROUP_LIST_UPDATED', [{ groupID: 'new', type: 'Public', name: '' }]);
    expect(selectGroup(world.store.getState(), 'new')?.name).toBe('Named');
    expect(asked).toBe(1);
  });
});

describe('an SDK whose setters answer a member with nothing but what was set (lite)', () => {
  it('does not empty the rest', async () => {
    const world = await createWorldWith(() => ({
      setGroupMemberRole: answer({
        group: undefined,
        member: { userID: 'bob', role: 'Admin', nameCard: '', joinTime: 0 },
      }),
    }));
    await world.finish(world.store.actions.members.load('team'), 1000);
    const before = selectGroupMember(world.store.getState(), 'team', 'bob');
    await world.finish(world.store.actions.members.setRole('team', 'bob', 'Admin'));
    expect(before?.joinTime).toBeGreaterThan(0);
    expect(selectGroupMember(world.store.getState(), 'team', 'bob')).toEqual({ ...before, role: 'Admin' });
  });
});

describe('an SDK with topics', () => {
  const topics = ['t1', 't2'].map((topicID) => ({ topicID, topicName: topicID, unreadCount: 0 }));
  const names = ({ store }: World): readonly string[] =>
    selectTopics(store.getState(), 'c').map(({ topicName }) => topicName);

  it('has them made, changed, listed and deleted', async () => {
    const failed = { topicID: 't9', code: 10007, message: 'no' };
    const world = await createWorldWith(() => ({
      getJoinedCommunityList: answer({
        groupList: [{ groupID: 'c', name: 'C', type: 'Community', isSupportTopic: true }],
      }),
      getTopicList: answer({ successTopicList: topics, failureTopicList: [] }),
      createTopicInCommunity: answer({ topicID: 't3' }),
      updateTopicProfile: answer({}),
      deleteTopicFromCommunity: answer({ successTopicList: [{ topicID: 't2' }], failureTopicList: [failed] }),
    }));
    const { groups } = world.store.actions;
    await world.finish(groups.getJoinedCommunityList());
    expect(selectGroup(world.store.getState(), 'c')?.isSupportTopic).toBe(true);
    await world.finish(groups.getTopicList('c'));
    await expect(world.finish(groups.createTopic('c', { topicName: 'Third' }))).resolves.toBe('t3');
    await world.finish(groups.updateTopic('c', 't1', { topicName: 'First' }));
    expect(names(world)).toEqual(['First', 't2', 'Third']);
    await expect(world.finish(groups.deleteTopics('c', ['t2', 't9']))).resolves.toEqual({
      successTopicIDList: ['t2'],
      failureTopicList: [failed],
    });
    expect(names(world)).toEqual(['First', 'Third']);
    await expect(groups.updateTopic('c', 't1', {})).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('tells of new ones by their ID, and they are fetched; of changed ones with or without their community', async () => {
    const world = await createWorldWith(() => ({
      getTopicList: async ({ topicIDList }: { readonly topicIDList?: readonly string[] }) => ({
        code: 0,
        data: { successTopicList: topicIDList?.map((topicID) => ({ topicID, topicName: 'new' })) ?? topics },
      }),
    }));
    await world.finish(world.store.actions.groups.getTopicList('c'));
    await world.fire('TOPIC_CREATED', { groupID: 'c', topicID: 't3' });
    expect(names(world)).toEqual(['t1', 't2', 'new']);
    await world.fire('TOPIC_UPDATED', { groupID: 'c', topic: { topicID: 't1', topicName: 'one' } });
    await world.fire('TOPIC_DELETED', { groupID: 'c', topicIDList: ['t2'] });
    expect(names(world)).toEqual(['one', 'new']);
    await world.fire('TOPIC_UPDATED', { topicID: '@TGS#_c@TOPIC#_t', topicName: 'alone' });
    expect(names(world)).toEqual(['one', 'new']);
  });
});

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

describe('an SDK that lacks a method', () => {
  it('rejects with UNSUPPORTED', async () => {
    const world = await createWorldWith(() => ({ getTopicList: undefined as never }));
    await expect(world.finish(world.store.actions.groups.getTopicList('c'))).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    });
  });
});
