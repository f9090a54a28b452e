import type { ActionContext } from '../action-context.ts';
import type { Profile } from '../profiles/profile.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { Message } from './message.ts';
import { normalizeMessage, senderOf } from './normalize-message.ts';

/** What a list of the SDK's messages comes to. */
export interface ReadMessages {
  readonly messages: readonly Message[];
  readonly profiles: readonly Profile[];
}

/** Copies a list of the SDK's message objects, keeps their handles, and notes what they show of their senders. */
export function readMessages(
  context: Pick<ActionContext, 'readEach' | 'handles'>,
  live: unknown,
): ReadMessages {
  const profiles: Profile[] = [];
  const messages = context.readEach(live, (item) => {
    const message = normalizeMessage(item);
    if (isSdkMessage(item)) context.handles.set(message.ID, item);
    const sender = senderOf(item);
    if (sender !== undefined) profiles.push(sender);
    return message;
  });
  return { messages, profiles };
}
