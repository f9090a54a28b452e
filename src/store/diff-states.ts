import type { ConversationID } from '../conversations/conversation-id.ts';
import type { GroupMembers } from '../members/group-member.ts';
import type { StoreEvent } from '../events.ts';
import { emptyTimeline } from '../messages/chunked-timeline.ts';
import type { TimelineDiff } from '../messages/diff-timelines.ts';
import { diffTimelines } from '../messages/diff-timelines.ts';
import type { Timeline } from '../messages/timeline.ts';
import type { Table, TableDiff } from '../shared/table.ts';
import { diffTables, emptyTable } from '../shared/table.ts';
import type { TimState } from '../state.ts';
import { selectIsTyping } from '../typing/typing-selectors.ts';

/** What one commit changed; `streams.changes$` emits one for each. */
export interface TimChanges {
  readonly session: boolean;
  /** Rows, by ID. */
  readonly conversations: TableDiff<ConversationID>;
  /** Whether anything of the list changed: a row, the order, the total unread count, a draft, the conversation groups. */
  readonly conversationList: boolean;
  /** The conversations whose draft changed. */
  readonly drafts: readonly ConversationID[];
  /** One entry for each conversation whose timeline changed. */
  readonly messages: readonly MessageChanges[];
  /** The conversations whose history (loading, cursor, error) changed. */
  readonly history: readonly ConversationID[];
  /** The IDs of the messages whose receipts, reactions, extensions, upload or recall window changed. */
  readonly messageDetails: readonly string[];
  /** Groups, by ID. */
  readonly groups: TableDiff<string>;
  /** Whether anything of the groups changed: one of them, the order, a request to join. */
  readonly groupList: boolean;
  /** The IDs of the groups whose attributes, counters, online count, topics or pinned messages changed. */
  readonly groupDetails: readonly string[];
  /** One entry for each group of whose members something changed. */
  readonly members: readonly MemberChanges[];
  /** Friends, by user ID. */
  readonly friends: TableDiff<string>;
  /** Whether anything of the friends changed: one of them, the order, a request, a friend group. */
  readonly friendList: boolean;
  readonly blocklist: boolean;
  /** Users, by ID. */
  readonly profiles: TableDiff<string>;
  /** The IDs of the users whose status changed. */
  readonly statuses: readonly string[];
  /** The conversations in which somebody began or ceased to write. */
  readonly typing: readonly ConversationID[];
}

/** What one commit changed in one conversation: the snapshot after it, and what it differs in from the one before. */
export interface MessageChanges extends TimelineDiff {
  readonly conversationID: ConversationID;
  readonly timeline: Timeline;
  readonly cause: MessageChangeCause;
}

/**
 * What brought messages: what was missed while the connection was lost (`repair`), pages of history, or what happens
 * now. Where one commit has several, the first of these.
 */
export type MessageChangeCause = 'repair' | 'history' | 'live';

/** What one commit changed among the members of one group, by user ID. */
export interface MemberChanges extends TableDiff<string> {
  readonly groupID: string;
}

const NO_MESSAGES = emptyTimeline();
const NO_MEMBERS: GroupMembers['byID'] = emptyTable();

/**
 * Compares two states by identity, top down: costs by what differs, whatever the reducers did to get there. The events
 * of the commit tell what caused it.
 */
export function diffStates(
  before: TimState,
  after: TimState,
  events: readonly StoreEvent[] = [],
): TimChanges {
  /** All IDs that differ in any of the tables. */
  const changed = <K extends string>(...tables: ((state: TimState) => Table<K, unknown>)[]): readonly K[] =>
    Object.freeze([
      ...new Set(tables.flatMap((of) => changedIDs(diffTables<K, unknown>(of(before), of(after))))),
    ]);
  const rows = <K extends string>(of: (state: TimState) => Table<K, unknown>): TableDiff<K> =>
    freezeLists(diffTables<K, unknown>(of(before), of(after)));
  return Object.freeze({
    session: before.session !== after.session,
    conversations: rows((state) => state.conversations.byID),
    conversationList: before.conversations !== after.conversations,
    drafts: changed((state) => state.conversations.drafts),
    messages: Object.freeze(
      changed((state) => state.messages.timelines).map((conversationID) => {
        const timeline = after.messages.timelines.get(conversationID) ?? NO_MESSAGES;
        const diff = diffTimelines(before.messages.timelines.get(conversationID) ?? NO_MESSAGES, timeline);
        return freezeLists({ conversationID, timeline, cause: causeOf(events, conversationID), ...diff });
      }),
    ),
    history: changed((state) => state.messages.history),
    messageDetails: changed<string>(
      (state) => state.messages.receipts,
      (state) => state.messages.reactions,
      (state) => state.messages.extensions,
      (state) => state.messages.uploads,
      (state) => state.messages.revocable,
    ),
    groups: rows((state) => state.groups.byID),
    groupList: before.groups !== after.groups,
    groupDetails: changed<string>(
      (state) => state.groups.attributes,
      (state) => state.groups.counters,
      (state) => state.groups.onlineCounts,
      (state) => state.groups.topics,
      (state) => state.messages.pinned,
    ),
    members: Object.freeze(
      changed((state) => state.members.byGroup).map((groupID) =>
        freezeLists({
          groupID,
          ...diffTables(
            before.members.byGroup.get(groupID)?.byID ?? NO_MEMBERS,
            after.members.byGroup.get(groupID)?.byID ?? NO_MEMBERS,
          ),
        }),
      ),
    ),
    friends: rows((state) => state.friends.byID),
    friendList: before.friends !== after.friends,
    blocklist: before.blocklist !== after.blocklist,
    profiles: rows((state) => state.profiles.byID),
    statuses: changed((state) => state.profiles.statuses),
    typing: changedTyping(before, after),
  });
}

function causeOf(events: readonly StoreEvent[], conversationID: ConversationID): MessageChangeCause {
  const tasks = events.flatMap((event) =>
    event.type === 'historyLoaded' && event.conversationID === conversationID ? [event.task] : [],
  );
  return tasks.includes('repair') ? 'repair' : tasks.length > 0 ? 'history' : 'live';
}

function changedTyping(before: TimState, after: TimState): readonly ConversationID[] {
  if (before.typing === after.typing) return Object.freeze([]);
  const IDs = [...before.typing, ...after.typing].map(({ conversationID }) => conversationID);
  return Object.freeze(
    [...new Set(IDs)].filter((ID) => selectIsTyping(before, ID) !== selectIsTyping(after, ID)),
  );
}

/** All IDs of a diff. */
export function changedIDs<K extends string>({ added, updated, removed }: TableDiff<K>): readonly K[] {
  return [...added, ...updated, ...removed];
}

function freezeLists<T extends object>(diff: T): T {
  for (const part of Object.values(diff)) if (Array.isArray(part)) Object.freeze(part);
  return Object.freeze(diff);
}
