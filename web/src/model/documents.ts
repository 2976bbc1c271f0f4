// SPDX-License-Identifier: Apache-2.0
import { valueOf, type Draft, type FieldGroup, type FieldSpec } from './fields.js';
import { NumberText, setAt, writeJson, type Json } from './json.js';
import { read, type Reading } from './parse.js';

// The two documents that the engine settles, made from what is typed in the fields that the
// form shows. What cannot be read as a figure is sent as it stands, so that the engine still
// reports everything else; the field's own message then takes the place of the engine's.
export interface Documents {
  contract: string;
  experience: string;
  readings: ReadonlyMap<string, Reading>; // by path, of the fields shown
}

// What a kind of contract always says: format, stream id and kind.
export type Constants = readonly (readonly [path: string, value: Json])[];

function jsonOf(spec: FieldSpec, reading: Reading, typed: string): Json | undefined {
  if (reading.state === 'empty') return undefined;
  if (reading.state === 'unreadable') return typed;
  return spec.asNumber && typeof reading.json === 'string'
    ? new NumberText(reading.json)
    : reading.json;
}

export function documents(
  draft: Draft,
  groups: readonly FieldGroup[],
  constants: Constants,
): Documents {
  const root = { contract: {}, experience: {} } as { contract: Json; experience: Json };
  const readings = new Map<string, Reading>();
  for (const [path, value] of constants) setAt(root, path, value);
  for (const spec of groups.flatMap((group) => group.fields)) {
    const typed = valueOf(draft, spec);
    const reading = read(spec.kind, typed);
    readings.set(spec.path, reading);
    const json = jsonOf(spec, reading, typed);
    if (!spec.path.startsWith('@') && json !== undefined) setAt(root, spec.path, json);
  }
  return {
    contract: writeJson(root.contract),
    experience: writeJson(root.experience),
    readings,
  };
}
