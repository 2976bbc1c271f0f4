// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { alreadyKnown, announce, useLiveRegion } from '../components/live-region.js';
import { kLanguages, language, t, useLanguage } from '../i18n/index.js';
import { learnWords } from '../i18n/learn.js';
import { kViews, type View } from '../model/state.js';
import type { Store } from '../model/store.js';
import { anyHeadline, anyNews, anyView } from './any.js';
import { runFiles } from './backtest-actions.js';
import { backtestHeadline, backtestNews, backtestView } from './backtest.js';
import { ClaimsDesk } from './claims-desk.js';
import { claimsHeadline, claimsNews, claimsView } from './claims.js';
import { checkHeadline, checkNews, checkView } from './check.js';
import { viewHash } from './address.js';
import { ideaHeadline, ideaNews, ideaView } from './idea.js';
import { learnHeadline } from './learn.js';
import { qualityHeadline, qualityNews, qualityView } from './quality.js';
import { noticePart, scenarioBar } from './scenario-parts.js';
import { Trail } from './trail.js';

const kOwnNames = { en: 'English', es: 'Español' } as const;

// The whole page: header, one view, footer, and the live region.

const news: Readonly<Record<View, (store: Store) => string>> = {
  idea: ideaNews,
  learn: learnHeadline,
  quality: qualityNews,
  check: checkNews,
  any: anyNews,
  claims: claimsNews,
  backtest: backtestNews,
};
const headline: Readonly<Record<View, (store: Store) => string>> = {
  idea: ideaHeadline,
  learn: learnHeadline,
  quality: qualityHeadline,
  check: checkHeadline,
  any: anyHeadline,
  claims: claimsHeadline,
  backtest: backtestHeadline,
};

export class Page extends LitElement {
  static override properties = { store: { attribute: false }, wasm: { attribute: false } };
  store: Store | null = null;
  wasm: Uint8Array = new Uint8Array();
  #desk: ClaimsDesk | null = null;
  readonly #changed = () => this.requestUpdate();
  #trail: Trail | null = null;
  readonly #arrived = () => {
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('h1')?.focus();
      globalThis.scrollTo(0, 0);
    });
  };
  // What is no part of a scenario keeps the browser's own undo.
  readonly #keys = (event: KeyboardEvent) => {
    const { key, target } = event;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'z';
    const isRedo = event.ctrlKey && !event.shiftKey && key.toLowerCase() === 'y';
    const isOwn = target instanceof Element && target.closest('textarea, .payer-figure, #check-date');
    const trail = this.#trail;
    if ((!isUndo && !isRedo) || isOwn || !trail) return;
    const back = isUndo && !event.shiftKey;
    if (!(back ? trail.canUndo : trail.canRedo)) return;
    event.preventDefault();
    if (back) trail.undo();
    else trail.redo();
  };

  protected override createRenderRoot(): this {
    return this;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.store) return;
    this.store.addEventListener('change', this.#changed);
    this.#trail = new Trail(this.store, this.#arrived);
    this.#trail.start();
    globalThis.addEventListener('keydown', this.#keys);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store?.removeEventListener('change', this.#changed);
    this.#trail?.stop();
    globalThis.removeEventListener('keydown', this.#keys);
  }

  protected override firstUpdated(): void {
    useLiveRegion(this.querySelector<HTMLElement>('[role="status"]')!);
    if (this.store) alreadyKnown(news[this.store.state.view](this.store));
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.store) return;
    const { view } = this.store.state;
    document.documentElement.lang = language;
    document.title = `${headline[view](this.store)} · ${t.product}`;
    announce(news[view](this.store));
  }

  #view(store: Store): TemplateResult {
    switch (store.state.view) {
      case 'idea':
        return ideaView(store);
      case 'learn':
        return html`<gainshare-learn .store=${store}></gainshare-learn>`;
      case 'quality':
        return qualityView(store);
      case 'check':
        return checkView(store);
      case 'any':
        return anyView(store);
      case 'claims':
        return claimsView((this.#desk ??= new ClaimsDesk(store, this.wasm)));
      case 'backtest':
        return backtestView(store, (files) => void runFiles(store, this.wasm, files));
    }
  }

  #languages(store: Store): TemplateResult {
    const choose = (one: string) => {
      useLanguage(one);
      store.set({});
      void this.#trail?.write();
    };
    return html`<div class="languages" role="group" aria-label=${t.language}>
      ${kLanguages.map(
        (one) =>
          html`<button
            type="button"
            lang=${one}
            aria-pressed=${one === language ? 'true' : 'false'}
            aria-label=${kOwnNames[one]}
            @click=${() => choose(one)}
          >
            ${one.toUpperCase()}
          </button>`,
      )}
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const names: Readonly<Record<View, string>> = {
      idea: t.idea.nav,
      learn: learnWords(language).nav,
      quality: t.quality.nav,
      check: t.check.nav,
      any: t.any.nav,
      claims: t.claims.nav,
      backtest: t.backtest.nav,
    };
    const skip = (event: Event) => {
      event.preventDefault();
      this.querySelector<HTMLElement>('h1')?.focus();
    };
    return html`<a class="skip" href="#content" @click=${skip}>${t.skip}</a>
      <header class="masthead">
        <p class="brand">${t.product}</p>
        <nav aria-label=${t.nav}>
          <ul>
            ${kViews.map(
              (view) =>
                html`<li>
                  <a
                    href=${viewHash(view, language)}
                    aria-current=${view === store.state.view ? 'page' : nothing}
                    >${names[view]}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
        ${this.#languages(store)}
      </header>
      <main id="content">
        ${noticePart(store)} ${keyed(language, this.#view(store))}
        ${this.#trail ? scenarioBar(store, this.#trail) : nothing}
      </main>
      <footer class="colophon">
        <p>${t.footer.privacy}</p>
        ${t.engineWords ? html`<p>${t.engineWords}</p>` : nothing}
        <p>${t.footer.engine(store.catalogue.engine_version)}. ${t.footer.worked}</p>
      </footer>
      <div role="status" class="visually-hidden"></div>`;
  }
}
customElements.define('gainshare-page', Page);
