// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  kKinds,
  kRiskKinds,
  type FileKind,
  type SourceKind,
} from '../engine/population-protocol.js';
import { bytesInWords } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { canRead, isComplete, ofKind, sniffOf, type ClaimsFile } from '../model/claims.js';
import { isRiskKind } from '../model/claims-risk.js';
import type { ClaimsDesk } from './claims-desk.js';
import { mappingPanel } from './claims-mapping-panel.js';
import { dataTable } from './claims-parts.js';

// The files that were dropped: what each is, whether its columns are known, and what is missing.

const fieldNames = (fields: readonly string[]): string =>
  fields.map((name) => t.claims.fields[name] ?? name).join(', ');

function kindSelect(desk: ClaimsDesk, { id, file, kind, sniffs }: ClaimsFile): TemplateResult {
  const isTable = kKinds.some((one) => sniffs[one]);
  const known: readonly SourceKind[] = [...kKinds, ...kRiskKinds];
  const options: readonly (SourceKind | '')[] = kind === '' ? ['', ...known] : known;
  return html`<select
    aria-label=${t.claims.kindOf(file.name)}
    ?disabled=${!isTable}
    .value=${live(kind)}
    @change=${(event: Event) =>
      desk.setKind(id, (event.target as HTMLSelectElement).value as SourceKind)}
  >
    ${options.map(
      (one) =>
        html`<option value=${one} ?selected=${one === kind}>
          ${one === '' ? t.claims.unknownKind : t.claims.kinds[one]}
        </option>`,
    )}
  </select>`;
}

function stateOf(file: ClaimsFile): TemplateResult {
  if (isRiskKind(file.kind)) return html`${t.claims.riskTable}`;
  const sniff = sniffOf(file);
  if (!sniff) return html`<span class="error">${t.claims.notRead}</span>`;
  if (sniff.missing.length > 0)
    return html`<span class="error">${t.claims.missing(fieldNames(sniff.missing))}</span>`;
  return html`${t.claims.recognized(Object.keys(sniff.matched).length)}`;
}

function tools(desk: ClaimsDesk, file: ClaimsFile): TemplateResult {
  const { name } = file.file;
  return html`<span class="file-tools">
    ${
      sniffOf(file)
        ? html`<button
            type="button"
            class="small"
            aria-expanded=${file.choices ? 'true' : 'false'}
            aria-label=${t.claims.columnsOfFile(name)}
            @click=${() => desk.toggleMapping(file.id)}
          >
            ${t.claims.columnsOf}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="small"
      id="claims-remove-${file.id}"
      aria-label=${t.claims.removeOf(name)}
      @click=${() => desk.remove(file.id)}
    >
      ${t.claims.remove}
    </button>
  </span>`;
}

function filesTable(desk: ClaimsDesk, files: readonly ClaimsFile[]): TemplateResult {
  return dataTable<ClaimsFile>({
    id: 'claims-files-table',
    title: t.claims.files,
    rows: files,
    columns: [
      { head: t.claims.file, cell: ({ file }) => file.name },
      { head: t.claims.size, figure: true, cell: ({ file }) => bytesInWords(file.size) },
      { head: t.claims.holds, cell: (file) => kindSelect(desk, file) },
      { head: t.claims.state, cell: stateOf },
      {
        head: html`<span class="visually-hidden">${t.claims.tools}</span>`,
        cell: (file) => tools(desk, file),
      },
    ],
  });
}

const openCount = (files: readonly ClaimsFile[]): number =>
  files.filter((file) => !isComplete(file)).length;
const missingKinds = (files: readonly ClaimsFile[]): readonly FileKind[] =>
  kKinds.filter((kind) => ofKind(files, kind).length === 0);
const namesOf = (kinds: readonly FileKind[]): string =>
  kinds.map((kind) => t.claims.kinds[kind]).join(', ');

// What is there, in a sentence.
export function filesNews(files: readonly ClaimsFile[]): string {
  const [open, missing] = [openCount(files), missingKinds(files)];
  const there = namesOf(kKinds.filter((kind) => !missing.includes(kind)));
  return [
    t.claims.filesThere(files.length, there),
    open > 0 ? t.claims.mendFirst(open) : '',
    missing.length > 0 ? t.claims.missingKinds(namesOf(missing)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

// What stands in the way of reading, or makes it worth less.
function readiness(files: readonly ClaimsFile[]): TemplateResult {
  const [open, missing] = [openCount(files), missingKinds(files)];
  return html`${open > 0 ? html`<p class="error">${t.claims.mendFirst(open)}</p>` : nothing}
  ${
    missing.length > 0
      ? html`<p class="still">
          ${t.claims.missingKinds(namesOf(missing))}
          ${missing.map((kind) => html`${t.claims.without[kind]} `)}
        </p>`
      : nothing
  }`;
}

export function filesPart(desk: ClaimsDesk): TemplateResult | typeof nothing {
  const { state } = desk;
  const { files, phase } = state;
  if (files.length === 0) return nothing;
  const busy = phase === 'reading' || phase === 'computing';
  return html`<section class="claims-part claims-files" aria-labelledby="claims-files-title">
    <h2 id="claims-files-title">${t.claims.files}</h2>
    ${filesTable(desk, files)} ${readiness(files)}
    ${files.map((file) => (file.choices ? mappingPanel(desk, file) : nothing))}
    ${
      busy
        ? nothing
        : html`<div class="row-buttons">
            <button
              type="button"
              class="main-button"
              ?disabled=${!canRead(state)}
              @click=${() => void desk.read()}
            >
              ${phase === 'done' ? t.claims.readAgain : t.claims.read(files.length)}
            </button>
          </div>`
    }
  </section>`;
}
