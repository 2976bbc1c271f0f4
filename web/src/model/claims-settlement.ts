// SPDX-License-Identifier: Apache-2.0
import { at, isBranch, isList, writeTree, type Branch, type Tree } from '../form/tree.js';
import { readTree } from '../form/read-tree.js';
import type { AnyContracts, AnyDraft } from './any.js';

// A contract with the facts that claims tell. What they do not tell is entered, and stays when the
// claims are computed anew; what they do tell is always theirs.

export function withFacts(entered: Tree | undefined, told: Tree): Tree {
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
    experience: withFacts(Object.fromEntries(kept), toldBy(experience)),
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
