import { describe, expect, test } from 'vitest';
import { aliceAndBob } from '../../examples/chat/seed/alice-and-bob.ts';
import { weekendHike } from '../../examples/chat/seed/weekend-hike.ts';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe('a message', () => {
  test('goes from React to Vue: unread there, then read, and the sender sees it', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await alice.messages().first().waitFor();
    await alice.send('Are you there?');
    await alice.messages('Are you there?').filter({ hasText: 'Sending' }).waitFor();
    await alice.messages('Are you there?').filter({ hasText: 'Sent' }).waitFor();
    await bob.row('Alice').filter({ hasText: 'Are you there?' }).filter({ hasText: '1 unread' }).waitFor();

    await bob.row('Alice').click();
    await bob.messages('Are you there?').waitFor();
    await alice.messages('Are you there?').filter({ hasText: 'Read' }).waitFor();
    await bob.row('Weekend hike').click();
    await bob.row('Weekend hike').and(page.locator('[aria-current="true"]')).waitFor();
    expect(await bob.row('Alice').textContent()).not.toContain('unread');
  });

  test('goes from Vue to React, where the conversation is open: read at once', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await bob.row('Alice').click();
    await bob.messages().first().waitFor();
    await bob.send('I am here');
    await alice.messages('I am here').waitFor();
    await bob.messages('I am here').filter({ hasText: 'Read' }).waitFor();
    expect(await alice.row('Bob').textContent()).not.toContain('unread');
  });

  test.each(['alice', 'bob'] as const)(
    'that was refused says so to %s, and can be sent again',
    async (account) => {
      const page = await openPage();
      const client = clientOnPage(page, account);
      await client.messages().first().waitFor();
      await client.control('Fail next send').click();
      await client.send('once more');
      const message = client.messages('once more');
      await message.filter({ hasText: 'The server refused it' }).waitFor();
      await message.getByRole('button', { name: 'Retry' }).click();
      await message.filter({ hasText: /Sent|Read/ }).waitFor();
      expect(await message.count()).toBe(1);
      expect(await message.textContent()).not.toContain('refused');
    },
  );
});

describe('the message list', () => {
  test.each(['alice', 'bob'] as const)('shows %s where the new messages begin', async (account) => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.row('Building 7: notices').filter({ hasText: '6 unread' }).click();
    await client.text('New messages').waitFor();
    await client.row('Building 7: notices').filter({ hasNotText: 'unread' }).waitFor();
    const next = client.log.locator('.unread-line + .message');
    expect(await next.textContent()).toContain('The water will be off tomorrow');
  });

  test.each([
    ['alice', aliceAndBob],
    ['bob', weekendHike],
  ] as const)(
    'loads older pages as %s scrolls up, and what was on screen stays in its place',
    async (account, script) => {
      const page = await openPage();
      const { messages, text } = clientOnPage(page, account);
      await messages().first().waitFor();
      const shifts: number[] = [];
      while (!(await text('The beginning of your conversation').isVisible())) {
        const count = await messages().count();
        const oldest = await messages().first().elementHandle();
        await oldest?.scrollIntoViewIfNeeded();
        const before = await oldest?.boundingBox();
        await expect.poll(() => messages().count(), { timeout: 5000 }).toBeGreaterThan(count);
        const after = await oldest?.boundingBox();
        shifts.push(Math.abs((after?.y ?? Number.NaN) - (before?.y ?? 0)));
      }
      expect(shifts.length).toBeGreaterThanOrEqual(2);
      expect(Math.max(...shifts)).toBeLessThan(1);
      expect(await messages().count()).toBe(script.match(/^\w: /gm)?.length);
    },
  );

  test.each(['alice', 'bob'] as const)(
    'takes a flood in order, once each, while %s reads older messages undisturbed and writes',
    async (account) => {
      const page = await openPage();
      const client = clientOnPage(page, account);
      await client.messages().first().waitFor();
      await client.log.evaluate((log) => log.scrollBy({ top: -400 }));
      await client.button('Newest').waitFor();
      const read = await client.messages().last().elementHandle();
      const before = await read?.boundingBox();
      await client.control('Flood').click();
      await client.composer.pressSequentially('still here');
      await client.button('200 new').waitFor();
      const after = await read?.boundingBox();
      expect(Math.abs((after?.y ?? Number.NaN) - (before?.y ?? 0))).toBeLessThan(1);

      await client.button('200 new').click();
      await client.button('200 new').waitFor({ state: 'hidden' });
      const texts = await client
        .messages(/Message \d+ of/)
        .locator('.message-text')
        .allTextContents();
      expect(texts).toEqual(Array.from({ length: 200 }, (_, index) => `Message ${index + 1} of 200`));
      await client.composer.press('Enter');
      await client
        .messages('still here')
        .filter({ hasText: /Sent|Read/ })
        .waitFor();
      expect(await client.log.evaluate((log) => log.scrollTop)).toBe(0);
    },
  );
});
