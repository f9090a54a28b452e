import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

const BOTH = [
  ['alice', 'bob', 'Bob', 'Alice'],
  ['bob', 'alice', 'Alice', 'Bob'],
] as const;

describe.each(BOTH)('what %s writes', (account, peerAccount, peerName, name) => {
  test('is announced to the peer while it is typed, and no longer when it has come', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.row(peerName).click();
    await peer.row(name).click();
    await client.composer.fill('Let me think');
    await peer.text('is typing…').waitFor();
    expect(await client.text('is typing…').count()).toBe(0);
    await client.composer.press('Enter');
    await peer.messages('Let me think').waitFor();
    expect(await peer.text('is typing…').count()).toBe(0);

    await client.composer.fill('And');
    await peer.text('is typing…').waitFor();
    await client.composer.fill('');
    await peer.text('is typing…').waitFor({ state: 'detached' });
  });

  test('is shown with emoji and links, which open elsewhere', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.row(peerName).click();
    await peer.row(name).click();
    const text = 'Look [TUIEmoji_Sun] at https://example.org/a_(b)! <b>[TUIEmoji_No]</b>';
    await client.send(text);
    for (const side of [client, peer]) {
      const message = side.messages('Look').locator('.message-text');
      await message.waitFor();
      expect(await message.textContent()).toBe(text.replace('[TUIEmoji_Sun]', '☀️'));
      const link = message.getByRole('link');
      expect(await link.getAttribute('href')).toBe('https://example.org/a_(b)');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('rel')).toBe('noreferrer');
    }
    await peer.row(name).filter({ hasText: 'Look ☀️ at' }).waitFor();
  });

  test('mentions members of a group, who see it marked', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    for (const side of [client, peer]) {
      await side.row('Weekend hike').click();
      await side.messages().first().waitFor();
    }
    await client.send(`@${peerName} and @Dave, pancakes: not @nobody`);
    for (const side of [client, peer]) {
      const marks = side.messages('not @nobody').locator('.mention');
      await marks.first().waitFor();
      expect(await marks.allTextContents()).toEqual([`@${peerName}`, '@Dave, pancakes']);
    }
    const ofSelf = peer.messages('not @nobody').locator('.mention[data-self="true"]');
    expect(await ofSelf.allTextContents()).toEqual([`@${peerName}`]);
  });
});

test.each(['alice', 'bob'] as const)('%s sees for some seconds that somebody types', async (account) => {
  const page = await openPage();
  const client = clientOnPage(page, account);
  await client.ready();
  await client.row('Carol Meyer').click();
  await client.messages().first().waitFor();
  await page.clock.install();
  const count = await client.messages().count();
  await client.letOthers('Carol begins to type');
  await client.text('is typing…').waitFor();
  await page.clock.fastForward(7000);
  await client.text('is typing…').waitFor({ state: 'detached' });
  expect(await client.messages().count()).toBe(count);
});
