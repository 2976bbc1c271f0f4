// SPDX-License-Identifier: Apache-2.0
// Writes web/src/model/types.generated.ts from engine/schema/*.schema.json, the single source of
// shape: a type for every object on the wire, the closed lists, and for every input its title,
// unit, limits and choices.
//
//   node scripts/generate/types.mjs           writes the file
//   node scripts/generate/types.mjs --check   exits 1 when the file on disk differs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'engine/schema');
const target = 'web/src/model/types.generated.ts';

const schemas = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [
      name.replace('.schema.json', ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')),
    ]),
);

// What only a validator can use, and titles: they are labels for people, not names of types.
const notForTypes = new Set([
  '$schema',
  '$id',
  '$comment',
  'title',
  'allOf',
  'if',
  'then',
  'else',
  'dependentRequired',
  'minItems',
  'maxItems',
  'pattern',
  'format',
]);

// The name of a definition among those of all schemas: its own, after its schema's where two
// schemas have one of that name.
function nameOf(home, key) {
  const homes = Object.entries(schemas).filter(([, { $defs = {} }]) => key in $defs);
  return homes.length > 1 || (key in schemas && schemas[key].type) ? `${home}_${key}` : key;
}

// All schemas as one, each reference pointing into it.
function inline(schema, home) {
  if (Array.isArray(schema)) return schema.map((item) => inline(item, home));
  if (schema === null || typeof schema !== 'object') return schema;
  const isReference = typeof schema.$ref === 'string';
  if (isReference) {
    const [file, pointer = ''] = schema.$ref.split('#');
    const name = file === '' ? home : file.replace('.schema.json', '');
    const key = pointer.replace('/$defs/', '');
    return { $ref: `#/$defs/${pointer === '' ? name : nameOf(name, key)}` };
  }
  // An id is a reference with a word against one value, which a type cannot say.
  if (schema.allOf?.[0]?.$ref && schema.type === undefined) return inline(schema.allOf[0], home);
  const kept = {};
  for (const [key, value] of Object.entries(schema)) {
    const isMap = key === 'properties' || key === '$defs';
    if (isMap) {
      kept[key] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, inline(child, home)]),
      );
    } else if (
      key === 'anyOf' &&
      value.every((option) => Object.keys(option).join() === 'required')
    ) {
      continue; // "one of these keys" has no type
    } else if (!notForTypes.has(key) && !key.startsWith('x-')) {
      kept[key] = inline(value, home);
    }
  }
  return kept;
}

function bundle() {
  const definitions = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const { $defs = {}, ...top } = schema;
    if (top.type) definitions[name] = inline(top, name);
    for (const [key, part] of Object.entries($defs)) {
      definitions[nameOf(name, key)] = inline(part, name);
    }
  }
  return { title: 'Wire', type: 'object', additionalProperties: false, $defs: definitions };
}

// The limits of one input: what a form needs to label and check it.
function limitsOf(schema, home) {
  const [file, pointer] = (schema.$ref ?? '').split('#');
  const referred = schema.$ref
    ? pointer
        .split('/')
        .slice(1)
        .reduce((node, key) => node[key], schemas[file ? file.replace('.schema.json', '') : home])
    : {};
  const all = { ...referred, ...schema };
  const limits = { title: all.title };
  if (all.description) limits.description = all.description;
  if (all['x-unit']) limits.unit = all['x-unit'];
  const range = all['x-range'];
  if (range) {
    limits.low = range.low;
    limits.high = range.high;
    if (range.above_low) limits.above_low = true;
  } else if (all.minimum !== undefined) {
    limits.low = String(all.minimum);
    limits.high = String(all.maximum);
  }
  if (all.enum) limits.choices = all.enum;
  if (all.maxLength && all.type === 'string') limits.longest = all.maxLength;
  if (all.default !== undefined) limits.default = all.default;
  return limits;
}

function inputs() {
  const found = {};
  for (const home of ['contract', 'experience']) {
    const { $defs, ...top } = schemas[home];
    for (const [name, part] of Object.entries({ [home]: top, ...$defs })) {
      for (const [key, schema] of Object.entries(part.properties ?? {})) {
        found[`${name}.${key}`] = limitsOf(schema, home);
      }
    }
  }
  return found;
}

const list = (name, type, words) =>
  `export const ${name}: readonly ${type}[] = ${JSON.stringify(words)};\n`;

async function generated() {
  const types = await compile(bundle(), 'Wire', {
    bannerComment: '',
    unreachableDefinitions: true,
    format: true,
    style: { singleQuote: true, printWidth: 100 },
  });
  // The bundle itself is nothing on the wire, and neither is the library's note on each definition.
  const clean = types
    .replace(/export interface Wire \{\}\n/, '')
    .replace(
      / \*\n \* This interface was referenced by `Wire`'s JSON-Schema\n \* via the `definition` "[a-z_]+"\.\n/g,
      '',
    )
    .replace(
      /\/\*\*\n \* This interface was referenced by `Wire`'s JSON-Schema\n \* via the `definition` "[a-z_]+"\.\n \*\/\n/g,
      '',
    );
  const common = schemas.common.$defs;
  const settlement = schemas.settlement.$defs;
  return [
    '// SPDX-License-Identifier: Apache-2.0',
    '// Generated by scripts/generate/types.mjs from engine/schema. Do not edit: change a schema there',
    '// and run it again.',
    '',
    clean.trim(),
    '',
    list('issueCodes', 'IssueCode', common.issue_code.enum) +
      list('statuses', 'Status', common.status.enum) +
      list('operations', 'Operation', settlement.operation.enum) +
      list('units', 'Unit', settlement.unit.enum),
    '// What a form needs to know about an input. Numbers are texts: no limit passes through a double.',
    'export interface InputLimits {',
    '  title: string;',
    '  description?: string;',
    '  unit?: string;',
    '  low?: string;',
    '  high?: string;',
    '  above_low?: boolean;',
    '  choices?: readonly string[];',
    '  longest?: number;',
    '  default?: string | number | boolean;',
    '}',
    `export const inputLimits: Readonly<Record<string, InputLimits>> = ${JSON.stringify(inputs(), null, 2)};`,
    '',
  ].join('\n');
}

const text = await generated();
if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = readFileSync(join(root, target), 'utf8');
  } catch {
    // no file is out of date too
  }
  if (current !== text) {
    console.error(`${target} is out of date: run node scripts/generate/types.mjs`);
    process.exit(1);
  }
} else {
  writeFileSync(join(root, target), text);
  console.log(`wrote ${target}`);
}
