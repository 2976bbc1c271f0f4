// SPDX-License-Identifier: Apache-2.0

// The parts of a document as scripts/form-data.mjs compiles them from the schemas. Keys are short
// because all of it stands in the page.
export type Shape =
  | 'object'
  | 'list'
  | 'any'
  | 'const'
  | 'choice'
  | 'flag'
  | 'number'
  | 'text'
  | 'date'
  | 'null'
  | 'json' // anything: the schema does not say
  | 'ref';

export interface Part {
  t: Shape;
  l?: string; // label
  d?: string; // description
  u?: string; // unit
  f?: string; // default
  p?: Readonly<Record<string, Part>>; // members
  m?: Part; // what every other member is
  r?: readonly string[]; // required members
  n?: readonly (readonly (readonly string[])[])[]; // of each list, one set of members is required
  c?: readonly Condition[];
  i?: Part; // items
  min?: number;
  max?: number;
  o?: readonly Part[]; // alternatives
  v?: string | number | boolean; // constant
  e?: readonly string[]; // choices
  lo?: string;
  hi?: string;
  int?: boolean;
  to?: string; // name of the part that is meant
}

// What a condition that holds asks for and keeps out, here and in members.
export interface Effects {
  r?: readonly string[];
  f?: readonly string[];
  in?: Readonly<Record<string, Effects>>;
}
export interface Condition {
  if: Test;
  then?: Effects;
  else?: Effects;
}
export type Test =
  | boolean
  | {
      required?: readonly string[];
      properties?: Readonly<Record<string, Test>>;
      const?: unknown;
      enum?: readonly unknown[];
      not?: Test;
      anyOf?: readonly Test[];
      allOf?: readonly Test[];
    };

export type Parts = Readonly<Record<string, Part>>;

export interface Preset {
  id: string;
  contract: string; // JSON texts
  experience: string;
}
export interface FormData {
  parts: Parts;
  presets: readonly Preset[];
}

const kNothing: Part = { t: 'json' };
const kMostSteps = 20;

// The part that is meant, with what the reference says of it in front. Parts may contain
// themselves: nothing here goes deeper than asked.
export function resolved(part: Part, parts: Parts): Part {
  let found = part;
  for (let steps = 0; found.t === 'ref'; steps += 1) {
    const target = steps < kMostSteps ? parts[found.to ?? ''] : undefined;
    if (!target) return kNothing;
    const { t: _, to: __, ...said } = found;
    found = { ...target, ...said };
  }
  return found;
}

const kEmpty: Effects = {};

function merged(a: Effects, b: Effects): Effects {
  const keys = new Set([...Object.keys(a.in ?? {}), ...Object.keys(b.in ?? {})]);
  return {
    r: [...(a.r ?? []), ...(b.r ?? [])],
    f: [...(a.f ?? []), ...(b.f ?? [])],
    in: Object.fromEntries(
      [...keys].map((key) => [key, merged(a.in?.[key] ?? kEmpty, b.in?.[key] ?? kEmpty)]),
    ),
  };
}

// All effects on an object: those of its own conditions and what an object around it asks.
export function effectsOn(
  part: Part,
  holds: (test: Test) => boolean,
  from: Effects = kEmpty,
): Effects {
  return (part.c ?? []).reduce(
    (sum, { if: test, then, else: otherwise }) =>
      merged(sum, (holds(test) ? then : otherwise) ?? kEmpty),
    from,
  );
}
