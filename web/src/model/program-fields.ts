// SPDX-License-Identifier: Apache-2.0
import {
  at,
  beneficiariesField,
  kProgram,
  kSpending,
  spendingFields,
  type Draft,
  type FieldGroup,
  type FieldSpec,
} from './fields.js';
import type { Catalogue, Edition, Parameter, Track } from './wire.js';

// The form of a programme, from what the engine says about it: its years, the tracks of a year,
// and for each track the elections and results that its parameters ask for.

export const editionsOf = (catalogue: Catalogue): Edition[] =>
  [...(catalogue.programs.find(({ program }) => program === 'mssp')?.editions ?? [])].sort(
    (a, b) => b.performance_year - a.performance_year,
  );

export function editionOf(draft: Draft, catalogue: Catalogue): Edition | undefined {
  const year = at(draft, `${kProgram}/performance_year`);
  return editionsOf(catalogue).find((edition) => `${edition.performance_year}` === year);
}

export function trackOf(draft: Draft, catalogue: Catalogue): Track | undefined {
  const id = at(draft, `${kProgram}/track`);
  return editionOf(draft, catalogue)?.tracks.find((track) => track.id === id);
}

const find = (parameters: readonly Parameter[] | undefined, id: string): string | undefined =>
  parameters?.find((parameter) => parameter.id === id)?.value;

export interface Chosen {
  edition: Edition | undefined;
  track: Track | undefined;
  of: (id: string) => string | undefined; // a parameter of the track, else of the year
  twoSided: boolean;
  newAgreement: boolean; // under the rules for agreements from 2024 on
  startDecides: boolean; // whether those rules hold depends on a start that is not stated
}

export function chosen(draft: Draft, catalogue: Catalogue): Chosen {
  const edition = editionOf(draft, catalogue);
  const track = trackOf(draft, catalogue);
  const of = (id: string) => find(track?.parameters, id) ?? find(edition?.parameters, id);
  const from = of('guardrail_agreements_from') ?? of('reduced_sharing_agreements_from');
  const start = at(draft, `${kProgram}/agreement_start`);
  return {
    edition,
    track,
    of,
    twoSided: of('sides') === 'two_sided',
    newAgreement: from !== undefined && start !== '' && start >= from,
    startDecides: from !== undefined && start === '',
  };
}

const election = (key: string, kind: FieldSpec['kind'], more: Partial<FieldSpec> = {}) => ({
  path: `${kProgram}/${key}`,
  name: `program/${key}`,
  kind,
  ...more,
});
const flag = (path: string, name: string): FieldSpec => ({
  path,
  name,
  kind: 'flag',
  optional: true,
  options: [{ value: '' }, { value: 'yes' }, { value: 'no' }],
});

const kOptional = { optional: true } as const;

function minimumRateField({ of }: Chosen): FieldSpec[] {
  if (of('minimum_rate_choice') === 'variable') return [];
  const options = of('minimum_rate_options')?.split(' ') ?? [of('fixed_minimum_rate') ?? ''];
  const values = options.map((value) => ({ value }));
  return [election('minimum_rate', 'choice', { options: values })];
}

export function programGroups(draft: Draft, catalogue: Catalogue): FieldGroup[] {
  const now = chosen(draft, catalogue);
  const years = editionsOf(catalogue).map((edition) => ({ value: `${edition.performance_year}` }));
  const tracks = (now.edition?.tracks ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const fields: FieldSpec[] = [
    election('performance_year', 'choice', { options: years, asNumber: true }),
    election('track', 'choice', { options: tracks }),
  ];
  if (now.track)
    fields.push(
      ...minimumRateField(now),
      election('agreement_start', 'date', now.startDecides ? {} : kOptional),
    );
  if (now.of('loss_limit_of_benchmark_year_1'))
    fields.push(
      election('track_year', 'choice', {
        options: ['1', '2', '3', '4', '5', '6'].map((value) => ({ value })),
        asNumber: true,
      }),
    );
  if (now.of('first_performance_year_quality'))
    fields.push(flag(`${kProgram}/first_performance_year`, 'program/first_performance_year'));
  if (now.of('six_month_year_fraction'))
    fields.push(flag(`${kProgram}/six_month_year`, 'program/six_month_year'));
  return [{ id: 'program', fields }];
}

function qualityFields({ of }: Chosen): FieldSpec[] {
  const fields: FieldSpec[] = [
    { path: '/experience/quality/score', name: 'score', kind: 'rate', optional: true },
    flag('/experience/quality/met_standard', 'met_standard'),
  ];
  if (of('quality_effect') === 'pass_fail_with_alternative')
    fields.push(flag('/experience/quality/met_alternative_standard', 'met_alternative_standard'));
  return fields;
}

const spending = (key: string, kind: 'money' | 'flag'): FieldSpec => {
  const path = `${kSpending}/${key}`;
  return kind === 'flag' ? flag(path, key) : { path, name: key, kind, optional: true };
};
const kRevenue = [spending('participant_revenue_cents', 'money'), spending('low_revenue', 'flag')];
const kGuardrail = [
  spending('two_way_benchmark_cents', 'money'),
  spending('guardrail_applied', 'flag'),
];
const kAdvance = [spending('advance_payment_balance_cents', 'money')];

// Every field that only some years and tracks ask for.
export const specialFields: readonly FieldSpec[] = [...kRevenue, ...kGuardrail, ...kAdvance];

// A field is shown where it is asked for, and wherever something stands in it: a figure that is
// sent must be seen.
const asked = (fields: readonly FieldSpec[], draft: Draft, when: boolean): FieldSpec[] =>
  fields.filter((spec) => when || at(draft, spec.path) !== '');

function disasterFields(draft: Draft, { twoSided, of }: Chosen): FieldSpec[] {
  const chosenHow = at(draft, '@disaster');
  const applies = twoSided && Boolean(of('disaster_reduction') ?? of('losses_forgiven'));
  if (!applies && chosenHow === '') return [];
  const how: FieldSpec = {
    path: '@disaster',
    name: 'disaster',
    kind: 'choice',
    options: ['', 'part', 'amount'].map((value) => ({ value })),
    optional: true,
  };
  const field = (key: string, kind: FieldSpec['kind']): FieldSpec => ({
    path: `/experience/disaster/${key}`,
    name: `disaster/${key}`,
    kind,
  });
  if (chosenHow === 'part')
    return [how, field('affected_months', 'count'), field('affected_share', 'rate')];
  if (chosenHow === 'amount') return [how, field('reduction_cents', 'money')];
  return [how];
}

export function programExperienceGroups(draft: Draft, catalogue: Catalogue): FieldGroup[] {
  const now = chosen(draft, catalogue);
  const { of, newAgreement } = now;
  const special = [
    ...asked(kRevenue, draft, Boolean(of('loss_limit_of_revenue') ?? of('low_revenue_threshold'))),
    ...asked(kGuardrail, draft, newAgreement),
    ...disasterFields(draft, now),
    ...asked(kAdvance, draft, Boolean(of('advance_payment_recoupment'))),
  ];
  const groups: FieldGroup[] = [
    { id: 'spending', fields: [...spendingFields(draft), beneficiariesField] },
    { id: 'results', fields: qualityFields(now) },
  ];
  return special.length > 0 ? [...groups, { id: 'special', fields: special }] : groups;
}
