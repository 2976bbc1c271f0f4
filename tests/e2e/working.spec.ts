// SPDX-License-Identifier: Apache-2.0
import { expect, open, test, type Page } from './gainshare.js';

const how = (page: Page, line: string) =>
  page.getByRole('button', { name: `How “${line}” is worked out` });

test('a line shows its formula in words, with figures, result and source', async ({ page }) => {
  await open(page);
  const button = how(page, 'Minimum savings');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const working = page.getByRole('region', { name: 'How “Minimum savings” is worked out' });
  await expect(working).toContainText('= Benchmark × Minimum savings rate');
  await expect(working).toContainText('= $500.00 × 2% = $10.00');
  await expect(working).toContainText('42 CFR 425.100(b)');
  await expect(working).toContainText('found in a public source');
  await button.click();
  await expect(working).toHaveCount(0);
});

test('where the contracts differ each has its own working', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await how(page, "Provider's share of the pool").click();
  const working = page.getByRole('region', { name: /Provider's share of the pool/ });
  await expect(working.getByRole('heading')).toHaveText(['One-sided', 'Two-sided']);
  await expect(working).toContainText('= $20.00 × 50% = $10.00');
  await expect(working).toContainText('= $20.00 × 60% = $12.00');
});

test('a rounding is named, and the exact figure shown', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await page.getByLabel('Actual spending', { exact: true }).fill('$480.01');
  await how(page, 'Payment').click();
  const working = page.getByRole('region', { name: 'How “Payment” is worked out' });
  await expect(working).toContainText('= $9.995 = $10.00');
  await expect(working).toContainText('rounded half up to the cent');
});

test('a choice says what decided it', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '$500 expected, $495 spent' }).click();
  await how(page, 'Savings to share').click();
  const working = page.getByRole('region', { name: 'How “Savings to share” is worked out' });
  await expect(working).toContainText('$5.00 is at least $10.00 = no');
  await expect(working).toContainText('because “Minimum savings rate met” is no');
});

test('the whole working is a table', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await page.getByText('The whole working').click();
  const table = page.getByRole('table', { name: 'Every step of the working: Two-sided' });
  await expect(table.getByRole('row', { name: /^Shared savings pool/ })).toContainText('$20.00');
  expect(await table.getByRole('row').count()).toBeGreaterThan(20);
});

test('the working is checked by code of its own', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Check the working' }).click();
  await expect(page.locator('.replay-report')).toContainText(
    /✓ \d+ steps recomputed by separate code in this browser: every one agrees\./,
  );
  // A report belongs to one result: it goes when the result changes.
  await page.getByLabel('Actual spending', { exact: true }).fill('$470');
  await expect(page.locator('.replay-report')).toBeEmpty();
});
