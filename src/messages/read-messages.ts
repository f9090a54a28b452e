import type { ActionContext } from '../action-context.ts';
import type { MemberSighting } from '../members/group-member.ts';
import type { ProfileSighting } from '../profiles/profile.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { Message } from './message.ts';
import { nameCardOf, normalizeMessage, senderOf } from './normalize-message.ts';

/** What a list of the SDK's messages comes to. */
export interface ReadMessages {
  readonly messages: readonly Message[];
  readonly profiles: readonly ProfileSighting[];
  readonly nameCards: readonly MemberSighting[];
}

/**
 * Copies a list of the SDK's message objects, keeps their handles, and notes what they show of their senders. Leaves out
 * what the last account sent: the SDK puts an answer that comes after its logout into the next account's lists.
 */
export function readMessages(
  context: Pick<ActionContext, 'readEach' | 'handles' | 'getState'>,
  live: unknown,
): ReadMessages {
  const { userID } = context.getState().session;
  const profiles: ProfileSighting[] = [];
  const nameCards: MemberSighting[] = [];
  const messages = context.readEach(live, (item) => {
    const message = normalizeMessage(item);
    if (message.flow === 'out' && userID !== undefined && message.from !== userID) return undefined;
    if (isSdkMessage(item) && !message.onlineUserOnly) context.handles.set(message.ID, item);
    const sender = senderOf(item);
    if (sender !== undefined) profiles.push(sender);
    const nameCard = nameCardOf(item, message);
    if (nameCard !== undefined) nameCards.push(nameCard);
    return message;
  });
  return {
    messages: Object.freeze(messages.filter((message) => message !== undefined)),
    profiles: Object.freeze(profiles),
    nameCards: Object.freeze(nameCards),
  };
}
