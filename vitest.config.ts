import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { entryPointAliases } from './scripts/entry-points.mjs';

const happyDom = { environment: 'happy-dom' } as const;

export default defineConfig({
  // Tests import the package by its name; TIM_REACTIVE_DIST=1 leads it to the build instead of the source.
  resolve: { alias: entryPointAliases({ dist: process.env['TIM_REACTIVE_DIST'] === '1' }) },
  test: {
    // Patience for a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The SDKs log a lot, which is of interest where a test fails.
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts', 'examples/testing/vitest.test.ts'],
          exclude: ['test/{react,vue,real-sdk,contract,browser,package}/**'],
          setupFiles: ['test/setup/law-seed.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'react',
          include: ['test/react/**/*.test.tsx', 'examples/testing/react.test.tsx'],
          env: { REACT_VERSION: '19.3.1' },
          ...happyDom,
        },
      },
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^react(?=\/|$)/, replacement: 'react18' },
            { find: /^react-dom(?=\/|$)/, replacement: 'react-dom18' },
          ],
        },
        test: {
          name: 'react18',
          include: ['test/react/**/*.test.tsx'],
          env: { REACT_VERSION: '18.2.0' },
          setupFiles: ['test/setup/react-18.ts'],
          // So that the aliases reach it.
          server: { deps: { inline: ['zustand'] } },
          ...happyDom,
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'vue',
          include: ['test/vue/**/*.test.ts', 'examples/testing/vue.test.ts'],
          ...happyDom,
        },
      },
      {
        extends: true,
        test: {
          name: 'real-sdk',
          include: ['test/{real-sdk,contract}/**/*.test.ts'],
          // A process for each file: the SDKs keep globals, and find the stubs of `window` and `WebSocket` there.
          pool: 'forks',
          isolate: true,
        },
      },
      {
        extends: true,
        test: { name: 'package', include: ['test/package/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'examples/testing/playwright.test.ts'],
          globalSetup: ['test/setup/examples-page.ts'],
          // Mostly they wait for the browser.
          maxWorkers: 2,
        },
      },
    ],
  },
});
