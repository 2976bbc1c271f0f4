// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { stepScaleScene, type StepScale } from '../charts/step-scale.js';
import { errorSummary, focusSummary } from '../components/error-summary.js';
import { field } from '../components/field.js';
import { wholeWorking } from '../components/working.js';
import { forPicture, percent, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { pictureTexts } from '../i18n/pictures.js';
import { evidenceOf } from '../model/evidence.js';
import { scorecardDraft } from '../model/examples.js';
import { getAt } from '../model/json.js';
import {
  achievementCount,
  achievementRow,
  improvementCount,
  improvementRow,
  kMeasure,
  kMeasureResult,
  measureFields,
  scoreFields,
} from '../model/scorecard.js';
import { shownIssues } from '../model/shown-issues.js';
import type { Settled, Store } from '../model/store.js';
import type { MeasureResult, ScorecardResult, Settlement } from '../model/wire.js';
import { contextFor, editions, marked, rowButtons } from './parts.js';

// Achievement against improvement: one measure on two scales of steps.
const kPrefix = 'quality';
const kSummary = 'quality-errors';

interface Scored {
  scorecard: ScorecardResult;
  measure: MeasureResult;
  contract: unknown;
  experience: unknown;
}

interface Scoring {
  settlement: Settlement;
  contract: unknown;
  experience: unknown;
}

function firstScored({ settlement, contract, experience }: Scoring): Scored | null {
  const scorecard = settlement.streams.find((stream) => stream.kind === 'quality_scorecard');
  const measure = scorecard?.measures[0];
  return scorecard && measure ? { scorecard, measure, contract, experience } : null;
}

function scoredOf({ settlement, documents }: Settled): Scored | null {
  if (!settlement) return null;
  const contract: unknown = JSON.parse(documents.contract);
  return firstScored({ settlement, contract, experience: JSON.parse(documents.experience) });
}

// Both scales of the first measure of a scorecard.
export function scalesOf(scoring: Scoring): StepScale[] {
  const scored = firstScored(scoring);
  return scored ? [achievementScale(scored), improvementScale(scored)] : [];
}

const stated = (root: unknown, path: string): string => String(getAt(root, path) ?? '');
const within = (path: string): string => path.replace(/^\/(contract|experience)/, '');

export function qualityHeadline(store: Store): string {
  const scored = scoredOf(store.settled('quality'));
  if (!scored) return t.quality.title;
  const { experience, measure, scorecard } = scored;
  const prior = percent(stated(experience, within(`${kMeasureResult}/prior`)));
  const current = percent(stated(experience, within(`${kMeasureResult}/current`)));
  const story = prior ? t.quality.story(prior, current) : t.quality.storyAlone(current);
  const both = t.quality.earns(plain(measure.achievement_points), plain(measure.improvement_points));
  return `${story}${both} ${t.quality.counts(plain(measure.points), plain(scorecard.maximum_points))}`;
}

export function qualityNews(store: Store): string {
  const problems = store.settled('quality').issues.length;
  return problems > 0 ? t.issues.title(problems) : qualityHeadline(store);
}

function wordsFor(name: string, value: string, points: string): StepScale['words'] {
  return {
    title: t.picture.scaleTitle(name),
    description: t.picture.scaleDescription(value, points),
    caption: t.picture.tableCaption(name),
    from: t.picture.from,
    points: t.picture.points,
    here: t.picture.here,
    reached: t.picture.reached,
    belowFirst: t.picture.belowFirst,
    pointsOf: t.quality.points,
    next: pictureTexts().next,
    top: pictureTexts().top,
  };
}

function stepsOf(contract: unknown, scale: string, key: string): StepScale['steps'] {
  const rows = getAt(contract, within(`${kMeasure}/${scale}`));
  if (!Array.isArray(rows)) return [];
  return rows.map((row: Record<string, unknown>) => ({
    at: forPicture(String(row[key])),
    label: percent(String(row[key])),
    points: forPicture(String(row['points'])),
    pointsLabel: plain(String(row['points'])),
  }));
}

function achievementScale({ contract, experience, measure }: Scored): StepScale {
  const current = stated(experience, within(`${kMeasureResult}/current`));
  const points = plain(measure.achievement_points);
  return {
    steps: stepsOf(contract, 'achievement', 'rate'),
    falling: stated(contract, within(`${kMeasure}/direction`)) === 'lower_is_better',
    most: forPicture(stated(contract, within(`${kMeasure}/maximum_points`))),
    marker: {
      at: forPicture(current),
      label: percent(current),
      points: forPicture(measure.achievement_points),
      pointsLabel: points,
    },
    words: wordsFor(t.quality.achievement, percent(current), points),
  };
}

function improvementScale({ contract, measure }: Scored): StepScale {
  const change = measure.relative_change ?? null;
  const points = plain(measure.improvement_points);
  const label = change === null ? '' : percent(change);
  return {
    steps: stepsOf(contract, 'improvement', 'from_relative_change'),
    falling: false,
    most: forPicture(stated(contract, within(`${kMeasure}/maximum_points`))),
    marker:
      change === null
        ? null
        : {
            at: forPicture(change),
            label,
            points: forPicture(measure.improvement_points),
            pointsLabel: points,
          },
    words: wordsFor(t.quality.improvement, label, points),
  };
}

function scale(name: string, id: string, scene: StepScale, note: string): TemplateResult {
  return html`<section class="contract" aria-labelledby="scale-${id}">
    <h2 id="scale-${id}">${name}</h2>
    <gainshare-picture
      name="picture-${id}"
      .make=${(width: number) => stepScaleScene(scene, width)}
    ></gainshare-picture>
    <p class="outcome">${note}</p>
  </section>`;
}

function pictures(scored: Scored): TemplateResult {
  const { measure } = scored;
  const improvement = measure.relative_change ?? null;
  return html`<div class="side-by-side">
    ${scale(
      t.quality.achievement,
      'achievement',
      achievementScale(scored),
      t.quality.points(plain(measure.achievement_points)),
    )}
    ${scale(
      t.quality.improvement,
      'improvement',
      improvementScale(scored),
      improvement === null
        ? t.quality.noChange
        : `${t.quality.change(percent(improvement))} ${t.quality.points(plain(measure.improvement_points))}`,
    )}
  </div>`;
}

type Rows = typeof achievementRow;

function scaleTable(store: Store, name: string, count: number, row: Rows): TemplateResult {
  const context = contextFor(store, ['quality'], kPrefix);
  const heads = row(0).map((spec) => t.fields[spec.name]?.label ?? spec.name);
  return html`<fieldset class="group">
    <legend>${t.groups[name]}</legend>
    <table class="scale-form">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: count },
          (_, i) =>
            html`<tr>
              ${row(i).map(
                (spec, column) =>
                  html`<td>
                    ${field(spec, context, `${t.form.step(i + 1)}: ${heads[column]}`, true)}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${rowButtons(count, t.quality.addStep, t.quality.removeStep, (rows) =>
      store.type(['quality'], `@${name}`, `${rows}`),
    )}
  </fieldset>`;
}

function working(store: Store, settlement: Settlement): TemplateResult {
  return html`<section class="statement" aria-labelledby="quality-working">
    <h2 id="quality-working">${t.quality.working}</h2>
    ${marked([settlement])} ${wholeWorking(settlement, t.quality.contractTitle)}
    <gainshare-replay-check
      .cases=${evidenceOf(store.settled('quality'), store.catalogue)}
    ></gainshare-replay-check>
    ${editions([settlement], store.catalogue.engine_version)}
  </section>`;
}

export function qualityView(store: Store): TemplateResult {
  const settled = store.settled('quality');
  const scored = scoredOf(settled);
  const problems = shownIssues(settled).map((issue) => ({ ...issue, prefix: kPrefix }));
  const context = contextFor(store, ['quality'], kPrefix);
  const { drafts } = store.state;
  const submit = (event: Event) => {
    event.preventDefault();
    if (problems.length > 0) focusSummary(kSummary);
  };
  return html`<form class="quality" novalidate autocomplete="off" @submit=${submit}>
    <h1 tabindex="-1">${qualityHeadline(store)}</h1>
    <p class="lead">${t.quality.lead}</p>
    <fieldset class="group year">
      <legend>${t.groups['scores']}</legend>
      <div class="fields">
        ${[...scoreFields, ...measureFields].map((spec) => field(spec, context))}
      </div>
    </fieldset>
    <gainshare-steady .hold=${!scored}>
      ${scored ? pictures(scored) : errorSummary(problems, kSummary)}
    </gainshare-steady>
    <details class="more-terms">
      <summary>${t.quality.scales}</summary>
      <div class="side-by-side">
        ${scaleTable(store, 'achievement', achievementCount(settled.draft), achievementRow)}
        ${scaleTable(store, 'improvement', improvementCount(settled.draft), improvementRow)}
      </div>
    </details>
    ${settled.settlement ? working(store, settled.settlement) : nothing}
    <p class="actions">
      <button
        type="button"
        @click=${() => store.set({ drafts: { ...drafts, quality: scorecardDraft } })}
      >
        ${t.idea.reset}
      </button>
    </p>
  </form>`;
}
