// SPDX-License-Identifier: Apache-2.0
// The readers in C++ accept exactly the documents that the schemas accept, apart from the closed
// list of rules in rules.mjs that a schema cannot say. Thousands of documents, each changed a
// little from a good one by a seeded generator.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionsOf, examples, loadWasm } from '../support/engine.mjs';
import { mutate, slip } from '../support/mutations.mjs';
import { Random } from '../support/random.mjs';
import { randomContract, randomExperience } from '../support/random-documents.mjs';
import { contractRules, experienceRules, rangeRule } from './rules.mjs';
import { validators } from './schemas.mjs';

const engine = await loadWasm();
const description = JSON.parse(engine.describe());
const editions = editionsOf(description, 'mssp');
const plain = validators({ ranges: false });
const exact = validators({ ranges: true });
// The kinds and programs whose rules beyond the schema are listed in rules.mjs.
const ruledKinds = [
  'shared_savings',
  'quality_scorecard',
  'capitation',
  'fee_for_service',
  'infrastructure_grant',
  'management_payment',
  'pay_for_performance',
  'withhold',
  'prefunded_bonus',
  'incentive_pool',
  'risk_corridor',
  'episode_payment',
  'total_cost_index',
];
const ruledPrograms = [
  'mssp',
  'pioneer',
  'healthpartners',
  'onecare_pip',
  'ngaco',
  'gpdc',
  'aco_reach',
  'lead',
  'cjr',
  'bpci_advanced',
];
const isRuled = ({ kind, program }) =>
  ruledKinds.includes(kind) && (!program || ruledPrograms.includes(program.name));
const real = examples()
  .map(({ contract, experience }) => ({
    contract: JSON.parse(contract),
    experience: JSON.parse(experience),
  }))
  .filter(({ contract }) => contract.streams?.every(isRuled));

// What schema and rules together say of a document: the rule it breaks, or nothing.
function broken(name, rules, document) {
  if (!plain(name)(document)) return 'schema';
  if (!exact(name)(document)) return rangeRule;
  const found = Object.entries(rules).find(([, breaks]) => breaks(document, description));
  return found?.[0];
}

// A settlement is not tried while the contract is none, so what is left is the reader's word on
// the experience.
function readerIssues(name, text) {
  const answer = JSON.parse(name === 'contract' ? engine.validate(text) : engine.settle('0', text));
  if (answer.ok) return [];
  return name === 'contract'
    ? answer.issues
    : answer.issues.filter(({ path }) => path.startsWith('/experience'));
}

// A contract that is all said by a program, and now and then says something itself.
function namedContract(random) {
  const whole = description.programs.filter(({ whole_contract: is }) => is);
  const { program: name, editions: of } = random.pick(whole);
  const { performance_year: year } = random.pick(of);
  const benchmark = { base_years: [{ year: 2023, weight: 1 }] };
  return {
    format: description.contract_format,
    title: 'All said by a program',
    program: { name, performance_year: random.chance(30) ? year + 50 : year },
    ...(random.chance(30) ? { benchmark } : {}),
  };
}

function changed(random, name) {
  if (name === 'contract' && random.chance(2)) return namedContract(random);
  const contract = random.chance(30)
    ? structuredClone(random.pick(real).contract)
    : randomContract(random, editions, { every: true });
  const experience = random.chance(30)
    ? structuredClone(random.pick(real).experience)
    : randomExperience(random, contract);
  const document = name === 'contract' ? contract : experience;
  // A slip stands alone most of the time: beside another change the schema often speaks first.
  const slips = random.chance(40);
  if (slips) slip(random, document);
  if (slips && random.chance(70)) return document;
  for (let i = random.below(4); i > 0; i -= 1) mutate(random, document);
  return document;
}

function compare(name, rules, seed, count) {
  const random = new Random(seed);
  const seen = new Map();
  for (let i = 0; i < count; i += 1) {
    const document = changed(random, name);
    const text = JSON.stringify(document);
    const rule = broken(name, rules, JSON.parse(text));
    const issues = readerIssues(name, text);
    assert.equal(
      issues.length === 0,
      rule === undefined,
      `document ${i}: schema and rules say ${rule ?? 'good'}, the reader ${JSON.stringify(issues)}\n${text}`,
    );
    for (const { message } of issues) assert.match(message, /^[A-Z][^]*[.?]$/, text);
    seen.set(rule, (seen.get(rule) ?? 0) + 1);
  }
  return seen;
}

function assertTried(seen, rules) {
  for (const rule of [undefined, 'schema', rangeRule, ...Object.keys(rules)]) {
    assert.ok(seen.get(rule) >= 3, `only ${seen.get(rule) ?? 0} documents: ${rule ?? 'good'}`);
  }
}

test('the contract reader accepts what schema and rules accept, on 20,000 changed contracts', () => {
  assertTried(compare('contract', contractRules, 20260101, 20_000), contractRules);
});

test('the experience reader accepts what schema and rules accept, on 20,000 changed experiences', () => {
  assertTried(compare('experience', experienceRules, 20260102, 20_000), experienceRules);
});
