import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { Heard } from './listen.ts';
import { createTestWorld, type TestClient, type TestWorld } from './world.ts';

/** A client of 3.x has all of them. */
type Signaling = Required<MemorySdk>;

const NAMES = [
  'newInvitationReceived',
  'ts_invitee_accepted',
  'ts_invitee_rejected',
  'ts_invitation_cancelled',
  'ts_invitation_timeout',
  'ts_invitation_modified',
];

interface Party extends TestClient {
  readonly sdk: Signaling;
  readonly heard: Heard[];
}

async function join(world: TestWorld, userID: string): Promise<Party> {
  const client = await world.connect(userID);
  const sdk = client.sdk as Signaling;
  const heard: Heard[] = [];
  for (const name of NAMES) sdk.addSignalingListener(name, ({ data }) => heard.push({ name, data }));
  return { ...client, sdk, heard };
}

async function twoParties() {
  const world = createTestWorld();
  return { world, me: await join(world, 'me'), alice: await join(world, 'alice') };
}

const call = { userID: 'alice', data: 'call', timeout: 30 };

describe('invite', () => {
  it('is a custom message, and an event for who is invited', async () => {
    const { world, me, alice } = await twoParties();
    const { inviteID, data } = await world.run(me.sdk.invite(call));
    const told = { inviteID, inviter: 'me', groupID: '', data: 'call' };
    expect(inviteID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(JSON.parse(String(data.message.payload['data']))).toEqual({
      ...told,
      businessID: 1,
      timeout: 30,
      inviteeList: ['alice'],
      actionType: 1,
    });
    expect(alice.heard).toEqual([
      { name: 'newInvitationReceived', data: { ...told, inviteeList: ['alice'] } },
    ]);
    expect(me.heard).toEqual([]);
    expect(alice.received()).toHaveLength(1);
  });

  it('is followed by nobody who has added no listener', async () => {
    const { world, me } = await twoParties();
    const bob = (await world.connect('bob')).sdk as Signaling;
    const { inviteID } = await world.run(me.sdk.invite({ ...call, userID: 'bob' }));
    expect(await world.codeOf(bob.accept({ inviteID }))).toBe(8010);
  });

  it('answers its ID at once as inviteSync', async () => {
    const { world, me, alice } = await twoParties();
    const done: unknown[] = [];
    const inviteID = me.sdk.inviteSync(call, (answer) => done.push(answer));
    await world.clock.advance(0);
    expect(done).toEqual([{ inviteID }]);
    expect(alice.heard).toMatchObject([{ data: { inviteID } }]);
    world.server.failNext('sendMessage', { code: 20006 });
    me.sdk.inviteSync(call, undefined, (code) => done.push(code));
    await world.clock.advance(0);
    expect(done.at(-1)).toBe(20006);
  });

  it('throws for bad arguments, and is absent in 2.x', async () => {
    const { world, me } = await twoParties();
    expect(() => me.sdk.invite({} as never)).toThrow('Params validate failed.');
    expect(() => me.sdk.inviteInGroup({ groupID: 'g1' } as never)).toThrow('Params validate failed.');
    expect('invite' in world.server.createSdk({ flavour: '2.x' })).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['accept', 'ts_invitee_accepted', 3],
    ['reject', 'ts_invitee_rejected', 4],
  ] as const)('by %s reaches the inviter as %s', async (method, name, actionType) => {
    const { world, me, alice } = await twoParties();
    const { inviteID } = await world.run(me.sdk.invite(call));
    const answer = await world.run(alice.sdk[method]({ inviteID, data: 'well' }));
    expect(answer.inviteID).toBe(inviteID);
    expect(alice.sdk.getSignalingInfo(answer.data.message)).toMatchObject({ inviteID, actionType });
    expect(me.heard).toEqual([
      { name, data: { inviteID, inviter: 'me', groupID: '', data: 'well', invitee: 'alice' } },
    ]);
    expect(await world.codeOf(alice.sdk[method]({ inviteID }))).toBe(8010);
    await world.clock.advance(60_000);
    expect([me.heard.length, alice.heard.length]).toEqual([1, 1]);
  });

  it('is the business of who is invited, and cancelling that of who invites', async () => {
    const { world, me, alice } = await twoParties();
    const { inviteID } = await world.run(me.sdk.invite(call));
    expect(await world.codeOf(me.sdk.accept({ inviteID }))).toBe(8011);
    expect(await world.codeOf(alice.sdk.cancel({ inviteID }))).toBe(8011);
    expect(await world.codeOf(me.sdk.cancel({ inviteID: 'unknown' }))).toBe(8020);
    await world.run(me.sdk.cancel({ inviteID, data: 'later' }));
    expect(alice.heard.at(-1)).toEqual({
      name: 'ts_invitation_cancelled',
      data: { inviteID, inviter: 'me', groupID: '', data: 'later' },
    });
    expect(await world.codeOf(alice.sdk.accept({ inviteID }))).toBe(8010);
  });

  it('has to wait for the one before', async () => {
    const { world, me, alice } = await twoParties();
    const { inviteID } = await world.run(me.sdk.invite(call));
    const first = alice.sdk.accept({ inviteID });
    expect(await world.codeOf(alice.sdk.reject({ inviteID }))).toBe(8010);
    await world.run(first);
  });
});

describe('a timeout', () => {
  it('is noticed by the invitee, who tells the inviter', async () => {
    const { world, me, alice } = await twoParties();
    const { inviteID } = await world.run(me.sdk.invite(call));
    await world.clock.advance(29_999);
    expect(me.heard).toEqual([]);
    await world.clock.advance(1);
    const told = { inviteID, inviter: 'me', groupID: '', data: 'call', inviteeList: ['alice'] };
    expect(alice.heard.at(-1)).toMatchObject({
      name: 'ts_invitation_timeout',
      data: { ...told, isSelfTimeout: true },
    });
    expect(me.heard).toEqual([{ name: 'ts_invitation_timeout', data: { ...told, isSelfTimeout: false } }]);
  });

  it('is noticed by the inviter 5 s later, where the invitee is away', async () => {
    const { world, me } = await twoParties();
    await world.run(me.sdk.invite({ ...call, userID: 'bob' }));
    await world.clock.advance(34_999);
    expect(me.heard).toEqual([]);
    await world.clock.advance(1);
    expect(me.heard).toMatchObject([{ data: { isSelfTimeout: true, inviteeList: ['bob'] } }]);
  });

  it('never comes after a logout', async () => {
    const { world, me } = await twoParties();
    await world.run(me.sdk.invite({ ...call, userID: 'bob' }));
    await world.run(me.sdk.logout());
    await world.clock.advance(60_000);
    expect(me.heard).toEqual([]);
    expect(world.server.truth.messages('me', 'C2Cbob')).toHaveLength(1);
  });
});

describe('inviteInGroup', () => {
  it('stays open until everybody has answered', async () => {
    const { world, me, alice } = await twoParties();
    const bob = await join(world, 'bob');
    const options = { groupID: 'g1', inviteeList: ['alice', 'bob'], timeout: 30 };
    const { inviteID } = await world.run(me.sdk.inviteInGroup(options));
    await world.run(alice.sdk.accept({ inviteID }));
    await world.clock.advance(30_000);
    expect(me.heard.map(({ name }) => name)).toEqual(['ts_invitee_accepted', 'ts_invitation_timeout']);
    expect(me.heard[1]).toMatchObject({ data: { inviteeList: ['bob'], isSelfTimeout: false } });
    expect(bob.heard.map(({ name }) => name)).toEqual([
      'newInvitationReceived',
      'ts_invitee_accepted',
      'ts_invitation_timeout',
    ]);
  });
});

describe('modifyInvitation', () => {
  it('changes what an open invitation says', async () => {
    const { world, me, alice } = await twoParties();
    const { inviteID } = await world.run(me.sdk.invite(call));
    await world.run(me.sdk.modifyInvitation({ inviteID, data: 'video' }));
    expect(alice.heard.at(-1)).toEqual({ name: 'ts_invitation_modified', data: { inviteID, data: 'video' } });
    expect(await world.codeOf(me.sdk.modifyInvitation({ inviteID: 'unknown', data: 'x' }))).toBe(8010);
  });
});

describe('getSignalingInfo', () => {
  it('answers null for any other message', async () => {
    const { world, me } = await twoParties();
    world.server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await world.clock.advance(0);
    const [message] = me.received();
    expect(message && me.sdk.getSignalingInfo(message)).toBeNull();
  });
});
