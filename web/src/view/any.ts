// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { errorSummary, focusSummary, type SummaryEntry } from '../components/error-summary.js';
import { allNodes, type FormNode } from '../form/node.js';
import { t } from '../i18n/index.js';
import {
  presetDraft,
  titleOfPreset,
  type AnyContracts,
  type AnyDraft,
  type AnySettled,
} from '../model/any.js';
import { anyIssues } from '../model/any-issues.js';
import type { Store } from '../model/store.js';
import { documentsPart } from './any-documents.js';
import { FormView } from './any-form.js';
import { forgetOpen, namesList, presetOptions } from './any-parts.js';
import { anyStatement, sentenceOf } from './any-result.js';

// Any contract: its documents in a form made from the schemas, and its statement.
const kSummary = 'any-errors';
const kPrefix = 'any'; // of the ids in the form

export function anyHeadline(store: Store): string {
  const { any } = store.state;
  const settlement = any && store.any?.settled(any).settlement;
  return settlement ? sentenceOf(settlement) : t.any.title;
}

export function anyNews(store: Store): string {
  const { any } = store.state;
  const problems = any ? (store.any?.settled(any).issues.length ?? 0) : 0;
  return problems > 0 ? t.issues.title(problems) : anyHeadline(store);
}

function presetChoice(store: Store, any: AnyContracts, draft: AnyDraft): TemplateResult {
  const { presets } = any.data;
  const chosen = presets.find(({ id }) => id === draft.preset);
  const value = chosen && !draft.changed ? chosen.id : '';
  const rest = chosen ? t.any.changed(titleOfPreset(chosen)) : t.any.ownDocuments;
  const choose = (event: Event): void => {
    const id = (event.target as HTMLSelectElement).value;
    const preset = presets.find((one) => one.id === id);
    if (!preset) return;
    forgetOpen();
    store.set({ any: presetDraft(preset) });
  };
  return html`<div class="field preset">
    <label for="any-preset">${t.any.example}</label>
    <select id="any-preset" .value=${live(value)} @change=${choose}>
      ${value === '' ? html`<option value="" selected>${rest}</option>` : nothing}
      ${presetOptions(any, value)}
    </select>
  </div>`;
}

// The names that the contract gives to its own parts.
const namesIn = (form: FormNode): string[] => [
  ...new Set(
    allNodes(form).flatMap((node) =>
      node.type === 'field' && node.pointer.endsWith('/id') ? [node.text] : [],
    ),
  ),
];

function entry(store: Store, any: AnyContracts, draft: AnyDraft): TemplateResult {
  const settled = any.settled(draft);
  const { contract, experience } = settled.forms;
  const nodes = [...allNodes(contract), ...allNodes(experience)];
  const edit = (change: (draft: AnyDraft) => AnyDraft): void => store.edit(change);
  const owner = { prefix: kPrefix, parts: any.data.parts, edit };
  const form = new FormView(owner, anyIssues(settled), nodes);
  return html`<div class="entry">
    <section aria-labelledby="any-contract">
      <h2 id="any-contract">${t.any.contract}</h2>
      ${form.root(contract)}
    </section>
    <section aria-labelledby="any-experience">
      <h2 id="any-experience">${t.any.experience}</h2>
      ${form.root(experience)}
    </section>
    ${namesList(namesIn(contract))} ${documentsPart(store, draft)}
  </div>`;
}

// The form is long on a narrow screen, and an address of its own would leave the view.
function toResult(event: Event): void {
  event.preventDefault();
  const result = document.getElementById('any-result');
  result?.focus();
  result?.scrollIntoView();
}

function problemsOf(settled: AnySettled): SummaryEntry[] {
  return anyIssues(settled).map((issue) => ({
    ...issue,
    message: issue.context ? `${issue.context}: ${issue.message}` : issue.message,
    prefix: kPrefix,
  }));
}

// What is wrong stands where the statement would, so that the form does not move under the hand
// that types in it. While the forms are being unpacked the heading is there already, and keeps the focus.
export function anyView(store: Store): TemplateResult {
  const { any: contracts } = store;
  const draft = store.state.any;
  const settled = contracts && draft && contracts.settled(draft);
  const problems = settled ? problemsOf(settled) : [];
  const submit = (event: Event): void => {
    event.preventDefault();
    if (problems.length > 0) focusSummary(kSummary);
  };
  return html`<form class="check any" novalidate autocomplete="off" @submit=${submit}>
    <div class="check-head">
      <gainshare-steady .hold=${!settled?.settlement}>
        <h1 tabindex="-1">${anyHeadline(store)}</h1>
      </gainshare-steady>
      <p class="lead">${settled ? t.any.lead : t.any.starting}</p>
      ${settled ? presetChoice(store, contracts, draft) : nothing}
      ${
        settled
          ? html`<p class="to-statement">
              <a href="#any-result" @click=${toResult}
                >${problems.length > 0 ? t.issues.title(problems.length) : t.any.toStatement}</a
              >
            </p>`
          : nothing
      }
    </div>
    ${settled ? entry(store, contracts, draft) : nothing}
    <div class="check-statement" id="any-result" tabindex="-1">
      ${problems.length > 0 ? errorSummary(problems, kSummary) : nothing}
      ${contracts && settled?.settlement ? anyStatement(settled, contracts.catalogue, store) : nothing}
    </div>
  </form>`;
}
