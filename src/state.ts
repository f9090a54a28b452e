import type { BlocklistState } from './blocklist/blocklist.ts';
import type { ConversationsState } from './conversations/conversation.ts';
import type { FriendsState } from './friends/friend.ts';
import type { GroupsState } from './groups/group.ts';
import type { MembersState } from './members/group-member.ts';
import type { MessagesState } from './messages/messages-state.ts';
import type { ProfilesState } from './profiles/profile.ts';
import type { SessionState } from './session/session.ts';
import type { TypingState } from './typing/typing.ts';

/**
 * All that the store knows, immutable: a commit makes a new one, in which everything that did not change keeps its
 * identity. Tables are read through `get(id)` and iteration, or by the selectors.
 */
export interface TimState {
  readonly session: SessionState;
  readonly conversations: ConversationsState;
  readonly messages: MessagesState;
  readonly groups: GroupsState;
  readonly members: MembersState;
  readonly friends: FriendsState;
  readonly blocklist: BlocklistState;
  readonly profiles: ProfilesState;
  readonly typing: TypingState;
}
