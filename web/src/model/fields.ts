// SPDX-License-Identifier: Apache-2.0
import type { FieldKind } from './parse.js';

// A form is data: which fields a draft has follows from what is already in it. A field is named
// by the place in the documents that it fills, so that an issue of the engine finds its field.
export interface Option {
  value: string; // '' leaves the key out
  label?: string; // else looked up in the messages
}
export interface FieldSpec {
  path: string; // '/contract/…' or '/experience/…'; '@…' steers the form and is not sent
  name: string; // key of its label and hint in the messages
  kind: FieldKind;
  options?: readonly Option[];
  optional?: boolean;
  label?: string; // where the schema says it and not the messages
  hint?: string;
  list?: string; // id of a datalist of what is usually meant
  asNumber?: boolean; // a choice whose value is sent as a number
}
export interface FieldGroup {
  id: string; // key of its legend in the messages
  fields: FieldSpec[];
}

// What is typed, by path. Everything else is derived from it.
export type Draft = Readonly<Record<string, string>>;

export const kStream = '/contract/streams/0';
export const kTerms = `${kStream}/terms`;
export const kProgram = `${kStream}/program`;
export const kSpending = '/experience/spending';
export const kYearToDate = '/experience/year_to_date';

export const at = (draft: Draft, path: string): string => draft[path] ?? '';

// What a field holds: what was typed, or for a choice that must be made its first option.
export function valueOf(draft: Draft, spec: FieldSpec): string {
  const value = draft[spec.path] ?? '';
  const options = spec.kind === 'choice' || spec.kind === 'flag' ? (spec.options ?? []) : [];
  const known = options.length === 0 || options.some((option) => option.value === value);
  return known ? value : (options[0]?.value ?? '');
}

const field = (
  base: string,
  key: string,
  kind: FieldKind,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ path: `${base}/${key}`, name: key, kind, ...more });

const choice = (base: string, key: string, values: string[], more: Partial<FieldSpec> = {}) =>
  field(base, key, 'choice', { options: values.map((value) => ({ value })), ...more });

const optional = { optional: true } as const;

function savingsFields(): FieldSpec[] {
  return [
    choice(kTerms, 'sides', ['one_sided', 'two_sided']),
    field(kTerms, 'minimum_savings_rate', 'rate'),
    choice(kTerms, 'savings_basis', ['first_dollar', 'above_threshold']),
    field(kTerms, 'sharing_rate', 'rate'),
  ];
}

function capFields(draft: Draft): FieldSpec[] {
  const on = choice(kTerms, 'cap/on', ['', 'pool', 'payment'], optional);
  const rate = field(kTerms, 'cap/rate', 'rate');
  return at(draft, on.path) === '' ? [on] : [on, rate];
}

export const tierCount = (draft: Draft): number => Number(draft['@tiers'] ?? '2');

function qualityTerms(draft: Draft): FieldSpec[] {
  const effect = choice(
    kTerms,
    'quality/effect',
    ['', 'fixed', 'escalator', 'tiers'],
    optional,
  );
  const chosen = at(draft, effect.path);
  if (chosen === '') return [effect];
  const fields = [effect, field(kTerms, 'quality/minimum_score', 'rate', optional)];
  if (chosen === 'escalator')
    fields.push(field(kTerms, 'quality/lowest_sharing_rate', 'rate', optional));
  if (chosen === 'tiers')
    for (let i = 0; i < tierCount(draft); i += 1)
      for (const key of ['from_score', 'sharing_rate'])
        fields.push({
          path: `${kTerms}/quality/tiers/${i}/${key}`,
          name: `quality/tiers/${key}`,
          kind: 'rate',
        });
  return fields;
}

function lossFields(): FieldSpec[] {
  return [
    field(kTerms, 'minimum_loss_rate', 'rate'),
    choice(kTerms, 'loss_basis', ['first_dollar', 'above_threshold']),
    field(kTerms, 'loss_sharing_rate', 'rate'),
    field(kTerms, 'loss_limit/rate_of_benchmark', 'rate', optional),
    field(kTerms, 'loss_limit/rate_of_revenue', 'rate', optional),
    field(kTerms, 'loss_limit/amount_cents', 'money', optional),
  ];
}

const kRounding = '/contract/rounding';

function roundingFields(): FieldSpec[] {
  return [
    choice(kRounding, 'mode', ['half_up', 'half_even', 'down', 'up']),
    choice(kRounding, 'place', ['cent', 'dollar']),
  ];
}

export const isTwoSided = (draft: Draft): boolean => at(draft, `${kTerms}/sides`) === 'two_sided';

// The terms of a contract that states its own.
export function termGroups(draft: Draft): FieldGroup[] {
  const groups: FieldGroup[] = [
    { id: 'savings', fields: savingsFields() },
    { id: 'cap', fields: capFields(draft) },
  ];
  if (isTwoSided(draft)) groups.push({ id: 'loss', fields: lossFields() });
  groups.push({ id: 'quality', fields: qualityTerms(draft) });
  groups.push({
    id: 'payment',
    fields: [field(kTerms, 'sequestration_rate', 'rate', optional), ...roundingFields()],
  });
  return groups;
}

export const qualityScoreField = field('/experience/quality', 'score', 'rate');
export const benchmarkField = field(kSpending, 'benchmark_cents', 'money');
export const expenditureField = field(kSpending, 'expenditure_cents', 'money');
export const beneficiariesField = field(
  '/experience/population',
  'assigned_beneficiaries',
  'count',
);
const memberMonthsField = field('/experience/population', 'member_months', 'count');
const revenueField = field(kSpending, 'participant_revenue_cents', 'money', optional);

export const usesQuality = (draft: Draft): boolean =>
  at(draft, `${kTerms}/quality/effect`) !== '';
const usesRevenue = (draft: Draft): boolean =>
  isTwoSided(draft) && at(draft, `${kTerms}/loss_limit/rate_of_revenue`) !== '';

// A year in progress, carried to its end with what is assumed.
export function yearToDateFields(): FieldSpec[] {
  return [
    field(kYearToDate, 'months', 'count'),
    field(kYearToDate, 'expenditure_cents', 'money', { name: 'year_to_date/expenditure_cents' }),
    field(kYearToDate, 'completion_factor', 'rate'),
    field(kYearToDate, 'trend', 'rate'),
    field(kYearToDate, 'member_months', 'count', {
      ...optional,
      name: 'year_to_date/member_months',
    }),
    field(kYearToDate, 'projected_member_months', 'count', optional),
  ];
}

export const yearField = choice('', '@year', ['complete', 'in_progress']);
yearField.path = '@year';

export function spendingFields(draft: Draft): FieldSpec[] {
  const basis = choice(kSpending, 'basis', ['total', 'per_member_per_month']);
  const spent = at(draft, '@year') === 'in_progress' ? yearToDateFields() : [expenditureField];
  const perMember = at(draft, basis.path) === 'per_member_per_month' ? [memberMonthsField] : [];
  return [basis, benchmarkField, ...perMember, yearField, ...spent];
}

// What happened, as far as a contract with its own terms asks for it.
export function experienceGroups(draft: Draft): FieldGroup[] {
  const groups: FieldGroup[] = [{ id: 'spending', fields: spendingFields(draft) }];
  const asked = [
    ...(usesQuality(draft) ? [qualityScoreField] : []),
    ...(usesRevenue(draft) ? [{ ...revenueField, optional: false }] : []),
  ];
  if (asked.length > 0) groups.push({ id: 'results', fields: asked });
  return groups;
}
