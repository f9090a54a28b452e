// How messages go out from the store, on each of the vendor's packages.

import type { Message, TimStore, TimStoreOptions } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectMessage,
  selectRevocableUntil,
  selectTimeline,
  selectUploadProgress,
} from 'tim-reactive';
import { describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, type PackageName, packages } from './boot.ts';
import { soon } from './observe.ts';
import { openStore, useStores } from './open-store.ts';
import { serveUploads, type Upload } from './uploads.ts';

const alice = c2cID('alice');
const team = groupID('team');

let boot: Boot;
let store: TimStore;
let uploads: readonly Upload[];

useStores();

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const row = (ID: string): Message | undefined => selectMessage(store.getState(), ID);
const file = (): File => new File(['0123456789'], 'plan.pdf');
const login = async (): Promise<unknown> =>
  soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);

async function enter(name: PackageName, options: Omit<TimStoreOptions, 'sdk'> = {}): Promise<void> {
  boot = await bootSdk(name);
  boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
  uploads = serveUploads(boot);
  store = openStore(boot, options);
  await login();
}

/** The types of what the service has got in the conversation with alice. */
const delivered = (): readonly string[] =>
  boot.cloud.messages('me', 'alice').flatMap(({ MsgBody }) => {
    if (!Array.isArray(MsgBody)) return [];
    return (MsgBody as readonly { MsgType: string; MsgContent: { Text?: string } }[]).map(
      ({ MsgType, MsgContent }) => MsgContent.Text ?? MsgType,
    );
  });

/** Waits for an upload to begin. */
async function upload(number: number): Promise<Upload> {
  await pass(1000);
  const begun = uploads[number];
  if (begun === undefined) throw new Error(`upload ${number} has not begun`);
  return begun;
}

describe.each(packages)('sends of a store on %s', (name) => {
  it('go out one after the other, also behind a file that is being uploaded', async () => {
    await enter(name);
    const { sendFile, sendText } = store.actions.messages;
    const sends = [
      sendFile(alice, file()),
      sendText(alice, 'one'),
      sendText(alice, 'two'),
      sendText(team, 'aside'),
    ];
    const { finish } = await upload(0);
    await pass(60_000);
    expect(delivered()).toEqual([]);
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['sending', 'sending', 'sending', 'success']);
    const release = boot.line.hold('openim.sendmsg');
    finish();
    await pass(1000);
    expect(boot.line.requests('openim.sendmsg')).toHaveLength(1);
    expect(sends[2]?.cancel()).toBe(true);
    release();
    await pass(1000);
    expect(delivered()).toEqual(['TIMFileElem', 'one']);
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .map(({ type, status }) => [type, status]),
    ).toEqual([
      ['TIMFileElem', 'success'],
      ['TIMTextElem', 'success'],
    ]);
  });

  it('tell how much is uploaded, and go out by a resend after an upload that failed', async () => {
    await enter(name);
    const { ID, finished } = store.actions.messages.sendFile(alice, file());
    const first = await upload(0);
    const seen: unknown[] = [];
    for (const fraction of [0.25, 0.5, 0.5]) {
      first.progress(fraction);
      await pass(20);
      seen.push(selectUploadProgress(store.getState(), ID));
    }
    expect(seen).toEqual([25, 50, 50]);
    first.fail();
    await expect(soon(finished, 1000)).rejects.toMatchObject({ code: 'SDK_ERROR', retryable: true });
    expect(row(ID)?.status).toBe('fail');
    expect(selectUploadProgress(store.getState(), ID)).toBeUndefined();
    const again = store.actions.messages.resend(ID);
    (await upload(1)).finish();
    await expect(soon(again.finished, 1000)).resolves.toMatchObject({ ID, status: 'success', attempt: 2 });
    expect(row(ID)).toMatchObject({ payload: { fileUrl: 'https://files.example/down' } });
  });

  it('upload a file anew after another login, in the same row', async () => {
    await enter(name);
    const { ID, finished } = store.actions.messages.sendFile(alice, file());
    (await upload(0)).fail();
    await expect(soon(finished, 1000)).rejects.toMatchObject({ code: 'SDK_ERROR' });
    boot.cloud.kick('me', 1);
    await pass(2000);
    await login();
    expect(row(ID)?.status).toBe('fail');
    const again = store.actions.messages.resend(ID);
    const second = await upload(1);
    second.progress(0.5);
    await pass(20);
    expect(selectUploadProgress(store.getState(), ID)).toBe(50);
    second.finish();
    await expect(soon(again.finished, 1000)).resolves.toMatchObject({ ID, status: 'success', attempt: 2 });
    await soon(store.actions.messages.load(alice), 1000);
    expect(selectTimeline(store.getState(), alice).length).toBe(1);
    await soon(store.actions.messages.revoke(ID), 1000);
    expect(row(ID)?.isRevoked).toBe(true);
  });

  it('do not bring back what was discarded', async () => {
    await enter(name);
    boot.cloud.say('alice', 'me', 'hi');
    const release = boot.line.answer('openim.sendmsg', () => ({
      ActionStatus: 'FAIL',
      ErrorCode: 80_001,
      ErrorInfo: '',
    }));
    const { ID, finished } = store.actions.messages.sendText(alice, 'rude');
    await expect(soon(finished)).rejects.toMatchObject({ sdkCode: 80_001, retryable: false });
    release();
    await soon(store.actions.messages.discard(ID));
    await soon(store.actions.messages.load(alice), 1000);
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .map(({ from }) => from),
    ).toEqual(['alice']);
  });

  it('wait for the network, however long, and go out in order when it is back', async () => {
    await enter(name);
    boot.goOffline();
    await pass(1000);
    const sends = ['a', 'b'].map((text) => store.actions.messages.sendText(alice, text));
    await pass(40_000); // more than twice of what the SDK waits
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['sending', 'sending']);
    boot.goOnline();
    await pass(20_000);
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['success', 'success']);
    expect(delivered()).toEqual(['a', 'b']);
  });

  it('go out by themselves when the server is back, though no window says so', async () => {
    await enter(name);
    boot.line.setOnline(false);
    await pass(5000);
    const sends = ['a', 'b'].map((text) => store.actions.messages.sendText(alice, text));
    await pass(40_000); // more than twice of what the SDK waits
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['sending', 'sending']);
    boot.line.setOnline(true);
    await pass(30_000);
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['success', 'success']);
    expect(delivered()).toEqual(['a', 'b']);
  });

  it('fail at once without network under the policy `fail`, and go out by a resend', async () => {
    await enter(name, { offline: 'fail' });
    boot.line.setOnline(false);
    await pass(20_000);
    const { ID, finished } = store.actions.messages.sendText(alice, 'now');
    await expect(soon(finished)).rejects.toMatchObject({ code: 'NETWORK', retryable: true });
    await pass(20_000);
    // Not all of them see by themselves that the server is back: a send that failed has them look.
    boot.line.setOnline(true);
    await pass(10_000);
    const again = store.actions.messages.resend(ID).finished.catch(() => undefined);
    await soon(again, 5000);
    expect(store.getState().session.network).toBe('connected');
    if (row(ID)?.status === 'fail') await soon(store.actions.messages.resend(ID).finished, 1000);
    expect(delivered()).toEqual(['now']);
  });

  it.each([alice, team])('can be recalled from %s for two minutes, or until they are', async (id) => {
    await enter(name);
    const { ID, time } = await soon(store.actions.messages.sendText(id, 'oops').finished);
    const { ID: other } = await soon(store.actions.messages.sendText(id, 'well').finished);
    const until = (message: string): number | undefined => selectRevocableUntil(store.getState(), message);
    expect(until(ID)).toBe(time + 120);
    await soon(store.actions.messages.revoke(ID));
    expect([until(ID), until(other) === undefined]).toEqual([undefined, false]);
    await pass(122_000);
    expect(until(other)).toBeUndefined();
  });
});
