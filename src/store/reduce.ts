import type { Draft } from 'immer';
import { castDraft, produce } from 'immer';
import { initialBlocklist, reduceBlocklist } from '../blocklist/reduce-blocklist.ts';
import { initialConversations, reduceConversations } from '../conversations/reduce-conversations.ts';
import { undraft } from '../conversations/undraft.ts';
import type { StoreEvent } from '../events.ts';
import { initialFriends, reduceFriends } from '../friends/reduce-friends.ts';
import { withoutLateTips } from '../groups/late-tips.ts';
import { initialGroups, reduceGroups } from '../groups/reduce-groups.ts';
import { initialMembers, reduceMembers } from '../members/reduce-members.ts';
import { initialMessages, reduceMessages } from '../messages/reduce-messages.ts';
import { initialProfiles, reduceProfiles } from '../profiles/reduce-profiles.ts';
import { INITIAL_SESSION, reduceSession } from '../session/reduce-session.ts';
import { diffTables } from '../shared/table.ts';
import type { TimState } from '../state.ts';
import { initialTyping, reduceTyping } from '../typing/reduce-typing.ts';

/** What the reducers must know beside the events. */
export interface ReduceOptions {
  /** Whether the SDK's list events carry only what changed. */
  readonly isPartial: boolean;
  /** Whether a kick-out empties the state, as a logout does. */
  readonly clearOnKick: boolean;
  /**
   * Whether what comes while nobody is there is dropped: what a call of an account brought that left in that very
   * moment.
   */
  readonly needsAccount?: boolean;
  /** For how many seconds own messages can be recalled. */
  readonly recallWindow?: number;
}

/** A store in which nobody has logged in. */
export function initialState(): TimState {
  const slices = emptyAccount();
  for (const slice of Object.values(slices)) Object.freeze(slice);
  return Object.freeze({ session: INITIAL_SESSION, ...slices });
}

/**
 * The state after these events: one immer transaction over the top of the tree. Collections are rebuilt by their own
 * structures and assigned, never drafted. Answers the same state where the events change nothing.
 */
export function reduce(state: TimState, events: readonly StoreEvent[], options: ReduceOptions): TimState {
  return produce(state, (draft) => {
    for (const event of events) reduceOne(draft, event, options);
  });
}

function reduceOne(draft: Draft<TimState>, event: StoreEvent, options: ReduceOptions): void {
  const { userID, status } = draft.session;
  reduceSession(draft.session, event);
  // Whoever was there: when that changes, nothing of theirs may stay. So where there is nobody, there is no data.
  const isOver =
    (userID !== undefined && draft.session.userID !== userID) ||
    (status === 'anonymous' && draft.session.status !== status);
  if (isOver || (event.type === 'KICKED_OUT' && options.clearOnKick)) Object.assign(draft, emptyAccount());
  if (options.needsAccount === true && draft.session.status === 'idle') return;
  const conversationsBefore = draft.conversations.byID;
  reduceConversations(draft.conversations, event, options);
  reduceMessages(draft.messages, event, {
    conversationsBefore,
    conversations: draft.conversations.byID,
    groups: draft.groups.byID,
    ...(options.recallWindow !== undefined && { recallWindow: options.recallWindow }),
  });
  const groups = draft.groups.byID;
  const inTime = withoutLateTips(event, draft.groups.lastTips);
  reduceGroups(draft.groups, inTime, draft.session.userID);
  const { removed } = diffTables(groups, draft.groups.byID);
  reduceMembers(draft.members, inTime, { userID: draft.session.userID, leftGroupIDs: removed });
  reduceFriends(draft.friends, event);
  reduceBlocklist(draft.blocklist, event);
  reduceProfiles(draft.profiles, event);
  const typing = undraft(draft.typing);
  const next = reduceTyping(typing, event);
  if (next !== typing) draft.typing = castDraft(next);
}

function emptyAccount(): Omit<TimState, 'session'> {
  return {
    conversations: initialConversations(),
    messages: initialMessages(),
    groups: initialGroups(),
    members: initialMembers(),
    friends: initialFriends(),
    blocklist: initialBlocklist(),
    profiles: initialProfiles(),
    typing: initialTyping(),
  };
}
