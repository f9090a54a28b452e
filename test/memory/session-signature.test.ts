import { describe, expect, it } from 'vitest';
import { createTestWorld, textTo } from './world.ts';

describe.each(['2.x', '3.x'] as const)('a signature that expires in %s', (flavour) => {
  it('ends the login at the next call, which is refused with 70001', async () => {
    const { codeOf, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    server.expireUserSig('me');
    expect(me.names()).toEqual([]);
    expect(await codeOf(me.sdk.getUserProfile({ userIDList: ['alice'] }))).toBe(70001);
    expect(me.names()).toEqual(['kickedOut', 'sdkStateNotReady']);
    expect(me.dataOf('kickedOut')).toEqual([{ type: 'userSigExpired' }]);
    expect(await codeOf(me.sdk.getConversationList())).toBe(3004);
    expect(server.truth.clientCount('me')).toBe(0);
  });

  it('does so after its lifetime, by the clock', async () => {
    const { clock, codeOf, connect } = createTestWorld({ userSigLifetime: 60_000 });
    const { sdk } = await connect('me', { flavour });
    expect(await codeOf(sdk.getUserProfile({ userIDList: ['alice'] }))).toBe(0);
    await clock.advance(60_000);
    expect(await codeOf(sdk.getUserProfile({ userIDList: ['bob'] }))).toBe(70001);
  });

  it('is what the server says with 20002 and 70001, whatever the call', async () => {
    const { codeOf, connect, server } = createTestWorld();
    for (const code of [20002, 70001]) {
      const me = await connect('me', { flavour });
      server.failNext('addToBlacklist', { code });
      expect(await codeOf(me.sdk.addToBlacklist({ userIDList: ['alice'] }))).toBe(code);
      expect(me.dataOf('kickedOut')).toEqual([{ type: 'userSigExpired' }]);
    }
  });

  it('is good again after the next login', async () => {
    const { codeOf, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.expireUserSig('me');
    await codeOf(sdk.getUserProfile({ userIDList: ['alice'] }));
    await run(sdk.login({ userID: 'me', userSig: 'new' }));
    expect(await codeOf(sdk.getUserProfile({ userIDList: ['alice'] }))).toBe(0);
  });
});

describe.each(['2.x', '3.x'] as const)('a send under way at a kick-out in %s', (flavour) => {
  const endOf = async (type: string): Promise<unknown> => {
    const { clock, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.hangNext('sendMessage');
    const ends: unknown[] = [];
    const sent = sdk.sendMessage(textTo(sdk, 'alice', 'hello'));
    sent.catch((error: unknown) => ends.push((error as { code: number }).code));
    server.kick('me', type);
    await clock.advance(100_000);
    return ends;
  };

  it('never ends after one by the REST API', async () => {
    expect(await endOf('REST_API_Kick')).toEqual([]);
  });

  it('ends with 2801 after any other', async () => {
    expect(await endOf('multipleAccount')).toEqual([2801]);
    expect(await endOf('multipleDevice')).toEqual([2801]);
  });
});

describe.each(['2.x', '3.x'] as const)('in a handler of KICKED_OUT %s', (flavour) => {
  it('still is logged in: a login answers `repeatLogin`, and nobody is logged in afterwards', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const answers: unknown[] = [];
    sdk.on('kickedOut', () => {
      const login = sdk.login({ userID: 'me', userSig: 'any' });
      void login.then(({ data }) => answers.push(data.repeatLogin));
    });
    server.kick('me');
    await clock.advance(5000);
    expect(answers).toEqual([true]);
    expect(server.truth.clientCount('me')).toBe(0);
  });
});
