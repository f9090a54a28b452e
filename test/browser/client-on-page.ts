import type { Locator, Page } from 'playwright';

/** One of the two clients on the page, as a person finds their way in it. Both have the same roles and names. */
export interface ClientOnPage {
  /** A row of the conversation list. */
  readonly row: (name: string) => Locator;
  /** The messages of the open conversation, oldest first, or those among them that contain a text. */
  readonly messages: (text?: string | RegExp) => Locator;
  readonly log: Locator;
  readonly composer: Locator;
  /** A button or switch of the control panel above the client. */
  readonly control: (name: string) => Locator;
  /** What is wrong with the connection; hidden while nothing is. */
  readonly banner: Locator;
  /** Something in the client, by its words. */
  readonly text: (text: string) => Locator;
  readonly button: (name: string) => Locator;
  /** Waits until the account is logged in, and shows its conversations. */
  readonly ready: () => Promise<void>;
  /** A section's tab above the sidebar's list. */
  readonly tab: (name: string) => Locator;
  /** A row of that list that opens a page. */
  readonly item: (name: string) => Locator;
  /** What stands beside the sidebar, by its title. */
  readonly page: (title: string) => Locator;
  readonly field: (label: string) => Locator;
  /** Somebody else does something, by the menu of the control panel. */
  readonly letOthers: (label: string) => Promise<void>;
  readonly send: (text: string) => Promise<void>;
  /** Chooses something in the menu of a message. */
  readonly choose: (message: Locator, label: string) => Promise<void>;
  /** Chooses something in the menu beside the field where one writes. */
  readonly attach: (label: string) => Promise<void>;
  /** Chooses files to send. */
  readonly sendFiles: (files: Parameters<Locator['setInputFiles']>[0]) => Promise<void>;
  readonly dialog: Locator;
  /** What can be done with the messages that are selected. */
  readonly selection: Locator;
}

/** Alice's client is the one in React, Bob's the one in Vue. */
export function clientOnPage(page: Page, account: 'alice' | 'bob'): ClientOnPage {
  const seat = page.locator(`section[data-account="${account}"]`);
  const client = seat.locator('.client');
  const controls = seat.getByRole('group', { name: 'Controls' });
  const log = client.getByRole('log');
  const composer = client.getByRole('textbox', { name: /^Message to / });
  const banner = client.locator('.banner');
  const row = (name: string): Locator =>
    client.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}\\b`) });
  return {
    row,
    messages: (text) => log.locator('.message').filter(text === undefined ? {} : { hasText: text }),
    log,
    composer,
    control: (name) => controls.getByText(name),
    banner,
    text: (text) => client.getByText(text),
    button: (name) => client.getByRole('button', { name }),
    ready: async () => {
      await row('Carol Meyer').waitFor();
      await banner.waitFor({ state: 'hidden' });
    },
    tab: (name) => client.getByRole('tab', { name }),
    item: (name) => client.getByRole('tabpanel').getByRole('button', { name }),
    page: (title) => client.getByRole('region', { name: title, exact: true }),
    field: (label) => client.getByLabel(label),
    letOthers: async (label) => {
      await controls.getByRole('button', { name: 'Others' }).click();
      await controls.getByRole('button', { name: label }).click();
    },
    choose: async (message, label) => {
      await message.hover();
      await message.getByRole('button', { name: 'Actions' }).click();
      await message.getByRole('button', { name: label }).click();
    },
    attach: async (label) => {
      await client.getByRole('button', { name: 'Attach' }).click();
      await client.getByRole('button', { name: label }).click();
    },
    sendFiles: (files) => client.getByLabel('Files to send').setInputFiles(files),
    dialog: client.getByRole('dialog'),
    selection: client.getByRole('group', { name: 'Selected messages' }),
    send: async (text) => {
      await composer.fill(text);
      await composer.press('Enter');
    },
  };
}
