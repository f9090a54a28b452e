import type { TimErrorInfo } from 'tim-reactive';
import { TimStoreError } from 'tim-reactive';

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
    case 'SDK_ERROR':
      return `The server refused it (code ${error.sdkCode}).`;
    default:
      return 'Something went wrong.';
  }
}

/** The same for what a `catch` caught; throws on what is not the store's. */
export function describeThrown(error: unknown): string {
  if (error instanceof TimStoreError) return describeError(error);
  throw error;
}
