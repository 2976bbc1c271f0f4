// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tornadoScene } from '../charts/tornado.js';
import type { Engine } from '../engine/module.js';
import { percent } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { NumberText } from '../model/json.js';
import { read } from '../model/parse.js';
import { measureOf, type Input, type Measure, type WhatIf } from '../model/what-if.js';
import type { BreaksAnswer, Refusal, SeekAnswer, TornadoAnswer } from '../model/wire.js';
import {
  askedAbout,
  breaksWords,
  inputNamed,
  seekWords,
  tornadoOf,
  type PointWords,
} from './what-if-words.js';
import { announce } from '../components/live-region.js';

const kRest = 300; // milliseconds without a keystroke before it is asked again
const kChanges = ['0.01', '0.05', '0.1'];

// "What would change it": nothing is asked of the engine before the part is opened, and each
// question has a task of its own, so that typing never waits for an answer.
export class WhatIfPart extends LitElement {
  static override properties = {
    engine: { attribute: false },
    about: { attribute: false },
    path: { state: true },
    breaks: { state: true },
    sought: { state: true },
    tornado: { state: true },
    unread: { state: true },
  };
  engine: Engine | null = null;
  about: WhatIf | null = null;
  path = '';
  breaks: BreaksAnswer | Refusal | null = null;
  sought: SeekAnswer | Refusal | null = null;
  tornado: TornadoAnswer | Refusal | null = null;
  unread = false;
  #open = false;
  #texts = '';
  #target = '';
  #change = '0.05';
  #waiting: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): this {
    return this;
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  // Answers belong to the documents that they were given for.
  protected override willUpdate(): void {
    const documents = this.about?.documents;
    const texts = documents ? `${documents.contract}\n${documents.experience}` : '';
    if (texts === this.#texts) return;
    this.#texts = texts;
    this.tornado = null;
    this.#ask(kRest);
  }

  #ask(after = 0): void {
    this.breaks = null;
    this.sought = null;
    clearTimeout(this.#waiting);
    if (!this.#open) return;
    this.#waiting = setTimeout(() => {
      const { about, engine } = this;
      if (!about || !engine) return;
      const [input, { of }] = [this.#input(about).path, measureOf(about.settlement)];
      this.breaks = engine.scenario(about.documents, { ask: 'breaks', input, of });
    }, after);
  }

  #input({ inputs }: WhatIf): Input {
    return inputs.find(({ path }) => path === this.path) ?? inputs[0]!;
  }

  #toggle(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (event.target !== event.currentTarget || open === this.#open) return;
    this.#open = open;
    if (open && !this.breaks) this.#ask();
  }

  #choose(event: Event): void {
    this.path = (event.target as HTMLSelectElement).value;
    this.#ask();
  }

  #seek(about: WhatIf, { of, unit }: Measure): void {
    const kind = unit === 'cents' ? 'money' : unit === 'fraction' ? 'rate' : 'number';
    const reading = read(kind, this.#target);
    const json = reading.state === 'read' ? reading.json : null;
    this.unread = !(json instanceof NumberText);
    this.sought = null;
    if (!(json instanceof NumberText)) return;
    const input = this.#input(about);
    const request = { ask: 'seek', input: input.path, of, target: json.text } as const;
    const answer = this.engine!.scenario(about.documents, request);
    this.sought = answer;
    announce(this.#seekLines(about, answer, { of, unit }).join(' '));
  }

  #seekLines(about: WhatIf, answer: SeekAnswer | Refusal, measure: Measure): string[] {
    if (!answer.ok) return answer.issues.map(({ message }) => message);
    return seekWords(answer, askedAbout(about, this.#input(about), measure));
  }

  #compare(about: WhatIf, of: string): void {
    this.tornado = this.engine!.scenario(about.documents, {
      ask: 'tornado',
      change: this.#change,
      of,
    });
  }

  #breaksPart(about: WhatIf, measure: Measure): TemplateResult {
    const { breaks } = this;
    if (!breaks) return html`<p>${t.whatIf.working}</p>`;
    if (!breaks.ok) return refused(breaks);
    const words = breaksWords(breaks, askedAbout(about, this.#input(about), measure));
    return html`<p>${words.range} ${words.count}</p>
      <ol class="break-points">
        ${words.below.map(pointPart)}
        <li class="present">${words.now}</li>
        ${words.above.map(pointPart)}
      </ol>
      ${words.open.map((text) => html`<p class="hint">${text}</p>`)}`;
  }

  #seekPart(about: WhatIf, measure: Measure): TemplateResult {
    const input = this.#input(about);
    const { sought, unread } = this;
    const seek = (): void => this.#seek(about, measure);
    const described = `what-if-target-hint${unread ? ' what-if-target-error' : ''}`;
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      seek();
    };
    return html`<h3>${t.whatIf.seek}</h3>
      <div class="ask">
        <div class="field ${unread ? 'has-error' : ''}">
          <label for="what-if-target">${t.whatIf.target(input.label)}</label>
          <input
            id="what-if-target"
            class="figure"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            maxlength="40"
            aria-describedby=${described}
            aria-invalid=${unread ? 'true' : nothing}
            @input=${(event: Event) => (this.#target = (event.target as HTMLInputElement).value)}
            @keydown=${enter}
          />
          ${unread
            ? html`<p class="error" id="what-if-target-error">
                <strong>${t.issues.prefix}</strong> ${t.whatIf.targetError}
              </p>`
            : nothing}
        </div>
        <button type="button" @click=${seek}>${t.whatIf.find}</button>
      </div>
      <p class="hint" id="what-if-target-hint">${t.whatIf.targetHint}</p>
      <div class="sought">
        ${sought
          ? this.#seekLines(about, sought, measure).map((text) => html`<p>${text}</p>`)
          : nothing}
      </div>`;
  }

  #tornadoPart(about: WhatIf, measure: Measure): TemplateResult {
    const { tornado } = this;
    const change = (event: Event): void => {
      this.#change = (event.target as HTMLSelectElement).value;
      if (tornado) this.#compare(about, measure.of);
    };
    return html`<h3>${t.whatIf.tornado}</h3>
      <div class="ask">
        <div class="field">
          <label for="what-if-change">${t.whatIf.change}</label>
          <select id="what-if-change" @change=${change}>
            ${kChanges.map(
              (one) =>
                html`<option value=${one} ?selected=${one === this.#change}>${percent(one)}</option>`,
            )}
          </select>
        </div>
        <button type="button" @click=${() => this.#compare(about, measure.of)}>
          ${t.whatIf.compare}
        </button>
      </div>
      ${!tornado ? nothing : tornado.ok ? tornadoResult(tornado, about, measure) : refused(tornado)}`;
  }

  override render(): TemplateResult | typeof nothing {
    const { about } = this;
    if (!about || about.inputs.length === 0) return nothing;
    const input = this.#input(about);
    const measure = measureOf(about.settlement);
    return html`<details class="what-if" @toggle=${(event: Event) => this.#toggle(event)}>
      <summary>${t.whatIf.title}</summary>
      <p class="hint">${t.whatIf.lead}</p>
      <div class="field">
        <label for="what-if-input">${t.whatIf.input}</label>
        <select
          id="what-if-input"
          .value=${live(input.path)}
          @change=${(event: Event) => this.#choose(event)}
        >
          ${about.inputs.map(
            ({ path, label }) =>
              html`<option value=${path} ?selected=${path === input.path}>${label}</option>`,
          )}
        </select>
      </div>
      ${this.#breaksPart(about, measure)} ${this.#seekPart(about, measure)}
      ${this.#tornadoPart(about, measure)}
    </details>`;
  }
}
customElements.define('gainshare-what-if', WhatIfPart);

const refused = ({ issues }: Refusal): TemplateResult =>
  html`${issues.map(({ message }) => html`<p class="error">${message}</p>`)}`;

const pointPart = ({ title, lines }: PointWords): TemplateResult =>
  html`<li>
    <strong>${title}</strong>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </li>`;

function tornadoResult(
  answer: TornadoAnswer,
  { inputs }: WhatIf,
  measure: Measure,
): TemplateResult {
  const tornado = tornadoOf(answer, inputs, measure);
  const known = new Map(inputs.map((input) => [input.path, input]));
  return html`<gainshare-picture
      name="what-if-tornado"
      .make=${(width: number) => tornadoScene(tornado, width)}
    ></gainshare-picture>
    ${answer.left_out.length > 0
      ? html`<details>
          <summary>${t.whatIf.leftOut}: ${answer.left_out.length}</summary>
          <ul>
            ${answer.left_out.map(
              ({ path, reason }) => html`<li>${inputNamed(path, known).label}: ${reason}</li>`,
            )}
          </ul>
        </details>`
      : nothing}`;
}
