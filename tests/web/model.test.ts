// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { t } from '../../web/src/i18n/index.js';
import { shownRows } from '../../web/src/model/backtest-rows.js';
import { documents } from '../../web/src/model/documents.js';
import * as examples from '../../web/src/model/examples.js';
import { kTerms, valueOf, type Draft, type FieldSpec } from '../../web/src/model/fields.js';
import { getAt, NumberText, setAt, writeJson } from '../../web/src/model/json.js';
import { mergedLines } from '../../web/src/model/lines.js';
import { load } from '../../web/src/model/load.js';
import { editionsOf } from '../../web/src/model/program-fields.js';
import { sheetConstants, sheetGroups, type SheetId } from '../../web/src/model/sheets.js';
import { emptyBacktest } from '../../web/src/model/state.js';
import type { BacktestReport, BacktestRow, Line } from '../../web/src/model/wire.js';
import { startEngine } from '../replay/engine.js';

const engine = await startEngine();
const catalogue = engine.describe();
const drafts: Record<SheetId, Draft> = {
  one_sided: examples.oneSidedDraft,
  two_sided: examples.twoSidedDraft,
  check: examples.checkDraft,
  quality: examples.scorecardDraft,
};

function made(id: SheetId, draft: Draft = drafts[id]) {
  const groups = sheetGroups(id, draft, catalogue);
  return documents(draft, groups, sheetConstants(id, draft, 'Case'));
}

for (const id of Object.keys(drafts) as SheetId[])
  test(`what stands in the fields at first is settled: ${id}`, () => {
    const { contract, experience } = made(id);
    assert.ok(engine.settle(contract, experience).ok);
  });

test('fields that do not apply are not sent', () => {
  const draft = { ...drafts.two_sided, [`${kTerms}/sides`]: 'one_sided' };
  const contract = JSON.parse(made('two_sided', draft).contract) as unknown;
  assert.equal(getAt(contract, '/streams/0/terms/minimum_loss_rate'), undefined);
  assert.equal(getAt(contract, '/streams/0/terms/minimum_savings_rate'), '0.02');
});

test('a contract that goes into the fields comes out the same', () => {
  for (const id of ['two_sided', 'check'] as const) {
    const before = made(id);
    const contract = JSON.parse(before.contract) as unknown;
    const experience = JSON.parse(before.experience) as unknown;
    const { draft, unplaced } = load('check', contract, experience, catalogue);
    assert.deepEqual(unplaced, []);
    const groups = sheetGroups('check', draft, catalogue);
    const after = documents(draft, groups, sheetConstants('check', draft, 'Case'));
    assert.deepEqual(JSON.parse(after.contract), contract);
    assert.deepEqual(JSON.parse(after.experience), experience);
  }
});

test('what has no field is named, never dropped in silence', () => {
  const { contract, experience } = made('check');
  const odd = JSON.parse(contract) as object;
  setAt(odd as { [key: string]: unknown }, '/streams/0/program/surprise', 'x');
  setAt(odd as { [key: string]: unknown }, '/streams/0/program/track', 'basic_z');
  const { unplaced } = load('check', odd, JSON.parse(experience), catalogue);
  assert.ok(unplaced.includes('/contract/streams/0/program/surprise'));
  assert.ok(unplaced.includes('/contract/streams/0/program/track'));
});

// Every form that the page can show: each year with each track, and own terms in every variety.
function everyField(): FieldSpec[] {
  const specs: FieldSpec[] = [];
  const collect = (id: SheetId, draft: Draft) =>
    specs.push(...sheetGroups(id, draft, catalogue).flatMap((group) => group.fields));
  for (const edition of editionsOf(catalogue))
    for (const { id } of edition.tracks)
      for (const disaster of ['', 'part', 'amount'])
        collect('check', {
          '@terms': 'program',
          '@year': 'in_progress',
          '@disaster': disaster,
          '/contract/streams/0/program/performance_year': `${edition.performance_year}`,
          '/contract/streams/0/program/track': id,
          '/contract/streams/0/program/agreement_start': '2024-01-01',
        });
  for (const effect of ['', 'fixed', 'escalator', 'tiers'])
    collect('check', {
      ...drafts.two_sided,
      [`${kTerms}/quality/effect`]: effect,
      [`${kTerms}/loss_limit/rate_of_revenue`]: '1%',
      '/experience/spending/basis': 'per_member_per_month',
    });
  collect('quality', drafts.quality);
  return specs;
}

test('every field has a label, and every choice its words', () => {
  const specs = everyField();
  assert.ok(specs.length > 500);
  const unnamed = new Set<string>();
  for (const spec of specs) {
    if (!t.fields[spec.name]) unnamed.add(spec.name);
    const plain = ['program/performance_year', 'program/minimum_rate'].includes(spec.name);
    for (const { value, label } of spec.options ?? [])
      if (spec.kind === 'choice' && label === undefined && !plain)
        if (t.options[`${spec.name}=${value}`] === undefined) unnamed.add(`${spec.name}=${value}`);
  }
  assert.deepEqual([...unnamed], []);
});

test('a choice that must be made holds its first option', () => {
  const spec: FieldSpec = {
    path: '/x',
    name: 'x',
    kind: 'choice',
    options: [{ value: 'a' }, { value: 'b' }],
  };
  assert.equal(valueOf({}, spec), 'a');
  assert.equal(valueOf({ '/x': 'b' }, spec), 'b');
  assert.equal(valueOf({ '/x': 'gone' }, spec), 'a');
});

test('numbers reach the engine as they were typed', () => {
  const long = '0.1000000000000000055511151231257827';
  assert.equal(writeJson({ a: new NumberText(long), b: [true, null, 'x"'] }), `{"a":${long},"b":[true,null,"x\\""]}`);
});

test('a document under construction cannot reach the prototype of objects', () => {
  const root: { [key: string]: unknown } = {};
  setAt(root, '/__proto__/polluted', 'yes');
  setAt(root, '/constructor/prototype/polluted', 'yes');
  assert.equal(({} as { polluted?: string }).polluted, undefined);
});

const line = (step: string): Line => ({ step, emphasis: 'amount' });

test('lines of two statements share one reading order', () => {
  const merged = mergedLines([
    ['a', 'b', 'e'].map(line),
    ['a', 'b', 'c', 'd', 'e', 'f'].map(line),
  ]);
  assert.deepEqual(merged.map(({ step }) => step), ['a', 'b', 'c', 'd', 'e', 'f']);
});

test('sorting compares exact figures, and rows without one stand last', () => {
  const rate = (minimum_rate: string | null) => ({ minimum_rate }) as BacktestRow;
  const rows = [rate('1/3'), rate(null), rate('0.3'), rate('0.34'), rate('0.333333333333333333')];
  const report = { rows } as BacktestReport;
  const sorted = (descending: boolean) =>
    shownRows({ ...emptyBacktest, report, sort: { column: 'minimum_rate', descending } }).map(
      (row) => row.minimum_rate,
    );
  assert.deepEqual(sorted(false), ['0.3', '0.333333333333333333', '1/3', '0.34', null]);
  assert.deepEqual(sorted(true), ['0.34', '1/3', '0.333333333333333333', '0.3', null]);
});
