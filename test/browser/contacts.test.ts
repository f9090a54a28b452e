import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

const BOTH = [
  ['alice', 'bob', 'Bob', 'Alice'],
  ['bob', 'alice', 'Alice', 'Bob'],
] as const;

describe.each(BOTH)('the contacts of %s', (account, peerAccount, peerName, name) => {
  test('show requests with a badge until they are seen, and take them in or not', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.tab('Contacts').filter({ hasText: '1 new request' }).click();
    await client.item('Friend requests').filter({ hasText: '1 to answer' }).click();
    const page = client.page('Friend requests');
    await client.tab('Contacts').filter({ hasNotText: 'new request' }).waitFor();
    await page.getByRole('button', { name: 'Accept' }).click();
    await client.item('Frank').waitFor();
    await page.getByText('Nobody asks.').waitFor();

    await client.letOthers('Grace asks for friendship');
    await page.getByText('We met in the climbing hall.').waitFor();
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.getByText('Grace was refused.').waitFor();
    expect(await client.item('Grace').count()).toBe(0);
  });

  test('take a remark, by which the peer is called everywhere at once', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.tab('Contacts').click();
    await client.item(peerName).click();
    await client.field('What you call them').fill('Somebody');
    await client.page(peerName).getByRole('button', { name: 'Save' }).click();
    await client.page('Somebody').getByText('Saved.').waitFor();
    await client.item('Somebody').waitFor();
    await client.tab('Chats').click();
    await client.row('Somebody').waitFor();
    expect(await client.row(peerName).count()).toBe(0);
  });

  test('are kept in lists of friends', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.tab('Contacts').click();
    await client.item(peerName).click();
    const page = client.page(peerName);
    await client.field('New friend group').fill('Close ones');
    await page.getByRole('button', { name: 'Create' }).click();
    const list = client.log
      .page()
      .locator(`[data-account="${account}"]`)
      .getByRole('list', { name: 'Close ones' });
    await list.getByRole('button', { name: peerName }).waitFor();
    await page.getByLabel('Close ones').click();
    await list.getByRole('button', { name: peerName }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Close ones').isChecked()).toBe(false);
  });

  test('lose a friend, who loses them, too, and can ask again', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.tab('Contacts').click();
    await peer.tab('Contacts').click();
    await peer.item(name).waitFor();
    await client.item(peerName).click();
    await client.button('Remove friend').click();
    await client.button('Really remove?').click();
    await client.item(peerName).waitFor({ state: 'detached' });
    await peer.item(name).waitFor({ state: 'detached' });

    await client.field('What you say').fill('I am sorry');
    await client.button('Ask for friendship').click();
    await client.page(peerName).getByText('Now it is up to them.').waitFor();
    await peer.item('Friend requests').click();
    const request = peer.page('Friend requests').getByRole('listitem').filter({ hasText: 'I am sorry' });
    await request.getByRole('button', { name: 'Accept' }).click();
    await client.item(peerName).waitFor();
    expect(await client.page(peerName).getByRole('button', { name: 'Ask for friendship' }).count()).toBe(0);
  });

  test('block a peer, who then cannot write, and unblock again', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await peer.row(name).click();
    await client.tab('Contacts').click();
    await client.item('Blocked').click();
    await client.field('User ID').fill(peerAccount);
    await client.page('Blocked').getByRole('button', { name: 'Block', exact: true }).click();
    await client.page('Blocked').getByText(`${peerAccount} is blocked.`).waitFor();
    await peer.send('Can you hear me?');
    await peer.messages('Can you hear me?').filter({ hasText: 'blocked' }).waitFor();
    await client.tab('Chats').click();
    await client.row(peerName).click();
    await expect.poll(() => client.composer.getAttribute('placeholder')).toBe('You have blocked this user.');
    expect(await client.composer.isDisabled()).toBe(true);

    await client.button('Details').click();
    await client.button('Unblock').click();
    await client.button('Message').click();
    await expect.poll(() => client.composer.isEnabled()).toBe(true);
    await client.send('Now I can');
    await peer.messages('Now I can').waitFor();
  });
});

describe('a wish for friendship', () => {
  test.each([
    ['alice', 'erin', 'You are friends now.'],
    ['bob', 'dave', 'You have asked.'],
    ['alice', 'house', 'This user wants no requests.'],
    ['bob', 'nobody-there', 'There is no such user.'],
  ] as const)('of %s for %s is answered: %s', async (account, userID, answer) => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.tab('Contacts').click();
    await client.item('Add a friend').click();
    await client.field('User ID').fill(userID);
    await client.field('What you say').fill('It is me');
    await client.button('Ask for friendship').click();
    const status = client.page('Add a friend').getByRole('status');
    await expect.poll(() => status.textContent(), { timeout: 5000 }).toContain(answer);
  });
});

test.each(['alice', 'bob'] as const)('%s sees who comes and goes', async (account) => {
  const client = clientOnPage(await openPage(), account);
  await client.ready();
  await client.tab('Contacts').click();
  await client.item('Carol').filter({ hasText: 'Online' }).waitFor();
  await client.letOthers('Carol goes');
  await client.item('Carol').filter({ hasText: 'Offline' }).waitFor();
  expect(await client.item('Carol').textContent()).not.toContain('Online');
});
