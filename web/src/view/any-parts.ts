// SPDX-License-Identifier: Apache-2.0
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Alternatives } from '../form/node.js';
import { kNames } from '../form/nodes.js';
import { presetGroups, titleOfPreset, type AnyContracts } from '../model/any.js';

// What the form of any contract keeps besides its documents, and pieces that know no edits.
const kOpenAtMost = 3;
const kOpenDownTo = 7; // parts of a pointer: what lies deeper is opened by whoever looks for it

// A list shows its items while they are few; an item keeps being open or closed while it is there.
const shownOpen = new Map<string, boolean>();
export const forgetOpen = (): void => shownOpen.clear();

export function opens(pointer: string, count: number): boolean {
  const known =
    shownOpen.get(pointer) ??
    (count <= kOpenAtMost && pointer.split('/').length <= kOpenDownTo + 1);
  shownOpen.set(pointer, known);
  return known;
}

export const openNext = (pointer: string): void => void shownOpen.set(pointer, true);

// Which of several alternatives a part is; those of one kind of stream stand together.
export function alternativesSelect(
  id: string,
  { names, groups, chosen }: Alternatives,
  choose: (chosen: number) => void,
): TemplateResult {
  const option = (i: number) =>
    html`<option value=${i} ?selected=${i === chosen}>${names[i]}</option>`;
  const titles = [...new Set(groups)];
  const grouped = (title: string) =>
    html`<optgroup label=${title}>
      ${groups.flatMap((of, i) => (of === title ? [option(i)] : []))}
    </optgroup>`;
  return html`<select
    id=${id}
    .value=${live(`${chosen}`)}
    @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}
  >
    ${titles.length > 1 ? titles.map(grouped) : names.map((_, i) => option(i))}
  </select>`;
}

// All examples, by the kind of payment that they are of.
export const presetOptions = (any: AnyContracts, chosen: string): TemplateResult[] =>
  presetGroups(any.data.presets, any.catalogue).map(
    ({ title, presets }) =>
      html`<optgroup label=${title}>
        ${presets.map(
          (preset) =>
            html`<option value=${preset.id} ?selected=${preset.id === chosen}>
              ${titleOfPreset(preset)}
            </option>`,
        )}
      </optgroup>`,
  );

// Names that a contract gives its own things, offered where the experience says what they did.
export const namesList = (names: readonly string[]): TemplateResult =>
  html`<datalist id=${kNames}>
    ${names.map((name) => html`<option value=${name}></option>`)}
  </datalist>`;
