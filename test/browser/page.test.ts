import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe('the page', () => {
  test('shows two clients, logged in, each with its conversations and one of them open', async () => {
    const page = await openPage();
    for (const [account, peer, open] of [
      ['alice', 'Bob', 'Bob'],
      ['bob', 'Alice', 'Weekend hike'],
    ] as const) {
      const client = clientOnPage(page, account);
      await client.row(peer).waitFor();
      await client.messages().first().waitFor();
      expect(await client.row(open).getAttribute('aria-current')).toBe('true');
      expect(await client.banner.isVisible()).toBe(false);
    }
  });

  test.each(['light', 'dark'] as const)('is %s where that is preferred', async (colorScheme) => {
    const page = await openPage({ colorScheme });
    const [red = 0] = await page
      .locator('html')
      .evaluate((html) => getComputedStyle(html).backgroundColor.match(/\d+/g)?.map(Number) ?? []);
    expect(red > 128 ? 'light' : 'dark').toBe(colorScheme);
  });

  test('has room for one account and one pane on a narrow screen, and ways to the others', async () => {
    const page = await openPage({ viewport: { width: 360, height: 640 } });
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await alice.row('Bob').click();
    await alice.send('from a small screen');
    await alice.messages('from a small screen').waitFor();
    expect(await alice.row('Bob').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await alice.button('Back to the conversations').click();
    await alice.row('Bob').waitFor();
    await page.getByRole('group', { name: 'Account on screen' }).getByText('Bob').click();
    await bob.row('Alice').filter({ hasText: 'from a small screen' }).waitFor();
    expect(await alice.row('Bob').isVisible()).toBe(false);
  });

  test.each([
    ['alice', 'Alice'],
    ['bob', 'Bob'],
  ] as const)(
    'shows each section of %s on a narrow screen, with all of its pages, without scrolling sideways',
    async (account, name) => {
      const page = await openPage({ viewport: { width: 360, height: 640 } });
      const client = clientOnPage(page, account);
      await page.getByRole('group', { name: 'Account on screen' }).getByText(name).click();
      await client.ready();
      const shown: string[] = [];
      for (const [section, titles] of [
        ['Contacts', ['Add a friend', 'Friend requests', 'Blocked', 'Carol Meyer']],
        ['Groups', ['New group', 'Join a group', 'Requests to join', 'Climbing club']],
        ['Profile', []],
      ] as const) {
        await client.tab(section).click();
        for (const title of titles) {
          await client.item(title).click();
          await client.page(title).waitFor();
          expect(await client.tab(section).isVisible()).toBe(false);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
          expect(
            await client.page(title).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
          ).toBe(0);
          await client.page(title).getByRole('button', { name: 'Back' }).click();
          shown.push(title);
        }
      }
      await client.field('Nick').waitFor();
      expect(shown).toHaveLength(8);
    },
  );

  test.each(['alice', 'bob'] as const)(
    'lets %s go from section to section with the keys',
    async (account) => {
      const page = await openPage();
      const client = clientOnPage(page, account);
      await client.ready();
      await client.tab('Chats').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await client.page('Friend requests').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await client.item('Frank').waitFor();
      const requests = client.page('Friend requests').getByRole('listitem');
      await expect.poll(() => requests.count(), { timeout: 5000 }).toBe(0);
    },
  );

  test('can be used with the keyboard alone', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    await alice.messages().first().waitFor();
    await alice.composer.focus();

    await page.keyboard.press('Escape');
    await expect.poll(() => focusedText(), { timeout: 5000 }).toContain('Bob');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toContain('Carol Meyer');
    await page.keyboard.press('Enter');
    await alice.messages('the red or the blue bottle').waitFor();
    await page.keyboard.type('The red one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('please');
    await page.keyboard.press('Enter');
    await alice.messages(/The red one\s+please/).waitFor();

    const bob = clientOnPage(page, 'bob');
    for (let i = 0; i < 10 && !(await focusedText()).includes('Weekend hike'); i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedText(), { timeout: 5000 }).toContain('Weekend hike');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.type('typed blindly');
    await page.keyboard.press('Enter');
    await bob.messages('typed blindly').waitFor();

    function focusedText(): Promise<string> {
      return page.evaluate(() => document.activeElement?.textContent ?? '');
    }
  });
});
