import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { createTestWorld, textTo } from './world.ts';

describe.each(['2.x', '3.x'] as const)('the blocklist in %s', (flavour) => {
  const connected = async () => {
    const world = createTestWorld({ maxInstances: 2 });
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, heard: listen(sdk, 'blacklistUpdated') };
  };

  it('grows by the event; the answer is the list as it was', async () => {
    const { heard, run, sdk, server } = await connected();
    expect((await run(sdk.addToBlacklist({ userIDList: ['alice', 'me'] }))).data).toEqual([]);
    expect(heard.map(({ data }) => data)).toEqual([['alice']]);
    expect((await sdk.getBlacklist()).data).toEqual(['alice']);
    expect(server.truth.relations('me').blocklist).toEqual(['alice']);
  });

  it('shrinks at once; 2.x then fires no event', async () => {
    const { clock, heard, run, sdk, server } = await connected();
    server.block('me', 'alice');
    await clock.advance(0);
    heard.length = 0;
    expect((await run(sdk.removeFromBlacklist({ userIDList: ['alice'] }))).data).toEqual([]);
    await clock.advance(1000);
    expect(heard.map(({ data }) => data)).toEqual(flavour === '3.x' ? [[]] : []);
    expect(server.truth.relations('me').blocklist).toEqual([]);
  });

  it('is whole in each event, and reaches the user’s other clients', async () => {
    const { clock, connect, run, sdk } = await connected();
    const phone = await connect('me', { flavour });
    const heard = listen(phone.sdk, 'blacklistUpdated');
    await run(sdk.addToBlacklist({ userIDList: ['alice'] }));
    await run(sdk.addToBlacklist({ userIDList: ['bob'] }));
    await run(sdk.removeFromBlacklist({ userIDList: ['alice'] }));
    await clock.advance(0);
    expect(heard.map(({ data }) => data)).toEqual([['alice'], ['alice', 'bob'], ['bob']]);
  });

  it('does not take the user alone', async () => {
    const { codeOf, sdk } = await connected();
    expect(await codeOf(sdk.addToBlacklist({ userIDList: ['me'] }))).toBe(2742);
    expect(() => sdk.addToBlacklist({ userIDList: [] })).toThrow('Params validate failed.');
  });

  it('ends a friendship, both ways', async () => {
    const { clock, run, sdk, server } = await connected();
    server.befriend('me', 'alice');
    await clock.advance(0);
    await run(sdk.addToBlacklist({ userIDList: ['alice'] }));
    await clock.advance(0);
    expect((await sdk.getFriendList()).data).toEqual([]);
    expect(server.truth.relations('alice').friends).toEqual({});
  });

  it('lets no message pass between the two: 20007', async () => {
    const { codeOf, connect, sdk, server } = await connected();
    const alice = await connect('alice', { flavour });
    server.block('me', 'alice');
    expect(await codeOf(alice.sdk.sendMessage(textTo(alice.sdk, 'me', 'hello')))).toBe(20007);
    expect(await codeOf(sdk.sendMessage(textTo(sdk, 'alice', 'hello')))).toBe(20007);
    expect(server.truth.messages('me', 'C2Calice')).toEqual([]);
    server.unblock('me', 'alice');
    expect(await codeOf(alice.sdk.sendMessage(textTo(alice.sdk, 'me', 'hello')))).toBe(0);
  });

  it('is not asked for again after a reconnect', async () => {
    const { clock, heard, sdk, server } = await connected();
    server.network('me').cut();
    server.block('me', 'alice');
    await clock.advance(0);
    server.network('me').restore();
    await clock.advance(5000);
    expect(heard).toEqual([]);
    expect((await sdk.getBlacklist()).data).toEqual([]);
  });
});
