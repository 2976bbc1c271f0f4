// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/universal';
import { statementCsv, statementTable } from '../../web/src/model/export.js';
import { delimitedRows } from '../../web/src/model/delimited.js';
import { comparedLines, firstDiffering, kLargestTable, payersTable } from '../../web/src/model/payer.js';
import { workbook, type WorkbookSheet } from '../../web/src/model/workbook.js';
import type { Settlement } from '../../web/src/model/wire.js';
import { asParagraph } from '../../web/src/trace/words.js';
import { startEngine } from '../replay/engine.js';
import { formData } from '../../scripts/form-data.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const engine = await startEngine();
const { presets } = JSON.parse(formData(process.cwd())) as {
  presets: { id: string; contract: string; experience: string }[];
};
const settle = (contract: string, experience: string): Settlement => {
  const answer = engine.settle(contract, experience);
  assert.ok(answer.ok);
  return answer;
};
const all = presets.map(({ id, contract, experience }) => ({ id, settlement: settle(contract, experience) }));
const deck = all.find(({ id }) => id.includes('deck') && id.includes('two_sided'))?.settlement ?? all[0]!.settlement;

test('a table of the payer is placed by the names of lines and by their steps', () => {
  const lines = comparedLines(deck, {});
  const [one, two, three] = lines;
  const text = [
    `"${one!.label}";"$1,234.50"`,
    `${two!.step.toUpperCase()};(5.00)`,
    `note;${three!.label};7`,
    'No such line;9.99',
    'A heading without a figure;',
  ].join('\r\n');
  const { figures, unplaced } = payersTable(text, deck);
  assert.equal(figures[one!.step], '$1,234.50');
  assert.equal(figures[three!.step], '7');
  assert.deepEqual(unplaced, ['No such line, 9.99']);
  const tabs = payersTable(`${one!.label}\t480\n`, deck);
  assert.equal(tabs.figures[one!.step], '480');
});

test('a table longer than any statement is refused whole, not cut', () => {
  const [one] = comparedLines(deck, {});
  const row = `${one!.label};480\n`;
  const atMost = row.padEnd(kLargestTable, '\n');
  assert.deepEqual(payersTable(atMost, deck), {
    figures: { [one!.step]: '480' },
    unplaced: [],
    tooLong: false,
  });
  assert.deepEqual(payersTable(`${atMost}\n`, deck), { figures: {}, unplaced: [], tooLong: true });
});

test('the first line that disagrees is named, with the exact difference', () => {
  const lines = comparedLines(deck, {});
  const [one, two, three] = lines;
  const figures = {
    [one!.step]: String(Number(one!.yours) / 100),
    [two!.step]: 'about five',
    [three!.step]: `${(Number(three!.yours) - 20) / 100}`,
  };
  const compared = comparedLines(deck, figures);
  assert.deepEqual(compared.slice(0, 4).map(({ state }) => state), ['agrees', 'unreadable', 'differs', 'empty']);
  assert.equal(firstDiffering(compared)?.step, three!.step);
  assert.equal(firstDiffering(compared)?.difference, '20');
  const huge = comparedLines(deck, { [one!.step]: '$90,071,992,547,409.93' })[0]!;
  assert.equal(huge.difference, `${BigInt(one!.yours) - 9007199254740993n}`);
});

test('tables of spreadsheets are read with their quotes', () => {
  const quoted = delimitedRows('\uFEFF"a, ""b""",1\r\n\r\n c ,"2\n3"');
  assert.deepEqual(quoted, [['a, "b"', '1'], ['c', '2\n3']]);
  assert.deepEqual(delimitedRows('a\t1,5\rb\t2'), [['a', '1,5'], ['b', '2']]);
  assert.deepEqual(delimitedRows('"a;b";1;'), [['a;b', '1']]);
  assert.deepEqual(delimitedRows(''), []);
  assert.equal(delimitedRows(`"${'x'.repeat(200_000)}",1`)[0]?.[0]?.length, 200_000);
});

test('a hostile table is read as figures or left out, never run', () => {
  const { figures, unplaced } = payersTable('__proto__,5\nconstructor,6\n"unclosed,7', deck);
  assert.deepEqual(Object.keys(figures), []);
  assert.ok(unplaced.length >= 2);
});

test('the statement as CSV has every line, the engine and the rules, and no formula', () => {
  for (const { settlement } of all) {
    const csv = statementCsv(settlement, '1.2.3');
    const rows = csv.trim().split('\r\n');
    assert.ok(rows.length >= settlement.statement.length + 2);
    assert.match(csv, /Engine,1\.2\.3/);
    for (const { title } of settlement.programs) assert.ok(csv.includes(title.replaceAll('"', '""')));
    for (const row of rows) assert.doesNotMatch(row, /(^|,)"?[=+@]/);
  }
  const evil = { ...deck, trace: deck.trace.map((step) => ({ ...step, label: '=HYPERLINK("x")' })) };
  assert.match(statementCsv(evil, '1'), /"'=HYPERLINK\(""x""\)"/);
  assert.match(statementTable({ ...deck, trace: deck.trace.map((step) => ({ ...step, label: '<b>' })) })['text/html'], /&lt;b&gt;/);
});

// A spreadsheet's arithmetic, as far as the workbook uses it, apart from the code that wrote it.
const round = (x: number, digits: number, way: (x: number) => number): number => {
  const scaled = Number((Math.abs(x) * 10 ** digits).toPrecision(15));
  return (Math.sign(x) * way(scaled)) / 10 ** digits;
};
const functions = {
  IF: (test: unknown, yes: unknown, no: unknown) => (test ? yes : no),
  MIN: Math.min,
  MAX: Math.max,
  ABS: Math.abs,
  INT: Math.floor,
  AND: (...x: unknown[]) => x.every(Boolean),
  OR: (...x: unknown[]) => x.some(Boolean),
  NOT: (x: unknown) => !x,
  SMALL: (x: number[], k: number) => [...x].sort((a, b) => a - b)[k - 1],
  ROUND: (x: number, digits: number) => round(x, digits, Math.round),
  ROUNDDOWN: (x: number, digits: number) => round(x, digits, Math.floor),
  ROUNDUP: (x: number, digits: number) => round(x, digits, Math.ceil),
};
function calculate(sheet: WorkbookSheet): unknown[] {
  const values: unknown[] = [];
  sheet.data.slice(1).forEach((row, i) => {
    const cell = row[1];
    if (!cell) return;
    if (!('type' in cell)) return void (values[i] = cell.value);
    const text = cell.value
      .replaceAll('^', '**')
      .replaceAll(/SMALL\(\(([^)]*)\)/g, 'SMALL([$1]')
      .replaceAll(/(?<![<>])=/g, '==')
      .replaceAll(/B(\d+)/g, (_, at: string) => `B[${Number(at) - 2}]`);
    const run = new Function('B', ...Object.keys(functions), `return ${text};`);
    values[i] = run(values, ...Object.values(functions));
  });
  return values;
}

for (const { id, settlement } of all)
  test(`the live formulas come to what the engine computed: ${id}`, () => {
    const [, working] = workbook(settlement, '1');
    const values = calculate(working!);
    working!.data.slice(1, settlement.trace.length + 1).forEach((row, i) => {
      const exact = (row[2] as { value: number | boolean }).value;
      const step = settlement.trace[i]!;
      if (typeof exact === 'boolean') return assert.equal(values[i], exact, step.id);
      const off = Math.abs((values[i] as number) - exact);
      assert.ok(off <= 1e-9 * Math.max(1, Math.abs(exact)), `${step.id}: ${values[i]} for ${exact}`);
    });
    const live = working!.data.filter((row) => row[1] && 'type' in row[1]).length;
    const derived = settlement.trace.filter(({ op }) => op !== 'given').length;
    assert.ok(live >= derived * 0.95, `${live} of ${derived} are live`);
  });

async function xlsx(settlement: Settlement): Promise<Uint8Array> {
  const sheets = workbook(settlement, '1') as Parameters<typeof writeXlsxFile>[0];
  return new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer());
}

test('the file itself reads back: both sheets, every formula, and texts as texts', async () => {
  const parts = unzipSync(await xlsx(deck));
  const text = (name: string): string => new TextDecoder().decode(parts[name]!);
  const formulas = [...text('xl/worksheets/sheet2.xml').matchAll(/<f>([^<]*)<\/f>/g)].map(([, f]) => f);
  const written = workbook(deck, '1')[1]!.data.flatMap((row) => {
    const cell = row[1];
    return cell && 'type' in cell ? [cell.value] : [];
  });
  const unescaped = formulas.map((f) => f!.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&').replaceAll('&#x27;', "'"));
  assert.deepEqual(unescaped, written);
  assert.match(text('xl/workbook.xml'), /Statement.*Working/s);
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

test('LibreOffice recalculates to what the engine computed', { skip: office ? false : 'LibreOffice is not installed' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainshare-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), await xlsx(deck));
    execFileSync(office!, ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1', '--outdir', folder, join(folder, 'a.xlsx')]);
    const csv = readFileSync(join(folder, 'a-Statement.csv'), 'utf8').trim().split('\n').slice(1);
    const compared = csv.slice(0, deck.statement.length).map((row) => row.match(/("[^"]*"|[^,]*)/g)!.filter(Boolean));
    for (const [, live, exact] of compared) assert.equal(live, exact);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the working as a paragraph has a sentence for every line, with its figure', () => {
  const ids = deck.statement.map(({ step }) => step);
  const text = asParagraph(ids, deck.trace);
  assert.ok(text.split('. ').length >= ids.length);
  assert.match(text, /Savings is Benchmark − Actual spending: .* = /);
});
