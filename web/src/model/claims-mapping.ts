// SPDX-License-Identifier: Apache-2.0
import type { FileKind, KindMapping, Mapping, Sniff } from '../engine/population-protocol.js';
import { kKinds } from '../engine/population-protocol.js';

// Which columns of a file are which fields, where its names are not those of the input layer.

export interface MappedField {
  name: string;
  required?: boolean;
  like: readonly RegExp[]; // of column names in lower case with single underscores
}

const field = (name: string, ...like: readonly RegExp[]): MappedField => ({ name, like });
const needed = (name: string, ...like: readonly RegExp[]): MappedField => ({
  ...{ name, like, required: true },
});

const kPerson = needed(
  'person_id',
  /^(person|member|patient|bene|beneficiary|subscriber|desynpuf|enrollee)(_?id)?$/,
  /(person|member|patient|bene|subscriber|mbi|hic).*(id|key|num)/,
  /^mbi$/,
);

// In the order in which people look for them. Diagnoses beyond the first keep their own names.
export const kFields: Readonly<Record<FileKind, readonly MappedField[]>> = {
  claims: [
    needed('claim_id', /^cl(ai)?m_?(id|num(ber)?|key)$/, /cl(ai)?m.*(id|num)/, /^id$/),
    field('claim_line_number', /line_?(num(ber)?|no|id)$/, /^(line|segment)$/),
    kPerson,
    needed('paid_amount', /(paid|pmt|payment|reimb).*(amt|amount)?/),
    field('allowed_amount', /(alowd|allowed|alwd)/),
    field('claim_line_start_date', /line.*(1st|from|start|first).*(dt|date)/, /line.*(dt|date)/),
    field('claim_start_date', /(from|start|first|service|svc).*(dt|date)/, /^(dos|start)$/),
    field('paid_date', /(paid|pmt|payment|check).*(dt|date)/),
    field('claim_type', /^(claim|clm|nch).*type(_cd|_code)?$/),
    field('hcpcs_code', /(hcpcs|cpt|proc(edure)?)(_cd|_code)?$/, /^code$/),
    field('place_of_service_code', /^pos$/, /(place|plc).*(of)?.*(srvc|service)/),
    field('bill_type_code', /bill_?type/, /type_of_bill|^tob$/),
    field('revenue_center_code', /rev(enue)?_?(cntr|center|ctr)/),
    field('rendering_npi', /(rendering|prf_physn|performing|attending|at_physn).*npi/, /^npi$/),
    field('billing_npi', /(billing|org|pay_to).*npi/),
    field('rendering_tin', /(^|_)(tin|tax_?(num|id))$/),
    field('diagnosis_code_1', /(diag|dgns|dx).*_?1?$/),
    field('data_source', /^(data_)?source$/, /^payer$/),
  ],
  eligibility: [
    kPerson,
    field(
      'enrollment_start_date',
      /(enroll|elig|cov|eff).*(start|beg|from|eff).*/,
      /^start_?date$/,
    ),
    field('enrollment_end_date', /(enroll|elig|cov|term).*(end|thru|term).*/, /^end_?date$/),
    field('enrollment_months', /(mons|mo_cnt|months)$/),
    field('enrollment_year', /^(rfrnc_yr|year|enrollment_year)$/),
    field('birth_date', /(birth|dob)/),
    field('death_date', /(death|dod$)/),
    field('gender', /^(sex|gender)/, /sex_(ident_)?cd/),
    field('dual_status_code', /dual/),
    field('original_reason_entitlement_code', /(orec|orig.*(entl|rsn|reason))/),
    field('medicare_status_code', /(mdcr|medicare)_(status|stus)/),
    field('county', /(county|cnty|fips)/),
    field('patient_designated_provider', /(patient|voluntary).*(pcp|provider|align)/),
    field('insurer_designated_provider', /(pcp|insurer|plan).*(npi|tin|provider)/),
    field('risk_score', /(risk|raf)(_?score)?$/),
  ],
  roster: [
    needed('npi', /npi/, /^(provider|prvdr)_?id$/, /^id$/),
    needed('tin', /(^|_)(tin|tax_?(num|id))$/, /organi[sz]ation/),
    field('specialty', /speci?al/, /spclty/),
    field('group', /group/, /practice/),
    field('participant', /particip/, /^aco$/),
  ],
};

const plain = (name: string): string =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

// For each field without a column, the first column that is like it and not already taken.
export function suggested(kind: FileKind, sniff: Sniff): Readonly<Record<string, string>> {
  const taken = new Set(Object.values(sniff.matched));
  const found: Record<string, string> = {};
  const open = kFields[kind].filter(({ name }) => sniff.matched[name] === undefined);
  // What is required chooses first.
  for (const { name, like } of [...open].sort((a, b) => Number(!a.required) - Number(!b.required)))
    for (const pattern of like) {
      const column = sniff.columns.find((one) => !taken.has(one) && pattern.test(plain(one)));
      if (column === undefined) continue;
      found[name] = column;
      taken.add(column);
      break;
    }
  return found;
}

// What someone chose for a field: a column, a text that is the same in every line, or nothing.
export type Choice = { column: string } | { constant: string } | null;
export type Choices = Readonly<Record<string, Choice>>;

export function choicesOf(kind: FileKind, sniff: Sniff, mapping: KindMapping): Choices {
  const like = suggested(kind, sniff);
  return Object.fromEntries(
    kFields[kind].map(({ name }): [string, Choice] => {
      const constant = mapping.constants?.[name];
      if (constant !== undefined) return [name, { constant }];
      const column = mapping.columns?.[name] ?? sniff.matched[name] ?? like[name];
      return [name, column !== undefined && sniff.columns.includes(column) ? { column } : null];
    }),
  );
}

// As the command takes it, too. A column of the field's own name needs no saying, and what the
// page has no field for is kept.
export function mappingOf(choices: Choices, before: KindMapping): KindMapping {
  const all = Object.entries(choices);
  const columns = all.flatMap(([name, choice]) =>
    choice && 'column' in choice && choice.column !== name ? [[name, choice.column] as const] : [],
  );
  const constants = all.flatMap(([name, choice]) =>
    choice && 'constant' in choice && choice.constant !== ''
      ? [[name, choice.constant] as const]
      : [],
  );
  const kept = (part: Readonly<Record<string, string>> | undefined) =>
    Object.entries(part ?? {}).filter(([name]) => !(name in choices));
  return {
    ...before,
    columns: Object.fromEntries([...kept(before.columns), ...columns]),
    constants: Object.fromEntries([...kept(before.constants), ...constants]),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// A mapping by what it is made of: kinds of files with columns or constants.
export function mappingIn(document: unknown): Mapping | null {
  if (!isRecord(document)) return null;
  const parts = Object.entries(document);
  const isKind = (name: string): boolean => (kKinds as readonly string[]).includes(name);
  const fits = parts.every(([name, part]) => isKind(name) && isRecord(part));
  return parts.length > 0 && fits ? (document as Mapping) : null;
}

// The kind whose fields a file has; nothing where it is no table or has none of any kind. What is
// needed and neither there nor likened to a column speaks against a kind.
export function kindOf(sniffs: Readonly<Record<FileKind, Sniff | null>>): FileKind | '' {
  const worths = kKinds.flatMap((kind) => {
    const sniff = sniffs[kind];
    if (!sniff || sniff.columns.length === 0) return [];
    const alike = suggested(kind, sniff);
    const found = Object.keys(sniff.matched).length * 2 + Object.keys(alike).length;
    const lacking = sniff.missing.filter((name) => alike[name] === undefined).length;
    return found > 0 ? [{ kind, worth: found - lacking * 4 }] : [];
  });
  return worths.sort((a, b) => b.worth - a.worth)[0]?.kind ?? '';
}
