import chat from '@tencentcloud/chat';
import { createElement, Fragment } from 'react';
import { renderToString } from 'react-dom/server';
import type { TimSdk } from 'tim-reactive';
import { c2cID, createTimStore } from 'tim-reactive';
import * as react from 'tim-reactive/react';
import * as vue from 'tim-reactive/vue';
import tim from 'tim-js-sdk';
import { describe, expect, it } from 'vitest';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVueToString } from 'vue/server-renderer';

const factories: readonly (readonly [string, () => TimSdk])[] = [
  ['tim-js-sdk', () => tim.create({ SDKAppID: 1_400_000_001 })],
  ['@tencentcloud/chat', () => chat.create({ SDKAppID: 1_400_000_001 })],
];

describe.each(factories)(
  'createTimStore with () => %s.create(...), on a server without `window`',
  (_name, create) => {
    it('is rendered by React from the initial state, and the SDK is not made', () => {
      expect('window' in globalThis).toBe(false);
      let made = 0;
      const store = createTimStore({
        sdk: () => {
          made += 1;
          return create();
        },
      });
      function Chat(): ReturnType<typeof createElement> {
        const { status } = react.useSession();
        const { messages, isLoaded } = react.useMessages(c2cID('alice'));
        const count = react.useTotalUnreadCount();
        return createElement(Fragment, null, `${status} ${messages.length} ${String(isLoaded)} ${count}`);
      }
      const page = createElement(react.TimProvider, { store }, createElement(Chat));
      expect(renderToString(page)).toBe('idle 0 false 0');
      expect(made).toBe(0);
    });

    it('is rendered by Vue from the initial state, and the SDK is not made', async () => {
      expect('window' in globalThis).toBe(false);
      let made = 0;
      const store = createTimStore({
        sdk: () => {
          made += 1;
          return create();
        },
      });
      const app = createSSRApp({
        setup: () => {
          const session = vue.useSession();
          const { messages, isLoaded } = vue.useMessages(c2cID('alice'));
          const count = vue.useTotalUnreadCount();
          return () =>
            h(
              'p',
              `${session.value.status} ${messages.value.length} ${String(isLoaded.value)} ${count.value}`,
            );
        },
      });
      app.use(vue.createTimPlugin(store));
      expect(await renderVueToString(app)).toBe('<p>idle 0 false 0</p>');
      expect(made).toBe(0);
    });
  },
);
