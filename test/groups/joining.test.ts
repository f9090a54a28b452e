import type { Group } from 'tim-reactive';
import {
  c2cID,
  groupID as conversationOf,
  selectGroup,
  selectGroupApplications,
  selectGroups,
  selectSession,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const group = ({ store }: World, groupID: string): Group | undefined =>
  selectGroup(store.getState(), groupID);

describe.each(flavours)('joining a group on $flavour', (sdk) => {
  it('ends in one of three ways', async () => {
    const world = await createReadyWorld({ sdk });
    const { join } = world.store.actions.groups;
    world.server.addGroup('open', { ownerID: 'alice', type: 'ChatRoom', name: 'Come in' });
    world.server.addGroup('asking', { ownerID: 'alice', type: 'Public' });
    const joined = await world.finish(join('open'), 1000);
    expect(joined).toMatchObject({ status: 'JoinedSuccess', group: { name: 'Come in' } });
    expect(group(world, 'open')).toBe(joined.group);
    expect(group(world, 'open')?.selfInfo.role).toBe('Member');
    const asked = await world.finish(join('asking', { applyMessage: 'Please' }), 1000);
    expect(asked).toEqual({ status: 'WaitAdminApproval', group: undefined });
    const again = await world.finish(join('team'), 1000);
    expect(again).toMatchObject({ status: 'AlreadyInGroup', group: { groupID: 'team' } });
    expect(
      selectGroups(world.store.getState())
        .map(({ groupID }) => groupID)
        .sort(),
    ).toEqual(['open', 'team']);
  });

  it('brings the group once an admin lets me in, by the notice and the list', async () => {
    const world = await createReadyWorld({ sdk });
    world.server.addGroup('asking', { ownerID: 'alice', type: 'Public', name: 'Ask' });
    const alice = world.server.createSdk(sdk);
    await world.finish(alice.login({ userID: 'alice', userSig: 'sig' }), 2000);
    await world.finish(world.store.actions.groups.join('asking'), 1000);
    expect(group(world, 'asking')).toBeUndefined();
    const { data } = await world.finish(alice.getGroupApplicationList(), 1000);
    const [application = {}] = data.applicationList;
    await world.finish(alice.handleGroupApplication({ handleAction: 'Agree', application }), 1000);
    await world.settle(2000);
    expect(group(world, 'asking')).toMatchObject({ name: 'Ask', selfInfo: { role: 'Member' } });
  });

  it('leaves the first AVChatRoom when a second is joined, in the state as well', async () => {
    const world = await createReadyWorld({ sdk });
    for (const ID of ['one', 'two'])
      world.server.addGroup(ID, { ownerID: 'alice', type: 'AVChatRoom', name: ID });
    const { join } = world.store.actions.groups;
    await world.finish(join('one', { type: 'AVChatRoom' }), 2000);
    expect(group(world, 'one')).toMatchObject({ name: 'one', selfInfo: { role: 'Member' } });
    await world.finish(join('two', { type: 'AVChatRoom' }));
    expect([group(world, 'one'), group(world, 'two')?.name]).toEqual([undefined, 'two']);
    await world.settle(3000);
    expect([group(world, 'one'), group(world, 'two')?.name]).toEqual([undefined, 'two']);
    await world.finish(world.store.actions.groups.getList(), 1000);
    expect(group(world, 'two')?.name).toBe('two');
  });
});

describe.each(flavours)('an AVChatRoom without login on $flavour', (sdk) => {
  async function visit(): Promise<World> {
    const world = createWorld({ sdk });
    world.server.addGroup('live', { ownerID: 'alice', type: 'AVChatRoom', name: 'Live' });
    world.server.addGroup('next', { ownerID: 'alice', type: 'AVChatRoom', name: 'Next' });
    world.store.connect();
    await world.settle();
    const joined = await world.finish(world.store.actions.groups.join('live', { type: 'AVChatRoom' }), 1000);
    expect(joined).toMatchObject({ status: 'JoinedSuccess', group: { groupID: 'live' } });
    return world;
  }

  it('can be listened to: its messages come', async () => {
    const world = await visit();
    expect(selectSession(world.store.getState())).toMatchObject({ status: 'anonymous', userID: undefined });
    expect(group(world, 'live')?.type).toBe('AVChatRoom');
    world.server.sendText({ from: 'alice', to: 'live', text: 'Welcome' });
    await world.settle(3000);
    expect(world.texts(conversationOf('live'))).toContain('Welcome');
  });

  it('lets nobody write, nor do anything else', async () => {
    const { store } = await visit();
    expect(() => store.actions.messages.sendText(conversationOf('live'), 'hi')).toThrow(
      expect.objectContaining({ code: 'NOT_LOGGED_IN' }),
    );
    await expect(store.actions.groups.getList()).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
    await expect(store.actions.groups.join('team')).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
  });

  it('makes room for the next one', async () => {
    const world = await visit();
    await world.finish(world.store.actions.groups.join('next', { type: 'AVChatRoom' }), 1000);
    expect(selectGroups(world.store.getState()).map(({ groupID }) => groupID)).toEqual(['next']);
    expect(selectSession(world.store.getState()).status).toBe('anonymous');
  });

  it('tells how many are online', async () => {
    const world = await visit();
    const count = world.store.actions.groups.getOnlineMemberCount('live');
    await expect(world.finish(count, 1000)).resolves.toBeTypeOf('number');
  });

  it('is over when it is left: the session is idle again, and nothing is kept', async () => {
    const world = await visit();
    await world.finish(world.store.actions.groups.quit('live'), 1000);
    expect(selectSession(world.store.getState()).status).toBe('idle');
    expect(selectGroups(world.store.getState())).toEqual([]);
    await world.finish(world.store.actions.groups.join('live', { type: 'AVChatRoom' }), 1000);
    expect(selectSession(world.store.getState()).status).toBe('anonymous');
  });

  it('is over when somebody logs in: nothing of it stays', async () => {
    const world = await visit();
    world.server.sendText({ from: 'alice', to: 'live', text: 'Welcome' });
    await world.settle(3000);
    await world.login();
    await world.settle(2000);
    expect(selectSession(world.store.getState())).toMatchObject({ status: 'ready', userID: 'me' });
    expect(selectGroups(world.store.getState()).map(({ groupID }) => groupID)).toEqual(['team']);
    expect(world.texts(conversationOf('live'))).toEqual([]);
    world.store.actions.messages.sendText(c2cID('alice'), 'hi');
  });

  it('is refused where the store is not connected, and for other groups', async () => {
    const world = createWorld({ sdk });
    world.server.addGroup('live', { ownerID: 'alice', type: 'AVChatRoom' });
    const { join } = world.store.actions.groups;
    await expect(join('live', { type: 'AVChatRoom' })).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
    world.store.connect();
    await expect(world.finish(join('team', { type: 'AVChatRoom' }), 1000)).rejects.toMatchObject({
      code: 'SDK_ERROR',
    });
    expect(selectSession(world.store.getState()).status).toBe('idle');
  });
});

describe.each(flavours)('requests to join on $flavour', (sdk) => {
  /** `me` owns `mine`, a public group; carol asks to join. */
  async function asked(): Promise<World> {
    const world = await createReadyWorld({ sdk });
    world.server.addUser('carol', { nick: 'Carol' });
    world.server.addGroup('mine', { ownerID: 'me', type: 'Public', name: 'Mine' });
    await world.finish(world.store.actions.groups.getProfile('mine'), 1000);
    const carol = world.server.createSdk(sdk);
    await world.finish(carol.login({ userID: 'carol', userSig: 'sig' }), 2000);
    await world.finish(carol.joinGroup({ groupID: 'mine', applyMessage: 'It is me' }), 1000);
    return world;
  }

  it('are pending as soon as the notice is there, and once only', async () => {
    const world = await asked();
    const [application, ...others] = selectGroupApplications(world.store.getState());
    expect(application).toMatchObject({
      groupID: 'mine',
      groupName: 'Mine',
      userID: 'carol',
      applyMessage: 'It is me',
      status: 'pending',
    });
    expect(others).toEqual([]);
    await world.finish(world.store.actions.groups.getApplicationList(), 1000);
    expect(selectGroupApplications(world.store.getState())).toEqual([application]);
  });

  it.each([
    ['Agree', 'agreed', 2],
    ['Reject', 'rejected', 1],
  ] as const)('are answered by the ID of their notice: %s', async (action, status, memberCount) => {
    const world = await asked();
    const { handleApplication } = world.store.actions.groups;
    const [application] = selectGroupApplications(world.store.getState());
    await world.finish(handleApplication(application?.ID ?? '', action, { handleMessage: 'Hm' }), 2000);
    expect(selectGroupApplications(world.store.getState())).toEqual([{ ...application, status }]);
    expect(group(world, 'mine')?.memberCount).toBe(memberCount);
  });

  it('are answered from the list as well, by an ID of their own', async () => {
    const world = await asked();
    await world.finish(world.store.actions.session.logout());
    await world.login();
    const { getApplicationList, handleApplication } = world.store.actions.groups;
    const [listed] = await world.finish(getApplicationList(), 1000);
    expect(listed).toMatchObject({ groupID: 'mine', userID: 'carol', status: 'pending' });
    await world.finish(handleApplication(listed?.ID ?? '', 'Agree'), 2000);
    expect(selectGroupApplications(world.store.getState())[0]?.status).toBe('agreed');
    expect(group(world, 'mine')?.memberCount).toBe(2);
  });

  it('of which a notice told are answered by the ID of the list, too', async () => {
    const world = await asked();
    const { getApplicationList, handleApplication } = world.store.actions.groups;
    const [listed] = await world.finish(getApplicationList(), 1000);
    await world.finish(handleApplication(listed?.ID ?? '', 'Agree'), 2000);
    const applications = selectGroupApplications(world.store.getState());
    expect(applications.map(({ status }) => status)).toEqual(['agreed']);
  });

  it('are not answered by the ID of anything else', async () => {
    const world = await asked();
    world.server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await world.settle(1000);
    const message = [...(world.store.getState().messages.timelines.get(c2cID('alice')) ?? [])][0];
    const ID = message !== undefined && 'ID' in message ? message.ID : '';
    const { handleApplication } = world.store.actions.groups;
    await expect(handleApplication(ID, 'Agree')).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE' });
    await expect(handleApplication('nothing', 'Agree')).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE' });
    await expect(handleApplication('nothing', 'Maybe' as 'Agree')).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});
