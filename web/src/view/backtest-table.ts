// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { money, percent, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { kRowsPerPage, pageCount, shownRows } from '../model/backtest-rows.js';
import { editionsOf } from '../model/program-fields.js';
import type { BacktestState, SortColumn } from '../model/state.js';
import type { Store } from '../model/store.js';
import type { BacktestRow } from '../model/wire.js';
import { openRow } from './backtest-actions.js';

// Every ACO recomputed beside what CMS published, one page of rows at a time.
const kColumns = Object.keys(t.backtest.columns) as SortColumn[];
const kText: ReadonlySet<SortColumn> = new Set(['aco_name', 'track', 'verdict']);

const dollars = (cents: number | null): string => money(cents).replace(/\.00$/, '');

// The name that the row's own edition gives its track.
function trackTitle(store: Store, { track, performance_year: year }: BacktestRow): string {
  const edition = editionsOf(store.catalogue).find(({ performance_year: of }) => of === year);
  return edition?.tracks.find(({ id }) => id === track)?.title ?? track ?? '–';
}

function cell(store: Store, row: BacktestRow, column: SortColumn): string {
  const value = row[column];
  if (value === null || value === undefined) return '–';
  if (column === 'track') return trackTitle(store, row);
  if (column === 'performance_year') return String(value);
  if (column === 'beneficiaries') return plain(value);
  if (column === 'minimum_rate' || column === 'sharing_rate') return percent(value, 4);
  return column.endsWith('_cents') ? dollars(value as number) : String(value);
}

const change = (store: Store, part: Partial<BacktestState>): void =>
  store.set({ backtest: { ...store.state.backtest, ...part } });

function header(store: Store, column: SortColumn): TemplateResult {
  const { sort } = store.state.backtest;
  const sorted = sort.column === column;
  const order = sort.descending ? 'descending' : 'ascending';
  const label = t.backtest.columns[column];
  const toggle = () =>
    change(store, {
      sort: { column, descending: sorted ? !sort.descending : !kText.has(column) },
      page: 0,
    });
  return html`<th
    scope="col"
    class=${kText.has(column) ? nothing : 'figure'}
    aria-sort=${sorted ? order : nothing}
  >
    <button type="button" class="sort" @click=${toggle}>
      ${label}<span class="arrow" aria-hidden="true"
        >${sorted ? (sort.descending ? ' ▼' : ' ▲') : ''}</span
      >
    </button>
  </th>`;
}

function nameCell(store: Store, row: BacktestRow): TemplateResult {
  const name = row.aco_name.trim() || row.aco_id || t.backtest.line(`${row.line}`);
  const inner = html`${name}${row.aco_id && row.aco_name
    ? html` <span class="aco-id">${row.aco_id}</span>`
    : nothing}`;
  if (row.verdict === 'unreadable') return html`<th scope="row">${inner}</th>`;
  const label = t.backtest.open(name, `${row.performance_year}`);
  return html`<th scope="row">
    <button type="button" class="open-row" aria-label=${label} @click=${() => openRow(store, row)}>
      ${inner}
    </button>
  </th>`;
}

function verdictCell(row: BacktestRow): TemplateResult {
  const reasons =
    row.verdict === 'unreadable'
      ? row.issues.map(({ path, message }) => html`<code>${path}</code> ${message}`)
      : row.reason
        ? [row.reason]
        : [];
  return html`<td>
    <span class="verdict verdict-${row.verdict}">${t.backtest.verdicts[row.verdict]}</span>
    ${reasons.map((reason) => html`<span class="reason">${reason}</span>`)}
  </td>`;
}

function bodyRow(store: Store, row: BacktestRow): TemplateResult {
  return html`<tr>
    ${kColumns.map((column) => {
      if (column === 'aco_name') return nameCell(store, row);
      if (column === 'verdict') return verdictCell(row);
      return html`<td class=${kText.has(column) ? nothing : 'figure'}>${cell(store, row, column)}</td>`;
    })}
  </tr>`;
}

function pager(store: Store, page: number, count: number): TemplateResult {
  const go = (to: number) => change(store, { page: to });
  const first = page * kRowsPerPage;
  const last = Math.min(first + kRowsPerPage, count);
  return html`<nav class="pager" aria-label=${t.backtest.pages}>
    <button type="button" ?disabled=${page === 0} @click=${() => go(page - 1)}>
      ${t.backtest.previous}
    </button>
    <span>${t.backtest.page(plain(first + 1), plain(last), plain(count))}</span>
    <button type="button" ?disabled=${page >= pageCount(count) - 1} @click=${() => go(page + 1)}>
      ${t.backtest.next}
    </button>
  </nav>`;
}

export function rowsTable(store: Store): TemplateResult {
  const rows = shownRows(store.state.backtest);
  if (rows.length === 0) return html`<p>${t.backtest.none}</p>`;
  const page = Math.min(store.state.backtest.page, pageCount(rows.length) - 1);
  const shown = rows.slice(page * kRowsPerPage, (page + 1) * kRowsPerPage);
  return html`${pager(store, page, rows.length)}
    <div class="scroller" role="region" tabindex="0" aria-label=${t.backtest.scrolls(t.backtest.results)}>
      <table class="results">
        <caption class="visually-hidden">
          ${t.backtest.results}
        </caption>
        <thead>
          <tr>
            ${kColumns.map((column) => header(store, column))}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => bodyRow(store, row))}
        </tbody>
      </table>
    </div>`;
}
