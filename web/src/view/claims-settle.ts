// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { errorSummary } from '../components/error-summary.js';
import { allNodes, type FormNode } from '../form/node.js';
import { t } from '../i18n/index.js';
import { type AnyContracts, type AnyDraft, type AnySettled } from '../model/any.js';
import type { FormOwner } from '../model/any-edits.js';
import { issuesIn } from '../model/any-issues.js';
import type { PopulationResult } from '../model/claims-result.js';
import {
  canDistribute,
  distributesByPatients,
  isFromClaims,
  presetContract,
  takesBaseYears,
  withDistribution,
} from '../model/claims-settlement.js';
import { FormView } from './any-form.js';
import { presetOptions } from './any-parts.js';
import { anyStatement, sentenceOf } from './any-result.js';
import type { ClaimsDesk } from './claims-desk.js';
import { section } from './claims-parts.js';

// What a contract pays for this population: the claims give the facts that they tell, the rest is
// entered here, and the statement is that of any contract.

const kPrefix = 'facts'; // of the ids in the form

function contractChoice(
  desk: ClaimsDesk,
  any: AnyContracts,
  draft: AnyDraft | null,
): TemplateResult {
  const value = draft?.preset ?? '';
  const choose = (event: Event): void => {
    const id = (event.target as HTMLSelectElement).value;
    const contract = presetContract(any, id);
    if (contract) desk.useContract(contract, id);
  };
  return html`<div class="field preset">
    <label for="claims-contract">${t.claims.contract}</label>
    <select id="claims-contract" .value=${live(value)} @change=${choose}>
      ${
        value === ''
          ? html`<option value="" selected>
              ${draft ? t.claims.droppedContract : t.claims.noContract}
            </option>`
          : nothing
      }
      ${presetOptions(any, value)}
    </select>
  </div>`;
}

// There are many, and nothing about them is left to enter.
function withoutParticipants(form: FormNode): FormNode {
  if (form.type !== 'group') return form;
  const isShown = ({ pointer }: FormNode): boolean => pointer !== '/experience/participants';
  return { ...form, members: form.members.filter(isShown) };
}

// All of the payment to the participants, by the patients of each.
function distributionChoice(
  desk: ClaimsDesk,
  { documents: { contract }, preset }: AnyDraft,
  { experience }: PopulationResult,
): TemplateResult | typeof nothing {
  if (!canDistribute(experience)) return nothing;
  const on = distributesByPatients(contract);
  const change = (): void => desk.useContract(withDistribution(contract, experience, !on), preset);
  return html`<label class="radio distribute">
    <input type="checkbox" .checked=${live(on)} @change=${change} /> ${t.claims.distribute}
  </label>`;
}

// The facts, those of the claims marked; what is typed over them comes back with the next result.
function factsForm(
  desk: ClaimsDesk,
  any: AnyContracts,
  settled: AnySettled,
  result: PopulationResult,
): TemplateResult {
  const { experience, contract } = settled.forms;
  const issues = issuesIn([contract, experience], settled.issues);
  const owner: FormOwner<AnyDraft> = {
    prefix: kPrefix,
    parts: any.data.parts,
    edit: (change) => {
      const { settlement } = desk.state;
      if (settlement) desk.set({ settlement: change(settlement) });
    },
  };
  const nodes = allNodes(experience);
  const now = settled.draft.documents.experience;
  const isTold = ({ type, pointer }: FormNode): boolean =>
    type === 'field' && isFromClaims(pointer, result.experience, now);
  const told = [...new Set(nodes.filter(isTold).map(({ label }) => label))];
  const entries = issues.map((issue) => ({ ...issue, prefix: kPrefix }));
  return html`${entries.length > 0 ? errorSummary(entries, 'facts-errors') : nothing}
    <details class="more-terms any entry" ?open=${entries.length > 0}>
      <summary>${t.claims.facts}</summary>
      <p class="hint">
        ${t.claims.fromClaims}: ${told.join(', ') || '–'}.
      </p>
      ${new FormView(owner, issues, nodes).root(withoutParticipants(experience))}
    </details>`;
}

function openInAny(desk: ClaimsDesk, draft: AnyDraft): void {
  desk.store.set({ any: { ...draft, preset: '', changed: true } });
  location.hash = '#/any';
}

export function settlePart(desk: ClaimsDesk, result: PopulationResult): TemplateResult {
  const { any } = desk.store;
  const { settlement } = desk.state;
  const settled = any && settlement ? any.settled(settlement) : null;
  const inside = html`<p class="hint screen">${t.claims.settleLead}</p>
    ${any ? contractChoice(desk, any, settlement) : nothing}
    ${settlement ? distributionChoice(desk, settlement, result) : nothing}
    ${
      settlement && takesBaseYears(settlement.documents.contract) && result.years.length < 2
        ? html`<p class="error">${t.claims.noBaseYears}</p>`
        : nothing
    }
    ${any && settled ? factsForm(desk, any, settled, result) : nothing}
    ${
      any && settled?.settlement
        ? html`<p class="outcome">${sentenceOf(settled.settlement)}</p>
            ${anyStatement(settled, any.catalogue, desk.store)}`
        : nothing
    }
    ${
      settlement
        ? html`<div class="row-buttons actions">
            <button type="button" @click=${() => openInAny(desk, settlement)}>
              ${t.claims.openAny}
            </button>
          </div>`
        : nothing
    }`;
  return section('claims-settle', t.claims.settle, inside);
}
