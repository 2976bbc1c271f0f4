// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { language } from '../i18n/index.js';
import { learnWords } from '../i18n/learn.js';
import { classSet, handout, type Sheet } from '../lessons/class-set.js';
import { hashOf, kSteps, lessons, placeOf, type Step } from '../lessons/index.js';
import { settleCase, filled, type Lesson } from '../lessons/lesson.js';
import type { Store } from '../model/store.js';
import { contractStep } from './learn-contract.js';
import { handoutPages, type HandoutKind } from './learn-handout.js';
import { entry, keyList } from './learn-parts.js';
import {
  exampleStep,
  ideaStep,
  noProgress,
  puzzleStep,
  varyStep,
  type Progress,
  type StepContext,
} from './learn-steps.js';

// Lessons: a list, one lesson step by step, large for a room, and on paper. The address says which
// lesson and step.
export const learnHeadline = (): string => {
  const { lesson, step } = placeOf(location.hash);
  const words = learnWords(language);
  return lesson ? `${lesson.texts[language].title}: ${words.step[step]}` : words.title;
};

export class Learn extends LitElement {
  static override properties = {
    store: { attribute: false },
    presenting: { state: true },
    keys: { state: true },
    progress: { state: true },
    kind: { state: true },
    seed: { state: true },
    count: { state: true },
    sheets: { state: true },
  };
  store: Store | null = null;
  presenting = false;
  keys = false;
  progress: Progress = noProgress;
  kind: HandoutKind = 'blank';
  seed = '1';
  count = '10';
  sheets: readonly Sheet[] | null = null;
  #place = placeOf(location.hash);

  readonly #navigate = (): void => {
    if (!location.hash.startsWith('#/learn')) return;
    this.#place = placeOf(location.hash);
    this.progress = noProgress;
    this.sheets = null;
    this.store?.set({}); // the title of the page names the step
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('h1')?.focus();
      globalThis.scrollTo(0, 0);
    });
  };
  readonly #key = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const isTyping = target instanceof Element && target.matches('input, select, textarea');
    if (!this.presenting || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping && key !== 'Escape') return;
    const onButton = target instanceof Element && target.matches('button, a, summary');
    if (key === ' ' && onButton) return;
    const act = this.#actionOf(key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  protected override createRenderRoot(): this {
    return this;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.#place = placeOf(location.hash);
    globalThis.addEventListener('hashchange', this.#navigate);
    globalThis.addEventListener('keydown', this.#key);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#navigate);
    globalThis.removeEventListener('keydown', this.#key);
    this.#present(false);
  }

  #present(on: boolean): void {
    this.presenting = on;
    this.keys = false;
    this.progress = noProgress;
    document.documentElement.toggleAttribute('data-presenting', on);
  }

  #actionOf(key: string): (() => void) | undefined {
    switch (key) {
      case 'ArrowRight':
      case ' ':
        return () => this.#forward();
      case 'ArrowLeft':
        return () => this.#go(-1);
      case '?':
        return () => (this.keys = !this.keys);
      case 'Escape':
        return () => (this.keys ? (this.keys = false) : this.#present(false));
      default:
        return undefined;
    }
  }

  // What is hidden is revealed first.
  #forward(): void {
    const { lesson, step } = this.#place;
    const hides = lesson && ['example', 'vary', 'puzzle'].includes(step);
    if (hides && !this.progress.revealed) this.progress = { ...this.progress, revealed: true };
    else this.#go(1);
  }

  // Every step of every lesson in one row; before the first stands the list.
  #go(by: number): void {
    const address = this.#beside(by);
    if (address !== null) location.hash = address;
  }
  #beside(by: number): string | null {
    const { lesson, step } = this.#place;
    const row = ['#/learn', ...lessons.flatMap((one) => kSteps.map((name) => hashOf(one, name)))];
    const at = lesson ? row.indexOf(hashOf(lesson, step)) : 0;
    return row[at + by] ?? null;
  }

  #tools(): TemplateResult {
    const words = learnWords(language);
    return html`<div class="learn-tools">
      <button type="button" @click=${() => this.#present(!this.presenting)}>
        ${this.presenting ? words.leave : words.present}
      </button>
      ${this.presenting
        ? html`<button
            type="button"
            aria-expanded=${this.keys ? 'true' : 'false'}
            @click=${() => (this.keys = !this.keys)}
          >
            ${words.keys}
          </button>`
        : nothing}
    </div>`;
  }

  #overview(store: Store): TemplateResult {
    const words = learnWords(language);
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <ol class="lesson-list">
        ${lessons.map((lesson) => {
          const { title, hook } = lesson.texts[language];
          const example = settleCase(store.engine, lesson);
          return html`<li>
            <a href=${hashOf(lesson)}>${title}</a>
            <p>${filled(hook, { now: example }, language)}</p>
          </li>`;
        })}
      </ol>`;
  }

  #handout(store: Store, lesson: Lesson): TemplateResult {
    const words = learnWords(language);
    const { kind, seed } = this;
    const kinds = ['blank', 'answered', 'set'] as const;
    const choose = (event: Event): void => {
      this.kind = (event.target as HTMLSelectElement).value as HandoutKind;
    };
    const sheets =
      kind === 'set'
        ? (this.sheets ??= classSet(store.engine, lesson, seed, Number(this.count)))
        : [handout(store.engine, lesson)];
    const fresh = (change: Partial<Pick<Learn, 'seed' | 'count'>>): void => {
      Object.assign(this, { ...change, sheets: null });
    };
    return html`<div class="handout-choice">
        <p class="lead">${words.handoutLead}</p>
        <div class="step-form">
          <div class="field">
            <label for="handout-kind">${words.kind}</label>
            <select id="handout-kind" @change=${choose}>
              ${kinds.map(
                (one) =>
                  html`<option value=${one} ?selected=${one === kind}>${words[one]}</option>`,
              )}
            </select>
          </div>
          ${kind === 'set'
            ? html`${entry({
                id: 'handout-count',
                label: words.count,
                typed: this.count,
                type: (text) => fresh({ count: text }),
              })}
              ${entry({
                id: 'handout-seed',
                label: words.seed,
                typed: seed,
                type: (text) => fresh({ seed: text }),
              })}`
            : nothing}
          <button type="button" class="main-button" @click=${() => globalThis.print()}>
            ${words.print}
          </button>
        </div>
      </div>
      ${handoutPages(lesson, sheets, kind, { language, seed })}`;
  }

  #body(store: Store, lesson: Lesson, step: Step): TemplateResult {
    const { presenting, progress } = this;
    const { engine } = store;
    const set = (change: Partial<Progress>): void => {
      this.progress = { ...this.progress, ...change };
    };
    const context: StepContext = { engine, lesson, language, presenting, progress, set };
    switch (step) {
      case 'idea':
        return ideaStep(context);
      case 'example':
        return exampleStep(context);
      case 'vary':
        return varyStep(context);
      case 'puzzle':
        return puzzleStep(context);
      case 'contract':
        return contractStep(store, lesson, language);
      case 'handout':
        return this.#handout(store, lesson);
    }
  }

  #lesson(store: Store, lesson: Lesson, step: Step): TemplateResult {
    const words = learnWords(language);
    const [before, after] = [this.#beside(-1), this.#beside(1)];
    return html`<p class="to-lessons"><a href=${hashOf()}>${words.all}</a></p>
      <h1 tabindex="-1">${lesson.texts[language].title}</h1>
      <nav class="lesson-steps" aria-label=${words.steps}>
        <ol>
          ${kSteps.map(
            (one) =>
              html`<li>
                <a href=${hashOf(lesson, one)} aria-current=${one === step ? 'step' : nothing}
                  >${words.step[one]}</a
                >
              </li>`,
          )}
        </ol>
      </nav>
      <div class="lesson-step step-${step}">${this.#body(store, lesson, step)}</div>
      <p class="pager">
        ${before === null ? nothing : html`<a href=${before} rel="prev">${words.previous}</a>`}
        ${after === null ? nothing : html`<a href=${after} rel="next">${words.next}</a>`}
      </p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const { lesson, step } = this.#place;
    return html`<div class="learn">
      ${this.#tools()} ${this.keys ? keyList(language) : nothing}
      ${lesson ? this.#lesson(store, lesson, step) : this.#overview(store)}
    </div>`;
  }
}
customElements.define('gainshare-learn', Learn);
