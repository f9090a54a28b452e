import type { ConversationID, Message, TimStore } from 'tim-reactive';
import { c2cID, groupID, isConversationID, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { BusyWorld, BusyWorldOptions } from '../busy-world.ts';
import { createBusyWorld, HISTORY, openBusyWorld } from '../busy-world.ts';
import { flavours } from '../world.ts';

/**
 * How the rows of a page are written: they are told which they are and look at the state by themselves, with all the
 * hooks that a real row needs; or they get their record, and have no hooks.
 */
export type RowStyle = 'hooks' | 'plain';

/** A conversation list and the messages of one conversation, on screen side by side; each row a component of its own. */
export interface BusyPage {
  /** Resolves when all that the state asks for is rendered. */
  readonly settled: () => Promise<void>;
  /** What was rendered since the last look: `conversations`, `messages`, the IDs of conversations, the texts of messages. */
  readonly take: () => readonly string[];
}

/** Puts a busy page on screen, in a framework's way; it goes with the end of the test. */
export type MountBusyPage = (store: TimStore, open: ConversationID, style: RowStyle) => Promise<BusyPage>;

/** What a message's row is called in `take`. */
export function textOf({ type, payload }: Message): string {
  return type === 'TIMTextElem' ? payload.text : type;
}

const alice = c2cID('alice');
const team = groupID('team');

interface Screen extends BusyWorld {
  /** Moves the clock, and answers what was rendered meanwhile, in alphabetical order. */
  readonly drawnIn: (ms: number) => Promise<readonly string[]>;
}

/** The rendered parts of a busy page, counted: the tests of both frameworks. */
export function describeRenderCounts(mountBusyPage: MountBusyPage): void {
  const openScreen = async (
    open: ConversationID,
    style: RowStyle,
    options: BusyWorldOptions,
  ): Promise<Screen> => {
    const world = await openBusyWorld(open, options);
    const page = await mountBusyPage(world.store, open, style);
    const drawnIn: Screen['drawnIn'] = async (ms) => {
      await world.settle(ms);
      await page.settled();
      return page.take().toSorted();
    };
    const first = await drawnIn(5000);
    // Both lists were there already, so that nothing is rendered twice.
    expect([first.length, new Set(first).size]).toEqual([2 + 1000 + HISTORY, 2 + 1000 + HISTORY]);
    return { ...world, drawnIn };
  };

  describe.each(flavours)('1,000 conversations and 200 messages on screen, on $flavour', (sdk) => {
    it.each([
      ['in a C2C conversation, of rows with hooks', alice, 'hooks'],
      ['in a group, of rows with hooks', team, 'hooks'],
      ['in a C2C conversation, of plain rows', alice, 'plain'],
      ['in a group, of plain rows', team, 'plain'],
    ] as const)(
      'render, for a message and its list event, the lists, one conversation, the message and the one above: %s',
      async (_, open, style) => {
        const { server, drawnIn } = await openScreen(open, style, { sdk });
        const say = (text: string): unknown =>
          server.sendText({ from: 'alice', to: open === alice ? 'me' : 'team', text });
        // Plain rows do not show where a run of one sender ends.
        const above = (text: string): readonly string[] => (style === 'hooks' ? [text] : []);
        say('at once'); // after a pause, the list event comes with the message
        expect(await drawnIn(10)).toEqual(
          [open, ...above('200'), 'at once', 'conversations', 'messages'].toSorted(),
        );
        say('later'); // and otherwise a second later
        expect(await drawnIn(10)).toEqual([...above('at once'), 'later', 'messages'].toSorted());
        expect(await drawnIn(5000)).toEqual([open, 'conversations'].toSorted());
      },
    );

    it('render one conversation and the list for a message in another one', async () => {
      const { server, drawnIn } = await openScreen(alice, 'hooks', { sdk });
      server.sendText({ from: 'alice', to: 'room7', text: 'hi' });
      expect(await drawnIn(5000)).toEqual(['GROUProom7', 'conversations']);
    });

    it('render beside only what shows the name, once, when a message brings a new nick of its sender', async () => {
      const { server, drawnIn } = await openScreen(team, 'hooks', { sdk });
      server.setProfile('alice', { nick: 'Alicia' });
      expect(await drawnIn(5000)).toEqual([]);
      server.sendText({ from: 'alice', to: 'team', text: 'hi' });
      const named = Array.from({ length: HISTORY / 2 }, (_, index) => `${HISTORY / 2 + index + 1}`);
      expect(await drawnIn(5000)).toEqual(
        [...named, 'hi', 'messages', team, alice, 'conversations'].toSorted(),
      );
    });

    it('render the row of a peer twice for a new nick that comes before its list event', async () => {
      const { server, drawnIn } = await openScreen(alice, 'hooks', { sdk });
      const say = (text: string): unknown => server.sendText({ from: 'alice', to: 'me', text });
      say('one'); // so that the next list event is put off
      await drawnIn(10);
      server.setProfile('alice', { nick: 'Alicia' });
      say('two');
      const named = Array.from({ length: HISTORY }, (_, index) => `${index + 1}`);
      expect(await drawnIn(10)).toEqual([...named, 'one', 'two', 'messages', alice].toSorted());
      expect(await drawnIn(5000)).toEqual([alice, 'conversations'].toSorted());
    });

    it('render one row at each tick of an upload', async () => {
      const { store, drawnIn } = await openScreen(alice, 'hooks', { sdk });
      store.actions.messages.sendFile(alice, new File(['0123456789'], 'plan.pdf'));
      await drawnIn(50);
      for (let tick = 1; tick < 10; tick++) expect(await drawnIn(100)).toEqual(['TIMFileElem']);
    });

    it('render the list and one row for a list event with one change', async () => {
      const { server, drawnIn } = await openScreen(alice, 'plain', { sdk });
      server.setRemindType('me', 'GROUProom7', TYPES.MSG_REMIND_DISCARD);
      expect(await drawnIn(5000)).toEqual(['GROUProom7', 'conversations']);
    });

    it('are committed once, and render nothing twice, for a burst of 1,000 events', async () => {
      const { server, store, rooms, drawnIn } = await openScreen(alice, 'hooks', { sdk });
      let commits = 0;
      let events = 0;
      store.subscribe(() => (commits += 1));
      store.streams.event$.subscribe(() => (events += 1));
      server.sendTexts(['me', 'team', ...rooms].map((to) => ({ from: 'alice', to, text: 'burst' })));
      const drawn = await drawnIn(0);
      expect(events).toBeGreaterThanOrEqual(1000);
      expect(commits).toBe(1);
      expect(new Set(drawn).size).toBe(drawn.length);
      // One row by the list event that comes at once, before the SDK has counted the others; those by the next one.
      const rows: readonly string[] = [alice, team, ...rooms.map(groupID)];
      const isRow = (name: string): boolean => rows.includes(name);
      expect(drawn.filter((name) => !isRow(name))).toEqual(['200', 'burst', 'conversations', 'messages']);
      expect(drawn.filter(isRow)).toHaveLength(1);
      const others = rows.filter((name) => !drawn.includes(name));
      expect(await drawnIn(5000)).toEqual(['conversations', ...others].toSorted());
    });
  });

  describe.each(flavours)('a login on $flavour', (sdk) => {
    it('renders the list once more to show 1,000 conversations, and each row once', async () => {
      const { store, finish } = await createBusyWorld({ sdk });
      const page = await mountBusyPage(store, alice, 'hooks');
      expect(page.take()).toEqual(['conversations', 'messages']);
      await finish(store.actions.session.login({ userID: 'me', userSig: 'sig' }));
      await page.settled();
      // Then the list event follows that brings the rest of the unread counts.
      const drawn = page.take().filter((name) => name === 'conversations' || isConversationID(name));
      expect([drawn.length, new Set(drawn).size]).toEqual([1001, 1001]);
    });
  });

  describe('10,000 hooks of 2,500 conversations on screen', () => {
    /** How many listeners of the page a change of one conversation wakes. */
    const wakesAmong = async (conversations: number): Promise<number> => {
      const { server, store, settle } = await openBusyWorld(alice, { conversations });
      let wakes = 0;
      const counted: TimStore = {
        ...store,
        subscribe: (listener, keys) =>
          store.subscribe((...states) => {
            wakes += 1;
            listener(...states);
          }, keys),
      };
      const page = await mountBusyPage(counted, alice, 'hooks');
      await settle(5000);
      expect(page.take().filter(isConversationID)).toHaveLength(conversations);
      wakes = 0;
      server.setRemindType('me', 'GROUProom7', TYPES.MSG_REMIND_DISCARD);
      await settle(5000);
      await page.settled();
      expect(page.take()).toEqual(['conversations', 'GROUProom7']);
      return wakes;
    };

    it('are woken, by a change of one conversation, as few as those of 10 conversations', async () => {
      const few = await wakesAmong(10);
      // The list's, and in the row those that look at the conversation: its name, its draft, whether somebody types.
      expect(few).toBe(5);
      expect(await wakesAmong(2500)).toBe(few);
    });
  });
}
