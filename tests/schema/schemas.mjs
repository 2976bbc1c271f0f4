// SPDX-License-Identifier: Apache-2.0
// The schemas of engine/schema, compiled.
import Ajv from 'ajv/dist/2020.js';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/engine.mjs';
import { withinRange } from './rules.mjs';

const folder = join(root, 'engine/schema');

export function schemas() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

// Validators by name. `ranges` adds the exact check of x-range, which JSON Schema itself ignores.
export function validators({ ranges }) {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  if (ranges) {
    ajv.addKeyword({
      keyword: 'x-range',
      type: ['number', 'string'],
      validate: (range, value) => withinRange(range, value),
    });
  }
  for (const schema of schemas()) ajv.addSchema(schema);
  return (name) => ajv.getSchema(`${name}.schema.json`);
}

export function assertValid(validate, value, what) {
  if (validate(value)) return;
  const [first] = validate.errors;
  throw new Error(`${what}${first.instancePath}: ${first.message} (${first.schemaPath})`);
}
