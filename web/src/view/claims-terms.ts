// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { errorSummary } from '../components/error-summary.js';
import { allNodes } from '../form/node.js';
import { t } from '../i18n/index.js';
import type { FormOwner } from '../model/any-edits.js';
import { issuesIn } from '../model/any-issues.js';
import { presets } from '../model/claims-presets.js';
import {
  presetTitle,
  termsDraft,
  termsForm,
  termsText,
  unreadableIn,
  type TermsDraft,
} from '../model/claims-terms.js';
import { FormView } from './any-form.js';
import { forgetOpen } from './any-parts.js';
import type { ClaimsDesk } from './claims-desk.js';
import { save } from '../components/save.js';

// The terms in a form made from their schema, with presets to start from.

const kPrefix = 'terms'; // of the ids in the form

function presetChoice(desk: ClaimsDesk, terms: TermsDraft): TemplateResult {
  const preset = presets.find(({ id }) => id === terms.preset);
  const value = preset && !terms.changed ? preset.id : '';
  const rest = preset ? t.claims.changedTerms(presetTitle(preset)) : t.claims.ownTerms;
  const choose = (event: Event): void => {
    const chosen = presets.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (!chosen) return;
    forgetOpen();
    desk.useTerms(termsDraft(chosen));
  };
  return html`<div class="field preset">
    <label for="terms-preset">${t.claims.preset}</label>
    <select id="terms-preset" .value=${live(value)} @change=${choose}>
      ${value === '' ? html`<option value="" selected>${rest}</option>` : nothing}
      ${presets.map(
        (one) =>
          html`<option value=${one.id} ?selected=${one.id === value}>${presetTitle(one)}</option>`,
      )}
    </select>
  </div>`;
}

function termsFields(desk: ClaimsDesk, terms: TermsDraft): TemplateResult | typeof nothing {
  const { any, catalogue } = desk.store;
  if (!any?.data.parts['population']) return nothing;
  const form = termsForm(terms, any.data.parts, catalogue);
  const own = unreadableIn(form);
  const theirs = desk.state.issues.filter(({ path }) => !own.some((one) => one.path === path));
  const issues = issuesIn([form], [...own, ...theirs]);
  const owner: FormOwner<TermsDraft> = {
    prefix: kPrefix,
    parts: any.data.parts,
    edit: (change) => desk.editTerms(change),
  };
  const shown = issues.map((issue) => ({ ...issue, prefix: kPrefix }));
  return html`${shown.length > 0 ? errorSummary(shown, 'terms-errors') : nothing}
  ${new FormView(owner, issues, allNodes(form)).root(form)}`;
}

// The forms are unpacked when the view is first opened.
export function termsPart(desk: ClaimsDesk): TemplateResult | typeof nothing {
  const { any } = desk.store;
  const { terms, issues } = desk.state;
  if (!any) return nothing;
  const saveTerms = () =>
    save('population-terms.json', `${termsText(terms, '  ')}\n`, 'application/json');
  return html`<section class="claims-part claims-terms any entry" aria-labelledby="terms-title">
    <h2 id="terms-title">${t.claims.terms}</h2>
    <p class="hint">${t.claims.termsLead}</p>
    ${presetChoice(desk, terms)}
    <details class="more-terms" ?open=${issues.length > 0}>
      <summary>${t.claims.editTerms}</summary>
      ${termsFields(desk, terms)}
      <div class="row-buttons">
        <button type="button" @click=${saveTerms}>${t.claims.saveTerms}</button>
      </div>
    </details>
  </section>`;
}
