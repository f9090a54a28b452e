import { initialBlocklist, reduceBlocklist } from '../blocklist/reduce-blocklist.ts';
import { initialConversations, reduceConversations } from '../conversations/reduce-conversations.ts';
import type { MessagesEventType, StoreEvent, WideEvent } from '../events.ts';
import { initialFriends, reduceFriends } from '../friends/reduce-friends.ts';
import { withoutLateTips } from '../groups/late-tips.ts';
import { initialGroups, reduceGroups } from '../groups/reduce-groups.ts';
import { initialMembers, reduceMembers } from '../members/reduce-members.ts';
import { seeNameCards } from '../members/see-name-cards.ts';
import { initialMessages, reduceMessages } from '../messages/reduce-messages.ts';
import { initialProfiles, reduceProfiles } from '../profiles/reduce-profiles.ts';
import { INITIAL_SESSION, reduceSession } from '../session/reduce-session.ts';
import { diffTables } from '../shared/table.ts';
import type { TimState } from '../state.ts';
import { initialTyping, reduceTyping } from '../typing/reduce-typing.ts';
import type { DraftState } from './draft-state.ts';
import { draftState } from './draft-state.ts';
import { isOfGroups } from './join-received.ts';

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
  return Object.freeze({ session: INITIAL_SESSION, ...emptyAccount() });
}

/**
 * The state after these events: one immer transaction over the slices that they concern. Collections are rebuilt by their
 * own structures and assigned, never drafted. Answers the same state where the events change nothing.
 */
export function reduce(state: TimState, events: readonly StoreEvent[], options: ReduceOptions): TimState {
  const draft = draftState(state);
  for (const event of events) reduceOne(draft, event, options);
  return draft.finish();
}

function reduceOne(draft: DraftState, event: StoreEvent, options: ReduceOptions): void {
  const { read, write, replace } = draft;
  const isWide = concernsAll(event);
  if (isWide) reduceAccount(draft, event, options);
  if (options.needsAccount === true && read('session').status === 'idle') return;
  const conversationsBefore = read('conversations').byID;
  if (isWide) reduceConversations(write('conversations'), event, options);
  const groups = read('groups').byID;
  reduceMessages(write('messages'), event, {
    conversationsBefore,
    conversations: read('conversations').byID,
    groups,
    ...(options.recallWindow !== undefined && { recallWindow: options.recallWindow }),
  });
  const { userID } = read('session');
  if (isWide) {
    const inTime = withoutLateTips(event, read('groups').lastTips);
    reduceGroups(write('groups'), inTime, userID);
    const { removed } = diffTables(groups, read('groups').byID);
    reduceMembers(write('members'), inTime, { userID, leftGroupIDs: removed });
    reduceFriends(write('friends'), event);
    reduceBlocklist(write('blocklist'), event);
  } else if (event.nameCards !== undefined && event.nameCards.length > 0)
    seeNameCards(write('members'), event.nameCards);
  if (isWide || (event.profiles !== undefined && event.profiles.length > 0))
    reduceProfiles(write('profiles'), event);
  const typing = reduceTyping(read('typing'), event);
  if (typing !== read('typing')) replace({ typing });
}

/** Whoever was there: when that changes, nothing of theirs may stay. So where there is nobody, there is no data. */
function reduceAccount({ read, write, replace }: DraftState, event: WideEvent, options: ReduceOptions): void {
  const { userID, status } = read('session');
  reduceSession(write('session'), event);
  const after = read('session');
  const isOver =
    (userID !== undefined && after.userID !== userID) || (status === 'anonymous' && after.status !== status);
  if (isOver || (event.type === 'KICKED_OUT' && options.clearOnKick)) replace(emptyAccount());
}

/**
 * Whether an event may change any slice. What it is not tells of messages alone, and of users by what it shows beside:
 * the reducers of the other slices do not take it.
 */
function concernsAll(event: StoreEvent): event is WideEvent {
  return event.type === 'MESSAGE_RECEIVED' ? event.data.some(isOfGroups) : !OF_MESSAGES.has(event.type);
}

const OF_MESSAGES: ReadonlySet<string> = new Set<MessagesEventType>([
  'MESSAGE_MODIFIED',
  'MESSAGE_REVOKED',
  'MESSAGE_READ_BY_PEER',
  'MESSAGE_READ_RECEIPT_RECEIVED',
  'historyStarted',
  'historyLoaded',
  'sendStarted',
  'sendSucceeded',
  'uploadsProgressed',
]);

function emptyAccount(): Omit<TimState, 'session'> {
  const slices = {
    conversations: initialConversations(),
    messages: initialMessages(),
    groups: initialGroups(),
    members: initialMembers(),
    friends: initialFriends(),
    blocklist: initialBlocklist(),
    profiles: initialProfiles(),
    typing: initialTyping(),
  };
  for (const slice of Object.values(slices)) Object.freeze(slice);
  return slices;
}
