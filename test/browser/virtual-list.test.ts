import type { Locator, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { usePages } from './use-pages.ts';

const openPage = usePages();
const openLists = async (): Promise<Page> => {
  const page = await openPage({ address: `${inject('page')}virtual-list/` });
  await page.getByText('50000. ').last().waitFor();
  return page;
};

interface Seen {
  readonly index: number;
  readonly top: number;
}

/** The row that lies across the middle of the list, by its number, and how far down it stands. */
const rowUnderEye = (list: Locator): Promise<Seen> =>
  list.evaluate(async (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    // On a busy machine the list may take a while to fill what was scrolled into.
    for (let frame = 0; frame < 120; frame++) {
      for (let y = top + height / 2; y < top + height; y += 2) {
        const row = document.elementsFromPoint(left + width / 2, y).find((one) => one.matches('.row'));
        if (row instanceof HTMLElement)
          return { index: Number(row.dataset['index']), top: row.getBoundingClientRect().top };
      }
      await new Promise(requestAnimationFrame);
    }
    throw new Error('no row in the middle of the list');
  });

const topOf = (list: Locator, index: number): Promise<number> =>
  list.locator(`[data-index="${index}"]`).evaluate((row) => row.getBoundingClientRect().top);

const loadedOn = async (page: Page): Promise<number> =>
  Number((await page.locator('#progress').innerText()).replace(/ of.*|,/g, ''));

/** Lets the page render, and the list measure what came in. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  });

describe.each(['react', 'vue'])('50,000 messages in the %s list', (framework) => {
  test('begin at the newest, with the unread line, and no more rows in the page than are on screen', async () => {
    const page = await openLists();
    const list = page.locator(`#${framework}-list`);
    await list.getByText('50000. ').waitFor();
    await list.locator('.separator.unread').waitFor();
    expect(await list.locator('.row').count()).toBeLessThan(60);
  });

  test('stay under the eye while older ones come in above', async () => {
    const page = await openLists();
    const list = page.locator(`#${framework}-list`);
    await list.hover();
    let pages = 0;
    for (let turn = 0; turn < 40 && pages < 4; turn++) {
      await page.mouse.wheel(0, -120);
      await settle(page);
      const loaded = await loadedOn(page);
      const { index, top } = await rowUnderEye(list);
      await page.getByRole('button', { name: 'Load a page' }).click();
      await expect.poll(() => loadedOn(page)).toBeGreaterThan(loaded);
      await settle(page);
      expect(Math.abs((await topOf(list, index)) - top)).toBeLessThanOrEqual(2);
      pages += 1;
    }
    expect(pages).toBe(4);
  });

  test('load by themselves, page after page, as the list is scrolled up', async () => {
    const page = await openLists();
    await page.locator(`#${framework}-list`).hover();
    const loaded = await loadedOn(page);
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -600);
          return loadedOn(page);
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(loaded + 200);
    expect(await page.locator(`#${framework}-list .row`).count()).toBeLessThan(60);
  });
});

test('all 50,000 messages scroll in both lists, to the first one and back, and a new one comes in at the end', async () => {
  const page = await openLists();
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect.poll(() => loadedOn(page), { timeout: 170_000, interval: 500 }).toBe(50_000);
  for (const list of [page.locator('#react-list'), page.locator('#vue-list')]) {
    const scroller = list.getByLabel('Messages');
    await list.getByText('50000. ').waitFor();
    await expect
      .poll(async () => {
        await scroller.evaluate((element) => {
          element.scrollTop = element.scrollHeight / 2;
        });
        await settle(page);
        return (await rowUnderEye(list)).index;
      })
      .toBeLessThan(980_000);
    expect(await list.locator('.row').count()).toBeLessThan(60);
    await scroller.press('Home');
    await list.getByText(/^1\. Has anybody/).waitFor();
    await list.locator('.separator.historyStart').waitFor();
    expect(await list.locator('.row').count()).toBeLessThan(60);
    // Rows down there are measured as they come into sight, so that the end moves once more.
    await expect
      .poll(async () => {
        await scroller.press('End');
        await settle(page);
        return scroller.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop);
      })
      .toBeLessThan(5);
    await list.getByText('50000. ').waitFor();
  }
  await page.getByRole('button', { name: 'A new message' }).click();
  await page.locator('#react-list').getByText('what do we read next').waitFor();
  await page.locator('#vue-list').getByText('what do we read next').waitFor();
}, 180_000);
