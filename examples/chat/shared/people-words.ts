import type { AddFriendOutcome, UserStatus } from 'tim-reactive';
import { TYPES } from 'tim-reactive';

/** What became of a request for friendship. */
export const ADD_TEXTS: Readonly<Record<AddFriendOutcome, string>> = {
  added: 'You are friends now.',
  pending: 'You have asked. Now it is up to them.',
};

/** Who may add somebody as a friend. */
export const ALLOW_TYPES = [
  { type: TYPES.ALLOW_TYPE_ALLOW_ANY, label: 'Everybody' },
  { type: TYPES.ALLOW_TYPE_NEED_CONFIRM, label: 'Whoever I agree to' },
  { type: TYPES.ALLOW_TYPE_DENY_ANY, label: 'Nobody' },
] as const;

/** Whether somebody is there; `''` where that is not known. */
export function statusText(status: UserStatus | undefined): 'Online' | 'Offline' | '' {
  if (status === undefined || status.statusType === TYPES.USER_STATUS_UNKNOWN) return '';
  return status.statusType === TYPES.USER_STATUS_ONLINE ? 'Online' : 'Offline';
}

/** What is said of the other one in place of the status, as long as it is so. */
export const TYPING_TEXT = 'is typing…';
