import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { KeyedSelector, Message } from 'tim-reactive';
import * as tim from 'tim-reactive';
import { selectMessage } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createStateHolder } from '../../src/store/state-holder.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';
import { flavours } from '../world.ts';
import {
  conversations,
  createSteppedWorld,
  groups,
  labels,
  randomStep,
  takeStep,
  users,
} from './random-steps.ts';

type SelectorName = Extract<keyof typeof tim, `select${string}`>;
type AnySelector = KeyedSelector<readonly unknown[], unknown>;

const of = (IDs: readonly unknown[]): readonly (readonly unknown[])[] =>
  [...IDs, undefined].map((ID) => [ID]);
const members = groups.flatMap((group) => users.map((user) => [group, user]));
const noArguments: readonly (readonly unknown[])[] = [[]];

/** What each keyed selector is called with; of those with one message, its ID, as soon as it is known. */
const CALLS: Partial<Record<SelectorName, readonly (readonly unknown[])[] | 'each message' | 'each ID'>> = {
  selectBlocklist: noArguments,
  selectConversation: of(conversations),
  selectConversationGroups: noArguments,
  selectConversationName: of(conversations),
  selectConversations: noArguments,
  selectConversationsInGroup: of(labels),
  selectDraft: of(conversations),
  selectExtensions: 'each ID',
  selectFirstUnread: of(conversations),
  selectFriend: of(users),
  selectFriendApplications: of(['Pendency_Type_ComeIn', 'Pendency_Type_SendOut']),
  selectFriendGroups: noArguments,
  selectFriends: noArguments,
  selectFriendsInGroup: of(labels),
  selectGroup: of(groups),
  selectGroupApplications: noArguments,
  selectGroupAttributes: of(groups),
  selectGroupCounters: of(groups),
  selectGroupMember: members,
  selectGroupMembers: of(groups),
  selectGroupMembersState: of(groups),
  selectGroupName: groups.map((ID) => [ID]),
  selectGroupPermissions: of(groups),
  selectGroups: noArguments,
  selectHistory: of(conversations),
  selectIsBlocked: of(users),
  selectIsMuted: [...members, ...of(groups)],
  selectIsTyping: of(conversations),
  selectMemberName: members,
  selectMessage: 'each ID',
  selectOnlineMemberCount: of(groups),
  selectPinnedMessages: of(groups),
  selectProfile: of(users),
  selectReactions: 'each ID',
  selectReadReceipt: 'each ID',
  selectRevocableUntil: 'each ID',
  selectSenderName: 'each message',
  selectSession: noArguments,
  selectTimeline: of(conversations),
  selectTopics: of(groups),
  selectTotalUnreadCount: noArguments,
  selectUnreadFriendApplicationCount: noArguments,
  selectUnreadMark: of(conversations),
  selectUploadProgress: 'each ID',
  selectUserName: of(users),
  selectUserStatus: of(users),
};

/** The selectors that have no keys, and why. */
const FREE: Partial<Record<SelectorName, string>> = {
  selectMyProfile: 'whose profile it reads depends on who is logged in',
};

const library: Readonly<Record<string, unknown>> = { ...tim };
const keyed = Object.keys(CALLS).map((name) => [name, library[name] as AnySelector] as const);

/** Subscribes to every keyed selector, with all there is to call it with. */
function watchAll({ store }: World): {
  readonly told: ReadonlySet<string>;
  readonly stale: readonly string[];
} {
  const IDs = new Set<string>();
  /** The selectors that told of a change. */
  const told = new Set<string>();
  /** What had changed when a commit was over, and its subscriber was not told. */
  const stale: string[] = [];
  const checks: (() => void)[] = [];
  const watch = (name: string, selector: AnySelector, args: readonly unknown[]): void => {
    let last: unknown;
    let times = 0;
    store.select(selector, ...args).subscribe((value) => {
      last = value;
      if (times++ > 0) told.add(name);
    });
    checks.push(() => {
      const now = selector(store.getState(), ...args);
      if (Object.is(now, last)) return;
      const isNew = now !== selector(store.getState(), ...args); // some answer a new object each time
      if (!isNew || !isDeepStrictEqual(now, last)) stale.push(`${name}(${JSON.stringify(args)})`);
    });
  };
  const meet = ({ ID }: Message): void => {
    if (IDs.has(ID)) return;
    IDs.add(ID);
    const message = selectMessage(store.getState(), ID);
    for (const [name, selector] of keyed) {
      const call = CALLS[name as SelectorName];
      if (call === 'each ID') watch(name, selector, [ID]);
      if (call === 'each message' && message !== undefined) watch(name, selector, [message]);
    }
  };
  for (const [name, selector] of keyed)
    for (const args of [CALLS[name as SelectorName] ?? []].flat())
      if (typeof args !== 'string') watch(name, selector, args);
  store.streams.messageReceived$.subscribe((messages) => messages.forEach(meet));
  store.streams.changes$.subscribe(({ messages }) => {
    for (const check of checks) check();
    for (const { inserted, updated } of messages) [...inserted, ...updated].forEach(meet);
  });
  return { told, stale };
}

describe('the selectors of the library', () => {
  it('have keys, but for those of which it is known why not', () => {
    const names = Object.keys(tim).filter((name) => name.startsWith('select'));
    expect([...Object.keys(CALLS), ...Object.keys(FREE)].toSorted()).toEqual(names.toSorted());
    expect(names.filter((name) => !('keys' in (library[name] as object)))).toEqual(Object.keys(FREE));
  });

  it.each(flavours)(
    'tell of every change that a commit makes to what they select, on $flavour',
    async (sdk) => {
      const told = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.array(randomStep, { minLength: 80, maxLength: 200 }), async (steps) => {
          let watched = { told: new Set<string>() as ReadonlySet<string>, stale: [] as readonly string[] };
          const world = await createSteppedWorld({ sdk }, (before) => (watched = watchAll(before)));
          for (const step of steps) {
            await takeStep(world, step);
            expect({ after: step.what, stale: watched.stale }).toEqual({ after: step.what, stale: [] });
          }
          world.store.dispose();
          for (const name of watched.told) told.add(name);
        }),
        { numRuns: 60 },
      );
      const untold = keyed.map(([name]) => name).filter((name) => !told.has(name));
      // 2.x has neither.
      expect(untold).toEqual(sdk.flavour === '2.x' ? ['selectPinnedMessages', 'selectReactions'] : []);
    },
  );

  it('tell of a message by each ID under which it came', () => {
    const failures: unknown[] = [];
    const { commit, select } = createStateHolder({ isPartial: false, clearOnKick: false }, (error) =>
      failures.push(error),
    );
    const receive = (version: number, ID: string): void =>
      commit([
        { type: 'MESSAGE_RECEIVED', data: [messageOf({ time: 5, sequence: 1, random: 8, version, ID })] },
      ]);
    const versions: unknown[] = [];
    select(selectMessage, 'parsed again').subscribe((message) => versions.push(message?.version));
    receive(0, 'first');
    receive(1, 'parsed again');
    receive(2, 'first');
    receive(3, 'once more');
    receive(4, 'first');
    expect([versions, failures]).toEqual([[undefined, 1, 2, 3, 4], []]);
  });
});
