// SPDX-License-Identifier: Apache-2.0
// The rules of the source that no compiler holds: node scripts/lint.mjs. It prints every break as
// file:line and fails where there is one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// Which layers each layer may include: itself and what is below it. engine/CMakeLists.txt links by
// the same order.
const core = ['core'];
const contract = [...core, 'contract'];
const experience = [...contract, 'experience'];
const rules = [...experience, 'rules'];
const programs = [...rules, 'programs'];
const settlement = [...programs, 'settlement'];
const trace = [...settlement, 'trace'];
const scenario = [...trace, 'scenario'];
const backtest = [...trace, 'csv', 'backtest'];
const population = [...programs, 'csv', 'population'];
const json = [...backtest, 'population', 'scenario', 'json'];
const mayInclude = {
  core,
  contract,
  experience,
  rules,
  programs,
  settlement,
  trace,
  scenario,
  csv: [...core, 'csv'],
  backtest,
  population,
  json,
  cli: [...json, 'cli'],
  wasm: json,
};

// What reaches the outside world belongs to the command alone.
const outside = ['fstream', 'iostream', 'filesystem', 'locale', 'ctime', 'random', 'thread'];
const lineLimit = 300;

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  .toString()
  .split('\0')
  .filter((name) => name && existsSync(name));
const breaks = [];
const report = (file, line, message) => breaks.push(`${file}:${line}: ${message}`);

function layerOf(file) {
  if (file.startsWith('wasm/')) return 'wasm';
  return /^engine\/([^/]+)\//.exec(file)?.[1];
}

function checkInclude(file, line, layer, text) {
  const own = /^\s*#\s*include\s*"([^"]+)"/.exec(text)?.[1];
  if (own !== undefined) {
    const target = own.split('/')[0];
    if (!mayInclude[layer].includes(target)) report(file, line, `${layer} must not include ${own}`);
  }
  const system = /^\s*#\s*include\s*<([^>]+)>/.exec(text)?.[1];
  if (system === undefined) return;
  if (system.startsWith('nlohmann/') && layer !== 'json') {
    report(file, line, 'only json may include nlohmann/json');
  }
  if (system.startsWith('emscripten') && layer !== 'wasm') {
    report(file, line, 'only wasm may include Emscripten');
  }
  if (outside.includes(system) && layer !== 'cli') report(file, line, `only cli may include <${system}>`);
}

function checkCode(file, lines) {
  const layer = layerOf(file);
  if (!layer) return;
  if (!mayInclude[layer]) {
    report(file, 1, `unknown layer ${layer}`);
    return;
  }
  lines.forEach((text, index) => checkInclude(file, index + 1, layer, text));
}

// What the folders of web/src must not import: the figures know nothing of how they are shown.
const shown = ['charts', 'components', 'view'];
const mustNotImport = {
  trace: [...shown, 'engine', 'model'],
  i18n: [...shown, 'engine'],
  model: shown,
  engine: shown,
  charts: ['components', 'engine', 'model', 'view'],
  components: ['engine', 'view'],
};

function checkImports(file, lines) {
  const folder = /^web\/src\/([^/]+)\//.exec(file)?.[1];
  lines.forEach((text, index) => {
    const target = /\bfrom\s+'\.\.\/([^/']+)\//.exec(text)?.[1];
    // A type alone ties nothing at run time.
    if (!target || /^import type\b/.test(text)) return;
    if (mustNotImport[folder]?.includes(target)) {
      report(file, index + 1, `${folder} must not import from ${target}`);
    }
  });
}

// Files that carry a licence line, and those that cannot.
const licensed = /(\.(cpp|h|ts|mjs|css|html|sh|cmake)|CMakeLists\.txt|^scripts\/[^.]+|^\.ci\/.+)$/;
const generated = (lines) => lines.slice(0, 4).some((line) => /generated/i.test(line));
const source = /^(engine|wasm|web|scripts)\/.*\.(cpp|h|ts|mjs)$/;

for (const file of files) {
  if (!licensed.test(file)) continue;
  const lines = readFileSync(file, 'utf8').split('\n');
  if (!lines.slice(0, 3).some((line) => line.includes('SPDX-License-Identifier: Apache-2.0'))) {
    report(file, 1, 'no SPDX line');
  }
  if (/\.(cpp|h)$/.test(file)) checkCode(file, lines);
  if (file.endsWith('.ts')) checkImports(file, lines);
  if (source.test(file) && !generated(lines) && lines.length - 1 > lineLimit) {
    report(file, lines.length - 1, `more than ${lineLimit} lines`);
  }
}

// A lock file with addresses would bind everyone to one place to install from.
for (const [index, text] of readFileSync('package-lock.json', 'utf8').split('\n').entries()) {
  if (text.includes('"resolved"')) report('package-lock.json', index + 1, 'has an address');
}

for (const line of breaks) console.error(line);
process.exitCode = breaks.length > 0 ? 1 : 0;
