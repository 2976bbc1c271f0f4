// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldId } from '../components/field.js';
import { t } from '../i18n/index.js';
import { benchmarkField, expenditureField, valueOf } from '../model/fields.js';
import { NumberText } from '../model/json.js';
import { read } from '../model/parse.js';
import type { SheetId } from '../model/sheets.js';
import type { Store } from '../model/store.js';
import { typed } from '../model/typed.js';

// Cents typed into a money field, as far as a slider can hold them.
function centsOf(text: string): number | null {
  const reading = read('money', text);
  if (reading.state !== 'read' || !(reading.json instanceof NumberText)) return null;
  const cents = Number(reading.json.text);
  return Number.isSafeInteger(cents) && cents >= 0 ? cents : null;
}

// A thousand stops over the range, on whole dollars or whole powers of ten of them.
function stopFor(range: number): number {
  const rough = range / 500;
  return rough <= 100 ? 100 : 10 ** Math.ceil(Math.log10(rough));
}

// Actual spending from 80 % to 120 % of what was expected. It types into the same field, so a
// figure outside its range stays what was typed.
export function spendingSlider(
  store: Store,
  sheets: readonly SheetId[],
  prefix: string,
): TemplateResult | typeof nothing {
  const draft = store.state.drafts[sheets[0]!];
  const benchmark = centsOf(valueOf(draft, benchmarkField));
  const spent = centsOf(valueOf(draft, expenditureField));
  if (benchmark === null || benchmark === 0 || spent === null) return nothing;
  if (draft['@year'] === 'in_progress') return nothing;
  const step = stopFor(benchmark * 0.4);
  const low = Math.floor((benchmark * 0.8) / step) * step;
  const high = Math.ceil((benchmark * 1.2) / step) * step;
  const id = `${fieldId(prefix, expenditureField.path)}-slider`;
  const slide = (event: Event) => {
    const cents = (event.target as HTMLInputElement).value;
    store.type(sheets, expenditureField.path, typed('money', cents).replace(/\.00$/, ''));
  };
  return html`<div class="field slider">
    <label for=${id}>${t.idea.slider}</label>
    <input
      id=${id}
      type="range"
      min=${low}
      max=${high}
      step=${step}
      .value=${live(`${spent}`)}
      aria-valuetext=${valueOf(draft, expenditureField)}
      @input=${slide}
    />
  </div>`;
}
