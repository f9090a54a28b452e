// What a store knows after its connection was lost, on each of the vendor's packages.

import type { ConversationID, Message } from 'tim-reactive';
import { selectConversation, selectReadReceipt } from 'tim-reactive';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PackageName, packages } from './boot.ts';
import type { WireMessage } from './cloud/wire.ts';
import {
  alice,
  both,
  createHistoryWorld,
  type HistoryWorld,
  LONG_AGO,
  numbers,
  team,
} from './history-world.ts';
import { soon } from './observe.ts';

let world: HistoryWorld;
/** What `isRepairing` of the conversations was, in order, without repetitions. */
let repairs: Map<ConversationID, boolean[]>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => world.leave());

const pass = async (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const row = (text: string, id: ConversationID): Message | undefined =>
  world.timeline(id).toArray()[world.texts(id).indexOf(text)];

/** What the service has with this text. */
function stored(text: string, id: ConversationID): WireMessage {
  const { cloud } = world.boot;
  const messages = id === team ? cloud.group('team').messages : cloud.messages('me', 'alice');
  const message = messages.find(({ MsgBody }) => JSON.stringify(MsgBody).includes(`"Text":"${text}"`));
  if (message === undefined) throw new Error(`nobody wrote ${text}`);
  return message;
}

/** 1 to 40 and an own message are there; the newest page is loaded and on screen. */
async function enter(name: PackageName): Promise<void> {
  world = await createHistoryWorld(name, (write) => both.map((id) => write(id, 1, 40)));
  const { load, sendText, show } = world.store.actions.messages;
  repairs = new Map(both.map((id) => [id, []]));
  for (const id of both) {
    await soon(load(id));
    await soon(sendText(id, 'mine', { needReadReceipt: true }).finished);
    show(id);
    world.store
      .select(() => world.history(id).isRepairing)
      .subscribe((isRepairing) => repairs.get(id)?.push(isRepairing));
  }
  await pass(2000);
}

/** Is offline for a while, not as long as an unanswered request takes to fail, and what happens meanwhile. */
async function miss(happens: () => void): Promise<void> {
  world.boot.goOffline();
  await pass(10_000);
  happens();
  world.boot.goOnline();
  await pass(20_000);
}

/** How many hops it takes where 10 messages of both were missed: lite had loaded more of them before. */
const hopsFor10: Record<PackageName, number> = {
  'tim-js-sdk': 5,
  '@tencentcloud/chat': 5,
  '@tencentcloud/lite-chat': 6,
};

/** How many hops it takes where 310 messages of a group were missed; 3.x refuses one of them, the 21st of a second. */
const hopsFor310: Record<PackageName, number> = {
  'tim-js-sdk': 23,
  '@tencentcloud/chat': 25,
  '@tencentcloud/lite-chat': 24,
};

describe.each(packages)('a store that was offline on %s', (name) => {
  beforeEach(async () => enter(name));

  it('has the messages that came meanwhile, told by the SDK, and reads them again', async () => {
    const causes = new Set<string>();
    world.store.streams.changes$.subscribe(({ messages }) => {
      for (const { operations, cause } of messages)
        for (const operation of operations)
          if (operation.type === 'insert' && operation.message.time > LONG_AGO + 120) causes.add(cause);
    });
    await miss(() => both.map((id) => world.write(id, 121, 10)));
    for (const id of both) {
      expect(world.texts(id).slice(-12)).toEqual(['40', 'mine', ...numbers(121, 10)]);
      expect(world.gaps(id)).toEqual([]);
      expect(repairs.get(id)).toEqual([false, true, false]);
    }
    expect([...causes]).toEqual(['live']);
    expect(world.hops()).toBe(hopsFor10[name]);
  });

  it('knows what was edited and recalled, of old messages and of new ones', async () => {
    await miss(() => {
      const { edit, recall } = world.boot.cloud;
      for (const id of both) {
        world.write(id, 121, 10);
        edit(stored('36', id), 'edited');
        recall(stored('37', id));
        edit(stored('123', id), 'edited, too');
        recall(stored('124', id));
      }
    });
    for (const id of both) {
      const texts = world.texts(id);
      expect(texts.slice(texts.indexOf('35'))).toEqual([
        '35',
        'edited',
        ...numbers(37, 4),
        'mine',
        '121',
        '122',
        'edited, too',
        '124',
        ...numbers(125, 6),
      ]);
      expect(['36', '37', '123', '124', '125'].map((text) => row(text, id)?.isRevoked)).toEqual([
        undefined,
        true,
        undefined,
        true,
        false,
      ]);
      expect(world.gaps(id)).toEqual([]);
    }
  });

  it('knows what was edited and recalled where nothing was written', async () => {
    await miss(() => {
      for (const id of both) {
        world.boot.cloud.edit(stored('36', id), 'edited');
        world.boot.cloud.recall(stored('37', id));
      }
    });
    for (const id of both) {
      expect(world.texts(id).slice(-6)).toEqual(['edited', '37', '38', '39', '40', 'mine']);
      expect(['37', '38'].map((text) => row(text, id)?.isRevoked)).toEqual([true, false]);
    }
  });

  it('knows who has read its messages', async () => {
    expect(row('mine', alice)?.isPeerRead).toBe(false);
    await miss(() => {
      world.boot.cloud.read('alice', 'me');
      world.boot.cloud.receipt('alice', stored('mine', alice));
      world.boot.cloud.receipt('bob', stored('mine', team));
    });
    const state = world.store.getState();
    const mine = row('mine', alice);
    expect(selectConversation(state, alice)?.peerReadTime).toBeGreaterThanOrEqual(mine?.time ?? Infinity);
    expect(mine?.isPeerRead).toBe(true);
    expect(selectReadReceipt(state, mine?.ID)?.isPeerRead).toBe(true);
    expect(selectReadReceipt(state, row('mine', team)?.ID)).toMatchObject({ readCount: 1, unreadCount: 1 });
  });

  it('reads more than 300 missed ones of a group itself, which the SDK does not replay, and leaves a gap', async () => {
    const causes = new Map<string, number>();
    world.store.streams.changes$.subscribe(({ messages }) => {
      for (const { operations, cause } of messages)
        causes.set(
          cause,
          (causes.get(cause) ?? 0) + operations.filter(({ type }) => type === 'insert').length,
        );
    });
    await miss(() => {
      const { edit, recall } = world.boot.cloud;
      world.write(team, 121, 310);
      edit(stored('36', team), 'edited');
      recall(stored('37', team));
      edit(stored('400', team), 'edited, too');
      recall(stored('401', team));
    });
    expect(causes.get('live') ?? 0).toBe(0);
    expect(causes.get('repair')).toBeGreaterThanOrEqual(300);
    expect(world.hops()).toBe(hopsFor310[name]);
    expect(world.gaps(team)).toEqual([[42, 51]]);
    expect(world.history(team)).toMatchObject({ completeness: 'gaps', isRepairing: false });
    expect(repairs.get(team)).toEqual([false, true, false]);
    await soon(world.store.actions.messages.loadGap(team, { from: 42, to: 51 }));
    expect(world.gaps(team)).toEqual([]);
    const texts = world.texts(team);
    expect(texts.slice(texts.indexOf('edited'))).toEqual([
      'edited',
      ...numbers(37, 4),
      'mine',
      ...numbers(121, 310).map((text) => (text === '400' ? 'edited, too' : text)),
    ]);
    expect(['37', '38', '401', '402'].map((text) => row(text, team)?.isRevoked)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('has more than 300 missed ones of a C2C conversation', async () => {
    await miss(() => world.write(alice, 121, 310));
    expect(world.texts(alice).slice(-311)).toEqual(['mine', ...numbers(121, 310)]);
    expect(repairs.get(alice)).toEqual([false, true, false]);
  });
});

describe.each(packages)('a store that is offline again while it reads what was missed on %s', (name) => {
  it('has all of it in the end', async () => {
    await enter(name);
    const { goOffline, goOnline, line } = world.boot;
    goOffline();
    await pass(5000);
    for (const id of both) world.write(id, 121, 40);
    const stop = ['group_open_http_svc.group_msg_get', 'openim.getroammsg'].map(line.hold);
    goOnline();
    await pass(5000);
    expect(both.map((id) => world.history(id).isRepairing)).toContain(true);
    goOffline();
    for (const release of stop) release();
    await pass(5000);
    for (const id of both) world.write(id, 161, 5);
    goOnline();
    await pass(60_000);
    for (const id of both) {
      expect(world.texts(id).slice(-46)).toEqual(['mine', ...numbers(121, 45)]);
      expect(world.gaps(id)).toEqual([]);
      expect(world.history(id).isRepairing).toBe(false);
    }
  });
});

describe.each(packages)('a store whose server was away on %s', (name) => {
  it('has all that was missed, though an own message goes out first and hides it from the SDK', async () => {
    await enter(name);
    const { line } = world.boot;
    line.setOnline(false);
    await pass(10_000);
    for (const id of both) world.write(id, 121, 40);
    line.setOnline(true);
    vi.setSystemTime((LONG_AGO + 200) * 1000);
    // 2.x and 3.x connect when they are called.
    const sent = both.map((id) => world.store.actions.messages.sendText(id, 'back').finished);
    await soon(Promise.all(sent), 20_000);
    for (const id of both) {
      expect(world.texts(id).slice(-42)).toEqual(['mine', ...numbers(121, 40), 'back']);
      expect(world.gaps(id)).toEqual([]);
    }
  });
});
