import type { Group, GroupMember } from 'tim-reactive';
import { formatTime } from './format-time.ts';

/** What may keep one from writing. */
interface Situation {
  readonly isGroup: boolean;
  /** Whether the groups are known by now. */
  readonly isLoaded: boolean;
  readonly group: Group | undefined;
  readonly isMuted: boolean;
  /** I, as a member. */
  readonly me: GroupMember | undefined;
  readonly isBlocked: boolean;
}

/** Why nothing can be written here; `''` where it can. */
export function describeSilence(situation: Situation): string {
  const { isGroup, isLoaded, group, isMuted, me, isBlocked } = situation;
  if (isBlocked) return 'You have blocked this user.';
  if (!isGroup) return '';
  if (group === undefined) return isLoaded ? 'You are not in this group.' : '';
  if (!isMuted) return '';
  return me?.isMuted === true
    ? `You are muted until ${formatTime(me.muteUntil)}.`
    : 'All members are muted; only admins may write.';
}
