import { equalPlain } from '../shared/plain.ts';
import { OPEN_END } from '../shared/ranges.ts';
import type { Message } from './message.ts';
import type { Timeline, TimelineGap } from './timeline.ts';

/** What stands above a message. */
export type RowSeparator =
  /** Nothing older exists. */
  | { readonly kind: 'historyStart' }
  /** Messages are missing here: `actions.messages.loadGap` brings them. */
  | { readonly kind: 'gap'; readonly gap: TimelineGap }
  /** A new day begins: `day` is `YYYY-MM-DD`, `time` in seconds that of its first message. */
  | { readonly kind: 'date'; readonly time: number; readonly day: string }
  /** What follows was not read when the conversation was opened. */
  | { readonly kind: 'unread' };

/** A message, ready to render. Keeps its identity, from version to version, for as long as nothing in it changes. */
export interface MessageRow {
  /** The message's ID. */
  readonly key: string;
  /** A number that stays, whatever comes in before it: `timeline.firstIndex` and the place in the timeline. */
  readonly index: number;
  readonly message: Message;
  /** What stands above it, from top to bottom. */
  readonly separators: readonly RowSeparator[];
  /** Whether it begins a run of messages of one sender, and whether it ends one. */
  readonly isFirstOfSender: boolean;
  readonly isLastOfSender: boolean;
}

/** The rows of a timeline, one for each message; made when they are read. Places count from 0, as in the timeline. */
export interface MessageRows {
  readonly length: number;
  /** The `index` of the first row. */
  readonly firstIndex: number;
  readonly at: (place: number) => MessageRow | undefined;
  readonly slice: (start?: number, end?: number) => readonly MessageRow[];
  /** The gaps that stand below the last row. */
  readonly gapsBelow: readonly TimelineGap[];
}

/** How rows are made. */
export interface MessageRowOptions {
  /** The message above which the unread line stands. */
  readonly unreadID?: string | undefined;
  /** How many seconds may lie between two messages of one run: 300 by default. */
  readonly groupWithin?: number | undefined;
  /** The day, `YYYY-MM-DD`, of a time in seconds: by default that of the local calendar. */
  readonly dayOf?: ((time: number) => string) | undefined;
}

/**
 * The rows of a timeline, with what stands between them. Costs by the rows that are read.
 *
 * @example
 * const rows = messageRows(timeline, history.isCompleted);
 * render(rows.slice(-30));
 */
export function messageRows(
  timeline: Timeline,
  isCompleted: boolean,
  { unreadID, groupWithin = 300, dayOf = localDay }: MessageRowOptions = {},
): MessageRows {
  const { length, firstIndex, gaps } = timeline;

  const separatorsOf = (
    place: number,
    message: Message,
    above: Message | undefined,
  ): readonly RowSeparator[] => {
    const separators: RowSeparator[] = [];
    if (above === undefined && isCompleted) separators.push({ kind: 'historyStart' });
    for (const gap of gaps) if (gap.index === place) separators.push({ kind: 'gap', gap });
    const { time } = message;
    const day = dayOf(time);
    if (above === undefined || dayOf(above.time) !== day) separators.push({ kind: 'date', time, day });
    if (message.ID === unreadID) separators.push({ kind: 'unread' });
    return separators;
  };

  const isOneRun = (above: Message, below: Message): boolean =>
    above.from === below.from &&
    speaks(above) &&
    speaks(below) &&
    Math.abs(below.time - above.time) <= groupWithin;

  const at = (place: number): MessageRow | undefined => {
    const message = place < 0 ? undefined : timeline.at(place);
    if (message === undefined) return undefined;
    const above = place === 0 ? undefined : timeline.at(place - 1);
    const below = timeline.at(place + 1);
    const separators = separatorsOf(place, message, above);
    return known({
      key: message.ID,
      index: firstIndex + place,
      message,
      separators,
      isFirstOfSender: above === undefined || separators.length > 0 || !isOneRun(above, message),
      isLastOfSender:
        below === undefined ||
        !isOneRun(message, below) ||
        separatorsOf(place + 1, below, message).length > 0,
    });
  };

  return {
    length,
    firstIndex,
    at,
    slice: (start = 0, end = length) => {
      const first = Math.max(0, start < 0 ? length + start : start);
      const last = Math.min(length, end < 0 ? length + end : end);
      const rows: MessageRow[] = [];
      for (let place = first; place < last; place++) {
        const row = at(place);
        if (row !== undefined) rows.push(row);
      }
      return Object.freeze(rows);
    },
    get gapsBelow() {
      return gaps.filter(({ index }) => index >= length);
    },
  };
}

/** Rows from one `index` up to, without, another. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** The rows from one `index` up to, without, another, of those that there are. */
export function rowsWithin(rows: MessageRows, start = 0, end: number = OPEN_END): readonly MessageRow[] {
  const { firstIndex } = rows;
  return rows.slice(Math.max(0, start - firstIndex), Math.max(0, end - firstIndex));
}

/** The newest gap that stands above or below a row of a window. */
export function gapWithin(
  { gaps, firstIndex, length }: Timeline,
  window: RowWindow,
): TimelineGap | undefined {
  const isLookedAt = ({ index }: TimelineGap): boolean => {
    const row = firstIndex + Math.min(index, length - 1);
    return window.start <= row && row < window.end;
  };
  return gaps.filter(isLookedAt).at(-1);
}

/** Not what is told about the group, nor what was recalled. */
function speaks(message: Message): boolean {
  return !(message.isRevoked || message.type.startsWith('TIMGroup') || isCreation(message));
}

/** Whoever makes a group has the SDK send this into it: 2.x the word alone, the others JSON. */
function isCreation({ type, payload }: Message): boolean {
  return type === 'TIMCustomElem' && /^group_create$|"businessID":\s*"group_create"/.test(payload.data);
}

/** Several, as two views may show one message in two ways. */
const rowsOf = new WeakMap<Message, readonly MessageRow[]>();
const MOST_VIEWS = 4;

/** The row that was made before, where it is the same. */
function known(row: MessageRow): MessageRow {
  const rows = rowsOf.get(row.message) ?? [];
  const same = rows.find((other) => equalPlain(other, row));
  if (same !== undefined) return same;
  for (const separator of row.separators) Object.freeze(separator);
  Object.freeze(row.separators);
  rowsOf.set(row.message, [Object.freeze(row), ...rows.slice(0, MOST_VIEWS - 1)]);
  return row;
}

function localDay(time: number): string {
  // oxlint-disable-next-line no-restricted-globals -- reads a calendar, and no clock
  const date = new Date(time * 1000);
  const digits = (value: number, length = 2): string => String(value).padStart(length, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`;
}
