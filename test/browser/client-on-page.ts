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
  readonly send: (text: string) => Promise<void>;
}

/** Alice's client is the one in React, Bob's the one in Vue. */
export function clientOnPage(page: Page, account: 'alice' | 'bob'): ClientOnPage {
  const seat = page.locator(`section[data-account="${account}"]`);
  const client = seat.locator('.client');
  const controls = seat.getByRole('group', { name: 'Controls' });
  const log = client.getByRole('log');
  const composer = client.getByRole('textbox');
  return {
    row: (name) => client.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}\\b`) }),
    messages: (text) => log.locator('.message').filter(text === undefined ? {} : { hasText: text }),
    log,
    composer,
    control: (name) => controls.getByText(name),
    banner: client.locator('.banner'),
    text: (text) => client.getByText(text),
    button: (name) => client.getByRole('button', { name }),
    send: async (text) => {
      await composer.fill(text);
      await composer.press('Enter');
    },
  };
}
