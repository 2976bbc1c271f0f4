// SPDX-License-Identifier: Apache-2.0
// The claims job against its peers in one run, as ratios: scripts/bench claims [OPTION…]
//   --lines N --members N --seed N --full-width --quoted --crlf --reversals RATE   the files
//   --files FOLDER claims.csv, eligibility.csv and roster.csv that are there already
//   --rounds N     medians of so many rounds (3); what takes over 20 s is run once
//   --only A,B     these contenders alone      --where chromium|node   there alone
// Every contender starts fresh, runs once on files that it has not seen, and must give the very
// answer of the others. Nothing here passes or fails by time.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaults, generateClaims } from '../support/claims-generator.mjs';
import { filesOf, hasPopulation, termsFile } from '../support/claims-opinions.mjs';
import { command, root, wasmFolder } from '../support/engine.mjs';
import { buildSite, inChromium } from './chromium.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({
  options: {
    lines: text,
    members: text,
    seed: text,
    reversals: text,
    files: text,
    rounds: text,
    only: text,
    where: text,
    'full-width': flag,
    quoted: flag,
    crlf: flag,
  },
});

const folder = join(root, 'build/bench');
const slow = 20_000;

// The number of rows of a file without newlines in its fields.
function rowsIn(path) {
  let rows = -1;
  const bytes = new Uint8Array(1 << 20);
  const file = openSync(path, 'r');
  for (let read; (read = readSync(file, bytes)) > 0;) {
    for (let at = bytes.indexOf(0x0a); at >= 0 && at < read; at = bytes.indexOf(0x0a, at + 1))
      rows += 1;
  }
  closeSync(file);
  return rows;
}

function given(at) {
  const paths = ['claims', 'eligibility', 'roster'].map((kind) => [kind, join(at, `${kind}.csv`)]);
  const named = Object.fromEntries(paths);
  return { ...named, options: { files: at, lines: rowsIn(named.claims) } };
}

// The files, made once for the same options.
function files() {
  if (values.files) return given(resolve(values.files));
  const lines = Number(values.lines ?? defaults.lines);
  const options = {
    ...defaults,
    lines,
    members: Number(values.members ?? Math.max(100, Math.round(lines / 40))),
    seed: Number(values.seed ?? defaults.seed),
    reversals: Number(values.reversals ?? defaults.reversals),
    fullWidth: values['full-width'],
    quoted: values.quoted,
    crlf: values.crlf,
  };
  const generator = ['generator', 'columns', 'writer'].map((part) =>
    readFileSync(join(root, `tests/support/claims-${part}.mjs`)),
  );
  const key = createHash('sha256').update(JSON.stringify(options)).update(Buffer.concat(generator));
  const made = join(folder, 'files', key.digest('hex').slice(0, 12));
  const note = join(made, 'made.json');
  if (!existsSync(note)) {
    console.log(`Writing ${lines.toLocaleString('en')} lines to ${made}`);
    writeFileSync(note, JSON.stringify(generateClaims(made, options)), { flag: 'w' });
  }
  return JSON.parse(readFileSync(note, 'utf8'));
}

const hasWasmPopulation =
  existsSync(join(wasmFolder, 'gainshare.mjs')) &&
  readFileSync(join(wasmFolder, 'gainshare.wasm')).includes('chunkAddress');

// Each as `run(paths)`, in the order of the table. `missing` says why one cannot run.
const notBuilt = (there) => (there ? undefined : 'not built with populations');
const chromiumContenders = [
  { name: 'floor', label: 'floor: every byte is handed over' },
  { name: 'gainshare', label: 'gainshare (wasm)', missing: notBuilt(hasWasmPopulation) },
  { name: 'bytes', label: 'JavaScript on bytes' },
  { name: 'duckdb', label: 'DuckDB-WASM' },
  { name: 'papaparse', label: 'PapaParse and a Map' },
].map((contender) => ({ ...contender, run: (paths) => inChromium(contender.name, paths) }));

function inNode(name, paths) {
  const program = join(root, 'tests/bench/node-contender.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', program, name, JSON.stringify(paths)],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

// The command's time is that of the whole process, as the shell takes it.
function native(paths) {
  const args = ['population', 'run', termsFile(paths), ...filesOf(paths), '--table', 'candidates'];
  const table = join(folder, 'native.csv');
  const timed = 'TIMEFORMAT="%R %U %S"; time "$@" >"$0"';
  const { status, stderr } = spawnSync('bash', ['-c', timed, table, command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) throw new Error(`gainshare ended with ${status}: ${stderr}`);
  const [real, user, system] = stderr
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map((text) => text * 1000);
  return { csv: readFileSync(table, 'utf8'), milliseconds: real, cpu: user + system };
}

const nodeContenders = [
  { name: 'floor', label: 'floor: every byte is read' },
  { name: 'native', label: 'gainshare (native)', missing: notBuilt(hasPopulation), run: native },
  { name: 'gainshare', label: 'gainshare (wasm)', missing: notBuilt(hasWasmPopulation) },
  { name: 'bytes', label: 'JavaScript on bytes' },
  { name: 'duckdb', label: 'DuckDB, native, two threads' },
  { name: 'duckdbWasm', label: 'DuckDB-WASM' },
].map((contender) => ({ run: (paths) => inNode(contender.name, paths), ...contender }));

const median = (numbers) => {
  const known = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  return known[known.length >> 1];
};

// Runs the rounds, one contender after the other, and compares the answers.
async function rounds(contenders, paths) {
  const results = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds ?? 3); round += 1) {
    for (const { name, label, run } of contenders) {
      if (results.get(name)[0]?.milliseconds > slow) continue;
      const result = await run(paths);
      results.get(name).push(result);
      console.error(`  ${label}: ${Math.round(result.milliseconds)} ms`);
    }
  }
  agree([...results.values()].flat(), 'csv');
  agree([...results.values()].flat(), 'other');
  return contenders.map(({ name, label }) => {
    const all = results.get(name);
    const of = (key) => median(all.map((result) => result[key]));
    const each = all.map(({ milliseconds }) => milliseconds);
    return {
      name,
      label,
      each,
      milliseconds: of('milliseconds'),
      cpu: of('cpu'),
      recompute: of('recompute'),
      memory: of('memory'),
    };
  });
}

function agree(results, key) {
  const answers = new Set(results.flatMap((result) => (result[key] ? [result[key]] : [])));
  if (answers.size > 1)
    throw new Error(`the contenders give ${answers.size} different answers (${key})`);
}

const ratio = (a, b) => (a && b ? (a / b).toFixed(2) : '–');
const percent = (a, b) => `${Math.round((100 * a) / b)} %`;
const whole = (number, unit = 1) =>
  number === undefined ? '–' : Math.round(number / unit).toString();

// Wall-clock time says what a person waits for. Processor time is the fairer of the two where
// other work shares the machine, but counts the second core of whoever uses it.
function print(title, measured, missing) {
  const the = (name, key) => measured.find((result) => result.name === name)?.[key];
  const peer = (key) => the('duckdbWasm', key) ?? the('duckdb', key);
  const head = ['', 'ms', '÷ floor', 'DuckDB-WASM ÷ it', 'CPU ms', '÷ floor', 'DuckDB-WASM ÷ it'];
  head.push('recompute ms', 'memory MB');
  const native = the('native', 'milliseconds');
  if (native) head.push('of native speed', 'by CPU');
  const rows = measured.map(({ label, milliseconds, cpu, recompute, memory }) => [
    label,
    whole(milliseconds),
    ratio(milliseconds, the('floor', 'milliseconds')),
    ratio(peer('milliseconds'), milliseconds),
    whole(cpu),
    ratio(cpu, the('floor', 'cpu')),
    ratio(peer('cpu'), cpu),
    recompute === undefined ? '–' : recompute.toFixed(1),
    whole(memory, 1e6),
    ...(native ? [percent(native, milliseconds), percent(the('native', 'cpu'), cpu)] : []),
  ]);
  const width = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) {
    console.log(
      row.map((cell, at) => (at ? cell.padStart(width[at]) : cell.padEnd(width[0]))).join('  '),
    );
  }
  for (const { label, missing: why } of missing) console.log(`${label}: left out, ${why}`);
}

async function contests(title, contenders, paths) {
  const wanted = contenders.filter(
    ({ name }) => !values.only || values.only.split(',').includes(name),
  );
  const present = wanted.filter(({ missing }) => !missing);
  const measured = await rounds(present, paths);
  print(
    title,
    measured,
    wanted.filter(({ missing }) => missing),
  );
  return measured;
}

mkdirSync(folder, { recursive: true });
const made = files();
const { claims, eligibility, roster, options } = made;
const paths = { claims, eligibility, roster };
const size = Object.values(paths).reduce((sum, path) => sum + statSync(path).size, 0);
console.log(`${options.lines.toLocaleString('en')} lines, ${whole(size, 1e6)} MB`);
// Whatever comes first would else pay for the disk.
inNode('floor', paths);
const result = { options, bytes: size };
if (values.where !== 'node') {
  await buildSite();
  result.chromium = await contests(
    'Chromium, first run of a fresh tab, memory above idle',
    chromiumContenders,
    paths,
  );
}
if (values.where !== 'chromium') {
  result.node = await contests(
    'Processes of their own (memory: largest resident set)',
    nodeContenders,
    paths,
  );
}
const report = join(folder, `claims-${options.lines}${options.fullWidth ? '-full' : ''}.json`);
writeFileSync(report, `${JSON.stringify(result, null, 2)}\n`);
console.log(`\n${report}`);
