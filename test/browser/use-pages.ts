import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, expect, inject } from 'vitest';

/** What Playwright takes, and the address, by default that of the built examples page. */
interface PageOptions extends BrowserContextOptions {
  readonly address?: string;
}

/**
 * Gives a test file a Chromium, and a function that opens the examples page in it, closed after each test. A test
 * fails when its page threw, or wrote an error to the console.
 *
 * @example
 * const openPage = usePages();
 * test('...', async () => { const page = await openPage({ colorScheme: 'dark' }); });
 */
export function usePages(): (options?: PageOptions) => Promise<Page> {
  let browser: Promise<Browser> | undefined;
  const closing: (() => Promise<void>)[] = [];
  const complaints: string[] = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
    expect(complaints.splice(0), 'errors of the page').toEqual([]);
  });

  afterAll(async () => {
    await (await browser)?.close();
  });

  return async ({ address = inject('page'), ...options } = {}) => {
    browser ??= chromium.launch({
      executablePath: inject('chromium'),
      args: ['--disable-gpu', '--disable-quic'],
    });
    const context = await (await browser).newContext(options);
    closing.push(() => context.close());
    context.setDefaultTimeout(10_000); // sooner than the test's, as this one says what it waited for
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(address);
    return page;
  };
}
