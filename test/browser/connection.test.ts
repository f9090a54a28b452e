import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each([
  ['alice', 'bob', 'Alice'],
  ['bob', 'alice', 'Bob'],
] as const)('the client of %s', (account, peerAccount, name) => {
  test('keeps what is sent without a network, and sends it when that is back', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    const peerName = account === 'alice' ? 'Bob' : 'Alice';
    await client.row(peerName).click();
    await client.messages().first().waitFor();
    await client.control('Network').click();
    await client.banner.filter({ hasText: 'No connection' }).waitFor();
    await client.send('from the tunnel');
    await client.messages('from the tunnel').filter({ hasText: 'Sending' }).waitFor();
    await peer.row(name).click();
    await peer.messages().first().waitFor();
    await peer.send('into the tunnel');
    await peer.messages('into the tunnel').filter({ hasText: 'Sent' }).waitFor();
    expect(await peer.messages('from the tunnel').count()).toBe(0);
    expect(await client.messages('into the tunnel').count()).toBe(0);

    await client.control('Network').click();
    await client
      .messages('from the tunnel')
      .filter({ hasText: /Sent|Read/ })
      .waitFor();
    await peer.messages('from the tunnel').waitFor();
    await client.messages('into the tunnel').waitFor();
    await client.banner.waitFor({ state: 'hidden' });
  });

  test('lets a message wait for the connection, however long that takes, or be taken back', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.messages().first().waitFor();
    await client.control('Network').click();
    await page.clock.install();
    await client.send('patience');
    await client.send('not so important');
    await client.messages('patience').filter({ hasText: 'Waiting for the connection' }).waitFor();
    await page.clock.fastForward(16_000);
    await page.clock.fastForward(16_000);
    await client.messages('patience').filter({ hasText: 'Waiting for the connection' }).waitFor();
    await client.messages('not so important').getByRole('button', { name: 'Cancel' }).click();
    await client.messages('not so important').waitFor({ state: 'detached' });

    await client.control('Network').click();
    await client
      .messages('patience')
      .filter({ hasText: /Sent|Read/ })
      .waitFor();
    expect(await client.messages('patience').count()).toBe(1);
    expect(await client.text('Waiting for').count()).toBe(0);
  });

  test('says that older messages did not load in time, and tries again', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.messages().first().waitFor();
    await client.control('Network').click();
    await page.clock.install();
    await client.row('Carol Meyer').click();
    await client.text('Loading messages…').waitFor();
    await page.clock.fastForward(16_000);
    await client.text('The messages did not load.').waitFor();

    await client.control('Network').click();
    await client.button('Try again').click();
    await client.messages().first().waitFor();
    expect(await client.text('did not load').count()).toBe(0);
  });

  test('says that it was kicked out, keeps what was written, and logs in again', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.messages().first().waitFor();
    await client.control('Kick out').click();
    await client.banner.filter({ hasText: 'You were logged out' }).waitFor();
    await client.send('not lost');
    await client.text('Not sent: You were logged out.').waitFor();
    expect(await client.composer.inputValue()).toBe('not lost');

    await client.button('Log in again').click();
    await client.banner.waitFor({ state: 'hidden' });
    await client.messages().first().waitFor();
    await client.composer.press('Enter');
    await client
      .messages('not lost')
      .filter({ hasText: /Sent|Read/ })
      .waitFor();
    expect(await client.composer.inputValue()).toBe('');
  });
});
