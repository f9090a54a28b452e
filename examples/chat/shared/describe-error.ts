import type { TimErrorInfo } from 'tim-reactive';
import { TimStoreError } from 'tim-reactive';

/** What the server refuses most, by its number. */
const REFUSALS: Readonly<Record<number, string>> = {
  2700: 'You are not friends.',
  10007: 'You may not do that in this group.',
  10009: 'The owner cannot leave: hand the group over first.',
  10010: 'There is no such group.',
  10013: 'You are in this group already.',
  10014: 'The group is full.',
  10017: 'You are muted.',
  10019: 'There is no such user.',
  10024: 'Somebody else was faster.',
  20003: 'There is no such user.',
  20007: 'One of you has blocked the other.',
  30001: 'You are friends already.',
  30003: 'There is no such user.',
  30515: 'You have blocked this user.',
  30516: 'This user wants no requests.',
  30525: 'This user has blocked you.',
  30614: 'This request is gone.',
};

/** An error in words for the person in front of the screen; its `message` is for the developer. */
export function describeError(error: TimErrorInfo): string {
  switch (error.code) {
    case 'TIMEOUT':
    case 'NETWORK':
      return 'The server did not answer.';
    case 'NOT_LOGGED_IN':
    case 'NOT_READY':
      return 'You are not connected yet.';
    case 'KICKED_OUT':
    case 'LOGGED_OUT':
      return 'You were logged out.';
    case 'INVALID_ARGUMENT':
      // What it says after the first half is about what was typed, and so of use here.
      return `This cannot be: ${error.message.split('; ').at(-1)}.`;
    case 'SDK_ERROR':
      return REFUSALS[error.sdkCode ?? 0] ?? `The server refused it (code ${error.sdkCode}).`;
    default:
      return 'Something went wrong.';
  }
}

/** The same for what a `catch` caught; throws on what is not the store's. */
export function describeThrown(error: unknown): string {
  if (error instanceof TimStoreError) return describeError(error);
  throw error;
}
