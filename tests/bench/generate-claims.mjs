// SPDX-License-Identifier: Apache-2.0
// Writes claims, eligibility and a roster for benchmarks and trials, and terms.json beside them:
//   node tests/bench/generate-claims.mjs --out FOLDER [--members N] [--lines N] [--seed N]
//     [--full-width] [--quoted] [--crlf] [--reversals RATE] [--duplicates RATE]
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaults, generateClaims } from '../support/claims-generator.mjs';
import { populationTerms } from '../support/claims-job.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({
  options: {
    out: text,
    members: text,
    lines: text,
    seed: text,
    reversals: text,
    duplicates: text,
    'full-width': flag,
    quoted: flag,
    crlf: flag,
  },
});
if (!values.out) {
  console.error('usage: node tests/bench/generate-claims.mjs --out FOLDER [--lines N] …');
  process.exit(2);
}
const number = (name) => (values[name] === undefined ? defaults[name] : Number(values[name]));
const begin = performance.now();
const made = generateClaims(values.out, {
  members: number('members'),
  lines: number('lines'),
  seed: number('seed'),
  reversals: number('reversals'),
  duplicates: number('duplicates'),
  fullWidth: values['full-width'],
  quoted: values.quoted,
  crlf: values.crlf,
});
writeFileSync(join(values.out, 'terms.json'), `${JSON.stringify(populationTerms(), null, 2)}\n`);
for (const kind of ['claims', 'eligibility', 'roster']) {
  console.log(`${made[kind]}  ${(statSync(made[kind]).size / 1e6).toFixed(1)} MB`);
}
const { lines, claims, reversals, duplicates } = made.count;
console.log(`${lines} lines of ${claims} claims, ${reversals} reversals, ${duplicates} duplicates`);
console.log(`${((performance.now() - begin) / 1000).toFixed(1)} s`);
