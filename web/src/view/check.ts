// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { splitBarScene } from '../charts/split-bar.js';
import { errorSummary, focusSummary } from '../components/error-summary.js';
import { field } from '../components/field.js';
import { isDoubtful, statusTag, wholeWorking } from '../components/working.js';
import { money } from '../i18n/format.js';
import { language, t } from '../i18n/index.js';
import { opened } from '../model/any.js';
import { evidenceOf } from '../model/evidence.js';
import { expenditureField, kTerms, tierCount, type FieldSpec } from '../model/fields.js';
import { chosen } from '../model/program-fields.js';
import { contractGroups, isProgram, resultGroups } from '../model/sheets.js';
import { shownIssues, type ShownIssue } from '../model/shown-issues.js';
import { inputsOf } from '../model/what-if.js';
import type { Store } from '../model/store.js';
import type { BacktestRow, Edition, Settlement } from '../model/wire.js';
import { viewHash } from './address.js';
import { comparePart, disputePack, payerColumn, type Compared } from './compare.js';
import { exportPart } from './export-part.js';
import { headlineOf, sharedSavings, splitBarOf } from './outcome.js';
import { contextFor, editions, foldedGroup, group, marked, rowButtons } from './parts.js';
import { savingsPictures } from './picture-sections.js';
import { spendingSlider } from './slider.js';

// One contract, its year, its statement.
const kPrefix = 'check';
const kSummary = 'check-errors';

export function checkHeadline(store: Store): string {
  const { settlement } = store.settled('check');
  const result = settlement && sharedSavings(settlement);
  return result ? headlineOf(settlement) : t.check.title;
}

export function checkNews(store: Store): string {
  const problems = store.settled('check').issues.length;
  return problems > 0 ? t.issues.title(problems) : checkHeadline(store);
}

const titleField: FieldSpec = {
  path: '/contract/title',
  name: 'title',
  kind: 'text',
  optional: true,
};

// The same documents in the form that has every part of every kind.
function openInAny(store: Store): void {
  const documents = opened(store.settled('check').documents, store.engine);
  if ('problems' in documents) return;
  store.set({ any: { preset: '', changed: true, documents, problems: [] } });
  location.hash = viewHash('any', language);
}

function kindChoice(store: Store): TemplateResult {
  const program = isProgram(store.state.drafts.check);
  const radio = (value: string, label: string, checked: boolean) =>
    html`<label class="radio">
      <input
        type="radio"
        name="check-kind"
        value=${value}
        .checked=${checked}
        @change=${() => store.type(['check'], '@terms', value)}
      />
      ${label}
    </label>`;
  return html`<fieldset class="group">
    <legend>${t.check.kind}</legend>
    ${radio('program', t.check.program, program)} ${radio('own', t.check.own, !program)}
    <p>
      <button type="button" aria-describedby="check-other" @click=${() => openInAny(store)}>
        ${t.check.other}
      </button>
    </p>
    <p class="hint" id="check-other">${t.check.otherHint}</p>
  </fieldset>`;
}

// What the chosen year and track say, as far as it is not certain.
function editionNotes(edition: Edition | undefined, store: Store): TemplateResult | typeof nothing {
  if (!edition) return nothing;
  const { track, startDecides } = chosen(store.state.drafts.check, store.catalogue);
  const doubtful = [...edition.parameters, ...(track?.parameters ?? [])].filter(({ status }) =>
    isDoubtful(status),
  );
  if (edition.law !== 'not_settled' && doubtful.length === 0 && !startDecides) return nothing;
  return html`<div class="edition-notes">
    ${startDecides ? html`<p>${t.check.startDecides}</p>` : nothing}
    ${edition.law === 'not_settled'
      ? html`<p>${statusTag('not_settled')} ${t.check.notSettled(`${edition.performance_year}`)}</p>`
      : nothing}
    ${doubtful.map(
      ({ id, status, note }) =>
        html`<p>${statusTag(status)} ${t.parameters[id] ?? id.replaceAll('_', ' ')}. ${note ?? ''}</p>`,
    )}
  </div>`;
}

function form(store: Store): TemplateResult {
  const draft = store.state.drafts.check;
  const context = contextFor(store, ['check'], kPrefix);
  const tiers = (count: number) => store.type(['check'], '@tiers', `${count}`);
  const { edition } = chosen(draft, store.catalogue);
  return html`<div class="entry">
    <h2>${t.check.enter}</h2>
    ${kindChoice(store)}
    ${contractGroups('check', draft, store.catalogue).map((terms) =>
      group(
        terms,
        context,
        terms.id === 'program'
          ? editionNotes(edition, store)
          : terms.id === 'quality' && draft[`${kTerms}/quality/effect`] === 'tiers'
            ? rowButtons(tierCount(draft), t.form.addTier, t.form.removeTier, tiers)
            : nothing,
      ),
    )}
    ${resultGroups('check', draft, store.catalogue).map((results) =>
      results.id === 'special'
        ? foldedGroup(results, context)
        : group(results, context, nothing, (path) =>
            path === expenditureField.path ? spendingSlider(store, ['check'], kPrefix) : nothing,
          ),
    )}
    <fieldset class="group">
      <legend>${t.check.onPrint}</legend>
      <div class="fields">
        ${field(titleField, context)}
        <div class="field field-text">
          <label for="check-date">${t.check.date}</label>
          <input
            id="check-date"
            type="text"
            autocomplete="off"
            maxlength="40"
            .value=${store.state.date}
            aria-describedby="check-date-hint"
            @input=${(event: Event) =>
              store.set({ date: (event.target as HTMLInputElement).value })}
          />
          <p class="hint" id="check-date-hint">${t.check.dateHint}</p>
        </div>
      </div>
    </fieldset>
  </div>`;
}

// The row of CMS's results that this contract came from, as it was read from the file.
function published(row: BacktestRow, store: Store): TemplateResult {
  const { unplaced, original, drafts } = store.state;
  const line = (label: string, cents: number | null) =>
    html`<tr>
      <th scope="row">${label}</th>
      <td class="figure">${money(cents)}</td>
    </tr>`;
  const name = [row.aco_name.trim(), row.aco_id].filter(Boolean).join(', ');
  return html`<aside class="published" aria-labelledby="published-title">
    <h2 id="published-title">${t.check.from}</h2>
    <p>${t.check.fromRow(name, `${row.performance_year}`, row.file, `${row.line}`)}</p>
    <table class="ledger">
      <caption class="visually-hidden">
        ${t.check.from}
      </caption>
      <tbody>
        ${line(t.check.recomputed, row.computed_earned_cents)}
        ${line(t.check.published, row.published_earned_cents)}
        ${line(t.check.difference, row.difference_cents)}
        <tr>
          <th scope="row">${t.check.verdict}</th>
          <td class="figure">
            <span class="verdict verdict-${row.verdict}">${t.backtest.verdicts[row.verdict]}</span>
          </td>
        </tr>
      </tbody>
    </table>
    ${row.reason ? html`<p class="hint">${row.reason}</p>` : nothing}
    ${unplaced.length > 0
      ? html`<p class="error">${t.check.unplaced} ${unplaced.join(', ')}</p>`
      : nothing}
    ${original !== drafts.check ? html`<p class="hint">${t.check.changed}</p>` : nothing}
  </aside>`;
}

function statement(store: Store, settlement: Settlement): TemplateResult {
  const title = store.title('check');
  const { date } = store.state;
  const of: Compared = { store, view: 'check', settlement, title };
  const projected = settlement.projection?.projected_expenditure_cents;
  return html`<section class="statement" aria-labelledby="check-statement">
    <div class="statement-head">
      <h2 id="check-statement">${t.check.statement}: ${title}</h2>
      <p class="print-date">${date}</p>
      <button type="button" class="print-button" @click=${() => globalThis.print()}>
        ${t.check.print}
      </button>
    </div>
    ${projected === undefined ? nothing : html`<p>${t.check.projected(money(projected))}</p>`}
    ${comparePart(of)}
    <gainshare-ledger
      id="check-ledger"
      .payer=${payerColumn(of)}
      .columns=${[{ title, settlement }]}
      .caption=${`${t.check.statement}: ${title}`}
    ></gainshare-ledger>
    <p class="hint screen">${t.statement.note}</p>
    ${marked([settlement])}
    <gainshare-replay-check
      .cases=${evidenceOf(store.settled('check'), store.catalogue)}
    ></gainshare-replay-check>
    <details class="whole">
      <summary>${t.working.whole}</summary>
      ${wholeWorking(settlement, title)}
    </details>
    <gainshare-what-if
      .engine=${store.engine}
      .about=${{ documents: store.settled('check').documents, settlement, inputs: inputsOf(store.settled('check')) }}
    ></gainshare-what-if>
    ${editions([settlement], store.catalogue.engine_version)}
    ${exportPart(settlement, title, store.catalogue.engine_version)} ${disputePack(of)}
  </section>`;
}

function pictures(store: Store, settlement: Settlement): TemplateResult | typeof nothing {
  const result = sharedSavings(settlement);
  const { documents } = store.settled('check');
  if (!result) return nothing;
  return savingsPictures(store.engine, settlement, { name: store.title('check'), documents, result });
}

function head(store: Store, problems: readonly ShownIssue[]): TemplateResult {
  const { settlement } = store.settled('check');
  const result = settlement && sharedSavings(settlement);
  const title = store.title('check');
  return html`<gainshare-steady class="check-head" .hold=${!result}>
    <h1 tabindex="-1">${checkHeadline(store)}</h1>
    ${result
      ? html`<gainshare-picture
          name="picture-check"
          .make=${(width: number) => splitBarScene(splitBarOf(settlement, result, title), width)}
        ></gainshare-picture>`
      : html`<p class="lead">${t.check.lead}</p>`}
    ${problems.length > 0
      ? errorSummary(
          problems.map((issue) => ({ ...issue, prefix: kPrefix })),
          kSummary,
        )
      : nothing}
  </gainshare-steady>`;
}

export function checkView(store: Store): TemplateResult {
  const settled = store.settled('check');
  const problems = shownIssues(settled);
  const { source } = store.state;
  const submit = (event: Event) => {
    event.preventDefault();
    if (problems.length > 0) focusSummary(kSummary);
  };
  return html`<form class="check" novalidate autocomplete="off" @submit=${submit}>
    ${head(store, problems)} ${form(store)}
    <div class="check-statement">
      ${source ? published(source, store) : nothing}
      ${settled.settlement ? statement(store, settled.settlement) : nothing}
      ${settled.settlement ? pictures(store, settled.settlement) : nothing}
    </div>
  </form>`;
}

