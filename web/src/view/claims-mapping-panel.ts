// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Sniff } from '../engine/population-protocol.js';
import { t } from '../i18n/index.js';
import { mappedKind, sniffOf, type ClaimsFile } from '../model/claims.js';
import { kFields, mappingOf, type Choice, type MappedField } from '../model/claims-mapping.js';
import type { ClaimsDesk } from './claims-desk.js';
import { dataTable } from './claims-parts.js';
import { save } from '../components/save.js';

// Which column of a file is which field: chosen from the file's own columns, beside its first rows.

const kNone = '';
const kConstant = '@'; // no column's value: columns are known by their place
const kRowsShown = 5;


const valueOf = (choice: Choice | undefined, { columns }: Sniff): string =>
  !choice ? kNone : 'constant' in choice ? kConstant : `${columns.indexOf(choice.column)}`;

function chosen(value: string, { columns }: Sniff): Choice {
  if (value === kNone) return null;
  return value === kConstant ? { constant: '' } : { column: columns[Number(value)]! };
}

function example(choice: Choice | undefined, { columns, rows }: Sniff): string {
  if (!choice) return '';
  if ('constant' in choice) return choice.constant;
  const at = columns.indexOf(choice.column);
  return rows.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? '';
}

interface Line {
  field: MappedField;
  choice: Choice;
  id: string;
}

function columnSelect(desk: ClaimsDesk, file: ClaimsFile, sniff: Sniff, line: Line) {
  const { field, choice, id } = line;
  const label = t.claims.fields[field.name] ?? field.name;
  const value = valueOf(choice, sniff);
  const missing = field.required === true && choice === null;
  const option = (key: string, text: string) =>
    html`<option value=${key} ?selected=${key === value}>${text}</option>`;
  return html`<select
      id=${id}
      aria-label=${label}
      aria-invalid=${missing ? 'true' : nothing}
      aria-describedby=${missing ? `${id}-error` : nothing}
      .value=${live(value)}
      @change=${(event: Event) =>
        desk.choose(file.id, field.name, chosen((event.target as HTMLSelectElement).value, sniff))}
    >
      ${option(kNone, t.claims.mapping.none)} ${sniff.columns.map((name, i) => option(`${i}`, name))}
      ${option(kConstant, t.claims.mapping.constant)}
    </select>
    ${
      choice && 'constant' in choice
        ? html`<input
            type="text"
            aria-label=${t.claims.mapping.constantOf(label)}
            .value=${live(choice.constant)}
            @input=${(event: Event) =>
              desk.choose(file.id, field.name, {
                constant: (event.target as HTMLInputElement).value,
              })}
          />`
        : nothing
    }
    ${missing ? html`<p class="error" id="${id}-error">${t.claims.mapping.needs(label)}</p>` : nothing}`;
}

function fieldsTable(desk: ClaimsDesk, file: ClaimsFile, sniff: Sniff): TemplateResult {
  const kind = mappedKind(file);
  const lines = (kind === '' ? [] : kFields[kind]).map((field): Line => ({
    field,
    choice: file.choices?.[field.name] ?? null,
    id: `map-${file.id}-${field.name}`,
  }));
  return dataTable<Line>({
    id: `map-${file.id}`,
    title: t.claims.mapping.title(file.file.name),
    rows: lines,
    columns: [
      {
        head: t.claims.mapping.field,
        cell: ({ field }) =>
          html`${t.claims.fields[field.name] ?? field.name}
          ${field.required ? html`<span class="tag">${t.claims.mapping.required}</span>` : nothing}`,
      },
      { head: t.claims.mapping.column, cell: (line) => columnSelect(desk, file, sniff, line) },
      { head: t.claims.mapping.example, cell: ({ choice }) => example(choice, sniff) },
    ],
  });
}

function firstRows({ columns, rows }: Sniff, file: ClaimsFile): TemplateResult {
  return html`<details class="more-terms">
    <summary>${t.claims.mapping.firstRows}</summary>
    ${dataTable<readonly string[]>({
      id: `rows-${file.id}`,
      title: `${t.claims.mapping.firstRows}: ${file.file.name}`,
      rows: rows.slice(0, kRowsShown),
      columns: columns.map((head, i) => ({ head, cell: (row) => row[i] ?? '' })),
    })}
  </details>`;
}

// As the command takes it.
function saveMapping(file: ClaimsFile): void {
  if (file.kind === '') return;
  const mapping = file.choices ? mappingOf(file.choices, file.mapping) : file.mapping;
  const text = `${JSON.stringify({ [file.kind]: mapping }, null, 2)}\n`;
  save(`mapping-${file.kind}.json`, text, 'application/json');
}

export function mappingPanel(desk: ClaimsDesk, file: ClaimsFile): TemplateResult | typeof nothing {
  const sniff = sniffOf(file);
  if (!sniff) return nothing;
  const { id } = file;
  return html`<section class="mapping" aria-labelledby="map-${id}-title">
    <h3 id="map-${id}-title">${t.claims.mapping.title(file.file.name)}</h3>
    <p class="hint">${t.claims.mapping.lead}</p>
    ${fieldsTable(desk, file, sniff)} ${firstRows(sniff, file)}
    <div class="row-buttons">
      <button
        type="button"
        class="main-button"
        id="map-${id}-use"
        @click=${() => void desk.applyMapping(id)}
      >
        ${t.claims.mapping.use}
      </button>
      <button type="button" @click=${() => saveMapping(file)}>${t.claims.mapping.save}</button>
      <button type="button" @click=${() => desk.toggleMapping(id)}>${t.claims.mapping.close}</button>
    </div>
    <p class="hint">${t.claims.mapping.saveHint}</p>
  </section>`;
}
