// SPDX-License-Identifier: Apache-2.0
import './components/drop-zone.js';
import './components/ledger.js';
import './components/picture.js';
import './components/replay-check.js';
import './components/steady.js';
import { loadEngine } from './engine/module.js';
import { wasmBytes } from './engine/wasm.js';
import { t, useLanguage } from './i18n/index.js';
import {
  checkDraft,
  oneSidedDraft,
  scorecardDraft,
  twoSidedDraft,
} from './model/examples.js';
import { emptyClaims } from './model/claims.js';
import { emptyBacktest, type State } from './model/state.js';
import { Store } from './model/store.js';
import { addressOf } from './view/address.js';
import { Page } from './view/page.js';
import './view/what-if.js';

// Starts the engine, then the page: nothing is shown that the engine has not computed.
function firstState(): State {
  const address = addressOf(location.hash);
  useLanguage(address?.language ?? '');
  return {
    view: address?.view ?? 'idea',
    drafts: {
      one_sided: oneSidedDraft,
      two_sided: twoSidedDraft,
      check: checkDraft,
      quality: scorecardDraft,
    },
    source: null,
    original: null,
    unplaced: [],
    date: '',
    notice: null,
    payer: { check: null, any: null, claims: null },
    any: null,
    claims: emptyClaims,
    backtest: emptyBacktest,
  };
}

const titles = () => ({
  one_sided: t.idea.oneSided,
  two_sided: t.idea.twoSided,
  check: t.check.defaultTitle,
  quality: t.quality.contractTitle,
});

async function start(place: HTMLElement): Promise<void> {
  try {
    // What the page says meanwhile is painted first: unpacking takes a tenth of a second.
    await new Promise((painted) => setTimeout(painted));
    const wasm = wasmBytes();
    const page = new Page();
    page.store = new Store(await loadEngine(wasm), firstState(), titles);
    page.wasm = wasm;
    place.replaceChildren(page);
  } catch (error) {
    place.textContent = t.failed;
    throw error;
  }
}

// Closed parts of a statement are printed all the same.
function openForPrint(): void {
  const opened = new Set<HTMLDetailsElement>();
  globalThis.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.whole'))
      if (!details.open) {
        details.open = true;
        opened.add(details);
      }
  });
  globalThis.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
}

openForPrint();
void start(document.getElementById('gainshare')!);
