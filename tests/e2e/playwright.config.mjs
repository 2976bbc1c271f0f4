// SPDX-License-Identifier: Apache-2.0
// The page as it ships, in the browsers that the system has, over a server of our own on loopback.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = new URL('../../', import.meta.url).pathname;
const folder = resolve(root, process.env.GAINSHARE_PAGE ?? 'dist');

// Chromium looks hosts up by itself unless told not to; nothing here may.
const chromiumArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

const firefoxPreferences = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'extensions.blocklist.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

export default defineConfig({
  testDir: '.',
  testMatch: /.*\.(spec|test)\.(ts|mjs)/,
  outputDir: `${root}build/e2e`,
  snapshotPathTemplate: '{testDir}/pictures/{testFileName}/{arg}-{projectName}{ext}',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000, toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css' } },
  reporter: [['list'], [`${root}tests/support/playwright-summary.mjs`]],
  use: {
    baseURL: process.env.GAINSHARE_PAGE_PORT && `http://127.0.0.1:${process.env.GAINSHARE_PAGE_PORT}/`,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node ${JSON.stringify(`${root}scripts/serve.mjs`)} ${JSON.stringify(folder)} --port 0`,
    // The port is whichever was free; the address that the server prints says which.
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<gainshare_page_port>\d+)\// },
    timeout: 15_000,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: process.env.GAINSHARE_CHROMIUM ?? '/usr/bin/chromium',
          args: chromiumArguments,
          // Chromium's sandbox refuses to start for root.
          chromiumSandbox: process.getuid?.() !== 0,
        },
      },
    },
    {
      name: 'firefox',
      // What does not depend on the browser is tested in one of them.
      grepInvert: /@once/,
      use: {
        browserName: 'firefox',
        // Debian's Firefox, driven over WebDriver BiDi.
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: process.env.GAINSHARE_FIREFOX ?? '/usr/bin/firefox-esr',
          firefoxUserPrefs: firefoxPreferences,
        },
      },
    },
  ],
});
