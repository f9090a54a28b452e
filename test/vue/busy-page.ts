import { mount } from '@vue/test-utils';
import type { Conversation, ConversationID, Message, MessageRow, TimStore } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import {
  createTimPlugin,
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
} from 'tim-reactive/vue';
import { onTestFinished } from 'vitest';
import type { Component, PropType } from 'vue';
import { defineComponent, h, nextTick } from 'vue';
import type { BusyPage, RowStyle } from '../adapters/render-counts.ts';
import { textOf } from '../adapters/render-counts.ts';

/** The conversation list, and one conversation beside it, on screen. */
export async function mountBusyPage(
  store: TimStore,
  open: ConversationID,
  style: RowStyle,
): Promise<BusyPage> {
  const drawn: string[] = [];
  const { conversations, messages } = style === 'hooks' ? rowsWithHooks(drawn) : plainRows(drawn);
  const lists = defineComponent(() => () => [h(conversations), h(messages, { open })]);
  const wrapper = mount(lists, { global: { plugins: [createTimPlugin(store)] } });
  onTestFinished(() => wrapper.unmount());
  await nextTick();
  return {
    settled: nextTick,
    take: () => drawn.splice(0),
  };
}

interface Lists {
  readonly conversations: Component;
  readonly messages: Component;
}

const openProps = { open: { type: String as unknown as PropType<ConversationID>, required: true } } as const;

/** Rows that are told which they are, and look at the state by themselves, with the composables that a real row needs. */
function rowsWithHooks(drawn: string[]): Lists {
  const ConversationRow = defineComponent({
    props: { id: { type: String as unknown as PropType<ConversationID>, required: true } },
    setup: (props) => {
      const row = useConversation(() => props.id);
      const name = useConversationName(() => props.id);
      const isTyping = useIsTyping(() => props.id);
      const draft = useDraft(() => props.id);
      const status = useUserStatus(() => {
        const partner = partnerOf(props.id);
        return partner?.type === 'C2C' ? partner.ID : undefined;
      });
      return () => {
        drawn.push(props.id);
        const { unreadCount, lastMessage } = row.value ?? {};
        const line = isTyping.value ? '…' : draft.value || lastMessage?.messageForShow;
        return h('p', [name.value, unreadCount, line, status.value?.statusType].join(' '));
      };
    },
  });
  const MessageLine = defineComponent({
    props: { row: { type: Object as PropType<MessageRow>, required: true } },
    setup: (props) => {
      const ID = (): string => props.row.message.ID;
      const sender = useSenderName(() => props.row.message);
      const receipt = useReadReceipt(ID);
      const reactions = useReactions(ID);
      const percent = useUploadProgress(ID);
      const isRevocable = useIsRevocable(ID);
      return () => {
        const { message, separators, isFirstOfSender, isLastOfSender } = props.row;
        drawn.push(textOf(message));
        return h('p', { 'data-first': isFirstOfSender, 'data-last': isLastOfSender }, [
          [separators.length, sender.value, textOf(message)].join(' '),
          [receipt.value?.readCount, reactions.value.length, percent.value, isRevocable.value].join(' '),
        ]);
      };
    },
  });
  return {
    conversations: defineComponent(() => {
      const rows = useConversations();
      return () => {
        drawn.push('conversations');
        return rows.value.map(({ conversationID }) =>
          h(ConversationRow, { key: conversationID, id: conversationID }),
        );
      };
    }),
    messages: defineComponent({
      props: openProps,
      setup: (props) => {
        const { rows } = useMessages(() => props.open);
        return () => {
          drawn.push('messages');
          return rows.value.map((row) => h(MessageLine, { key: row.key, row }));
        };
      },
    }),
  };
}

/** The shortest that one would write: rows that get their record, and no composables in them. */
function plainRows(drawn: string[]): Lists {
  const ConversationRow = defineComponent({
    props: { row: { type: Object as PropType<Conversation>, required: true } },
    setup: (props) => () => {
      drawn.push(props.row.conversationID);
      return h('p', props.row.lastMessage?.messageForShow);
    },
  });
  const MessageLine = defineComponent({
    props: { message: { type: Object as PropType<Message>, required: true } },
    setup: (props) => () => {
      drawn.push(textOf(props.message));
      return h('p', textOf(props.message));
    },
  });
  return {
    conversations: defineComponent(() => {
      const rows = useConversations();
      return () => {
        drawn.push('conversations');
        return rows.value.map((row) => h(ConversationRow, { key: row.conversationID, row }));
      };
    }),
    messages: defineComponent({
      props: openProps,
      setup: (props) => {
        const { messages } = useMessages(() => props.open);
        return () => {
          drawn.push('messages');
          return messages.value.map((message) => h(MessageLine, { key: message.ID, message }));
        };
      },
    }),
  };
}
