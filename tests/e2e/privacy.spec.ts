// SPDX-License-Identifier: Apache-2.0
// Nothing is sent: the server that serves the page keeps the log, so that a request which a
// browser forgets to report is seen all the same. A control page shows that the log would see one.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { expect, publishedFiles, root, test, type Page } from './gainshare.js';

interface Logged {
  url: string;
  requests: string[];
  close: () => Promise<void>;
}

const pageFile = join(process.env.GAINSHARE_PAGE ?? join(root, 'dist'), 'gainshare.html');
let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainshare-'));
  copyFileSync(pageFile, join(folder, 'gainshare.html'));
  const leaking = '<!doctype html><title>Leak</title><script>fetch("/leaked")</script>';
  writeFileSync(join(folder, 'leaking.html'), leaking);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function logged(): Promise<Logged> {
  const requests: string[] = [];
  const { url, close } = await serve(folder, {
    onRequest: ({ method, url: path }) => requests.push(`${method} ${path}`),
  });
  return { url, requests, close };
}

async function useEverything(page: Page): Promise<void> {
  await page.getByLabel('Actual spending', { exact: true }).fill('$470');
  await page.getByRole('button', { name: 'How “Payment” is worked out' }).click();
  await page.getByRole('button', { name: 'Check the working' }).click();
  await page.getByRole('link', { name: 'Quality points' }).click();
  await page.getByLabel('Score in period 2').fill('50%');
  await page.getByRole('link', { name: 'Back-test' }).click();
  const files = publishedFiles().slice(-1);
  const text = { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
  await page.getByLabel('Choose CSV files').setInputFiles(files.length > 0 ? files : text);
  await expect(page.locator('table.results, .error-summary').first()).toBeVisible();
  if (files.length > 0) await page.locator('.open-row').first().click();
  else await page.getByRole('link', { name: 'Check my bonus' }).click();
  await page.getByLabel('Performance year', { exact: true }).selectOption('2026');
  await page.getByRole('link', { name: 'From claims' }).click();
  const claims = 'claim_id,person_id,paid_amount,claim_start_date\nC1,M1,1.00,2024-01-01\n';
  await page.getByLabel('Choose files').setInputFiles({
    name: 'claims.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(claims),
  });
  await page.getByRole('button', { name: 'Read one file' }).click();
  await expect(page.getByRole('heading', { name: 'What was read' })).toBeVisible();
}

test('after the page has loaded, nothing is requested whatever is used', async ({ page }) => {
  const server = await logged();
  await page.goto(`${server.url}gainshare.html`);
  await expect(page.locator('main h1')).toBeVisible();
  await useEverything(page);
  await page.waitForTimeout(500);
  const requests = server.requests.filter((line) => line !== 'GET /favicon.ico');
  await server.close();
  expect(requests).toEqual(['GET /gainshare.html']);
});

test('the log does see a page that sends something', async ({ page, quiet }) => {
  const server = await logged();
  await page.goto(`${server.url}leaking.html`);
  await expect.poll(() => server.requests).toContain('GET /leaked');
  await page.goto('about:blank');
  await server.close();
  // The files it asks for are not there, which the console reports.
  quiet.length = 0;
});

test('the policy holds even when the page itself tries to send', async ({ page, quiet }) => {
  const server = await logged();
  await page.goto(`${server.url}gainshare.html`);
  await expect(page.locator('main h1')).toBeVisible();
  const outcome = await page.evaluate(async () => {
    const sent = await fetch('/stolen').then(
      () => 'sent',
      () => 'refused',
    );
    new Image().src = '/stolen.png';
    navigator.sendBeacon('/stolen-beacon', 'x');
    return sent;
  });
  await page.waitForTimeout(500);
  const requests = server.requests.filter((line) => line.includes('stolen'));
  await server.close();
  expect(outcome).toBe('refused');
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => window.policyBreaks!.splice(0).length)).toBeGreaterThan(0);
  quiet.length = 0;
});

test('the page carries the strict policy, and nothing from elsewhere', () => {
  const html = readFileSync(pageFile, 'utf8');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
});

test('the page works as a file', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'Firefox over BiDi opens no file addresses');
  await page.goto(`file://${join(folder, 'gainshare.html')}`);
  await expect(page.locator('h1')).toContainText('$20 was saved — who gets it?');
  await useEverything(page);
});
