import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each([
  ['alice', 'Alice'],
  ['bob', 'Bob'],
] as const)('the client of %s', (account, name) => {
  test('marks the conversation in which somebody mentioned them, and jumps to where', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.row('Reading circle').filter({ hasText: 'Someone mentioned you' }).click();
    await client.messages('in chapter 180.').waitFor();
    expect(await client.messages('which book is next').count()).toBe(0);
    await client.button('Someone mentioned you').last().click();
    const message = client.messages('which book is next');
    await message.and(page.locator('[data-marked="true"]')).waitFor();
    const list = await client.log.boundingBox();
    const place = await message.boundingBox();
    expect(place?.y).toBeGreaterThan(list?.y ?? 0);
    expect(place?.y).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0));
    expect(await client.log.locator('.gap').textContent()).toMatch(/\d+ messages are missing here/);
    await client.text('with gaps').waitFor();
    await message.and(page.locator('[data-marked="false"]')).waitFor();
  });

  test('fills a gap as it is scrolled through, until nothing is missing', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.row('Reading circle').click();
    await client.messages('in chapter 180.').waitFor();
    await client.button('Someone mentioned you').last().click();
    const gap = client.log.locator('.gap');
    await gap.waitFor({ state: 'attached' });
    const scrollToGap = async (): Promise<number> => {
      await gap.evaluateAll((rows) => rows.at(0)?.scrollIntoView({ block: 'end' }));
      return gap.count();
    };
    await expect.poll(scrollToGap, { timeout: 15_000 }).toBe(0);
    await client.text('with gaps').waitFor({ state: 'detached' });
    const chapters = await client
      .messages(/in chapter/)
      .evaluateAll((rows) => rows.map((row) => Number(/chapter (\d+)/.exec(row.textContent ?? '')?.[1])));
    expect(chapters.length).toBeGreaterThan(150);
    expect(chapters).toEqual(chapters.toSorted((a, b) => a - b));
    expect(new Set(chapters).size).toBe(chapters.length);
  });

  test('notices what got lost on the way, and brings it', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.row('Weekend hike').click();
    await client.messages().first().waitFor();
    await client.letOthers('get lost on the way');
    await client.messages('This one comes through').waitFor();
    await expect.poll(() => client.messages('Lost at first').count(), { timeout: 8000 }).toBe(20);
    expect(await client.log.locator('.gap').count()).toBe(0);
    expect(await client.messages().last().textContent()).toContain('This one comes through');
  });

  test('brings by itself what it missed without a network, and what was recalled meanwhile', async () => {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, account === 'alice' ? 'bob' : 'alice');
    await Promise.all([client.ready(), peer.ready()]);
    for (const side of [client, peer]) {
      await side.row('Weekend hike').click();
      await side.messages().first().waitFor();
    }
    await client.control('Network').click();
    await client.banner.waitFor();
    await peer.send(`Where is ${name}?`);
    await client.letOthers('Carol recalls her last message');
    await peer.log.getByText('Carol Meyer recalled a message').waitFor();
    await client.control('Network').click();
    await client.messages(`Where is ${name}?`).waitFor();
    await client.log.getByText('Carol Meyer recalled a message').waitFor();
    expect(await client.messages(`Where is ${name}?`).count()).toBe(1);
  });
});
