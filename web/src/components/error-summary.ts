// SPDX-License-Identifier: Apache-2.0
import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import type { ShownIssue } from '../model/shown-issues.js';
import { fieldId } from './field.js';

// Every issue of a form, each leading to its field. It does not take the focus while someone
// types; pressing Enter in the form moves there.
export interface SummaryEntry extends ShownIssue {
  prefix: string;
}

function goTo(event: Event, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  // A field inside a closed section must be seen before it can be reached.
  for (let node = target?.parentElement; node; node = node.parentElement)
    if (node instanceof HTMLDetailsElement) node.open = true;
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

export function errorSummary(entries: readonly SummaryEntry[], id: string): TemplateResult {
  const seen = new Set<string>();
  const unique = entries.filter(({ message, spec, prefix, path }) => {
    const key = `${spec ? fieldId(prefix, spec.path) : path} ${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return html`<section class="error-summary" id=${id} tabindex="-1" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${t.issues.title(unique.length)}</h2>
    <ul>
      ${unique.map(({ spec, message, path, prefix }) => {
        if (!spec) return html`<li>${message} <span class="place">${path}</span></li>`;
        const target = fieldId(prefix, spec.path);
        return html`<li>
          <a href="#${target}" @click=${(event: Event) => goTo(event, target)}>${message}</a>
        </li>`;
      })}
    </ul>
    <p>${t.issues.noResult}</p>
  </section>`;
}

export function focusSummary(id: string): void {
  document.getElementById(id)?.focus();
}
