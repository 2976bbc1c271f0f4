// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { money, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type {
  FileReport,
  PopulationResult,
  RejectedRows,
  RepeatedLines,
} from '../model/claims-result.js';
import type { ClaimsDesk } from './claims-desk.js';
import { dataTable, section, wordsFor } from './claims-parts.js';

// What became of every line of every file: nothing is dropped in silence.

function rejectedRows(rows: readonly RejectedRows[], title: string, id: string): TemplateResult {
  const words = t.claims;
  if (rows.length === 0) return html`<p>${words.noneRejected}</p>`;
  return dataTable<RejectedRows>({
    id,
    title,
    rows,
    columns: [
      { head: words.reason, cell: ({ reason }) => wordsFor(words.reasons, reason) },
      { head: words.count, figure: true, cell: ({ count }) => plain(count) },
      {
        head: words.firstPlaces,
        cell: ({ places }) =>
          html`<ul class="places">
            ${places.map(
              ({ line, column = '', text }) =>
                html`<li>
                  ${words.place(plain(line), column)}${text ? html`: <code>${text}</code>` : nothing}
                </li>`,
            )}
          </ul>`,
      },
    ],
  });
}

function fileReport(report: FileReport, i: number): TemplateResult {
  const words = t.claims;
  const { rejected, notes, rows_read: read, rows_kept: kept, rows_blank: blank } = report;
  const count = rejected.reduce((sum, one) => sum + one.count, 0);
  const title = `${words.kinds[report.kind]}: ${report.name}`;
  return html`<h3>${title}</h3>
    <p>
      ${words.intakeStory(plain(read), plain(kept), plain(count))}
      ${blank > 0 ? words.blank(plain(blank)) : nothing}
      ${notes.map((one) => `${wordsFor(words.notes, one.note)}: ${plain(one.count)}. `)}
    </p>
    ${rejectedRows(rejected, title, `claims-rejected-${i}`)}`;
}

function repeated({ count, first }: RepeatedLines, reason: string): TemplateResult {
  const words = t.claims;
  const line = (one: RepeatedLines['first'][number]): string =>
    words.repeated(one.person_id, plain(one.line), one.date, money(one.paid_cents));
  return html`<details class="more-terms">
    <summary>${wordsFor(words.reasons, reason)}: ${plain(count)}</summary>
    <ul class="places">
      ${first.map((one) => html`<li>${line(one)}</li>`)}
    </ul>
  </details>`;
}

export function intakePart(desk: ClaimsDesk, { intake }: PopulationResult): TemplateResult {
  const { files, duplicate_lines: duplicates, superseded_lines: superseded } = intake;
  const { conflicting_providers: conflicting, claims, lines } = intake;
  const words = t.claims;
  return section(
    'claims-intake',
    words.intake,
    html`<p>${words.taken(plain(lines), plain(claims))}</p>
      ${duplicates.count > 0 ? repeated(duplicates, 'duplicate_line') : nothing}
      ${superseded.count > 0 ? repeated(superseded, 'superseded_line') : nothing}
      ${conflicting > 0 ? html`<p>${words.conflicting(plain(conflicting))}</p>` : nothing}
      ${files.map(fileReport)}`,
    () => void desk.saveTable('rejected'),
  );
}
