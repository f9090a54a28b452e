import type { TimErrorInfo } from '../shared/tim-store-error.ts';

/**
 * Whether messages may be missing between the oldest and the newest that are loaded. `proven`: a group's sequences have
 * no hole, but for what the server says is none. `gaps`: it has holes, `timeline.gaps`. `assumed`: no hole is known, but
 * nothing proves that there is none (C2C, AVChatRooms, an SDK that cannot look).
 */
export type Completeness = 'proven' | 'gaps' | 'assumed';

/** How far the history of one conversation has been loaded since the login. */
export interface History {
  /** Whether the newest page has come. */
  readonly isLoaded: boolean;
  /** Whether that page or an older one is on its way. */
  readonly isLoading: boolean;
  /** Whether what fills a gap, or surrounds a message that was jumped to, is on its way. */
  readonly isFilling: boolean;
  /** Whether the newest messages are read again, after the connection was lost. */
  readonly isRepairing: boolean;
  /** Whether nothing older is left to load. */
  readonly isCompleted: boolean;
  readonly completeness: Completeness;
  /** The SDK's cursor to the next older page; `''` before the first. It stays within its conversation. */
  readonly nextReqMessageID: string;
  /** Where that cursor goes on, in the numbers of `timeline.covered`. */
  readonly reached: number | undefined;
  /** Whether nothing proves that there is no hole. */
  readonly isAssumed: boolean;
  /** How often it was cleared: a page asked for before does not count any more. */
  readonly generation: number;
  /** Up to where messages were dropped to save memory, in the numbers of `timeline.covered`; 0 where none were. */
  readonly droppedTo: number;
  /** Why the last page did not come; `undefined` once one does. */
  readonly error: TimErrorInfo | undefined;
}

/** The history of a conversation of which nothing has been loaded. */
export const EMPTY_HISTORY: History = Object.freeze({
  isLoaded: false,
  isLoading: false,
  isFilling: false,
  isRepairing: false,
  isCompleted: false,
  completeness: 'assumed',
  nextReqMessageID: '',
  reached: undefined,
  isAssumed: true,
  generation: 0,
  droppedTo: 0,
  error: undefined,
});

/** What loads messages: the next page, what fills a gap or surrounds a message, or what is read again. */
export type HistoryTask = 'page' | 'gap' | 'repair';
