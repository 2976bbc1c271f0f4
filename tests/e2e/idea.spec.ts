// SPDX-License-Identifier: Apache-2.0
import { amounts, expect, open, test } from './gainshare.js';

test('the page opens with the story told', async ({ page }) => {
  await open(page);
  await expect(page.locator('h1')).toHaveText(
    '$500 was expected. $480 was spent. $20 was saved — who gets it?',
  );
  const one = page.getByRole('region', { name: 'One-sided' });
  const two = page.getByRole('region', { name: 'Two-sided' });
  await expect(one).toContainText('You would earn $10 of the $20 saved. The payer keeps $10.');
  await expect(two).toContainText('You would earn $12 of the $20 saved. The payer keeps $8.');
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$12.00']);
  expect(await amounts(page, 'Payer.s share of the pool')).toEqual(['$10.00', '$8.00']);
  expect(await amounts(page, 'The payer keeps')).toEqual(['$10.00', '$8.00']);
  expect(await amounts(page, 'Minimum savings')).toEqual(['$10.00', '$10.00']);
});

test('the second example pays nobody', { tag: '@once' }, async ({ page }) => {
  await open(page);
  const second = page.getByRole('button', { name: '$500 expected, $495 spent' });
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('h1')).toContainText('$5 was saved');
  expect(await amounts(page, 'Payment')).toEqual(['$0.00', '$0.00']);
  expect(await amounts(page, 'Payer.s share of the pool')).toEqual(['$0.00', '$0.00']);
  expect(await amounts(page, 'The payer keeps')).toEqual(['$5.00', '$5.00']);
  await expect(page.getByRole('region', { name: 'One-sided' })).toContainText(
    '$5 was saved, but the minimum is $10.',
  );
});

test('each picture has a name, a description, a note on its axis and a table twin', async ({
  page,
}) => {
  await open(page);
  const two = page.getByRole('region', { name: 'Two-sided' });
  await expect(two.getByRole('img', { name: /Who gets the savings: Two-sided/ })).toBeVisible();
  await expect(two.locator('svg desc')).toHaveText(
    'Expected spending $500.00, actual spending $480.00. Provider $12.00. Payer $8.00.',
  );
  await expect(two.locator('figcaption')).toContainText('The axis is broken: it starts at $460');
  await two.getByText('The picture as a table').click();
  const rows = await two.locator('figure table tbody tr').allInnerTexts();
  expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
    'Expected $500.00',
    'Spent $480.00',
    'Minimum savings $10.00',
    'Provider $12.00',
    'Payer $8.00',
  ]);
});

test('the parts of the bar stand in the ratio of the amounts', { tag: '@once' }, async ({ page }) => {
  await open(page);
  const width = (who: string) =>
    page
      .locator(`[aria-labelledby="contract-two_sided"] rect.mark-${who}`)
      .first()
      .evaluate((rect) => Number(rect.getAttribute('width')));
  expect((await width('provider')) / (await width('payer'))).toBeCloseTo(12 / 8, 1);
});

test('a figure typed changes both contracts at once', async ({ page }) => {
  await open(page);
  await page.getByLabel('Actual spending', { exact: true }).fill('$400');
  expect(await amounts(page, 'Shared savings pool')).toEqual(['$50.00', '$75.00']);
  expect(await amounts(page, 'Payment')).toEqual(['$25.00', '$45.00']);
});

test('the slider moves actual spending, by mouse and by keyboard', async ({ page }) => {
  await open(page);
  const slider = page.getByLabel('Actual spending, slider');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('Actual spending', { exact: true })).toHaveValue('$479');
  expect(await amounts(page, 'Savings')).toEqual(['$21.00', '$21.00']);
  const box = (await slider.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
  await expect(page.getByRole('region', { name: 'Two-sided' })).toContainText(
    'too much was spent. You would owe',
  );
  await expect(page.getByRole('region', { name: 'One-sided' })).toContainText(
    'You would owe nothing.',
  );
});

test('the result follows within a frame', async ({ page }) => {
  await open(page);
  const frames = await page.evaluate(async () => {
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
    const slider = document.querySelector<HTMLInputElement>('input[type=range]')!;
    const late: string[] = [];
    for (let dollars = 480; dollars > 470; dollars -= 1) {
      await frame();
      slider.value = `${dollars}00`;
      slider.dispatchEvent(new Event('input'));
      await frame();
      const heading = document.querySelector('h1')!.textContent!;
      if (!heading.includes(`$${dollars} was spent`)) late.push(heading);
    }
    return late;
  });
  expect(frames).toEqual([]);
});

test('every term of both contracts can be changed', { tag: '@once' }, async ({ page }) => {
  await open(page);
  await page.getByText('More terms, two-sided').click();
  const terms = page.getByRole('group', { name: 'Terms, two-sided' });
  await terms.getByLabel('Effect of quality').selectOption('escalator');
  await terms.getByLabel('Sequestration').fill('2%');
  await page.getByText('More about the year').click();
  await page.getByLabel('Quality score', { exact: true }).fill('80%');
  // $20 × 60 % × 0.8 = $9.60; 2 % off leaves $9.408, rounded to $9.41.
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$9.41']);
  await terms.getByLabel('Effect of quality').selectOption('tiers');
  await terms.getByRole('button', { name: 'Add a tier' }).click();
  await terms.getByLabel('From score').nth(0).fill('0%');
  await terms.getByLabel('Share', { exact: true }).nth(0).fill('0%');
  await terms.getByLabel('From score').nth(1).fill('50%');
  await terms.getByLabel('Share', { exact: true }).nth(1).fill('20%');
  await terms.getByLabel('From score').nth(2).fill('70%');
  await terms.getByLabel('Share', { exact: true }).nth(2).fill('40%');
  await terms.getByLabel('Sequestration').fill('');
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$8.00']);
  await terms.getByLabel('Cap', { exact: true }).selectOption('payment');
  await terms.getByLabel('Cap, of projected spending').fill('1%');
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$5.00']);
});

test('losses are shared beyond the minimum, within the limit', { tag: '@once' }, async ({ page }) => {
  await open(page);
  const spent = page.getByLabel('Actual spending', { exact: true });
  await spent.fill('$509.99');
  expect(await amounts(page, 'Shared loss owed')).toEqual(['–', '$0.00']);
  await spent.fill('$510');
  expect(await amounts(page, 'Shared loss owed')).toEqual(['–', '$6.00']);
  await page.getByText('More terms, two-sided').click();
  await page.getByLabel('Loss limit, of projected spending').fill('10%');
  await spent.fill('$650');
  expect(await amounts(page, 'Shared loss owed')).toEqual(['–', '$50.00']);
});

test('back to the worked example restores everything', async ({ page }) => {
  await open(page);
  await page.getByLabel('Actual spending', { exact: true }).fill('$499');
  await page.getByLabel('Provider’s share of savings').first().fill('10%');
  await page.getByRole('button', { name: 'Back to the worked example' }).click();
  expect(await amounts(page, 'Payment')).toEqual(['$10.00', '$12.00']);
});
