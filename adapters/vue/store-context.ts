import type { InjectionKey, Plugin } from 'vue';
import { onBeforeMount, onUnmounted, provide } from 'vue';
import type { TimStore } from '../../src/index.ts';

/** Carries the store from `createTimPlugin` or `provideTimStore` to the composables. */
export const storeKey: InjectionKey<TimStore> = Symbol('tim-reactive');

/**
 * A plug-in that gives the store to all components of an app, and holds a connection to the SDK while the app is
 * mounted; so on a server it holds none. Install it before mounting.
 *
 * @example
 * createApp(Chat).use(createTimPlugin(store)).mount('#app');
 */
export function createTimPlugin(store: TimStore): Plugin {
  return {
    install: (app) => {
      app.provide(storeKey, store);
      const mount = app.mount.bind(app);
      app.mount = (...args) => {
        app.onUnmount(store.connect());
        return mount(...args);
      };
    },
  };
}

/**
 * Gives the store to all components inside this one, instead of the app's, and holds a connection to the SDK while
 * this one is mounted. To be called in `setup`. In the same component, pass `{ store }` to the composables.
 *
 * @example
 * const props = defineProps<{ store: TimStore }>();
 * provideTimStore(props.store);
 */
export function provideTimStore(store: TimStore): void {
  provide(storeKey, store);
  let release: (() => void) | undefined;
  onBeforeMount(() => {
    release = store.connect();
  });
  onUnmounted(() => release?.());
}
