// SPDX-License-Identifier: Apache-2.0
// What the view from claims to settlement knows by itself: columns, pace, what was dropped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { kKinds, type FileKind, type Sniff } from '../../web/src/engine/population-protocol.js';
import { readTree } from '../../web/src/form/read-tree.js';
import { writeTree } from '../../web/src/form/tree.js';
import { bytesInWords } from '../../web/src/i18n/format.js';
import { t } from '../../web/src/i18n/index.js';
import type { AnyDraft } from '../../web/src/model/any.js';
import * as mapping from '../../web/src/model/claims-mapping.js';
import { presets } from '../../web/src/model/claims-presets.js';
import { paceOf, withLook, type Look } from '../../web/src/model/claims-progress.js';
import { riskKindOf } from '../../web/src/model/claims-risk.js';
import { termsFrom, termsText } from '../../web/src/model/claims-terms.js';
import {
  distributesByPatients,
  isFromClaims,
  settlementDraft,
  termsFor,
  withDistribution,
  withFacts,
} from '../../web/src/model/claims-settlement.js';
import { sortDropped } from '../../web/src/view/claims-dropped.js';

const needed: Readonly<Record<FileKind, readonly string[]>> = {
  claims: ['claim_id', 'person_id', 'paid_amount'],
  eligibility: ['person_id'],
  roster: ['npi', 'tin'],
};

// As the engine looks at a header: columns are known by the field's own name.
function sniffed(kind: FileKind, columns: readonly string[]): Sniff {
  const names = mapping.kFields[kind].map(({ name }) => name);
  const known = names.filter((name) => columns.includes(name));
  return {
    ...{ separator: ',', columns, unused: [], rows: [] },
    matched: Object.fromEntries(known.map((name) => [name, name])),
    missing: needed[kind].filter((name) => !known.includes(name)),
  };
}
const allSniffs = (columns: readonly string[]) =>
  Object.fromEntries(kKinds.map((kind) => [kind, sniffed(kind, columns)])) as Record<
    FileKind,
    Sniff
  >;

const headers: readonly (readonly [FileKind, string, string])[] = [
  ['claims', 'Tuva', 'claim_id,claim_line_number,claim_type,person_id,paid_amount,hcpcs_code'],
  ['eligibility', 'Tuva', 'person_id,birth_date,enrollment_start_date,enrollment_end_date'],
  ['roster', 'Tuva', 'npi,tin,specialty,group,participant'],
  ['claims', 'DE-SynPUF', 'DESYNPUF_ID,CLM_ID,SEGMENT,CLM_FROM_DT,CLM_PMT_AMT,AT_PHYSN_NPI'],
  ['claims', 'carrier', 'BENE_ID,CLM_ID,LINE_NUM,LINE_1ST_EXPNS_DT,HCPCS_CD,LINE_NCH_PMT_AMT'],
  ['eligibility', 'DE-SynPUF', 'DESYNPUF_ID,BENE_BIRTH_DT,BENE_DEATH_DT,BENE_SEX_IDENT_CD'],
  ['roster', 'another', 'Provider NPI,Tax ID,Specialty Code,Practice Name'],
];
for (const [kind, whose, header] of headers)
  test(`a header is told: ${kind}, ${whose}`, () => {
    assert.equal(mapping.kindOf(allSniffs(header.split(','))), kind);
  });

for (const [kind, header] of [
  ['risk_coefficients', 'coefficient,value,model_domain,model_version'],
  ['risk_coefficients', 'Variable,Coefficient'],
  ['risk_diagnoses', 'diagnosis_code,cc,model_name'],
  ['risk_hierarchy', 'cc_parent,cc_child,model_domain,model_version,model_fullname'],
  ['risk_interactions', 'variable,any_of'],
  ['risk_eligible_codes', 'cpt_hcpcs_code'],
  ['', 'claim_id,person_id,paid_amount,diagnosis_code_1,hcpcs_code'],
] as const)
  test(`a table of a risk model is told: ${header}`, () => {
    assert.equal(riskKindOf(header.split(',')), kind);
  });

test('a table of something else is of no kind', () => {
  assert.equal(mapping.kindOf(allSniffs(['colour', 'weight'])), '');
  assert.equal(mapping.kindOf({ claims: null, eligibility: null, roster: null }), '');
});

test('columns that look alike are suggested, each for one field only', () => {
  const columns =
    'BENE_ID,CLM_ID,LINE_NUM,LINE_1ST_EXPNS_DT,HCPCS_CD,LINE_NCH_PMT_AMT,LINE_ALOWD_CHRG_AMT,PRF_PHYSN_NPI,TAX_NUM'.split(
      ',',
    );
  const found = mapping.suggested('claims', sniffed('claims', columns));
  assert.deepEqual(found, {
    claim_id: 'CLM_ID',
    claim_line_number: 'LINE_NUM',
    person_id: 'BENE_ID',
    paid_amount: 'LINE_NCH_PMT_AMT',
    allowed_amount: 'LINE_ALOWD_CHRG_AMT',
    claim_line_start_date: 'LINE_1ST_EXPNS_DT',
    hcpcs_code: 'HCPCS_CD',
    rendering_npi: 'PRF_PHYSN_NPI',
    rendering_tin: 'TAX_NUM',
  });
});

test('what is chosen becomes a mapping, and comes back from it', () => {
  const sniff = sniffed('claims', ['person_id', 'CLM', 'PAID', 'other']);
  const before = { columns: { diagnosis_code_9: 'D9' }, dates: 'us' };
  const choices = {
    ...mapping.choicesOf('claims', sniff, before),
    claim_id: { column: 'CLM' },
    paid_amount: { column: 'PAID' },
    claim_type: { constant: 'professional' },
    hcpcs_code: { constant: '' },
  };
  const made = mapping.mappingOf(choices, before);
  assert.deepEqual(made, {
    columns: { diagnosis_code_9: 'D9', claim_id: 'CLM', paid_amount: 'PAID' },
    constants: { claim_type: 'professional' },
    dates: 'us',
  });
  const again = mapping.choicesOf('claims', sniff, made);
  assert.deepEqual(again['claim_id'], { column: 'CLM' });
  assert.deepEqual(again['claim_type'], { constant: 'professional' });
  assert.deepEqual(again['person_id'], { column: 'person_id' });
  assert.equal(again['hcpcs_code'], null);
});

test('a mapping is told from other JSON', () => {
  assert.ok(mapping.mappingIn({ claims: { columns: {} } }));
  for (const other of [null, [], {}, { claims: 1 }, { claims: {}, more: {} }, 'x'])
    assert.equal(mapping.mappingIn(other), null);
});

test('every field, required or not, has words', () => {
  for (const kind of kKinds)
    for (const { name } of mapping.kFields[kind]) assert.ok(t.claims.fields[name], name);
  for (const { id } of presets) assert.ok(t.claims.presets[id], id);
});

test('terms to start from are terms of the schema', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['common', 'population'])
    ajv.addSchema(JSON.parse(readFileSync(`engine/schema/${name}.schema.json`, 'utf8')));
  const validate = ajv.getSchema('population.schema.json')!;
  for (const { id, terms } of presets)
    assert.ok(validate(terms), `${id}: ${JSON.stringify(validate.errors)}`);
});

test('the pace is that of the last seconds, and is unknown at first', () => {
  let looks: readonly Look[] = [];
  assert.deepEqual(paceOf(looks, 100), { rate: 0, remaining: null });
  for (let i = 0; i <= 100; i += 1)
    looks = withLook(looks, { at: i * 100, bytes: i < 50 ? 0 : (i - 50) * 1000 });
  assert.ok(looks.length < 40);
  assert.deepEqual(paceOf(looks, 100_000), { rate: 10_000, remaining: 5 });
  const still = [
    { at: 0, bytes: 5 },
    { at: 1_000, bytes: 5 },
  ];
  assert.deepEqual(paceOf(still, 100), { rate: 0, remaining: null });
});

test('sizes are written as file managers do', () => {
  assert.deepEqual([0, 999, 1000, 44_960, 400_120_761, 1.25e9].map(bytesInWords), [
    '0 B',
    '999 B',
    '1.0 kB',
    '45.0 kB',
    '400 MB',
    '1.3 GB',
  ]);
});

const merged = (entered: string, told: string): unknown =>
  JSON.parse(writeTree(withFacts(readTree(entered), readTree(told)!)));

test('what the claims tell takes the place of what was entered, and the rest stays', () => {
  assert.deepEqual(
    merged(
      '{"spending":{"benchmark_cents":5,"expenditure_cents":1},"quality":{"score":"0.9"},"list":[1]}',
      '{"spending":{"expenditure_cents":7},"list":[{"id":"a"}]}',
    ),
    {
      spending: { benchmark_cents: 5, expenditure_cents: 7 },
      quality: { score: '0.9' },
      list: [{ id: 'a' }],
    },
  );
  assert.deepEqual(merged('{"a":1}', '{"a":{"b":2}}'), { a: { b: 2 } });
});

test('a fact is from the claims only where the claims say it and nobody changed it', () => {
  const experience = { spending: { expenditure_cents: 7 }, participants: [{ id: 'a' }] };
  const now = readTree('{"spending":{"expenditure_cents":7},"participants":[{"id":"b"}]}')!;
  const isFrom = (pointer: string) => isFromClaims(`/experience${pointer}`, experience, now);
  assert.ok(isFrom('/spending/expenditure_cents'));
  assert.ok(!isFrom('/participants/0/id'));
  assert.ok(!isFrom('/spending'));
  assert.ok(!isFrom('/spending/benchmark_cents'));
});

test('a contract is given participants and base years only where it has a use for them', () => {
  const experience = {
    spending: { expenditure_cents: 7, base_years: [{ year: 2023 }] },
    participants: [{ id: 'tin_900000001', lives: 2 }],
  };
  const told = (contract: string): unknown =>
    JSON.parse(
      writeTree(
        settlementDraft(readTree(contract)!, '', experience, null, new Set()).documents.experience,
      ),
    );
  assert.deepEqual(told('{}'), { spending: { expenditure_cents: 7 } });
  assert.deepEqual(told('{"benchmark":{},"distribution":{}}'), experience);
});

test('what is entered by type and year stays beside what the claims tell anew', () => {
  const types = (text: string): string => `{"types":[${text}]}`;
  const entered = types(
    '{"id":"aged","base_years":[{"year":2021,"per_capita_cents":1,"growth":1.1}],"flat":7},{"id":"gone"}',
  );
  const told = types(
    '{"id":"new"},{"id":"aged","base_years":[{"year":2020},{"year":2021,"per_capita_cents":2}]}',
  );
  const kept =
    '{"id":"aged","base_years":[{"year":2020},{"year":2021,"per_capita_cents":2,"growth":1.1}],"flat":7}';
  assert.deepEqual(merged(entered, told), JSON.parse(types(`{"id":"new"},${kept}`)));
});

test('another contract drops what it has no use for, though it stood there before', () => {
  const spending = { expenditure_cents: 7, per_capita: { types: [{ id: 'aged' }] } };
  const facts = (contract: string, before: AnyDraft | null): AnyDraft =>
    settlementDraft(readTree(contract)!, '', { spending }, before, new Set(['spending']));
  const byType = facts('{"benchmark":{"form":"per_capita"}}', null);
  assert.deepEqual(JSON.parse(writeTree(byType.documents.experience)), { spending });
  assert.equal(
    writeTree(facts('{}', byType).documents.experience),
    '{"spending":{"expenditure_cents":7}}',
  );
});

test('the terms give base years in the form that the contract takes', () => {
  const draft = (text: string) => termsFrom(text)!;
  const facts = (contract: string, text: string): unknown =>
    JSON.parse(termsText(termsFor(readTree(contract)!, draft(text)))).benchmark_facts;
  const byType = '{"benchmark":{"form":"per_capita"}}';
  assert.equal(facts(byType, '{"base_years":[{}]}'), 'per_capita');
  assert.equal(facts(byType, '{}'), undefined);
  const total = '{"base_years":[{}],"benchmark_facts":"per_capita"}';
  assert.equal(facts('{"benchmark":{"form":"base_years"}}', total), 'total');
  assert.equal(facts('{}', total), 'per_capita');
});

test('the payment is shared by patients, and by nothing once that is taken back', () => {
  const experience = { participants: [{ id: 'tin_900000001' }, { id: 'group_north_clinic' }] };
  const shared = withDistribution(readTree('{"title":"x"}')!, experience, true);
  assert.ok(distributesByPatients(shared));
  const { distribution } = JSON.parse(writeTree(shared));
  assert.deepEqual(
    distribution.pools[0].members.map(({ title }: { title: string }) => title),
    ['TIN 900000001', 'Group north clinic'],
  );
  assert.equal(writeTree(withDistribution(shared, experience, false)), '{"title":"x"}');
});

const file = (name: string, content: BlobPart): File => new File([content], name);

test('what is dropped is told by its content: tables, mapping, terms, contract', async () => {
  const dropped = await sortDropped([
    file('claims.csv', 'claim_id,person_id\n1,2\n'),
    file('m1.json', '{"claims":{"columns":{"person_id":"ID"}}}'),
    file('m2.json', '\uFEFF {"roster":{"columns":{"npi":"NPI"}}}'),
    file('terms.json', '{"title":"x","attribution":{"methods":[]}}'),
    file('contract.json', '{"format":"gainshare-contract-1","streams":[]}'),
  ]);
  assert.deepEqual(dropped.problems, []);
  assert.deepEqual(
    dropped.tables.map((one) => one.file.name),
    ['claims.csv'],
  );
  assert.deepEqual(Object.keys(dropped.mapping!), ['claims', 'roster']);
  assert.ok(dropped.terms && dropped.contract);
});

test('what cannot be used says why, and what to do', async () => {
  const { problems, tables } = await sortDropped([
    file('empty.csv', ''),
    file('book.xlsx', new Uint8Array([0x50, 0x4b, 3, 4])),
    file('broken.json', '{"a":'),
    file('other.json', '{"a":1}'),
    file('experience.json', '{"format":"gainshare-experience-1"}'),
  ]);
  assert.equal(tables.length, 0);
  assert.equal(problems.length, 5);
  for (const [i, name] of ['empty.csv', 'book.xlsx', 'broken.json'].entries())
    assert.ok(problems[i]!.includes(name));
  assert.match(problems[1]!, /Save the table as CSV/);
});
