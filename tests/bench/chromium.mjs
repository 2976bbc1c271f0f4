// SPDX-License-Identifier: Apache-2.0
// Contenders in Chromium: each in a browser of its own, once, on real File objects.
//
// Memory is that of the tab's renderer process: its anonymous and shared pages (RssAnon and
// RssShmem), the peak of samples 20 ms apart, above the same page before the contender was loaded.
// It holds the JavaScript heap, WebAssembly memory, compiled code and buffers in flight alike,
// which measureUserAgentSpecificMemory does only for isolated pages and only now and then.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { serve } from '../../scripts/serve.mjs';
import { root, wasmFolder } from '../support/engine.mjs';

const require = createRequire(import.meta.url);
const site = join(root, 'build/bench/site');

const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
];

// Bundles the page and its workers, and lays beside them what they load.
export async function buildSite() {
  mkdirSync(site, { recursive: true });
  const names = ['page', 'floor', 'bytes', 'papaparse', 'gainshare'];
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `tests/bench/page/${name}.mjs`),
    outdir: site,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'warning',
  });
  const parts = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  for (const name of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) {
    copyFileSync(join(parts, name), join(site, name));
  }
  mkdirSync(join(site, 'engine'), { recursive: true });
  for (const name of ['gainshare.mjs', 'gainshare.wasm']) {
    const built = join(wasmFolder, name);
    if (existsSync(built)) copyFileSync(built, join(site, 'engine', name));
  }
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><title>Bench</title><input type="file" multiple><script type="module" src="page.mjs"></script>',
  );
}

// Nothing where the process has ended: the browser keeps a spare one that may go.
function resident(pid) {
  if (!existsSync(`/proc/${pid}/status`)) return 0;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  return (kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024;
}

// What each renderer process holds. The tab's is the one that grows.
async function renderersOf(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.map(({ id }) => ({ id, idle: resident(id), peak: 0 }));
}

// Milliseconds of processor time that the browser has used, all its processes together: reading
// a file is the work of another one than the tab's.
async function processorTime(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function contest(browser, page, name, paths) {
  // What the page itself still does ends before its memory is called idle.
  await page.waitForTimeout(500);
  const session = await browser.newBrowserCDPSession();
  const renderers = await renderersOf(session);
  const sample = () => {
    for (const each of renderers) each.peak = Math.max(each.peak, resident(each.id));
  };
  const sampler = setInterval(sample, 20);
  try {
    await page.setInputFiles('input', Object.values(paths));
    await page.evaluate((which) => window.bench.start(which), name);
    const before = await processorTime(session);
    const result = await page.evaluate(() => window.bench.run());
    const cpu = (await processorTime(session)) - before;
    sample();
    const memory = Math.max(...renderers.map(({ idle, peak }) => peak - idle));
    return { ...result, ...(await page.evaluate(() => window.bench.recompute())), cpu, memory };
  } finally {
    clearInterval(sampler);
  }
}

// {csv, milliseconds, cpu, memory, recompute, other} of a contender on the files.
export async function inChromium(name, paths) {
  const server = await serve(site);
  const browser = await chromium.launch({
    executablePath: process.env.GAINSHARE_CHROMIUM ?? '/usr/bin/chromium',
    args: browserArguments,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.url);
    return await contest(browser, page, name, paths);
  } finally {
    await browser.close();
    await server.close();
  }
}
