// SPDX-License-Identifier: Apache-2.0
import { t } from '../i18n/index.js';
import { unpack } from '../model/packed.js';
import {
  fileText,
  kLargestScenario,
  readScenario,
  type ReadScenario,
  type ScenarioDigest,
} from '../model/scenario.js';
import { placed, preset, recomputed, scenarioOf } from '../model/scenario-state.js';
import type { Notice, State } from '../model/state.js';
import type { Store } from '../model/store.js';
import type { Address } from './address.js';
import { fileName, save } from '../components/save.js';

// A scenario goes out and comes back in. What comes from outside is used whole or not at all.
type Change = Partial<State>;

const noticeOf = (part: Partial<Notice>): Notice => ({
  problems: [],
  notes: [],
  engine: '',
  differences: [],
  ...part,
});
const refused = (...problems: string[]): Change => ({ notice: noticeOf({ problems }) });

async function changeOf(
  store: Store,
  read: ReadScenario,
  said: (digest: ScenarioDigest) => string[],
): Promise<Change> {
  if ('problem' in read) return refused(t.scenario.problems[read.problem]);
  const { scenario, digest } = read;
  const result = await placed(store, scenario);
  if ('problems' in result) return refused(...result.problems);
  const differences = recomputed(store, scenario.cases);
  const notes = [...said(digest), ...(result.moved ? [t.scenario.moved] : [])];
  const { engine } = scenario;
  const isSilent = notes.length === 0 && differences.length === 0;
  return { ...result.change, notice: isSilent ? null : noticeOf({ notes, engine, differences }) };
}

// A link that says nothing new opens in silence.
export async function openAddress(store: Store, address: Address): Promise<Change | null> {
  if (address.preset) return (await preset(store, address.preset)) ?? refused(t.scenario.broken);
  if (!address.scenario) return null;
  const text = await unpack(address.scenario);
  const read = text === null ? null : await readScenario(text);
  if (!read || 'problem' in read) return refused(t.scenario.broken);
  return changeOf(store, read, () => []);
}

export async function openFile(store: Store, file: File): Promise<void> {
  const text = file.size > kLargestScenario ? null : await file.text();
  const read = text === null ? { problem: 'too_large' as const } : await readScenario(text);
  store.set(await changeOf(store, read, (digest) => [t.scenario[digest]]));
}

export async function saveScenario(store: Store, title: string): Promise<void> {
  const scenario = scenarioOf(store);
  if (scenario) save(`${fileName(title)}.scenario.json`, await fileText(scenario), 'application/json');
}
