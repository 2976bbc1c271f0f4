// SPDX-License-Identifier: Apache-2.0
import { at, isBranch, isList, replaced, writeTree, type Branch, type Tree } from '../form/tree.js';
import { capital } from '../form/words.js';
import { t } from '../i18n/index.js';
import { readTree } from '../form/read-tree.js';
import type { AnyContracts, AnyDraft } from './any.js';
import type { TermsDraft } from './claims-terms.js';

// A contract with the facts that claims tell. What they do not tell is entered, and stays when the
// claims are computed anew; what they do tell is always theirs.

// Items of a list that say which they are, by type of enrolment or by year.
const nameOf = (item: Tree): string | undefined => {
  const name = isBranch(item) ? (item['id'] ?? item['year']) : undefined;
  return name === undefined ? undefined : writeTree(name);
};

// In the order in which they are told.
function withItems(entered: readonly Tree[], told: readonly Tree[]): Tree {
  return told.map((item) => {
    const name = nameOf(item);
    const own = entered.find((one) => name !== undefined && nameOf(one) === name);
    return withFacts(own, item);
  });
}

export function withFacts(entered: Tree | undefined, told: Tree): Tree {
  if (isList(told) && isList(entered)) return withItems(entered, told);
  if (!isBranch(told) || !isBranch(entered)) return told;
  const keys = [...new Set([...Object.keys(told), ...Object.keys(entered)])];
  return Object.fromEntries(
    keys.map((key): [string, Tree] => {
      const own = Object.hasOwn(entered, key) ? entered[key] : undefined;
      const theirs = Object.hasOwn(told, key) ? told[key] : undefined;
      return [key, theirs === undefined ? own! : withFacts(own, theirs)];
    }),
  );
}

const toldBy = (experience: unknown): Tree => readTree(JSON.stringify(experience)) ?? {};

const takesTypes = (contract: Tree): boolean =>
  ['per_capita', 'control_group'].includes(String(at(contract, '/benchmark/form')));

// Base years in all, spending by type and participants are for a contract that makes its benchmark
// or its distribution of them: any other would refuse them, whoever told them.
function useful(contract: Tree, facts: Tree): Tree {
  const benchmark = at(contract, '/benchmark');
  const byType = takesTypes(contract);
  const useless = [
    benchmark === undefined || byType ? '/spending/base_years' : '',
    benchmark === undefined || !byType ? '/spending/per_capita' : '',
    at(contract, '/distribution') === undefined ? '/participants' : '',
  ];
  return useless.reduce((rest, path) => (path ? replaced(rest, path, undefined) : rest), facts);
}

// The contract's benchmark says whether it takes the base years' spending by type of enrolment.
export function termsFor(contract: Tree, terms: TermsDraft): TermsDraft {
  const { population } = terms.documents;
  const isNamed = (tree: Tree, path: string): boolean => at(tree, path) !== undefined;
  if (!isNamed(contract, '/benchmark') || !isNamed(population, '/base_years')) return terms;
  const wanted = takesTypes(contract) ? 'per_capita' : 'total';
  if ((at(population, '/benchmark_facts') ?? 'total') === wanted) return terms;
  const fitting = replaced(population, '/benchmark_facts', wanted);
  return { ...terms, changed: true, documents: { population: fitting } };
}

export const takesBaseYears = (contract: Tree): boolean =>
  at(contract, '/benchmark/base_years') !== undefined;

interface Participants {
  participants?: readonly { id: string; lives?: number }[];
}
const idsIn = (experience: unknown): readonly string[] =>
  ((experience as Participants).participants ?? []).map(({ id }) => id);

const kMostInForm = 500; // participants

// Whether the participants are few enough to be shown one by one.
export const canDistribute = (experience: unknown): boolean => {
  const { length } = idsIn(experience);
  return length > 0 && length <= kMostInForm;
};

const kPool = 'patients';

export const distributesByPatients = (contract: Tree): boolean =>
  at(contract, '/distribution/pools/0/id') === kPool;

// "tin_900000001" is TIN 900000001.
const titleOf = (id: string): string => {
  const [unit = '', ...rest] = id.split('_');
  const short = unit === 'tin' || unit === 'npi';
  return `${short ? unit.toUpperCase() : capital(unit)} ${rest.join(' ')}`;
};

// The contract with all of its payment shared among the participants by how many patients each
// has, or without a distribution.
export function withDistribution(contract: Tree, experience: unknown, on: boolean): Tree {
  if (!on) return replaced(contract, '/distribution', undefined);
  const members = idsIn(experience).map((id) => ({ id, title: titleOf(id) }));
  const by = [{ factor: 'lives', weight: '1' }];
  const pool = { id: kPool, title: t.claims.byPatients, share: '1', by, members };
  return replaced(contract, '/distribution', readTree(JSON.stringify({ pools: [pool] })));
}

// The claims' facts under what was entered before, as far as this contract asks for it.
export function settlementDraft(
  contract: Tree,
  preset: string,
  experience: unknown,
  before: AnyDraft | null,
  asked: ReadonlySet<string>,
): AnyDraft {
  const entered = before?.documents.experience;
  const kept = Object.entries(isBranch(entered) ? entered : {}).filter(([key]) => asked.has(key));
  const documents = {
    contract,
    experience: useful(contract, withFacts(Object.fromEntries(kept), toldBy(experience))),
  };
  return { preset, changed: false, documents, problems: [] };
}

export function presetContract(any: AnyContracts, id: string): Tree | null {
  const preset = any.data.presets.find((one) => one.id === id);
  return preset ? (readTree(preset.contract) ?? null) : null;
}

export const askedFacts = (any: AnyContracts, contract: Tree): ReadonlySet<string> =>
  any.known({ preset: '', changed: false, problems: [], documents: { contract, experience: {} } })
    .asked;

// Whether what stands at a pointer of the experience is what the claims told, and no figure that
// somebody put in its place.
export function isFromClaims(pointer: string, experience: unknown, now: Tree): boolean {
  const told = at({ experience: toldBy(experience) } as Branch, pointer);
  if (told === undefined || isBranch(told) || isList(told)) return false;
  const stands = at({ experience: now } as Branch, pointer);
  return stands !== undefined && writeTree(stands) === writeTree(told);
}
