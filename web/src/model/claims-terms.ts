// SPDX-License-Identifier: Apache-2.0
import { allNodes, type FormNode } from '../form/node.js';
import { formOf } from '../form/nodes.js';
import type { Parts } from '../form/part.js';
import { readTree } from '../form/read-tree.js';
import { writeTree, type Tree } from '../form/tree.js';
import { t } from '../i18n/index.js';
import type { FormDraft } from './any-edits.js';
import { presets, type TermsPreset } from './claims-presets.js';
import type { Catalogue, Issue } from './wire.js';

// The terms of a population: whom a member belongs to, what counts as cost. A document in a form
// made from its schema, like a contract.
export interface TermsDraft extends FormDraft {
  readonly preset: string; // where it came from; '' for terms from elsewhere
  readonly changed: boolean;
  readonly documents: { readonly population: Tree };
}

export const kRoot = '/population';

export const termsDraft = ({ id, terms }: TermsPreset): TermsDraft => ({
  preset: id,
  changed: false,
  documents: { population: readTree(JSON.stringify(terms)) ?? {} },
});

export const firstTerms = (): TermsDraft => termsDraft(presets[0]!);

export const termsFrom = (text: string): TermsDraft | null => {
  const tree = readTree(text);
  return tree === undefined ? null : { preset: '', changed: true, documents: { population: tree } };
};

export const termsText = (draft: TermsDraft, step = ''): string =>
  writeTree(draft.documents.population, '', step);

export function termsForm(draft: TermsDraft, parts: Parts, catalogue: Catalogue): FormNode {
  return formOf('population', draft.documents.population, { parts, catalogue, asked: new Set() });
}

// Figures that cannot be read, in the order of the form.
export const unreadableIn = (form: FormNode): Issue[] =>
  allNodes(form).flatMap((node): Issue[] =>
    node.type === 'field' || node.type === 'column'
      ? node.unreadable.map((path) => ({ path, code: 'unreadable', message: '' }))
      : [],
  );

// The engine's paths begin within the document, or in a file: "hierarchy.csv:1:cc_parent".
export const placed = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) =>
    issue.path.startsWith('/') && !issue.path.startsWith(kRoot)
      ? { ...issue, path: `${kRoot}${issue.path}` }
      : issue,
  );

export const presetTitle = ({ id }: TermsPreset): string => t.claims.presets[id] ?? id;
