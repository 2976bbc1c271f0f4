// SPDX-License-Identifier: Apache-2.0
// What the page's forms are generated from, small enough to stand in the page: the parts of
// contract, experience and population terms as engine/schema states them, and the cases of
// tests/golden as presets. Of each schema only what a form needs is kept; what merely narrows a
// value (patterns, lengths, "at least one of") is the engine's to say.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const kDocuments = ['contract', 'experience', 'population'];
const kNames = ['common', ...kDocuments];

// Keywords of a part that the form reads, and those that it may ignore since the engine holds them.
const kRead = new Set([
  ...['$ref', 'type', 'const', 'enum', 'title', 'description', 'default', 'x-unit', 'x-range'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems'],
  ...['anyOf', 'oneOf', 'allOf', 'if', 'then', 'else', 'not', 'dependentRequired', '$defs'],
  ...['minimum', 'maximum', 'format'],
]);
const kEngine = new Set([
  ...['$schema', '$id', '$comment', 'pattern', 'minLength', 'maxLength', 'exclusiveMinimum'],
  ...['minProperties', 'maxProperties', 'uniqueItems', 'propertyNames', 'exclusiveMaximum'],
  ...['contains', 'minContains', 'maxContains'],
]);
const kInCondition = new Set(['required', 'properties', 'const', 'enum', 'not', 'anyOf', 'allOf']);

// Compiles the schemas; `unknown` lists what it has no meaning for, with its place.
class Compiler {
  unknown = [];
  parts = {};

  constructor(schemas) {
    this.schemas = schemas;
  }

  // A definition's name among all: "contract" for a whole schema, "contract.cap" within one.
  name(reference, home) {
    const [file, pointer = ''] = reference.split('#');
    const schema = file === '' ? home : file.replace('.schema.json', '');
    return pointer === '' ? schema : `${schema}.${pointer.replace('/$defs/', '')}`;
  }

  define(name) {
    if (name in this.parts) return;
    this.parts[name] = {};
    const [home, key] = name.split('.');
    const schema = key === undefined ? this.schemas[home] : this.schemas[home]?.$defs?.[key];
    if (!schema) this.unknown.push(`${name}: is not defined`);
    else this.parts[name] = this.part(schema, home, name, false);
  }

  // `own`: the part is a member's, so that what describes it is meant for whoever fills it in.
  part(schema, home, place, own = true) {
    if (schema === true) return { t: 'json' };
    for (const key of Object.keys(schema))
      if (!kRead.has(key) && !kEngine.has(key)) this.unknown.push(`${place}: ${key}`);
    const made = this.shape(schema, home, place);
    if (schema.title) made.l = schema.title;
    const shape = made.t === 'ref' ? this.parts[made.to].t : made.t;
    const isLeaf = shape !== undefined && !['object', 'list', 'any', 'ref'].includes(shape);
    if (schema.description && (own || !isLeaf)) made.d = schema.description;
    if (schema['x-unit']) made.u = schema['x-unit'];
    if (schema.default !== undefined) made.f = String(schema.default);
    return made;
  }

  shape(schema, home, place) {
    const reference = schema.$ref ?? schema.allOf?.find((part) => part.$ref)?.$ref;
    if (reference) {
      const to = this.name(reference, home);
      this.define(to);
      return { t: 'ref', to };
    }
    if ('const' in schema) return { t: 'const', v: schema.const };
    if (schema.enum) return { t: 'choice', e: schema.enum };
    if (schema['x-range']) return this.number(schema['x-range']);
    const type = schema.type ?? (schema.properties ? 'object' : undefined);
    if (type === undefined) {
      const options = schema.anyOf ?? schema.oneOf;
      if (options)
        return {
          t: 'any',
          o: options.map((part, i) => this.part(part, home, `${place}/${i}`, false)),
        };
    }
    switch (type) {
      case 'object':
        return this.object(schema, home, place);
      case 'array':
        return this.list(schema, home, place);
      case 'boolean':
        return { t: 'flag' };
      case 'null':
        return { t: 'null' };
      case 'string':
        return { t: schema.format === 'date' ? 'date' : 'text' };
      case 'integer':
        return { int: true, ...this.number({ low: schema.minimum, high: schema.maximum }) };
      case 'number':
        return this.number({ low: schema.minimum, high: schema.maximum });
      default:
        this.unknown.push(`${place}: no type`);
        return { t: 'json' };
    }
  }

  number({ low, high }) {
    const text = (limit) => (limit === undefined ? undefined : String(limit));
    return { t: 'number', lo: text(low), hi: text(high) };
  }

  list(schema, home, place) {
    const made = { t: 'list', i: this.part(schema.items ?? true, home, `${place}/items`, false) };
    if (schema.minItems) made.min = schema.minItems;
    if (schema.maxItems !== undefined) made.max = schema.maxItems;
    return made;
  }

  object(schema, home, place) {
    const made = { t: 'object' };
    const { properties = {}, required = [], additionalProperties: more } = schema;
    const members = Object.entries(properties).filter(([, part]) => part !== false);
    if (members.length > 0)
      made.p = Object.fromEntries(
        members.map(([key, part]) => [key, this.part(part, home, `${place}/${key}`)]),
      );
    if (required.length > 0) made.r = required;
    if (typeof more === 'object') made.m = this.part(more, home, `${place}/*`, false);
    // One of several shapes on top of what they share.
    const options = schema.oneOf ?? schema.anyOf;
    if (options?.some((part) => part.$ref || part.properties))
      this.unknown.push(`${place}: alternatives beside properties`);
    const needs = [schema, ...(schema.allOf ?? [])].flatMap((part) => {
      const sets = part.oneOf ?? part.anyOf ?? [];
      return sets.length > 0 && sets.every((one) => one.required)
        ? [sets.map((one) => one.required)]
        : [];
    });
    if (needs.length > 0) made.n = needs;
    const conditions = this.conditions(schema, place);
    if (conditions.length > 0) made.c = conditions;
    return made;
  }

  conditions(schema, place) {
    const made = [];
    for (const part of [schema, ...(schema.allOf ?? [])]) {
      if (part.if) {
        this.checkCondition(part.if, place);
        const [then, otherwise] = [this.effects(part.then), this.effects(part.else)];
        made.push({ if: part.if, ...(then && { then }), ...(otherwise && { else: otherwise }) });
      }
      // "not both": each of the two keeps the other out.
      const both = part.not?.required;
      if (both?.length === 2)
        for (const [i, key] of both.entries())
          made.push({ if: { required: [key] }, then: { f: [both[1 - i]] } });
      for (const [key, keys] of Object.entries(part.dependentRequired ?? {}))
        made.push({ if: { required: [key] }, then: { r: keys } });
    }
    return made;
  }

  // What a condition asks for or keeps out, at whatever depth; nothing where it only narrows.
  effects(schema) {
    if (!schema) return undefined;
    const made = {};
    const members = Object.entries(schema.properties ?? {});
    const forbidden = members.filter(([, part]) => part === false).map(([key]) => key);
    if (forbidden.length > 0) made.f = forbidden;
    if (schema.required) made.r = schema.required;
    const inner = members.flatMap(([key, part]) => {
      const effects = part === false ? undefined : this.effects(part);
      return effects ? [[key, effects]] : [];
    });
    if (inner.length > 0) made.in = Object.fromEntries(inner);
    return Object.keys(made).length > 0 ? made : undefined;
  }

  checkCondition(condition, place) {
    if (typeof condition !== 'object') return;
    for (const [key, value] of Object.entries(condition)) {
      if (!kInCondition.has(key)) this.unknown.push(`${place}: ${key} in a condition`);
      const inner = key === 'properties' ? Object.values(value) : key === 'not' ? [value] : value;
      if (['properties', 'not', 'anyOf', 'allOf'].includes(key))
        for (const part of inner) this.checkCondition(part, place);
    }
  }
}

export function compileSchemas(schemas) {
  const compiler = new Compiler(schemas);
  for (const name of kDocuments) if (name in schemas) compiler.define(name);
  return { parts: compiler.parts, unknown: compiler.unknown };
}

export function readSchemas(root) {
  const read = (name) =>
    JSON.parse(readFileSync(join(root, `engine/schema/${name}.schema.json`), 'utf8'));
  return Object.fromEntries(kNames.map((name) => [name, read(name)]));
}

// The texts as they stand, without the white space: a figure must not pass through a double.
const compact = (text) =>
  text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (found) => (found[0] === '"' ? found : ''));

export function readPresets(root) {
  const folder = join(root, 'tests/golden/cases');
  const read = (id, name) => compact(readFileSync(join(folder, id, `${name}.json`), 'utf8'));
  return readdirSync(folder)
    .sort()
    .map((id) => ({ id, contract: read(id, 'contract'), experience: read(id, 'experience') }));
}

// One JSON text; the documents stand in it as JSON texts of their own.
export const formData = (root) =>
  JSON.stringify({ parts: compileSchemas(readSchemas(root)).parts, presets: readPresets(root) });
