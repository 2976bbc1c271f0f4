// SPDX-License-Identifier: Apache-2.0
import { NumberText } from '../model/json.js';
import { compare, parseRational } from '../trace/rational.js';
import { resolved, type Part, type Parts, type Test } from './part.js';
import { chosenIn, isBranch, isEmpty, isList, Typed, type Tree } from './tree.js';

// How a part of a document stands to the schema: whether a condition holds, and which of several
// alternatives it is.

// A leaf as the document will have it.
function leaf(tree: Tree | undefined): unknown {
  if (tree instanceof Typed)
    return tree.reading.state === 'read' ? leaf(tree.reading.json as Tree) : tree.text;
  return tree instanceof NumberText ? tree.text : tree;
}
const isNumeric = (tree: Tree | undefined): boolean =>
  tree instanceof NumberText ||
  (tree instanceof Typed &&
    tree.reading.state === 'read' &&
    tree.reading.json instanceof NumberText);

function equals(tree: Tree, value: unknown): boolean {
  if (typeof value !== 'number') return leaf(tree) === value;
  const found = isNumeric(tree) ? parseRational(String(leaf(tree))) : null;
  const wanted = parseRational(String(value));
  return found !== null && wanted !== null && compare(found, wanted) === 0;
}

const member = (tree: Tree | undefined, key: string): Tree | undefined =>
  isBranch(tree) && Object.hasOwn(tree, key) && !isEmpty(tree[key]) ? tree[key] : undefined;

export function holds(test: Test, tree: Tree | undefined): boolean {
  if (typeof test === 'boolean') return test;
  if (tree === undefined) return true;
  const branch = isBranch(tree);
  if (branch && test.required?.some((key) => member(tree, key) === undefined)) return false;
  if (branch)
    for (const [key, inner] of Object.entries(test.properties ?? {}))
      if (member(tree, key) !== undefined && !holds(inner, member(tree, key))) return false;
  if ('const' in test && !equals(tree, test.const)) return false;
  if (test.enum && !test.enum.some((value) => equals(tree, value))) return false;
  if (test.not !== undefined && holds(test.not, tree)) return false;
  if (test.anyOf && !test.anyOf.some((inner) => holds(inner, tree))) return false;
  return test.allOf?.every((inner) => holds(inner, tree)) ?? true;
}

// Weights of what speaks against an alternative. A word that names another one decides; then
// members that it does not have; what is amiss inside a member never outweighs either.
const kOtherKind = 1000;
const kUnknownMember = 20;
const kMostInside = 19;
const kOtherLeaf = 5;
const kMissing = 1;
const kDeepest = 6;

function memberMisfit(raw: Part, value: Tree, parts: Parts, depth: number): number {
  const misfit = misfitOf(raw, value, parts, depth);
  return resolved(raw, parts).t === 'const' ? misfit : Math.min(misfit, kMostInside);
}

function objectMisfit(part: Part, tree: Tree, parts: Parts, depth: number): number {
  if (!isBranch(tree)) return kOtherKind;
  let misfit = 0;
  for (const [key, value] of Object.entries(tree)) {
    if (isEmpty(value)) continue;
    const inner = part.p?.[key] ?? part.m;
    misfit += inner ? memberMisfit(inner, value, parts, depth + 1) : kUnknownMember;
  }
  const missing = (part.r ?? []).filter((key) => !Object.hasOwn(tree, key));
  return misfit + kMissing * missing.length;
}

// 0 where the part has the shape that the schema asks for, as far as shapes go.
export function misfitOf(raw: Part, tree: Tree, parts: Parts, depth = 0): number {
  const part = resolved(raw, parts);
  if (depth > kDeepest) return 0;
  // Whoever types writes a leaf, never one of the schema's own words.
  if (tree instanceof Typed && (part.t === 'const' || part.t === 'null')) return kOtherKind;
  if (isEmpty(tree) && !['object', 'list', 'any'].includes(part.t)) return 0;
  const value = leaf(tree);
  switch (part.t) {
    case 'object':
      return objectMisfit(part, tree, parts, depth);
    case 'list':
      if (!isList(tree)) return kOtherKind;
      return part.i && tree[0] !== undefined ? misfitOf(part.i, tree[0], parts, depth + 1) : 0;
    case 'any':
      return Math.min(...(part.o ?? []).map((option) => misfitOf(option, tree, parts, depth + 1)));
    case 'const':
      return equals(tree, part.v) ? 0 : kOtherKind;
    case 'choice':
      return typeof value === 'string' && part.e?.includes(value) ? 0 : kOtherLeaf;
    case 'flag':
      return typeof value === 'boolean' ? 0 : kOtherLeaf;
    case 'null':
      return value === null ? 0 : kOtherKind;
    case 'number':
      return typeof value === 'string' && parseRational(value) !== null ? 0 : kOtherLeaf;
    case 'text':
    case 'date':
      return typeof value === 'string' && !isNumeric(tree) ? 0 : kOtherLeaf;
    default:
      return 0;
  }
}

// Which alternative a part is: the one that was chosen, else the one that it fits best.
export function alternativeOf(
  options: readonly Part[],
  tree: Tree | undefined,
  parts: Parts,
): number {
  const chosen = chosenIn(tree);
  if (chosen !== undefined && chosen < options.length) return chosen;
  if (tree === undefined) return 0;
  const misfits = options.map((option) => misfitOf(option, tree, parts));
  return misfits.indexOf(Math.min(...misfits));
}
