// SPDX-License-Identifier: Apache-2.0
import { pointerParts, NumberText } from '../model/json.js';
import type { Reading } from '../model/parse.js';

// A document as the form holds it: JSON whose numbers stay the texts they were written as, and in
// which a leaf that someone types stays what was typed. Trees are never changed, only replaced.
export class Typed {
  constructor(
    readonly text: string,
    readonly reading: Reading,
  ) {}
}

export type Tree = null | boolean | string | NumberText | Typed | readonly Tree[] | Branch;
export interface Branch {
  readonly [key: string]: Tree;
}
// Which of a schema's alternatives was chosen for a part, where what stands in it does not say.
export const kChosen = Symbol('chosen alternative');

export const isBranch = (tree: Tree | undefined): tree is Branch =>
  typeof tree === 'object' &&
  tree !== null &&
  !Array.isArray(tree) &&
  !(tree instanceof NumberText) &&
  !(tree instanceof Typed);
export const isList = (tree: Tree | undefined): tree is readonly Tree[] => Array.isArray(tree);

export const chosenIn = (tree: Tree | undefined): number | undefined =>
  isBranch(tree) ? (tree as { [kChosen]?: number })[kChosen] : undefined;

export const isEmpty = (tree: Tree | undefined): boolean =>
  tree === undefined || (tree instanceof Typed && tree.reading.state === 'empty');

// A branch with one member exchanged, in its place; undefined takes it out.
export function withMember(branch: Branch, key: string, value: Tree | undefined): Branch {
  const members = Object.entries(branch).flatMap(([name, old]) =>
    name !== key ? [[name, old] as const] : value === undefined ? [] : [[name, value] as const],
  );
  if (value !== undefined && !Object.hasOwn(branch, key)) members.push([key, value]);
  const made = Object.fromEntries(members) as Branch;
  const chosen = chosenIn(branch);
  return chosen === undefined ? made : { ...made, [kChosen]: chosen };
}

export function at(tree: Tree | undefined, pointer: string): Tree | undefined {
  let node = tree;
  for (const part of pointerParts(pointer)) {
    if (isList(node)) node = node[Number(part)];
    else node = isBranch(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }
  return node;
}

// The tree with another value at the pointer, making branches on the way; undefined takes it out.
export function replaced(tree: Tree | undefined, pointer: string, value: Tree | undefined): Tree {
  const change = (node: Tree | undefined, parts: readonly string[]): Tree | undefined => {
    const [part, ...rest] = parts;
    if (part === undefined) return value;
    if (isList(node)) {
      const changed = change(node[Number(part)], rest);
      return node.flatMap((item, i) =>
        i !== Number(part) ? [item] : changed === undefined ? [] : [changed],
      );
    }
    const branch = isBranch(node) ? node : {};
    const child = Object.hasOwn(branch, part) ? branch[part] : undefined;
    return withMember(branch, part, change(child, rest));
  };
  return change(tree, pointerParts(pointer)) ?? {};
}

// A list with the item at `from` moved to `to`.
export function moved(list: readonly Tree[], from: number, to: number): readonly Tree[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

// The member of one name under another, in its place.
export function renamed(branch: Branch, from: string, to: string): Branch {
  return Object.fromEntries(
    Object.entries(branch).map(([key, value]) => [key === from ? to : key, value]),
  );
}

// What the engine is given. What cannot be read goes as it stands, so that the engine still
// reports everything else; what is empty is left out.
export function writeTree(tree: Tree, indent = '', step = ''): string {
  if (tree instanceof NumberText) return tree.text;
  if (tree instanceof Typed) {
    const { reading } = tree;
    return reading.state === 'read' ? writeTree(reading.json as Tree) : JSON.stringify(tree.text);
  }
  if (tree === null || typeof tree !== 'object') return JSON.stringify(tree);
  const inner = indent + step;
  const [line, end] = step ? [`\n${inner}`, `\n${indent}`] : ['', ''];
  const parts = isList(tree)
    ? tree.filter((item) => !isEmpty(item)).map((item) => writeTree(item, inner, step))
    : Object.entries(tree)
        .filter(([, value]) => !isEmpty(value))
        .map(
          ([key, value]) =>
            `${JSON.stringify(key)}:${step ? ' ' : ''}${writeTree(value, inner, step)}`,
        );
  const [open, close] = isList(tree) ? '[]' : '{}';
  return parts.length === 0
    ? `${open}${close}`
    : `${open}${line}${parts.join(`,${line}`)}${end}${close}`;
}
