// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { amounts, expect, open, root, test, type Page } from './gainshare.js';

const cases = join(root, 'tests/golden/cases');
const ids = readdirSync(cases).sort();
const document = (id: string, name: string) =>
  JSON.parse(readFileSync(join(cases, id, `${name}.json`), 'utf8'));

async function choose(page: Page, id: string): Promise<void> {
  await page.getByLabel('Example', { exact: true }).selectOption(id);
  await expect(page.locator('.statement h2')).toContainText(document(id, 'contract').title);
}

// Halves of the list, so that two workers share them.
for (const half of [0, 1])
  test(`every preset is settled with its working shown and checked, half ${half + 1}`, async ({
    page,
  }) => {
    test.setTimeout(150_000);
    await open(page, '#/any');
    for (const id of ids.filter((_, i) => i % 2 === half)) {
      await choose(page, id);
      const { statement, marked } = document(id, 'settlement');
      await expect(page.locator('tr.line'), id).toHaveCount(statement.length);
      await expect(page.locator('.marked'), id).toHaveCount(marked.length > 0 ? 1 : 0);
      await page.locator('.how-button').last().click();
      await expect(page.locator('tr.how .step').first(), id).toContainText('Source');
      await page.getByRole('button', { name: 'Check the working' }).click();
      await expect(page.locator('.replay-report'), id).toContainText('every one agrees');
      await page.locator('.how-button').last().click();
    }
  });

test('a value edited in the form changes the statement', async ({ page }) => {
  await open(page, '#/any');
  await choose(page, 'withhold_healthpartners_by_weight');
  expect(await amounts(page, 'Earned back by the provider')).toEqual(['$486,285.99']);
  await page.locator('#any-experience-goals').getByLabel('Met').last().selectOption('Yes');
  expect(await amounts(page, 'Earned back by the provider')).toEqual(['$607,857.49']);
  await expect(page.locator('h1')).toHaveText('The provider is paid $607,857.49.');
  await page.getByLabel('Annual interest rate').fill('0%');
  expect(await amounts(page, 'Earned back by the provider')).toEqual(['$600,000.00']);
  await expect(page.getByLabel('Example', { exact: true })).toContainText('(changed)');
});

test('what is wrong stands at its field and in the summary, and leads there', async ({ page }) => {
  await open(page, '#/any');
  await choose(page, 'withhold_healthpartners_by_weight');
  const weight = page.getByLabel('Weight').nth(1);
  await weight.focus();
  const before = (await weight.boundingBox())!.y;
  await weight.fill('-1');
  expect(Math.abs((await weight.boundingBox())!.y - before)).toBeLessThan(3);
  const summary = page.getByRole('region', { name: 'One entry needs mending' });
  await expect(summary).toContainText('Goal 2: Access to care: Weight');
  await expect(weight).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('gainshare-ledger')).toHaveCount(0);
  await weight.fill('many');
  await expect(summary).toContainText('“many” cannot be read');
  await summary.getByRole('link').click();
  await expect(weight).toBeFocused();
  await weight.fill('0.3');
  await expect(page.locator('gainshare-ledger')).toHaveCount(1);
});

test('parts are added, filled, moved and removed with the keyboard alone', async ({ page }) => {
  await open(page, '#/any');
  await choose(page, 'withhold_healthpartners_by_weight');
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true }).first();
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await press('Add: Goal');
  const id = page.getByRole('group', { name: 'Goal 4: Goal 1', exact: true }).getByLabel('Id');
  await expect(page.locator('details.item', { hasText: 'Goal 4' }).first()).toContainText('Goal 4');
  await expect(page.getByRole('region', { name: /mending/ })).toBeVisible();
  await expect(id).toHaveValue('goal_1');
  await press('Move Goal 4: Goal 1 up');
  await expect(page.getByRole('group', { name: 'Goal 3: Goal 1', exact: true })).toBeVisible();
  await press('Remove Goal 3: Goal 1');
  await expect(page.getByRole('region', { name: /mending/ })).toHaveCount(0);
  expect(await amounts(page, 'Earned back by the provider')).toEqual(['$486,285.99']);
});

test('another kind of contract is built from nothing', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/any');
  await choose(page, 'withhold_healthpartners_by_weight');
  const stream = page.locator('#any-contract-streams-0');
  await stream.getByLabel('Kind', { exact: true }).first().selectOption({
    label: "Shared savings by the contract's own terms",
  });
  await stream.getByLabel('Minimum savings rate').fill('2%');
  await stream.getByLabel('Sharing rate').fill('50%');
  await page.getByLabel('Benchmark', { exact: true }).fill('$500');
  await page.getByLabel('Actual spending', { exact: true }).fill('$480');
  await expect(page.locator('h1')).toContainText('You would earn $10 of the $20 saved.');
});

test('documents are pasted, opened and saved', async ({ page }) => {
  await open(page, '#/any');
  await page.getByText('Open, paste or save the two documents').click();
  const contract = page.getByLabel('Contract, as JSON');
  const file = (id: string, name: string) => ({
    name: `${name}.json`,
    mimeType: 'application/json',
    buffer: readFileSync(join(cases, id, `${name}.json`)),
  });
  const id = 'episodes_winsorised';
  await page
    .getByLabel('Open JSON files')
    .setInputFiles([file(id, 'experience'), file(id, 'contract')]);
  await expect(page.locator('.statement h2')).toContainText(document(id, 'contract').title);
  expect(JSON.parse(await contract.inputValue())).toEqual(document(id, 'contract'));
  // Broken text changes nothing and says why.
  await contract.fill('{"format": ');
  await page.getByRole('button', { name: 'Use these texts' }).click();
  await expect(page.getByRole('alert')).toContainText('/contract');
  await expect(page.locator('.statement h2')).toContainText(document(id, 'contract').title);
  await contract.fill(JSON.stringify({ ...document(id, 'contract'), title: 'Pasted', odd: 1 }));
  await page.getByRole('button', { name: 'Use these texts' }).click();
  await expect(page.getByRole('region', { name: 'One entry needs mending' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove odd' }).click();
  await expect(page.locator('.statement h2')).toHaveText('Statement: Pasted');
});

test('the contract is saved as it stands in the form', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/any');
  await choose(page, 'risk_corridor_own_terms');
  await page.getByText('Open, paste or save the two documents').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the contract' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('contract.json');
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(
    document('risk_corridor_own_terms', 'contract'),
  );
});

test('the print has the statement and nothing of the form', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'Firefox over BiDi does not emulate print');
  await open(page, '#/any');
  await choose(page, 'withhold_healthpartners_by_weight');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('To the statement')).toBeHidden();
  for (const shown of ['h1', 'table.ledger', '.whole-working', '.editions'])
    await expect(page.locator(shown).first()).toBeVisible();
  for (const hidden of ['nav', '.entry', 'button', 'input', 'select', 'footer'])
    for (const element of await page.locator(hidden).all()) await expect(element).toBeHidden();
});
