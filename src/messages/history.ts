import type { TimErrorInfo } from '../shared/tim-store-error.ts';

/** How far the history of one conversation has been loaded since the login. */
export interface History {
  /** Whether the first page has come. */
  readonly isLoaded: boolean;
  /** Whether a page is on its way. */
  readonly isLoading: boolean;
  /** Whether the oldest page has come: nothing older is left to load. */
  readonly isCompleted: boolean;
  /** The SDK's cursor to the next older page; `''` before the first. It stays within its conversation. */
  readonly nextReqMessageID: string;
  /** Why the last page did not come; `undefined` once one does. */
  readonly error: TimErrorInfo | undefined;
}

/** The history of a conversation of which nothing has been loaded. */
export const EMPTY_HISTORY: History = Object.freeze({
  isLoaded: false,
  isLoading: false,
  isCompleted: false,
  nextReqMessageID: '',
  error: undefined,
});
