// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { splitBarScene } from '../charts/split-bar.js';
import { errorSummary, focusSummary, type SummaryEntry } from '../components/error-summary.js';
import { field } from '../components/field.js';
import { wholeWorking } from '../components/working.js';
import { language, t } from '../i18n/index.js';
import { learnWords } from '../i18n/learn.js';
import { evidenceOf } from '../model/evidence.js';
import { kDeckSpending, oneSidedDraft, twoSidedDraft } from '../model/examples.js';
import {
  benchmarkField,
  expenditureField,
  kTerms,
  termGroups,
  tierCount,
  type FieldGroup,
} from '../model/fields.js';
import { kIdeaSheets, resultGroups, type SheetId } from '../model/sheets.js';
import { shownIssues } from '../model/shown-issues.js';
import type { Store } from '../model/store.js';
import type { Settlement } from '../model/wire.js';
import { viewHash } from './address.js';
import { headlineOf, sharedSavings, splitBarOf, storyOf } from './outcome.js';
import { contextFor, editions, group, marked, rowButtons } from './parts.js';
import { curveSection } from './picture-sections.js';
import type { Settling } from './pictures.js';
import { spendingSlider } from './slider.js';

// The idea: two contracts settle the same year, side by side. It opens on the slides' example.
const kPrefix = 'idea';
const kSummary = 'idea-errors';

const titleOf = (id: SheetId): string =>
  id === 'one_sided' ? t.idea.oneSided : t.idea.twoSided;

export function ideaSettlements(store: Store): Settlement[] {
  return kIdeaSheets.flatMap((id) => store.settled(id).settlement ?? []);
}

// The experience that both contracts share, as one form.
function sharedGroups(store: Store): FieldGroup[] {
  const all = kIdeaSheets.flatMap((id) =>
    resultGroups(id, store.state.drafts[id], store.catalogue),
  );
  const byId = new Map<string, FieldGroup>();
  for (const { id, fields } of all) {
    const known = byId.get(id)?.fields ?? [];
    const fresh = fields.filter((spec) => !known.some(({ path }) => path === spec.path));
    byId.set(id, { id, fields: [...known, ...fresh] });
  }
  return [...byId.values()];
}

// Each issue once: at the shared form when it concerns the year, else at its contract.
function entries(store: Store): SummaryEntry[] {
  return kIdeaSheets.flatMap((id) =>
    shownIssues(store.settled(id)).map((issue) => ({
      ...issue,
      prefix: issue.path.startsWith('/contract') ? `${kPrefix}-${id}` : kPrefix,
    })),
  );
}

export function ideaHeadline(store: Store): string {
  const [first] = ideaSettlements(store);
  const result = first && sharedSavings(first);
  return result ? storyOf(result) : t.idea.title;
}

export function ideaNews(store: Store): string {
  const problems = entries(store);
  if (problems.length > 0) return t.issues.title(problems.length);
  return ideaSettlements(store)
    .map((settlement, i) => {
      const result = sharedSavings(settlement);
      return result ? `${titleOf(kIdeaSheets[i]!)}: ${headlineOf(settlement)}` : '';
    })
    .join(' ');
}

function exampleSwitch(store: Store): TemplateResult {
  const draft = store.state.drafts.one_sided;
  const choose = (benchmark: string, expenditure: string) => {
    store.type(kIdeaSheets, benchmarkField.path, benchmark);
    store.type(kIdeaSheets, expenditureField.path, expenditure);
  };
  return html`<div class="examples" role="group" aria-label=${t.idea.examples}>
    ${kDeckSpending.map(({ benchmark, expenditure }) => {
      const chosen =
        draft[benchmarkField.path] === benchmark && draft[expenditureField.path] === expenditure;
      return html`<button
        type="button"
        aria-pressed=${chosen ? 'true' : 'false'}
        @click=${() => choose(benchmark, expenditure)}
      >
        ${t.idea.example(benchmark, expenditure)}
      </button>`;
    })}
  </div>`;
}

const kMain = new Set(['minimum_savings_rate', 'sharing_rate', 'cap/rate']);

function contractCard(store: Store, id: (typeof kIdeaSheets)[number]): TemplateResult {
  const { settlement } = store.settled(id);
  const result = settlement && sharedSavings(settlement);
  return html`<section class="contract" aria-labelledby="contract-${id}">
    <h2 id="contract-${id}">${titleOf(id)}</h2>
    <p class="lead">${id === 'one_sided' ? t.idea.oneSidedLead : t.idea.twoSidedLead}</p>
    ${result
      ? html`<gainshare-picture
            name="picture-${id}"
            .make=${(width: number) => splitBarScene(splitBarOf(settlement, result, titleOf(id)), width)}
          ></gainshare-picture>
          <p class="outcome">${headlineOf(settlement)}</p>`
      : nothing}
  </section>`;
}

// The terms on which the examples differ stand open, the others a step away.
function contractTerms(store: Store, id: (typeof kIdeaSheets)[number]): TemplateResult {
  const { draft } = store.settled(id);
  const context = contextFor(store, [id], `${kPrefix}-${id}`);
  const groups = termGroups(draft);
  const main = groups.flatMap(({ fields }) => fields.filter(({ name }) => kMain.has(name)));
  const rest = groups
    .map(({ id: name, fields }) => ({
      id: name,
      fields: fields.filter((spec) => !kMain.has(spec.name)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const tiers = (count: number) => store.type([id], '@tiers', `${count}`);
  return html`<fieldset class="group">
    <legend>${t.idea.terms(titleOf(id))}</legend>
    <div class="fields compact">${main.map((spec) => field(spec, context))}</div>
    <details class="more-terms">
      <summary>${t.idea.moreTerms(titleOf(id))}</summary>
      ${rest.map((terms) =>
        group(
          terms,
          context,
          terms.id === 'quality' && draft[`${kTerms}/quality/effect`] === 'tiers'
            ? rowButtons(tierCount(draft), t.form.addTier, t.form.removeTier, tiers)
            : nothing,
        ),
      )}
    </details>
  </fieldset>`;
}

function yearForm(store: Store): TemplateResult {
  const context = contextFor(store, kIdeaSheets, kPrefix);
  const groups = sharedGroups(store);
  const first = [benchmarkField.path, expenditureField.path];
  const specs = groups.flatMap(({ fields }) => fields);
  const main = specs.filter(({ path }) => first.includes(path));
  const others = specs.filter(({ path }) => !first.includes(path));
  return html`<fieldset class="group year">
    <legend>${t.idea.shared}</legend>
    ${exampleSwitch(store)}
    <div class="fields">
      ${main.map((spec) => field(spec, context))} ${spendingSlider(store, kIdeaSheets, kPrefix)}
    </div>
    <details class="more-terms">
      <summary>${t.idea.moreYear}</summary>
      <div class="fields">${others.map((spec) => field(spec, context))}</div>
    </details>
  </fieldset>`;
}

// Both contracts at other spending: where each begins to pay, and what a dollar more costs.
function otherSpending(store: Store): TemplateResult | typeof nothing {
  const settlings = kIdeaSheets.flatMap((id): Settling[] => {
    const { settlement, documents } = store.settled(id);
    const result = settlement && sharedSavings(settlement);
    return result ? [{ name: titleOf(id), documents, result }] : [];
  });
  return curveSection(store.engine, settlings, 'other-spending');
}

function statements(store: Store, settlements: readonly Settlement[]): TemplateResult {
  return html`<section class="statement" aria-labelledby="idea-statement">
    <h2 id="idea-statement">${t.idea.statement}</h2>
    <gainshare-ledger
      id="idea-ledger"
      .columns=${settlements.map((settlement, i) => ({
        title: titleOf(kIdeaSheets[i]!),
        settlement,
      }))}
      .caption=${t.idea.statement}
    ></gainshare-ledger>
    <p class="hint">${t.statement.note}</p>
    ${marked(settlements)}
    <gainshare-replay-check
      .cases=${kIdeaSheets.flatMap((id) => evidenceOf(store.settled(id), store.catalogue))}
    ></gainshare-replay-check>
    <details class="whole">
      <summary>${t.working.whole}</summary>
      ${settlements.map((settlement, i) => wholeWorking(settlement, titleOf(kIdeaSheets[i]!)))}
    </details>
    ${editions(settlements, store.catalogue.engine_version)}
  </section>`;
}

// Where to go from the story, by one choice.
const kStarts = ['check', 'learn', 'any', 'claims'] as const;

function starts(): TemplateResult {
  const words = {
    check: [t.check.nav, t.idea.starts.check],
    learn: [learnWords(language).nav, t.idea.starts.learn],
    any: [t.any.nav, t.idea.starts.any],
    claims: [t.claims.nav, t.idea.starts.claims],
  } as const;
  return html`<ul class="starts">
    ${kStarts.map((view) => {
      const [name, what] = words[view];
      return html`<li>
        <a href=${viewHash(view, language)}>${name}</a>
        <span class="hint">${what}</span>
      </li>`;
    })}
  </ul>`;
}

export function ideaView(store: Store): TemplateResult {
  const settlements = ideaSettlements(store);
  const problems = entries(store);
  const reset = () =>
    store.set({
      drafts: { ...store.state.drafts, one_sided: oneSidedDraft, two_sided: twoSidedDraft },
    });
  const submit = (event: Event) => {
    event.preventDefault();
    if (problems.length > 0) focusSummary(kSummary);
  };
  return html`<form class="idea" novalidate autocomplete="off" @submit=${submit}>
    <gainshare-steady .hold=${problems.length > 0}>
      <h1 tabindex="-1">${problems.length > 0 ? t.idea.broken : ideaHeadline(store)}</h1>
      <p class="lead">${t.idea.lead}</p>
      ${problems.length > 0
        ? errorSummary(problems, kSummary)
        : html`<div class="side-by-side">
            ${kIdeaSheets.map((id) => contractCard(store, id))}
          </div>`}
    </gainshare-steady>
    ${starts()} ${yearForm(store)}
    <div class="side-by-side terms">${kIdeaSheets.map((id) => contractTerms(store, id))}</div>
    ${problems.length === 0 ? otherSpending(store) : nothing}
    ${problems.length === 0 ? statements(store, settlements) : nothing}
    <p class="actions">
      <button type="button" @click=${reset}>${t.idea.reset}</button>
      <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true">.</button>
    </p>
  </form>`;
}
