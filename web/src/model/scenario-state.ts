// SPDX-License-Identifier: Apache-2.0
import { readTree } from '../form/read-tree.js';
import { opened, presetDraft } from './any.js';
import type { Documents } from './documents.js';
import { load } from './load.js';
import {
  differencesOf,
  kScenarioViews,
  plainOf,
  resultOf,
  type Scenario,
  type ScenarioCase,
  type ScenarioDifference,
  type ScenarioView,
} from './scenario.js';
import { kIdeaSheets, type SheetId } from './sheets.js';
import type { State } from './state.js';
import type { Store } from './store.js';
import type { Settlement } from './wire.js';

// Between the page's state and a scenario.
const kSheets: Readonly<Record<Exclude<ScenarioView, 'any'>, readonly SheetId[]>> = {
  idea: kIdeaSheets,
  check: ['check'],
  quality: ['quality'],
};

export const sheetsOf = (view: State['view']): readonly SheetId[] =>
  (kSheets as Partial<Record<State['view'], readonly SheetId[]>>)[view] ?? [];

interface Settling {
  documents: Pick<Documents, 'contract' | 'experience'>;
  settlement: Settlement | null;
}

function settlings(store: Store): readonly Settling[] {
  const { view, any } = store.state;
  if (view === 'any') return store.any && any ? [store.any.settled(any)] : [];
  return sheetsOf(view).map((id) => store.settled(id));
}

// Nothing on a view that has no contract of its own.
export function scenarioOf(store: Store): Scenario | null {
  const view = kScenarioViews.find((one) => one === store.state.view);
  const cases = settlings(store).map(({ documents, settlement }) => ({
    contract: documents.contract,
    experience: documents.experience,
    result: settlement ? resultOf(settlement) : null,
  }));
  return view && cases.length > 0 ? { view, engine: store.catalogue.engine_version, cases } : null;
}

// What the engine of this page makes of a case, where it differs from what was recorded.
export function recomputed(store: Store, cases: readonly ScenarioCase[]): ScenarioDifference[] {
  return cases.flatMap(({ contract, experience, result }) => {
    const answer = store.engine.settle(contract, experience);
    if (result === null) return [];
    return differencesOf(result, answer.ok ? resultOf(answer as Settlement) : {});
  });
}

export type Placed =
  | { change: Partial<State>; moved: boolean }
  | { problems: readonly string[] };

function inSheets(store: Store, { view, cases }: Scenario): Partial<State> | null {
  const sheets = sheetsOf(view);
  if (sheets.length !== cases.length) return null;
  const drafts = { ...store.state.drafts };
  for (const [i, id] of sheets.entries()) {
    const { contract, experience } = cases[i]!;
    const [one, other] = [readTree(contract), readTree(experience)].map((tree) => plainOf(tree!));
    const { draft, unplaced } = load(id, one, other, store.catalogue);
    if (unplaced.length > 0) return null;
    const title = draft['/contract/title'];
    drafts[id] = title === store.titleUnlessTyped(id) ? { ...draft, '/contract/title': '' } : draft;
  }
  return { view, drafts, source: null, original: null, unplaced: [] };
}

// Into the fields of its view; where those cannot hold it, into the form that holds any contract.
export async function placed(store: Store, scenario: Scenario): Promise<Placed> {
  const change = scenario.view === 'any' ? null : inSheets(store, scenario);
  if (change) return { change, moved: false };
  const [first] = scenario.cases;
  await store.forms();
  const documents = opened(first!, store.engine);
  if ('problems' in documents) return documents;
  const any = { preset: '', changed: true, documents, problems: [] };
  return { change: { view: 'any', any }, moved: scenario.view !== 'any' };
}

export async function preset(store: Store, id: string): Promise<Partial<State> | null> {
  const { data } = await store.forms();
  const found = data.presets.find((one) => one.id === id);
  return found ? { view: 'any', any: presetDraft(found) } : null;
}
