import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { createTestWorld } from './world.ts';

const ONLINE = 1;
const OFFLINE = 2;
const UNLOGINED = 3;

describe.each(['2.x', '3.x'] as const)('user status in %s', (flavour) => {
  const connected = async () => {
    const world = createTestWorld({ maxInstances: 2 });
    const { sdk } = await world.connect('me', { flavour });
    return { ...world, sdk, heard: listen(sdk, 'onUserStatusUpdated') };
  };

  it('says who is there, the user first', async () => {
    const { connect, run, sdk } = await connected();
    const alice = await connect('alice', { flavour });
    await run(alice.sdk.setSelfStatus({ customStatus: 'busy' }));
    const { data } = await run(sdk.getUserStatus({ userIDList: ['alice', 'bob', 'me', 'nobody'] }));
    expect(data.successUserList).toEqual([
      { userID: 'me', statusType: ONLINE, customStatus: '' },
      { userID: 'alice', statusType: ONLINE, customStatus: 'busy' },
      { userID: 'bob', statusType: UNLOGINED, customStatus: '' },
    ]);
    expect(data.failureUserList).toEqual([{ userID: 'nobody', code: 70107, message: '' }]);
  });

  it('of the user alone is answered without the network', async () => {
    const { run, sdk, server } = await connected();
    expect((await run(sdk.setSelfStatus({ customStatus: 'here' }))).data).toEqual({
      userID: 'me',
      statusType: ONLINE,
      customStatus: 'here',
    });
    server.network('me').cut();
    const { data } = await sdk.getUserStatus({ userIDList: ['me'] });
    expect(data.successUserList).toEqual([{ userID: 'me', statusType: ONLINE, customStatus: 'here' }]);
  });

  it('of those subscribed comes by the event as they come, say something, lose the network and go', async () => {
    const { clock, connect, heard, run, sdk, server } = await connected();
    const { data } = await run(sdk.subscribeUserStatus({ userIDList: ['alice', 'nobody'] }));
    expect(data.failureUserList).toEqual([{ userID: 'nobody', code: 70107, message: '' }]);
    const alice = await connect('alice', { flavour });
    await run(alice.sdk.setSelfStatus({ customStatus: 'busy' }));
    server.network('alice').cut();
    await clock.advance(0);
    server.network('alice').restore();
    await clock.advance(0);
    await run(alice.sdk.logout());
    await clock.advance(0);
    expect(heard.map((event) => event.data)).toEqual([
      [{ userID: 'alice', statusType: ONLINE, customStatus: '' }],
      [{ userID: 'alice', statusType: ONLINE, customStatus: 'busy' }],
      [{ userID: 'alice', statusType: OFFLINE, customStatus: 'busy' }],
      [{ userID: 'alice', statusType: ONLINE, customStatus: 'busy' }],
      [{ userID: 'alice', statusType: UNLOGINED, customStatus: '' }],
    ]);
  });

  it('of others, and of those no longer subscribed, does not', async () => {
    const { clock, connect, heard, run, sdk } = await connected();
    await run(sdk.subscribeUserStatus({ userIDList: ['alice', 'bob'] }));
    await run(sdk.unsubscribeUserStatus({ userIDList: ['alice'] }));
    const alice = await connect('alice', { flavour });
    await run(sdk.unsubscribeUserStatus());
    await connect('bob', { flavour });
    await run(alice.sdk.logout());
    await clock.advance(0);
    expect(heard).toEqual([]);
  });

  it('of users without a client is what the server is told', async () => {
    const { clock, heard, run, sdk, server } = await connected();
    await run(sdk.subscribeUserStatus({ userIDList: ['bob'] }));
    server.setStatus('bob', { customStatus: 'at lunch' });
    await clock.advance(0);
    expect(heard.at(-1)?.data).toEqual([{ userID: 'bob', statusType: ONLINE, customStatus: 'at lunch' }]);
  });

  it('takes no empty list', async () => {
    const { sdk } = await connected();
    expect(() => sdk.getUserStatus({ userIDList: [] })).toThrow('Params validate failed.');
    expect(() => sdk.subscribeUserStatus({ userIDList: [] })).toThrow('Params validate failed.');
    expect(() => sdk.setSelfStatus({} as never)).toThrow('Params validate failed.');
  });
});
