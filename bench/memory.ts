import type { ConversationID, TimStore } from '../dist/src/index.js';
import { createTimStore, selectTimeline } from '../dist/src/index.js';
import type { RawMessage } from './driver.ts';
import { MY_USER_ID, rawConversation, rawMessage } from './raw-data.ts';
import type { ScriptedSdk } from './scripted-sdk.ts';
import { createScriptedSdk } from './scripted-sdk.ts';

/**
 * How many bytes a message takes in the store, with all that finds it there, against a plain frozen copy of its fields in
 * an array. What is counted is what comes back when either is let go, while the SDK's own objects stay, empty: so each side
 * has the strings for itself. Fails where it is more than 1.3 times as much.
 *
 *   cd bench; node --expose-gc --import tsx memory.ts
 */
const MESSAGES = 50_000;
const MOST = 1.3;
const FRIEND = 'C2Csomebody_else';
const NOBODY: readonly string[] = Object.freeze([]);

type Fill = (lives: readonly RawMessage[]) => Promise<unknown>;

const one = await bytes(1, plain);
const cases: Readonly<Record<string, readonly [stored: number, plain: number]>> = {
  'one conversation': [await bytes(1, intoStore()), one],
  'one conversation, in bursts': [await bytes(1, intoStore({ burst: 50 })), one],
  'one conversation, then read': [await bytes(1, intoStore({ after: (store) => readAll(store) })), one],
  'one conversation, then recalled': [await bytes(1, intoStore({ after: recallAll })), one],
  'own ones, which the peer has read': [
    await bytes(0, intoStore({ after: requirePeerRead })),
    await bytes(0, plain),
  ],
  '500 conversations': [await bytes(500, intoStore()), await bytes(500, plain)],
};
const result = Object.entries(cases).map(([what, [stored, copies]]) => ({
  what,
  bytes: stored,
  plain: copies,
  ratio: Math.round((stored / copies) * 100) / 100,
}));
console.log(JSON.stringify({ messages: MESSAGES, result }, undefined, 2));
if (!result.every(({ ratio }) => ratio <= MOST)) {
  console.error(`more than ${MOST} times as much as a plain copy`);
  process.exitCode = 1;
}

/** Bytes a message of what `fill` makes of them, in so many groups, or in a conversation with a friend. */
async function bytes(conversations: number, fill: Fill): Promise<number> {
  const lives = Array.from({ length: MESSAGES }, (_, i) => {
    const group = { conversationID: `GROUPthe_team_${i % conversations}` };
    const sequence = Math.floor(i / conversations) + 1;
    const raw =
      conversations === 0
        ? { ...rawMessage(i, { conversationID: FRIEND }), from: MY_USER_ID, to: FRIEND.slice(3), flow: 'out' }
        : { ...rawMessage(i, group), sequence };
    // As from the wire: each with strings of its own, in one piece.
    return JSON.parse(JSON.stringify(raw)) as RawMessage;
  });
  const held = [await fill(lives)];
  for (const live of lives) for (const key of Object.keys(live)) Object.assign(live, { [key]: undefined });
  const before = await heap();
  held.pop();
  const after = await heap();
  return Math.round((before - after) / lives.length);
}

function plain(lives: readonly RawMessage[]): Promise<unknown> {
  return Promise.resolve(lives.map(copyOf));
}

function intoStore({
  burst = 1,
  after,
}: {
  readonly burst?: number;
  readonly after?: (store: TimStore, scripted: ScriptedSdk, lives: readonly RawMessage[]) => Promise<unknown>;
} = {}): Fill {
  return async (lives) => {
    const row = Object.assign(rawConversation(0, FRIEND), { peerReadTime: 4_000_000_000 });
    const scripted = createScriptedSdk({ conversations: [row] });
    const store = createTimStore({ sdk: scripted.sdk });
    await store.actions.session.login({ userID: 'me', userSig: 'sig' });
    for (let i = 0; i < lives.length; i++) {
      scripted.emit('MESSAGE_RECEIVED', [lives[i]]);
      if (i % burst === burst - 1) await Promise.resolve();
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    await after?.(store, scripted, lives);
    const stored = [...store.getState().messages.timelines].reduce((sum, [, { length }]) => sum + length, 0);
    if (stored !== lives.length) throw new Error(`the store has ${stored} of ${lives.length} messages`);
    return store;
  };
}

async function readAll(store: TimStore): Promise<void> {
  const [[id] = []] = store.getState().messages.timelines;
  await store.actions.conversations.setRead(id as ConversationID);
  if (selectTimeline(store.getState(), id).at(0)?.isRead !== true) throw new Error('they are not read');
}

async function requirePeerRead(store: TimStore): Promise<void> {
  await Promise.resolve();
  if (selectTimeline(store.getState(), FRIEND).at(0)?.isPeerRead !== true)
    throw new Error('they are not read');
}

async function recallAll(
  store: TimStore,
  { emit }: ScriptedSdk,
  lives: readonly RawMessage[],
): Promise<void> {
  for (const live of lives) emit('MESSAGE_REVOKED', [Object.assign(live, { isRevoked: true })]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  const [[id] = []] = store.getState().messages.timelines;
  if (selectTimeline(store.getState(), id).at(0)?.isRevoked !== true)
    throw new Error('they are not recalled');
}

/** What anybody who keeps messages would keep of one: the fields that the store's have. */
function copyOf(live: RawMessage): object {
  return Object.freeze({
    ID: live.ID,
    conversationID: live.conversationID,
    conversationType: live['conversationType'],
    from: live['from'],
    to: live['to'],
    flow: live['flow'],
    time: live.time,
    sequence: live.sequence,
    clientSequence: live['clientSequence'],
    random: live['random'],
    priority: live['priority'],
    status: live['status'],
    error: undefined,
    attempt: 0,
    version: live['version'],
    isModified: live['isModified'],
    isRevoked: live.isRevoked,
    revoker: '',
    revokeReason: '',
    isDeleted: live['isDeleted'],
    isRead: live['isRead'],
    isPeerRead: live['isPeerRead'],
    isPlaceMessage: live['isPlaceMessage'],
    onlineUserOnly: live['_onlineOnlyFlag'],
    atUserList: NOBODY,
    cloudCustomData: live['cloudCustomData'],
    needReadReceipt: live['needReadReceipt'],
    isSupportExtension: live['isSupportExtension'],
    isBroadcastMessage: live['isBroadcastMessage'],
    hasRiskContent: false,
    type: live['type'],
    payload: Object.freeze({ text: (live['payload'] as { readonly text: string }).text }),
  });
}

/** Bytes in use, after what is garbage was collected. */
async function heap(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('run it by node --expose-gc');
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
}
