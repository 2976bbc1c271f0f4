// SPDX-License-Identifier: Apache-2.0
// What every test of the page shares: it fails on anything the console, the page or the policy
// complains about.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect, type Locator, type Page };

declare global {
  interface Window {
    policyBreaks?: string[];
  }
}

export const test = base.extend<{ quiet: string[] }>({
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
      await page.addInitScript(() => {
        window.policyBreaks = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          window.policyBreaks?.push(`${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      const breaks = await page.evaluate(() => window.policyBreaks ?? []).catch(() => []);
      expect([...complaints, ...breaks.map((text) => `policy: ${text}`)]).toEqual([]);
    },
    { auto: true },
  ],
});

export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`/gainshare.html${hash}`);
  await expect(page.locator('main h1')).toBeVisible();
}

// The amounts of a statement's line, one per column.
export async function amounts(page: Page, line: string): Promise<string[]> {
  const row = page
    .locator('gainshare-ledger tr.line')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${line}( entered| unverified| not settled| assumed)*$`) }) });
  return (await row.locator('td.figure').allInnerTexts()).map((text) => text.trim());
}

export const root = resolve(import.meta.dirname, '../..');
const dataFolder = resolve(root, process.env.GAINSHARE_CMS_DATA ?? '../shared/data/cms-mssp');

// CMS's published results, where they are; a test without them is skipped, not passed.
export function publishedFiles(): string[] {
  if (!existsSync(dataFolder)) return [];
  return readdirSync(dataFolder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(dataFolder, name));
}
export const noData =
  'CMS results are not here: download "Performance Year Financial and Quality Results" from ' +
  'data.cms.gov and set GAINSHARE_CMS_DATA';
