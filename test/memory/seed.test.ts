import { createDemoServer, createManualClock, createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';

describe('server.seed', () => {
  it('builds users, groups, friends, messages and reads in one call', () => {
    const server = createMemoryServer({ clock: createManualClock() });
    server.seed({
      users: { me: {}, alice: { nick: 'Alice' } },
      groups: { team: { ownerID: 'alice', memberIDs: ['me'] } },
      friends: [['me', 'alice', { remark: 'Ali' }]],
      messages: [
        { from: 'alice', to: 'me', text: 'hello', time: 100 },
        { from: 'alice', to: 'team', type: 'TIMCustomElem', payload: { data: 'x' } },
        { from: 'alice', to: 'team', text: 'there' },
      ],
      read: { me: ['C2Calice'] },
    });
    const { truth } = server;
    expect(truth.messages('me', 'C2Calice')).toMatchObject([{ text: 'hello', time: 100 }]);
    expect(truth.messages('me', 'GROUPteam').map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect([truth.unreadCount('me', 'C2Calice'), truth.unreadCount('me', 'GROUPteam')]).toEqual([0, 2]);
    expect(truth.relations('me').friends).toEqual({ alice: { remark: 'Ali', groups: [] } });
  });

  it('may be called again', () => {
    const server = createMemoryServer();
    server.seed({ users: { me: {}, alice: {} } });
    server.seed({ messages: [{ from: 'alice', to: 'me', text: 'hello' }] });
    expect(server.truth.messages('me', 'C2Calice')).toHaveLength(1);
  });
});

describe('createDemoServer', () => {
  it('has a world to look around in, the same at each run', () => {
    const worlds = [1, 2].map(() => createDemoServer({ clock: createManualClock() }));
    const [first, second] = worlds.map(({ truth }) => ({
      garden: truth.messages('alice', 'GROUPgarden'),
      carol: truth.messages('alice', 'C2Ccarol'),
      unread: truth.unreadCount('alice', 'C2Ccarol'),
      requests: truth.relations('alice').requestsReceived,
    }));
    expect(first).toMatchObject({ unread: 2, requests: ['dave'] });
    expect(first?.garden.at(-1)?.text).toBe('@Alice: the hose leaks again.');
    expect(second).toEqual(first);
  });
});
