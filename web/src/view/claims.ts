// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { bytesInWords, moneyInWords, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { totalBytes, type ClaimsState } from '../model/claims.js';
import { paceOf } from '../model/claims-progress.js';
import { performanceYear, type PopulationResult } from '../model/claims-result.js';
import type { Store } from '../model/store.js';
import type { ClaimsDesk } from './claims-desk.js';
import { filesNews, filesPart } from './claims-files.js';
import { intakePart } from './claims-intake.js';
import { memberPart, sentenceOf } from './claims-member.js';
import { resultPart } from './claims-result.js';
import { settlePart } from './claims-settle.js';
import { termsPart } from './claims-terms.js';

// From claims to settlement: files are dropped and read on this machine; below them stand the
// terms, the result, one patient explained, and what a contract pays.

const kNewsEvery = 25; // percent

export function storyOf(result: PopulationResult): string {
  const { all, contract } = performanceYear(result);
  const of = plain(all.members);
  return contract.members === 0
    ? t.claims.storyNobody(of)
    : t.claims.story(plain(contract.members), of, moneyInWords(contract.pmpm_cents));
}

export function claimsHeadline({ state }: Store): string {
  const { result } = state.claims;
  return result ? storyOf(result) : t.claims.title;
}

const readBytes = ({ looks }: ClaimsState): number => looks.at(-1)?.bytes ?? 0;

// While files are read only each quarter is news.
export function claimsNews({ state }: Store): string {
  const { claims } = state;
  const { phase, result, problems, files, search } = claims;
  if (phase === 'reading') {
    const share = (readBytes(claims) / Math.max(totalBytes(files), 1)) * 100;
    return t.claims.newsPart(Math.floor(share / kNewsEvery) * kNewsEvery);
  }
  if (phase === 'computing') return t.claims.computing;
  if (phase === 'failed') return t.claims.failed;
  if (result)
    return search.explanation
      ? `${storyOf(result)} ${sentenceOf(search.explanation)}`
      : storyOf(result);
  return [...problems, files.length > 0 ? filesNews(files) : ''].filter(Boolean).join(' ');
}

function timeInWords(seconds: number): string {
  return seconds < 90
    ? t.claims.seconds(Math.max(1, Math.round(seconds)))
    : t.claims.minutes(Math.round(seconds / 60));
}

function progressPart(desk: ClaimsDesk): TemplateResult | typeof nothing {
  const { state } = desk;
  const { phase, looks, reading, files } = state;
  if (phase !== 'reading' && phase !== 'computing') return nothing;
  const total = totalBytes(files);
  const { rate, remaining } = paceOf(looks, total);
  const what =
    phase === 'computing'
      ? t.claims.computing
      : reading
        ? t.claims.reading(reading)
        : t.claims.starting;
  const words = [
    t.claims.progressOf(bytesInWords(readBytes(state)), bytesInWords(total)),
    rate > 0 ? t.claims.rate(bytesInWords(rate)) : '',
    remaining !== null && phase === 'reading' ? t.claims.remaining(timeInWords(remaining)) : '',
  ];
  return html`<div class="claims-progress">
    <p class="running" id="claims-what">${what}</p>
    <progress aria-labelledby="claims-what" max=${total} .value=${readBytes(state)}></progress>
    <p class="figures" id="claims-how-far">${words.filter(Boolean).join(' · ')}</p>
    <button type="button" class="main-button" id="claims-cancel" @click=${() => desk.cancel()}>
      ${t.claims.cancel}
    </button>
  </div>`;
}

function problemsPart({ phase, problems, failure }: ClaimsState): TemplateResult {
  return html`${
    problems.length > 0
      ? html`<ul class="claims-problems">
          ${problems.map((problem) => html`<li>${problem}</li>`)}
        </ul>`
      : nothing
  }
  ${
    phase === 'failed'
      ? html`<p class="error" role="alert">${t.claims.failed} ${failure} ${t.claims.failedMend}</p>`
      : nothing
  }`;
}

export function claimsView(desk: ClaimsDesk): TemplateResult {
  const { store, state } = desk;
  const { result, issues, parts } = state;
  return html`<div class="claims">
    <h1 tabindex="-1">${claimsHeadline(store)}</h1>
    <p class="lead">${t.claims.lead}</p>
    <div class="intake">
      <gainshare-drop-zone
        .name=${'claims'}
        .button=${t.claims.choose}
        .hint=${t.claims.drop}
        .accept=${'.csv,.txt,.tsv,.gz,.json,text/csv,text/plain,application/gzip,application/json'}
        @files=${(event: CustomEvent<File[]>) => void desk.drop(event.detail)}
      ></gainshare-drop-zone>
      <p class="privacy" id="claims-privacy">${t.claims.privacy}</p>
      <p class="hint">${t.claims.formats}</p>
      ${problemsPart(state)} ${filesPart(desk)} ${progressPart(desk)}
    </div>
    ${termsPart(desk)}
    ${guard([result, issues.length > 0], () => (result ? resultPart(desk, result) : nothing))}
    ${result && parts > 1 ? html`${memberPart(desk)} ${settlePart(desk, result)}` : nothing}
    ${guard([result, parts > 2], () => (result && parts > 2 ? intakePart(desk, result) : nothing))}
    ${
      result
        ? html`<p class="editions">${t.footer.engine(store.catalogue.engine_version)}.</p>`
        : nothing
    }
  </div>`;
}
