// SPDX-License-Identifier: Apache-2.0
// The gainshare command as a person and a script meet it: outputs, standard error, exit codes.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cmsData, root, run } from '../support/engine.mjs';

const cases = join(root, 'tests/golden/cases');
const files = (name) => ['contract', 'experience'].map((kind) => join(cases, name, `${kind}.json`));
const deck = files('deck_one_sided_above_minimum');
const folder = mkdtempSync(join(tmpdir(), 'gainshare-'));
let written = 0;
function file(content, name = `file${(written += 1)}`) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('settle prints one line of JSON, without the working unless it is asked for', () => {
  const plain = run(['settle', ...deck]);
  assert.equal(plain.status, 0);
  assert.equal(plain.stderr, '');
  assert.equal(plain.stdout.split('\n').length, 2);
  const answer = JSON.parse(plain.stdout);
  assert.equal(answer.payment_cents, 1000);
  assert.equal('trace' in answer, false);
  const traced = JSON.parse(run(['settle', ...deck, '--trace', '--format', 'json']).stdout);
  assert.ok(traced.trace.length > 10);
  assert.deepEqual({ ...traced, trace: undefined }, { ...answer, trace: undefined });
});

test('settle as text is a ledger whose amounts stand in one column', () => {
  const { status, stdout } = run(['settle', ...deck, '--format', 'text']);
  assert.equal(status, 0);
  assert.match(stdout, /^Deck example, one-sided\nRounded half up to the cent\n/);
  const amounts = stdout.split('\nTotal')[0].match(/^ {2}.*\$[0-9.,]+$/gm);
  assert.ok(amounts.length >= 6);
  assert.equal(new Set(amounts.map((line) => line.length)).size, 1);
  assert.match(stdout, /^ {2}Payment +\$10\.00$/m);
  assert.match(stdout, /^ {2}The payer keeps +\$10\.00$/m);
  assert.doesNotMatch(stdout, /Working/);
});

test('the working in text says each step in words, in figures and with its source', () => {
  const { stdout } = run([
    'settle',
    ...files('mssp_2024_basic_a_reduced_sharing'),
    '--trace',
    '--format',
    'text',
  ]);
  assert.match(stdout, /\nWorking\n/);
  assert.match(
    stdout,
    / {2}Savings: \$32,084\.00\n {6}= Benchmark - Actual spending\n {6}= \$106,946,667\.00 - \$106,914,583\.00\n/,
  );
  assert.match(stdout, /rounded half up to the cent/);
  assert.match(stdout, /42 CFR 425\.605/);
  assert.match(stdout, /\[reproduced\]/);
});

test('a figure that is unverified or not settled law is said to be so', () => {
  const { stdout } = run([
    'settle',
    ...files('projection_by_member_month_mssp_2026_basic_e'),
    '--format',
    'text',
  ]);
  assert.match(stdout, /not settled law/);
  assert.match(stdout, /To be relied on with care\n.*: unverified \(/);
  assert.match(stdout, /Expenditure projected to the end of the year: \$/);
});

test('a minus stands for one of the files, and not for both', () => {
  const [contract, experience] = deck;
  const text = readFileSync(contract, 'utf8');
  assert.equal(run(['settle', '-', experience], text).stdout, run(['settle', ...deck]).stdout);
  assert.equal(JSON.parse(run(['validate', '-'], text).stdout).ok, true);
  const both = run(['settle', '-', '-'], text);
  assert.equal(both.status, 2);
  assert.equal(both.stdout, '');
});

test('every issue is a line with file, place and mend, and nothing is printed as a result', () => {
  const contract = file(
    '{"format":"gainshare-contract-1","title":"x","streams":[{"id":"a","kind":"shared_savings","terms":{"sides":"one_sided","minimum_savings_rate":50,"shareing_rate":0.5}}]}',
    'contract.json',
  );
  const experience = file(
    '{"format":"gainshare-experience-1","spending":{"benchmark_cents":-5,"expenditure_cents":1}}',
    'experience.json',
  );
  for (const format of ['json', 'text']) {
    const { status, stdout, stderr } = run(['settle', contract, experience, '--format', format]);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.deepEqual(stderr.split('\n'), [
      `${contract}: /streams/0/terms/minimum_savings_rate: Minimum savings rate is 50. Enter a rate from 0 to 1. Write 50 % as 0.5.`,
      `${contract}: /streams/0/terms/sharing_rate: Sharing rate is missing. Enter a rate from 0 to 1.`,
      `${contract}: /streams/0/terms/shareing_rate: Nothing reads the key "shareing_rate" here. Did you mean sharing_rate?`,
      `${experience}: /spending/benchmark_cents: Benchmark is -5. Enter whole cents, 1 or more.`,
      '',
    ]);
  }
  const validated = run(['validate', contract]);
  assert.equal(validated.status, 2);
  assert.equal(validated.stdout, '');
  assert.equal(validated.stderr.split('\n').length, 4);
});

test('an unreadable file, a folder and bad usage end with 2', () => {
  for (const args of [
    ['settle', join(folder, 'nowhere.json'), deck[1]],
    ['settle', folder, deck[1]],
    ['settle', deck[0]],
    ['settle', ...deck, '--format', 'csv'],
    ['settle', ...deck, '--unknown'],
    ['backtest'],
    ['backtest', deck[0], '--year', 'soon'],
    ['backtest', join(folder, 'nowhere.csv')],
    ['nothing'],
    [],
  ]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '', args.join(' '));
    assert.notEqual(stderr, '', args.join(' '));
  }
});

test('a hundred megabytes of brackets are refused at once', () => {
  const started = performance.now();
  const { status, stderr } = run(['validate', '-'], '['.repeat(100_000_000));
  assert.equal(status, 2);
  assert.match(stderr, /longer than 16777216 bytes/);
  assert.ok(performance.now() - started < 20_000);
});

test('help and version go to standard output and end with 0', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(run(['--version']), { status: 0, stdout: `gainshare ${version}\n`, stderr: '' });
  for (const args of [
    ['--help'],
    ['settle', '--help'],
    ['validate', '--help'],
    ['describe', '--help'],
    ['backtest', '--help'],
    ['batch', '--help'],
  ]) {
    const { status, stdout } = run(args);
    assert.equal(status, 0, args.join(' '));
    assert.match(stdout, /Usage: gainshare/);
  }
  assert.match(run(['--help']).stdout, /settle[^]*validate[^]*describe[^]*backtest[^]*batch/);
});

test('describe tells the terms of every kind, as JSON and as text', () => {
  const { kinds, distribution_terms: distribution } = JSON.parse(run(['describe']).stdout);
  const { status, stdout } = run(['describe', '--format', 'text']);
  assert.equal(status, 0);
  for (const { kind, title, terms } of kinds) {
    assert.ok(terms.length > 0, kind);
    assert.ok(stdout.includes(`${kind}: ${title}\n`), kind);
    for (const { id } of terms) assert.ok(stdout.includes(`  ${id} `), `${kind}: ${id}`);
  }
  assert.ok(distribution.some(({ id, required }) => id === 'pools[]' && required));
  assert.match(stdout, /\n {2}mssp, Medicare Shared Savings Program: 2013 2014 /);
});

test('batch answers every line by one line: a pair is settled, a contract alone validated', () => {
  const [contract, experience] = deck.map((path) => JSON.stringify(JSON.parse(readFileSync(path))));
  const input = `${contract}\t${experience}\n${contract}\nnonsense\n\n${contract}\t{}\n`;
  const { status, stdout } = run(['batch'], input);
  assert.equal(status, 0);
  const answers = stdout.split('\n').slice(0, -1).map(JSON.parse);
  assert.deepEqual(
    answers.map(({ ok }) => ok),
    [true, true, false, false, false],
  );
  assert.equal(answers[0].payment_cents, 1000);
  assert.deepEqual(answers[1].programs, []);
});

const header =
  'performance_year,aco_id,aco_name,track,beneficiaries,benchmark,expenditure,savings,' +
  'minimum_rate,sharing_rate,computed_generated,published_generated,computed_earned,' +
  'published_earned,difference,verdict,reason';
const results = existsSync(cmsData)
  ? readdirSync(cmsData).filter((name) => name.endsWith('.csv'))
  : [];
const skip = results.length === 0 && "CMS's published results are not here: set GAINSHARE_CMS_DATA";
const year = (number) =>
  join(
    cmsData,
    results.find((name) => name.includes(number)),
  );

test('backtest prints the rows and tells the totals on standard error', { skip }, () => {
  const { status, stdout, stderr } = run(['backtest', year('2014'), year('2024')]);
  assert.equal(status, 0);
  const lines = stdout.split('\n');
  assert.equal(lines[0], header);
  assert.match(
    stderr,
    /^2014: \d+ rows, \d+ exact; earned, computed \$[\d,.]+, published \$[\d,.]+\n2024: /,
  );
  const rows = Number(/2014: (\d+)/.exec(stderr)[1]) + Number(/2024: (\d+)/.exec(stderr)[1]);
  assert.equal(lines.length, rows + 2);
  for (const line of lines.slice(1, -1))
    assert.match(line, /,(exact|limited_by_unpublished_revenue),/);
});

test('backtest as JSON has rows and totals and nothing on standard error', { skip }, () => {
  const { status, stdout, stderr } = run([
    'backtest',
    year('2021'),
    '--format',
    'json',
    '--year',
    '2021',
  ]);
  assert.equal(status, 0);
  assert.equal(stderr, '');
  const { rows, totals } = JSON.parse(stdout);
  assert.equal(totals.length, 1);
  assert.equal(rows.length, totals[0].rows);
});

test('backtest as text is a table with a line for every row', { skip }, () => {
  const { status, stdout } = run(['backtest', year('2019'), '--format', 'text']);
  assert.equal(status, 0);
  assert.match(stdout, /^year +ACO +name +track +computed +published +difference +verdict\n2019 /);
});

test('a changed figure differs and ends with 1; a cell that cannot be read too', { skip }, () => {
  const text = readFileSync(year('2014'), 'utf8');
  const [head, ...rows] = text.split(/\r?\n/).filter(Boolean);
  const names = head.split(',').map((name) => name.replace(/"/g, '').toLowerCase());
  const earned = names.indexOf('earnsaveloss');
  assert.ok(earned > 0);
  // A row without quoted commas that earned something.
  const index = rows.findIndex((row) => !row.includes('"') && Number(row.split(',')[earned]) > 0);
  const cells = rows[index].split(',');
  for (const [value, verdict] of [
    [String(Number(cells[earned]) + 2), 'differs'],
    ['many', 'unreadable'],
  ]) {
    const changed = cells.with
      ? cells.with(earned, value)
      : cells.map((c, i) => (i === earned ? value : c));
    const path = file([head, changed.join(',')].join('\n'), `changed-${verdict}-2014.csv`);
    const { status, stdout, stderr } = run(['backtest', path, '--year', '2014']);
    assert.equal(status, 1, stderr);
    assert.match(stdout, new RegExp(`,${verdict},`));
    if (verdict === 'unreadable') assert.match(stderr, /2014\.csv:2:/);
  }
});

test('a file that is no published result is refused with its name', () => {
  const { status, stdout, stderr } = run(['backtest', file('a,b\n1,2\n', 'other.csv')]);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /other\.csv/);
});
