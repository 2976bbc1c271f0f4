// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { isDoubtful, statusTag } from '../components/working.js';
import { t } from '../i18n/index.js';
import type { Edition } from '../model/types.generated.js';
import type { Catalogue } from '../model/wire.js';
import type { ClaimsDesk } from './claims-desk.js';
import { wordsFor } from './claims-parts.js';

// The editions of programs that the result's terms name, and which of their figures nobody has
// verified: a reader who signs has to know.

interface NamesEditions {
  attribution?: { services?: { edition?: number } };
  risk?: { program?: { name: string; performance_year: number } };
}

function editionOf({ programs }: Catalogue, name: string, year: number): Edition | undefined {
  const program = programs.find((one) => one.program === name);
  return program?.editions.find(({ performance_year: of }) => of === year);
}

function doubts(edition: Edition): TemplateResult | typeof nothing {
  const all = [...edition.parameters, ...edition.tracks.flatMap(({ parameters }) => parameters)];
  const doubtful = all.filter(({ status }) => isDoubtful(status) || status === 'convention');
  if (doubtful.length === 0) return nothing;
  return html`<p class="hint keep">${t.claims.doubts}</p>
    <ul class="hint keep">
      ${doubtful.map(
        ({ id, value, citation, status }) =>
          html`<li>${wordsFor({}, id)}: ${value} ${statusTag(status)} ${citation}</li>`,
      )}
    </ul>`;
}

export function editionsPart({ state, store }: ClaimsDesk): TemplateResult {
  const terms = JSON.parse(state.resultTerms) as NamesEditions;
  const { edition: year } = terms.attribution?.services ?? {};
  const { program } = terms.risk ?? {};
  const named = [
    ...(year === undefined ? [] : [['mssp_assignment', year] as const]),
    ...(program ? [[program.name, program.performance_year] as const] : []),
  ];
  return html`${named.map(([name, of]) => {
    const edition = editionOf(store.catalogue, name, of);
    if (!edition) return nothing;
    return html`<p class="hint keep">${t.claims.edition(name, edition.edition)}</p>
      ${doubts(edition)}`;
  })}`;
}
