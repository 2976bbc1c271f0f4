// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { amounts, expect, open, test, type Page } from './gainshare.js';

const spent = (page: Page) => page.getByLabel('Actual spending', { exact: true });
const addressed = (page: Page) => expect.poll(() => new URL(page.url()).hash).toContain('s=');

test('a link holds what is entered, and opening it restores it', async ({ page, context }) => {
  await open(page);
  await spent(page).fill('$490.01');
  await page.locator('h1').click();
  await addressed(page);
  const link = new URL(page.url());
  expect(link.hash.length).toBeLessThan(2000);
  const other = await context.newPage();
  await open(other, link.hash);
  await expect(other.locator('h1')).toContainText('$490.01 was spent');
  expect(await amounts(other, 'Payment')).toEqual(await amounts(page, 'Payment'));
  await expect(other.locator('.notice')).toHaveCount(0);
});

test('a damaged link is refused and the page stays usable', async ({ page }) => {
  await open(page, '#/check?s=AAAA_not_a_scenario');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('damaged or cut off');
  await notice.getByRole('button').click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator('h1')).toContainText('You would earn');
});

test('each field edited is one step back, however many keys it took', async ({ page }) => {
  await open(page);
  await spent(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('$470');
  await page.getByLabel('Projected spending', { exact: true }).fill('$600');
  await expect(page.locator('h1')).toContainText('$600 was expected. $470 was spent.');
  await page.goBack();
  await expect(page.locator('h1')).toContainText('$500 was expected. $470 was spent.');
  await page.goBack();
  await expect(page.locator('h1')).toContainText('$500 was expected. $480 was spent.');
  await page.goForward();
  await expect(page.locator('h1')).toContainText('$500 was expected. $470 was spent.');
});

test('undo and redo work by key and by button, and never leave the view', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Check my bonus' }).first().click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeDisabled();
  await spent(page).fill('$110,000,000');
  await expect(undo).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(spent(page)).toHaveValue('$115,000,000');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(spent(page)).toHaveValue(/110,000,000/);
  await undo.click();
  await expect(spent(page)).toHaveValue('$115,000,000');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page).toHaveURL(/#\/check/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(spent(page)).toHaveValue(/110,000,000/);
});

// Firefox over BiDi tells nothing of downloads.
test('a saved scenario opens again, and says so when it was changed', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/check');
  await spent(page).fill('$112,000,000');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save scenario' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('my-contract.scenario.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/"digest": "sha256:[0-9a-f]{64}"/);
  const give = (name: string, content: string) =>
    page
      .getByLabel('Open a scenario')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await open(page);
  await give('same.json', text);
  const notice = page.locator('.notice');
  await expect(notice).toContainText('its digest fits');
  await expect(page).toHaveURL(/#\/check\?s=/);
  await expect(spent(page)).toHaveValue('$112,000,000.00');
  await give('changed.json', text.replaceAll('11200000000', '11300000000'));
  await expect(notice).toContainText('its digest does not fit');
  await expect(notice.locator('tbody tr').first()).toBeVisible();
  await give('foreign.json', '{"hello": 1}');
  await expect(notice).toContainText('no scenario of this page');
  await expect(spent(page)).toHaveValue('$113,000,000.00');
});

test('an example of any contract has a short link, and a changed one its documents', async ({ page }) => {
  await open(page, '#/any');
  const choice = page.getByLabel('Example', { exact: true });
  await expect(choice).toBeVisible();
  const id = await choice.locator('option').nth(5).getAttribute('value');
  await choice.selectOption(id!);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/any?preset=${id}`);
  await page.getByLabel('Title', { exact: true }).first().fill('My own title');
  await addressed(page);
  await page.reload();
  await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue('My own title');
});

test('the page speaks Spanish, keeps it in the link and takes its figures along', async ({ page }) => {
  await open(page, '#/check');
  await spent(page).fill('$112,000,000');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('h1')).toContainText('Usted ganaría');
  await expect(page.getByLabel('Gasto real', { exact: true })).toHaveValue(/112,000,000/);
  await expect.poll(() => new URL(page.url()).hash).toContain('lang=es');
  await page.reload();
  await expect(page.locator('h1')).toContainText('Usted ganaría');
  await expect(page.locator('footer')).toContainText('están en inglés');
  for (const link of await page.locator('nav a').all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.locator('.notice')).toHaveCount(0);
  }
});
