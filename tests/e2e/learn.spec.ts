// SPDX-License-Identifier: Apache-2.0
// Lessons as a learner goes through them, a presenter shows them and a printer gets them.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test, type Page } from './gainshare.js';

const heading = (page: Page) => page.locator('main h1');
const current = (page: Page) => page.locator('.lesson-steps [aria-current="step"]');

async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
}

test('a lesson is gone through with the keyboard alone', async ({ page }) => {
  await open(page, '#/learn');
  await tabTo(page, page.getByRole('link', { name: 'Sharing savings, one-sided' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Sharing savings, one-sided');
  await expect(heading(page)).toBeFocused();
  const next = page.getByRole('link', { name: 'Next' });
  const go = async (step: string): Promise<void> => {
    await tabTo(page, next);
    await page.keyboard.press('Enter');
    await expect(current(page)).toHaveText(step);
    await expect(heading(page)).toBeFocused();
  };

  await go('Example');
  await expect(page.locator('.outcome')).toContainText('$20 was saved.');

  await go('What if?');
  const why = page.getByText('The savings grow from $20 to $40');
  await expect(why).toHaveCount(0);
  await tabTo(page, page.getByLabel('What do you predict?'));
  await page.keyboard.type('$15');
  await page.keyboard.press('Enter');
  await expect(page.locator('.outcome')).toHaveText('You predicted $15.00; it is $20.00.');
  await expect(why).toBeVisible();
  await tabTo(page, page.getByLabel('Try other figures: Actual spending'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('$495');
  await expect(page.getByRole('row', { name: /^Payment to the provider/ })).toContainText('$0.00');

  await go('Puzzle');
  await expect(page.locator('.hook')).toContainText('paid $15.');
  const answer = page.getByLabel('Your answer: Actual spending');
  for (const [typed, verdict] of [
    ['$480', 'Not yet. With your answer the engine settles Payment to the provider: $10.00'],
    ['many', 'cannot be read as a figure'],
    ['-5', 'The engine refuses this'],
    ['$470', 'Right. The engine settles it: Payment to the provider: $15.00.'],
  ] as const) {
    await answer.fill('');
    await tabTo(page, answer);
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(page.locator('.lesson-step')).toContainText(verdict);
  }
});

test('the whole contract opens in the form with the same result', async ({ page }) => {
  await open(page, '#/learn/distribution/contract');
  const paid = page.getByRole('row', { name: /^To the hospital/ });
  await expect(paid).toContainText('$320,000.00');
  await page.getByRole('button', { name: 'Open in the form' }).click();
  await expect(page).toHaveURL(/#\/any$/);
  await expect(page.locator('.statement h2')).toContainText('A distribution');
  await expect(page.getByRole('row', { name: /^Hospital/ }).first()).toContainText('$320,000.00');
});

test('a link leads to a step, and the language stays on the way', async ({ page }) => {
  await open(page, '#/learn/attribution/puzzle');
  await expect(current(page)).toHaveText('Puzzle');
  await expect(page).toHaveTitle(/Whose patient is it\?: Puzzle/);
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(heading(page)).toHaveText('¿De quién es el paciente?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByLabel('Su respuesta: Visitas a la clínica Sur').fill('2');
  await page.getByRole('button', { name: 'Comprobar' }).click();
  await expect(page.locator('.lesson-step')).toContainText('Todavía no.');
  await page.getByLabel('Su respuesta: Visitas a la clínica Sur').fill('5');
  await page.getByRole('button', { name: 'Comprobar' }).click();
  await expect(page.locator('.lesson-step')).toContainText('Correcto.');
  await page.getByRole('link', { name: 'Siguiente' }).click();
  await expect(current(page)).toHaveText('Contrato');
  await page.goBack();
  await expect(current(page)).toHaveText('Acertijo');
});

test('presenting is large, hides figures until they are revealed, and goes by the keys', async ({
  page,
}) => {
  await open(page, '#/learn/two-sided/idea');
  const size = () => page.locator('.hook').evaluate((hook) => parseFloat(getComputedStyle(hook).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Present' }).click();
  expect(await size()).toBeGreaterThan(before * 1.4);
  await expect(page.locator('.masthead')).toBeHidden();

  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys while presenting' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Keys while presenting' })).toHaveCount(0);

  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('Example');
  const settled = page.getByRole('row', { name: /^Payment to the provider/ });
  await expect(page.getByText('The figures are hidden')).toBeVisible();
  await expect(settled).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(settled).toContainText('$12.00');
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('What if?');
  await page.keyboard.press('Space');
  await expect(page.locator('.outcome')).toContainText('$24.00');

  // In a field the keys belong to the field.
  const other = page.getByLabel('Try other figures: Actual spending');
  await other.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('?');
  await expect(current(page)).toHaveText('What if?');
  await expect(other).toHaveValue(/\?/);

  await heading(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(current(page)).toHaveText('Example');
  await page.keyboard.press('Escape');
  await expect(page.locator('.masthead')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('Example');
});

test('a class set has other figures on every sheet and one answer key', async ({ page }) => {
  await open(page, '#/learn/two-sided/handout');
  await expect(page.locator('.sheet')).toHaveCount(1);
  await expect(page.locator('.sheet-answer')).toHaveCount(0);
  await page.getByLabel('What to print').selectOption('answered');
  await expect(page.locator('.sheet-answer')).toHaveText(['$12.00', '$24.00', '$475.00']);
  await page.getByLabel('What to print').selectOption('set');
  await page.getByLabel(/^Number of sheets/).fill('4');
  await page.getByLabel(/^Seed/).fill('spring');
  await expect(page.locator('.sheet')).toHaveCount(5);
  await expect(page.locator('.answer-key tbody tr')).toHaveCount(4);
  const tables = () => page.locator('.sheet .lesson-figures').allInnerTexts();
  const first = await tables();
  expect(new Set(first).size).toBe(4);
  await page.getByLabel(/^Seed/).fill('summer');
  expect(await tables()).not.toEqual(first);
  await page.getByLabel(/^Seed/).fill('spring');
  expect(await tables()).toEqual(first);
});

test('a class set prints a page a sheet, without the page around it', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, '#/learn/cap/handout');
  await page.getByLabel('What to print').selectOption('set');
  await page.getByLabel(/^Number of sheets/).fill('3');
  await expect(page.locator('.sheet')).toHaveCount(4);
  const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.masthead nav', '.learn-tools', '.lesson-steps', '.handout-choice', '.pager'])
    await expect(page.locator(part)).toBeHidden();
  await expect(page.locator('.answer-key')).toBeVisible();
});

test('a picture is saved with its colours and its font, as SVG and as PNG', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, '#/learn/cap/example');
  await page.getByText('The picture as a table, or to save').click();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const svg = (await save('Save as SVG')).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain('font-family=');
  expect(svg).toContain('fill="#1f4e8c"');
  expect(svg).not.toMatch(/style=|class=|<!--/);
  const png = await save('Save as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(900);
});

test('axe finds nothing on any step, in both themes', { tag: '@once' }, async ({ page }) => {
  test.setTimeout(150_000);
  await open(page);
  const places = [
    ...['#/learn', '#/learn/one-sided/idea', '#/learn/quality-gate/example', '#/learn/withhold/vary'],
    ...['#/learn/distribution/puzzle', '#/learn/losses/contract', '#/learn/cap/handout'],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const place of places) {
      await page.evaluate((to) => (location.hash = to), place);
      await expect(heading(page)).toBeFocused();
      for (const name of ['Reveal', 'Show an answer']) {
        const button = page.getByRole('button', { name, exact: true });
        if ((await button.count()) > 0) await button.click();
      }
      const axe = new AxeBuilder({ page: page as never });
      // What the dark changes is contrast.
      if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
      expect(found, `${place} ${colorScheme}`).toEqual([]);
    }
  }
});
