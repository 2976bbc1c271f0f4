// SPDX-License-Identifier: Apache-2.0

// Keeps the height that its contents had while there was a result, so that a field below does
// not move under the hand that types in it when errors take the result's place.
export class Steady extends HTMLElement {
  #height = 0;
  #hold = false;
  #observer = new ResizeObserver(() => {
    if (!this.#hold) this.#height = this.offsetHeight;
  });

  set hold(hold: boolean) {
    if (hold === this.#hold) return;
    this.#hold = hold;
    this.style.minHeight = hold ? `${this.#height}px` : '';
  }
  get hold(): boolean {
    return this.#hold;
  }

  connectedCallback(): void {
    this.#observer.observe(this);
  }
  disconnectedCallback(): void {
    this.#observer.disconnect();
  }
}
customElements.define('gainshare-steady', Steady);
