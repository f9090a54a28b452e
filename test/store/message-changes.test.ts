import type { Message, TimelineOperation } from 'tim-reactive';
import { c2cID, groupID, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { diffStates } from '../../src/store/diff-states.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');

function apply(list: Message[], steps: readonly TimelineOperation[]): void {
  for (const step of steps) {
    if (step.type === 'insert') list.splice(step.index, 0, step.message);
    else if (step.type === 'update') list[step.index] = step.message;
    else if (step.type === 'remove') list.splice(step.index, 1);
    else list.splice(step.to, 0, ...list.splice(step.from, 1).map(() => step.message));
  }
}

describe('the messages of changes$', () => {
  it('give the snapshot and the steps to it, so that a list of one’s own stays the same as the timeline', async () => {
    const world = createWorld();
    const { server, store, settle, finish } = world;
    for (let number = 1; number <= 40; number++)
      server.sendText({ from: 'alice', to: 'me', text: `${number}` });
    const list: Message[] = [];
    let commits = 0;
    store.streams.changes$.subscribe(({ messages }) => {
      for (const { conversationID, operations, timeline } of messages) {
        if (conversationID !== alice) continue;
        apply(list, operations);
        expect(list).toEqual(timeline.toArray());
        expect(timeline).toBe(selectTimeline(store.getState(), alice));
        commits += 1;
      }
    });
    await world.login();
    await finish(store.actions.messages.load(alice));
    const mine = store.actions.messages.sendText(alice, 'mine');
    server.sendText({ from: 'alice', to: 'me', text: 'hers' });
    await settle(2000);
    await finish(mine.finished);
    await finish(store.actions.messages.loadOlder(alice));
    const [first] = list;
    if (first !== undefined) await finish(store.actions.messages.delete([first.ID]), 2000);
    expect(list.length).toBe(31);
    expect(commits).toBeGreaterThan(4);
  });

  it('tell whether they came live or as history', async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    const causes: string[] = [];
    store.streams.changes$.subscribe(({ messages }) => causes.push(...messages.map(({ cause }) => cause)));
    server.sendText({ from: 'alice', to: 'team', text: 'one' });
    await settle(2000);
    expect(causes.splice(0)).toEqual(['live']);
    await finish(store.actions.messages.load(team));
    expect(new Set(causes)).toEqual(new Set(['history']));
  });

  it.each(flavours)('tell of what is read again after a reconnect as a repair, on $flavour', async (sdk) => {
    const { server, store, settle, finish } = await createReadyWorld({ sdk });
    const IDs = ['one', 'two'].map((text) => server.sendText({ from: 'alice', to: 'team', text }).ID);
    await settle(2000);
    await finish(store.actions.messages.load(team), 1000);
    server.network('me').cut();
    await settle(20_000);
    server.modify(IDs[0] ?? '', { text: 'changed' });
    const causes: unknown[] = [];
    store.streams.changes$.subscribe(({ messages }) =>
      causes.push(...messages.map(({ cause, updated }) => [cause, updated.map(({ ID }) => ID)])),
    );
    server.network('me').restore();
    await settle(20_000);
    expect(causes).toEqual([['repair', [IDs[0]]]]);
  });

  it('tell of a repair, before all else that the commit has', () => {
    const before = initialState();
    const message = messageOf({ conversationID: team });
    const after = reduce(before, [{ type: 'MESSAGE_RECEIVED', data: [message] }], {
      isPartial: false,
      clearOnKick: false,
    });
    const loaded = {
      type: 'historyLoaded',
      conversationID: team,
      generation: 0,
      messages: [],
      covered: [],
      isAssumed: false,
    } as const;
    const causeOf = (...tasks: readonly ('page' | 'gap' | 'repair')[]): string | undefined =>
      diffStates(
        before,
        after,
        tasks.map((task) => ({ ...loaded, task })),
      ).messages[0]?.cause;
    expect([causeOf(), causeOf('gap'), causeOf('page', 'repair')]).toEqual(['live', 'history', 'repair']);
    const other = { ...loaded, task: 'repair', conversationID: alice } as const;
    expect(diffStates(before, after, [other]).messages[0]?.cause).toBe('live');
  });
});
