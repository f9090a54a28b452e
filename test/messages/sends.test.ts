import type { Message, TimStoreOptions } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectMessage,
  selectRevocableUntil,
  selectTimeline,
  selectUploadProgress,
  TimStoreError,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');
const team = groupID('team');
const file = (name = 'plan.pdf'): File => new File(['0123456789'], name);

interface SendingWorld extends World {
  /** The texts, and other messages' types, that the SDK was called to send, in order. */
  readonly calls: readonly string[];
  /** What the server has of the conversation with alice. */
  readonly delivered: () => readonly string[];
  readonly row: (ID: string) => Message | undefined;
}

/** A world in which files can be uploaded, answers take 100 ms, and `me` is ready. */
async function createSendingWorld(
  sdk: (typeof flavours)[number],
  store: Omit<TimStoreOptions, 'sdk'> = {},
  server: WorldOptions['server'] = {},
): Promise<SendingWorld> {
  const calls: string[] = [];
  const note = (message: unknown): void => {
    const { type, payload } = message as Message;
    calls.push(type === 'TIMTextElem' ? payload.text : type);
  };
  const world = createWorld({
    sdk,
    store,
    server: { latency: 100, uploadTime: 1000, ...server },
    wrap: (raw) => ({
      ...raw,
      sendMessage: (...args) => {
        note(args[0]);
        return raw.sendMessage(...args);
      },
      resendMessage: (...args) => {
        note(args[0]);
        return raw.resendMessage(...args);
      },
    }),
  });
  world.sdk.registerPlugin({ 'tim-upload-plugin': class {} });
  await world.login();
  return {
    ...world,
    calls,
    delivered: () => world.server.truth.messages('me', alice).map(({ text, type }) => text || type),
    row: (ID) => selectMessage(world.store.getState(), ID),
  };
}

/** The account is kicked out, and logs in again: what is not sent is kept. */
async function loginAgain({ server, settle, login }: World): Promise<void> {
  server.kick('me');
  await settle(1000);
  await login();
}

const outcomeOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe.each(flavours)('the order of sends on $flavour', (sdk) => {
  it('is the order of the calls in each conversation, also behind a file that is being uploaded', async () => {
    const { store, calls, settle, delivered, texts } = await createSendingWorld(sdk);
    const { sendFile, sendText } = store.actions.messages;
    sendFile(alice, file());
    sendText(alice, 'after the file');
    sendText(bob, 'to another');
    await settle();
    expect(texts(alice)).toEqual(['TIMFileElem', 'after the file']);
    expect(calls).toEqual(['TIMFileElem', 'to another']);
    await settle(900);
    expect(calls).toHaveLength(2);
    await settle(2000);
    expect(calls).toEqual(['TIMFileElem', 'to another', 'after the file']);
    expect(delivered()).toEqual(['TIMFileElem', 'after the file']);
  });

  it('goes on behind one that fails, or that the server never answers', async () => {
    const { server, store, settle, delivered } = await createSendingWorld(sdk);
    server.failNext('sendMessage', { code: 80_001 });
    server.hangNext('sendMessage');
    for (const text of ['rude', 'lost', 'fine']) store.actions.messages.sendText(alice, text);
    await settle(10_000);
    expect(delivered()).toEqual([]);
    await settle(10_000);
    expect(delivered()).toEqual(['fine']);
  });

  it('does not hold for what is for whoever is online', async () => {
    const { store, calls, settle } = await createSendingWorld(sdk);
    const { sendFile, sendCustom, sendText } = store.actions.messages;
    sendFile(alice, file());
    sendCustom(alice, { data: 'typing' }, { onlineUserOnly: true });
    sendText(alice, 'later');
    expect(calls).toEqual(['TIMFileElem', 'TIMCustomElem']);
    await settle(3000);
    expect(calls).toEqual(['TIMFileElem', 'TIMCustomElem', 'later']);
  });

  it('ends with the account: what waits fails with it, and holds nothing up afterwards', async () => {
    const { store, calls, settle, finish, login, texts } = await createSendingWorld(sdk);
    const { sendFile, sendText } = store.actions.messages;
    const ends = [sendFile(alice, file()), sendText(alice, 'waiting')].map(({ finished }) =>
      outcomeOf(finished),
    );
    await finish(store.actions.session.logout(), 1000);
    expect(await Promise.all(ends)).toMatchObject([{ code: 'LOGGED_OUT' }, { code: 'LOGGED_OUT' }]);
    await login();
    await finish(sendText(alice, 'anew').finished, 1000);
    await settle(5000);
    expect(calls).toEqual(['TIMFileElem', 'anew']);
    expect(texts(alice)).toEqual(['anew']);
  });
});

describe.each(flavours)('cancel on $flavour', (sdk) => {
  it('takes a message that waits from the screen, and it is never sent', async () => {
    const { store, calls, settle, texts, row } = await createSendingWorld(sdk);
    const { sendText } = store.actions.messages;
    sendText(alice, 'first');
    const { ID, finished, cancel } = sendText(alice, 'second');
    sendText(alice, 'third');
    await settle();
    expect(row(ID)?.status).toBe('sending');
    expect(cancel()).toBe(true);
    await expect(finished).rejects.toMatchObject({ name: 'TimStoreError', code: 'ABORTED', retryable: true });
    expect(row(ID)).toBeUndefined();
    expect(cancel()).toBe(false);
    await settle(1000);
    expect(calls).toEqual(['first', 'third']);
    expect(texts(alice)).toEqual(['first', 'third']);
    expect(() => store.actions.messages.resend(ID)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MESSAGE' }),
    );
  });

  it('works in the tick of the send', async () => {
    const { store, calls, settle, texts } = await createSendingWorld(sdk);
    const { sendText } = store.actions.messages;
    sendText(alice, 'first');
    expect(sendText(alice, 'second').cancel()).toBe(true);
    await settle(1000);
    expect(calls).toEqual(['first']);
    expect(texts(alice)).toEqual(['first']);
  });

  it('does nothing once the SDK has the message, or it has ended', async () => {
    const { store, finish, settle, row } = await createSendingWorld(sdk);
    const { ID, finished, cancel } = store.actions.messages.sendFile(alice, file());
    expect(cancel()).toBe(false);
    await settle(500);
    expect(cancel()).toBe(false);
    await finish(finished, 2000);
    expect(cancel()).toBe(false);
    expect(row(ID)?.status).toBe('success');
  });

  it('leaves a resend that waits failed, to be sent again', async () => {
    const { server, store, calls, finish, row } = await createSendingWorld(sdk);
    const { resend, sendText } = store.actions.messages;
    server.failNext('sendMessage', { code: 20_003 });
    const { ID, finished } = sendText(alice, 'again');
    await expect(finish(finished, 1000)).rejects.toMatchObject({ sdkCode: 20_003 });
    sendText(alice, 'before');
    const second = resend(ID);
    expect(resend(ID)).toBe(second);
    expect(second.cancel()).toBe(true);
    await expect(finish(second.finished)).rejects.toMatchObject({ code: 'ABORTED' });
    expect(row(ID)).toMatchObject({ status: 'fail', error: { code: 'ABORTED', retryable: true } });
    await finish(resend(ID).finished, 1000);
    expect(row(ID)).toMatchObject({ status: 'success', attempt: 3 });
    expect(calls).toEqual(['again', 'before', 'again']);
  });
});

describe.each(flavours)('messages.discard on $flavour', (sdk) => {
  it('drops a failed message for good: no page of the SDK brings it back', async () => {
    const { server, store, finish, texts, row } = await createSendingWorld(sdk);
    const { sendText, discard, load, resend } = store.actions.messages;
    server.failNext('sendMessage', { code: 20_003 });
    const { ID, finished } = sendText(alice, 'never mind');
    await outcomeOf(finish(finished, 1000));
    const discarded = discard(ID);
    expect(() => resend(ID)).toThrow(expect.objectContaining({ code: 'UNKNOWN_MESSAGE' }));
    await finish(discarded);
    expect(row(ID)).toBeUndefined();
    await finish(sendText(alice, 'fine').finished, 1000);
    await finish(load(alice), 1000);
    expect(texts(alice)).toEqual(['fine']);
  });

  it('refuses what is unknown, on its way, or sent', async () => {
    const { server, store, finish } = await createSendingWorld(sdk);
    const { sendText, discard, resend } = store.actions.messages;
    const unknown = { code: 'UNKNOWN_MESSAGE' };
    await expect(discard('nobody')).rejects.toMatchObject(unknown);
    server.failNext('sendMessage', { code: 20_003 });
    const { ID, finished } = sendText(alice, 'x');
    await Promise.resolve();
    await expect(discard(ID)).rejects.toMatchObject(unknown);
    await outcomeOf(finish(finished, 1000));
    const again = resend(ID);
    await expect(discard(ID)).rejects.toMatchObject(unknown); // in the tick of the resend
    await finish(again.finished, 1000);
    await expect(discard(ID)).rejects.toMatchObject(unknown);
  });
});

describe('messages.discard', () => {
  it('brings the message back as sent where the server got it after all, and the SDK shows that', async () => {
    const { server, store, settle, finish, texts } = await createSendingWorld(
      { flavour: '2.x' },
      {
        offline: 'fail',
      },
    );
    const { sendText, discard, load } = store.actions.messages;
    const { ID, finished } = sendText(alice, 'got through');
    await settle(60); // the request is there, the answer is not
    server.network('me').cut();
    await expect(finish(finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT' });
    await finish(discard(ID));
    expect(texts(alice)).toEqual([]);
    server.network('me').restore();
    await settle(3000);
    await finish(load(alice), 1000);
    expect(texts(alice)).toEqual(['got through']);
  });
});

describe.each(flavours)('a resend after another login on $flavour', (sdk) => {
  it('sends a text as it is, in its row', async () => {
    const world = await createSendingWorld(sdk);
    const { server, store, finish, delivered, row } = world;
    server.hangNext('sendMessage');
    const ids = ['lost', 'waiting'].map((text) => store.actions.messages.sendText(alice, text).ID);
    await loginAgain(world);
    expect(ids.map((ID) => row(ID))).toMatchObject([
      { status: 'fail', error: { code: 'KICKED_OUT' } },
      { status: 'fail', error: { code: 'KICKED_OUT' } },
    ]);
    for (const ID of ids) await finish(store.actions.messages.resend(ID).finished, 1000);
    expect(ids.map((ID) => row(ID))).toMatchObject([
      { status: 'success', attempt: 2 },
      { status: 'success', attempt: 2 },
    ]);
    expect(delivered()).toEqual(['lost', 'waiting']);
  });

  it('uploads a file anew, in its row, which stays one whatever the SDK calls the message', async () => {
    const world = await createSendingWorld(sdk);
    const { server, store, settle, finish, texts, row } = world;
    const { messages } = store.actions;
    const fractions: number[] = [];
    const onProgress = (fraction: number): void => void fractions.push(fraction);
    server.failNext('upload', { code: 2400 });
    const { ID, finished } = messages.sendFile(team, file(), { cloudCustomData: 'x', onProgress });
    await expect(finish(finished, 2000)).rejects.toMatchObject({ sdkCode: 2400, retryable: true });
    await loginAgain(world);
    const again = messages.resend(ID);
    expect(again.ID).toBe(ID);
    await settle(500);
    expect(selectUploadProgress(store.getState(), ID)).toBe(50);
    expect(fractions.at(-1)).toBe(0.5);
    await finish(again.finished, 2000);
    expect(row(ID)).toMatchObject({ ID, status: 'success', attempt: 2, cloudCustomData: 'x' });
    const [stored] = server.truth.messages('me', team);
    expect(row(stored?.ID ?? '')).toBe(row(ID)); // though the server knows it by another ID
    expect(stored?.ID).not.toBe(ID);
    await finish(messages.load(team), 1000);
    expect(texts(team)).toEqual(['TIMFileElem']);
    await finish(messages.revoke(ID), 1000);
    expect(row(ID)?.isRevoked).toBe(true);
  });

  it.each([alice, team])('is one row in %s, though a first attempt had got through, too', async (id) => {
    const world = await createSendingWorld(sdk, { offline: 'fail' });
    const { server, store, settle, finish, texts, row } = world;
    const { sendFile, resend, load } = store.actions.messages;
    const { ID, finished } = sendFile(id, file());
    await settle(1060); // uploaded, and the request is there, but the answer is not
    server.network('me').cut();
    await expect(finish(finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT' });
    server.network('me').restore();
    await settle(3000);
    await loginAgain(world);
    await finish(resend(ID).finished, 3000);
    expect(server.truth.messages('me', id)).toHaveLength(2);
    await finish(load(id), 1000);
    expect(texts(id)).toEqual(['TIMFileElem']);
    expect(row(ID)).toMatchObject({ status: 'success', attempt: 2 });
  });

  it('is the same row when the login after that pages the message in', async () => {
    const world = await createSendingWorld(sdk);
    const { server, store, finish, texts } = world;
    const { messages } = store.actions;
    server.failNext('upload', { code: 2400 });
    const { ID, finished } = messages.sendFile(alice, file());
    await outcomeOf(finish(finished, 2000));
    for (const end of ['fail', 'success']) {
      await loginAgain(world);
      if (end === 'fail') server.failNext('upload', { code: 2400 });
      expect(await outcomeOf(finish(messages.resend(ID).finished, 2000))).toMatchObject(
        end === 'fail' ? { sdkCode: 2400 } : { ID, status: 'success', attempt: 3 },
      );
    }
    await loginAgain(world);
    await finish(messages.load(alice), 1000);
    expect(texts(alice)).toEqual(['TIMFileElem']);
  });
});

describe.each(flavours)('the progress of uploads on $flavour', (sdk) => {
  it('is state, in percent, until the send ends, and touches nothing else', async () => {
    const { store, settle, row } = await createSendingWorld(sdk);
    const { ID } = store.actions.messages.sendFile(alice, file());
    const seen: (number | undefined)[] = [];
    await settle();
    const [message, timeline] = [row(ID), selectTimeline(store.getState(), alice)];
    store.select((state) => selectUploadProgress(state, ID)).subscribe((percent) => seen.push(percent));
    await settle(500);
    expect([row(ID), selectTimeline(store.getState(), alice)]).toEqual([message, timeline]);
    expect(row(ID)).toBe(message);
    expect(selectTimeline(store.getState(), alice)).toBe(timeline);
    await settle(2000);
    expect(seen).toEqual([undefined, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, undefined]);
    expect(store.getState().messages.uploads.size).toBe(0);
  });

  it('goes with an upload that fails', async () => {
    const { server, store, settle } = await createSendingWorld(sdk);
    server.failNext('upload', { code: 2400, atPercent: 50 });
    const { ID } = store.actions.messages.sendFile(alice, file());
    await settle(450);
    expect(selectUploadProgress(store.getState(), ID)).toBe(40);
    await settle(2000);
    expect(selectUploadProgress(store.getState(), ID)).toBeUndefined();
  });

  it('is committed once in 16 ms at most, of all files together, the last always', async () => {
    const { store, settle } = await createSendingWorld(sdk, {}, { uploadTime: 100 });
    let commits = 0;
    store.actions.messages.sendFile(alice, file());
    store.actions.messages.sendFile(bob, file());
    await settle();
    store.subscribe((state, previous) => {
      if (state.messages.uploads !== previous.messages.uploads) commits += 1;
    });
    let isWhole = false;
    store
      .select(({ messages }) => [...messages.uploads].map(([, percent]) => percent).join())
      .subscribe((percents) => (isWhole ||= percents === '100,100'));
    await settle(120); // ten reports of each in 100 ms: commits at 10, 26, 42, 58, 74, 90 and 106
    expect(commits).toBe(7);
    expect(isWhole).toBe(true);
  });

  it('takes whatever fraction the SDK tells', async () => {
    const { store, settle, sdk: client } = await createSendingWorld(sdk);
    const create = client.createFileMessage;
    let report: ((fraction: number) => void) | undefined;
    Object.assign(client, {
      createFileMessage: (options: Parameters<typeof create>[0]) => {
        report = options.onProgress;
        return create({ ...options, onProgress: () => undefined });
      },
    });
    const { ID } = store.actions.messages.sendFile(alice, file());
    const percentAfter = async (fraction: number): Promise<number | undefined> => {
      report?.(fraction);
      await settle(16);
      return selectUploadProgress(store.getState(), ID);
    };
    expect(await percentAfter(-1)).toBe(0);
    expect(await percentAfter(Number.NaN)).toBe(0);
    expect(await percentAfter(0.333)).toBe(33);
    expect(await percentAfter(1.7)).toBe(100);
    await settle(3000);
    expect(await percentAfter(0.5)).toBeUndefined(); // it has ended
  });
});

describe.each(flavours)('sends without network on $flavour', (sdk) => {
  it('wait for it, however long, and go out in order when it is back', async () => {
    const { server, store, calls, settle, row, delivered } = await createSendingWorld(sdk);
    server.network('me').cut();
    await settle(1000);
    const sends = ['a', 'b', 'c'].map((text) => store.actions.messages.sendText(alice, text));
    await settle(600_000);
    expect(sends.map(({ ID }) => row(ID)?.status)).toEqual(['sending', 'sending', 'sending']);
    expect(new Set(calls)).toEqual(new Set(['a'])); // tried again and again, for some SDKs connect only when called
    server.network('me').restore();
    await settle(10_000);
    expect(await Promise.all(sends.map(({ finished }) => finished))).toMatchObject([
      { status: 'success', attempt: 1 },
      { status: 'success' },
      { status: 'success' },
    ]);
    expect(delivered()).toEqual(['a', 'b', 'c']);
  });

  it.each([14_000, 14_800, 14_900, 15_000, 15_100, 15_500, 17_999])(
    'go out when it is back after %i ms, however that falls',
    async (ms) => {
      const { server, store, settle, finish, delivered } = await createSendingWorld(sdk);
      server.network('me').cut();
      await settle(1000);
      const { finished } = store.actions.messages.sendText(alice, 'a');
      await settle(ms);
      server.network('me').restore();
      await expect(finish(finished, 20_000)).resolves.toMatchObject({ status: 'success' });
      expect(new Set(delivered())).toEqual(new Set(['a']));
    },
  );

  it('upload their file when it is back', async () => {
    const { server, store, settle, finish, row } = await createSendingWorld(sdk);
    const { ID, finished } = store.actions.messages.sendFile(alice, file());
    await settle(500);
    server.network('me').cut();
    await settle(60_000);
    expect(row(ID)?.status).toBe('sending');
    server.network('me').restore();
    await expect(finish(finished, 10_000)).resolves.toMatchObject({ status: 'success' });
  });

  it('can be cancelled while they wait for it, and fail with the account', async () => {
    const { server, store, settle, finish, row } = await createSendingWorld(sdk);
    server.network('me').cut();
    await settle(1000);
    const [first, second] = ['a', 'b'].map((text) => store.actions.messages.sendText(alice, text));
    await settle(16_000);
    expect(first?.cancel()).toBe(true);
    await expect(first?.finished).rejects.toMatchObject({ code: 'ABORTED' });
    expect(row(first?.ID ?? '')).toMatchObject({ status: 'fail', error: { code: 'ABORTED' } });
    await settle(16_000);
    const { finished = Promise.resolve() } = second ?? {};
    const ended = outcomeOf(finished);
    await finish(outcomeOf(store.actions.session.logout()), 20_000);
    expect(await ended).toMatchObject({ code: 'LOGGED_OUT' });
  });

  it('do not wait where they are for whoever is online', async () => {
    const { server, store, settle, finish } = await createSendingWorld(sdk);
    server.network('me').cut();
    await settle(1000);
    const { finished } = store.actions.messages.sendCustom(alice, { data: 'x' }, { onlineUserOnly: true });
    await expect(finish(finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('do not wait for an answer that does not come, while the network is up', async () => {
    const { server, store, finish } = await createSendingWorld(sdk);
    server.hangNext('sendMessage');
    const { finished } = store.actions.messages.sendText(alice, 'lost');
    await expect(finish(finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
  });

  it('fail at once under the policy `fail`, and the SDK is not called', async () => {
    const { server, store, calls, settle, finish, row } = await createSendingWorld(sdk, { offline: 'fail' });
    server.network('me').cut();
    await settle(1000);
    const { ID, finished } = store.actions.messages.sendText(alice, 'now or never');
    await expect(finish(finished)).rejects.toMatchObject({ code: 'NETWORK', retryable: true });
    expect(row(ID)).toMatchObject({ status: 'fail', error: { code: 'NETWORK' } });
    expect(calls).toEqual([]);
    server.network('me').restore();
    await settle(5000);
    await finish(store.actions.messages.resend(ID).finished, 1000);
    expect(calls).toEqual(['now or never']);
  });
});

describe.each(flavours)('until when a message can be recalled on $flavour', (sdk) => {
  const until = ({ store }: World, ID: string): number | undefined =>
    selectRevocableUntil(store.getState(), ID);

  it('is known when it is sent, by the server’s clock, and flips by itself', async () => {
    const world = await createSendingWorld(sdk, {}, { clockOffset: 3_600_000 });
    const { store, settle, finish } = world;
    const { ID, finished } = store.actions.messages.sendText(alice, 'hello');
    await settle();
    expect(until(world, ID)).toBeUndefined();
    const { time } = await finish(finished, 1000);
    expect(until(world, ID)).toBe(time + 120);
    const seen: boolean[] = [];
    store.subscribe(() => seen.push(until(world, ID) !== undefined), `message:${ID}`);
    await settle(115_000);
    expect(until(world, ID)).toBe(time + 120);
    await settle(6000);
    expect(until(world, ID)).toBeUndefined();
    expect(seen.at(-1)).toBe(false);
    expect(seen.filter((isRevocable) => !isRevocable)).toHaveLength(1);
  });

  it('follows the option, and ends with a recall', async () => {
    const world = await createSendingWorld(sdk, { recallWindow: 10 });
    const { store, settle, finish } = world;
    const { sendText, revoke } = store.actions.messages;
    const [kept, recalled] = [sendText(alice, 'kept'), sendText(alice, 'recalled')];
    await finish(recalled.finished, 1000);
    await finish(revoke(recalled.ID), 1000);
    expect([until(world, kept.ID) === undefined, until(world, recalled.ID)]).toEqual([false, undefined]);
    await settle(10_000);
    expect(until(world, kept.ID)).toBeUndefined();
  });

  it('is known of what other devices sent, live and in pages, but not of what others sent or is too old', async () => {
    const world = createWorld({ sdk, server: { maxInstances: 2 } });
    const { server, store, clock, settle, finish, login } = world;
    const now = Math.floor(clock.now() / 1000);
    const old = server.sendText({ from: 'me', to: 'team', text: 'old', time: now - 200 });
    const recent = server.sendText({ from: 'me', to: 'team', text: 'recent', time: now - 50 });
    const other = server.sendText({ from: 'alice', to: 'team', text: 'of another', time: now - 50 });
    await login();
    await finish(store.actions.messages.load(team), 1000);
    expect([old, recent, other].map(({ ID }) => until(world, ID))).toEqual([undefined, now + 70, undefined]);
    const phone = server.createSdk(sdk);
    await finish(phone.login({ userID: 'me', userSig: 'sig' }), 2000);
    const message = phone.createTextMessage({
      to: 'alice',
      conversationType: 'C2C',
      payload: { text: 'from my phone' },
    });
    await finish(phone.sendMessage(message), 1000);
    await settle();
    expect(until(world, message.ID)).toBe(message.time + 120);
    await finish(phone.revokeMessage(message), 1000);
    await settle();
    expect(until(world, message.ID)).toBeUndefined();
  });

  it('is known anew after another login, when the message is loaded', async () => {
    const world = await createSendingWorld(sdk);
    const { store, finish } = world;
    const { ID, time } = await finish(store.actions.messages.sendText(alice, 'hello').finished, 1000);
    await loginAgain(world);
    expect(store.getState().messages.revocable.size).toBe(0);
    await finish(store.actions.messages.load(alice), 1000);
    expect(until(world, ID)).toBe(time + 120);
  });

  it('is never in an audio-video room, nor for a message that was deleted or cleared away', async () => {
    const world = await createSendingWorld(sdk);
    const { server, store, finish } = world;
    server.addGroup('room', { ownerID: 'alice', type: 'AVChatRoom' });
    const { messages, conversations, groups } = store.actions;
    await finish(groups.join('room', { type: 'AVChatRoom' }), 1000);
    const inRoom = messages.sendText(groupID('room'), 'hello all');
    const [deleted, cleared] = [messages.sendText(alice, 'x'), messages.sendText(bob, 'y')];
    await finish(Promise.all([inRoom, deleted, cleared].map(({ finished }) => finished)), 1000);
    const known = (): readonly boolean[] =>
      [inRoom, deleted, cleared].map(({ ID }) => until(world, ID) !== undefined);
    expect(known()).toEqual([false, true, true]);
    await finish(messages.delete([deleted.ID]), 1000);
    await finish(conversations.clearHistory(bob), 1000);
    expect(known()).toEqual([false, false, false]);
    expect(store.getState().messages.revocable.size).toBe(0);
  });
});

describe('a failed send', () => {
  it.each([
    [2801, 'TIMEOUT', true],
    [2800, 'NETWORK', true],
    [2805, 'NETWORK', true],
    [2996, 'SDK_ERROR', true], // too often, says the SDK
    [10_023, 'SDK_ERROR', true], // too often, says the service
    [20_005, 'SDK_ERROR', true],
    [2400, 'SDK_ERROR', true],
    [503, 'SDK_ERROR', true],
    [413, 'SDK_ERROR', false],
    [80_001, 'SDK_ERROR', false], // moderation
    [20_007, 'SDK_ERROR', false], // blocked
    [20_009, 'SDK_ERROR', false], // no friend
    [10_017, 'SDK_ERROR', false], // muted
    [10_004, 'SDK_ERROR', false],
    [2402, 'SDK_ERROR', false], // too large
  ] as const)('with the code %i is %s, retryable: %s', async (sdkCode, code, retryable) => {
    const { server, store, finish, row } = await createSendingWorld({ flavour: '3.x' });
    server.failNext('sendMessage', { code: sdkCode });
    const { ID, finished } = store.actions.messages.sendText(alice, 'x');
    const error = await outcomeOf(finish(finished, 1000));
    expect(error).toBeInstanceOf(TimStoreError);
    expect(error).toMatchObject({ code, sdkCode, retryable });
    expect(row(ID)?.error).toEqual({ code, sdkCode, retryable, message: (error as Error).message });
  });
});
