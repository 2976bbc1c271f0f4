// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { money } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type { ComparedLine } from '../model/payer.js';
import { mergedLines } from '../model/lines.js';
import type { Line, Settlement } from '../model/wire.js';
import { labelOf, shownValue, stepsById } from '../trace/words.js';
import { assumedTag, isDoubtful, lineWorking, statusTag, workingKey } from './working.js';

export interface LedgerColumn {
  title: string;
  settlement: Settlement;
}

// The payer's figures in a column of their own, with what they differ by.
export interface PayerColumn {
  lines: ReadonlyMap<string, ComparedLine>;
  first: ComparedLine | null; // that disagrees
  type: (step: string, text: string) => void;
}

// The statement: one line per amount, a column per contract, and under each line how it came
// about. Everything stands in the engine's answer.
export class Ledger extends LitElement {
  static override properties = {
    columns: { attribute: false },
    caption: { type: String },
    only: { attribute: false },
    payer: { attribute: false },
    open: { state: true },
  };
  columns: readonly LedgerColumn[] = [];
  caption = '';
  only: ReadonlySet<string> | null = null; // the steps of a part of the statement
  payer: PayerColumn | null = null;
  open: ReadonlySet<string> = new Set();

  protected override createRenderRoot(): this {
    return this;
  }

  #toggle(step: string): void {
    const open = new Set(this.open);
    if (!open.delete(step)) open.add(step);
    this.open = open;
  }

  #amount(step: string, { settlement }: LedgerColumn): TemplateResult {
    const line = settlement.statement.find((candidate) => candidate.step === step);
    return html`<td class="figure">
      ${line
        ? html`${this.#figure(line, settlement)}${line.rounded
            ? html`<span class="rounded" title=${t.working.displayRounded}
                >${t.working.displayRoundedShort}</span
              >`
            : nothing}`
        : html`<span class="none">–</span>`}
    </td>`;
  }

  // Points and scores are lines too.
  #figure({ step, amount_cents: cents }: Line, { trace }: Settlement): string {
    const own = cents === undefined ? stepsById(trace).get(step) : undefined;
    return own ? shownValue(own) : money(cents);
  }

  #label(line: Line): { label: string; tags: TemplateResult[] } {
    const found = this.columns.flatMap(
      ({ settlement }) => stepsById(settlement.trace).get(line.step) ?? [],
    );
    const [step] = found;
    const tags = [];
    if (line.emphasis === 'given' && step?.op === 'given')
      tags.push(html`<span class="tag tag-entered">${t.working.entered}</span>`);
    const doubtful = found.find(({ source }) => isDoubtful(source.status));
    if (doubtful) tags.push(statusTag(doubtful.source.status));
    if (found.some(({ assumed }) => assumed)) tags.push(assumedTag());
    return { label: step ? labelOf(step) : line.step, tags };
  }

  #working(line: Line, label: string, id: string): TemplateResult {
    const having = this.columns.filter(({ settlement }) =>
      settlement.statement.some((candidate) => candidate.step === line.step),
    );
    const keys = new Set(having.map(({ settlement }) => workingKey(line.step, settlement)));
    const shown = keys.size === 1 ? having.slice(0, 1) : having;
    return html`<tr class="how" id=${id}>
      <td colspan=${this.columns.length + (this.payer ? 4 : 2)}>
        <section aria-label=${t.working.showFor(label)}>
          ${shown.map(
            ({ title, settlement }) => html`<div class="working">
              ${shown.length > 1 ? html`<h4>${title}</h4>` : nothing}
              ${lineWorking(line.step, settlement)}
            </div>`,
          )}
        </section>
      </td>
    </tr>`;
  }

  #payers(step: string, label: string): TemplateResult | typeof nothing {
    const { payer } = this;
    if (!payer) return nothing;
    const line = payer.lines.get(step);
    if (!line) return html`<td></td><td></td>`;
    const { state, typed, difference } = line;
    const says =
      state === 'differs'
        ? html`${money(difference)}${payer.first?.step === step
              ? html` <span class="tag tag-doubtful">${t.payer.first}</span>`
              : nothing}`
        : state === 'empty'
          ? nothing
          : t.payer[state];
    return html`<td class="figure payer-figure">
        <input
          type="text"
          class="figure"
          inputmode="decimal"
          autocomplete="off"
          maxlength="40"
          aria-label=${t.payer.payersOf(label)}
          aria-invalid=${state === 'unreadable' ? 'true' : nothing}
          .value=${live(typed)}
          @input=${(event: Event) => payer.type(step, (event.target as HTMLInputElement).value)}
        />
      </td>
      <td class="figure difference difference-${state}">${says}</td>`;
  }

  #row(line: Line): TemplateResult {
    const { label, tags } = this.#label(line);
    const id = `how-${line.step.replaceAll(/[^a-z0-9]+/g, '-')}-${this.id}`;
    const isOpen = this.open.has(line.step);
    const differs = this.payer?.first?.step === line.step ? 'differs-first' : '';
    return html`<tr class="line line-${line.emphasis} ${differs}">
        <th scope="row">${label} ${tags}</th>
        ${this.columns.map((column) => this.#amount(line.step, column))}
        ${this.#payers(line.step, label)}
        <td class="how-cell">
          <button
            type="button"
            class="how-button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls=${isOpen ? id : nothing}
            aria-label=${t.working.showFor(label)}
            @click=${() => this.#toggle(line.step)}
          >
            <span class="how-word">${t.working.show}</span>
          </button>
        </td>
      </tr>
      ${isOpen ? this.#working(line, label, id) : nothing}`;
  }

  override render(): TemplateResult {
    const { only } = this;
    const lines = mergedLines(this.columns.map(({ settlement }) => settlement.statement)).filter(
      ({ step }) => only === null || only.has(step),
    );
    if (lines.length === 0) return html`<p>${t.statement.noLines}</p>`;
    return html`<div class="ledger-frame" role=${this.payer ? 'region' : nothing} tabindex=${this.payer ? '0' : nothing} aria-label=${this.payer ? t.payer.scrolls(this.caption) : nothing}><table class="ledger columns-${this.columns.length} ${this.payer ? 'with-payer' : ''}">
      <caption class="visually-hidden">
        ${this.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t.statement.line}</th>
          ${this.columns.map(
            ({ title }) =>
              html`<th scope="col" class="figure">
                ${this.columns.length > 1
                  ? title
                  : this.payer
                    ? t.payer.yours
                    : t.statement.amount}
              </th>`,
          )}
          ${this.payer
            ? [t.payer.payers, t.payer.difference].map(
                (head) => html`<th scope="col" class="figure">${head}</th>`,
              )
            : nothing}
          <td class="how-cell"></td>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => this.#row(line))}
      </tbody>
    </table></div>`;
  }
}
customElements.define('gainshare-ledger', Ledger);
