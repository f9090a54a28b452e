import { type Channel, type MessageResponse, StreamChat } from 'stream-chat';
import type { CreateDriver, RawMessage } from '../driver.ts';

/**
 * Stream's client, without a connection: its events are dispatched as its socket does, and the subscriber listens to
 * the channel and reads its list. An older page goes where the answer of a query goes.
 */
export const createDriver: CreateDriver = ({ loaded, open, look }) => {
  const client = new StreamChat('key');
  client.userID = 'me';
  client.user = { id: 'me' };
  client.wsPromise = Promise.resolve(); // what asks whether it is connected asks this
  const channelOf = (conversationID: string): Channel => client.channel('messaging', conversationID);

  const channel = channelOf(open);
  const { state } = channel;
  const addPage = (page: readonly RawMessage[]): void => {
    state.addMessagesSorted(page.map(responseOf), false, true);
  };
  const notify = (): void => {
    const { messages } = state;
    look(messages.length, (index) => messages[index]);
  };
  const dispatch = (type: 'message.new' | 'message.updated', raw: RawMessage): void => {
    const { cid } = channelOf(raw.conversationID);
    const message = responseOf(raw);
    const { user = null, created_at } = message;
    client.dispatchEvent({
      type,
      cid,
      message,
      ...(user !== null && { user }),
      ...(created_at && { created_at }),
    });
  };

  addPage(loaded);
  const subscriptions = [
    channel.on('message.new', notify),
    channel.on('message.updated', notify),
    client.on('channels.queried', notify),
  ];
  const dispatchNew = (message: RawMessage): void => dispatch('message.new', message);

  return Promise.resolve({
    append: dispatchNew,
    insert: dispatchNew,
    update: (message) => dispatch('message.updated', message),
    prepend: (page) => {
      addPage(page);
      client.dispatchEvent({ type: 'channels.queried' });
    },
    burst: (messages) => messages.forEach(dispatchNew),
    dispose: () => {
      for (const { unsubscribe } of subscriptions) unsubscribe();
    },
  });
};

/** The message as Stream's service sends it. */
function responseOf({ ID, conversationID, time, isRevoked, ...raw }: RawMessage): MessageResponse {
  const at = new Date(time * 1000).toISOString();
  const { text } = raw['payload'] as { readonly text: string };
  return {
    id: ID,
    cid: `messaging:${conversationID}`,
    type: isRevoked ? 'deleted' : 'regular',
    text,
    html: '',
    user: { id: String(raw['from']), name: String(raw['nick']) },
    created_at: at,
    updated_at: at,
    attachments: [],
    mentioned_users: [],
    latest_reactions: [],
    own_reactions: [],
    reaction_counts: {},
    reaction_scores: {},
    reply_count: 0,
    deleted_reply_count: 0,
    pinned: false,
    silent: false,
    shadowed: false,
  };
}
