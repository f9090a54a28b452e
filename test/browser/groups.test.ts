import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { showGroup, unfold } from './group-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

const BOTH = [
  ['alice', 'bob', 'Bob', 'Alice'],
  ['bob', 'alice', 'Alice', 'Bob'],
] as const;

const CLUB = 'Climbing club';

describe.each(BOTH)('groups, where %s acts', (account, peerAccount, peerName, name) => {
  test('are made with first members, who can write at once', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.tab('Groups').click();
    await client.item('New group').click();
    await client.field('Name').fill('Book club');
    await client.page('New group').getByLabel(peerName).click();
    await client.button('Create').click();
    await client.send('Which book?');
    await client.item('Book club').filter({ hasText: '2 members' }).waitFor();
    await peer.row('Book club').filter({ hasText: 'Which book?' }).click();
    await peer.messages('Which book?').filter({ hasText: name }).waitFor();
    await peer.log.getByText(`${name} created the group`).waitFor();

    await client.button('Details').click();
    await client.field('Invite by user ID').fill('carol');
    await client.button('Invite').click();
    await client.page('Book club').getByText('carol is in the group now.').waitFor();
    await peer.log.getByText('Carol Meyer joined the group').waitFor();
    await client.item('Book club').filter({ hasText: '3 members' }).waitFor();
    expect(await peer.messages().count()).toBe(1);
  });

  test('are found by ID, joined, or asked to be', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await client.tab('Groups').click();
    await client.item('Join a group').click();
    const page = client.page('Join a group');
    const search = async (groupID: string): Promise<void> => {
      await client.field('Group ID').fill(groupID);
      await client.button('Search').click();
    };
    await search('no-such-group');
    await page.getByText('There is no such group.').waitFor();
    await search('cinema');
    await page.getByLabel('What you say').fill('I bring popcorn');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('You have asked.').waitFor();
    await search('board-games');
    await page.getByText('Board games').waitFor();
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('You are in.').waitFor();
    await client.item('Board games').waitFor();
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('You are in this group already.').waitFor();
    expect(await client.item('Film club').count()).toBe(0);
  });

  test('have a profile that admins change, and all see', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await showGroup(client, CLUB);
    await showGroup(peer, CLUB);
    await client.field('Notice').fill('Bring shoes');
    await client.page(CLUB).getByLabel('Name', { exact: true }).fill('Boulder club');
    await client.page(CLUB).getByRole('button', { name: 'Save' }).click();
    await peer.page('Boulder club').waitFor();
    await expect.poll(() => peer.field('Notice').inputValue()).toBe('Bring shoes');
    await peer.item('Boulder club').waitFor();
    await peer.button('Message').click();
    await peer.log.getByText(`${name} renamed the group to Boulder club`).waitFor();
  });

  test('know their members by name cards', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await peer.row(CLUB).click();
    await showGroup(client, CLUB);
    await client.field('Your name in this group').fill('Chalk');
    await client.button('Set').click();
    await client.page(CLUB).getByText('Saved.').waitFor();
    await client.button('Message').click();
    await client.send('Who is in on Sunday?');
    await peer.messages('Who is in on Sunday?').getByText('Chalk', { exact: true }).waitFor();
    await peer.button('Details').click();
    await unfold(peer, CLUB, 'Chalk');
    const members = peer.page(CLUB).getByRole('region', { name: 'Members' });
    expect(await members.getByText(name, { exact: true }).count()).toBe(0);
  });

  test('let in who asks, if an admin agrees, for whom the request is gone then', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.tab('Groups').filter({ hasText: '1 new request' }).click();
    await client.letOthers('Carol asks to join');
    await client.item('Requests to join').filter({ hasText: '2 to answer' }).click();
    const requests = client.page('Requests to join').getByRole('listitem');
    await requests.filter({ hasText: 'Erin' }).getByRole('button', { name: 'Agree' }).click();
    await requests.filter({ hasText: 'I have ropes!' }).getByRole('button', { name: 'Refuse' }).click();
    await client.page('Requests to join').getByText('Nobody asks.').waitFor();
    await peer.tab('Groups').click();
    await peer.item('Requests to join').click();
    await peer.page('Requests to join').getByText('Nobody asks.').waitFor();
    await showGroup(peer, CLUB);
    await peer.page(CLUB).getByText('Erin', { exact: true }).waitFor();
    expect(await peer.page(CLUB).getByText('Carol Meyer', { exact: true }).count()).toBe(0);
  });

  test('mute a member, until that ends by itself', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.ready();
    await client.tab('Chats').click();
    await client.row('Weekend hike').click();
    await client.messages().first().waitFor();
    await page.clock.install();
    await client.letOthers(`Carol mutes ${name}`);
    await client.log.getByText(`${name} was muted for 20 s`).waitFor();
    await expect.poll(() => client.composer.getAttribute('placeholder')).toMatch(/^You are muted until/);
    expect(await client.composer.isDisabled()).toBe(true);
    await client.button('Details').click();
    const mark = client.page('Weekend hike').getByText('Muted until');
    await mark.waitFor();

    await page.clock.fastForward(21_000);
    await mark.waitFor({ state: 'detached' });
    await client.button('Message').click();
    await client.send('I can speak');
    await client.messages('I can speak').filter({ hasText: 'Sent' }).waitFor();
  });

  test('tell who is removed, and let in again', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.row('Weekend hike').click();
    await peer.row('Weekend hike').click();
    await client.letOthers(`Carol removes ${name}`);
    await peer.log.getByText(`Carol Meyer removed ${name} from the group`).waitFor();
    await expect.poll(() => client.composer.getAttribute('placeholder')).toBe('You are not in this group.');
    await client.tab('Groups').click();
    expect(await client.item('Weekend hike').count()).toBe(0);
    await client.item('Group notices').click();
    await client.log.getByText('You have been removed from Weekend hike').waitFor();

    await client.letOthers(`Carol removes ${name}`);
    await client.item('Weekend hike').waitFor();
    expect(await client.composer.count()).toBe(0);
  });

  test('load their members a page at a time', async () => {
    const client = clientOnPage(await openPage(), account);
    await client.ready();
    await showGroup(client, 'Building 7: notices');
    const members = client.page('Building 7: notices').getByRole('region', { name: 'Members' });
    expect(await members.getByRole('listitem').count()).toBe(100);
    await members.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => members.getByRole('listitem').count()).toBe(124);
    expect(await members.getByRole('button', { name: 'More' }).count()).toBe(0);
    expect(await client.page('Building 7: notices').getByLabel('Introduction').count()).toBe(0);
  });
});
