import type { VueWrapper } from '@vue/test-utils';
import { mount } from '@vue/test-utils';
import type { TimStore } from 'tim-reactive';
import { createTimPlugin } from 'tim-reactive/vue';
import { defineComponent, h } from 'vue';

/** A composable that runs in a component, what that shows, and how often it was rendered. */
export interface MountedTim<T> {
  readonly used: T;
  readonly shown: () => unknown;
  readonly renders: () => number;
  readonly wrapper: VueWrapper;
}

/** Runs a composable in the one component of an app with the plug-in; the component renders what `show` answers, as JSON. */
export function mountTim<T>(store: TimStore, use: () => T, show: (used: T) => unknown): MountedTim<T> {
  let renders = 0;
  let used: { readonly value: T } | undefined;
  const Component = defineComponent(() => {
    const value = use();
    used = { value };
    return () => {
      renders += 1;
      return h('p', JSON.stringify(show(value) ?? null));
    };
  });
  const wrapper = mount(Component, { global: { plugins: [createTimPlugin(store)] } });
  if (used === undefined) throw new Error('the component did not run');
  return {
    used: used.value,
    shown: () => JSON.parse(wrapper.text()),
    renders: () => renders,
    wrapper,
  };
}
