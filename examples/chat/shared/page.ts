import type { ConversationID } from 'tim-reactive';

/** What the sidebar lists. */
export type Section = 'chats' | 'contacts' | 'groups' | 'profile';

/** The sections in the order of their tabs; the icons have the same names. */
export const SECTIONS: readonly { readonly name: Section; readonly label: string }[] = [
  { name: 'chats', label: 'Chats' },
  { name: 'contacts', label: 'Contacts' },
  { name: 'groups', label: 'Groups' },
  { name: 'profile', label: 'Profile' },
];

/** What stands beside the sidebar. */
export type Page =
  | { readonly kind: 'conversation'; readonly conversationID: ConversationID }
  | { readonly kind: 'contact'; readonly userID: string }
  | { readonly kind: 'addFriend' | 'friendRequests' | 'blocklist' }
  | { readonly kind: 'group'; readonly groupID: string }
  | { readonly kind: 'newGroup' | 'joinGroup' | 'groupRequests' };

/** The same for the same page. */
export function keyOf(page: Page | undefined): string {
  return page === undefined ? '' : Object.values(page).join(' ');
}

/** The page of a conversation. */
export function conversationPage(conversationID: ConversationID): Page {
  return { kind: 'conversation', conversationID };
}
