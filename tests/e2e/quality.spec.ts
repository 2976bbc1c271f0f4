// SPDX-License-Identifier: Apache-2.0
import { expect, open, test } from './gainshare.js';

test('40% then 45% earns 1.8 by achievement and 2.0 by improvement', async ({ page }) => {
  await open(page, '#/quality');
  await expect(page.locator('h1')).toHaveText(
    '40% last year, 45% this year. 1.8 points by achievement, 2 by improvement. ' +
      'The better of the two counts: 2 of 2 points.',
  );
  const achievement = page.getByRole('region', { name: 'By achievement' });
  const improvement = page.getByRole('region', { name: 'By improvement' });
  await expect(achievement.locator('svg')).toContainText('45% → 1.8 points');
  await expect(improvement.locator('svg')).toContainText('12.5% → 2 points');
});

test('the marker stands on its step', async ({ page }) => {
  await open(page, '#/quality');
  const [dot, step] = await page
    .getByRole('region', { name: 'By achievement' })
    .locator('svg')
    .evaluate((svg) => {
      const circle = svg.querySelector('circle')!;
      const reached = svg.querySelector('rect.mark-reached')!;
      const at = (node: Element, name: string) => Number(node.getAttribute(name));
      return [
        { x: at(circle, 'cx'), y: at(circle, 'cy') },
        { x: at(reached, 'x'), y: at(reached, 'y'), width: at(reached, 'width') },
      ];
    });
  expect(dot!.y).toBeCloseTo(step!.y, 1);
  expect(dot!.x).toBeGreaterThanOrEqual(step!.x);
  expect(dot!.x).toBeLessThan(step!.x + step!.width!);
});

test('each scale has a table twin with the step that was reached', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/quality');
  const achievement = page.getByRole('region', { name: 'By achievement' });
  await achievement.getByText('The picture as a table').click();
  await expect(achievement.getByRole('row', { name: /45% 1.8 this score/ })).toBeVisible();
  await expect(achievement.getByRole('row')).toHaveCount(7);
});

test('scores and scales can be changed', async ({ page }) => {
  await open(page, '#/quality');
  await page.getByLabel('Score in period 2').fill('44.9%');
  await expect(page.locator('h1')).toContainText('1.6 points by achievement, 2 by improvement');
  await page.getByLabel('Score in period 2').fill('42.4%');
  await expect(page.locator('h1')).toContainText('1.6 points by achievement, 1.2 by improvement');
  await page.getByText('The scales').click();
  await page.getByLabel('Step 4: Score at that percentile').fill('43%');
  await expect(page.locator('h1')).toContainText('1.4 points by achievement, 1.2 by improvement');
  await page.getByLabel('Score in period 1').fill('');
  await expect(page.getByText('There is no earlier score to improve on.')).toBeVisible();
});

test('a scale out of order is refused at its field', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/quality');
  await page.getByText('The scales').click();
  await page.getByLabel('Step 2: From percentile').fill('90');
  await expect(page.getByRole('region', { name: /mending/ })).toBeVisible();
  await expect(page.locator('main svg')).toHaveCount(0);
});

test('the scorecard’s working is shown and checked', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/quality');
  const table = page.getByRole('table', { name: /Every step of the working/ });
  await expect(table).toContainText('5% ÷ 40%');
  await expect(table).toContainText('12.5%');
  await page.getByRole('button', { name: 'Check the working' }).click();
  await expect(page.locator('.replay-report')).toContainText('every one agrees');
});
