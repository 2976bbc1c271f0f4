// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import type { Settlement } from '../model/wire.js';
import type { Status, Step } from '../trace/step.js';
import {
  asParagraph,
  asSentence,
  citationOf,
  inFigures,
  inWords,
  isDefinition,
  labelOf,
  pathTo,
  roundingWords,
  shownValue,
  stepsById,
  tableRow,
  type Steps,
} from '../trace/words.js';

const kLawLanguage = 'en';
const kDoubtful: ReadonlySet<Status> = new Set<Status>(['unverified', 'not_settled']);
export const isDoubtful = (status: Status): boolean => kDoubtful.has(status);

// A word, not an asterisk.
export const statusTag = (status: Status): TemplateResult =>
  html`<span class="tag ${isDoubtful(status) ? 'tag-doubtful' : ''}" title=${t.statusMeaning[status]}
    >${t.statusWords[status]}</span
  >`;

export const assumedTag = (): TemplateResult =>
  html`<span class="tag tag-doubtful">${t.working.assumed}</span>`;

// The law is cited in its own language, and read out in it.
const ownLanguage = ({ source }: Step): string | typeof nothing =>
  source.citation in t.sourceWords ? nothing : kLawLanguage;

function sourceLine(step: Step, named = true): TemplateResult {
  return html`<span class="source"
    >${named ? `${t.working.source}: ` : ''}<span lang=${ownLanguage(step)}>${citationOf(step)}</span>
    ${step.source.status === 'contract' ? nothing : statusTag(step.source.status)}
    ${step.assumed ? assumedTag() : nothing}</span
  >`;
}

const details = (step: Step, steps: Steps): string =>
  [tableRow(step, steps), roundingWords(step)].filter(Boolean).join(' · ');

function stepItem(step: Step, steps: Steps): TemplateResult {
  const more = details(step, steps);
  if (step.op === 'given')
    return html`<li class="step">
      <span class="step-name">${labelOf(step)}</span>
      <span class="figures">${shownValue(step)}</span>
      ${sourceLine(step)}
    </li>`;
  return html`<li class="step">
    <span class="step-name">${labelOf(step)}</span>
    <span class="words">= ${inWords(step, steps)}</span>
    <span class="figures">= ${inFigures(step, steps)} = <b>${shownValue(step)}</b></span>
    ${more ? html`<span class="more">${more}</span>` : nothing} ${sourceLine(step)}
  </li>`;
}

// The working of one line of a statement, back to the lines before it.
export function lineWorking(id: string, settlement: Settlement): TemplateResult {
  const lines = new Set(settlement.statement.map((line) => line.step));
  const steps = stepsById(settlement.trace);
  return html`<ol class="steps">
    ${pathTo(id, settlement.trace, lines).map((step) => stepItem(step, steps))}
  </ol>`;
}

// A text that is the same exactly when two workings read the same.
export function workingKey(id: string, settlement: Settlement): string {
  const lines = new Set(settlement.statement.map((line) => line.step));
  const steps = stepsById(settlement.trace);
  return pathTo(id, settlement.trace, lines)
    .map((step) => `${step.id} ${inFigures(step, steps)} ${shownValue(step)} ${citationOf(step)}`)
    .join('\n');
}

function row(step: Step, steps: Steps): TemplateResult {
  const more = details(step, steps);
  return html`<tr>
    <th scope="row">${labelOf(step)}</th>
    <td>${step.op === 'given' ? t.working.given : inWords(step, steps)}</td>
    <td>
      ${step.op === 'given' ? '' : inFigures(step, steps)}
      ${more ? html`<span class="more">${more}</span>` : nothing}
    </td>
    <td class="figure">${shownValue(step)}</td>
    <td>${sourceLine(step, false)}</td>
  </tr>`;
}

function workingTable(settlement: Settlement, title: string): TemplateResult {
  const steps = stepsById(settlement.trace);
  const words = t.working.table;
  return html`<div class="scroller" role="region" tabindex="0" aria-label=${words.caption(title)}>
    <table class="whole-working">
      <caption>
        ${words.caption(title)}
      </caption>
      <thead>
        <tr>
          ${[words.step, words.formula, words.figures].map(
            (head) => html`<th scope="col">${head}</th>`,
          )}
          <th scope="col" class="figure">${words.result}</th>
          <th scope="col">${words.source}</th>
        </tr>
      </thead>
      <tbody>
        ${settlement.trace.filter((step) => !isDefinition(step)).map((step) => row(step, steps))}
      </tbody>
    </table>
  </div>`;
}

const kForms = ['sentence', 'paragraph', 'wholeTable'] as const;

// The whole working in the form that the reader wants: a sentence, a paragraph or the full table.
export class WholeWorking extends LitElement {
  static override properties = {
    settlement: { attribute: false },
    name: { type: String },
    form: { state: true },
  };
  settlement: Settlement | null = null;
  name = '';
  form: (typeof kForms)[number] = 'wholeTable';

  protected override createRenderRoot(): this {
    return this;
  }

  #shown({ statement, trace }: Settlement): TemplateResult | typeof nothing {
    const { form } = this;
    if (form === 'wholeTable') return workingTable(this.settlement!, this.name);
    const lines = statement.map(({ step }) => step);
    if (form === 'paragraph') return html`<p class="prose">${asParagraph(lines, trace)}</p>`;
    const result = statement.find(({ emphasis }) => emphasis === 'result') ?? statement.at(-1);
    const steps = stepsById(trace);
    const step = result && steps.get(result.step);
    return step ? html`<p class="prose">${asSentence(step, steps)}</p>` : nothing;
  }

  override render(): TemplateResult | typeof nothing {
    const { settlement } = this;
    if (!settlement) return nothing;
    return html`<div class="working-as" role="group" aria-label="${t.payer.as}: ${this.name}">
        ${kForms.map(
          (form) =>
            html`<button
              type="button"
              aria-pressed=${form === this.form ? 'true' : 'false'}
              @click=${() => (this.form = form)}
            >
              ${t.payer[form]}
            </button>`,
        )}
      </div>
      ${this.#shown(settlement)}`;
  }
}
customElements.define('gainshare-working', WholeWorking);

export const wholeWorking = (settlement: Settlement, title: string): TemplateResult =>
  html`<gainshare-working .settlement=${settlement} .name=${title}></gainshare-working>`;
