import fc from 'fast-check';
import type { GroupMember, MemberSighting, StoreEvent, TimState } from 'tim-reactive';
import { selectGroupMember, selectGroupMembers, selectGroupMembersState } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeGroup } from '../../src/groups/normalize-group.ts';
import { normalizeMember } from '../../src/members/normalize-member.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';

const memberOf = (userID: string, fields: object = {}): GroupMember =>
  normalizeMember({ userID, role: 'Member', ...fields }, 100);

const page = (
  members: readonly GroupMember[],
  { isFirst = false, begin = 0, offset = 0 }: { isFirst?: boolean; begin?: number; offset?: number } = {},
): readonly StoreEvent[] => [
  { type: 'membersStarted', groupID: 'g' },
  { type: 'memberPageLoaded', groupID: 'g', members, isFirst, begin, offset, isCompleted: offset === 0 },
];

const seen = (userID: string, nameCard: string, time: number): MemberSighting => ({
  groupID: 'g',
  userID,
  nameCard,
  time,
});

const received = (...nameCards: readonly MemberSighting[]): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data: [],
  nameCards,
});

const tip = (operationType: number, payload: object, time = 100): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data: [
    messageOf({
      type: 'TIMGroupTipElem',
      time,
      payload: { operationType, operatorID: 'owner', groupProfile: { groupID: 'g' }, ...payload },
    }),
  ],
});

const run = (state: TimState, events: readonly StoreEvent[]): TimState =>
  events.reduce((before, event) => reduce(before, [event], { isPartial: false, clearOnKick: false }), state);

const after = (...events: readonly StoreEvent[]): TimState => run(initialState(), events);

const IDs = (state: TimState): readonly string[] =>
  selectGroupMembers(state, 'g').map(({ userID }) => userID);

describe('pages of members', () => {
  it('follow one another, each member once, however they overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (pages) => {
          const events = pages.flatMap((userIDs, at) =>
            page(
              userIDs.map((userID) => memberOf(userID)),
              { isFirst: at === 0, begin: at, offset: at === pages.length - 1 ? 0 : at + 1 },
            ),
          );
          const state = after(...events);
          expect(IDs(state)).toEqual([...new Set(pages.flat())]);
          expect(selectGroupMembersState(state, 'g').isCompleted).toBe(true);
        },
      ),
    );
  });

  it('begin anew with a first page: whoever is not in it has no role for sure', () => {
    const state = after(
      ...page([memberOf('a'), memberOf('b', { role: 'Admin', nameCard: 'B' })], { isFirst: true }),
      { type: 'sessionFound', userID: 'me' },
      ...page([memberOf('a')], { isFirst: true, offset: 1 }),
    );
    expect(IDs(state)).toEqual(['a']);
    expect(selectGroupMember(state, 'g', 'b')).toMatchObject({ role: '', nameCard: 'B' });
  });

  it('of a group that was left meanwhile do not come in', () => {
    const groups = [normalizeGroup({ groupID: 'g' })];
    const [started, loaded] = page([memberOf('a')], { isFirst: true });
    if (started === undefined || loaded === undefined) throw new Error('no page');
    const state = after(
      { type: 'groupsLoaded', groups },
      started,
      { type: 'groupLeft', groupID: 'g' },
      loaded,
    );
    expect(state.members.byGroup.size).toBe(0);
  });

  it('miss nobody when members of the first ones leave', () => {
    const events = page([memberOf('a'), memberOf('b'), memberOf('c')], { isFirst: true, offset: 3 });
    const state = after(...events, tip(2, { userIDList: ['b', 'x'] }));
    expect(selectGroupMembersState(state, 'g').offset).toBe(2);
    expect(IDs(state)).toEqual(['a', 'c']);
  });

  it('keep the identity of the list while nothing in it changes', () => {
    const before = after(...page([memberOf('a'), memberOf('b')], { isFirst: true }));
    const list = selectGroupMembers(before, 'g');
    const later = run(before, [received(seen('stranger', 'Hi', 5)), received(seen('a', '', 3))]);
    expect(selectGroupMembers(later, 'g')).toBe(list);
    const again = run(later, [{ type: 'membersLoaded', groupID: 'g', members: [memberOf('a')] }]);
    expect(selectGroupMember(again, 'g', 'a')).toBe(selectGroupMember(before, 'g', 'a'));
  });
});

describe('tips', () => {
  it('and a whole list converge on the list', () => {
    const events = fc.oneof(
      fc
        .record({ operationType: fc.constantFrom(1, 2, 3, 4, 5), userID: fc.constantFrom('a', 'b', 'c') })
        .map(({ operationType, userID }) => tip(operationType, { userIDList: [userID] })),
      fc.constantFrom('a', 'b', 'c').map((userID) => received(seen(userID, 'Old', 1))),
    );
    const members = [memberOf('b', { role: 'Admin' }), memberOf('a', { role: 'Owner' })];
    const last = page(members, { isFirst: true }).map((event) =>
      event.type === 'memberPageLoaded'
        ? { ...event, nameCards: members.map(({ userID }) => seen(userID, '', 100)) }
        : event,
    );
    const expected = selectGroupMembers(after(...last), 'g');
    fc.assert(
      fc.property(fc.array(events, { maxLength: 10 }), (before) => {
        expect(selectGroupMembers(after(...before, ...last), 'g')).toEqual(expected);
      }),
    );
  });

  it('say again what they said without changing anything', () => {
    const events = [
      ...page([memberOf('owner', { role: 'Owner' }), memberOf('a')], { isFirst: true }),
      tip(1, { userIDList: ['b'] }),
      tip(4, { userIDList: ['a'] }),
      tip(7, { memberList: [{ userID: 'a', muteTime: 60 }] }),
      tip(6, { newGroupProfile: { ownerID: 'b' } }),
    ];
    const once = after(...events);
    expect(run(once, events.slice(2)).members).toBe(once.members);
    expect(['owner', 'a', 'b'].map((userID) => selectGroupMember(once, 'g', userID)?.role)).toEqual([
      'Member',
      'Admin',
      'Owner',
    ]);
  });

  it('bring nobody into a list that is not whole: a later page will', () => {
    const state = after(
      ...page([memberOf('a')], { isFirst: true, offset: 1 }),
      tip(1, { userIDList: ['b'] }),
    );
    expect(IDs(state)).toEqual(['a']);
    expect(selectGroupMember(state, 'g', 'b')?.role).toBe('Member');
  });
});

describe('name cards', () => {
  it('end with the newest, in whichever order they are seen', () => {
    const sightings = fc.array(
      fc.record({ nameCard: fc.constantFrom('x', 'y', 'z'), time: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        sightings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const cards = [all, shuffled].map((list) => {
            const state = after(...list.map(({ nameCard, time }) => received(seen('a', nameCard, time))));
            return selectGroupMember(state, 'g', 'a')?.nameCard;
          });
          const together = after(received(...all.map(({ nameCard, time }) => seen('a', nameCard, time))));
          expect(cards).toEqual([cards[0], cards[0]]);
          expect(selectGroupMember(together, 'g', 'a')?.nameCard).toBe(cards[0]);
        },
      ),
    );
  });

  it('of a page beat those of older messages, and an old page does not undo a new card', () => {
    const loaded = (nameCard: string, time: number): StoreEvent => ({
      type: 'membersLoaded',
      groupID: 'g',
      members: [memberOf('a', { nameCard })],
      nameCards: [seen('a', nameCard, time)],
    });
    const card = (...events: readonly StoreEvent[]): string | undefined =>
      selectGroupMember(after(...events), 'g', 'a')?.nameCard;
    expect(card(received(seen('a', 'old', 5)), loaded('', 9))).toBe('');
    expect(card(loaded('', 9), received(seen('a', 'old', 5)))).toBe('');
    expect(card(received(seen('a', 'new', 10)), loaded('old', 9))).toBe('new');
  });
});

describe('mutes', () => {
  const muted = (userID: string, muteUntil: number): StoreEvent => ({
    type: 'memberPatched',
    groupID: 'g',
    userID,
    patch: { muteUntil, isMuted: true },
  });
  const waiting = (state: TimState): readonly number[] =>
    [...state.members.mutes].map(({ muteUntil }) => muteUntil);

  it('stand in the order in which they end, each member once', () => {
    const state = after(muted('a', 300), muted('b', 200), muted('c', 250), muted('a', 100), muted('a', 400));
    expect(waiting(state)).toEqual([200, 250, 400]);
  });

  it('end with their second, all that end in it at once', () => {
    const before = after(muted('a', 200), muted('b', 200), muted('c', 201));
    const state = run(before, [{ type: 'timePassed', time: 200 }]);
    expect(['a', 'b', 'c'].map((userID) => selectGroupMember(state, 'g', userID)?.isMuted)).toEqual([
      false,
      false,
      true,
    ]);
    expect(waiting(state)).toEqual([201]);
    expect(run(state, [{ type: 'timePassed', time: 200 }])).toBe(state);
  });

  it('are not waited for when the member is gone, or the group', () => {
    const groups = [normalizeGroup({ groupID: 'g' })];
    const loaded: StoreEvent = { type: 'groupsLoaded', groups };
    expect(waiting(after(muted('a', 200), tip(3, { userIDList: ['a'] })))).toEqual([]);
    const state = after(loaded, muted('a', 200), { type: 'GROUP_LIST_UPDATED', data: [] });
    expect([waiting(state), state.members.byGroup.size]).toEqual([[], 0]);
  });
});
