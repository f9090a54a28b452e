import { describe, expect, test } from 'vitest';
import { clientOnPage } from './client-on-page.ts';
import { usePages } from './use-pages.ts';

const openPage = usePages();

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = (name: string, mimeType: string, buffer = Buffer.from('content')) => ({
  name,
  mimeType,
  buffer,
});

describe.each([
  ['alice', 'bob', 'Bob', 'Alice'],
  ['bob', 'alice', 'Alice', 'Bob'],
] as const)('%s sends', (account, peerAccount, peerName, name) => {
  async function openBoth() {
    const page = await openPage();
    const client = clientOnPage(page, account);
    const peer = clientOnPage(page, peerAccount);
    await Promise.all([client.ready(), peer.ready()]);
    await client.row(peerName).click();
    await peer.row(name).click();
    await Promise.all([client.messages().first().waitFor(), peer.messages().first().waitFor()]);
    return { client, peer };
  }

  test('files, each as what it is, with a bar while it is uploaded; what is sent after them waits', async () => {
    const { client, peer } = await openBoth();
    await client.sendFiles([
      file('notes.txt', 'text/plain'),
      file('pixel.png', 'image/png', PIXEL),
      file('hum.mp3', 'audio/mpeg'),
      file('clip.mp4', 'video/mp4'),
    ]);
    await client.send('after the files');
    const notes = client.messages('notes.txt');
    await notes.getByRole('progressbar', { name: 'Upload' }).waitFor();
    await client.messages('after the files').filter({ hasText: 'Waiting for the one before it' }).waitFor();
    await peer.messages('after the files').waitFor();

    for (const side of [client, peer]) {
      const types = side.log
        .locator('.message')
        .evaluateAll((rows) => rows.slice(-5).map((row) => row.getAttribute('data-type')));
      expect(await types).toEqual([
        'TIMFileElem',
        'TIMImageElem',
        'TIMSoundElem',
        'TIMVideoFileElem',
        'TIMTextElem',
      ]);
    }
    expect(await client.log.getByRole('progressbar').count()).toBe(0);
    const image = peer.log.getByAltText('Sent with this message');
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1);
    const address = (await peer.log.getByRole('link', { name: 'notes.txt' }).getAttribute('href')) ?? '';
    expect(await peer.log.evaluate(async (_log, url) => (await fetch(url)).text(), address)).toBe('content');
  });

  test('and takes back what still waits for its turn', async () => {
    const { client, peer } = await openBoth();
    await client.sendFiles(file('large.txt', 'text/plain'));
    await client.send('never mind');
    await client.send('but this');
    await client.messages('never mind').getByRole('button', { name: 'Cancel' }).click();
    await client.messages('never mind').waitFor({ state: 'detached' });
    await peer.messages('but this').waitFor();
    expect(await peer.messages('never mind').count()).toBe(0);
    expect(await peer.messages('large.txt').count()).toBe(1);
  });

  test('a place and a sticker', async () => {
    const { client, peer } = await openBoth();
    await client.attach('Where I am');
    await client.attach('Hiking boot');
    await peer.messages('The station, platform 3').filter({ hasText: '47.2632° N' }).waitFor();
    await peer.log.getByRole('img', { name: 'Hiking boot' }).waitFor();
    expect(await peer.log.locator('.sticker').allTextContents()).toEqual(['🥾']);
  });

  test('in vain, and discards what failed', async () => {
    const { client, peer } = await openBoth();
    await client.control('Fail next send').click();
    await client.send('rather not');
    await client.messages('rather not').getByRole('button', { name: 'Discard' }).click();
    await client.messages('rather not').waitFor({ state: 'detached' });
    await client.send('this instead');
    await peer.messages('this instead').waitFor();
    expect(await peer.messages('rather not').count()).toBe(0);
  });
});
