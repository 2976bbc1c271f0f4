// SPDX-License-Identifier: Apache-2.0
// Runs the JavaScript and TypeScript tests of tests/<folder> with node's own runner, from the root
// of the project:
//   node scripts/js-tests.mjs FOLDER [PART-OF-A-FILE-NAME]
// A .test.mjs runs as it is; a .test.ts is bundled first with what it imports from web/src. The
// tests find what they test through GAINSHARE_COMMAND (native command), GAINSHARE_WASM (folder of
// gainshare.mjs and gainshare.wasm), GAINSHARE_TOOLS (programs of tests/tools), GAINSHARE_PAGE
// (folder of gainshare.html), GAINSHARE_CMS_DATA, GAINSHARE_CLAIMS_DATA and GAINSHARE_EXAMPLES.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { enginePlugin } from './build-page.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2];
const part = process.argv[3] ?? '';
const at = (path) => resolve(root, path);
const environment = {
  GAINSHARE_COMMAND: at('build/bin/gainshare'),
  GAINSHARE_WASM: at('build/wasm'),
  GAINSHARE_TOOLS: at('build/release/tools'),
  GAINSHARE_PAGE: at('dist'),
  GAINSHARE_CMS_DATA: at('../shared/data/cms-mssp'),
  GAINSHARE_CLAIMS_DATA: at('../shared/data/claims'),
  GAINSHARE_EXAMPLES: at('../shared/rules/worked_examples.json'),
  ...process.env,
};

const files = readdirSync(at(`tests/${folder}`), { recursive: true })
  .map((name) => `tests/${folder}/${name}`)
  .filter((name) => /\.test\.(mjs|ts)$/.test(name) && name.includes(part))
  .sort();

const out = `build/js-tests/${folder}`;
const typescript = files.filter((name) => name.endsWith('.ts'));
if (typescript.length > 0) {
  await build({
    absWorkingDir: root,
    entryPoints: typescript,
    outbase: `tests/${folder}`,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [enginePlugin(environment.GAINSHARE_WASM)],
    define: { __VERSION__: '"test"' },
  });
}
const runnable = files.map((name) =>
  name.endsWith('.ts') ? name.replace(`tests/${folder}`, out).replace(/ts$/, 'mjs') : name,
);
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    `--test-reporter=${join(root, 'tests/support/node-summary.mjs')}`,
    '--test-reporter-destination=stdout',
    ...runnable,
  ],
  { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exitCode = status ?? 1;
