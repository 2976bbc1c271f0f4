// SPDX-License-Identifier: Apache-2.0
import { amounts, expect, open, test } from './gainshare.js';

test('amounts are read as they stand in a letter', { tag: '@once' }, async ({ page }) => {
  await open(page);
  const expected = page.getByLabel('Projected spending', { exact: true });
  for (const [typed, shown] of [
    ['$1,250.50', '$1,250.50'],
    ['1250.5', '$1,250.50'],
    ['US$ 1,250', '$1,250.00'],
    ['1.2505 thousand', '$1,250.50'],
    ['.75', '$0.75'],
  ] as const) {
    await expected.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(typed);
    expect(await amounts(page, 'Benchmark'), typed).toEqual([shown, shown]);
    await page.keyboard.press('Tab');
    await expect(expected, typed).toHaveValue(shown);
  }
});

test('shares are read as percent or fraction, and the page says which', { tag: '@once' }, async ({
  page,
}) => {
  await open(page);
  const share = page.getByLabel('Provider’s share of savings').first();
  for (const [typed, payment, reading] of [
    ['60%', '$12.00', ''],
    ['.6', '$12.00', 'Read as 60%'],
    ['60', '$12.00', 'Read as 60%'],
    ['1', '$0.20', 'Read as 1%'],
    ['1/3', '$6.67', 'Read as 33.333333…%'],
  ] as const) {
    await share.fill(typed);
    expect((await amounts(page, 'Payment'))[0], typed).toBe(payment);
    if (reading) await expect(page.getByText(reading, { exact: true }), typed).toBeVisible();
    else await expect(page.getByText('Read as'), typed).toHaveCount(0);
  }
});

test('what cannot be read stands beside its field and in the summary, and no result stays', async ({
  page,
}) => {
  await open(page);
  const spent = page.getByLabel('Actual spending', { exact: true });
  await spent.fill('abc');
  await page.getByLabel('Provider’s share of savings').first().fill('140%');
  const summary = page.getByRole('region', { name: '2 entries need mending' });
  await expect(summary).toContainText('Actual spending: “abc” cannot be read.');
  await expect(summary).toContainText('Provider’s share of savings is 140%.');
  await expect(summary).toContainText('from 0% to 100%');
  await expect(spent).toHaveAttribute('aria-invalid', 'true');
  const described = await spent.getAttribute('aria-describedby');
  await expect(page.locator(`[id="${described}"]`)).toContainText('Error:');
  // Nothing of the last good result is left.
  await expect(page.locator('gainshare-ledger')).toHaveCount(0);
  await expect(page.locator('main svg')).toHaveCount(0);
  await expect(page.locator('h1')).toHaveText('Who gets the savings?');
  await expect(page.locator('main')).not.toContainText('$480 was spent');
});

test('Enter moves to the summary, and its links to the fields', async ({ page }) => {
  await open(page);
  await page.getByLabel('Actual spending', { exact: true }).fill('');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('region', { name: 'One entry needs mending' });
  await expect(summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Actual spending', { exact: true })).toBeFocused();
});

test('a link of the summary opens the section that hides its field', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await page.getByText('More terms, two-sided').click();
  await page.getByLabel('Provider’s share of losses').fill('-5%');
  await page.getByText('More terms, two-sided').click();
  await expect(page.getByLabel('Provider’s share of losses')).toBeHidden();
  await page.getByRole('link', { name: /Provider’s share of losses/ }).click();
  await expect(page.getByLabel('Provider’s share of losses')).toBeFocused();
});

test('a mended entry brings the result back', async ({ page }) => {
  await open(page);
  const spent = page.getByLabel('Actual spending', { exact: true });
  await spent.fill('-1');
  await expect(page.locator('gainshare-ledger')).toHaveCount(0);
  await spent.fill('480');
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$12.00']);
});

test('what is no amount is refused, not guessed', { tag: '@once' }, async ({ page }) => {
  await open(page);
  const expected = page.getByLabel('Projected spending', { exact: true });
  for (const typed of ['NaN', '1e400', '$1,23', '9'.repeat(90), '<img src=x>', '1,250.505', '0']) {
    await expected.fill('$500');
    await expect(page.locator('gainshare-ledger')).toHaveCount(1);
    await expected.fill(typed);
    await expect(page.getByRole('region', { name: /mending/ }), typed).toBeVisible();
    await expect(page.locator('gainshare-ledger'), typed).toHaveCount(0);
  }
});

test('the field that is typed in does not move when the pictures give way to errors', async ({
  page,
}) => {
  await open(page);
  const spent = page.getByLabel('Actual spending', { exact: true });
  await spent.focus();
  const before = (await spent.boundingBox())!.y;
  await spent.fill('');
  await expect(page.getByRole('region', { name: /mending/ })).toBeVisible();
  expect(Math.abs((await spent.boundingBox())!.y - before)).toBeLessThan(3);
});

test('one live region says the news once it rests', async ({ page }) => {
  await open(page);
  const region = page.getByRole('status');
  await expect(region).toHaveCount(1);
  await expect(region).toHaveText('');
  await page.getByLabel('Actual spending', { exact: true }).press('End');
  await page.keyboard.type('.25');
  await expect(region).toContainText('One-sided: You would earn $9.88 of the $19.75 saved.');
});
