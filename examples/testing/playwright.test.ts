import { type Browser, chromium, type Page } from 'playwright';
import type { MemoryServer } from 'tim-reactive/memory';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

declare global {
  interface Window {
    readonly chatServer: MemoryServer;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: string;
    readonly page: string;
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium') });
});

afterAll(() => browser.close());

async function openChat(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${inject('page')}testing/`);
  await page.getByText('Are you there?').waitFor();
  return page;
}

test('shows what comes', async () => {
  const page = await openChat();
  await page.evaluate(() => {
    window.chatServer.sendText({ from: 'alice', to: 'me', text: 'Hello?' });
  });
  await page.getByText('Hello?').waitFor();
});

test('sends what is written', async () => {
  const page = await openChat();
  await page.getByLabel('Message').fill('Yes!');
  await page.getByText('Send').click();
  await page.getByRole('listitem').getByText('Yes!').waitFor();
  const said = await page.evaluate(() =>
    window.chatServer.truth.messages('me', 'C2Calice').map(({ text }) => text),
  );
  expect(said).toEqual(['Are you there?', 'Yes!']);
});
