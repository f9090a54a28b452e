import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each([
  ['alice', 'bob', 'Alice'],
  ['bob', 'alice', 'Bob'],
] as const)('the profile of %s', (account, peerAccount, name) => {
  test('is shown at the peer as soon as it is saved', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await peer.tab('Contacts').click();
    await peer.item(name).click();
    await client.tab('Profile').click();
    expect(await client.field('Nick').inputValue()).toBe(name);
    await client.field('Nick').fill('Newcomer');
    await client.field('Signature').fill('Not from here');
    await client.button('Save').click();
    await client.text('Saved.').waitFor();
    await peer.item('Newcomer').waitFor();
    await peer.page('Newcomer').getByText('Not from here').waitFor();
    await peer.tab('Chats').click();
    await peer.row('Newcomer').waitFor();
    expect(await peer.row(name).count()).toBe(0);
  });

  test('says who may add the account as a friend', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.ready();
    await client.tab('Profile').click();
    await client.field('Who may add me').selectOption('Nobody');
    await client.button('Save').click();
    await client.text('Saved.').waitFor();
    await client.letOthers('Grace asks for friendship');
    await client.control('Grace was turned away').waitFor();
    expect(await client.tab('Contacts').textContent()).not.toContain('2');
  });
});
