// What others do to messages, loaded or not, as a store shows it, on each of the vendor's packages.

import type { ConversationID, Message } from 'tim-reactive';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PackageName, packages } from './boot.ts';
import type { WireMessage } from './cloud/wire.ts';
import { alice, both, createHistoryWorld, type HistoryWorld, numbers, team } from './history-world.ts';
import { soon } from './observe.ts';

let world: HistoryWorld;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => world.leave());

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const load = async (id: ConversationID): Promise<void> => soon(world.store.actions.messages.load(id));
const rows = (id: ConversationID): readonly Message[] => world.timeline(id).toArray();

/** What is done to a message while the page that has it is on its way, as it was before. */
async function meanwhile(id: ConversationID, happens: () => void): Promise<void> {
  const command = id === team ? 'group_open_http_svc.group_msg_get' : 'openim.getroammsg';
  const release = world.boot.line.hold(command);
  const loaded = world.store.actions.messages.load(id);
  await pass();
  happens();
  await pass();
  release();
  await soon(loaded);
}

/** Three messages; the one of the middle. */
async function enter(name: PackageName, id: ConversationID): Promise<WireMessage> {
  let middle: WireMessage | undefined;
  world = await createHistoryWorld(name, (write) => {
    [, middle] = write(id, 1, 3);
  });
  if (middle === undefined) throw new Error('nothing was written');
  return middle;
}

describe.each(packages)('a recall on %s', (name) => {
  it.each(both)('of a message of %s that was never loaded comes with its page', async (id) => {
    const message = await enter(name, id);
    world.boot.cloud.recall(message);
    await pass();
    expect(rows(id)).toEqual([]);
    await load(id);
    expect(rows(id).map(({ isRevoked, revoker }) => [isRevoked, revoker])).toEqual([
      [false, ''],
      [true, 'alice'],
      [false, ''],
    ]);
  });

  it.each(both)(
    'of a message of %s that is loaded is shown at once, and keeps what was written',
    async (id) => {
      const message = await enter(name, id);
      await load(id);
      world.boot.cloud.recall(message, 'alice');
      await pass();
      expect(rows(id)[1]).toMatchObject({ isRevoked: true, revoker: 'alice', payload: { text: '2' } });
    },
  );
});

/** Whether the SDK tells enough of a recall to find the message that a page brings later, as it was before. */
const isToldOfRecalls: Record<PackageName, readonly [c2c: boolean, group: boolean]> = {
  'tim-js-sdk': [false, false],
  '@tencentcloud/chat': [true, true],
  '@tencentcloud/lite-chat': [false, true],
};

describe.each(packages)('a recall while the page is on its way on %s', (name) => {
  it.each(both)('is kept for the message of %s where the SDK tells of it', async (id) => {
    const message = await enter(name, id);
    await meanwhile(id, () => world.boot.cloud.recall(message));
    const isTold = isToldOfRecalls[name][id === team ? 1 : 0];
    expect(rows(id).map(({ isRevoked }) => isRevoked)).toEqual([false, isTold, false]);
    expect(world.store.getState().messages.orphans).toHaveLength(
      name.includes('lite') && id === alice ? 1 : 0,
    );
  });
});

/** How the SDKs refuse to change what somebody else has changed meanwhile; the first two show the others' version. */
const conflict: Record<PackageName, number | undefined> = {
  'tim-js-sdk': 2480,
  '@tencentcloud/chat': 2480,
  '@tencentcloud/lite-chat': 20027,
};

describe.each(packages)('an edit by somebody else on %s', (name) => {
  it.each(both)('of a message of %s that is loaded is shown at once', async (id) => {
    const message = await enter(name, id);
    await load(id);
    world.boot.cloud.edit(message, 'two');
    await pass();
    expect(world.texts(id)).toEqual(['1', 'two', '3']);
    world.boot.cloud.edit(message, 'zwei');
    await pass();
    expect(world.texts(id)).toEqual(['1', 'zwei', '3']);
    expect(rows(id)[1]).toMatchObject({ version: 2, isModified: true });
  });

  it.each(both)('of a message of %s that was never loaded comes with its page', async (id) => {
    const message = await enter(name, id);
    world.boot.cloud.edit(message, 'two');
    await pass();
    expect(rows(id)).toEqual([]);
    await load(id);
    expect(world.texts(id)).toEqual(['1', 'two', '3']);
    expect(rows(id)[1]).toMatchObject({ version: 1 });
  });

  it.each(both)(
    'while the page of %s is on its way is not told by the SDK, and found after a reconnect',
    async (id) => {
      const message = await enter(name, id);
      await meanwhile(id, () => world.boot.cloud.edit(message, 'two'));
      expect(world.texts(id)).toEqual(['1', '2', '3']);
      world.boot.cut();
      await pass(20_000);
      expect(world.texts(id)).toEqual(['1', 'two', '3']);
    },
  );

  it.each(both)('of a message of %s before it came is its first sight', async (id) => {
    await enter(name, id);
    await load(id);
    const { cloud, line } = world.boot;
    const regain = line.losePushes();
    const [message] = world.write(id, 101, 1);
    if (message === undefined) throw new Error('nothing was written');
    cloud.edit(message, 'four');
    regain();
    cloud.repeat(message, 'me');
    await pass();
    expect(world.texts(id)).toEqual([...numbers(1, 3), 'four']);
    expect(rows(id)[3]).toMatchObject({ flow: 'in', version: 1, status: 'success' });
    expect(world.gaps(id)).toEqual([]);
  });

  it.each(both)(
    'of a message of %s before it came comes with its page where nothing is loaded',
    async (id) => {
      await enter(name, id);
      const { cloud, line } = world.boot;
      const regain = line.losePushes();
      const [message] = world.write(id, 101, 1);
      if (message === undefined) throw new Error('nothing was written');
      cloud.edit(message, 'four');
      regain();
      cloud.repeat(message, 'me');
      await pass();
      await load(id);
      expect(world.texts(id)).toEqual([...numbers(1, 3), 'four']);
      expect(world.gaps(id)).toEqual([]);
      expect(world.store.getState().messages.orphans).toEqual([]);
    },
  );

  it.each(both)('of a message of %s that I edit, too, is not overwritten', async (id) => {
    await enter(name, id);
    await load(id);
    const { sendText, modify } = world.store.actions.messages;
    const { ID } = await soon(sendText(id, 'mine').finished);
    const regain = world.boot.line.losePushes();
    const stored =
      id === team ? world.boot.cloud.group('team').messages : world.boot.cloud.messages('me', 'alice');
    const message = stored.at(-1);
    if (message === undefined) throw new Error('nothing was sent');
    world.boot.cloud.edit(message, 'theirs');
    regain();
    await expect(soon(modify(ID, { payload: { text: 'ours' } }))).rejects.toMatchObject({
      sdkCode: conflict[name],
    });
    expect(world.texts(id).at(-1)).toBe(name.includes('lite') ? 'mine' : 'theirs');
    expect(JSON.stringify(message.MsgBody)).toContain('theirs');
  });
});

describe.each(packages)('a message that was jumped to on %s', (name) => {
  /** 30 of 100 is loaded around, and the newest page. */
  const jump = async (): Promise<WireMessage> => {
    world = await createHistoryWorld(name, (write) => write(team, 1, 100));
    await load(team);
    await soon(world.store.actions.messages.loadAround(team, { sequence: 30 }));
    const message = world.boot.cloud.group('team').messages[29];
    if (message === undefined) throw new Error('nothing was written');
    return message;
  };
  const jumpedTo = (): Message | undefined => rows(team).find(({ sequence }) => sequence === 30);

  it('is known to be recalled where the SDK tells', async () => {
    const message = await jump();
    world.boot.cloud.recall(message);
    await pass();
    expect(jumpedTo()?.isRevoked).toBe(isToldOfRecalls[name][1]);
  });

  it('is not known to be edited: no SDK tells', async () => {
    const message = await jump();
    world.boot.cloud.edit(message, 'edited');
    await pass();
    expect(jumpedTo()?.payload).toEqual({ text: '30' });
  });

  it('can be changed and recalled, if it is mine', async () => {
    world = await createHistoryWorld(name, (_, cloud) => {
      for (const text of numbers(1, 100)) cloud.sayInGroup('me', 'team', text);
    });
    await load(team);
    const { loadAround, modify, revoke } = world.store.actions.messages;
    const ID = (await soon(loadAround(team, { sequence: 30 })))?.ID ?? '';
    await soon(modify(ID, { payload: { text: 'thirty' } }));
    expect(jumpedTo()?.payload).toEqual({ text: 'thirty' });
    await soon(revoke(ID));
    expect(jumpedTo()?.isRevoked).toBe(true);
    expect(world.boot.cloud.group('team').messages[29]).toMatchObject({ MsgVersion: 1, IsPlaceMsg: 2 });
  });
});
