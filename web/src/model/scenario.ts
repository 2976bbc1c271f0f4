// SPDX-License-Identifier: Apache-2.0
import { readTree } from '../form/read-tree.js';
import { at, isBranch, isList, writeTree, type Branch, type Tree } from '../form/tree.js';
import { NumberText } from './json.js';
import type { Settlement } from './wire.js';

// A scenario: what was entered and what came of it under which engine and rules. One format, in a
// file (pretty, with a digest) and in a link (compact, with the totals alone).
export const kScenarioFormat = 'gainshare-scenario-1';
export const kScenarioViews = ['idea', 'quality', 'check', 'any'] as const;
export type ScenarioView = (typeof kScenarioViews)[number];

export interface ScenarioCase {
  contract: string; // JSON texts, so that no double comes between a file and the engine
  experience: string;
  result: Tree | null; // nothing while an entry needs mending
}
export interface Scenario {
  view: ScenarioView;
  engine: string;
  cases: readonly ScenarioCase[];
}

export type ScenarioProblem = 'too_large' | 'not_json' | 'not_scenario' | 'other_format' | 'broken';
export type ScenarioDigest = 'fits' | 'changed' | 'unchecked';
export type ReadScenario = { scenario: Scenario; digest: ScenarioDigest } | { problem: ScenarioProblem };

export const kLargestScenario = 4 * 1024 * 1024; // characters
const kMostCases = 2;

export function resultOf({ trace: _, ...result }: Settlement): Tree {
  return readTree(JSON.stringify(result)) ?? null;
}
const kTotals = ['payment_cents', 'loss_owed_cents', 'net_payment_cents'];

const totalsOf = (result: Tree | null): Tree | null =>
  isBranch(result ?? undefined)
    ? Object.fromEntries(kTotals.map((name) => [name, at(result!, `/${name}`) ?? null]))
    : null;

// The editions of the rules stand beside the engine's version, where a person looks for them.
function editionsOf(cases: readonly ScenarioCase[]): Tree[] {
  const programs = cases.flatMap(({ result }) => at(result ?? undefined, '/programs') ?? []);
  const named = programs.flatMap((list) => (isList(list) ? list : [list]));
  return [...new Map(named.map((one) => [writeTree(one), one])).values()];
}

function treeOf({ view, engine, cases }: Scenario, whole: boolean): Branch {
  return {
    format: kScenarioFormat,
    view,
    engine,
    ...(whole ? { editions: editionsOf(cases) } : {}),
    cases: cases.map(({ contract, experience, result }) => ({
      contract: readTree(contract) ?? null,
      experience: readTree(experience) ?? null,
      ...(result === null ? {} : { result: whole ? result : totalsOf(result) }),
    })),
  };
}

export const linkText = (scenario: Scenario): string => writeTree(treeOf(scenario, false));

// A page from an address without https has no digest to offer: then the file carries none.
async function digestOf(text: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256:${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export async function fileText(scenario: Scenario): Promise<string> {
  const tree = treeOf(scenario, true);
  const digest = await digestOf(writeTree(tree));
  return `${writeTree(digest ? { ...tree, digest } : tree, '', '  ')}\n`;
}

function caseOf(tree: Tree): ScenarioCase | null {
  const [contract, experience] = [at(tree, '/contract'), at(tree, '/experience')];
  if (!isBranch(contract) || !isBranch(experience)) return null;
  const result = at(tree, '/result');
  return {
    contract: writeTree(contract),
    experience: writeTree(experience),
    result: isBranch(result) ? result : null,
  };
}

function scenarioOf(tree: Branch): Scenario | null {
  const list = at(tree, '/cases');
  const view = kScenarioViews.find((one) => one === at(tree, '/view'));
  const engine = at(tree, '/engine');
  if (!isList(list) || list.length === 0 || list.length > kMostCases) return null;
  const cases = list.flatMap((item) => caseOf(item) ?? []);
  if (cases.length !== list.length || !view || typeof engine !== 'string') return null;
  return { view, engine: engine.slice(0, 40), cases };
}

export async function readScenario(text: string): Promise<ReadScenario> {
  if (text.length > kLargestScenario) return { problem: 'too_large' };
  const tree = readTree(text);
  if (tree === undefined) return { problem: 'not_json' };
  const format = at(tree, '/format');
  if (!isBranch(tree) || typeof format !== 'string') return { problem: 'not_scenario' };
  if (format !== kScenarioFormat)
    return { problem: format.startsWith('gainshare-scenario-') ? 'other_format' : 'not_scenario' };
  const scenario = scenarioOf(tree);
  if (!scenario) return { problem: 'broken' };
  const { digest: stated, ...rest } = tree;
  const digest = typeof stated === 'string' ? await digestOf(writeTree(rest)) : null;
  return { scenario, digest: digest === null ? 'unchecked' : digest === stated ? 'fits' : 'changed' };
}

// What a recorded result and today's do not agree on.
export interface ScenarioDifference {
  name: string; // the id of a statement's line, else a place in the result
  recorded: string;
  now: string;
}

function leavesOf(node: Tree, path: string, found: Map<string, string>): Map<string, string> {
  if (isList(node) || isBranch(node))
    for (const [key, item] of Object.entries(node)) leavesOf(item, `${path}/${key}`, found);
  else found.set(path, node instanceof NumberText ? node.text : writeTree(node));
  return found;
}

// The lines under their ids, so that one more line does not make every later one differ.
function comparable(result: Tree): Map<string, string> {
  const { engine_version: _, statement, ...rest } = result as Branch;
  const lines = isList(statement) ? statement : [];
  const found = leavesOf(rest, '', new Map());
  for (const line of lines) {
    const step = at(line, '/step');
    const amount = at(line, '/amount_cents');
    if (typeof step === 'string' && amount !== undefined) found.set(step, writeTree(amount));
  }
  return found;
}

export function differencesOf(recorded: Tree, now: Tree): ScenarioDifference[] {
  const [before, after] = [comparable(recorded), comparable(now)];
  const totals = !at(recorded, '/statement'); // a link has these alone
  const names = totals ? [...before.keys()] : [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ name, recorded: before.get(name) ?? '', now: after.get(name) ?? '' }));
}

// A document for the fields of a sheet: numbers stay the texts that they were written as.
export function plainOf(tree: Tree): unknown {
  if (tree instanceof NumberText) return tree.text;
  if (isList(tree)) return tree.map(plainOf);
  if (!isBranch(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, item]) => [key, plainOf(item)]));
}

