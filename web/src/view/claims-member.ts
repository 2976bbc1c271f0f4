// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { money, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type {
  CandidateServices,
  ComparedAmount,
  Explanation,
  MethodAttempt,
} from '../model/claims-result.js';
import type { ClaimsDesk } from './claims-desk.js';
import { dataTable, section, wordsFor } from './claims-parts.js';
import { methodName } from './claims-result.js';
import { memberRisk } from './claims-risk.js';

// Why one patient belongs to whom: the sentence, then what was compared.

export function sentenceOf({ person_id: member, assignment }: Explanation): string {
  const { candidate, as_one: asOne } = assignment;
  if (candidate === null || candidate === '') return t.claims.belongsNobody(member);
  return asOne ? t.claims.belongsAsOne(member, candidate) : t.claims.belongs(member, candidate);
}

interface Row extends ComparedAmount {
  name: string;
}

// What one method compared: the participants together where the terms take them as one.
function comparison(attempt: MethodAttempt, winner: string | null, i: number): TemplateResult {
  const words = t.claims;
  const { compares, participants, compared = [] } = attempt;
  const alone: Row[] = compared.map((row) => ({ ...row, name: row.id }));
  const rows = participants ? [{ ...participants, name: words.together }, ...alone] : alone;
  const isCents = compares === 'allowed_cents';
  return dataTable<Row>({
    id: `claims-compared-${i}`,
    title: `${words.compared}: ${methodName(attempt.method, attempt.step)}`,
    rows,
    sum: ({ id, name }) => attempt.reason === 'decided' && id === winner && name === id,
    columns: [
      {
        head: words.candidate,
        cell: ({ name, participant }) =>
          html`${name}
          ${participant ? html`<span class="tag">${words.participant}</span>` : nothing}`,
      },
      {
        head: isCents ? words.allowed : words.visits,
        figure: true,
        cell: ({ amount }) => (isCents ? money(amount) : plain(amount)),
      },
      { head: words.latest, figure: true, cell: ({ latest }) => latest ?? '–' },
    ],
  });
}

// "named" is whom the member or the insurer named, or the member's county.
function attempted(attempt: MethodAttempt, winner: string | null, i: number): TemplateResult {
  const { method, step, reason, named = '', compared = [] } = attempt;
  const say = t.claims.methodReasons[reason];
  return html`<li>
    <p><strong>${methodName(method, step)}:</strong> ${say ? say(named) : wordsFor({}, reason)}</p>
    ${compared.length > 0 ? comparison(attempt, winner, i) : nothing}
  </li>`;
}

function services(rows: readonly CandidateServices[]): TemplateResult {
  const words = t.claims;
  if (rows.length === 0) return html`<p>${words.noCandidates}</p>`;
  return dataTable<CandidateServices>({
    id: 'claims-services',
    title: words.services,
    rows,
    columns: [
      { head: words.candidate, cell: ({ id }) => id },
      { head: words.allowed, figure: true, cell: (row) => money(row.allowed_cents) },
      { head: words.visits, figure: true, cell: ({ visits }) => plain(visits) },
      { head: words.latest, figure: true, cell: ({ latest }) => latest ?? '–' },
    ],
  });
}

function explained(explanation: Explanation): TemplateResult {
  const { assignment, member_months: months, cost_cents: cost } = explanation;
  const { cost_before_truncation_cents: uncapped, reconciled: became } = explanation;
  const { steps, candidate, candidates, decided_by: by } = assignment;
  const words = t.claims;
  return html`<div class="explained">
    <h3>${sentenceOf(explanation)}</h3>
    <p>${words.because[by] ?? wordsFor({}, by)}</p>
    <h4>${words.tried}</h4>
    <ol>
      ${steps.map((attempt, i) => attempted(attempt, candidate, i))}
    </ol>
    <h4>${words.services}</h4>
    ${services(candidates)}
    ${memberRisk(explanation.risk)}
    <p>
      ${words.memberCost(money(cost), plain(months))}
      ${uncapped === cost ? nothing : words.memberCut(money(uncapped))}
      ${explanation.counted ? nothing : words.notCounted}
      ${became ? words.memberBecame(wordsFor(words.reconciled.reasons, became)) : nothing}
    </p>
  </div>`;
}

export function memberPart(desk: ClaimsDesk): TemplateResult {
  const { typed, explanation, problem } = desk.state.search;
  const words = t.claims;
  const submit = (event: Event): void => {
    event.preventDefault();
    void desk.explain(typed);
  };
  const inside = html`<p class="hint">${words.memberLead}</p>
    <form class="member-search" novalidate autocomplete="off" @submit=${submit}>
      <div class="field ${problem ? 'has-error' : ''}">
        <label for="claims-member-id">${words.memberId}</label>
        <input
          id="claims-member-id"
          type="text"
          maxlength="200"
          spellcheck="false"
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'claims-member-error' : nothing}
          .value=${live(typed)}
          @input=${(event: Event) => desk.typeMember((event.target as HTMLInputElement).value)}
        />
        ${
          problem
            ? html`<p class="error" id="claims-member-error" role="alert">${problem}</p>`
            : nothing
        }
      </div>
      <button type="submit">${words.explain}</button>
    </form>
    ${explanation ? explained(explanation) : nothing}`;
  return section('claims-member', words.member, inside);
}
