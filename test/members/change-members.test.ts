import { selectGroup, selectMemberName, selectSenderName } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { flavours } from '../world.ts';
import { createWorldWith, lateAnswer, liveTip } from '../groups/world-with.ts';
import { createOwnedWorld, member } from './owned-world.ts';

describe.each(flavours)('changing members on $flavour', (sdk) => {
  it('shows when the promise resolves', async () => {
    const world = await createOwnedWorld({ sdk });
    const { members } = world.store.actions;
    await world.finish(members.load('mine'), 1000);
    await world.finish(members.setRole('mine', 'u1', 'Admin'));
    await world.finish(members.setNameCard('mine', 'u1', 'Number one'));
    await world.finish(members.setCustomField('mine', 'u1', [{ key: 'a', value: '1' }]));
    await world.finish(members.setCustomField('mine', 'u1', [{ key: 'b', value: '2' }]));
    expect(member(world, 'u1')).toMatchObject({
      role: 'Admin',
      nameCard: 'Number one',
      memberCustomField: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    });
    expect(selectMemberName(world.store.getState(), 'mine', 'u1')).toBe('Number one');
    await world.finish(members.setNameCard('mine', 'me', 'Boss'));
    expect(selectGroup(world.store.getState(), 'mine')?.selfInfo.nameCard).toBe('Boss');
    await world.finish(world.store.actions.groups.getList(), 2000);
    expect(selectGroup(world.store.getState(), 'mine')?.selfInfo.nameCard).toBe('Boss');
  });

  it('names the senders of messages by their name cards', async () => {
    const world = await createOwnedWorld({ sdk });
    world.server.group('mine').setNameCard('u1', 'Carded');
    world.server.sendText({ from: 'u1', to: 'mine', text: 'hello' });
    await world.settle(2000);
    const message = { from: 'u1', to: 'mine', conversationType: 'GROUP' };
    expect(selectSenderName(world.store.getState(), message)).toBe('Carded');
    expect(member(world, 'u1')).toMatchObject({ nameCard: 'Carded', role: '' });
  });

  it.each([
    [
      'a role that there is not',
      (world: World) => world.store.actions.members.setRole('mine', 'u1', 'Boss' as 'Admin'),
    ],
    ['half a second', (world: World) => world.store.actions.members.setMuteTime('mine', 'u1', 0.5)],
    ['nobody', (world: World) => world.store.actions.members.setNameCard('mine', '', 'x')],
    ['no list', (world: World) => world.store.actions.members.add('mine', 'u1' as unknown as string[])],
    ['an empty list', (world: World) => world.store.actions.members.delete('mine', [])],
    ['no group', (world: World) => world.store.actions.members.load('')],
    ['a mark below 1,000', (world: World) => world.store.actions.members.mark('mine', ['u1'], 999, true)],
  ])('refuses %s before the call', async (_what, act) => {
    const world = await createOwnedWorld({ sdk });
    await expect(act(world)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe('what an action is given', () => {
  it('may be changed afterwards, and what is `undefined` in it changes nothing', async () => {
    const world = await createOwnedWorld({});
    const { groups, members } = world.store.actions;
    const field = { key: 'k', value: 'v' };
    const name = selectGroup(world.store.getState(), 'mine')?.name;
    const options = { name: undefined, introduction: 'x', groupCustomField: [field] };
    await world.finish(groups.updateProfile('mine', options as object));
    await world.finish(members.setCustomField('mine', 'u0', [field]));
    field.value = 'changed';
    const kept = [{ key: 'k', value: 'v' }];
    const group = { name, introduction: 'x', groupCustomField: kept };
    expect(selectGroup(world.store.getState(), 'mine')).toMatchObject(group);
    expect(member(world, 'u0')?.memberCustomField).toEqual(kept);
  });
});

describe('members who are added and removed at the same time', () => {
  const count = ({ store }: World): number | undefined => selectGroup(store.getState(), 'team')?.memberCount;

  it('are all counted where no tip counts them, whenever the answers come', async () => {
    const removal = lateAnswer({ userIDList: ['bob'] });
    const world = await createWorldWith(() => ({
      addGroupMember: async ({ userIDList }: { readonly userIDList: readonly string[] }) => ({
        code: 0,
        data: { successUserIDList: userIDList },
      }),
      deleteGroupMember: removal.method,
    }));
    const { members } = world.store.actions;
    expect(count(world)).toBe(3);
    const removed = members.delete('team', ['bob']);
    await world.finish(Promise.all([members.add('team', ['x', 'y']), members.add('team', ['z'])]));
    expect(count(world)).toBe(6);
    removal.go();
    await world.finish(removed);
    expect(count(world)).toBe(5);
    await world.finish(members.add('team', ['w']));
    expect(count(world)).toBe(6);
  });

  it('are counted by the tip where it comes before the answer', async () => {
    const addition = lateAnswer({ successUserIDList: ['x'] });
    const world = await createWorldWith(() => ({ addGroupMember: addition.method }));
    const added = world.store.actions.members.add('team', ['x']);
    const joined = { operationType: 1, userIDList: ['x'], memberCount: 9 };
    await world.fire('MESSAGE_RECEIVED', [liveTip('team', joined)]);
    addition.go();
    await world.finish(added);
    expect(count(world)).toBe(9);
  });
});
