import type { GroupPermissions, StoreEvent, TimState } from 'tim-reactive';
import { selectGroupPermissions } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeGroup } from '../../src/groups/normalize-group.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';

const stateOf = (type: string, role: string, groupID = 'g'): TimState => {
  const groups = [normalizeGroup({ groupID, type, selfInfo: { role } })];
  const events: readonly StoreEvent[] = [{ type: 'groupListLoaded', groups }];
  return reduce(initialState(), events, { isPartial: false, clearOnKick: false });
};

/** What somebody of this role may do, without the `can`. */
const may = (type: string, role: string): readonly string[] => {
  const permissions = selectGroupPermissions(stateOf(type, role), 'g');
  const names = Object.keys(permissions) as (keyof GroupPermissions)[];
  return names.filter((name) => permissions[name]).map((name) => name.slice('can'.length));
};

describe('selectGroupPermissions', () => {
  it.each([
    ['Private', 'Owner', ['EditProfile', 'Invite', 'Remove', 'Transfer', 'Quit']],
    ['Private', 'Member', ['EditProfile', 'Invite', 'Quit']],
    ['Public', 'Owner', ['EditProfile', 'Remove', 'Mute', 'SetAdmin', 'Transfer', 'Dismiss']],
    ['Public', 'Admin', ['EditProfile', 'Remove', 'Mute', 'Quit']],
    ['Public', 'Member', ['Quit']],
    [
      'ChatRoom',
      'Owner',
      ['EditProfile', 'Remove', 'Mute', 'SetAdmin', 'Transfer', 'Dismiss', 'SeeEarlierHistory'],
    ],
    ['ChatRoom', 'Admin', ['EditProfile', 'Remove', 'Mute', 'Quit', 'SeeEarlierHistory']],
    ['ChatRoom', 'Member', ['Quit', 'SeeEarlierHistory']],
    ['AVChatRoom', 'Owner', ['EditProfile', 'Mute', 'Dismiss']],
    ['AVChatRoom', 'Member', ['Quit']],
    ['Community', 'Member', ['Invite', 'Quit', 'SeeEarlierHistory']],
    ['Community', 'Custom', ['Invite', 'Quit', 'SeeEarlierHistory']],
    ['Room', 'Owner', ['Quit']],
    ['Public', '', []],
    ['', '', []],
  ])('lets in a %s group an %s: %j', (type, role, expected) => {
    expect(may(type, role)).toEqual(expected);
  });

  it('allows nothing where I am no member, or no group is given', () => {
    const state = stateOf('Public', 'Owner');
    expect(Object.values(selectGroupPermissions(state, 'other'))).not.toContain(true);
    expect(Object.values(selectGroupPermissions(state, undefined))).not.toContain(true);
  });

  it('answers one frozen object for the same type and role', () => {
    const permissions = selectGroupPermissions(stateOf('Public', 'Admin'), 'g');
    expect(selectGroupPermissions(stateOf('Public', 'Admin', 'h'), 'h')).toBe(permissions);
    expect(selectGroupPermissions(stateOf('Public', 'Owner'), 'g')).not.toBe(permissions);
    expect(Object.isFrozen(permissions)).toBe(true);
  });
});
