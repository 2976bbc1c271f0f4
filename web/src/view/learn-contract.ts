// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { readTree } from '../form/read-tree.js';
import type { Language } from '../i18n/language.js';
import { learnWords } from '../i18n/learn.js';
import { settleCase, type Case, type Lesson } from '../lessons/lesson.js';
import type { AnyDraft } from '../model/any.js';
import type { Store } from '../model/store.js';
import { figures } from './learn-parts.js';

// The whole contract of a lesson: what was settled, the documents, and the way into the form.
const draftOf = ({ texts }: Case): AnyDraft => ({
  preset: '',
  changed: true,
  documents: {
    contract: readTree(texts.contract) ?? {},
    experience: readTree(texts.experience) ?? {},
  },
  problems: [],
});

// The forms are unpacked when they are first asked for, and begin with an example; only then can
// it be exchanged.
function openInForm(store: Store, one: Case): void {
  const put = (): void => {
    store.set({ any: draftOf(one) });
    location.hash = '#/any';
  };
  if (store.any && store.state.any) return put();
  const wait = (): void => {
    if (!store.state.any) return;
    store.removeEventListener('change', wait);
    put();
  };
  store.addEventListener('change', wait);
}

export function contractStep(store: Store, lesson: Lesson, language: Language): TemplateResult {
  const words = learnWords(language);
  const one = settleCase(store.engine, lesson);
  const names = [...lesson.givens, ...lesson.results];
  const documents = JSON.stringify(lesson.documents, null, 2);
  return html`<p class="lead">${words.contractLead}</p>
    ${figures(words.contract, names, [{ head: words.settled, one }], language)}
    ${one.settlement
      ? html`<p class="step-actions">
          <button type="button" class="main-button" @click=${() => openInForm(store, one)}>
            ${words.open}
          </button>
        </p>`
      : nothing}
    <details>
      <summary>${words.documents}</summary>
      <pre class="source-text" tabindex="0">${documents}</pre>
    </details>`;
}
