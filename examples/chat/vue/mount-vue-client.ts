import { createApp } from 'vue';
import { createTimPlugin } from 'tim-reactive/vue';
import type { ClientOptions } from '../shared/client-options.ts';
import Client from './chat-client.vue';

/** Puts the Vue client into an element of the page. */
export function mountVueClient(element: Element, { store, ...options }: ClientOptions): void {
  createApp(Client, options).use(createTimPlugin(store)).mount(element);
}
