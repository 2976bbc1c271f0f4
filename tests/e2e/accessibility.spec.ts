// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from '@axe-core/playwright';
import { expect, noData, open, publishedFiles, test, type Page } from './gainshare.js';

const views = ['', '#/learn', '#/quality', '#/check', '#/any', '#/claims', '#/back-test'] as const;

async function openEverything(page: Page): Promise<void> {
  if (page.url().endsWith('#/any')) await expect(page.locator('.statement')).toBeVisible();
  await page.locator('details:not([open]) > summary').evaluateAll((summaries) => {
    for (const summary of summaries) (summary as HTMLElement).click();
  });
  const buttons = page.locator('.how-button');
  for (let i = 0; i < Math.min(await buttons.count(), 4); i += 1) await buttons.nth(i).click();
}

// The page once, then view after view within it.
async function goTo(page: Page, view: string): Promise<void> {
  if (page.url().includes('gainshare.html')) await page.evaluate((to) => (location.hash = to), view);
  else await open(page, view);
  const link = page.locator(`nav a[href="${view || '#/'}"]`);
  await expect(link).toHaveAttribute('aria-current', 'page');
}

async function expectClean(page: Page, what = '', rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page: page as never });
  if (rules) axe.withRules(rules);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0]?.html}`);
  expect(found, what).toEqual([]);
}

test('axe finds nothing on any view', async ({ page, browserName }) => {
  test.setTimeout(150_000);
  // The rules are about the document; one view shows that they hold in the other browser too.
  for (const view of browserName === 'chromium' ? views : (['#/any'] as const)) {
    await goTo(page, view);
    await openEverything(page);
    await expectClean(page, view);
  }
});

// Firefox over BiDi does not emulate dark.
test('axe finds the contrast that it wants on any view in the dark', { tag: '@once' }, async ({
  page,
}) => {
  test.setTimeout(150_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const view of views) {
    await goTo(page, view);
    await openEverything(page);
    await expectClean(page, view, ['color-contrast', 'link-in-text-block']);
  }
});

test('axe finds nothing on a page with errors', { tag: '@once' }, async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  await page.getByLabel('Actual spending', { exact: true }).fill('abc');
  await expectClean(page, 'idea');
  await goTo(page, '#/any');
  await page.getByLabel('Title', { exact: true }).first().fill('');
  await expect(page.getByRole('region', { name: /mending/ })).toBeVisible();
  await expectClean(page, 'any');
});

test('axe finds nothing on a back-test with rows', { tag: '@once' }, async ({ page }) => {
  const files = publishedFiles().filter((name) => name.includes('2023'));
  test.skip(files.length === 0, noData);
  test.setTimeout(90_000);
  await open(page, '#/back-test');
  await page.getByLabel('Choose CSV files').setInputFiles(files);
  await expect(page.locator('table.results')).toBeVisible();
  // A few rows have every kind of cell, and axe takes its time over fifty.
  await page.getByLabel('Verdict', { exact: true }).selectOption('limited_by_unpublished_revenue');
  await expectClean(page);
});

test('the whole way can be gone with the keyboard alone', async ({ page }) => {
  await open(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  const reach = async (locator: ReturnType<Page['locator']>) => {
    for (let i = 0; i < 80; i += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The keyboard does not reach it');
  };
  await reach(page.getByLabel('Actual spending', { exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('$495');
  await expect(page.locator('h1')).toContainText('$5 was saved');
  await reach(page.getByRole('button', { name: 'How “Payment” is worked out' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /“Payment”/ })).toBeVisible();
  await reach(page.getByRole('button', { name: 'Check the working' }));
  await page.keyboard.press('Space');
  await expect(page.locator('.replay-report')).toContainText('every one agrees');
});

test('the file input is reached by keyboard and shows its focus', async ({ page }) => {
  await open(page, '#/back-test');
  const input = page.getByLabel('Choose CSV files');
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if (await input.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(input).toBeFocused();
  const outline = await page
    .locator('.drop-zone')
    .evaluate((zone) => getComputedStyle(zone).outlineStyle);
  expect(outline).toBe('solid');
});

test('nothing is cut off at 320 pixels on any view', async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const view of views) {
    await goTo(page, view);
    await openEverything(page);
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(content, view).toBeLessThanOrEqual(window!);
  }
});

test('the words of a picture keep their size on a narrow screen', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page);
  await expect(page.locator('main svg text')).not.toHaveCount(0);
  // In one go: a picture may be drawn anew between finding its words and measuring them.
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('main svg text')].map((text) => {
      const svg = text.closest('svg')!;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Number(text.getAttribute('font-size')) * scale;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(11);
});

test('every view has its own title and moves the focus to its heading', async ({ page }) => {
  await open(page);
  const titles = new Set([await page.title()]);
  for (const name of ['Lessons', 'Quality points', 'Check my bonus', 'Any contract', 'From claims', 'Back-test']) {
    const link = page.locator('.masthead').getByRole('link', { name });
    await link.click();
    await expect(page.locator('h1')).toBeFocused();
    await expect(link).toHaveAttribute('aria-current', 'page');
    titles.add(await page.title());
  }
  expect(titles.size).toBe(7);
});

test('axe finds nothing on a comparison and a message in Spanish, light and dark', { tag: '@once' }, async ({
  page,
}) => {
  test.setTimeout(150_000);
  await open(page, '#/check?lang=es&s=cut-off');
  await expect(page.locator('.notice')).toContainText('dañado o cortado');
  await page.getByRole('button', { name: 'Comparar con el estado de cuenta del pagador' }).click();
  await page.locator('.payer-figure input').nth(2).fill('1');
  await page.locator('.payer-figure input').nth(3).fill('x');
  await expectClean(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
  await expectClean(page, 'dark', ['color-contrast', 'link-in-text-block']);
  await page.setViewportSize({ width: 320, height: 640 }); // 1280 at 400 %
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window!);
});

test('a pressed button is told apart without colours', { tag: '@once' }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page);
  const look = (name: string) =>
    page.getByRole('button', { name }).evaluate((button) => {
      const { borderTopWidth, borderTopStyle, fontWeight, backgroundColor } = getComputedStyle(button);
      return [borderTopWidth, borderTopStyle, fontWeight, backgroundColor].join(' ');
    });
  expect(await look('English')).not.toBe(await look('Español'));
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
});
