// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

// Tables of the view from claims to settlement: all are the same but for their columns.
export interface Column<Row> {
  head: unknown;
  figure?: boolean;
  cell: (row: Row) => unknown;
}
export interface Table<Row> {
  id: string;
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sum?: (row: Row) => boolean; // rows that add the others up
}

const figure = ({ figure: is }: { figure?: boolean }) => (is ? 'figure' : nothing);

export function dataTable<Row>({ id, title, columns, rows, sum }: Table<Row>): TemplateResult {
  return html`<div
    class="scroller"
    id=${id}
    role="region"
    tabindex="0"
    aria-label=${t.claims.scrolls(title)}
  >
    <table class="totals">
      <caption class="visually-hidden">
        ${title}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class=${figure(column)}>${column.head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr class=${sum?.(row) ? 'sum' : nothing}>
              ${columns.map((column, i) =>
                i === 0
                  ? html`<th scope="row">${column.cell(row)}</th>`
                  : html`<td class=${figure(column)}>${column.cell(row)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

// A section with its heading and, where the engine has the whole table, a button that saves it.
export function section(
  id: string,
  title: string,
  inside: unknown,
  saveTable?: () => void,
): TemplateResult {
  return html`<section class="claims-part" aria-labelledby="${id}-title">
    <div class="statement-head">
      <h2 id="${id}-title" tabindex="-1">${title}</h2>
      ${
        saveTable
          ? html`<button
              type="button"
              class="small print-button"
              aria-label=${t.claims.csvOf(title)}
              @click=${saveTable}
            >
              ${t.claims.csv}
            </button>`
          : nothing
      }
    </div>
    ${inside}
  </section>`;
}

export const wordsFor = (words: Readonly<Record<string, string>>, key: string): string => {
  const plain = key.replaceAll('_', ' ');
  return words[key] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
};
