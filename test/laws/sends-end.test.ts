import fc from 'fast-check';
import type { ConversationID, Message, SendHandle } from 'tim-reactive';
import { c2cID, groupID, selectMessage, selectTimeline, TimStoreError } from 'tim-reactive';
import type { MemorySdk, NetworkSwitch } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../world.ts';

const targets = [c2cID('alice'), groupID('team')] as const;

/** What may happen while messages are on their way; each step is followed by a pause of the clock. */
const step = fc.record({
  what: fc.constantFrom(
    'send',
    'send',
    'send',
    'sendFile',
    'typing',
    'cancel',
    'discard',
    'resend',
    'refuse',
    'spoil',
    'lose',
    'cut',
    'restore',
    'load',
    'write',
    'kick',
    'logout',
    'login',
    'other',
    'dispose',
  ),
  target: fc.constantFrom(...targets),
  pause: fc.constantFrom(undefined, 0, 40, 120, 1500, 16_000),
});

interface Send {
  readonly handle: SendHandle;
  readonly ended: Promise<unknown>;
  readonly isOrderedIn: ConversationID | undefined;
}

/** Whether this is how a send may end; a row that left with its account aside, what the row shows is the same. */
function isEnd(outcome: unknown): boolean {
  if (outcome instanceof TimStoreError) return outcome.message.startsWith('unable to ');
  const { status, error } = (outcome ?? {}) as Partial<Message>;
  return status === 'success' || (status === 'fail' && error?.message.startsWith('unable to ') === true);
}

describe('G9: every send ends', () => {
  it('every send ends: success or fail with a typed error, in a row that moves at most once, whatever happens meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2.x', '3.x'),
        fc.constantFrom('queue', 'fail'),
        fc.array(step, { minLength: 1, maxLength: 14 }),
        async (flavour, offline, steps) => {
          const calls: string[] = [];
          let client: MemorySdk | undefined;
          const world = createWorld({
            sdk: { flavour },
            server: { latency: 50, uploadTime: 500 },
            store: { offline },
            wrap: (raw) => ({
              ...(client = raw),
              sendMessage: (...args) => {
                calls.push(args[0].ID);
                return raw.sendMessage(...args);
              },
            }),
          });
          const { server, store, settle, login } = world;
          world.sdk.registerPlugin({ 'tim-upload-plugin': class {} });
          await login();
          const { messages, session } = store.actions;
          const sends: Send[] = [];
          const cancelled: string[] = []; // before they went out
          const refusals: unknown[] = []; // before anything was on screen
          const send = (begin: () => SendHandle, isOrderedIn?: ConversationID): void => {
            try {
              const handle = begin();
              sends.push({ handle, ended: handle.finished.catch((error: unknown) => error), isOrderedIn });
            } catch (error) {
              refusals.push(error);
            }
          };
          const moves = new Map<string, number>(); // of rows
          store.streams.changes$.subscribe((changes) => {
            for (const one of changes.messages.flatMap(({ operations }) => operations))
              if (one.type === 'move') moves.set(one.message.ID, (moves.get(one.message.ID) ?? 0) + 1);
          });
          const network = (): NetworkSwitch => server.network(client ?? 'me');
          const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
          let isDisposed = false;
          for (const { what, target, pause } of steps) {
            const failed = selectTimeline(store.getState(), target)
              .toArray()
              .find(({ status }) => status === 'fail');
            if (what === 'send') send(() => messages.sendText(target, 'x'), target);
            if (what === 'sendFile')
              send(() => messages.sendFile(target, { name: 'x.pdf', size: 1 }), target);
            if (what === 'typing')
              send(() => messages.sendCustom(target, { data: 'x' }, { onlineUserOnly: true }));
            if (what === 'cancel')
              for (const { handle } of sends.slice(-2)) {
                const wasNew = selectMessage(store.getState(), handle.ID)?.attempt === 1;
                const wasCalled = calls.includes(handle.ID);
                if (handle.cancel() && wasNew && !wasCalled) cancelled.push(handle.ID);
              }
            if (what === 'resend' && failed !== undefined) send(() => messages.resend(failed.ID));
            if (what === 'discard' && failed !== undefined) quietly(messages.discard(failed.ID));
            if (what === 'spoil') server.failNext('upload', { code: 2400, atPercent: 30 });
            if (what === 'refuse') server.failNext('sendMessage', { code: 20003 });
            if (what === 'lose') server.hangNext('sendMessage');
            if (what === 'cut') network().cut();
            if (what === 'restore') network().restore();
            if (what === 'write') server.sendText({ from: 'bob', to: 'team', text: 'y' });
            if (what === 'load') quietly(messages.load(target));
            if (what === 'kick') server.kick('me');
            if (what === 'logout') quietly(session.logout());
            if (what === 'login') quietly(session.login({ userID: 'me', userSig: 'sig' }));
            if (what === 'other') quietly(session.login({ userID: 'bob', userSig: 'sig' }));
            if (what === 'dispose') {
              store.dispose();
              isDisposed = true;
            }
            if (pause !== undefined) await settle(pause); // else both within one tick
          }
          await settle(200_000);
          server.clearFaults();
          network().restore();
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
            expect(handle.cancel()).toBe(false);
          }
          expect([...moves].filter(([, count]) => count > 1)).toEqual([]);
          expect(calls.filter((ID) => cancelled.includes(ID))).toEqual([]);
          expect(store.getState().messages.uploads.size).toBe(0);
          for (const target of targets) {
            // Each went out for the first time in the order in which they were written.
            const written = sends.filter((one) => one.isOrderedIn === target).map(({ handle }) => handle.ID);
            const called = calls.filter((ID, index) => calls.indexOf(ID) === index && written.includes(ID));
            expect(called).toEqual([...new Set(written)].filter((ID) => called.includes(ID)));
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
