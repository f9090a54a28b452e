import type { ReactElement } from 'react';
import { memo } from 'react';
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import type { Conversation, ConversationID, Message, MessageRow, TimStore } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import {
  TimProvider,
  useConversation,
  useConversationName,
  useConversations,
  useDraft,
  useIsRevocable,
  useIsTyping,
  useMessages,
  useReactions,
  useReadReceipt,
  useSenderName,
  useUploadProgress,
  useUserStatus,
} from 'tim-reactive/react';
import { onTestFinished } from 'vitest';
import type { BusyPage, RowStyle } from '../adapters/render-counts.ts';
import { textOf } from '../adapters/render-counts.ts';

/** Off, React renders by itself, after each commit, as in a browser; `act` would join the renders of several. */
const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

/** The conversation list, and one conversation beside it, on screen. */
export async function mountBusyPage(
  store: TimStore,
  open: ConversationID,
  style: RowStyle,
): Promise<BusyPage> {
  const drawn: string[] = [];
  const parts = style === 'hooks' ? rowsWithHooks(drawn) : plainRows(drawn);
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  const root: Root = createRoot(document.createElement('div'));
  root.render(
    <TimProvider store={store}>
      <parts.Conversations />
      <parts.Messages open={open} />
    </TimProvider>,
  );
  onTestFinished(() => {
    root.unmount();
    environment.IS_REACT_ACT_ENVIRONMENT = true;
  });
  await macrotask();
  return {
    settled: macrotask,
    take: () => drawn.splice(0),
  };
}

/** Longer than React needs for what is due: renders in a microtask, and effects in a task that it has asked for. */
const macrotask = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

interface Parts {
  readonly Conversations: () => ReactElement;
  readonly Messages: (props: { readonly open: ConversationID }) => ReactElement;
}

/** Rows that are told which they are, and look at the state by themselves, with the hooks that a real row needs. */
function rowsWithHooks(drawn: string[]): Parts {
  const ConversationRow = memo(function ConversationRow({ id }: { readonly id: ConversationID }) {
    const partner = partnerOf(id);
    const row = useConversation(id);
    const name = useConversationName(id);
    const isTyping = useIsTyping(id);
    const draft = useDraft(id);
    const status = useUserStatus(partner?.type === 'C2C' ? partner.ID : undefined);
    drawn.push(id);
    return (
      <p>
        {name} {row?.unreadCount} {isTyping ? '…' : draft || row?.lastMessage?.messageForShow}
        {status?.statusType}
      </p>
    );
  });
  const MessageLine = memo(function MessageLine({ row }: { readonly row: MessageRow }) {
    const { message, isFirstOfSender, isLastOfSender, separators } = row;
    const sender = useSenderName(message);
    const receipt = useReadReceipt(message.ID);
    const reactions = useReactions(message.ID);
    const percent = useUploadProgress(message.ID);
    const isRevocable = useIsRevocable(message.ID);
    drawn.push(textOf(message));
    return (
      <p data-first={isFirstOfSender} data-last={isLastOfSender}>
        {separators.length} {sender} {textOf(message)} {receipt?.readCount} {reactions.length}
        {percent} {isRevocable}
      </p>
    );
  });
  return {
    Conversations: () => {
      const rows = useConversations();
      drawn.push('conversations');
      return (
        <>
          {rows.map(({ conversationID }) => (
            <ConversationRow key={conversationID} id={conversationID} />
          ))}
        </>
      );
    },
    Messages: ({ open }) => {
      const { rows } = useMessages(open);
      drawn.push('messages');
      return (
        <>
          {rows.map((row) => (
            <MessageLine key={row.key} row={row} />
          ))}
        </>
      );
    },
  };
}

/** The shortest that one would write: rows that get their record, and no hooks in them. */
function plainRows(drawn: string[]): Parts {
  const ConversationRow = memo(function ConversationRow({ row }: { readonly row: Conversation }) {
    drawn.push(row.conversationID);
    return <p>{row.lastMessage?.messageForShow}</p>;
  });
  const MessageLine = memo(function MessageLine({ message }: { readonly message: Message }) {
    drawn.push(textOf(message));
    return <p>{textOf(message)}</p>;
  });
  return {
    Conversations: () => {
      const conversations = useConversations();
      drawn.push('conversations');
      return (
        <>
          {conversations.map((row) => (
            <ConversationRow key={row.conversationID} row={row} />
          ))}
        </>
      );
    },
    Messages: ({ open }) => {
      const { messages } = useMessages(open);
      drawn.push('messages');
      return (
        <>
          {messages.map((message) => (
            <MessageLine key={message.ID} message={message} />
          ))}
        </>
      );
    },
  };
}
