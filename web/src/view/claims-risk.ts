// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import {
  performanceYear,
  type GroupRisk,
  type ModelExplained,
  type PopulationResult,
  type ScoreExplained,
  type ScorePart,
} from '../model/claims-result.js';
import { dataTable, section, wordsFor } from './claims-parts.js';

// Risk scores: their means by type of enrolment, and how one patient's comes about.

interface MeanRow {
  name: string;
  contract: string | undefined;
  all: string | undefined;
  sum: boolean;
}

function meanRows(contract: GroupRisk, all: GroupRisk): MeanRow[] {
  const rows = all.by_type.map(({ enrollment_type: type, mean_score: mean }) => ({
    name: wordsFor(t.claims.types, type),
    contract: contract.by_type.find((one) => one.enrollment_type === type)?.mean_score,
    all: mean,
    sum: false,
  }));
  const { mean_score: ofContract } = contract;
  return [
    ...rows,
    { name: t.claims.risk.everyType, contract: ofContract, all: all.mean_score, sum: true },
  ];
}

const scoreText = (score: string | undefined): string => (score === undefined ? '–' : plain(score));

// What a reader has to know of the means: whose diagnoses, who is not in them, and the ratio.
function remarks({ risk: overall, ...result }: PopulationResult): readonly string[] {
  const words = t.claims.risk;
  const { risk } = performanceYear(result);
  if (!risk) return [];
  const unused = (overall?.models ?? []).flatMap(({ unused_variables: names }) => names);
  const ratio = overall?.ratio;
  return [
    risk.diagnoses ? words.diagnoses(risk.diagnoses.begin, risk.diagnoses.end) : '',
    risk.new_enrollees ? words.newEnrollees(plain(risk.new_enrollees)) : '',
    risk.contract.unscored_members > 0 ? words.unscored(plain(risk.contract.unscored_members)) : '',
    risk.unreadable_scores ? words.unreadable(plain(risk.unreadable_scores)) : '',
    ratio ? words.ratio(plain(ratio.uncapped), plain(ratio.capped)) : '',
    unused.length > 0 ? words.unused(unused.join(', ')) : '',
  ].filter(Boolean);
}

export function riskPart(result: PopulationResult): TemplateResult | typeof nothing {
  const { risk } = performanceYear(result);
  if (!risk) return nothing;
  const words = t.claims.risk;
  const table = dataTable<MeanRow>({
    id: 'claims-risk',
    title: words.title,
    rows: meanRows(risk.contract, risk.all),
    sum: ({ sum }) => sum,
    columns: [
      { head: t.claims.type, cell: ({ name }) => name },
      { head: t.claims.ofContract, figure: true, cell: ({ contract }) => scoreText(contract) },
      { head: t.claims.ofAll, figure: true, cell: ({ all }) => scoreText(all) },
    ],
  });
  return section(
    'claims-scores',
    words.title,
    html`${table} ${remarks(result).map((text) => html`<p class="hint keep">${text}</p>`)}`,
  );
}

interface Line {
  name: unknown;
  from: string;
  figure: string;
  sum?: boolean;
}

function partLine({ part, variable, coefficient, category, diagnoses = [] }: ScorePart): Line {
  const words = t.claims.risk;
  const name = category ? words.category(category) : wordsFor(words.parts, part);
  const from = diagnoses.length > 0 ? `${variable}: ${diagnoses.join(', ')}` : variable;
  return { name, from, figure: plain(coefficient) };
}

// What a raw score is multiplied by says nothing where it is 1.
function modelLines(model: ModelExplained, { coding_adjustment: coding }: ScoreExplained): Line[] {
  const words = t.claims.risk;
  const { raw, normalisation, weight, weighted, parts = [] } = model;
  const factors: Line[] = [
    { name: words.coding, from: '', figure: coding === '0' ? '' : words.less(plain(coding)) },
    {
      name: words.normalisation,
      from: '',
      figure: normalisation === '1' ? '' : `÷ ${plain(normalisation)}`,
    },
    { name: words.weight, from: '', figure: weight === '1' ? '' : `× ${plain(weight)}` },
  ].filter(({ figure }) => figure !== '');
  const before = { name: words.raw, from: '', figure: scoreText(raw), sum: true };
  const after = { name: words.weighted, from: '', figure: scoreText(weighted), sum: true };
  return [
    ...parts.map(partLine),
    ...(parts.length + factors.length > 0 ? [before] : []),
    ...factors,
    ...(factors.length > 0 ? [after] : []),
  ];
}

function lastLines({ frailty, divisor, means, score }: ScoreExplained): Line[] {
  const words = t.claims.risk;
  return [
    ...(frailty === '0' ? [] : [{ name: words.frailty, from: '', figure: plain(frailty) }]),
    ...(divisor === '1' ? [] : [{ name: words.divisor, from: '', figure: `÷ ${plain(divisor)}` }]),
    ...means.map(({ enrollment_type: type, member_months: months, mean }) => ({
      name: words.mean(wordsFor(t.claims.types, type).toLowerCase()),
      from: words.months(plain(months)),
      figure: `÷ ${plain(mean)}`,
    })),
    { name: words.score, from: '', figure: scoreText(score), sum: true },
  ];
}

function modelNotes({ dropped = [], without_coefficient: free = [] }: ModelExplained): string[] {
  const words = t.claims.risk;
  return [
    ...dropped.map(({ category, by }) => words.dropped(category, by)),
    free.length > 0 ? words.free(free.join(', ')) : '',
  ].filter(Boolean);
}

const linesTable = (id: string, title: string, rows: readonly Line[]): TemplateResult =>
  dataTable<Line>({
    ...{ id, title, rows },
    sum: ({ sum }) => sum === true,
    columns: [
      { head: t.claims.risk.part, cell: ({ name }) => name },
      { head: t.claims.risk.from, cell: ({ from }) => from },
      { head: t.claims.risk.figure, figure: true, cell: ({ figure }) => figure },
    ],
  });

// A table for each model, then what makes the score of them.
export function memberRisk(risk: ScoreExplained | undefined): TemplateResult | typeof nothing {
  if (!risk) return nothing;
  const words = t.claims.risk;
  const { models, method, age } = risk;
  const lead = [
    words.methods[method] ?? '',
    method !== 'given' ? (age === undefined ? words.noAge : words.age(plain(age))) : '',
  ];
  const last = lastLines(risk);
  return html`<h4>${words.ofMember}</h4>
    <p>${lead.filter(Boolean).join(' ')}</p>
    ${models.map((model, i) => {
      const title = model.name ? words.model(model.name) : words.ofMember;
      const rows = [...modelLines(model, risk), ...(models.length === 1 ? last : [])];
      return html`${models.length > 1 ? html`<h5>${title}</h5>` : nothing}
      ${model.segment ? html`<p class="hint keep">${words.segment(model.segment)}</p>` : nothing}
      ${linesTable(`claims-score-${i}`, title, rows)}
      ${modelNotes(model).map((text) => html`<p class="hint keep">${text}</p>`)}`;
    })}
    ${models.length > 1 ? linesTable('claims-score-all', words.score, last) : nothing}`;
}
