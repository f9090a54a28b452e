import type { ClientOnPage } from './client-on-page.ts';

/** Opens a group's details. */
export async function showGroup(client: ClientOnPage, name: string): Promise<void> {
  await client.tab('Groups').click();
  await client.item(name).click();
  await client
    .page(name)
    .getByRole('region', { name: 'Members' })
    .getByText('Owner', { exact: true })
    .waitFor();
}

/** Unfolds a member of the group on screen. */
export async function unfold(client: ClientOnPage, group: string, member: string): Promise<void> {
  await client
    .page(group)
    .getByRole('region', { name: 'Members' })
    .getByText(member, { exact: true })
    .click();
}
