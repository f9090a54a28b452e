import chat from '@tencentcloud/chat';
import liteChat from '@tencentcloud/lite-chat';
import type { SignalingEvent } from 'tim-reactive';
import { c2cID, selectTimeline, SIGNALING_EVENT } from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld } from '../world.ts';

type Handler = (event: { readonly name: string; readonly data: unknown }) => void;

/** A client with the signaling methods of 3.x, each of which answers as the SDK does, and what it was asked. */
async function createSignalingWorld(
  lacking: readonly string[] = [],
  options: WorldOptions = {},
): Promise<
  World & {
    readonly calls: unknown[];
    readonly fire: (name: string, data: unknown) => void;
    readonly listeners: () => number;
  }
> {
  const calls: unknown[] = [];
  const handlers = new Set<readonly [string, Handler]>();
  const wrap = (sdk: MemorySdk): MemorySdk => {
    const answer = (method: string) => async (options: { readonly inviteID?: string }) => {
      calls.push([method, options]);
      const message = sdk.createTextMessage({
        to: 'alice',
        conversationType: 'C2C',
        payload: { text: method },
      });
      return { code: 0, inviteID: options.inviteID ?? 'invite-1', data: { message } };
    };
    const names = ['invite', 'inviteInGroup', 'cancel', 'accept', 'reject', 'modifyInvitation'];
    const methods = names.filter((name) => !lacking.includes(name)).map((name) => [name, answer(name)]);
    const has = Object.entries(sdk).filter(([name]) => !lacking.includes(name));
    return Object.assign(Object.fromEntries(has) as unknown as MemorySdk, Object.fromEntries(methods), {
      getSignalingInfo: (message: { readonly payload: { readonly text: string } }) =>
        message.payload.text === 'invite' ? { inviteID: 'invite-1', actionType: 1, timeout: 30 } : null,
      addSignalingListener: (name: string, handler: Handler) => handlers.add([name, handler]),
      removeSignalingListener: (name: string, handler: Handler) => {
        for (const entry of handlers) if (entry[0] === name && entry[1] === handler) handlers.delete(entry);
      },
    });
  };
  const world = await createReadyWorld({ ...options, wrap });
  return {
    ...world,
    calls,
    listeners: () => handlers.size,
    fire: (name, data) => {
      for (const [known, handler] of handlers) if (known === name) handler({ name, data });
    },
  };
}

describe.each([
  ['@tencentcloud/chat', chat],
  ['@tencentcloud/lite-chat', liteChat],
] as const)('SIGNALING_EVENT beside %s', (_name, sdk) => {
  it('has its events, under their names', () => {
    const events = Object.entries(sdk.TSignaling).filter(([, value]) => typeof value === 'string');
    expect(Object.fromEntries(events)).toEqual(SIGNALING_EVENT);
  });
});

describe('signaling', () => {
  it('invites, and puts the message that tells of it into the timeline', async () => {
    const { store, calls, finish } = await createSignalingWorld();
    const result = await finish(store.actions.signaling.invite('alice', { data: 'call' }));
    expect(calls).toEqual([['invite', { userID: 'alice', data: 'call', timeout: 30 }]]);
    const message = selectTimeline(store.getState(), c2cID('alice')).at(0);
    expect(result).toEqual({ inviteID: 'invite-1', messageID: message?.ID });
    expect(store.actions.signaling.getInfo(message?.ID ?? '')).toMatchObject({
      inviteID: 'invite-1',
      actionType: 1,
      timeout: 30,
      inviteeList: [],
    });
  });

  it('answers invitations', async () => {
    const { store, calls, finish } = await createSignalingWorld();
    const { cancel, accept, reject, modify } = store.actions.signaling;
    await expect(finish(accept('i', { data: 'yes' }))).resolves.toMatchObject({ inviteID: 'i' });
    await finish(reject('i'));
    await finish(cancel('i'));
    await finish(modify('i', 'changed'));
    expect(calls).toEqual([
      ['accept', { inviteID: 'i', data: 'yes' }],
      ['reject', { inviteID: 'i' }],
      ['cancel', { inviteID: 'i' }],
      ['modifyInvitation', { inviteID: 'i', data: 'changed' }],
    ]);
  });

  it('invites members of a group, on lite by the one method that it has', async () => {
    const options = { groupID: 'team', inviteeList: ['alice', 'bob'], timeout: 60 };
    for (const [lacking, method] of [
      [[], 'inviteInGroup'],
      [['inviteInGroup'], 'invite'],
    ] as const) {
      const { store, calls, finish } = await createSignalingWorld(lacking);
      await finish(store.actions.signaling.inviteInGroup('team', ['alice', 'bob'], { timeout: 60 }));
      expect(calls).toEqual([[method, options]]);
    }
  });

  it('says nothing of a message that is about none, and throws for one that it does not have', async () => {
    const { store, finish } = await createSignalingWorld();
    const { messageID = '' } = await finish(store.actions.signaling.accept('i'));
    expect(store.actions.signaling.getInfo(messageID)).toBeUndefined();
    expect(() => store.actions.signaling.getInfo('unknown')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MESSAGE' }),
    );
  });

  it('tells listeners of everything that becomes of invitations, until they are released or the store disposed', async () => {
    const { store, fire, listeners } = await createSignalingWorld();
    const events: SignalingEvent[] = [];
    const release = store.actions.signaling.listen((event) => events.push(event));
    const data = { inviteID: 'i', inviter: 'alice', groupID: '', data: 'call', inviteeList: ['me'] };
    for (const name of Object.values(SIGNALING_EVENT)) fire(name, data);
    expect(events.map(({ type }) => type)).toEqual(Object.keys(SIGNALING_EVENT));
    expect(events[0]).toEqual({
      type: 'NEW_INVITATION_RECEIVED',
      ...data,
      invitee: '',
      isSelfTimeout: false,
    });
    expect(Object.isFrozen(events[0])).toBe(true);
    expect(listeners()).toBe(6);
    release();
    release();
    expect(listeners()).toBe(0);
    store.actions.signaling.listen(() => undefined);
    store.dispose();
    expect(listeners()).toBe(0);
  });

  it('reports a listener that throws, and what cannot be read, and tells the others all the same', async () => {
    const { store, fire, errors } = await createSignalingWorld([], { expectsErrors: true });
    const { listen } = store.actions.signaling;
    const cause = new Error('my own fault');
    const told: string[] = [];
    listen(() => {
      throw cause;
    });
    listen(({ inviteID }) => told.push(inviteID));
    fire(SIGNALING_EVENT.INVITATION_CANCELLED, { inviteID: 'i' });
    fire(SIGNALING_EVENT.INVITATION_CANCELLED, undefined);
    fire(SIGNALING_EVENT.INVITATION_CANCELLED, { inviteID: 'j' });
    expect(told).toEqual(['i', 'j']);
    expect(errors.map(([error]) => error.code)).toEqual([
      'SUBSCRIBER_FAILED',
      'MALFORMED_DATA',
      'MALFORMED_DATA',
      'SUBSCRIBER_FAILED',
    ]);
    expect(errors[0]).toMatchObject([
      { cause, message: expect.stringContaining('INVITATION_CANCELLED') },
      [{ data: { inviteID: 'i' } }],
    ]);
  });

  it('rejects bad arguments before it asks', async () => {
    const { store, calls } = await createSignalingWorld();
    const { invite, inviteInGroup, accept, modify } = store.actions.signaling;
    for (const call of [
      invite(''),
      invite('alice', { timeout: -1 }),
      inviteInGroup('team', []),
      invite('alice', null as never),
      accept(''),
      accept('i', null as never),
      modify('i', 1 as unknown as string),
    ])
      await expect(call).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(calls).toEqual([]);
  });

  it('is UNSUPPORTED on 2.x, which is told where it is', async () => {
    const { store } = await createReadyWorld({ sdk: { flavour: '2.x' } });
    const { invite, inviteInGroup, modify, listen } = store.actions.signaling;
    const unsupported = expect.objectContaining({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('@tencentcloud/chat 3.x has it'),
    });
    await expect(invite('alice')).rejects.toThrow(unsupported);
    await expect(inviteInGroup('team', ['alice'])).rejects.toThrow(unsupported);
    await expect(modify('i', 'x')).rejects.toThrow(unsupported);
    expect(() => listen(() => undefined)).toThrow(unsupported);
  });
});
