// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../components/live-region.js';
import { money } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { scenarioOf } from '../model/scenario-state.js';
import type { Notice } from '../model/state.js';
import type { Store } from '../model/store.js';
import { copy } from './clipboard.js';
import { openFile, saveScenario } from './scenario-actions.js';
import type { Trail } from './trail.js';

// What stands under every statement: its link, its file, undo and redo.
export function scenarioBar(store: Store, trail: Trail): TemplateResult | typeof nothing {
  const scenario = scenarioOf(store);
  if (!scenario) return nothing;
  const words = t.scenario;
  const copyLink = async (): Promise<void> => {
    const done = (await trail.write()) && copy({ 'text/plain': location.href });
    announce(done ? words.linkCopied : words.linkTooLong);
  };
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void openFile(store, file);
    input.value = '';
  };
  const title = String((JSON.parse(scenario.cases[0]!.contract) as { title?: unknown }).title ?? '');
  return html`<section class="take-along" aria-labelledby="take-along-title">
    <h2 id="take-along-title">${words.title}</h2>
    <div class="row-buttons">
      <button type="button" ?disabled=${!trail.canUndo} @click=${() => trail.undo()}>
        ${words.undo}
      </button>
      <button type="button" ?disabled=${!trail.canRedo} @click=${() => trail.redo()}>
        ${words.redo}
      </button>
      <button type="button" @click=${() => void copyLink()}>${words.copyLink}</button>
      <button type="button" @click=${() => void saveScenario(store, title)}>${words.save}</button>
      <span class="file-choice">
        <input
          id="scenario-file"
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          @change=${chosen}
        />
        <label class="file-button" for="scenario-file">${words.open}</label>
      </span>
    </div>
    <p class="hint">${words.linkHint}</p>
  </section>`;
}

const kMostDifferences = 40;
const isCents = (name: string): boolean => /_cents$/.test(name) || !name.startsWith('/');
const shown = (name: string, text: string): string =>
  isCents(name) && /^-?\d+$/.test(text) ? money(text) : text;

function differences({ differences: list }: Notice): TemplateResult {
  const words = t.scenario;
  return html`<table class="ledger">
    <caption>
      ${words.differences}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.what}</th>
        <th scope="col" class="figure">${words.recorded}</th>
        <th scope="col" class="figure">${words.now}</th>
      </tr>
    </thead>
    <tbody>
      ${list.slice(0, kMostDifferences).map(
        ({ name, recorded, now }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="figure">${shown(name, recorded)}</td>
            <td class="figure">${shown(name, now)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
// What there is to say about a scenario that was opened, or was not.
export function noticePart(store: Store): TemplateResult | typeof nothing {
  const { notice } = store.state;
  if (!notice) return nothing;
  const words = t.scenario;
  const failed = notice.problems.length > 0;
  const now = store.catalogue.engine_version;
  const said = failed
    ? notice.problems
    : [
        ...notice.notes,
        notice.differences.length > 0
          ? words.differs(notice.engine, now)
          : words.same(notice.engine),
      ];
  return html`<section
    class="notice ${failed ? 'error-summary' : ''}"
    role="alert"
    tabindex="-1"
    aria-labelledby="notice-title"
  >
    <h2 id="notice-title">${failed ? words.notOpened : words.opened}</h2>
    ${said.map((sentence) => html`<p>${sentence}</p>`)}
    ${notice.differences.length > 0 ? differences(notice) : nothing}
    <button type="button" @click=${() => store.set({ notice: null })}>${words.dismiss}</button>
  </section>`;
}
