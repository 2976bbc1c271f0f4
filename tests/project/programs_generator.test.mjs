// SPDX-License-Identifier: Apache-2.0
// scripts/generate/programs.mjs refuses an edition that is not sound, naming file and place, and
// writes the checked-in tables.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkEdition, render, repeatedKey } from '../../scripts/generate/programs.mjs';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kFile = 'engine/programs/mssp/2024.json';
const kText = readFileSync(join(kRoot, kFile), 'utf8');

// The errors of the 2024 edition after `change` has been at it.
function errorsAfter(change) {
  const edition = JSON.parse(kText);
  change(edition);
  return checkEdition(kFile, 'mssp', 2024, JSON.stringify(edition)).errors;
}

function refuses(name, change, place, words) {
  test(name, () => {
    const errors = errorsAfter(change);
    const found = errors.filter((e) => e.startsWith(`${kFile}${place}:`) && e.includes(words));
    assert.equal(found.length, 1, `expected ${place}: …${words}…, got:\n${errors.join('\n')}`);
  });
}

test('the checked-in tables are what the editions say', () => {
  const run = spawnSync(process.execPath, ['scripts/generate/programs.mjs', '--check'], {
    cwd: kRoot,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
});

test('a sound edition has no error', () => {
  assert.deepEqual(checkEdition(kFile, 'mssp', 2024, kText).errors, []);
});

test('the same editions make the same text, and another figure another one', () => {
  const edition = JSON.parse(kText);
  assert.equal(render([edition]), render([JSON.parse(kText)]));
  edition.parameters[0].value = '0.03';
  assert.notEqual(render([edition]), render([JSON.parse(kText)]));
});

test('a key that stands twice in one object is found, the same key in two objects is not', () => {
  assert.equal(repeatedKey('{"a": 1, "b": [{"a": 1}, {"a": "}\\"a"}], "a": 2}'), 'a');
  assert.equal(repeatedKey('{"a": 1, "b": [{"a": 1}, {"a": "\\"a\\": "}]}'), undefined);
  const twice = kText.replace('"law": "settled",', '"law": "settled", "law": "not_settled",');
  const { errors } = checkEdition(kFile, 'mssp', 2024, twice);
  assert.match(errors.join('\n'), /the key "law" stands twice/);
});

test('what is not JSON is refused', () => {
  assert.match(checkEdition(kFile, 'mssp', 2024, '{').errors[0], /is not JSON/);
});

const parameter = (edition, id) => edition.parameters.find((p) => p.id === id);
const track = (edition, id) => edition.tracks.find((t) => t.id === id);
const drop = (list, id) => list.splice(list.findIndex((p) => p.id === id), 1);

refuses('an unknown key', (e) => (e.colour = 'red'), '/colour', 'unknown key');
refuses('a missing part', (e) => delete e.law, '', 'lacks "law"');
refuses('another program', (e) => (e.program = 'reach'), '/program', 'as its folder');
refuses(
  'another year',
  (e) => (e.performance_year = 2023),
  '/performance_year',
  'as its file name',
);
refuses('an edition of another year', (e) => (e.edition = '2023-1'), '/edition', '"2024-1"');
refuses('law of an unknown kind', (e) => (e.law = 'likely'), '/law', 'settled or not_settled');
refuses(
  'unsettled law without a note',
  (e) => Object.assign(e, { law: 'not_settled', note: '' }),
  '/note',
  'what is not settled',
);
refuses('no citation', (e) => delete e.parameters[0].citation, '/parameters/0', 'lacks "citation"');
refuses(
  'an empty citation',
  (e) => (e.parameters[0].citation = ' '),
  '/parameters/0/citation',
  'not empty',
);
refuses(
  'an unknown status',
  (e) => (e.parameters[0].status = 'true'),
  '/parameters/0/status',
  'one of',
);
refuses('another unit', (e) => (e.parameters[0].unit = 'percent'), '/parameters/0/unit', 'must be');
refuses('a percent', (e) => (e.parameters[0].value = '2'), '/parameters/0/value', 'is no fraction');
refuses('a number', (e) => (e.parameters[0].value = 0.02), '/parameters/0/value', 'is no fraction');
refuses(
  'a word that is no choice',
  (e) => (parameter(e, 'quality_effect').value = 'scaled'),
  '/parameters/3/value',
  'one of reporting',
);
refuses(
  'a parameter that nothing reads',
  (e) => e.parameters.push({ ...e.parameters[0], id: 'idle' }),
  '/parameters/16/id',
  'nothing reads',
);
refuses(
  'a parameter twice',
  (e) => e.parameters.push(e.parameters[0]),
  '/parameters/16/id',
  'twice',
);
refuses(
  'an edition without sequestration',
  (e) => drop(e.parameters, 'sequestration_rate'),
  '/parameters',
  'lacks the parameter "sequestration_rate"',
);
refuses(
  'half of a group of parameters',
  (e) => drop(e.parameters, 'low_revenue_threshold'),
  '/parameters',
  'lacks the parameter "low_revenue_threshold"',
);
refuses('a track twice', (e) => e.tracks.push(e.tracks[0]), '/tracks/6/id', 'stands twice');
refuses(
  'a one-sided track with a loss rate',
  (e) => {
    const lossRate = track(e, 'basic_e').parameters.find((p) => p.id === 'loss_rate');
    track(e, 'basic_a').parameters.push(lossRate);
  },
  '/tracks/0/parameters',
  'a one-sided one none',
);
refuses(
  'an election without options',
  (e) => drop(track(e, 'basic_e').parameters, 'minimum_rate_options'),
  '/tracks/4/parameters',
  '"minimum_rate_options" goes with',
);
refuses(
  'a gap in the size table',
  (e) => (e.size_table[3].from = 3001),
  '/size_table/3/from',
  '3000',
);
refuses(
  'a jump in the size table',
  (e) => (e.size_table[3].start = '0.06'),
  '/size_table/3/start',
  'ends',
);
refuses(
  'a size table that ends',
  (e) => (e.size_table.at(-1).to = 99999),
  '/size_table/13/to',
  'null',
);
refuses(
  'a band without a unit',
  (e) => delete e.size_table[2].unit,
  '/size_table/2',
  'lacks "unit"',
);
