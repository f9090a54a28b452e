import type { ReactElement } from 'react';
import type { TimStore } from 'tim-reactive';
import { c2cID } from 'tim-reactive';
import {
  TimProvider,
  useConversation,
  useConversations,
  useMessages,
  useSession,
  useTimEvent,
  useTimSelector,
  useTotalUnreadCount,
} from 'tim-reactive/react';

function Chat(): ReactElement {
  const { status } = useSession();
  const network = useTimSelector((state) => ({ name: state.session.network }));
  const rows = useConversations();
  const row = useConversation(c2cID('alice'));
  const total = useTotalUnreadCount();
  const { messages } = useMessages(c2cID('alice'));
  useTimEvent('MESSAGE_RECEIVED', () => undefined);
  const texts = [status, network.name, rows.length, row?.unreadCount ?? '-', total, messages.length];
  return <p>{texts.join(' ')}</p>;
}

/** Shows something of every hook. */
export function ChatPage({ store }: { readonly store: TimStore }): ReactElement {
  return (
    <TimProvider store={store}>
      <Chat />
    </TimProvider>
  );
}
