import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { showGroup, unfold } from './group-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

const CLUB = 'Climbing club';

describe('the owner of a group', () => {
  test('makes and unmakes admins, mutes one and all', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await Promise.all([alice.ready(), bob.ready()]);
    await showGroup(alice, CLUB);
    await bob.row(CLUB).click();
    await unfold(alice, CLUB, 'Bob');
    await alice.button('Make ordinary member').click();
    await bob.log.getByText('no longer admins: Bob').waitFor();
    await alice.button('Mute 1 min').click();
    await expect.poll(() => bob.composer.isDisabled()).toBe(true);
    await alice.button('Unmute').click();
    await expect.poll(() => bob.composer.isDisabled()).toBe(false);
    await alice.button('Mute all').click();
    await expect.poll(() => bob.composer.getAttribute('placeholder')).toMatch(/^All members are muted/);
    await alice.button('Make admin').first().click();
    await expect.poll(() => bob.composer.isDisabled()).toBe(false);
  });

  test('hands it over, and the new one dismisses it for all', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await Promise.all([alice.ready(), bob.ready()]);
    await showGroup(alice, CLUB);
    await showGroup(bob, CLUB);
    expect(await bob.button('Dismiss').count()).toBe(0);
    await unfold(alice, CLUB, 'Bob');
    await alice
      .page(CLUB)
      .getByRole('group')
      .filter({ hasText: 'Bob' })
      .getByRole('button', { name: 'Make owner' })
      .click();
    await alice.button('Really hand over?').click();
    await bob.button('Dismiss').click();
    await bob.button('Really dismiss?').click();
    await alice.page('climbing').getByText('You are not in this group.').waitFor();
    await bob.item(CLUB).waitFor({ state: 'detached' });
    expect(await alice.item(CLUB).count()).toBe(0);
  });

  test('lets back in who has left', async () => {
    const page = await openPage();
    const alice = clientOnPage(page, 'alice');
    const bob = clientOnPage(page, 'bob');
    await Promise.all([alice.ready(), bob.ready()]);
    await alice.row(CLUB).click();
    await showGroup(bob, CLUB);
    await bob.button('Leave').click();
    await bob.button('Really leave?').click();
    await alice.log.getByText('Bob left the group').waitFor();
    await bob.item('Join a group').click();
    await bob.field('Group ID').fill('climbing');
    await bob.button('Search').click();
    await bob.field('What you say').fill('Sorry, wrong button');
    await bob.page('Join a group').getByRole('button', { name: 'Join' }).click();
    await bob.page('Join a group').getByText('You have asked.').waitFor();
    await alice.tab('Groups').click();
    await alice.item('Requests to join').click();
    const request = alice.page('Requests to join').getByRole('listitem').filter({ hasText: 'wrong button' });
    await request.getByRole('button', { name: 'Agree' }).click();
    await bob.item(CLUB).waitFor();
    await bob.item('Group notices').click();
    await bob.log.getByText(`You have successfully joined ${CLUB}`).waitFor();
    expect(await bob.composer.count()).toBe(0);
  });
});
