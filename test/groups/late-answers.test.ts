import { selectGroup, selectGroupAttributes, selectGroupMember } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createWorldWith, answer, lateAnswer } from './world-with.ts';

describe('an answer that comes after I have left the group', () => {
  it('brings none of its members, attributes and names back, nor the group', async () => {
    const profile = lateAnswer({ group: { groupID: 'team', name: 'Team', selfInfo: { role: 'Member' } } });
    const members = lateAnswer({ memberList: [{ userID: 'bob', role: 'Member', nick: '', avatar: '' }] });
    const attributes = lateAnswer({ groupAttributes: { a: '1' } });
    const nameCard = lateAnswer({});
    const world = await createWorldWith(() => ({
      getGroupProfile: profile.method,
      getGroupMemberProfile: members.method,
      getGroupAttributes: attributes.method,
      setGroupMemberNameCard: nameCard.method,
    }));
    const { actions } = world.store;
    const calls = Promise.all([
      actions.groups.getProfile('team'),
      actions.members.getProfile('team', ['bob']),
      actions.groups.getAttributes('team'),
      actions.members.setNameCard('team', 'bob', 'Bobby'),
    ]);
    await world.settle();
    await world.finish(actions.groups.quit('team'));
    for (const { go } of [profile, members, attributes, nameCard]) go();
    const [group, [bob], all] = await world.finish(calls);
    expect([group.name, bob?.role, all]).toEqual(['Team', 'Member', { a: '1' }]);
    const state = world.store.getState();
    expect(selectGroup(state, 'team')).toBeUndefined();
    expect(selectGroupMember(state, 'team', 'bob')).toBeUndefined();
    expect(selectGroupAttributes(state, 'team')).toEqual({});
  });
});

describe('a group that is being made when I log out', () => {
  it('ends with LOGGED_OUT, whichever of its calls is running, and is not in the state', async () => {
    for (const method of ['createGroup', 'getGroupProfile']) {
      const world = await createWorldWith(() => ({
        createGroup: answer({ group: { groupID: 'new', name: 'New' } }),
        [method]: lateAnswer({}).method,
      }));
      const creation = world.store.actions.groups.create({ name: 'New' });
      await world.settle();
      await world.finish(world.store.actions.session.logout());
      await expect(creation).rejects.toMatchObject({ code: 'LOGGED_OUT' });
      expect(selectGroup(world.store.getState(), 'new')).toBeUndefined();
    }
  });
});
