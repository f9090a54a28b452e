import fc from 'fast-check';
import type { StoreEvent } from 'tim-reactive';
import { selectGroups } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeGroup } from '../../src/groups/normalize-group.ts';
import { reduce } from '../../src/store/reduce.ts';
import { after, groupOf, IDs, list, notice, tip } from './group-events.ts';

describe('the list of groups', () => {
  it("is the SDK's, in its order; what is not in it is gone", () => {
    const state = after(list(groupOf('a'), groupOf('b')), list(groupOf('c'), groupOf('b')));
    expect(IDs(state)).toEqual(['c', 'b']);
    expect(state.groups.isLoaded).toBe(true);
  });

  it('keeps communities with topics, and the AVChatRoom where the list has none', () => {
    const room = groupOf('room', { type: 'AVChatRoom' });
    const community = groupOf('community', { type: 'Community', isSupportTopic: true });
    const joined: StoreEvent = { type: 'groupsLoaded', groups: [room, community] };
    expect(IDs(after(joined, list(groupOf('a'))))).toEqual(['a', 'room', 'community']);
    const other = groupOf('other', { type: 'AVChatRoom' });
    expect(IDs(after(joined, list(groupOf('a'), other)))).toEqual(['a', 'other', 'community']);
  });

  it('does not forget what a list leaves empty because the SDK has not learned it', () => {
    const known = groupOf('a', { ownerID: 'me', createTime: 5, selfInfo: { role: 'Owner', joinTime: 5 } });
    const state = after({ type: 'groupsLoaded', groups: [known] }, list(normalizeGroup({ groupID: 'a' })));
    expect(state.groups.byID.get('a')).toMatchObject({
      name: 'a',
      type: 'Public',
      ownerID: 'me',
      createTime: 5,
      memberCount: 2,
      selfInfo: { role: 'Owner', joinTime: 5 },
    });
  });

  it('takes over what is truly empty now', () => {
    const before = groupOf('a', { introduction: 'old', muteAllMembers: true });
    expect(after(list(before), list(groupOf('a'))).groups.byID.get('a')).toMatchObject({
      introduction: '',
      muteAllMembers: false,
    });
  });

  it('believes live messages rather than later lists on who owns a group and what I am, until it is fetched', () => {
    const stale = list(groupOf('a', { ownerID: 'alice', selfInfo: { role: 'Member' } }));
    const told = after(
      stale,
      notice('a', 9),
      tip('a', { operationType: 6, newGroupProfile: { ownerID: 'bob' } }),
      stale,
    );
    expect(told.groups.byID.get('a')).toMatchObject({ ownerID: 'bob', selfInfo: { role: 'Admin' } });
    const fetched: StoreEvent = {
      type: 'groupsLoaded',
      groups: [groupOf('a', { ownerID: 'carol', selfInfo: { role: 'Member' } })],
    };
    const later = [fetched, stale].reduce(
      (state, event) => reduce(state, [event], { isPartial: false, clearOnKick: false }),
      told,
    );
    expect(later.groups.byID.get('a')?.ownerID).toBe('alice');
  });

  it('is not changed by a list, patch or tip that says the same again', () => {
    const events = [
      list(groupOf('a', { groupCustomField: [{ key: 'k', value: 'v' }] }), groupOf('b')),
      tip('a', { operationType: 1, userIDList: ['x'], memberCount: 3 }),
      tip('a', {
        operationType: 6,
        newGroupProfile: { groupName: 'A', groupCustomField: [{ key: 'k', value: 'w' }] },
      }),
    ];
    const once = after(...events);
    const again = [
      tip('a', { operationType: 1, userIDList: ['x'], memberCount: 3 }),
      notice('b', 12),
      events[2],
    ]
      .filter((event) => event !== undefined)
      .reduce((state, event) => reduce(state, [event], { isPartial: false, clearOnKick: false }), once);
    expect(again.groups).toBe(once.groups);
    expect(once.groups.byID.get('a')).toMatchObject({
      name: 'A',
      memberCount: 3,
      groupCustomField: [{ key: 'k', value: 'w' }],
    });
  });

  it('ends the same whatever was told before, once the whole list has come', () => {
    const event = fc.oneof(
      fc
        .record({ groupID: fc.constantFrom('a', 'b', 'c'), memberCount: fc.integer({ min: 1, max: 9 }) })
        .map(({ groupID, memberCount }) =>
          tip(groupID, { operationType: 1, userIDList: ['x'], memberCount }),
        ),
      fc
        .record({ groupID: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('x', 'y') })
        .map(({ groupID, name }) => tip(groupID, { operationType: 6, newGroupProfile: { groupName: name } })),
      fc.constantFrom('a', 'b', 'c').map((groupID) => notice(groupID, 4)),
      fc.subarray(['a', 'b', 'c']).map((groupIDs) => list(...groupIDs.map((ID) => groupOf(ID)))),
      fc
        .constantFrom('a', 'b', 'c')
        .map(
          (groupID): StoreEvent => ({ type: 'groupsLoaded', groups: [groupOf(groupID, { memberCount: 5 })] }),
        ),
    );
    const last: StoreEvent = {
      type: 'groupListLoaded',
      groups: [groupOf('b', { memberCount: 4 }), groupOf('a', { introduction: 'x' })],
    };
    const expected = selectGroups(after(last));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        expect(selectGroups(after(...events, last))).toEqual(expected);
      }),
    );
  });
});

describe('system notices', () => {
  it.each([4, 5, 8, 21])('of operation %i end my membership', (operationType) => {
    const counted: StoreEvent = { type: 'onlineCountLoaded', groupID: 'a', memberCount: 3 };
    const { groups } = after(list(groupOf('a'), groupOf('b')), counted, notice('a', operationType));
    expect(groups.order).toEqual(['b']);
    expect([groups.byID.get('a'), groups.onlineCounts.get('a')]).toEqual([undefined, undefined]);
  });

  it('of a new receive option change it', () => {
    const state = after(list(groupOf('a')), notice('a', 20, { messageRemindType: 'Discard' }));
    expect(state.groups.byID.get('a')?.selfInfo.messageRemindType).toBe('Discard');
  });

  it('do not bring a group that was left before', () => {
    expect(IDs(after(list(), notice('a', 9), tip('a', { operationType: 1, memberCount: 3 })))).toEqual([]);
  });
});
