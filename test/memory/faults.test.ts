import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestClient, type TestWorld, textTo, texts } from './world.ts';

async function ready(options?: Parameters<typeof createTestWorld>[0]) {
  const world = createTestWorld(options);
  return { ...world, me: await world.connect() };
}

/** Alice says these, one push each. */
function say({ server }: TestWorld, ...said: readonly string[]): void {
  for (const text of said) server.sendText({ from: 'alice', to: 'me', text });
}

const SEND = { method: 'sendMessage' } as const;

describe('server.faults.calls', () => {
  it('refuses a call with a code, as failNext does', async () => {
    const { me, server, codeOf } = await ready();
    server.faults.calls({ kind: 'fail', code: 2800 }, SEND);
    expect(await codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'a')))).toBe(2800);
    expect(await codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'b')))).toBe(0);
  });

  it('strikes any method where none is named, and only the user that is', async () => {
    const { me, server, codeOf } = await ready();
    server.faults.calls({ kind: 'fail', code: 2800 }, { userID: 'bob', times: Infinity });
    server.faults.calls({ kind: 'fail', code: 2801 }, { userID: 'me', times: 2 });
    expect(await codeOf(me.sdk.getMessageList({ conversationID: 'C2Calice' }))).toBe(2801);
    expect(await codeOf(me.sdk.getMyProfile())).toBe(2801);
    expect(await codeOf(me.sdk.getMyProfile())).toBe(0);
  });

  it('is taken back by what it answers, and by clear', async () => {
    const { me, server, codeOf } = await ready();
    server.faults.calls({ kind: 'fail', code: 2800 }, SEND)();
    server.faults.calls({ kind: 'fail', code: 2800 }, SEND);
    server.faults.clear();
    expect(await codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'a')))).toBe(0);
  });

  it('lets an answer come late', async () => {
    const { me, server, clock } = await ready();
    server.faults.calls({ kind: 'delay', ms: 3000 }, SEND);
    const message = textTo(me.sdk, 'alice', 'slow');
    const sent = me.sdk.sendMessage(message);
    await clock.advance(2999);
    expect(message.status).toBe('unSend');
    expect(texts(server.truth.messages('me', 'C2Calice') as never)).toEqual(['slow']);
    await clock.advance(1);
    await sent;
    expect(message.status).toBe('success');
  });

  it('calls a delay beyond the timeout a timeout', async () => {
    const { me, server, clock } = await ready();
    server.faults.calls({ kind: 'delay', ms: 20_000 }, SEND);
    const sent = me.sdk.sendMessage(textTo(me.sdk, 'alice', 'slow')).catch((error: unknown) => error);
    await clock.advance(15_000);
    expect(await sent).toMatchObject({ code: 2801 });
  });

  it('drops an answer: the work is done, and resending does not do it again', async () => {
    const { me, server, clock, run } = await ready();
    server.faults.calls({ kind: 'drop' }, SEND);
    const message = textTo(me.sdk, 'alice', 'once');
    const sent = me.sdk.sendMessage(message).catch((error: unknown) => error);
    await clock.advance(15_000);
    expect(await sent).toMatchObject({ code: 2801 });
    await run(me.sdk.resendMessage(message));
    expect(message.status).toBe('success');
    expect(server.truth.messages('me', 'C2Calice').map(({ text }) => text)).toEqual(['once']);
  });

  it('lets a call reach the server twice, where a message is kept once', async () => {
    const { me, server, run, connect } = await ready();
    const alice = await connect('alice');
    server.faults.calls({ kind: 'duplicate' }, SEND);
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'once')));
    expect(server.truth.messages('me', 'C2Calice').map(({ text }) => text)).toEqual(['once']);
    expect(texts(alice.received())).toEqual(['once']);
  });

  it('answers the first of two, though the second is refused', async () => {
    const { me, server, codeOf } = await ready();
    server.addGroup('open', { ownerID: 'alice', joinOption: 'FreeAccess' });
    server.faults.calls({ kind: 'duplicate' }, { method: 'joinGroup' });
    expect(await codeOf(me.sdk.joinGroup({ groupID: 'open' }))).toBe(0);
  });

  it('lets a call be overtaken by the next one', async () => {
    const { me, server, run } = await ready();
    server.faults.calls({ kind: 'reorder' }, SEND);
    const first = me.sdk.sendMessage(textTo(me.sdk, 'g1', 'first'));
    await run(me.sdk.sendMessage(textTo(me.sdk, 'g1', 'second')));
    await run(first);
    expect(server.truth.messages('me', 'GROUPg1').map(({ text }) => text)).toEqual(['second', 'first']);
  });

  it('lets it go after a second where no other comes', async () => {
    const { me, server, clock } = await ready();
    server.faults.calls({ kind: 'reorder' }, SEND);
    const sent = me.sdk.sendMessage(textTo(me.sdk, 'g1', 'alone'));
    await clock.advance(999);
    expect(server.truth.messages('me', 'GROUPg1')).toEqual([]);
    await clock.advance(1);
    await sent;
    expect(server.truth.messages('me', 'GROUPg1').map(({ text }) => text)).toEqual(['alone']);
  });

  it('leaves out messages for who is online only, if told', async () => {
    const { me, server, codeOf } = await ready();
    server.failNext('sendMessage', { code: 2800, exceptOnlineOnly: true });
    const typing = me.sdk.sendMessage(textTo(me.sdk, 'alice', '...'), { onlineUserOnly: true });
    expect(await codeOf(typing)).toBe(0);
    expect(await codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'a')))).toBe(2800);
  });

  it('strikes by chance, the same ones for the same seed', async () => {
    const codes = async (seed: number) => {
      const { me, server, codeOf } = await ready({ seed });
      server.faults.calls({ kind: 'fail', code: 1 }, { ...SEND, chance: 0.5, times: Infinity });
      const answers: unknown[] = [];
      for (let i = 0; i < 20; i += 1) {
        answers.push(await codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', `${i}`))));
      }
      return answers;
    };
    const first = await codes(3);
    expect(new Set(first)).toEqual(new Set([0, 1]));
    expect(await codes(3)).toEqual(first);
    expect(await codes(4)).not.toEqual(first);
  });

  it('delays an upload on its way', async () => {
    const { me, server, clock, run } = await ready({ uploadTime: 1000 });
    me.sdk.registerPlugin({ 'tim-upload-plugin': {} });
    await run(me.sdk.logout());
    await run(me.sdk.login({ userID: 'me', userSig: 'any' }));
    await clock.advance(2500);
    server.faults.calls({ kind: 'delay', ms: 5000 }, { method: 'upload', atPercent: 50 });
    const fractions: number[] = [];
    const message = me.sdk.createFileMessage({
      to: 'alice',
      conversationType: 'C2C',
      payload: { file: new File(['hello'], 'hello.txt') },
      onProgress: (fraction) => fractions.push(fraction),
    });
    const sent = me.sdk.sendMessage(message);
    await clock.advance(5499);
    expect(fractions.at(-1)).toBe(0.5);
    await clock.advance(501);
    await sent;
    expect(fractions.at(-1)).toBe(1);
  });
});

describe('server.faults.pushes', () => {
  const received = ({ received }: TestClient): readonly string[] => texts(received());

  it('drops messages, which the history has', async () => {
    const world = await ready();
    const { me, server, clock, run } = world;
    server.faults.pushes({ kind: 'drop' }, { userID: 'me', times: 2 });
    say(world, 'lost', 'lost, too', 'seen');
    await clock.advance(0);
    expect(received(me)).toEqual(['seen']);
    const { data } = await run(me.sdk.getMessageListHopping({ conversationID: 'C2Calice', count: 15 }));
    expect(texts(data.messageList)).toEqual(['lost', 'lost, too', 'seen']);
  });

  it('strikes one user, not the other', async () => {
    const world = await ready();
    const bob = await world.connect('bob');
    world.server.faults.pushes({ kind: 'drop' }, { userID: 'bob' });
    world.server.sendText({ from: 'alice', to: 'g1', text: 'hello' });
    await world.clock.advance(0);
    expect([received(world.me), received(bob)]).toEqual([['hello'], []]);
  });

  it('lets messages come late, after later ones', async () => {
    const world = await ready();
    world.server.faults.pushes({ kind: 'delay', ms: 500 });
    say(world, 'first', 'second');
    await world.clock.advance(499);
    expect(received(world.me)).toEqual(['second']);
    await world.clock.advance(1);
    expect(received(world.me)).toEqual(['second', 'first']);
  });

  it('lets messages come twice, of which the SDK drops one', async () => {
    const world = await ready();
    world.server.faults.pushes({ kind: 'duplicate' }, { times: Infinity });
    say(world, 'first', 'second');
    await world.clock.advance(0);
    expect(received(world.me)).toEqual(['first', 'second']);
  });

  it('lets two messages come in the wrong order, or one a second late', async () => {
    const world = await ready();
    world.server.faults.pushes({ kind: 'reorder' }, { times: 1 });
    say(world, 'first', 'second', 'third');
    await world.clock.advance(0);
    expect(received(world.me)).toEqual(['second', 'first', 'third']);
    world.server.faults.pushes({ kind: 'reorder' }, { times: 1 });
    say(world, 'fourth');
    await world.clock.advance(999);
    expect(received(world.me)).toHaveLength(3);
    await world.clock.advance(1);
    expect(received(world.me).at(-1)).toBe('fourth');
  });

  it('strikes other pushes than messages, if told', async () => {
    const world = await ready();
    const { me, server, clock } = world;
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'oops' });
    await clock.advance(0);
    server.faults.pushes({ kind: 'drop' }, { of: 'revoked' });
    server.revoke(ID);
    await clock.advance(0);
    expect(me.dataOf('onMessageRevoked')).toEqual([]);
  });
});

describe('a half-open connection', () => {
  it('takes what is sent and says nothing, until a call has run into its timeout', async () => {
    const { me, server, clock } = await ready();
    server.network('me').halfOpen();
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    const sent = me.sdk.sendMessage(textTo(me.sdk, 'alice', 'void')).catch((error: unknown) => error);
    await clock.advance(14_999);
    expect([me.names(), server.network('me').isUp()]).toEqual([[], true]);
    await clock.advance(1);
    expect(await sent).toMatchObject({ code: 2801 });
    expect(server.truth.messages('me', 'C2Calice').map(({ text }) => text)).toEqual(['missed']);
    expect(me.dataOf('netStateChange')).toEqual([
      { state: 'disconnected' },
      { state: 'connecting' },
      { state: 'connected' },
    ]);
    expect(texts(me.received())).toEqual(['missed']);
  });

  it('ends when the network is restored', async () => {
    const { me, server, clock, run } = await ready();
    server.network('me').halfOpen();
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    server.network('me').restore();
    await clock.advance(0);
    expect(texts(me.received())).toEqual(['missed']);
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'there again')));
  });
});
