/** Opens every driver on a small world, and asserts that its subscriber sees what each operation brings. */
import assert from 'node:assert/strict';
import type { CreateDriver, RawConversation, RawMessage } from './driver.ts';
import { rawConversation, rawMessage } from './raw-data.ts';

/** What the subscriber read last, and how often it was called. */
interface Seen {
  calls: number;
  length: number;
  at: (index: number) => Row;
}

type Row = Readonly<Record<string, unknown>>;

const LOADED = 200;
/** So that older and late ones have numbers, too. */
const FIRST = 1000;
const libraries = process.argv.slice(2);
const all = [
  'tim-reactive',
  'mutable',
  'plain-array',
  'rtk-entity',
  'stream-chat',
  'tanstack-db',
  'chat-uikit-engine',
];

for (const library of libraries.length > 0 ? libraries : all) {
  for (const open of ['C2Cuser0', 'GROUPgroup0']) {
    const { createDriver } = (await import(`./libraries/${library}.ts`)) as { createDriver: CreateDriver };
    const done = await checkDriver(createDriver, open, library === 'tanstack-db' ? 50 : Infinity);
    process.stdout.write(`${library} ${open}: ${done.join(' ')}\n`);
  }
}

/** `most` is how many rows the library hands out at most. Answers what the driver can do. */
async function checkDriver(createDriver: CreateDriver, open: string, most: number): Promise<string[]> {
  const conversations = Array.from({ length: 20 }, (_, i) => rawConversation(i, i === 0 ? open : undefined));
  const message = (i: number): RawMessage => rawMessage(i, { conversationID: open });
  const messages = (from: number, count: number): RawMessage[] =>
    Array.from({ length: count }, (_, i) => message(from + i));
  const seen: Seen = { calls: 0, length: 0, at: () => ({}) };
  const driver = await createDriver({
    loaded: messages(FIRST, LOADED),
    older: messages(FIRST - 100, 40),
    conversations,
    open,
    look: (length, at) => {
      seen.calls += 1;
      seen.length = length;
      seen.at = at as Seen['at'];
    },
  });

  let count = LOADED;
  let last = FIRST + LOADED - 1;
  /** Whether it tells of what is not among the last `most`. */
  const tellsAll = most === Infinity;
  const expectSeen = async (isTold: boolean, does: () => Promise<void> | void): Promise<void> => {
    const before = seen.calls;
    await does();
    if (!isTold) return;
    assert.ok(seen.calls > before, 'the subscriber was not called');
    assert.equal(seen.length, Math.min(count, most));
    assert.equal(idOf(seen.at(seen.length - 1)), message(last).ID);
  };

  for (let i = 0; i < 5; i += 1) {
    last += 2; // leaves room for a late one
    count += 1;
    await expectSeen(true, () => driver.append(message(last)));
  }
  for (let i = 0; i < 3 && driver.insert !== undefined; i += 1) {
    count += 1;
    const late = message(last - 1 - 2 * i);
    await expectSeen(true, () => driver.insert?.(late));
    assert.equal(idOf(seen.at(seen.length - 2 - 2 * i)), late.ID);
  }
  if (driver.update !== undefined) {
    const index = Math.min(count, most) - 10;
    const before = seen.at(index);
    const recalled = { ...message(FIRST + LOADED - 1), isRevoked: true };
    await expectSeen(true, () => driver.update?.(recalled));
    const row = Array.from({ length: seen.length }, (_, i) => seen.at(i)).find(
      (one) => idOf(one) === recalled.ID,
    );
    assert.ok(row?.['isRevoked'] === true || row?.['type'] === 'deleted', 'it is not recalled');
    assert.equal(idOf(seen.at(index)), idOf(before));
  }
  for (let i = 1; i <= 2 && driver.prepend !== undefined; i += 1) {
    const page = messages(FIRST - 15 * i, 15);
    count += 15;
    await expectSeen(tellsAll, () => driver.prepend?.(page));
    if (tellsAll) assert.equal(idOf(seen.at(0)), page[0]?.ID);
  }
  if (driver.burst !== undefined) {
    const burst = conversations
      .slice(0, 10)
      .flatMap(({ conversationID }) => [0, 1, 2].map((i) => rawMessage(last + 1 + i, { conversationID })));
    last += 3;
    count += 3;
    await expectSeen(true, () => driver.burst?.(burst));
  }
  if (driver.list !== undefined) await checkList(driver.list, conversations, seen);
  driver.dispose?.();

  return Object.keys(driver).filter((name) => name !== 'dispose');
}

async function checkList(
  list: (rows: readonly RawConversation[]) => Promise<void> | void,
  rows: readonly RawConversation[],
  seen: Seen,
): Promise<void> {
  const first = rows[0];
  assert.ok(first !== undefined);
  for (let i = 0; i < 3; i += 1) {
    first.unreadCount += 1; // in place, as the SDK does
    const before = seen.calls;
    await list([...rows]);
    assert.ok(seen.calls > before, 'the subscriber was not called');
    assert.equal(seen.length, rows.length);
    assert.equal(seen.at(0)['unreadCount'], first.unreadCount);
  }
}

function idOf(row: Row | undefined): unknown {
  return row?.['ID'] ?? row?.['id'];
}
