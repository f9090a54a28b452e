import type { MessagePush } from '../cloud/message-wire.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { createMessageFactory, type MessageFactory } from './create-messages.ts';
import { createExtensions, type Extensions } from './extensions.ts';
import type { Groups } from './groups.ts';
import { createHopping, type Hopping } from './hopping.ts';
import { createMergerDownload, type MergerDownload } from './merger-download.ts';
import { createMessageEdits, type MessageEdits } from './message-edits.ts';
import { createMessageModifications } from './message-modifications.ts';
import type { MessageStore } from './message-store.ts';
import { createPinnedMessages, type PinnedMessages } from './pinned-messages.ts';
import { createReactions, type Reactions } from './reactions.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { createSending, type Sending } from './sending.ts';
import { createUploads } from './uploads.ts';

/** Everything about messages but their lists. */
export interface MessageParts
  extends Sending,
    MessageEdits,
    MergerDownload,
    Hopping,
    Omit<Receipts, 'receive'>,
    Omit<Extensions, 'receive'>,
    Omit<Reactions, 'receive'>,
    Omit<PinnedMessages, 'receive'> {
  readonly create: MessageFactory;
  /** Takes in what somebody has done to a message. */
  readonly receive: (push: MessagePush) => void;
}

/** The message parts of one login. */
export function createMessageParts(
  context: Context,
  store: MessageStore,
  conversations: Conversations,
  groups: Groups,
): MessageParts {
  const uploads = createUploads(context);
  const modifications = createMessageModifications(context, store, conversations);
  const receipts = createReceipts(context, store);
  const extensions = createExtensions(context);
  const reactions = createReactions(context);
  const pinned = createPinnedMessages(context, store);
  return {
    ...createSending(context, store, conversations, groups, uploads),
    ...createMessageEdits(context, store, conversations, modifications, groups),
    ...createMergerDownload(context),
    ...createHopping(context, store),
    ...receipts,
    ...extensions,
    ...reactions,
    ...pinned,
    create: createMessageFactory(context, groups, uploads),
    receive: (push) => {
      switch (push.kind) {
        case 'modified':
          modifications.apply(push.message);
          return;
        case 'receipts':
          receipts.receive(push.conversationID, push.receipts);
          return;
        case 'extensions':
          extensions.receive(push.messageID, push.updated, push.deleted);
          return;
        case 'reactions':
          // The vendor's 2.x knows nothing of them.
          if (context.flavour === '3.x') reactions.receive(push.messageID, push.reactions);
          return;
        case 'pinned':
          pinned.receive(push);
          return;
      }
    },
  };
}
