// SPDX-License-Identifier: Apache-2.0
// Risk scores from files of claims and the user's tables, by the command: figures worked out by
// hand on the invented tables of tests/support/risk, and the same bytes however the input is cut.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hasPopulation, population } from '../support/claims-opinions.mjs';
import { root, run } from '../support/engine.mjs';
import { Random } from '../support/random.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-risk-'));
after(() => rmSync(folder, { recursive: true }));
const skip = hasPopulation ? false : 'the command has no population yet';

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const table = (name) => join(root, `tests/support/risk/${name}.csv`);
const tables = ['coefficients', 'diagnoses', 'hierarchy', 'interactions'].flatMap((name) => [
  `--risk-${name}`,
  table(name),
]);

const header =
  'claim_id,claim_type,person_id,claim_start_date,hcpcs_code,rendering_npi,bill_type_code,' +
  'paid_amount,allowed_amount,diagnosis_code_1,diagnosis_code_2\n';
const rows = [
  'A1,professional,M1,2023-03-01,99213,N1,,80,100,E11.9,',
  'A2,institutional,M1,2023-05-01,,N1,111,900,900,I5030,R69',
  'A3,professional,M1,2024-05-01,99213,N1,,80,100,,',
  'B1,professional,M2,2024-05-01,99213,N1,,120,150,E119,',
  'C1,professional,M3,2023-05-01,99213,N1,,80,100,I5030,',
  'C2,professional,M3,2023-05-01,99213,N1,,-80,-100,I5030,',
  'C3,professional,M3,2024-05-01,99213,N1,,40,50,,',
];
const claims = file('claims.csv', header + rows.map((row) => `${row}\n`).join(''));
const eligibility = file(
  'eligibility.csv',
  'person_id,birth_date,gender,enrollment_start_date,enrollment_end_date,dual_status_code,' +
    'original_reason_entitlement_code\n' +
    'M1,1957-06-01,female,2023-01-01,2024-12-31,00,0\n' +
    'M2,1959-01-15,female,2024-01-01,2024-12-31,00,0\n' +
    'M3,1957-06-01,female,2023-01-01,2024-12-31,01,0\n',
);
const roster = file('roster.csv', 'npi,tin,participant\nN1,T1,yes\n');
const termsText = (risk) =>
  JSON.stringify({
    title: 'Risk',
    year: { begin: '2024-01-01', end: '2024-12-31' },
    attribution: { methods: [{ method: 'plurality_of_visits' }] },
    risk,
  });
const terms = file('terms.json', termsText({ method: 'hcc', models: [{ name: 'V28' }] }));
const files = ['--claims', claims, '--eligibility', eligibility, '--roster', roster];

// M1: 0.3 + 0.15 + 0.36 + 0.11; M2, new: 0.52; M3, a partial dual whose diagnosis was taken back:
// 0.7. The three have 12 months each: 2.14 ÷ 3.
test('scores, their means and the experience are as worked out by hand', { skip }, () => {
  const answer = JSON.parse(population('run', terms, ...files, ...tables));
  const [year] = answer.years;
  assert.deepEqual(year.risk.diagnoses, { begin: '2023-01-01', end: '2023-12-31' });
  assert.equal(year.risk.new_enrollees, 1);
  assert.deepEqual(year.risk.contract, {
    scored_members: 3,
    unscored_members: 0,
    mean_score: '107/150',
    by_type: [
      { enrollment_type: 'aged_dual', member_months: 12, mean_score: '0.7' },
      { enrollment_type: 'aged_non_dual', member_months: 24, mean_score: '0.72' },
    ],
  });
  assert.deepEqual(answer.risk.models[0].unused_variables, ['CNA_STRANGE_V28']);
  assert.equal(answer.experience.capitation.risk_score, '0.713333333');
  const lines = population('run', terms, ...files, ...tables, '--table', 'members').split('\n');
  assert.deepEqual(
    lines.slice(1, 4).map((line) => line.split(',').at(7)),
    ['0.92', '0.52', '0.7'],
  );
  const member = JSON.parse(population('explain', terms, 'M1', ...files, ...tables));
  assert.equal(member.risk.score, '0.92');
});

// Diabetes and heart failure by the coefficients of the aged who live at home without Medicaid.
test('a member is explained: each part of the score, and what it was multiplied by', { skip }, () => {
  const risk = { method: 'hcc', models: [{ name: 'V28', normalisation: '1.045' }] };
  const payment = { ...risk, coding_adjustment: '0.059', frailty: '0.1', means: { aged_non_dual: '1.1' } };
  const stated = file('payment.json', termsText(payment));
  const explained = JSON.parse(population('explain', stated, 'M1', ...files, ...tables)).risk;
  const [model] = explained.models;
  assert.equal(model.segment, 'cna');
  assert.deepEqual(
    model.parts.map(({ part, category, coefficient }) => [part, category, coefficient]),
    [
      ['age_and_sex', undefined, '0.3'],
      ['category', '38', '0.15'],
      ['category', '226', '0.36'],
      ['interaction', undefined, '0.11'],
    ],
  );
  assert.deepEqual(model.parts[1].diagnoses, ['E119']);
  assert.equal(model.raw, '0.92');
  // 0.92 × 0.941 ÷ 1.045, then + 0.1 and ÷ 1.1.
  assert.equal(model.weighted, '21643/26125');
  assert.deepEqual(explained.means, [
    { enrollment_type: 'aged_non_dual', member_months: 12, mean: '1.1' },
  ]);
  assert.equal(explained.score, '48511/57475');
});

test('a score of a file or a table of ages is explained by itself', { skip }, () => {
  const factors = [{ from_age: 65, to_age: 120, factor: '1.25' }];
  const stated = file('factors.json', termsText({ method: 'demographic', factors }));
  const { age, models, score } = JSON.parse(population('explain', stated, 'M1', ...files)).risk;
  assert.deepEqual([age, models[0].raw, score], [66, '1.25', '1.25']);
});

// 36 member months × $300.00 × 0.713333333 = $7,703.9999964.
test('a capitation that is adjusted for risk settles from claims alone', { skip }, () => {
  const contract = file(
    'contract.json',
    JSON.stringify({
      format: 'gainshare-contract-1',
      title: 'Capitation',
      streams: [
        {
          id: 'capitation',
          kind: 'capitation',
          terms: { form: 'per_member_per_month', rate_cents: 30_000, risk_adjusted: true },
        },
      ],
    }),
  );
  const args = [...files, ...tables, '--contract', contract];
  const settled = JSON.parse(population('run', terms, ...args));
  assert.equal(settled.payment_cents, 770_400);
});

test('parts, merged in either order, and rows in any order give the same bytes', { skip }, () => {
  const whole = population('run', terms, ...files, ...tables);
  const parts = [1, 2, 3].map((part) => {
    const path = join(folder, `${part}.partial`);
    population('map', ...files, '--part', `${part}/3`, '-o', path);
    return path;
  });
  for (const order of [parts, [...parts].reverse()]) {
    assert.equal(population('finish', terms, ...order, ...tables), whole);
  }
  const turned = file('turned.csv', header + rows.toReversed().map((row) => `${row}\n`).join(''));
  const members = ['--table', 'members'];
  const turnedTables = [...tables.slice(4), ...tables.slice(0, 4)];
  const [, , ...others] = files;
  assert.equal(
    population('run', terms, '--claims', turned, ...others, ...turnedTables, ...members),
    population('run', terms, ...files, ...tables, ...members),
  );
});

// Members, coverage and claims at random, among them reversals and lines that do not count.
function atRandom(seed) {
  const random = new Random(seed);
  const codes = ['E1140', 'E119', 'C7800', 'C3490', 'I5030', 'N184', 'R69', ''];
  const sexes = ['female', 'male', ''];
  const people = Array.from({ length: 80 }, (_, n) => [
    `P${n}`,
    `19${random.whole(50, 58)}-0${random.whole(1, 9)}-15`,
    random.pick(sexes),
    random.pick(['2023-01-01', '2023-06-01', '2024-01-01']),
    random.pick(['2024-12-31', '2024-08-31']),
    random.pick(['00', '01', '02']),
    random.pick(['0', '1']),
  ]);
  const lines = Array.from({ length: 900 }, (_, n) => {
    const inpatient = random.below(5) === 0;
    const paid = random.below(6) === 0 ? -50 : 50;
    return [
      `C${random.below(700)}`,
      inpatient ? 'institutional' : 'professional',
      `P${random.below(80)}`,
      `202${random.whole(3, 4)}-0${random.whole(1, 9)}-1${random.below(9)}`,
      '99213',
      'N1',
      inpatient ? random.pick(['111', '329']) : '',
      paid,
      paid + (n % 7),
      random.pick(codes),
      random.pick(codes),
    ].join(',');
  });
  return { random, lines, people: people.map((row) => row.join(',')) };
}

for (const seed of [1, 2, 3]) {
  test(`random claims in any order and any parts have the same scores (${seed})`, { skip }, () => {
    const { random, lines, people } = atRandom(seed);
    const write = (name, head, list) =>
      file(name, head + list.map((row) => `${row}\n`).join(''));
    const coverage = readFileSync(eligibility, 'utf8').split(/(?<=\n)/)[0];
    const filesIn = (name, order) => [
      ...['--claims', write(`${name}-claims.csv`, header, order(lines))],
      ...['--eligibility', write(`${name}-eligibility.csv`, coverage, order(people))],
      ...['--roster', roster],
    ];
    const answersOf = (...args) =>
      ['members', 'months'].map((each) => population(...args, ...tables, '--table', each));
    const one = filesIn('one', (list) => list);
    const expected = answersOf('run', terms, ...one);
    assert.ok(new Set(expected[0].split('\n').map((line) => line.split(',')[7])).size > 5);
    const other = filesIn('other', (list) => [...list].sort(() => random.below(3) - 1));
    assert.deepEqual(answersOf('run', terms, ...other), expected);
    const count = random.whole(2, 6);
    const parts = Array.from({ length: count }, (_, part) => {
      const path = join(folder, `${seed}-${part}.partial`);
      population('map', ...other, '--part', `${part + 1}/${count}`, '-o', path);
      return path;
    });
    assert.deepEqual(answersOf('finish', terms, ...parts.reverse()), expected);
  });
}

test('without its tables a model is refused, and says which it lacks', { skip }, () => {
  const { status, stderr } = run(['population', 'run', terms, ...files]);
  assert.notEqual(status, 0);
  assert.match(stderr, /coefficients/);
  const broken = file('broken.csv', readFileSync(table('hierarchy'), 'utf8').replace('cc_parent', 'x'));
  const refused = run(['population', 'run', terms, ...files, ...tables.slice(0, 4), '--risk-hierarchy', broken]);
  assert.notEqual(refused.status, 0);
  assert.match(refused.stderr, /broken\.csv:1:cc_parent/);
});
