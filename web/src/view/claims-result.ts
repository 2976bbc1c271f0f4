// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { money, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import {
  performanceYear,
  type CandidateRow,
  type CategoryRow,
  type PopulationResult,
  type Reconciliation,
  type TypeRow,
  type YearResult,
} from '../model/claims-result.js';
import type { ClaimsDesk } from './claims-desk.js';
import { editionsPart } from './claims-editions.js';
import { dataTable, section, wordsFor } from './claims-parts.js';
import { save } from '../components/save.js';
import { riskPart } from './claims-risk.js';

// What came of the files: who has how many patients, what they cost, how they were attributed.

const kCandidatesShown = 20; // more would hold up the page, and nobody reads them here

type Figures = readonly (readonly [name: string, value: string])[];

function cutAt({ truncated_at: caps }: YearResult): Figures {
  const words = t.claims;
  return caps.map(({ enrollment_type: type, annual_amount_cents: cents }) => [
    words.cutAt(wordsFor(words.types, type)),
    money(cents),
  ]);
}

function summary(result: PopulationResult): TemplateResult {
  const year = performanceYear(result);
  const { all, contract, unassigned, lines } = year;
  const score = result.experience.capitation?.risk_score;
  const words = t.claims.summary;
  const figures: Figures = [
    [words.members, plain(all.members)],
    [words.contract, plain(contract.members)],
    [words.unassigned, plain(unassigned.members)],
    [words.months, plain(contract.member_months)],
    [words.cost, money(contract.cost_cents)],
    [words.pmpm, money(contract.pmpm_cents)],
    ...(contract.truncated_cents === 0
      ? []
      : ([[words.cut, money(contract.truncated_cents)], ...cutAt(year)] as const)),
    ...(score === undefined ? [] : ([[words.risk, score]] as const)),
  ];
  const ownLimit = year.truncated_at.some(({ basis }) => basis === 'percentile_of_these_members');
  const left = [
    ownLimit ? words.ownLimit : '',
    lines.after_run_out > 0
      ? words.late(plain(lines.after_run_out), money(lines.after_run_out_cents))
      : '',
    lines.outside_coverage > 0
      ? words.uncovered(plain(lines.outside_coverage), money(lines.outside_coverage_cents))
      : '',
  ];
  return html`<p class="hint keep">${t.claims.year(year.begin, year.end, result.title)}</p>
    <dl class="claims-summary">
      ${figures.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="figure">${value}</dd>
          </div>`,
      )}
    </dl>
    ${left.map((text) => (text ? html`<p class="hint keep">${text}</p>` : nothing))}`;
}

const candidateName = ({ id, participant }: CandidateRow): TemplateResult =>
  html`${id || t.claims.nobody}
  ${participant ? html`<span class="tag">${t.claims.participant}</span>` : nothing}`;

function candidates(result: PopulationResult): TemplateResult {
  const { candidate_count: count } = result;
  const found = result.candidates.slice(0, kCandidatesShown);
  const { unassigned } = performanceYear(result);
  const nobody: CandidateRow = { id: '', participant: false, ...unassigned };
  const words = t.claims;
  return html`${dataTable<CandidateRow>({
    id: 'claims-candidates',
    title: words.candidates,
    rows: unassigned.members > 0 ? [...found, nobody] : found,
    columns: [
      { head: words.candidate, cell: candidateName },
      { head: words.members, figure: true, cell: ({ members }) => plain(members) },
      { head: words.memberMonths, figure: true, cell: (row) => plain(row.member_months) },
      { head: words.cost, figure: true, cell: ({ cost_cents: cents }) => money(cents) },
      { head: words.pmpm, figure: true, cell: (row) => money(row.pmpm_cents) },
    ],
  })}
  ${
    count > found.length
      ? html`<p class="hint keep">${words.shownOf(plain(found.length), plain(count))}</p>`
      : nothing
  }`;
}

const categories = ({ categories: rows }: PopulationResult): TemplateResult =>
  dataTable<CategoryRow>({
    id: 'claims-categories',
    title: t.claims.categories,
    rows,
    columns: [
      { head: t.claims.category, cell: ({ category }) => wordsFor(t.claims.costs, category) },
      { head: t.claims.ofContract, figure: true, cell: (row) => money(row.contract_cents) },
      { head: t.claims.pmpm, figure: true, cell: (row) => money(row.contract_pmpm_cents) },
      { head: t.claims.ofAll, figure: true, cell: (row) => money(row.all_cents) },
    ],
  });

const months = (result: PopulationResult): TemplateResult =>
  dataTable<TypeRow>({
    id: 'claims-months',
    title: t.claims.months,
    rows: performanceYear(result).by_type,
    columns: [
      { head: t.claims.type, cell: (row) => wordsFor(t.claims.types, row.enrollment_type) },
      { head: t.claims.memberMonths, figure: true, cell: (row) => plain(row.member_months) },
      { head: t.claims.personYears, figure: true, cell: (row) => plain(row.person_years) },
      { head: t.claims.pmpm, figure: true, cell: (row) => money(row.pmpm_cents) },
    ],
  });

// Base years beside the performance year.
const years = ({ years: rows }: PopulationResult): TemplateResult =>
  dataTable<YearResult>({
    id: 'claims-years',
    title: t.claims.years,
    rows,
    columns: [
      { head: t.claims.yearOf, cell: ({ begin, end }) => t.claims.span(begin, end) },
      { head: t.claims.members, figure: true, cell: ({ contract }) => plain(contract.members) },
      {
        head: t.claims.memberMonths,
        figure: true,
        cell: ({ contract }) => plain(contract.member_months),
      },
      { head: t.claims.cost, figure: true, cell: ({ contract }) => money(contract.cost_cents) },
      { head: t.claims.pmpm, figure: true, cell: ({ contract }) => money(contract.pmpm_cents) },
    ],
  });

const reconciliation = ({ assigned_before: before, ...became }: Reconciliation): TemplateResult => {
  const words = t.claims.reconciled;
  return html`<p class="hint keep">${words.lead(plain(before))}</p>
    ${dataTable<[string, number]>({
      id: 'claims-reconciliation',
      title: words.title,
      rows: Object.entries(became),
      columns: [
        { head: words.became, cell: ([name]) => wordsFor(words.reasons, name) },
        { head: t.claims.members, figure: true, cell: ([, members]) => plain(members) },
      ],
    })}`;
};

export const methodName = (method: string, step?: number): string =>
  `${wordsFor(t.claims.methodWords, method)}${step ? `, ${t.claims.step(step)}` : ''}`;

const methods = ({ assignment }: PopulationResult): TemplateResult =>
  dataTable<PopulationResult['assignment']['by_method'][number]>({
    id: 'claims-methods',
    title: t.claims.methods,
    rows: assignment.by_method,
    columns: [
      { head: t.claims.method, cell: ({ method }) => methodName(method) },
      { head: t.claims.members, figure: true, cell: ({ members }) => plain(members) },
    ],
  });

export function resultPart(desk: ClaimsDesk, result: PopulationResult): TemplateResult {
  const table = (name: string) => () => void desk.saveTable(name);
  const words = t.claims;
  const stale = desk.state.issues.length > 0;
  const { reconciliation: gone } = performanceYear(result);
  const text = `${JSON.stringify(result.experience, null, 2)}\n`;
  return html`${stale ? html`<p class="error">${words.stale}</p>` : nothing}
    ${section('claims-result', words.result, summary(result))}
    ${result.years.length > 1 ? section('claims-by-year', words.years, years(result)) : nothing}
    ${section('claims-who', words.candidates, candidates(result), table('candidates'))}
    <div class="side-by-side">
      ${section('claims-cost', words.categories, categories(result), table('categories'))}
      ${section('claims-coverage', words.months, months(result), table('months'))}
    </div>
    ${section(
      'claims-how',
      words.methods,
      html`${methods(result)} ${editionsPart(desk)}`,
      table('assignments'),
    )}
    ${
      gone
        ? section('claims-gone', words.reconciled.title, reconciliation(gone), table('reconciled'))
        : nothing
    }
    ${riskPart(result)}
    <div class="row-buttons actions">
      <button type="button" @click=${table('members')}>${words.csvOf(words.everyMember)}</button>
      <button type="button" @click=${() => save('experience.json', text, 'application/json')}>
        ${words.saveExperience}
      </button>
    </div>
    <p class="hint screen">${words.saveHint}</p>`;
}
