import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each([
  ['alice', 'bob', 'Bob', 'Alice'],
  ['bob', 'alice', 'Alice', 'Bob'],
] as const)('by the menu of a message %s', (account, peerAccount, peerName, name) => {
  async function openBoth() {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.row(peerName).click();
    await peer.row(name).click();
    await Promise.all([client.messages().first().waitFor(), peer.messages().first().waitFor()]);
    return { page, client, peer };
  }

  test('recalls it, for two minutes', async () => {
    const { page, client, peer } = await openBoth();
    await client.send('too hasty');
    await peer.messages('too hasty').waitFor();
    await client.choose(client.messages('too hasty'), 'Recall');
    await client.log.getByText('You recalled a message').waitFor();
    await peer.log.getByText(`${name} recalled a message`).waitFor();

    await page.clock.install();
    await client.send('considered');
    await peer.messages('considered').waitFor();
    await page.clock.fastForward(121_000);
    const message = client.messages('considered');
    await message.hover();
    await message.getByRole('button', { name: 'Actions' }).click();
    await message.getByRole('button', { name: 'Forward' }).waitFor();
    expect(await message.getByRole('button', { name: 'Recall' }).count()).toBe(0);
  });

  test('changes what it says, and copies that', async () => {
    const { page, client, peer } = await openBoth();
    await client.send('at 8:21');
    await client
      .messages('at 8:21')
      .filter({ hasText: /Sent|Read/ })
      .waitFor();
    await client.choose(client.messages('at 8:21'), 'Edit');
    await client.field('Edit the message').fill('at 8:12');
    await client.field('Edit the message').press('Enter');
    for (const side of [client, peer]) await side.messages('at 8:12').filter({ hasText: 'edited' }).waitFor();
    expect(await peer.messages('at 8:21').count()).toBe(0);

    await client.choose(client.messages('at 8:12'), 'Copy text');
    await client.text('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('at 8:12');
  });

  test('deletes it, for this account alone', async () => {
    const { client, peer } = await openBoth();
    await client.send('for your eyes');
    await peer.messages('for your eyes').waitFor();
    await client.choose(client.messages('for your eyes'), 'Delete for me');
    await client.messages('for your eyes').waitFor({ state: 'detached' });
    expect(await peer.messages('for your eyes').count()).toBe(1);
  });

  test('reacts to it, and the other one joins in', async () => {
    const { client, peer } = await openBoth();
    const text = 'I will be the one with the map';
    await client.choose(client.messages(text), 'React with 👍');
    await peer.messages(text).getByRole('button', { name: '👍 1' }).click();
    await client.messages(text).getByRole('button', { name: '👍 2' }).click();
    const theirs = peer.messages(text).getByRole('button', { name: '👍 1', pressed: true });
    await theirs.waitFor();
    await theirs.click();
    await theirs.waitFor({ state: 'detached' });
    expect(await client.log.locator('.reaction').count()).toBe(0);
  });

  test('sends it on to another conversation', async () => {
    const { client, peer } = await openBoth();
    await client.choose(client.messages('I will be the one with the map'), 'Forward');
    await client.dialog.getByRole('button', { name: 'Weekend hike' }).click();
    await client.dialog.waitFor({ state: 'detached' });
    await peer.row('Weekend hike').filter({ hasText: 'I will be the one with the map' }).waitFor();
    await peer.row('Weekend hike').click();
    await peer.messages('I will be the one with the map').waitFor();
    expect(await client.messages('I will be the one with the map').count()).toBe(1);
  });

  test('selects several, and sends them on as one, or one by one', async () => {
    const { client, peer } = await openBoth();
    await client.send('first');
    await client.send('second');
    await peer.messages('second').waitFor();
    await client.choose(client.messages('first'), 'Select several');
    await client.messages('second').getByRole('checkbox').check();
    await client.selection.getByText('2 selected').waitFor();
    await client.selection.getByRole('button', { name: 'Forward' }).click();
    await client.dialog.getByRole('button', { name: 'Weekend hike' }).click();
    await peer.row('Weekend hike').click();
    await peer.log.getByRole('button', { name: `Chat history: ${peerName}` }).click();
    await peer.dialog.getByText('second').waitFor();
    expect(await peer.dialog.getByRole('listitem').count()).toBe(2);
    await peer.dialog.getByRole('button', { name: 'Close' }).click();

    await client.choose(client.messages('first'), 'Select several');
    await client.messages('second').getByRole('checkbox').check();
    await client.selection.getByRole('button', { name: 'Forward' }).click();
    await client.dialog.getByLabel('As one message').uncheck();
    await client.dialog.getByRole('button', { name: 'Weekend hike' }).click();
    await peer.messages(/^\s*(\S+\s)?first/).waitFor();
    await peer
      .messages(/second/)
      .filter({ hasNotText: 'Chat history' })
      .waitFor();
    await client.composer.waitFor();
  });

  test('deletes several that were selected', async () => {
    const { client } = await openBoth();
    const count = await client.messages().count();
    await client.choose(client.messages().nth(-1), 'Select several');
    await client.messages().nth(-2).getByRole('checkbox').check();
    await client.selection.getByRole('button', { name: 'Delete for me' }).click();
    await client.composer.waitFor();
    await expect.poll(() => client.messages().count()).toBe(count - 2);
  });

  test('does all that with the keys, too', async () => {
    const { page, client } = await openBoth();
    await client.send('by keys');
    await client
      .messages('by keys')
      .filter({ hasText: /Sent|Read/ })
      .waitFor();
    await client.button('Attach').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await client.button('Copy text').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await client.field('Edit the message').waitFor();
    await page.keyboard.type(', all of it');
    await page.keyboard.press('Enter');
    await client.messages('all of it').filter({ hasText: 'edited' }).waitFor();
    expect(await client.messages('by keys, all of it').count()).toBe(1);
  });
});
