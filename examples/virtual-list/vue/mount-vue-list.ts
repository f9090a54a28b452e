import type { ConversationID, TimStore } from 'tim-reactive';
import { createTimPlugin } from 'tim-reactive/vue';
import { createApp } from 'vue';
import MessageList from './message-list.vue';

/** Puts the Vue list into an element of the page. */
export function mountVueList(element: Element, store: TimStore, id: ConversationID): void {
  createApp(MessageList, { id }).use(createTimPlugin(store)).mount(element);
}
