import type { Message } from 'tim-reactive';
import { groupNoticeText, groupTipText, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { readGroupNotice } from '../../src/groups/group-notice.ts';
import { readGroupTip } from '../../src/groups/group-tip.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';

const tip = (operationType: number, more: object = {}) =>
  readGroupTip({ operationType, operatorID: 'alice', userIDList: ['bob', 'carol'], ...more });
const notice = (operationType: number, groupProfile: object = { groupID: 'g', name: 'Team' }) =>
  readGroupNotice({ operationType, operatorID: 'alice', groupProfile });
const names = (userID: string): string => userID.toUpperCase();

describe('groupTipText', () => {
  it.each([
    [1, {}, 'bob, carol joined the group'],
    [2, {}, 'bob, carol left the group'],
    [3, {}, 'alice removed bob, carol from the group'],
    [4, {}, 'The following member(s) are now admins: bob, carol'],
    [5, {}, 'The following member(s) are no longer admins: bob, carol'],
    [6, { newGroupProfile: { groupName: 'New' } }, 'alice renamed the group to New'],
    [6, { newGroupProfile: { ownerID: 'bob' } }, 'bob is now the owner of the group'],
    [6, { newGroupProfile: { muteAllMembers: true } }, 'alice muted all members'],
    [6, { newGroupProfile: { muteAllMembers: false } }, 'alice unmuted all members'],
    [6, { newGroupProfile: { introduction: 'x' } }, 'alice changed the group profile'],
    [7, { memberList: [{ userID: 'bob', muteTime: 60 }] }, 'bob was muted for 60 s'],
    [7, { memberList: [{ userID: 'bob', muteTime: 0 }] }, 'bob is no longer muted'],
    [7, { memberList: [{ userID: 'bob' }] }, 'alice changed the profile of bob, carol'],
    [10, {}, 'alice banned bob, carol from the group'],
    [11, {}, 'alice allowed bob, carol to come back'],
    [99, {}, '[Group notification]'],
  ])('says of operation %i %j: %s', (operationType, more, text) => {
    expect(groupTipText(tip(operationType, more))).toBe(text);
  });

  it('takes a message, too', () => {
    const payload = { operationType: 1, operatorID: 'alice', userIDList: ['bob'] };
    const message: Message = messageOf({ type: 'TIMGroupTipElem', payload });
    expect(message.type === 'TIMGroupTipElem' && groupTipText(message)).toBe('bob joined the group');
  });

  it('calls users as it is told', () => {
    expect(groupTipText(tip(3), { names })).toBe('ALICE removed BOB, CAROL from the group');
    expect(groupTipText(tip(6, { newGroupProfile: { ownerID: 'bob' } }), { names })).toBe(
      'BOB is now the owner of the group',
    );
  });

  it('takes lines of other languages, one by one, and one for all that they leave out', () => {
    const texts = {
      [TYPES.GRP_TIP_MBR_JOIN]: ({ users }: { readonly users: string }) => `${users} ist da`,
      [TYPES.GRP_TIP_MBR_QUIT]: 'Jemand ging',
      0: 'Etwas geschah',
    };
    expect(groupTipText(tip(1), { names, texts })).toBe('BOB, CAROL ist da');
    expect(groupTipText(tip(2), { texts })).toBe('Jemand ging');
    expect(groupTipText(tip(3), { texts })).toBe('alice removed bob, carol from the group');
    expect(groupTipText(tip(99), { texts })).toBe('Etwas geschah');
  });
});

describe('groupNoticeText', () => {
  it.each([
    [1, 'alice requests to join Team'],
    [2, 'You have successfully joined Team'],
    [3, 'Your request to join Team has been denied'],
    [4, 'You have been removed from Team by alice'],
    [5, 'Team has been disbanded by alice'],
    [6, 'alice has created Team'],
    [7, 'alice invites you to join Team'],
    [8, 'You have withdrawn from Team'],
    [9, 'alice has made you an admin of Team'],
    [10, 'alice has removed you as an admin of Team'],
    [21, 'You have been banned from Team by alice'],
    [255, 'Custom system group notification'],
    [99, '[Group system notification]'],
  ])('says of operation %i: %s', (operationType, text) => {
    expect(groupNoticeText(notice(operationType))).toBe(text);
  });

  it('calls the group by whatever the SDK tells: `name`, `groupName`, or its ID', () => {
    expect(groupNoticeText(notice(2, { groupID: 'g', groupName: 'Team' }))).toContain('Team');
    expect(groupNoticeText(notice(2, { groupID: 'g' }))).toBe('You have successfully joined g');
  });

  it('takes other names and lines', () => {
    const texts = { 1: ({ operator, group }: { operator: string; group: string }) => `${operator}→${group}` };
    expect(groupNoticeText(notice(1), { names, texts })).toBe('ALICE→Team');
  });
});
