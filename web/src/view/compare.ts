// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import type { PayerColumn } from '../components/ledger.js';
import { lineWorking } from '../components/working.js';
import { money } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import {
  comparedLines,
  firstDiffering,
  kLargestTable,
  payersTable,
  type ComparedLine,
} from '../model/payer.js';
import type { ComparedView, PayerState } from '../model/state.js';
import type { Store } from '../model/store.js';
import type { Settlement } from '../model/wire.js';
import { citationOf, stepsById } from '../trace/words.js';
import { editions } from './parts.js';

// A statement beside the payer's: figures typed, pasted or from a file, the first line that
// disagrees, and what is sent to the payer about it.
export interface Compared {
  store: Store;
  view: ComparedView;
  settlement: Settlement;
  title: string;
}

const set = ({ store, view }: Compared, payer: PayerState | null): void =>
  store.set({ payer: { ...store.state.payer, [view]: payer } });

const stateOf = ({ store, view }: Compared): PayerState | null => store.state.payer[view];

const linesOf = (of: Compared): ComparedLine[] =>
  comparedLines(of.settlement, stateOf(of)?.figures ?? {});

// Nothing while the statements are not compared.
export function payerColumn(of: Compared): PayerColumn | null {
  const payer = stateOf(of);
  if (!payer) return null;
  const lines = linesOf(of);
  return {
    lines: new Map(lines.map((line) => [line.step, line])),
    first: firstDiffering(lines),
    type: (step, text) => set(of, { ...payer, figures: { ...payer.figures, [step]: text } }),
  };
}

function firstInWords(lines: readonly ComparedLine[]): string {
  const first = firstDiffering(lines);
  if (first)
    return t.payer.firstDiffers(
      first.label,
      money(first.yours),
      money(first.payers),
      money(first.difference),
    );
  const entered = lines.filter(({ state }) => state === 'agrees').length;
  return entered > 0 ? t.payer.allAgree(entered) : t.payer.none;
}

function take(of: Compared, text: string): void {
  const { figures, ...said } = payersTable(text, of.settlement);
  set(of, { figures: { ...stateOf(of)?.figures, ...figures }, ...said });
}

async function takeFile(of: Compared, file: File | undefined): Promise<void> {
  // A character has at most four bytes: what is cut off here is too long all the same.
  if (file) take(of, await file.slice(0, 4 * (kLargestTable + 1)).text());
}

function tools(of: Compared, { unplaced, tooLong }: PayerState): TemplateResult {
  const id = `${of.view}-payer`;
  const dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void takeFile(of, event.dataTransfer.files[0]);
  };
  const typed = (): string => (document.getElementById(id) as HTMLTextAreaElement).value;
  return html`<div class="compare-tools" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
    <p>${t.payer.lead}</p>
    <div class="field">
      <label for=${id}>${t.payer.table}</label>
      <textarea id=${id} rows="3" spellcheck="false" autocomplete="off" aria-describedby="${id}-hint"></textarea>
      <p class="hint" id="${id}-hint">${t.payer.tableHint}</p>
    </div>
    <div class="row-buttons">
      <button type="button" @click=${() => take(of, typed())}>${t.payer.use}</button>
      <span class="file-choice">
        <input
          id="${id}-file"
          class="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          @change=${(event: Event) => void takeFile(of, (event.target as HTMLInputElement).files?.[0])}
        />
        <label class="file-button" for="${id}-file">${t.payer.file}</label>
      </span>
    </div>
    ${tooLong ? html`<p class="error">${t.payer.tooLong}</p>` : nothing}
    ${unplaced.length > 0
      ? html`<p class="error">${t.payer.unplaced(unplaced.slice(0, 20).join('; '))}</p>`
      : nothing}
  </div>`;
}

// The switch, the tools, and the sentence that names the first line that disagrees.
export function comparePart(of: Compared): TemplateResult {
  const payer = stateOf(of);
  const toggle = (): void => set(of, payer ? null : { figures: {}, unplaced: [], tooLong: false });
  const lines = linesOf(of);
  const print = (): void => {
    const root = document.documentElement;
    root.dataset['print'] = 'dispute';
    globalThis.addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
    globalThis.print();
  };
  return html`<div class="compare">
    <p class="row-buttons">
      <button type="button" aria-expanded=${payer ? 'true' : 'false'} @click=${toggle}>
        ${payer ? t.payer.stop : t.payer.compare}
      </button>
      ${payer && firstDiffering(lines)
        ? html`<button type="button" @click=${print}>${t.payer.dispute}</button>`
        : nothing}
    </p>
    ${payer ? tools(of, payer) : nothing}
    ${payer ? html`<p class="first-differs" role="status">${firstInWords(lines)}</p>` : nothing}
  </div>`;
}

function bothTable(lines: readonly ComparedLine[], title: string): TemplateResult {
  const heads = [t.payer.yours, t.payer.payers, t.payer.difference];
  return html`<table class="ledger">
    <caption class="visually-hidden">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t.statement.line}</th>
        ${heads.map((head) => html`<th scope="col" class="figure">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ label, yours, payers, difference }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td class="figure">${money(yours)}</td>
            <td class="figure">${money(payers)}</td>
            <td class="figure">${money(difference)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

// On paper only: what disagrees, its rule and working, both statements, room for the answer.
export function disputePack(of: Compared): TemplateResult | typeof nothing {
  const { settlement, title, store } = of;
  const lines = stateOf(of) ? linesOf(of) : [];
  const first = firstDiffering(lines);
  if (!first) return nothing;
  const words = t.payer.pack;
  const step = stepsById(settlement.trace).get(first.step);
  const answers = [words.answerBy, words.agreed, words.notAgreed, words.signed];
  return html`<section class="dispute" aria-labelledby="dispute-title">
    <h1 id="dispute-title">${words.title}</h1>
    <p>${title}${store.state.date ? `, ${store.state.date}` : ''}</p>
    <p class="first-differs">${firstInWords(lines)}</p>
    <h2>${words.rule}</h2>
    <p>${step ? citationOf(step) : ''}</p>
    <h2>${words.working}</h2>
    ${lineWorking(first.step, settlement)}
    <h2>${words.both}</h2>
    ${bothTable(lines, words.both)} ${editions([settlement], store.catalogue.engine_version)}
    <h2>${words.answer}</h2>
    ${answers.map((answer) => html`<p class="answer-line">${answer}</p>`)}
  </section>`;
}
