import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

describe.each(['alice', 'bob'] as const)('the client of %s shows', (account) => {
  async function openShow() {
    const page = await openPage();
    const client = clientOnPage(page, account);
    await client.row('Show and tell').click();
    await client.messages('What was that last one').waitFor();
    return client;
  }

  test('an image, a recording and a video, which load', async () => {
    const { log } = await openShow();
    const image = log.getByAltText('Sent with this message');
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(480);
    const audio = log.locator('audio');
    await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.duration)).toBe(2);
    const video = log.locator('video');
    await video.evaluate((element: HTMLVideoElement) => element.load());
    await video.evaluate((element: HTMLVideoElement) => element.play());
    expect(await video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(160);
    expect(await log.locator('.picture-length').textContent()).toBe('0:02');
  });

  test('a file with its name and size, to download', async () => {
    const { log } = await openShow();
    const link = log.getByRole('link', { name: 'A poem about maps.txt' });
    expect(await link.getAttribute('download')).toBe('A poem about maps.txt');
    expect(await link.getAttribute('href')).toMatch(/^data:text\/plain/);
    await log.getByText('25 B').waitFor();
  });

  test('a custom message, a sticker, a place, a tip and a type that it does not know', async () => {
    const { log } = await openShow();
    for (const text of [
      'An order: pancakes',
      'The viewpoint above the hut',
      '47.3122° N, 11.3811° E',
      'Carol Meyer renamed the group to Show and tell',
      'A message that this version cannot show',
    ]) {
      expect(await log.getByText(text).count()).toBe(1);
    }
    expect(await log.getByRole('img', { name: 'Party' }).count()).toBe(1);
  });

  test('messages merged into one: as a card, then all of them', async () => {
    const { log, dialog } = await openShow();
    const card = log.getByRole('button', { name: 'Chat history of the cabin' });
    expect(await card.textContent()).toContain('Aunt Emma: [Image]');
    await card.click();
    await dialog.getByText('Where is the key?').waitFor();
    const image = dialog.getByAltText('Sent with this message');
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(480);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});
