// SPDX-License-Identifier: Apache-2.0
// Every example and every answer of the engine has the shape that the schemas say, and the closed
// lists in the schemas are those of the engine.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cmsData, editionsOf, examples, loadWasm } from '../support/engine.mjs';
import { mutate } from '../support/mutations.mjs';
import { Random } from '../support/random.mjs';
import { randomContract, randomExperience } from '../support/random-documents.mjs';
import { assertValid, schemas, validators } from './schemas.mjs';

const engine = await loadWasm();
const description = JSON.parse(engine.describe());
const editions = editionsOf(description, 'mssp');
const schema = validators({ ranges: true });
const definitions = (id) => schemas().find(({ $id }) => $id === `${id}.schema.json`).$defs;

test('every example is valid, and so is its settlement', () => {
  const all = examples();
  assert.ok(all.length >= 19);
  for (const { name, contract, experience } of all) {
    assertValid(schema('contract'), JSON.parse(contract), `${name}/contract.json`);
    assertValid(schema('experience'), JSON.parse(experience), `${name}/experience.json`);
    assertValid(schema('settlement'), JSON.parse(engine.settle(contract, experience)), name);
    assertValid(schema('validation'), JSON.parse(engine.validate(contract)), name);
  }
});

test('the answers to 3,000 random pairs are settlements or refusals', () => {
  const random = new Random(7);
  let settled = 0;
  for (let i = 0; i < 3000; i += 1) {
    const contract = randomContract(random, editions, { every: true });
    const experience = randomExperience(random, contract);
    if (random.chance(20)) mutate(random, random.pick([contract, experience]));
    const answer = JSON.parse(engine.settle(JSON.stringify(contract), JSON.stringify(experience)));
    assertValid(schema(answer.ok ? 'settlement' : 'issues'), answer, `answer ${i}`);
    settled += answer.ok ? 1 : 0;
  }
  assert.ok(settled > 1500 && settled < 3000, `${settled} settled`);
});

test('the description is valid', () => {
  assertValid(schema('describe'), description, 'describe()');
});

test('the closed lists of the schemas are those of the engine', () => {
  assert.deepEqual(definitions('common').issue_code.enum, description.issue_codes);
  assert.deepEqual(definitions('common').status.enum, description.statuses);
  assert.deepEqual(definitions('settlement').operation.enum, description.operations);
  const tracks = new Set(editions.flatMap((edition) => edition.tracks.map(({ id }) => id)));
  const { performance_year: year, track } = definitions('contract').mssp_elections.properties;
  assert.deepEqual(new Set(track.enum), tracks);
  const years = editions.map((edition) => edition.performance_year);
  assert.deepEqual([year.minimum, year.maximum], [Math.min(...years), Math.max(...years)]);
});

test('every object in the schemas is closed, and every input has a title', () => {
  const walk = (node, path) => {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'object' && node.properties) {
      assert.equal(node.additionalProperties, false, path);
    }
    for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
  };
  for (const each of schemas()) walk(each, each.$id);
  for (const id of ['contract', 'experience']) {
    for (const [name, part] of Object.entries(definitions(id))) {
      for (const [key, child] of Object.entries(part.properties ?? {})) {
        assert.ok(child.title, `${id}: ${name}.${key} has no title`);
      }
    }
  }
});

const files = existsSync(cmsData)
  ? readdirSync(cmsData).filter((name) => name.endsWith('.csv'))
  : [];
const skip = files.length === 0 && "CMS's published results are not here: set GAINSHARE_CMS_DATA";

test('a back-test of published results is valid, row by row', { skip }, () => {
  for (const name of files) {
    const run = new engine.Backtest();
    run.add(name, readFileSync(join(cmsData, name)));
    const answer = JSON.parse(run.run(0));
    run.delete();
    assertValid(schema('backtest'), answer, name);
    assert.ok(answer.rows.length > 0, name);
  }
});

test('a back-tested row is settled from its own contract and experience', { skip }, () => {
  for (const name of files) {
    const run = new engine.Backtest();
    run.add(name, readFileSync(join(cmsData, name)));
    const { rows } = JSON.parse(run.run(0));
    run.delete();
    for (const row of rows.filter(({ minimum_rate_taken: taken }) => taken === undefined)) {
      const answer = JSON.parse(
        engine.settle(JSON.stringify(row.contract), JSON.stringify(row.experience)),
      );
      assert.ok(answer.ok, `${name}:${row.line}: ${JSON.stringify(answer.issues)}`);
      const earned = answer.payment_cents - answer.loss_owed_cents;
      assert.equal(earned, row.computed_earned_cents, `${name}:${row.line}`);
    }
  }
});
