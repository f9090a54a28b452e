import type { Group, GroupMember } from 'tim-reactive';
import { selectGroup, selectGroupMember, selectGroups, selectProfile } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, flavours } from '../world.ts';

const group = ({ store }: World, groupID = 'team'): Group | undefined =>
  selectGroup(store.getState(), groupID);
const member = ({ store }: World, userID: string): GroupMember | undefined =>
  selectGroupMember(store.getState(), 'team', userID);

/** A world in which the members of `team` are loaded. */
async function createLoadedWorld(options: WorldOptions): Promise<World> {
  const world = await createReadyWorld(options);
  world.server.addUser('carol', { nick: 'Carol' });
  await world.finish(world.store.actions.members.load('team'), 1000);
  return world;
}

describe.each(flavours)('group tips on $flavour', (sdk) => {
  it('count the members, and bring and take them', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').invite(['carol']);
    await world.settle();
    expect(group(world)?.memberCount).toBe(4);
    expect(member(world, 'carol')?.role).toBe('Member');
    expect(world.store.getState().members.byGroup.get('team')?.order).toContain('carol');
    world.server.group('team').leave('bob');
    world.server.group('team').kick(['carol']);
    await world.settle(2000);
    expect(group(world)?.memberCount).toBe(2);
    expect([member(world, 'bob'), member(world, 'carol')]).toEqual([undefined, undefined]);
    expect(world.store.getState().members.byGroup.get('team')?.order).not.toContain('carol');
  });

  it('set and cancel admins, me among them', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').setRole('bob', 'Admin');
    world.server.group('team').setRole('me', 'Admin');
    await world.settle(2000);
    expect([member(world, 'bob')?.role, member(world, 'me')?.role]).toEqual(['Admin', 'Admin']);
    expect(group(world)?.selfInfo.role).toBe('Admin');
    world.server.group('team').setRole('me', 'Member');
    await world.settle(2000);
    expect([member(world, 'me')?.role, group(world)?.selfInfo.role]).toEqual(['Member', 'Member']);
  });

  it('change the profile', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').setProfile({ name: 'Renamed', introduction: 'Hello' });
    await world.settle(2000);
    expect(group(world)).toMatchObject({ name: 'Renamed', introduction: 'Hello', memberCount: 3 });
  });

  it('hand the group over, to another or to me, and the list events that follow change nothing', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').handOver('bob');
    await world.settle(2000);
    expect(group(world)).toMatchObject({ ownerID: 'bob', selfInfo: { role: 'Member' } });
    expect([member(world, 'alice')?.role, member(world, 'bob')?.role]).toEqual(['Member', 'Owner']);
    world.server.group('team').handOver('me', 'bob');
    await world.settle(2000);
    expect(group(world)).toMatchObject({ ownerID: 'me', selfInfo: { role: 'Owner' } });
    expect([member(world, 'me')?.role, member(world, 'bob')?.role]).toEqual(['Owner', 'Member']);
  });

  it('mute members, as long as it was said', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').mute('bob', 60);
    await world.settle();
    expect(member(world, 'bob')).toMatchObject({
      isMuted: true,
      muteUntil: Math.floor(world.clock.now() / 1000) + 60,
    });
    world.server.group('team').mute('bob', 0);
    await world.settle();
    expect(member(world, 'bob')).toMatchObject({ isMuted: false, muteUntil: 0 });
  });

  it('show the names of those whom they name', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').invite(['carol']);
    await world.settle();
    expect(selectProfile(world.store.getState(), 'carol')?.nick).toBe('Carol');
    expect(selectProfile(world.store.getState(), 'alice')?.nick).toBe('Alice');
  });

  it('change nothing from history', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').invite(['carol']);
    await world.settle(2000);
    world.server.group('team').kick(['carol']);
    await world.settle(2000);
    await world.finish(world.store.actions.session.logout());
    await world.login();
    const { messages, members } = world.store.actions;
    await world.finish(members.load('team'), 1000);
    const before = group(world);
    await world.finish(messages.load('GROUPteam'), 1000);
    expect(world.texts('GROUPteam')).toContain('TIMGroupTipElem');
    expect(group(world)).toBe(before);
    expect(member(world, 'carol')?.role ?? '').toBe('');
  });
});

describe.each(flavours)('system notices on $flavour', (sdk) => {
  it.each([
    ['kicked out', (world: World) => world.server.group('team').kick(['me'])],
    ['dismissed', (world: World) => world.server.group('team').dismiss()],
  ])('take the group and its members away: %s', async (_how, act) => {
    const world = await createLoadedWorld({ sdk });
    expect(member(world, 'me')).toBeDefined();
    act(world);
    await world.settle();
    expect(group(world)).toBeUndefined();
    expect(world.store.getState().members.byGroup.get('team')).toBeUndefined();
    await world.settle(2000);
    expect(selectGroups(world.store.getState())).toEqual([]);
  });

  it('bring a group that I was invited into', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.addGroup('other', { ownerID: 'alice', name: 'Others' });
    world.server.group('other').invite(['me']);
    await world.settle(3000);
    expect(group(world, 'other')).toMatchObject({ name: 'Others', selfInfo: { role: 'Member' } });
  });

  it('take a group away that I left on another device', async () => {
    const world = await createLoadedWorld({ sdk });
    world.server.group('team').leave('me');
    await world.settle(2000);
    expect(group(world)).toBeUndefined();
  });
});
