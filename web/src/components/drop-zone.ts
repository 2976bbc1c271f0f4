// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

// A file input that also takes drops. The input is a real one, so the keyboard reaches it.
export class DropZone extends LitElement {
  static override properties = {
    over: { state: true },
    name: { type: String },
    button: { type: String },
    hint: { type: String },
    accept: { type: String },
  };
  over = false;
  name = 'backtest'; // of the ids; what describes the input has the id name-privacy
  button = '';
  hint = '';
  accept = '.csv,text/csv,text/plain';

  protected override createRenderRoot(): this {
    return this;
  }

  #hand(files: FileList | null | undefined): void {
    if (!files || files.length === 0) return;
    this.dispatchEvent(new CustomEvent('files', { detail: [...files] }));
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#hand(event.dataTransfer?.files);
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#hand(input.files);
    input.value = ''; // the same file can be chosen again
  }

  override render(): TemplateResult {
    return html`<div
      class="drop-zone ${this.over ? 'over' : ''}"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }}
      @dragleave=${() => (this.over = false)}
      @drop=${(event: DragEvent) => this.#drop(event)}
    >
      <label class="file-button" for="${this.name}-files">${this.button || t.backtest.choose}</label>
      <input
        id="${this.name}-files"
        class="visually-hidden"
        type="file"
        multiple
        accept=${this.accept}
        aria-describedby="${this.name}-privacy"
        @change=${(event: Event) => this.#chosen(event)}
      />
      <span>${this.hint || t.backtest.drop}</span>
    </div>`;
  }
}
customElements.define('gainshare-drop-zone', DropZone);
