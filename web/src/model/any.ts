// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/module.js';
import { askedBy, usesOf } from '../form/facts.js';
import { allNodes, type FormNode } from '../form/node.js';
import { formOf, type Known } from '../form/nodes.js';
import type { FormData, Preset } from '../form/part.js';
import { readTree } from '../form/read-tree.js';
import { at, isList, Typed, writeTree, type Tree } from '../form/tree.js';
import { t } from '../i18n/index.js';
import { getAt } from './json.js';
import type { Catalogue, Issue, Settlement } from './wire.js';

// A contract of any streams with its experience: two documents in a form made from the schemas.
export type DocumentName = 'contract' | 'experience';
export interface AnyDraft {
  preset: string; // where it came from; '' for documents from elsewhere
  changed: boolean;
  documents: { readonly contract: Tree; readonly experience: Tree };
  problems: readonly string[]; // of documents that could not be opened
}

export interface AnySettled {
  draft: AnyDraft;
  forms: Readonly<Record<DocumentName, FormNode>>;
  documents: { contract: string; experience: string };
  settlement: Settlement | null;
  issues: readonly Issue[];
}

export const presetDraft = ({ id, contract, experience }: Preset): AnyDraft => ({
  preset: id,
  changed: false,
  documents: { contract: readTree(contract) ?? {}, experience: readTree(experience) ?? {} },
  problems: [],
});

// Lists of presets are shown at every keystroke, so each is parsed once.
const parsed = new WeakMap<Preset, unknown>();
function contractOf(preset: Preset): unknown {
  if (!parsed.has(preset)) parsed.set(preset, JSON.parse(preset.contract));
  return parsed.get(preset);
}

export const titleOfPreset = (preset: Preset): string =>
  String(getAt(contractOf(preset), '/title') ?? '');

// A contract that names a program has none of its own.
const streamsOf = (preset: Preset): readonly unknown[] =>
  (getAt(contractOf(preset), '/streams') as unknown[] | undefined) ?? [];

// The view opens with the contract that has the most to show.
export function firstPreset(presets: readonly Preset[]): Preset {
  return presets.reduce((best, one) =>
    streamsOf(one).length > streamsOf(best).length ? one : best,
  );
}

export interface PresetGroup {
  title: string;
  presets: readonly Preset[];
}

// Presets by the kind of their stream, in the engine's order of kinds; those of several streams
// together, first.
export function presetGroups(presets: readonly Preset[], { kinds }: Catalogue): PresetGroup[] {
  const kindOf = (preset: Preset): string => {
    const streams = streamsOf(preset);
    return streams.length === 1 ? String(getAt(streams[0], '/kind')) : '';
  };
  const groups = [{ kind: '', title: t.any.several }, ...kinds];
  return groups
    .map(({ kind, title }) => ({ title, presets: presets.filter((one) => kindOf(one) === kind) }))
    .filter((group) => group.presets.length > 0);
}

export class AnyContracts {
  readonly #uses;
  #known: AnySettled | null = null;

  constructor(
    readonly data: FormData,
    readonly catalogue: Catalogue,
    readonly engine: Engine,
  ) {
    this.#uses = usesOf(data.presets);
  }

  known({ documents: { contract } }: AnyDraft): Known {
    const { catalogue, data } = this;
    return { parts: data.parts, catalogue, asked: askedBy(contract, this.#uses) };
  }

  // Settled by the engine, and kept only as long as the draft is the same.
  settled(draft: AnyDraft): AnySettled {
    if (this.#known?.draft === draft) return this.#known;
    const known = this.known(draft);
    const contract = writeTree(draft.documents.contract);
    const experience = writeTree(draft.documents.experience);
    const forms = {
      contract: formOf('contract', draft.documents.contract, known),
      experience: formOf('experience', draft.documents.experience, known),
    };
    const answer = this.engine.settle(contract, experience);
    const own = [...unreadable(forms.contract), ...unreadable(forms.experience)];
    const theirs = answer.ok ? [] : answer.issues;
    const issues = [...own, ...theirs.filter((one) => !own.some(({ path }) => path === one.path))];
    const settlement = answer.ok && own.length === 0 ? answer : null;
    this.#known = { draft, forms, documents: { contract, experience }, settlement, issues };
    return this.#known;
  }
}

// Figures that cannot be read, in the order of the form.
function unreadable(form: FormNode): Issue[] {
  return allNodes(form).flatMap((node): Issue[] => {
    if (node.type !== 'field' && node.type !== 'column') return [];
    return node.unreadable.map((pointer) => ({ path: pointer, code: 'unreadable', message: '' }));
  });
}

const kUnreadableText = new Set([
  'too_large',
  'too_deep',
  'broken_json',
  'broken_text',
  'duplicate_key',
]);
const kFormats = {
  contract: 'gainshare-contract-1',
  experience: 'gainshare-experience-1',
} as const;

// Texts as the documents of the form, or every reason why they cannot be.
export function opened(
  texts: Readonly<Record<DocumentName, string>>,
  engine: Engine,
): AnyDraft['documents'] | { problems: string[] } {
  const answer = engine.settle(texts.contract, texts.experience);
  const problems = answer.ok
    ? []
    : answer.issues
        .filter(({ code }) => kUnreadableText.has(code))
        .map(({ path, message }) => `${path}: ${message}`);
  const contract = readTree(texts.contract);
  const experience = readTree(texts.experience);
  if (problems.length > 0 || contract === undefined || experience === undefined)
    return { problems: problems.length > 0 ? problems : [t.any.notJson(t.any.contract)] };
  return { contract, experience };
}

// Which of the two documents a file is, by what it says of itself.
export function documentName(tree: Tree): DocumentName | null {
  const format = isList(tree) ? undefined : at(tree, '/format');
  const text = format instanceof Typed ? format.text : format;
  return text === kFormats.contract
    ? 'contract'
    : text === kFormats.experience
      ? 'experience'
      : null;
}
