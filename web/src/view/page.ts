// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { alreadyKnown, announce, useLiveRegion } from '../components/live-region.js';
import { t } from '../i18n/index.js';
import { kLanguage } from '../i18n/language.js';
import { learnWords } from '../i18n/learn.js';
import { kViews, type View } from '../model/state.js';
import type { Store } from '../model/store.js';
import { anyHeadline, anyNews, anyView } from './any.js';
import { runFiles } from './backtest-actions.js';
import { backtestHeadline, backtestNews, backtestView } from './backtest.js';
import { ClaimsDesk } from './claims-desk.js';
import { claimsHeadline, claimsNews, claimsView } from './claims.js';
import { checkHeadline, checkNews, checkView } from './check.js';
import { ideaHeadline, ideaNews, ideaView } from './idea.js';
import { learnHeadline } from './learn.js';
import { qualityHeadline, qualityNews, qualityView } from './quality.js';

// The whole page: header, one view, footer, and the live region.

const kHashes: Readonly<Record<View, string>> = {
  idea: '#/',
  learn: '#/learn',
  quality: '#/quality',
  check: '#/check',
  any: '#/any',
  claims: '#/claims',
  backtest: '#/back-test',
};

export const viewOf = (hash: string): View | null =>
  kViews.find((view) => kHashes[view] === hash) ??
  (hash.startsWith('#/learn/') ? 'learn' : hash === '' ? 'idea' : null);

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
  readonly #navigate = () => {
    const view = viewOf(location.hash);
    if (!view || !this.store || view === this.store.state.view) return;
    this.store.set({ view });
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('h1')?.focus();
      globalThis.scrollTo(0, 0);
    });
  };

  protected override createRenderRoot(): this {
    return this;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.store?.addEventListener('change', this.#changed);
    globalThis.addEventListener('hashchange', this.#navigate);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store?.removeEventListener('change', this.#changed);
    globalThis.removeEventListener('hashchange', this.#navigate);
  }

  protected override firstUpdated(): void {
    useLiveRegion(this.querySelector<HTMLElement>('[role="status"]')!);
    if (this.store) alreadyKnown(news[this.store.state.view](this.store));
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.store) return;
    const { view } = this.store.state;
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

  override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const names: Readonly<Record<View, string>> = {
      idea: t.idea.nav,
      learn: learnWords(kLanguage).nav,
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
                    href=${kHashes[view]}
                    aria-current=${view === store.state.view ? 'page' : nothing}
                    >${names[view]}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
      </header>
      <main id="content">${this.#view(store)}</main>
      <footer class="colophon">
        <p>${t.footer.privacy}</p>
        <p>${t.footer.engine(store.catalogue.engine_version)}. ${t.footer.worked}</p>
      </footer>
      <div role="status" class="visually-hidden"></div>`;
  }
}
customElements.define('gainshare-page', Page);
