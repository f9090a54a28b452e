import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { memo } from 'react';
import type { ConversationID, MessageRow, RowWindow, TimelineOperation } from 'tim-reactive';
import { c2cID, groupID } from 'tim-reactive';
import { TimProvider, useMessages } from 'tim-reactive/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatWorld } from '../adapters/chat-world.ts';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';

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

const advance = (): Promise<void> => act(() => world.clock.advance(0));
const textOf = (row: MessageRow | undefined): string =>
  row?.message.type === 'TIMTextElem' ? row.message.payload.text : '';
const unreadRows = (rows: readonly MessageRow[]): readonly string[] =>
  rows.filter(({ separators }) => separators.some(({ kind }) => kind === 'unread')).map(textOf);

describe('the rows of useMessages', () => {
  it('are all without a window, and those of the window with one, by numbers that stay', async () => {
    await world.login();
    const { result, rerender } = renderTim(
      world.store,
      (window: RowWindow | undefined) => useMessages(alice, { window }),
      undefined,
    );
    await advance();
    const { firstIndex, rows } = result.current;
    expect([rows.length, result.current.length]).toEqual([15, 15]);
    rerender({ start: firstIndex + 2, end: firstIndex + 4 });
    expect(result.current.rows).toEqual(rows.slice(2, 4));
    await act(() => world.run(result.current.loadOlder));
    expect([result.current.firstIndex, result.current.length]).toEqual([firstIndex - 15, 30]);
    expect(result.current.rows.map(textOf)).toEqual(['alice 28', 'alice 29']);
    expect(result.current.rowAt(firstIndex)).toMatchObject({ key: rows[0]?.key, index: firstIndex });
  });

  it('let an older page render, of those that were there, only the one that was the first', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const drawn: string[] = [];
    const Row = memo(function Row({ row }: { readonly row: MessageRow }): ReactElement {
      drawn.push(textOf(row));
      return <p>{textOf(row)}</p>;
    });
    function List(): ReactElement {
      const { rows } = useMessages(alice);
      drawn.push('list');
      return (
        <>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </>
      );
    }
    render(
      <TimProvider store={world.store}>
        <List />
      </TimProvider>,
    );
    await advance();
    drawn.length = 0;
    await act(() => world.run(({ messages }) => messages.loadOlder(alice)));
    // It lost its date.
    expect(drawn.filter((text) => !/^alice (1\d|2[0-5])$|list/.test(text))).toEqual(['alice 26']);
  });

  it('keep the unread line where it was when the conversation was opened', async () => {
    await world.login();
    await world.run(({ conversations }) => conversations.setRead(alice));
    await world.say('alice', 'new');
    const { result, rerender } = renderTim(world.store, (id: ConversationID) => useMessages(id), alice);
    await advance();
    expect(unreadRows(result.current.rows)).toEqual(['new']);
    await act(() => world.run(({ conversations }) => conversations.setRead(alice)));
    await act(() => world.say('alice', 'newer'));
    expect(unreadRows(result.current.rows)).toEqual(['new']);
    await act(() => world.run(({ conversations }) => conversations.setRead(alice)));
    rerender(c2cID('bob'));
    await advance();
    rerender(alice);
    await advance();
    expect(unreadRows(result.current.rows)).toEqual([]);
  });

  it('tell what has changed since the version rendered before', async () => {
    await world.login();
    await world.run(({ messages }) => messages.load(alice));
    const { result } = renderTim(world.store, () => useMessages(alice));
    const kinds = (steps: readonly TimelineOperation[]): readonly unknown[] =>
      steps.map((step) => [step.type, step.type === 'move' ? step.to : step.index]);
    expect(kinds(result.current.operations)).toEqual(
      Array.from({ length: 15 }, (_, place) => ['insert', place]),
    );
    await act(() => world.say('alice', 'hi'));
    expect(kinds(result.current.operations)).toEqual([['insert', 15]]);
    const last = result.current.operations;
    expect(result.current.operations).toBe(last);
    await act(() => world.run(({ messages }) => messages.sendText(alice, 'mine').finished));
    expect(result.current.operations.map(({ message }) => message.status)).toEqual(['success']);
  });

  it('fill the gaps among them, page by page, as long as they are looked at', async () => {
    await world.login();
    const { result, rerender } = renderTim(
      world.store,
      (window: RowWindow | undefined) => useMessages(team, { window }),
      undefined,
    );
    await advance();
    await act(() => world.run(() => result.current.loadAround({ sequence: 100 })));
    const { timeline, length, completeness } = result.current;
    expect([timeline.gaps.length, completeness]).toEqual([1, 'gaps']);
    await advance();
    expect(result.current.length).toBe(length);

    // What came in stands above the window, and the rest of the gap above that.
    const row = timeline.firstIndex + (timeline.gaps[0]?.index ?? 0);
    rerender({ start: row, end: row + 5 });
    await act(() => world.clock.advance(5000));
    expect([result.current.length, result.current.timeline.gaps.length]).toEqual([length + 15, 1]);
    expect(result.current).toMatchObject({ isFilling: false, isRepairing: false, completeness: 'gaps' });

    rerender({ start: row - 100, end: row + 5 });
    for (let page = 0; page < 6; page++) await advance();
    expect(result.current).toMatchObject({ isFilling: false, completeness: 'proven' });
    expect(result.current.timeline.gaps).toEqual([]);
  });

  it('have a way to fill a gap by hand, which may be ignored when it fails', async () => {
    await world.login();
    const { result } = renderTim(world.store, () => useMessages(team));
    await advance();
    await act(() => world.run(() => result.current.loadAround({ sequence: 100 })));
    const { length, timeline } = result.current;
    const [gap] = timeline.gaps;
    if (gap === undefined) throw new Error('there is no gap');
    world.server.failNext('getMessageListHopping', { code: 2800 });
    await act(async () => {
      void result.current.loadGap(gap); // an unhandled rejection would fail the run
      await world.clock.advance(0);
    });
    expect(result.current.length).toBe(length);
    await act(() => world.run(() => result.current.loadGap(gap, 'older')));
    expect(result.current.length).toBe(length + 15);
  });
});
