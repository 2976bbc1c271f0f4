// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { fundsFlowScene } from '../charts/funds-flow.js';
import { wholeWorking } from '../components/working.js';
import { capital, plainWords } from '../form/words.js';
import { money, moneyInWords } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type { AnySettled } from '../model/any.js';
import { evidenceOf } from '../model/evidence.js';
import { anyInputsOf } from '../model/what-if.js';
import type { Catalogue, Flow, Line, Settlement } from '../model/wire.js';
import { shownValue, stepsById } from '../trace/words.js';
import type { Store } from '../model/store.js';
import { comparePart, disputePack, payerColumn, type Compared } from './compare.js';
import { exportPart } from './export-part.js';
import { headlineOf, sharedSavings } from './outcome.js';
import { editions, marked } from './parts.js';
import { fundsFlowOf } from './pictures.js';

// The statement of a contract of any streams: a sentence, each stream's lines, who pays whom, the
// working. Everything stands in the engine's answer; no kind is known here.

// Points and scores, where a contract pays nothing by itself.
function resultsInWords({ statement, trace }: Settlement): string {
  const steps = stepsById(trace);
  const results = statement
    .filter(({ emphasis }) => emphasis === 'result')
    .flatMap(({ step }) => steps.get(step) ?? [])
    .map((step) => `${step.label}: ${shownValue(step)}`);
  return results.length > 0 ? `${results.join('. ')}.` : '';
}

function netInWords(net: number): string {
  if (net === 0) return t.any.netEven;
  const amount = moneyInWords(Math.abs(net));
  return net > 0 ? t.any.netPaid(amount) : t.any.netOwed(amount);
}

export function sentenceOf(settlement: Settlement): string {
  const {
    payment_cents: paid,
    loss_owed_cents: owed,
    net_payment_cents: net,
    streams,
  } = settlement;
  if (streams.length === 1 && sharedSavings(settlement)) return headlineOf(settlement);
  if (paid === 0 && owed === 0) {
    const isMoney = settlement.statement.some((line) => line.amount_cents !== undefined);
    return (isMoney ? '' : resultsInWords(settlement)) || t.any.nothing;
  }
  const words = moneyInWords;
  const back = paid - net; // what is owed, and what an advance paid before
  if (paid === 0) return t.any.owes(words(owed));
  if (back === 0) return t.any.paid(words(paid));
  const sentence = back === owed ? t.any.net : t.any.netBack;
  return sentence(words(paid), words(back), netInWords(net));
}

interface Section {
  title: string;
  steps: ReadonlySet<string>;
}

// The statement in parts: the lines of each stream, and those of the whole contract under what
// they begin with: a projection, a distribution.
function sectionsOf({ statement, streams }: Settlement, { kinds }: Catalogue): Section[] {
  const titles = new Map(
    streams.map(({ id, kind }) => [id, kinds.find((one) => one.kind === kind)?.title ?? kind]),
  );
  const ownerOf = ({ step }: Line): string => step.slice(0, Math.max(step.indexOf('.'), 0));
  const groups = new Map<string, Set<string>>();
  for (const line of statement) {
    const owner = ownerOf(line);
    groups.set(owner, (groups.get(owner) ?? new Set()).add(line.step));
  }
  const several = [...titles.values()];
  return [...groups].map(([owner, steps]) => {
    const title = titles.get(owner);
    if (title === undefined)
      return { title: capital(plainWords(owner)) || t.any.wholeContract, steps };
    const isOnly = several.filter((one) => one === title).length === 1;
    return { title: isOnly ? title : `${title}: ${plainWords(owner)}`, steps };
  });
}

// What the documents call the parts that have an id.
export function titlesIn(node: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof node !== 'object' || node === null) return found;
  const { id, title } = node as { id?: unknown; title?: unknown };
  if (typeof id === 'string' && typeof title === 'string') found.set(id, title);
  for (const item of Object.values(node)) titlesIn(item, found);
  return found;
}

type Titles = ReadonlyMap<string, string>;

// "participant:north_clinic" is what the contract calls it, else North clinic.
function partyName(party: string, titles: Titles): string {
  const id = party.replace(/^participant:/, '');
  return t.any.parties[party] ?? titles.get(id) ?? capital(plainWords(id));
}

const titlesOf = ({ documents: { contract, experience } }: AnySettled): Titles =>
  titlesIn([JSON.parse(contract), JSON.parse(experience)]);

// One payment is said as well by its line in the table.
export function flowsPicture(
  flows: readonly Flow[],
  titles: Titles,
): TemplateResult | typeof nothing {
  const flow = fundsFlowOf(
    flows,
    (party) => partyName(party, titles),
    (purpose) => capital(plainWords(purpose)),
  );
  if (flow.payments.length < 2) return nothing;
  return html`<gainshare-picture
    name="picture-flows"
    .make=${(width: number) => fundsFlowScene(flow, width)}
  ></gainshare-picture>`;
}

function flowsTable(flows: readonly Flow[], titles: Titles): TemplateResult {
  const heads = [t.any.from, t.any.to, t.any.what];
  return html`<section aria-labelledby="any-flows">
    <h3 id="any-flows">${t.any.flows}</h3>
    ${flowsPicture(flows, titles)}
    <div class="ledger-frame">
      <table class="ledger flows">
        <caption class="visually-hidden">
          ${t.any.flows}
        </caption>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
            <th scope="col" class="figure">${t.any.amount}</th>
          </tr>
        </thead>
        <tbody>
          ${flows.map(
            ({ from, to, purpose, amount_cents: cents }) =>
              html`<tr>
                <th scope="row">${partyName(from, titles)}</th>
                <td>${partyName(to, titles)}</td>
                <td>${capital(plainWords(purpose))}</td>
                <td class="figure">${money(cents)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

// With a store, it is compared with the payer's too.
export function anyStatement(
  settled: AnySettled,
  catalogue: Catalogue,
  store: Store | null = null,
): TemplateResult {
  const settlement = settled.settlement!;
  const { title, flows = [] } = settlement;
  const projected = settlement.projection?.projected_expenditure_cents;
  const sections = sectionsOf(settlement, catalogue);
  const view = store?.state.view === 'claims' ? 'claims' : 'any';
  const of: Compared | null = store && { store, view, settlement, title };
  return html`<section class="statement" aria-labelledby="any-title">
    <div class="statement-head">
      <h2 id="any-title">${t.any.statement}: ${title}</h2>
      <button type="button" class="print-button" @click=${() => globalThis.print()}>
        ${t.check.print}
      </button>
    </div>
    ${projected === undefined ? nothing : html`<p>${t.check.projected(money(projected))}</p>`}
    ${of ? comparePart(of) : nothing}
    ${sections.map(
      ({ title: name, steps }, i) =>
        html`<h3>${name}</h3>
          <gainshare-ledger
            id="any-ledger-${i}"
            .columns=${[{ title, settlement }]}
            .only=${steps}
            .payer=${of && payerColumn(of)}
            .caption=${`${t.any.statement}: ${name}`}
          ></gainshare-ledger>`,
    )}
    ${flows.length > 0 ? flowsTable(flows, titlesOf(settled)) : nothing}
    <p class="hint screen">${t.statement.note}</p>
    ${marked([settlement])}
    <gainshare-replay-check .cases=${evidenceOf(settled, catalogue)}></gainshare-replay-check>
    <details class="whole">
      <summary>${t.working.whole}</summary>
      ${wholeWorking(settlement, title)}
    </details>
    ${store
      ? html`<gainshare-what-if
          .engine=${store.engine}
          .about=${{ documents: settled.documents, settlement, inputs: anyInputsOf(settled) }}
        ></gainshare-what-if>`
      : nothing}
    ${editions([settlement], catalogue.engine_version)}
    ${exportPart(settlement, title, catalogue.engine_version)} ${of ? disputePack(of) : nothing}
  </section>`;
}
