// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { drawing } from '../charts/draw.js';
import type { Scene, SceneTable } from '../charts/scene.js';
import { t } from '../i18n/index.js';

const kLeast = 240;
const kMost = 620;

function twin({ caption, head, rows }: SceneTable): TemplateResult {
  return html`<details class="twin">
    <summary>${t.picture.table}</summary>
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
  </details>`;
}

// Draws a scene at the width there is, so that its words keep their size on a narrow screen,
// with its note and the same figures as a table.
export class Picture extends LitElement {
  static override properties = {
    make: { attribute: false },
    name: { type: String },
    width: { state: true },
  };
  make: ((width: number) => Scene) | null = null;
  name = 'picture';
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
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.make) return nothing;
    const width = this.width || Math.min(Math.max(this.clientWidth, kLeast), kMost);
    const scene = this.make(width);
    return html`<figure>
      ${drawing(scene, this.name)}
      ${scene.note ? html`<figcaption>${scene.note}</figcaption>` : nothing}
      ${twin(scene.table)}
    </figure>`;
  }
}
customElements.define('gainshare-picture', Picture);
