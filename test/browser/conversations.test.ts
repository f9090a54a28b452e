import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each(['alice', 'bob'] as const)('a conversation of %s', (account) => {
  test('tells who wrote last, whom nobody has introduced', async () => {
    const client = clientOnPage(await openPage(), account);
    await client
      .row('Climbing club')
      .filter({ hasText: /Grace: @Alice/ })
      .waitFor();
    expect(await client.row('Climbing club').textContent()).not.toContain('grace:');
  });

  test('keeps what was begun to write, also over a new login', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.row('Carol Meyer').click();
    await client.composer.fill('Dear Carol');
    await client.row('Weekend hike').click();
    await client.row('Carol Meyer').filter({ hasText: 'Draft: Dear Carol' }).waitFor();
    await client.control('Kick out').click();
    await client.button('Log in again').click();
    await client.banner.waitFor({ state: 'hidden' });
    await client.row('Carol Meyer').click();
    expect(await client.composer.inputValue()).toBe('Dear Carol');
    await client.composer.press('Enter');
    await client.messages('Dear Carol').waitFor();
    await client.row('Weekend hike').click();
    await client.row('Carol Meyer').filter({ hasNotText: 'Draft' }).waitFor();
  });

  test('can be pinned to the top, muted and deleted', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.row('Climbing club').click();
    const top = client.row('').first();
    expect(await top.textContent()).not.toContain('Climbing club');
    await client.page('Conversation with Climbing club').getByRole('button', { name: 'Pin' }).click();
    await top.filter({ hasText: 'Climbing club' }).filter({ hasText: 'Pinned' }).waitFor();
    const page = client.page('Conversation with Climbing club');
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
    await client.row('Climbing club').filter({ hasText: 'Muted' }).waitFor();
    await client.page('Conversation with Climbing club').getByRole('button', { name: 'Pin' }).click();
    await client.row('Climbing club').filter({ hasNotText: 'Pinned' }).waitFor();
    await client.button('Delete the conversation').click();
    await client.row('Climbing club').waitFor({ state: 'detached' });
    await client.text('Choose a conversation.').waitFor();
  });
});
