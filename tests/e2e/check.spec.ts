// SPDX-License-Identifier: Apache-2.0
import { amounts, expect, open, test } from './gainshare.js';

test('a Medicare program is chosen by year, track and election', async ({ page }) => {
  await open(page, '#/check');
  await expect(page.locator('h1')).toHaveText(
    'You would earn $2,450,000 of the $5,000,000 saved. The payer keeps $2,550,000.',
  );
  const years = await page.getByLabel('Performance year', { exact: true }).locator('option').allInnerTexts();
  expect(years.map((year) => year.trim().slice(0, 4))).toEqual(
    Array.from({ length: 14 }, (_, i) => `${2026 - i}`),
  );
  await page.getByLabel('Track', { exact: true }).selectOption('ENHANCED');
  // $5,000,000 × 75 % less 2 % sequestration.
  expect(await amounts(page, 'Payment')).toEqual(['$3,675,000.00']);
  await page.getByLabel('Performance year', { exact: true }).selectOption('2018');
  await page.getByLabel('Track', { exact: true }).selectOption('Track 1');
  // The agreement of the example had not begun in 2018.
  await expect(page.getByRole('region', { name: /mending/ })).toContainText('agreement');
  await page.getByLabel('Agreement period started').fill('2017-01-01');
  await page.getByLabel('Quality standard met', { exact: true }).selectOption('Yes');
  await expect(page.getByLabel('Minimum savings and loss rate elected')).toHaveCount(0);
  // The share is 50 % times the score of 85 %: $5,000,000 × 0.5 × 0.85 × 0.98.
  expect(await amounts(page, 'Payment')).toEqual(['$2,082,500.00']);
});

test('the start of the agreement is asked for where it decides a rule', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  const notes = page.locator('.edition-notes');
  await page.getByLabel('Agreement period started').fill('');
  await expect(notes).toContainText('Enter when the agreement period started.');
  await page.getByLabel('Agreement period started').fill('2024-01-01');
  await expect(page.getByText('Enter when the agreement period started.')).toHaveCount(0);
});

test('what is not settled or not verified carries a word', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  await page.getByLabel('Performance year', { exact: true }).selectOption('2026');
  const notes = page.locator('.edition-notes');
  await expect(notes).toContainText('not settled');
  await expect(notes).toContainText('unverified');
  await expect(notes).toContainText('Sequestration');
  const marks = page.getByRole('complementary', { name: 'Not certain in this result' });
  await expect(marks).toContainText('Sequestration: unverified');
  await expect(page.locator('.editions')).toContainText('rules edition 2026-1');
  await expect(page.locator('.editions')).toContainText('law not settled');
});

test('results of the year that are missing are asked for at their field', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  await page.getByLabel('Quality score').fill('');
  await page.getByLabel('Assigned beneficiaries').fill('');
  await expect(page.getByRole('region', { name: /mending/ })).toContainText('Assigned beneficiaries');
  await expect(page.locator('gainshare-ledger')).toHaveCount(0);
});

test('a year in progress is projected, with its assumptions in the working', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  await page.getByLabel('The year', { exact: true }).selectOption('in_progress');
  await page.getByLabel('Months so far', { exact: true }).fill('6');
  await page.getByLabel('Paid so far').fill('$54,000,000');
  await page.getByLabel('Completion factor (assumed)').fill('95%');
  await page.getByLabel('Trend of the remaining months (assumed)').fill('2%');
  // 54,000,000 ÷ 0.95, and six months more at 1.02 of it.
  await expect(page.getByText('projected at $114,821,052.63')).toBeVisible();
  await page.getByRole('button', { name: /How “Projected spending of the year”/ }).click();
  const working = page.getByRole('region', { name: /Projected spending of the year/ });
  await expect(working).toContainText('assumed');
  await page.getByRole('button', { name: 'Check the working' }).click();
  await expect(page.locator('.replay-report')).toContainText('every one agrees');
});

test('a contract with its own terms is settled on the same page', async ({ page }) => {
  await open(page, '#/check');
  await page.getByLabel('A contract with its own terms').check();
  await page.getByLabel('Projected spending', { exact: true }).fill('$500');
  await page.getByLabel('Actual spending', { exact: true }).fill('$400');
  expect(await amounts(page, 'Payment')).toEqual(['$25.00']);
  await page.getByLabel('Name of this contract').fill('Harbor Health 2026');
  await expect(page.getByRole('heading', { name: 'Statement: Harbor Health 2026' })).toBeVisible();
});

test('per member per month is settled on member months', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  await page.getByLabel('A contract with its own terms').check();
  await page.getByLabel('Minimum savings rate').fill('1%');
  await page.getByLabel('Spending is stated').selectOption('per_member_per_month');
  await page.getByLabel('Projected spending', { exact: true }).fill('$500');
  await page.getByLabel('Actual spending', { exact: true }).fill('$495');
  await page.getByLabel('Member months').fill('125,000');
  expect(await amounts(page, 'Payment')).toEqual(['$312,500.00']);
});

test('the print has headline, picture, ledger, working, editions and date, and nothing else', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'Firefox over BiDi does not emulate print');
  await open(page, '#/check');
  await page.getByLabel('Date on the statement').fill('21 November 2026');
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['h1', 'main svg', 'table.ledger', '.whole-working', '.editions'])
    await expect(page.locator(shown).first()).toBeVisible();
  await expect(page.getByText('21 November 2026')).toBeVisible();
  for (const hidden of ['nav', '.entry', 'button', 'input', 'footer'])
    for (const element of await page.locator(hidden).all()) await expect(element).toBeHidden();
});
