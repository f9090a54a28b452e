/** For tools that do not read .vue files, such as the type-aware lint. vue-tsc finds the files themselves. */
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
