import fc from 'fast-check';
import type { TimState } from 'tim-reactive';
import { c2cID, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../world.ts';

const alice = c2cID('alice');
const accounts = ['me', 'bob'] as const;

/** What may happen to the accounts of one SDK, by the store's doing and by the host's; each with a pause of the clock after. */
const step = fc.record({
  what: fc.constantFrom(
    'login',
    'login',
    'logout',
    'host login',
    'host logout',
    'connect',
    'release',
    'kick',
    'refuse',
    'cut',
    'restore',
    'message',
    'message',
    'send',
    'load',
  ),
  userID: fc.constantFrom(...accounts),
  pause: fc.constantFrom(0, 20, 60, 200, 2000, 20_000),
});

/** What stands in a state that is not its account's. Every text of this test says whose it is. */
function strangers({ session, conversations, messages, profiles }: TimState): readonly string[] {
  const { userID } = session;
  if (userID === undefined) {
    const sizes = [
      conversations.byID.size,
      messages.timelines.size,
      messages.history.size,
      profiles.byID.size,
    ];
    return sizes.every((size) => size === 0) ? [] : [`data of nobody: ${sizes.join()}`];
  }
  const texts = [...messages.timelines].flatMap(([, timeline]) =>
    [...timeline].map((message) => (message.type === 'TIMTextElem' ? message.payload.text : message.type)),
  );
  const previews = [...conversations.byID].map(
    ([, { lastMessage }]) => lastMessage?.messageForShow ?? userID,
  );
  return [...texts, ...previews].filter((text) => text !== userID).map((text) => `${text}'s at ${userID}'s`);
}

describe('G7: nothing crosses accounts', () => {
  it('nothing crosses accounts, and no login is stuck, whoever logs in and out, and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2.x', '3.x'),
        fc.array(step, { minLength: 1, maxLength: 16 }),
        async (flavour, steps) => {
          const { server, sdk, store, settle, finish } = createWorld({
            sdk: { flavour },
            server: { latency: 50 },
            expectsErrors: true,
          });
          const { session, messages } = store.actions;
          const found: string[] = [];
          store.subscribe((state) => found.push(...strangers(state)));
          const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
          const holds: (() => void)[] = [];
          for (const { what, userID, pause } of steps) {
            if (what === 'login') quietly(session.login({ userID, userSig: 'sig' }));
            if (what === 'logout') quietly(session.logout());
            if (what === 'host login') quietly(sdk.login({ userID, userSig: 'sig' }));
            if (what === 'host logout') quietly(sdk.logout());
            if (what === 'connect') holds.push(store.connect());
            if (what === 'release') holds.pop()?.();
            if (what === 'kick') server.kick(userID);
            if (what === 'refuse') server.failNext('login', { code: 70001 });
            if (what === 'cut') server.network(sdk).cut();
            if (what === 'restore') server.network(sdk).restore();
            if (what === 'message') server.sendText({ from: 'alice', to: userID, text: userID });
            if (what === 'send' && store.getState().session.status === 'ready') {
              try {
                messages.sendText(alice, store.getState().session.userID ?? '');
              } catch {
                // released meanwhile, or logged out by the host
              }
            }
            if (what === 'load') quietly(messages.load(alice));
            await settle(pause);
          }
          server.clearFaults();
          server.network(sdk).restore();
          await settle(100_000);
          expect(found).toEqual([]);

          await finish(session.login({ userID: 'me', userSig: 'sig' }), 100_000);
          expect(store.getState().session).toMatchObject({
            status: 'ready',
            userID: 'me',
            network: 'connected',
          });
          await finish(messages.load(alice), 1000);
          while (store.getState().messages.history.get(alice)?.isCompleted === false) {
            await finish(messages.loadOlder(alice), 1000);
          }
          server.sendText({ from: 'alice', to: 'me', text: 'me' });
          await settle(2000);
          // All that the server has is there, once; a send whose answer was lost counts as failed, and is there as well.
          const shown = [...selectTimeline(store.getState(), alice)].map(({ ID }) => ID);
          expect(new Set(shown).size).toBe(shown.length);
          expect(server.truth.messages('me', alice).filter(({ ID }) => !shown.includes(ID))).toEqual([]);
          expect(found).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
