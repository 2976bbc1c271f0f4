// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { field, type FieldContext } from '../components/field.js';
import { statusTag } from '../components/working.js';
import { t } from '../i18n/index.js';
import { valueOf, type FieldGroup } from '../model/fields.js';
import type { SheetId } from '../model/sheets.js';
import { shownIssues, type ShownIssue } from '../model/shown-issues.js';
import type { Store } from '../model/store.js';
import type { Settlement } from '../model/wire.js';
import { labelOf } from '../trace/words.js';

// Pieces that several views share.

// What is wrong with a shared entry is wrong for each contract, and said once.
function distinct(issues: readonly ShownIssue[]): ShownIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values()];
}

export function contextFor(
  store: Store,
  sheets: readonly SheetId[],
  prefix: string,
): FieldContext & { issues: readonly ShownIssue[] } {
  const first = store.settled(sheets[0]!);
  return {
    prefix,
    draft: first.draft,
    issues: distinct(sheets.flatMap((id) => shownIssues(store.settled(id)))),
    type: (path, text) => store.type(sheets, path, text),
  };
}

// Rows of a table inside a form can be added and taken away.
export function rowButtons(
  count: number,
  add: string,
  remove: string,
  set: (count: number) => void,
): TemplateResult {
  return html`<div class="row-buttons">
    <button type="button" ?disabled=${count >= 20} @click=${() => set(count + 1)}>${add}</button>
    <button type="button" ?disabled=${count <= 1} @click=${() => set(count - 1)}>${remove}</button>
  </div>`;
}

type Piece = TemplateResult | typeof nothing;

// A group of fields; `after` puts a piece behind one of them, `more` one at the end.
export function group(
  { id, fields }: FieldGroup,
  context: FieldContext,
  more: Piece = nothing,
  after: (path: string) => Piece = () => nothing,
): TemplateResult {
  return html`<fieldset class="group group-${id}">
    <legend>${t.groups[id] ?? id}</legend>
    <div class="fields">
      ${fields.map((spec) => html`${field(spec, context)}${after(spec.path)}`)}
    </div>
    ${more}
  </fieldset>`;
}

// What few contracts need stands folded away until something is in it.
export function foldedGroup({ id, fields }: FieldGroup, context: FieldContext): TemplateResult {
  const used = fields.some((spec) => valueOf(context.draft, spec) !== '');
  return html`<details class="more-terms" ?open=${used}>
    <summary>${t.groups[id] ?? id}</summary>
    <div class="fields">${fields.map((spec) => field(spec, context))}</div>
  </details>`;
}

// What is not certain in a result, said beside it and not only inside its working.
export function marked(settlements: readonly Settlement[]): TemplateResult | typeof nothing {
  const items = settlements.flatMap(({ marked: list, trace }) =>
    list.map(({ step, status, citation }) => ({
      label: trace.filter(({ id }) => id === step).map(labelOf).at(0) ?? step,
      status,
      citation,
    })),
  );
  const unique = [...new Map(items.map((item) => [`${item.label} ${item.status}`, item])).values()];
  if (unique.length === 0) return nothing;
  return html`<aside class="marked" aria-label=${t.marked.title}>
    <h3>${t.marked.title}</h3>
    <ul>
      ${unique.map(
        ({ label, status, citation }) =>
          html`<li>${label}: ${statusTag(status)} <span class="source">${citation}</span></li>`,
      )}
    </ul>
  </aside>`;
}

export function editions(settlements: readonly Settlement[], version: string): TemplateResult {
  const programs = new Map(
    settlements.flatMap(({ programs: list }) =>
      list.map((program) => [`${program.title} ${program.edition}`, program] as const),
    ),
  );
  return html`<p class="editions">
    ${t.footer.engine(version)}.
    ${programs.size === 0
      ? t.footer.ownTerms
      : [...programs.values()].map(
          ({ title, edition, law }) =>
            html`${t.footer.edition(title, edition)}${law === 'not_settled'
              ? html` <span class="tag tag-doubtful">${t.form.lawNotSettled}</span>`
              : nothing}. `,
        )}
  </p>`;
}
