import { c2cID } from 'tim-reactive';
import {
  useConversation,
  useConversations,
  useMessages,
  useSession,
  useTimEvent,
  useTimSelector,
  useTotalUnreadCount,
} from 'tim-reactive/vue';
import type { Component } from 'vue';
import { defineComponent, h } from 'vue';

/** Shows something of every composable. */
export const ChatPage: Component = defineComponent(() => {
  const session = useSession();
  const network = useTimSelector((state) => ({ name: state.session.network }));
  const rows = useConversations();
  const row = useConversation(c2cID('alice'));
  const total = useTotalUnreadCount();
  const { messages } = useMessages(c2cID('alice'));
  useTimEvent('MESSAGE_RECEIVED', () => undefined);
  return () =>
    h(
      'p',
      [
        session.value.status,
        network.value.name,
        rows.value.length,
        row.value?.unreadCount ?? '-',
        total.value,
        messages.value.length,
      ].join(' '),
    );
});
