// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { money, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { kVerdicts } from '../model/backtest-rows.js';
import { editionsOf } from '../model/program-fields.js';
import type { BacktestState } from '../model/state.js';
import type { Store } from '../model/store.js';
import type { BacktestReport, BacktestTotals, Issue, Verdict } from '../model/wire.js';
import { rowsTable } from './backtest-table.js';

const kIssuesShown = 20;

const change = (store: Store, part: Partial<BacktestState>): void =>
  store.set({ backtest: { ...store.state.backtest, ...part } });

const countOf = ({ rows }: BacktestReport, verdict: Verdict): number =>
  rows.filter((row) => row.verdict === verdict).length;

function storyOf(report: BacktestReport): string {
  const unreadable = countOf(report, 'unreadable');
  const story = t.backtest.story(
    plain(report.rows.length - unreadable),
    plain(countOf(report, 'differs')),
  );
  const limited = countOf(report, 'limited_by_unpublished_revenue');
  return [
    story,
    limited > 0 ? t.backtest.storyLimited(plain(limited)) : '',
    unreadable > 0 ? t.backtest.storyUnreadable(plain(unreadable)) : '',
  ].join('');
}

export function backtestHeadline({ state }: Store): string {
  const { report } = state.backtest;
  return report ? storyOf(report) : t.backtest.headline;
}

export function backtestNews({ state }: Store): string {
  const { phase, report, files } = state.backtest;
  if (phase === 'running') return t.backtest.running(files.join(', '));
  if (phase === 'refused') return t.backtest.refused;
  if (phase === 'failed') return t.backtest.failed;
  return report ? storyOf(report) : '';
}

function issueList(issues: readonly Issue[], title: string): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  const shown = issues.slice(0, kIssuesShown);
  return html`<section class="error-summary" aria-labelledby="file-issues">
    <h2 id="file-issues">${title}</h2>
    <ul>
      ${shown.map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}
    </ul>
    ${issues.length > shown.length
      ? html`<p>${t.backtest.moreIssues(issues.length - shown.length)}</p>`
      : nothing}
  </section>`;
}

function totalsRow(total: BacktestTotals): TemplateResult {
  return html`<tr>
    <th scope="row">${total.performance_year}</th>
    <td class="figure">${plain(total.rows)}</td>
    ${kVerdicts.map((verdict) => html`<td class="figure">${plain(total[verdict])}</td>`)}
    <td class="figure">${money(total.computed_earned_cents).replace(/\.00$/, '')}</td>
    <td class="figure">${money(total.published_earned_cents).replace(/\.00$/, '')}</td>
  </tr>`;
}

// Counts of rows over all years; the money of each year stays the engine's.
function allYears(report: BacktestReport): TemplateResult {
  return html`<tr class="sum">
    <th scope="row">${t.backtest.everyYear}</th>
    <td class="figure">${plain(report.rows.length)}</td>
    ${kVerdicts.map((verdict) => html`<td class="figure">${plain(countOf(report, verdict))}</td>`)}
    <td></td>
    <td></td>
  </tr>`;
}

function totals(report: BacktestReport): TemplateResult {
  const words = t.backtest.columns;
  return html`<section aria-labelledby="totals-title">
    <h2 id="totals-title">${t.backtest.totals}</h2>
    <div class="scroller" role="region" tabindex="0" aria-label=${t.backtest.scrolls(t.backtest.totals)}>
      <table class="totals">
        <caption class="visually-hidden">
          ${t.backtest.totals}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.performance_year}</th>
            <th scope="col" class="figure">${t.backtest.rows}</th>
            ${kVerdicts.map(
              (verdict) =>
                html`<th scope="col" class="figure" title=${t.backtest.verdictMeaning[verdict]}>
                  ${t.backtest.verdicts[verdict]}
                </th>`,
            )}
            <th scope="col" class="figure">${words.computed_earned_cents}</th>
            <th scope="col" class="figure">${words.published_earned_cents}</th>
          </tr>
        </thead>
        <tbody>
          ${report.totals.map(totalsRow)} ${report.totals.length > 1 ? allYears(report) : nothing}
        </tbody>
      </table>
    </div>
    <dl class="meanings">
      ${kVerdicts.map(
        (verdict) =>
          html`<div>
            <dt><span class="verdict verdict-${verdict}">${t.backtest.verdicts[verdict]}</span></dt>
            <dd>${t.backtest.verdictMeaning[verdict]}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

type Option = readonly [value: string, label: string];

function filter(
  id: string,
  label: string,
  value: string,
  options: readonly Option[],
  set: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function results(store: Store, report: BacktestReport): TemplateResult {
  const { verdict, performanceYear } = store.state.backtest;
  const verdicts = kVerdicts.map(
    (key): Option => [key, `${t.backtest.verdicts[key]} (${plain(countOf(report, key))})`],
  );
  const years = report.totals.map(({ performance_year: year }): Option => [`${year}`, `${year}`]);
  return html`<section aria-labelledby="results-title">
    <h2 id="results-title">${t.backtest.results}</h2>
    <div class="filters">
      ${filter(
        'filter-verdict',
        t.backtest.filterVerdict,
        verdict,
        [['', t.backtest.all], ...verdicts],
        (value) => change(store, { verdict: value as Verdict | '', page: 0 }),
      )}
      ${filter(
        'filter-year',
        t.backtest.filterYear,
        performanceYear,
        [['', t.backtest.all], ...years],
        (value) => change(store, { performanceYear: value, page: 0 }),
      )}
    </div>
    ${rowsTable(store)}
  </section>`;
}

function intake(store: Store, choose: (files: File[]) => void): TemplateResult {
  const { year, phase, files, failure, issues } = store.state.backtest;
  const years = editionsOf(store.catalogue).map(({ performance_year: value }): Option => [
    `${value}`,
    `${value}`,
  ]);
  return html`<div class="intake">
      <gainshare-drop-zone
        @files=${(event: CustomEvent<File[]>) => choose(event.detail)}
      ></gainshare-drop-zone>
      <p class="privacy" id="backtest-privacy">${t.backtest.privacy}</p>
      ${filter(
        'backtest-year',
        t.backtest.year,
        year,
        [['', t.backtest.yearFromFile], ...years],
        (value) => change(store, { year: value }),
      )}
    </div>
    ${phase === 'running'
      ? html`<p class="running">${t.backtest.running(files.join(', '))}</p>`
      : nothing}
    ${phase === 'failed' ? html`<p class="error">${t.backtest.failed} ${failure}</p>` : nothing}
    ${phase === 'refused' ? issueList(issues, t.backtest.refused) : nothing}
    ${phase === 'done' ? issueList(issues, t.backtest.fileIssues(issues.length)) : nothing}`;
}

export function backtestView(store: Store, choose: (files: File[]) => void): TemplateResult {
  const { report } = store.state.backtest;
  return html`<div class="backtest">
    <h1 tabindex="-1">${backtestHeadline(store)}</h1>
    <p class="lead">${t.backtest.lead}</p>
    ${intake(store, choose)} ${report ? html`${totals(report)} ${results(store, report)}` : nothing}
    ${report
      ? html`<p class="editions">${t.footer.engine(report.engine_version)}.</p>`
      : nothing}
  </div>`;
}
