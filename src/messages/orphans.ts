import type { Draft } from 'immer';
import { castDraft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { undraft } from '../conversations/undraft.ts';
import { memoize } from '../shared/memo.ts';
import { equalPlain } from '../shared/plain.ts';
import { emptyTimeline } from './chunked-timeline.ts';
import { findBySequence, findCopy } from './find-message.ts';
import { mergeMessages } from './merge-messages.ts';
import type { Message, MessageRevocation } from './message.ts';
import type { MessagesState } from './messages-state.ts';
import type { Orphan } from './orphan.ts';
import type { Timeline } from './timeline.ts';

/** So many are kept; then the oldest make room. */
const MOST = 500;

const NO_MESSAGES = emptyTimeline();

/** Keeps newer copies of messages that are not there, until they come. */
export function keepCopies(state: Draft<MessagesState>, copies: readonly Message[]): void {
  for (const copy of copies) {
    const present = undraft(state.orphans).find(
      (orphan) => orphan.type === 'copy' && orphan.copy.ID === copy.ID,
    );
    const merged = present?.type === 'copy' ? mergeMessages(present.copy, copy) : copy;
    if (present?.type === 'copy' && present.copy === merged) continue;
    keep(state, { type: 'copy', copy: merged, conversationID: copy.conversationID }, present);
  }
}

/** Keeps the recall of a message that is not there, until it comes. */
export function keepRevocation(state: Draft<MessagesState>, revocation: MessageRevocation): void {
  const isKept = undraft(state.orphans).some(
    (orphan) => orphan.type === 'revocation' && equalPlain(orphan.revocation, revocation),
  );
  const { conversationID } = revocation;
  if (!isKept) keep(state, { type: 'revocation', revocation, conversationID });
}

/** Takes out what was kept for messages that these conversations have by now: what the messages are with it. */
export function takeOrphans(state: Draft<MessagesState>, ids: readonly ConversationID[]): readonly Message[] {
  const orphans = undraft(state.orphans);
  if (orphans.length === 0) return [];
  const found = new Map<Orphan, Message>();
  for (const id of ids)
    for (const orphan of byConversation(orphans).get(id) ?? []) {
      const timeline = state.timelines.get(id) ?? NO_MESSAGES;
      const message =
        orphan.type === 'copy'
          ? findCopy(timeline, orphan.copy) && orphan.copy
          : revoked(timeline, orphan.revocation);
      if (message !== undefined) found.set(orphan, message);
    }
  if (found.size > 0)
    state.orphans = castDraft(Object.freeze(orphans.filter((orphan) => !found.has(orphan))));
  return [...found.values()];
}

/** So that a message costs nothing by what waits for those of other conversations. */
const byConversation = memoize(
  (orphans: readonly Orphan[]): ReadonlyMap<ConversationID, readonly Orphan[]> => {
    const groups = new Map<ConversationID, Orphan[]>();
    for (const orphan of orphans) {
      const group = groups.get(orphan.conversationID);
      if (group === undefined) groups.set(orphan.conversationID, [orphan]);
      else group.push(orphan);
    }
    return groups;
  },
);

/** Forgets what was kept for these conversations. */
export function dropOrphans(state: Draft<MessagesState>, ids: readonly ConversationID[]): void {
  const orphans = undraft(state.orphans);
  const left = orphans.filter(({ conversationID }) => !ids.includes(conversationID));
  if (left.length < orphans.length) state.orphans = castDraft(Object.freeze(left));
}

/** The message that was recalled, as it is then; `undefined` where the timeline does not have it. */
export function revoked(timeline: Timeline, revocation: MessageRevocation): Message | undefined {
  const { ID, sequence, time, revoker, revokeReason } = revocation;
  const message =
    (ID === undefined ? undefined : timeline.get(ID)) ?? findBySequence(timeline, sequence, time);
  return message && Object.freeze({ ...message, isRevoked: true, revoker, revokeReason });
}

function keep(state: Draft<MessagesState>, orphan: Orphan, instead?: Orphan): void {
  const others = undraft(state.orphans).filter((other) => other !== instead);
  state.orphans = castDraft(Object.freeze([...others, Object.freeze(orphan)].slice(-MOST)));
}
