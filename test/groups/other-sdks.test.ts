import { selectGroup, selectGroupMember, selectGroups, selectTopics } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { answer, createWorldWith, liveTip } from './world-with.ts';

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

describe('an SDK that answers a join of a group that I am in with less than the state knows (lite)', () => {
  it('leaves the group as it was', async () => {
    const world = await createWorldWith(() => ({
      joinGroup: answer({ status: 'AlreadyInGroup', group: { groupID: 'team', selfInfo: { role: '' } } }),
    }));
    world.server.group('team').setRole('me', 'Admin');
    await world.settle(2000);
    const before = selectGroup(world.store.getState(), 'team');
    expect(before?.selfInfo.role).toBe('Admin');
    const { group } = await world.finish(world.store.actions.groups.join('team'));
    expect(selectGroup(world.store.getState(), 'team')).toBe(before);
    expect(group).toBe(before);
  });
});

describe('an SDK that is asked for its list before it has all of it', () => {
  it('takes no group away', async () => {
    const world = await createWorldWith(() => ({
      getGroupList: answer({ groupList: [], isSyncCompleted: false }),
    }));
    await world.finish(world.store.actions.groups.getList());
    expect(selectGroups(world.store.getState()).map(({ groupID }) => groupID)).toEqual(['team']);
  });
});

describe('an SDK whose list leaves fields undefined (lite)', () => {
  it('does not empty what was known', async () => {
    const world = await createWorldWith();
    const known = { introduction: 'hi', muteAllMembers: true };
    const team = { groupID: 'team', type: 'Public', name: 'T' };
    const selfInfo = { role: 'Member', nameCard: 'Me here' };
    await world.fire('GROUP_LIST_UPDATED', [{ ...team, ...known, selfInfo }]);
    const before = selectGroup(world.store.getState(), 'team');
    expect(before).toMatchObject(known);
    const undefinedOnes = { introduction: undefined, muteAllMembers: undefined };
    await world.fire('GROUP_LIST_UPDATED', [{ ...team, ...undefinedOnes, selfInfo: { role: 'Member' } }]);
    expect(selectGroup(world.store.getState(), 'team')).toBe(before);
  });
});

describe('an SDK that writes flags as the service does', () => {
  it.each([
    ['On', true],
    ['Off', false],
  ])('says "%s" in a tip', async (muteAllMembers, isMuted) => {
    const world = await createWorldWith();
    for (const before of [!isMuted, muteAllMembers])
      await world.fire('MESSAGE_RECEIVED', [
        {
          ...liveTip('team', { operationType: 6, newGroupProfile: { muteAllMembers: before } }),
          sequence: 0,
        },
      ]);
    expect(selectGroup(world.store.getState(), 'team')?.muteAllMembers).toBe(isMuted);
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

  it('has one changed twice at once', async () => {
    const world = await createWorldWith(() => ({
      getTopicList: answer({ successTopicList: topics }),
      updateTopicProfile: answer({}),
    }));
    const { getTopicList, updateTopic } = world.store.actions.groups;
    await world.finish(getTopicList('c'));
    const both = [
      updateTopic('c', 't1', { topicName: 'First' }),
      updateTopic('c', 't1', { avatar: 'a.png' }),
    ];
    await world.finish(Promise.all(both));
    expect(selectTopics(world.store.getState(), 'c')[0]).toMatchObject({
      topicName: 'First',
      avatar: 'a.png',
    });
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

describe('an SDK that lacks a method', () => {
  it('rejects with UNSUPPORTED', async () => {
    const world = await createWorldWith(() => ({ getTopicList: undefined as never }));
    await expect(world.finish(world.store.actions.groups.getTopicList('c'))).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    });
  });
});
