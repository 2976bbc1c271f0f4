// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, open, test, type Page } from './gainshare.js';

const compare = (page: Page) => page.getByRole('button', { name: 'Compare with the payer’s statement' });
const payers = (page: Page, line: string) => page.getByLabel(`${line}: the payer’s figure`, { exact: true });

test('the payer’s figures stand beside ours, and the first line that disagrees is named', async ({ page }) => {
  await open(page, '#/check');
  await compare(page).click();
  await payers(page, 'Savings').fill('$5,000,000');
  await expect(page.locator('.first-differs').first()).toHaveText('The one figure entered agrees.');
  await payers(page, 'Payment').fill('2,400,000');
  await payers(page, "Provider's share of the pool").fill('$2,499,999.80');
  await expect(page.locator('.compare .first-differs')).toContainText(
    'The first line that disagrees is “Provider\'s share of the pool”: yours $2,500,000.00, the payer’s $2,499,999.80, a difference of $0.20.',
  );
  const row = page.locator('tr.differs-first');
  await expect(row).toHaveCount(1);
  await expect(row.locator('.difference')).toContainText('$0.20');
  await expect(row.locator('.difference')).toContainText('first');
});

test('the payer’s table is pasted or opened, and what has no line is said', async ({ page }) => {
  await open(page, '#/any');
  await compare(page).click();
  const name = (await page.locator('.payer-figure input').first().getAttribute('aria-label'))!;
  const label = name.replace(': the payer’s figure', '');
  await page.getByLabel('The payer’s table, pasted').fill(`${label}\t1.00\nNowhere\t2.00`);
  await page.getByRole('button', { name: 'Use this table' }).click();
  await expect(page.locator('.compare-tools .error')).toContainText('Nowhere, 2.00');
  await expect(page.locator('.compare .first-differs')).toContainText('disagrees');
});

// The pages of a PDF, counted in its own text.
async function pages(page: Page, format: 'Letter' | 'A4'): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a statement prints within letter and A4', { tag: '@once' }, async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, '#/check');
  for (const [format, width] of [['Letter', 695], ['A4', 672]] as const) {
    const count = await pages(page, format);
    expect(count, format).toBeGreaterThan(1);
    expect(count, format).toBeLessThanOrEqual(8);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await page.locator('details.whole').evaluate((details: HTMLDetailsElement) => (details.open = true));
    expect(await overflow(page), format).toBe(0);
    const wide = await page.locator('main *').evaluateAll(
      (all, most) => all.filter((one) => one.getBoundingClientRect().right > most + 1).map((one) => one.outerHTML.slice(0, 80)),
      width,
    );
    expect(wide, format).toEqual([]);
    for (const gone of ['.take-along', '.languages', '.entry', '.compare', '.export', '.working-as'])
      await expect(page.locator(gone).first()).toBeHidden();
    await page.emulateMedia({ media: null });
  }
});

test('a dispute pack prints alone, on two pages at most', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => (window.print = () => {}));
  await open(page, '#/check');
  await compare(page).click();
  await payers(page, 'Payment').fill('1');
  await page.getByRole('button', { name: 'Print a dispute pack' }).click();
  await page.emulateMedia({ media: 'print' });
  const pack = page.locator('.dispute');
  await expect(pack).toBeVisible();
  await expect(pack).toContainText('Request to correct a statement');
  await expect(pack).toContainText('“Payment”');
  await expect(pack).toContainText('Answered on');
  await expect(pack).toContainText('Engine');
  for (const around of ['.check-head', 'gainshare-ledger', 'gainshare-picture'])
    for (const one of await page.locator(around).all()) await expect(one).toBeHidden();
  expect(await pages(page, 'Letter')).toBeLessThanOrEqual(2);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(pack).toBeHidden();
});

// Firefox over BiDi tells nothing of downloads.
test('the statement goes out as CSV, workbook and table', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const csv = await download('Statement as CSV');
  expect(csv.name).toBe('my-contract.csv');
  expect(csv.bytes.toString('utf8')).toContain('Payment,"$2,450,000.00"');
  const xlsx = await download('Working as a spreadsheet');
  expect(xlsx.name).toBe('my-contract.xlsx');
  const sheet = new TextDecoder().decode(unzipSync(xlsx.bytes)['xl/worksheets/sheet2.xml']);
  expect(sheet).toMatch(/<f>B\d+-B\d+<\/f>/);
  await page.evaluate(() => {
    const { setData } = DataTransfer.prototype;
    const seen: Record<string, string> = ((window as { seen?: Record<string, string> }).seen = {});
    DataTransfer.prototype.setData = function (type, text) {
      seen[type] = text;
      setData.call(this, type, text);
    };
  });
  await page.getByRole('button', { name: 'Copy as table' }).click();
  const seen = await page.evaluate(() => (window as { seen?: Record<string, string> }).seen!);
  expect(seen['text/html']).toContain('<td>Payment</td><td>$2,450,000.00</td>');
  expect(seen['text/plain']).toContain('Payment\t$2,450,000.00');
});

test('the working is read as a sentence, a paragraph or a table', async ({ page }) => {
  await open(page, '#/check');
  await page.locator('details.whole > summary').click();
  const working = page.locator('gainshare-working');
  await expect(working.locator('table')).toBeVisible();
  await working.getByRole('button', { name: 'In a paragraph' }).click();
  await expect(working.locator('.prose')).toContainText('Savings is Benchmark − Actual spending: $120,000,000.00 − $115,000,000.00 = $5,000,000.00.');
  await working.getByRole('button', { name: 'In a sentence' }).click();
  await expect(working.locator('.prose')).toContainText('Payment is');
});
