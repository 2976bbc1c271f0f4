// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { percent } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { valueOf, type Draft, type FieldSpec } from '../model/fields.js';
import { NumberText } from '../model/json.js';
import { read, type Reading } from '../model/parse.js';
import { labelOf, type ShownIssue } from '../model/shown-issues.js';
import { typed } from '../model/typed.js';

// A label, an input, its hint and its error, in one root so that the ids reach each other.
export interface FieldContext {
  prefix: string; // of the ids: one per form
  draft: Draft;
  issues: readonly ShownIssue[];
  type: (path: string, text: string) => void;
}

export const fieldId = (prefix: string, path: string): string =>
  `${prefix}${path.replaceAll(/[^A-Za-z0-9_]+/g, '-')}`;

function optionText(spec: FieldSpec, value: string, label: string | undefined): string {
  if (label !== undefined) return label;
  const words = t.options[`${spec.name}=${value}`];
  if (words !== undefined) return words;
  if (spec.kind === 'flag')
    return value === '' ? t.form.notStated : value === 'yes' ? t.form.yes : t.form.no;
  return spec.name === 'program/minimum_rate' ? percent(value) : value;
}

function select(spec: FieldSpec, context: FieldContext, describedBy: string, invalid: boolean) {
  const value = valueOf(context.draft, spec);
  return html`<select
    id=${fieldId(context.prefix, spec.path)}
    aria-describedby=${describedBy || nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    .value=${live(value)}
    @change=${(event: Event) =>
      context.type(spec.path, (event.target as HTMLSelectElement).value)}
  >
    ${(spec.options ?? []).map(
      (option) =>
        html`<option value=${option.value} ?selected=${option.value === value}>
          ${optionText(spec, option.value, option.label)}
        </option>`,
    )}
  </select>`;
}

const jsonText = (reading: Reading): string | null =>
  reading.state !== 'read'
    ? null
    : reading.json instanceof NumberText
      ? reading.json.text
      : String(reading.json);

// Leaving a field writes what was read the usual way: "1250.5" becomes "$1,250.50".
function tidy(spec: FieldSpec, text: string): string {
  const exact = jsonText(read(spec.kind, text));
  const plain = exact !== null && !exact.includes('/') && spec.kind !== 'text';
  if (!plain) return text;
  const fitting = spec.kind === 'money' ? /^-?\d+$/.test(exact) : true;
  return fitting ? typed(spec.kind, exact) || text : text;
}

function input(spec: FieldSpec, context: FieldContext, describedBy: string, invalid: boolean) {
  const numeric = spec.kind !== 'text' && spec.kind !== 'date';
  const text = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<input
    id=${fieldId(context.prefix, spec.path)}
    class=${numeric ? 'figure' : nothing}
    type="text"
    inputmode=${numeric ? 'decimal' : 'text'}
    autocomplete="off"
    spellcheck="false"
    maxlength="200"
    list=${spec.list ?? nothing}
    aria-describedby=${describedBy || nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    .value=${live(valueOf(context.draft, spec))}
    @input=${(event: Event) => context.type(spec.path, text(event))}
    @change=${(event: Event) => context.type(spec.path, tidy(spec, text(event)))}
  />`;
}

// A rate without a percent sign can be meant two ways: the page says which one it took.
function echo(spec: FieldSpec, text: string): string {
  const reading = read(spec.kind, text);
  const noted = spec.kind === 'rate' && reading.state === 'read' && reading.note;
  return noted ? t.form.readAs(percent(jsonText(reading))) : '';
}

export function field(
  spec: FieldSpec,
  context: FieldContext,
  label: string = labelOf(spec),
  hideLabel = false,
): TemplateResult {
  const id = fieldId(context.prefix, spec.path);
  const errors = context.issues.filter((issue) => issue.spec?.path === spec.path);
  const hint = spec.hint ?? t.fields[spec.name]?.hint;
  const reading = echo(spec, valueOf(context.draft, spec));
  const described = [
    hint && !hideLabel ? `${id}-hint` : '',
    reading ? `${id}-reading` : '',
    errors.length > 0 ? `${id}-error` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const control = spec.kind === 'choice' || spec.kind === 'flag' ? select : input;
  return html`<div class="field field-${spec.kind} ${errors.length > 0 ? 'has-error' : ''}">
    <label for=${id} class=${hideLabel ? 'visually-hidden' : nothing}
      >${label}
      ${spec.optional && spec.kind !== 'choice' && spec.kind !== 'flag' && !hideLabel
        ? html`<span class="optional">${t.form.optional}</span>`
        : nothing}</label
    >
    ${control(spec, context, described, errors.length > 0)}
    ${hint && !hideLabel ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${reading ? html`<p class="reading" id="${id}-reading">${reading}</p>` : nothing}
    ${errors.length > 0
      ? html`<p class="error" id="${id}-error">
          <strong>${t.issues.prefix}</strong> ${errors.map((issue) => issue.message).join(' ')}
        </p>`
      : nothing}
  </div>`;
}
