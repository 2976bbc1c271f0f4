// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { drawing } from '../charts/draw.js';
import type { Scene, SceneTable } from '../charts/scene.js';
import type { Language } from '../i18n/language.js';
import { pictureTexts } from '../i18n/pictures.js';
import { savePng, saveSvg } from './save-picture.js';

const kLeast = 240;
const kMost = 620;
const kRest = 300; // milliseconds

type Make = (width: number) => Scene;
// The same picture from more settlements than a keystroke has time for: made once what is typed
// rests, and kept for as long as it is of the same.
export interface Finer {
  of: string;
  make: () => Make | null;
}

// The same figures as a table, and the picture as a file.
function twin(
  { caption, head, rows }: SceneTable,
  summary: string,
  actions: TemplateResult,
): TemplateResult {
  return html`<details class="twin">
    <summary>${summary}</summary>
    <div class="scroller" role="group" tabindex="0" aria-label=${caption}>
      <table>
        <caption class="visually-hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${head.map((cell) => (cell ? html`<th scope="col">${cell}</th>` : html`<td></td>`))}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${rest.map((cell) => html`<td class="figure">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${actions}
  </details>`;
}

// Draws a scene at the width there is, so that its words keep their size on a narrow screen,
// with its note and the same figures as a table.
export class Picture extends LitElement {
  static override properties = {
    make: { attribute: false },
    name: { type: String },
    language: { type: String },
    width: { state: true },
    finer: { attribute: false },
    fine: { state: true },
  };
  make: Make | null = null;
  finer: Finer | null = null;
  fine: Make | null = null;
  #fineOf = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  name = 'picture';
  language: Language | undefined; // else the page's
  width = 0;
  #observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = Math.min(Math.max(width, kLeast), kMost);
  });

  protected override createRenderRoot(): this {
    return this;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    clearTimeout(this.#waiting);
  }

  protected override willUpdate(): void {
    const of = this.finer?.of ?? '';
    if (of === this.#fineOf) return;
    this.#fineOf = of;
    this.fine = null;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => (this.fine = this.finer?.make() ?? null), kRest);
  }

  #actions(): TemplateResult {
    const words = pictureTexts(this.language);
    const picture = (): SVGSVGElement => this.querySelector('svg')!;
    return html`<p class="picture-actions">
      <button type="button" @click=${() => saveSvg(picture(), this.name)}>${words.saveSvg}</button>
      <button type="button" @click=${() => void savePng(picture(), this.name)}>
        ${words.savePng}
      </button>
    </p>`;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.make) return nothing;
    const width = this.width || Math.min(Math.max(this.clientWidth, kLeast), kMost);
    const scene = (this.fine ?? this.make)(width);
    return html`<figure>
      ${drawing(scene, this.name)}
      ${scene.note ? html`<figcaption>${scene.note}</figcaption>` : nothing}
      ${twin(scene.table, pictureTexts(this.language).table, this.#actions())}
    </figure>`;
  }
}
customElements.define('gainshare-picture', Picture);
