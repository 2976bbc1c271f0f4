// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { field, type FieldContext } from '../components/field.js';
import { statusTag } from '../components/working.js';
import { t } from '../i18n/index.js';
import type { FieldGroup } from '../model/fields.js';
import type { SheetId } from '../model/sheets.js';
import { shownIssues, type ShownIssue } from '../model/shown-issues.js';
import type { Store } from '../model/store.js';
import type { Settlement } from '../model/wire.js';

// Pieces that several views share.

export function contextFor(
  store: Store,
  sheets: readonly SheetId[],
  prefix: string,
): FieldContext & { issues: readonly ShownIssue[] } {
  const first = store.settled(sheets[0]!);
  return {
    prefix,
    draft: first.draft,
    issues: sheets.flatMap((id) => shownIssues(store.settled(id))),
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

export function group(
  { id, fields }: FieldGroup,
  context: FieldContext,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<fieldset class="group group-${id}">
    <legend>${t.groups[id] ?? id}</legend>
    <div class="fields">${fields.map((spec) => field(spec, context))}</div>
    ${more}
  </fieldset>`;
}

// What is not certain in a result, said beside it and not only inside its working.
export function marked(settlements: readonly Settlement[]): TemplateResult | typeof nothing {
  const items = settlements.flatMap(({ marked: list, trace }) =>
    list.map(({ step, status, citation }) => ({
      label: trace.find(({ id }) => id === step)?.label ?? step,
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
