// SPDX-License-Identifier: Apache-2.0
// What would change a result. The presentation's two-sided contract: $500 expected, $480 spent,
// 2 % minimum, 60 % of savings up to 15 %; every figure is worked by hand.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test, type Locator, type Page } from './gainshare.js';

async function deck(page: Page): Promise<Locator> {
  await open(page, '#/any');
  await page.getByLabel('Example', { exact: true }).selectOption('deck_two_sided_above_minimum');
  await expect(page.locator('.statement h2')).toContainText('Deck example, two-sided');
  const part = page.locator('details.what-if');
  await part.locator('> summary').click();
  return part;
}
const points = (part: Locator): Locator => part.locator('.break-points li');

test('every break-point stands with its distance, rule, results and slopes', async ({ page }) => {
  const part = await deck(page);
  await expect(points(part)).toHaveCount(5);
  await expect(points(part).nth(0)).toContainText('$425.01: $54.99 less than now');
  await expect(points(part).nth(1)).toHaveText('Now: $480.00 gives $12.00.');
  await expect(points(part).nth(2)).toContainText('$490.01: $10.01 more than now');
  await expect(points(part).nth(2)).toContainText('Savings meet or exceed the minimum: yes below, no');
  await expect(points(part).nth(2)).toContainText('$6.00 just before, $0.00 at this point');
  await expect(points(part).nth(2)).toContainText('each dollar saved pays $0.60');
  await expect(points(part).nth(3)).toContainText('$510.00: $30.00 more than now');
  await expect(points(part).nth(4)).toContainText('$583.34: $103.34 more than now');
});

test('another input is looked at, and what is typed asks again', async ({ page }) => {
  const part = await deck(page);
  await part.getByLabel('What would be different').selectOption({ label: 'Benchmark' });
  await expect(part.locator('.present')).toHaveText('Now: $500.00 gives $12.00.');
  await part.getByLabel('What would be different').selectOption({ label: 'Actual spending' });
  await page.locator('.entry').getByLabel('Actual spending').fill('470');
  // 60 % of $30.
  await expect(part.locator('.present')).toHaveText('Now: $470.00 gives $18.00.');
  await expect(points(part).nth(2)).toContainText('$490.01: $20.01 more than now');
});

test('the spending that pays an amount is found, or why there is none', async ({ page }) => {
  const part = await deck(page);
  const target = part.getByLabel('Actual spending: the value that gives this result');
  await target.fill('15');
  await target.press('Enter');
  // 60 % of $25.
  await expect(part.locator('.sought')).toHaveText('Actual spending: $475.00 gives exactly $15.00.');
  await target.fill('3');
  await part.getByRole('button', { name: 'Find' }).click();
  await expect(part.locator('.sought')).toContainText('No value from $0.00 to $960.00 gives exactly $3.00.');
  await expect(part.locator('.sought')).toContainText('The nearest above is $6.00, at $490.00.');
  await target.fill('abc');
  await target.press('Enter');
  await expect(target).toHaveAccessibleDescription(/Enter a figure/);
});

test('all inputs are compared, the widest first', async ({ page }) => {
  const part = await deck(page);
  await part.getByRole('button', { name: 'Compare all inputs' }).click();
  await expect(part.getByRole('img', { name: 'Which input matters most' })).toBeVisible();
  await part.getByText('The picture as a table, or to save').click();
  const rows = part.locator('.twin tbody tr');
  await expect(rows).toHaveCount(8);
  // $475 against $480 is a loss below the minimum; of $45 saved, 60 % is $27.
  await expect(rows.first().locator('td')).toHaveText([
    '$500.00', '$475.00', '$525.00', '$0.00', '$27.00', '$27.00',
  ]);
});

test('checking a bonus has it too, in the language of the page', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check?lang=es');
  const part = page.locator('details.what-if');
  await part.locator('> summary').click();
  await expect(part.locator('.present')).toHaveText('Ahora: $115,000,000.00 da $2,450,000.00.');
  await expect(part.locator('.break-points li')).toHaveCount(6);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open part, ${colorScheme}`, { tag: '@once' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const part = await deck(page);
    await part.getByLabel('Actual spending: the value').fill('x');
    await part.getByRole('button', { name: 'Find' }).click();
    await part.getByRole('button', { name: 'Compare all inputs' }).click();
    await expect(points(part)).toHaveCount(5);
    const { violations } = await new AxeBuilder({ page: page as never })
      .include('details.what-if')
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

test('the curve of other spending breaks where a rule does, once typing rests', async ({ page }) => {
  await open(page);
  const curve = page.locator('gainshare-picture[name="other-spending"]');
  await expect(curve.locator('figcaption')).toContainText('at the cent where a rule changes');
  await curve.getByText('The picture as a table, or to save').click();
  const row = curve.locator('tbody tr').filter({ hasText: '$490.01' });
  // One-sided and two-sided: nothing a cent above the minimum.
  await expect(row.locator('td')).toHaveText(['$0.00', '$0.00']);
});
