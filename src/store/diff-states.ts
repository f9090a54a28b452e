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
import { both, changedIn, NONE } from './changed-ids.ts';

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
const NO_ROWS: TableDiff<never> = Object.freeze({ added: NONE, updated: NONE, removed: NONE });

/**
 * Compares two states by identity, top down: costs by what differs, whatever the reducers did to get there. The events
 * of the commit tell what caused it.
 */
export function diffStates(
  before: TimState,
  after: TimState,
  events: readonly StoreEvent[] = [],
): TimChanges {
  const { conversations, messages, groups, friends, profiles } = before;
  const loads = events.filter((event) => event.type === 'historyLoaded');
  return Object.freeze({
    session: before.session !== after.session,
    conversations: rowsOf(conversations.byID, after.conversations.byID),
    conversationList: conversations !== after.conversations,
    drafts: changedIn(conversations, after.conversations, ['drafts']),
    messages: Object.freeze(
      changedIn(messages, after.messages, ['timelines']).map((conversationID) => {
        const timeline = after.messages.timelines.get(conversationID) ?? NO_MESSAGES;
        const diff = diffTimelines(messages.timelines.get(conversationID) ?? NO_MESSAGES, timeline);
        return freezeLists({ conversationID, timeline, cause: causeOf(loads, conversationID), ...diff });
      }),
    ),
    history: changedIn(messages, after.messages, ['history']),
    messageDetails: changedIn(messages, after.messages, DETAILS),
    groups: rowsOf(groups.byID, after.groups.byID),
    groupList: groups !== after.groups,
    groupDetails: both(
      changedIn(groups, after.groups, GROUP_DETAILS),
      changedIn(messages, after.messages, ['pinned']),
    ),
    members: diffMembers(before, after),
    friends: rowsOf(friends.byID, after.friends.byID),
    friendList: friends !== after.friends,
    blocklist: before.blocklist !== after.blocklist,
    profiles: rowsOf(profiles.byID, after.profiles.byID),
    statuses: changedIn(profiles, after.profiles, ['statuses']),
    typing: changedTyping(before, after),
  });
}

/** The tables of what is known of messages beside the messages. */
export const DETAILS = ['receipts', 'reactions', 'extensions', 'uploads', 'revocable'] as const;

/** The tables of what is known of groups beside their profiles. */
export const GROUP_DETAILS = ['attributes', 'counters', 'onlineCounts', 'topics'] as const;

/** The members that differ, group by group. */
export function diffMembers(before: TimState, after: TimState): readonly MemberChanges[] {
  const of = ({ members }: TimState, groupID: string) => members.byGroup.get(groupID)?.byID ?? NO_MEMBERS;
  return Object.freeze(
    changedIn(before.members, after.members, ['byGroup']).map((groupID) =>
      freezeLists({ groupID, ...diffTables(of(before, groupID), of(after, groupID)) }),
    ),
  );
}

function rowsOf<K extends string>(before: Table<K, unknown>, after: Table<K, unknown>): TableDiff<K> {
  return before === after ? NO_ROWS : freezeLists(diffTables(before, after));
}

function causeOf(
  loads: readonly (StoreEvent & { readonly type: 'historyLoaded' })[],
  conversationID: ConversationID,
): MessageChangeCause {
  const own = loads.filter((load) => load.conversationID === conversationID);
  return own.some(({ task }) => task === 'repair') ? 'repair' : own.length > 0 ? 'history' : 'live';
}

/** The conversations in which somebody began or ceased to write. */
export function changedTyping(before: TimState, after: TimState): readonly ConversationID[] {
  if (before.typing === after.typing) return NONE;
  const IDs = [...before.typing, ...after.typing].map(({ conversationID }) => conversationID);
  return Object.freeze(
    [...new Set(IDs)].filter((ID) => selectIsTyping(before, ID) !== selectIsTyping(after, ID)),
  );
}

function freezeLists<T extends object>(diff: T): T {
  for (const key in diff) if (Array.isArray(diff[key])) Object.freeze(diff[key]);
  return Object.freeze(diff);
}
