/** Builds the examples page and serves it, once for all browser tests. */
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { ensureChromium, howToGetChromium } from '../../scripts/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: string;
    readonly page: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await ensureChromium();
  if (chromium === undefined) throw new Error(`no Chromium: ${howToGetChromium}`);

  const config = { configFile: 'examples/vite.config.ts', logLevel: 'warn' } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, strictPort: true } });

  project.provide('chromium', chromium);
  project.provide('page', server.resolvedUrls?.local[0] ?? '');
  return () => server.close();
}
