import fc from 'fast-check';
import type { Message, SendHandle } from 'tim-reactive';
import { c2cID, groupID, selectMessage, selectTimeline, TimStoreError } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld } from '../world.ts';

const targets = [c2cID('alice'), groupID('team')] as const;

/** What may happen while messages are on their way; each step is followed by a pause of the clock. */
const step = fc.record({
  what: fc.constantFrom(
    'send',
    'send',
    'send',
    'resend',
    'refuse',
    'lose',
    'cut',
    'restore',
    'load',
    'kick',
    'logout',
    'login',
    'other',
    'dispose',
  ),
  target: fc.constantFrom(...targets),
  pause: fc.constantFrom(0, 40, 120, 1500, 16_000),
});

/** Whether this is how a send may end; a row that left with its account aside, what the row shows is the same. */
function isEnd(outcome: unknown): boolean {
  if (outcome instanceof TimStoreError) return outcome.message.startsWith('unable to ');
  const { status, error } = (outcome ?? {}) as Partial<Message>;
  return status === 'success' || (status === 'fail' && error?.message.startsWith('unable to ') === true);
}

describe('G9: every send ends', () => {
  it('every send ends: success or fail with a typed error, whatever happens meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2.x', '3.x'),
        fc.array(step, { minLength: 1, maxLength: 14 }),
        async (flavour, steps) => {
          const { server, sdk, store, settle, login } = await createReadyWorld({
            sdk: { flavour },
            server: { latency: 50 },
          });
          const { messages, session } = store.actions;
          const sends: { readonly handle: SendHandle; readonly ended: Promise<unknown> }[] = [];
          const refusals: unknown[] = []; // before anything was on screen
          const send = (begin: () => SendHandle): void => {
            try {
              const handle = begin();
              sends.push({ handle, ended: handle.finished.catch((error: unknown) => error) });
            } catch (error) {
              refusals.push(error);
            }
          };
          const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
          let isDisposed = false;
          for (const { what, target, pause } of steps) {
            if (what === 'send') send(() => messages.sendText(target, 'x'));
            if (what === 'resend') {
              const failed = selectTimeline(store.getState(), target)
                .toArray()
                .find(({ status }) => status === 'fail');
              if (failed !== undefined) send(() => messages.resend(failed.ID));
            }
            if (what === 'refuse') server.failNext('sendMessage', { code: 20003 });
            if (what === 'lose') server.hangNext('sendMessage');
            if (what === 'cut') server.network(sdk).cut();
            if (what === 'restore') server.network(sdk).restore();
            if (what === 'load') quietly(messages.load(target));
            if (what === 'kick') server.kick('me');
            if (what === 'logout') quietly(session.logout());
            if (what === 'login') quietly(session.login({ userID: 'me', userSig: 'sig' }));
            if (what === 'other') quietly(session.login({ userID: 'bob', userSig: 'sig' }));
            if (what === 'dispose') {
              store.dispose();
              isDisposed = true;
            }
            await settle(pause);
          }
          await settle(200_000);
          server.clearFaults();
          server.network(sdk).restore();
          await settle(200_000);
          expect(refusals.filter((error) => !(error instanceof TimStoreError))).toEqual([]);
          for (const { handle, ended } of sends) {
            const outcome = await Promise.race([ended, Promise.resolve(undefined)]);
            const row = selectMessage(store.getState(), handle.ID);
            expect([handle.ID, isEnd(outcome), row === undefined || isEnd(row)]).toEqual([
              handle.ID,
              true,
              true,
            ]);
          }
          await login().then(
            () => expect(isDisposed).toBe(false),
            (error: unknown) => expect([isDisposed, error]).toMatchObject([true, { code: 'DISPOSED' }]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
