// SPDX-License-Identifier: Apache-2.0
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';
import type { Evidence } from '../model/evidence.js';
import { unfounded } from '../trace/grounds.js';
import { announce } from './live-region.js';
import { replay, replayStatement, type Replay } from '../trace/replay.js';

const reportWords = ({ steps, failures }: Replay): string =>
  failures.length === 0 ? t.replay.agrees(steps) : t.replay.differs(failures.length, steps);

// "Check the working": recomputes every step here, with code that shares nothing with the engine.
export class ReplayCheck extends LitElement {
  static override properties = {
    cases: { attribute: false },
    result: { state: true },
  };
  cases: readonly Evidence[] = [];
  result: { of: readonly Evidence[]; replay: Replay } | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  #check(): void {
    const all = this.cases.map(({ settlement: { trace, statement }, documents }) => {
      const { steps, failures } = replay(trace);
      const lines = replayStatement(statement, trace);
      return { steps, failures: [...failures, ...unfounded(trace, documents), ...lines] };
    });
    this.result = {
      of: this.cases,
      replay: {
        steps: all.reduce((sum, { steps }) => sum + steps, 0),
        failures: all.flatMap(({ failures }) => failures),
      },
    };
    announce(reportWords(this.result.replay));
  }

  // A report belongs to the settlements that it was made for.
  #current(): Replay | null {
    const made = this.result;
    const same = made?.of.every(({ settlement }, i) => settlement === this.cases[i]?.settlement);
    return made && same && made.of.length === this.cases.length ? made.replay : null;
  }

  override render(): TemplateResult {
    const report = this.#current();
    return html`<div class="replay">
      <button type="button" @click=${() => this.#check()}>${t.replay.button}</button>
      <p class="hint">${t.replay.explain}</p>
      <div class="replay-report">
        ${!report
          ? nothing
          : report.failures.length === 0
            ? html`<p class="agrees">✓ ${reportWords(report)}</p>`
            : html`<p class="error">${reportWords(report)}</p>
                <ul>
                  ${report.failures.map(
                    ({ id, found, expected }) =>
                      html`<li>${t.replay.failure(id, found, expected)}</li>`,
                  )}
                </ul>`}
      </div>
    </div>`;
  }
}
customElements.define('gainshare-replay-check', ReplayCheck);
