import type { StoreEvent } from 'tim-reactive';
import { selectGroup } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeMember } from '../../src/members/normalize-member.ts';
import { reduce } from '../../src/store/reduce.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';
import { after, groupOf, list } from './group-events.ts';

const ADMIN_SET = 4;
const REMOVED = 3;

/** Live tips on group `a`: what was done to me, with the sequence of each. */
const tips = (...told: readonly (readonly [operationType: number, sequence: number])[]): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data: told.map(([operationType, sequence]) =>
    messageOf({
      ID: `tip${sequence}`,
      conversationID: 'GROUPa',
      to: 'a',
      sequence,
      type: 'TIMGroupTipElem',
      payload: { operationType, userIDList: ['me'], memberCount: sequence, groupProfile: { groupID: 'a' } },
    }),
  ),
});

const members: StoreEvent = {
  type: 'membersLoaded',
  groupID: 'a',
  members: [normalizeMember({ userID: 'me', role: 'Member' }, 0)],
};

describe('a tip that comes after a newer one of its group', () => {
  const here = [list(groupOf('a', { selfInfo: { role: 'Member' } })), members];

  it('tells nothing of the group and its members, but stands in the timeline', () => {
    const joined = after(...here, tips([1, 7]));
    const late = tips([ADMIN_SET, 5], [REMOVED, 6]);
    const state = reduce(joined, [late], { isPartial: false, clearOnKick: false });
    expect([state.groups === joined.groups, state.members === joined.members]).toEqual([true, true]);
    expect(state.messages.timelines.get('GROUPa')?.length).toBe(3);
  });

  it('tells nothing either when it is the same one again', () => {
    const back: StoreEvent = { type: 'groupPatched', groupID: 'a', patch: { selfInfo: { role: 'Member' } } };
    const state = after(...here, tips([ADMIN_SET, 5]), back, tips([ADMIN_SET, 5]));
    expect(selectGroup(state, 'a')?.selfInfo.role).toBe('Member');
  });

  it('does tell once the group was left: its sequences may begin anew', () => {
    const again = list(groupOf('a', { selfInfo: { role: 'Member' } }));
    const state = after(
      ...here,
      tips([1, 7]),
      { type: 'groupLeft', groupID: 'a' },
      again,
      tips([ADMIN_SET, 2]),
    );
    expect(selectGroup(state, 'a')?.selfInfo.role).toBe('Admin');
  });

  it('does tell where the newer one comes with it, before or behind it', () => {
    for (const together of [tips([ADMIN_SET, 5], [1, 7]), tips([1, 7], [ADMIN_SET, 5])]) {
      const state = after(...here, together);
      expect(selectGroup(state, 'a')).toMatchObject({ selfInfo: { role: 'Admin' }, memberCount: 7 });
      expect(state.members.byGroup.get('a')?.byID.get('me')?.role).toBe('Admin');
      expect(state.groups.lastTips.get('a')).toBe(7);
    }
  });

  it('is told of by the newest alone, however often and in whatever order they come', () => {
    const state = after(...here, tips([1, 7]), tips([ADMIN_SET, 5]), tips([99, 9]));
    expect(state.groups.lastTips.get('a')).toBe(7);
    expect(reduce(state, [tips([1, 7])], { isPartial: false, clearOnKick: false }).groups).toBe(state.groups);
  });
});
