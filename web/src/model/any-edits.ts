// SPDX-License-Identifier: Apache-2.0
import { chosenOf, freshOf, idsIn, typedLeaf } from '../form/fresh.js';
import type { ColumnNode, FieldNode, FormNode, ListNode, MapNode } from '../form/node.js';
import type { Part, Parts } from '../form/part.js';
import {
  at,
  isBranch,
  isList,
  moved,
  renamed,
  replaced,
  type Branch,
  type Tree,
} from '../form/tree.js';

// Everything that can be done to documents by way of their form: each edit is a new draft.
export interface FormDraft {
  readonly changed: boolean;
  readonly documents: Readonly<Record<string, Tree>>;
}
// Whose documents the form
export interface FormOwner<D extends FormDraft> {
  prefix: string; // of the ids: one per form
  parts: Parts;
  edit(change: (draft: D) => D): void;
}
type Root = FormDraft['documents'];

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
const keyOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);

// Pointers begin with the document's name, so both documents are one tree.
export const valueAt = (documents: Root, pointer: string): Tree | undefined =>
  at(documents as Branch, pointer);

function put<D extends FormDraft>(draft: D, pointer: string, value: Tree | undefined): D {
  const root = replaced(draft.documents as Branch, pointer, value) as Branch;
  const names = Object.keys(draft.documents);
  const documents = Object.fromEntries(names.map((name) => [name, root[name] ?? {}]));
  return { ...draft, changed: true, documents };
}

export const type = <D extends FormDraft>(
  draft: D,
  { pointer, part, spec }: FieldNode,
  text: string,
): D => put(draft, pointer, typedLeaf(part, text, spec.asNumber));

export function typeColumn<D extends FormDraft>(draft: D, node: ColumnNode, text: string): D {
  const lines = text === '' ? [] : text.split('\n');
  return put(
    draft,
    node.pointer,
    lines.map((line) => typedLeaf(node.item, line)),
  );
}

export const remove = <D extends FormDraft>(draft: D, pointer: string): D =>
  put(draft, pointer, undefined);

const listAt = (draft: FormDraft, pointer: string): readonly Tree[] => {
  const list = valueAt(draft.documents, pointer);
  return isList(list) ? list : [];
};

export function addMember<D extends FormDraft>(
  draft: D,
  pointer: string,
  part: Part,
  parts: Parts,
): D {
  return put(draft, pointer, freshOf(part, parts, { key: keyOf(pointer), ids: [] }));
}

export function addItem<D extends FormDraft>(
  draft: D,
  { pointer, part }: ListNode,
  parts: Parts,
): D {
  const list = listAt(draft, pointer);
  const near = { key: keyOf(pointer), ids: idsIn(list) };
  return put(draft, pointer, [...list, freshOf(part.i ?? { t: 'text' }, parts, near)]);
}

export function moveItem<D extends FormDraft>(draft: D, pointer: string, by: number): D {
  const list = parentOf(pointer);
  const from = Number(keyOf(pointer));
  return put(draft, list, moved(listAt(draft, list), from, from + by));
}

export function choose<D extends FormDraft>(
  draft: D,
  node: FormNode,
  chosen: number,
  parts: Parts,
): D {
  const before = valueAt(draft.documents, node.pointer);
  const list = parentOf(node.pointer);
  const others = listAt(draft, list).filter((_, i) => String(i) !== keyOf(node.pointer));
  const near = { key: keyOf(list), ids: idsIn(others) };
  const options = node.alternatives?.options ?? [];
  return put(draft, node.pointer, chosenOf(options, chosen, before, parts, near));
}

function freeName(branch: Branch, wanted: string): string {
  const stem = wanted || 'name';
  if (!Object.hasOwn(branch, stem)) return stem;
  for (let n = 2; ; n += 1) if (!Object.hasOwn(branch, `${stem}_${n}`)) return `${stem}_${n}`;
}

const branchAt = (draft: FormDraft, pointer: string): Branch => {
  const branch = valueAt(draft.documents, pointer);
  return isBranch(branch) ? branch : {};
};

export function addEntry<D extends FormDraft>(
  draft: D,
  { pointer, part }: MapNode,
  parts: Parts,
): D {
  const branch = branchAt(draft, pointer);
  const added = { [freeName(branch, '')]: freshOf(part.m ?? { t: 'text' }, parts) };
  return put(draft, pointer, { ...branch, ...added });
}

// Two entries cannot have one name: the later becomes "name_2", and nothing is lost.
export function renameEntry<D extends FormDraft>(
  draft: D,
  pointer: string,
  from: string,
  to: string,
): D {
  const branch = branchAt(draft, pointer);
  if (from === to) return draft;
  return put(draft, pointer, renamed(branch, from, freeName(branch, to.trim())));
}
