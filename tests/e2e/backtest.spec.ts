// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, noData, open, publishedFiles, test, type Page } from './gainshare.js';

const files = publishedFiles();
const of = (year: number): string => files.find((name) => name.includes(`${year}`)) ?? '';
const lines = (name: string): number =>
  readFileSync(name, 'utf8').trimEnd().split('\n').length - 1;

async function choose(page: Page, names: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.getByLabel('Choose CSV files').setInputFiles(names);
}

// Notes the longest time between two turns of the page while files are recomputed.
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      if (document.querySelector('.running') !== null) seen.longest = Math.max(seen.longest, now - last);
      last = now;
      setTimeout(tick, 5);
    };
    tick();
  });

const column = (page: Page, index: number) =>
  page.locator(`table.results tbody tr > :nth-child(${index})`).allInnerTexts();

test('says plainly that nothing is sent, beside the place to drop files', async ({ page }) => {
  await open(page, '#/back-test');
  await expect(page.getByText('The files stay on this computer.')).toBeVisible();
  await expect(page.getByLabel('Choose CSV files')).toHaveAccessibleDescription(/nothing is sent/);
});

test.describe('with the files that CMS has published', () => {
  test.skip(files.length === 0, noData);

  test('every row of every year is accounted for, and the page stays awake meanwhile', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await open(page, '#/back-test');
    await watch(page);
    await choose(page, files);
    const rows = files.reduce((sum, name) => sum + lines(name), 0).toLocaleString('en-US');
    await expect(page.locator('h1')).toContainText(`${rows} ACOs recomputed. 0 differ.`, {
      timeout: 60_000,
    });
    const all = page.getByRole('row', { name: /^All years/ });
    await expect(all.getByRole('cell').nth(0)).toHaveText(rows);
    await expect(all.getByRole('cell').nth(1)).toHaveText('0');
    await expect(all.getByRole('cell').nth(2)).toHaveText('0');
    await expect(page.locator('table.totals tbody tr')).toHaveCount(files.length + 1);
    await expect(page.locator('.error-summary')).toHaveCount(0);
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(400);
  });

  test('rows are sorted, filtered and paged', { tag: '@once' }, async ({ page }) => {
    await open(page, '#/back-test');
    await choose(page, [of(2023), of(2024)]);
    await expect(page.locator('table.results')).toBeVisible();
    await expect(page.locator('table.results tbody tr')).toHaveCount(50);
    await page.getByRole('button', { name: 'Earned, published' }).click();
    const header = page.locator('table.results').getByRole('columnheader', { name: /Earned, published/ });
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    const dollars = (await column(page, 5)).map((text) =>
      Number(text.replace('−', '-').replace(/[$,]/g, '')),
    );
    expect(dollars).toEqual([...dollars].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Earned, published' }).click();
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    expect((await column(page, 5))[0]).toContain('−$');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/^51 to 100 of \d+$/)).toBeVisible();
    await page.getByLabel('Year', { exact: true }).selectOption('2023');
    await page
      .getByLabel('Verdict', { exact: true })
      .selectOption('limited_by_unpublished_revenue');
    await expect(page.locator('table.results tbody tr')).toHaveCount(1);
    await expect(page.locator('table.results tbody')).toContainText('A5293');
  });

  test('an ACO that is chosen becomes the contract on the page, with its working', async ({
    page,
  }) => {
    await open(page, '#/back-test');
    await choose(page, of(2024));
    await page.getByRole('button', { name: 'Earned, published' }).click();
    const first = page.locator('table.results tbody tr').first();
    const name = await first.locator('.aco-id').innerText();
    const earned = (await first.locator('td').nth(2).innerText()).trim();
    await first.getByRole('button').click();
    await expect(page).toHaveURL(/#\/check$/);
    await expect(page.locator('h1')).toBeFocused();
    const published = page.getByRole('complementary', { name: 'From the back-test' });
    await expect(published).toContainText(name.trim());
    await expect(published).toContainText('exact');
    await expect(published).not.toContainText('left out');
    // What the page settles from its own fields is what the back-test computed.
    const payment = page.locator('tr.line-result').filter({ hasText: /^\s*Payment/ }).first();
    const shown = (await payment.locator('td.figure').innerText()).trim();
    expect(shown.replace(/\.00$/, '')).toBe(earned);
    await page.getByRole('button', { name: 'How “Payment” is worked out' }).click();
    await expect(page.getByRole('region', { name: /“Payment”/ })).toContainText('42 CFR');
    await page.getByRole('button', { name: 'Check the working' }).click();
    await expect(page.locator('.replay-report')).toContainText('every one agrees');
    await page.getByLabel('Quality score').fill('1%');
    await expect(page.getByText('You have changed entries since')).toBeVisible();
  });

  test('files can be dropped', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'Firefox keeps a made-up DataTransfer from a drop');
    await open(page, '#/back-test');
    const text = readFileSync(of(2014), 'utf8');
    const data = await page.evaluateHandle(
      ([name, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content!], name!, { type: 'text/csv' }));
        return transfer;
      },
      [basename(of(2014)), text],
    );
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: data });
    await expect(page.locator('h1')).toContainText('ACOs recomputed. 0 differ.');
  });
});

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('files that cannot be read say why, each with its place, and show nothing else', async ({
  page,
}) => {
  await open(page, '#/back-test');
  await choose(page, [
    csv('empty.csv', ''),
    csv('other.csv', 'name,amount\nfirst,1\n'),
    csv('broken.csv', '"unclosed\n'),
  ]);
  const summary = page.getByRole('region', { name: 'None of the files could be read' });
  await expect(summary.getByRole('listitem')).toHaveCount(3);
  for (const name of ['empty.csv', 'other.csv', 'broken.csv'])
    await expect(summary).toContainText(name);
  await expect(page.locator('table')).toHaveCount(0);
  await expect(page.locator('h1')).toHaveText('Recompute what CMS has published');
});

test('a cell that cannot be read is shown with file, line and column', { tag: '@once' }, async ({ page }) => {
  test.skip(files.length === 0, noData);
  await open(page, '#/back-test');
  const [header, first, ...rest] = readFileSync(of(2024), 'utf8').split('\n');
  const at = header!.split(',').findIndex((name) => name.replaceAll('"', '') === 'N_AB');
  expect(at).toBeGreaterThan(0);
  const broken = `${first!.replace(/"[^"]*"/g, (cell) => cell.replaceAll(',', ';'))}`.split(',');
  broken[at] = 'many';
  await choose(page, csv('mended.csv', [header, broken.join(','), ...rest].join('\n')));
  await expect(page.locator('h1')).toContainText('1 could not be read.');
  const row = page.locator('table.results tbody tr').first();
  await expect(row).toContainText('unreadable');
  await expect(row).toContainText('mended.csv:2:N_AB');
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('a newer choice of files replaces what stood there', { tag: '@once' }, async ({ page }) => {
  test.skip(files.length === 0, noData);
  await open(page, '#/back-test');
  await choose(page, of(2021));
  await expect(page.locator('table.results')).toBeVisible();
  await choose(page, csv('empty.csv', ''));
  await expect(page.getByRole('region', { name: 'None of the files could be read' })).toBeVisible();
  await expect(page.locator('table')).toHaveCount(0);
});
