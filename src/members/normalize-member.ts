import type { ActionContext } from '../action-context.ts';
import type { Sightings } from '../events.ts';
import { briefProfile, sightNow } from '../profiles/normalize-profile.ts';
import type { Profile } from '../profiles/profile.ts';
import { numberOf, recordOf, requireText, textOf } from '../shared/fields.ts';
import { listIn } from '../shared/outcomes.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord } from '../shared/read-record.ts';
import type { GroupMember, MemberSighting } from './group-member.ts';

const MEMBER: RecordSchema<Omit<GroupMember, 'isMuted'>> = {
  userID: (live) => requireText(live, 'the ID of a member'),
  role: textOf,
  joinTime: numberOf,
  nameCard: textOf,
  muteUntil: numberOf,
  memberCustomField: listOf,
};

/** A frozen copy of one of the SDK's member objects; `now` in seconds, server time. */
export function normalizeMember(live: unknown, now: number): GroupMember {
  const member = readRecord(live, MEMBER, 'a member');
  return Object.freeze({ ...member, isMuted: member.muteUntil > now });
}

/** One page of the SDK's member list, and where the next begins: 0 after the last. */
export function readPage(
  context: Pick<ActionContext, 'readEach' | 'serverTime'>,
  groupID: string,
  answer: unknown,
): ReturnType<typeof readMembers> & { readonly offset: number | string } {
  const { memberList, offset } = recordOf(answer);
  return {
    ...readMembers(context, groupID, listIn(memberList)),
    offset: typeof offset === 'string' && offset !== '' ? offset : numberOf(offset),
  };
}

/**
 * Copies a list of the SDK's member objects, as they are now, with what they show beside: names and pictures, which are
 * kept with the profiles, and name cards.
 */
export function readMembers(
  context: Pick<ActionContext, 'readEach' | 'serverTime'>,
  groupID: string,
  live: unknown,
): { readonly members: readonly GroupMember[] } & Required<Pick<Sightings, 'profiles' | 'nameCards'>> {
  const time = context.serverTime() / 1000;
  const nameCards: MemberSighting[] = [];
  const profiles: Profile[] = [];
  const members = context.readEach(live, (item) => {
    const member = normalizeMember(item, Math.floor(time));
    const { userID, nameCard } = member;
    const profile = briefProfile(item);
    if (profile.nick !== '' || profile.avatar !== '') profiles.push(profile);
    // In AVChatRooms the SDK does not tell.
    if (recordOf(item)['nameCard'] !== undefined)
      nameCards.push(Object.freeze({ groupID, userID, nameCard, time }));
    return member;
  });
  return {
    members: Object.freeze(members),
    profiles: sightNow(context, profiles),
    nameCards: Object.freeze(nameCards),
  };
}
