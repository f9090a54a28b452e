import { emptyTimeline } from '../messages/chunked-timeline.ts';
import { diffTimelines } from '../messages/diff-timelines.ts';
import type { TimState } from '../state.ts';
import type { TimKey } from '../tim-key.ts';
import { both, changedIn } from './changed-ids.ts';
import { changedTyping, DETAILS, diffMembers, GROUP_DETAILS } from './diff-states.ts';

/** What a key begins with: `message` of `message:ID`. */
export type KeyKind = TimKey extends infer K ? (K extends `${infer Kind}:${string}` ? Kind : K) : never;

/**
 * What follows the kind in the keys of what two states differ in; of a kind without IDs, whether anything does. `listened` is what
 * somebody listens to of that kind.
 */
export const CHANGED_KEYS: Readonly<
  Record<KeyKind, (before: TimState, after: TimState, listened: Iterable<string>) => Iterable<string>>
> = {
  session: (a, b) => whether(a.session !== b.session),
  conversations: (a, b) => whether(a.conversations !== b.conversations),
  groups: (a, b) => whether(a.groups !== b.groups),
  friends: (a, b) => whether(a.friends !== b.friends),
  blocklist: (a, b) => whether(a.blocklist !== b.blocklist),
  conversation: (a, b) =>
    both<string>(changedIn(a.conversations, b.conversations, ['byID', 'drafts']), changedTyping(a, b)),
  messages: (a, b) => changedIn(a.messages, b.messages, ['timelines', 'history']),
  message: changedMessages,
  group: (a, b) =>
    both(
      changedIn(a.groups, b.groups, ['byID', ...GROUP_DETAILS]),
      changedIn(a.messages, b.messages, ['pinned']),
    ),
  members: (a, b) => changedIn(a.members, b.members, ['byGroup']),
  member: (a, b) =>
    diffMembers(a, b).flatMap(({ groupID, added, updated, removed }) =>
      [...added, ...updated, ...removed].map((userID) => `${groupID}/${userID}`),
    ),
  friend: (a, b) => changedIn(a.friends, b.friends, ['byID']),
  profile: (a, b) => changedIn(a.profiles, b.profiles, ['byID', 'statuses']),
};

function whether(isChanged: boolean): readonly string[] {
  return isChanged ? [''] : [];
}

/** The IDs of the messages that differ, or of which something is known that does: all by which somebody may know them. */
function changedMessages(before: TimState, after: TimState, listened: Iterable<string>): Iterable<string> {
  const { timelines, index } = before.messages;
  const IDs = new Set<string>(changedIn(before.messages, after.messages, DETAILS));
  let hasRemoved = false;
  for (const id of changedIn(before.messages, after.messages, ['timelines'])) {
    const now = after.messages.timelines.get(id) ?? emptyTimeline();
    const { inserted, updated, removed } = diffTimelines(timelines.get(id) ?? emptyTimeline(), now);
    for (const { ID } of [...inserted, ...updated, ...removed]) IDs.add(ID);
    hasRemoved ||= removed.length > 0;
  }
  // What was dropped, the index knows by none of its IDs any more.
  if (hasRemoved) for (const ID of listened) if (after.messages.index.get(ID) === undefined) IDs.add(ID);
  for (const ID of IDs) for (const other of index.othersOf(ID)) IDs.add(other);
  return IDs;
}
