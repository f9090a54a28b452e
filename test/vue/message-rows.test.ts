import { mount } from '@vue/test-utils';
import type { ConversationID, MessageRow, RowWindow, TimelineOperation } from 'tim-reactive';
import { c2cID, groupID } from 'tim-reactive';
import { createTimPlugin, useMessages } from 'tim-reactive/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PropType } from 'vue';
import { defineComponent, h, nextTick, ref, shallowRef } from 'vue';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import type { MountedTim } from './mount-tim.ts';
import { mountTim } from './mount-tim.ts';

const alice = c2cID('alice');
const team = groupID('team');

let world: ChatWorld;

beforeEach(() => {
  world = createChatWorld({
    prepare: (server) => {
      server.addGroup('team', { ownerID: 'alice', memberIDs: ['me'] });
      for (let number = 1; number <= 200; number++)
        server.sendText({ from: 'alice', to: 'team', text: `team ${number}` });
    },
  });
});

const advance = (): Promise<void> => world.clock.advance(0);
const textOf = (row: MessageRow | undefined): string =>
  row?.message.type === 'TIMTextElem' ? row.message.payload.text : '';
const unreadRows = (rows: readonly MessageRow[]): readonly string[] =>
  rows.filter(({ separators }) => separators.some(({ kind }) => kind === 'unread')).map(textOf);

/** Renders the rows, as a list does. */
const mountRows = (
  ...args: Parameters<typeof useMessages>
): MountedTim<ReturnType<typeof useMessages>>['used'] =>
  mountTim(
    world.store,
    () => useMessages(...args),
    ({ rows }) => rows.value.map(textOf),
  ).used;

describe('the rows of useMessages', () => {
  it('are all without a window, and those of the window with one, by numbers that stay', async () => {
    await world.login();
    const window = shallowRef<RowWindow>();
    const used = mountRows(alice, { window });
    await advance();
    const first = used.firstIndex.value;
    const rows = used.rows.value;
    expect([rows.length, used.length.value]).toEqual([15, 15]);
    window.value = { start: first + 2, end: first + 4 };
    expect(used.rows.value).toEqual(rows.slice(2, 4));
    await world.run(used.loadOlder);
    expect([used.firstIndex.value, used.length.value]).toEqual([first - 15, 30]);
    expect(used.rows.value.map(textOf)).toEqual(['alice 28', 'alice 29']);
    expect(used.rowAt(first)).toMatchObject({ key: rows[0]?.key, index: first });
  });

  it('let an older page render, of those that were there, only the one that was the first', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const drawn: string[] = [];
    const Row = defineComponent({
      props: { row: { type: Object as PropType<MessageRow>, required: true } },
      setup: (props) => () => {
        drawn.push(textOf(props.row));
        return h('p', textOf(props.row));
      },
    });
    const List = defineComponent(() => {
      const { rows } = useMessages(alice);
      return () => {
        drawn.push('list');
        return rows.value.map((row) => h(Row, { key: row.key, row }));
      };
    });
    mount(List, { global: { plugins: [createTimPlugin(world.store)] } });
    await advance();
    drawn.length = 0;
    await world.run(({ messages }) => messages.loadOlder(alice));
    // It lost its date.
    expect(drawn.filter((text) => !/^alice (1\d|2[0-5])$|list/.test(text))).toEqual(['alice 26']);
  });

  it('keep the unread line where it was when the conversation was opened', async () => {
    await world.login();
    await world.run(({ conversations }) => conversations.setRead(alice));
    await world.say('alice', 'new');
    const id = ref<ConversationID>(alice);
    const { rows } = mountRows(id);
    await advance();
    expect(unreadRows(rows.value)).toEqual(['new']);
    await world.run(({ conversations }) => conversations.setRead(alice));
    await world.say('alice', 'newer');
    expect(unreadRows(rows.value)).toEqual(['new']);
    await world.run(({ conversations }) => conversations.setRead(alice));
    id.value = c2cID('bob');
    await advance();
    id.value = alice;
    await advance();
    expect(unreadRows(rows.value)).toEqual([]);
  });

  it('tell what has changed since the version rendered before', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { operations } = mountRows(alice);
    const kinds = (steps: readonly TimelineOperation[]): readonly unknown[] =>
      steps.map((step) => [step.type, step.type === 'move' ? step.to : step.index]);
    expect(kinds(operations.value)).toEqual(Array.from({ length: 15 }, (_, place) => ['insert', place]));
    await world.say('alice', 'hi');
    expect(kinds(operations.value)).toEqual([['insert', 15]]);
    const last = operations.value;
    expect(operations.value).toBe(last);
    await world.run(({ messages }) => messages.sendText(alice, 'mine').finished);
    expect(operations.value.map(({ message }) => message.status)).toEqual(['success']);
  });

  it('tell all that has changed since then, whoever read versions in between', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { operations, timeline } = mountRows(alice);
    world.store.actions.messages.sendText(alice, 'one');
    world.store.actions.messages.sendText(alice, 'two');
    expect([timeline.value.length, operations.value.length]).toEqual([15, 15]);
    await nextTick();
    await nextTick();
    expect(operations.value.length).toBe(timeline.value.length - 15);
  });

  it('fill the gaps among them, page by page, as long as they are looked at', async () => {
    await world.login();
    const window = shallowRef<RowWindow>();
    const used = mountRows(team, { window });
    await advance();
    await world.run(() => used.loadAround({ sequence: 100 }));
    const timeline = used.timeline.value;
    const { length } = timeline;
    expect([timeline.gaps.length, used.completeness.value]).toEqual([1, 'gaps']);
    await advance();
    expect(used.length.value).toBe(length);

    // What came in stands above the window, and the rest of the gap above that.
    const row = timeline.firstIndex + (timeline.gaps[0]?.index ?? 0);
    window.value = { start: row, end: row + 5 };
    await world.clock.advance(5000);
    expect([used.length.value, used.timeline.value.gaps.length]).toEqual([length + 15, 1]);
    expect([used.isFilling.value, used.isRepairing.value, used.completeness.value]).toEqual([
      false,
      false,
      'gaps',
    ]);

    window.value = { start: row - 100, end: row + 5 };
    await world.clock.advance(5000);
    expect([used.isFilling.value, used.completeness.value]).toEqual([false, 'proven']);
    expect(used.timeline.value.gaps).toEqual([]);
  });

  it('have a way to fill a gap by hand, which may be ignored when it fails', async () => {
    await world.login();
    const used = mountRows(team);
    await advance();
    await world.run(() => used.loadAround({ sequence: 100 }));
    const { length } = used.timeline.value;
    const [gap] = used.timeline.value.gaps;
    if (gap === undefined) throw new Error('there is no gap');
    world.server.failNext('getMessageListHopping', { code: 2800 });
    void used.loadGap(gap); // an unhandled rejection would fail the run
    await advance();
    expect(used.length.value).toBe(length);
    await world.run(() => used.loadGap(gap, 'older'));
    expect(used.length.value).toBe(length + 15);
  });
});
