// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { readTree } from '../form/read-tree.js';
import { writeTree } from '../form/tree.js';
import { t } from '../i18n/index.js';
import { documentName, opened, type AnyDraft, type DocumentName } from '../model/any.js';
import type { Store } from '../model/store.js';
import { forgetOpen } from './any-parts.js';
import { save } from '../components/save.js';

// The two documents as JSON: opened from files, pasted, saved.
const kLargest = 4 * 1024 * 1024;

const pretty = (draft: AnyDraft, name: DocumentName): string =>
  `${writeTree(draft.documents[name], '', '  ')}\n`;

function use(
  store: Store,
  texts: Readonly<Record<DocumentName, string>>,
  problems: string[],
): void {
  const result = opened(texts, store.engine);
  const failed = 'problems' in result;
  if (!failed) forgetOpen();
  store.edit((draft) => ({
    ...draft,
    ...(failed ? {} : { documents: result, preset: '', changed: true }),
    problems: [...problems, ...(failed ? result.problems : [])],
  }));
}

// Each file says itself which of the two documents it is.
async function openFiles(store: Store, draft: AnyDraft, files: readonly File[]): Promise<void> {
  const texts = { contract: pretty(draft, 'contract'), experience: pretty(draft, 'experience') };
  const problems: string[] = [];
  for (const file of files) {
    const text = file.size > kLargest ? '' : await file.text();
    const tree = readTree(text);
    const name = tree === undefined ? null : documentName(tree);
    if (name) texts[name] = text;
    else problems.push(tree === undefined ? t.any.notJson(file.name) : t.any.noFormat(file.name));
  }
  use(store, texts, problems);
}

const saveDocument = (draft: AnyDraft, name: DocumentName): void =>
  save(`${name}.json`, pretty(draft, name), 'application/json');

const kIds = { contract: 'any-contract-text', experience: 'any-experience-text' } as const;

const textIn = (name: DocumentName): string =>
  (document.getElementById(kIds[name]) as HTMLTextAreaElement).value;

export function documentsPart(store: Store, draft: AnyDraft): TemplateResult {
  const area = (name: DocumentName, label: string) =>
    html`<div class="field">
      <label for=${kIds[name]}>${label}</label>
      <textarea
        id=${kIds[name]}
        class="source-text"
        rows="10"
        spellcheck="false"
        autocomplete="off"
        .value=${pretty(draft, name)}
      ></textarea>
    </div>`;
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void openFiles(store, draft, [...(input.files ?? [])]);
    input.value = '';
  };
  const { problems } = draft;
  return html`<details class="more-terms documents" ?open=${problems.length > 0}>
    <summary>${t.any.documents}</summary>
    <div class="fields">
      <div class="field">
        <label for="any-files">${t.any.open}</label>
        <input
          id="any-files"
          type="file"
          multiple
          accept=".json,application/json"
          @change=${chosen}
        />
        <p class="hint">${t.any.privacy}</p>
      </div>
      ${area('contract', t.any.contractText)} ${area('experience', t.any.experienceText)}
    </div>
    ${
      problems.length > 0
        ? html`<ul class="error" role="alert">
            ${problems.map((problem) => html`<li>${problem}</li>`)}
          </ul>`
        : nothing
    }
    <div class="row-buttons">
      <button
        type="button"
        @click=${() =>
          use(store, { contract: textIn('contract'), experience: textIn('experience') }, [])}
      >
        ${t.any.use}
      </button>
      <button type="button" @click=${() => saveDocument(draft, 'contract')}>${t.any.saveContract}</button>
      <button type="button" @click=${() => saveDocument(draft, 'experience')}>
        ${t.any.saveExperience}
      </button>
    </div>
  </details>`;
}
