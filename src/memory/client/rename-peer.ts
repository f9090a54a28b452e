import type { Write } from '../flavour.ts';
import type { Conversation } from './conversation.ts';
import type { MessageStore } from './message-store.ts';

/**
 * The hazard of the silent rename: a C2C message that brings another nick or avatar of its sender renames all the
 * messages of that sender that the client holds, and the conversation's profile, without any message event.
 */
export function renamePeer(
  write: Write,
  store: MessageStore,
  conversation: Conversation,
  { nick, avatar }: { readonly nick: string; readonly avatar: string },
): void {
  const { userProfile } = conversation;
  if (userProfile !== undefined && (userProfile.nick !== nick || userProfile.avatar !== avatar)) {
    write(userProfile, { nick, avatar });
  }
  for (const message of store.list(conversation.conversationID)) {
    if (message.flow !== 'in' || (message.nick === nick && message.avatar === avatar)) continue;
    write(message, { nick, avatar });
  }
}

/** The same for this user's own messages of one conversation, when another client has changed the profile. */
export function renameMine(
  write: Write,
  store: MessageStore,
  conversationID: string,
  { nick, avatar }: { readonly nick: string; readonly avatar: string },
): void {
  for (const message of store.list(conversationID)) {
    if (message.flow !== 'out' || (message.nick === nick && message.avatar === avatar)) continue;
    write(message, { nick, avatar });
  }
}
