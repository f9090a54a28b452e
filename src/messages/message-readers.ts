import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders } from '../events.ts';
import { normalizeRevocation } from './normalize-message.ts';
import { readMessages } from './read-messages.ts';

/** Reads the events on messages. */
export function messageReaders(
  context: ActionContext,
): TimEventReaders<'MESSAGE_RECEIVED' | 'MESSAGE_MODIFIED' | 'MESSAGE_READ_BY_PEER' | 'MESSAGE_REVOKED'> {
  const messagesOf =
    (type: 'MESSAGE_RECEIVED' | 'MESSAGE_MODIFIED' | 'MESSAGE_READ_BY_PEER') => (live: unknown) => {
      const { messages, ...sightings } = readMessages(context, live);
      return { type, data: messages, ...sightings };
    };
  return {
    MESSAGE_RECEIVED: messagesOf('MESSAGE_RECEIVED'),
    MESSAGE_MODIFIED: messagesOf('MESSAGE_MODIFIED'),
    MESSAGE_READ_BY_PEER: messagesOf('MESSAGE_READ_BY_PEER'),
    MESSAGE_REVOKED: (live) => ({
      type: 'MESSAGE_REVOKED',
      data: context.readEach(live, normalizeRevocation),
    }),
  };
}
