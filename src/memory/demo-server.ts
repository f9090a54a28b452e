import { systemClock } from '../shared/clock.ts';
import { TYPES } from '../sdk/constants.ts';
import { createMemoryServer } from './create-memory-server.ts';
import type { MemoryServer, MemoryServerOptions } from './memory-server.ts';

const MINUTE = 60;

/** Minutes ago, who, to whom, and what. */
const SAID: readonly (readonly [number, string, string, string])[] = [
  [180, 'carol', 'garden', 'Who waters the tomatoes this week?'],
  [175, 'bob', 'garden', 'I can, from Tuesday on.'],
  [174, 'alice', 'garden', 'Then I take Monday.'],
  [170, 'carol', 'garden', 'Perfect. The key is where it always is.'],
  [95, 'alice', 'bob', 'Did you see the seedlings?'],
  [94, 'bob', 'alice', 'Yes! Twice as tall as last week.'],
  [40, 'bob', 'alice', 'Shall we plant them out on Saturday?'],
  [12, 'carol', 'alice', 'Could you bring the small spade tomorrow?'],
  [11, 'carol', 'alice', 'And the gloves, please.'],
];

/**
 * A server with a small world, for a demo, or for a look around: log in as 'alice', 'bob' or 'carol', who are friends and
 * in the group 'garden'; 'dave' is a stranger who wants to be Alice's friend. Alice has not read everything.
 *
 * @example
 * const server = createDemoServer();
 * const store = createTimStore({ sdk: server.createSdk() });
 * await store.actions.session.login({ userID: 'alice', userSig: 'any' });
 */
export function createDemoServer(options: MemoryServerOptions = {}): MemoryServer {
  const server = createMemoryServer({ latency: 100, ...options });
  const { clock = systemClock, clockOffset = 0 } = options;
  const now = Math.floor((clock.now() + clockOffset) / 1000);
  server.seed({
    users: {
      alice: { nick: 'Alice', selfSignature: 'In the garden.' },
      bob: { nick: 'Bob' },
      carol: { nick: 'Carol' },
      dave: { nick: 'Dave' },
    },
    groups: {
      garden: {
        name: 'Community garden',
        notification: 'Meeting on Saturday at ten',
        ownerID: 'carol',
        memberIDs: ['alice', 'bob'],
        nameCards: { bob: 'Bob, plot 7' },
      },
    },
    friends: [
      ['alice', 'bob'],
      ['alice', 'carol', { remark: 'Carol from plot 3' }],
      ['bob', 'carol'],
    ],
    messages: SAID.map(([minutes, from, to, text]) => ({ from, to, text, time: now - minutes * MINUTE })),
    read: { alice: ['GROUPgarden', 'C2Cbob'], bob: ['GROUPgarden', 'C2Calice'], carol: ['GROUPgarden'] },
  });
  server.send({
    from: 'bob',
    to: 'garden',
    type: TYPES.MSG_TEXT,
    payload: { text: '@Alice: the hose leaks again.' },
    atUserList: ['alice'],
    time: now - 5 * MINUTE,
  });
  server.setProfile('alice', { allowType: TYPES.ALLOW_TYPE_NEED_CONFIRM });
  server.requestFriend('dave', 'alice', { wording: 'I have taken over plot 12.' });
  return server;
}
