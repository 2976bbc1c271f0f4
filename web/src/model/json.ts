// SPDX-License-Identifier: Apache-2.0

// A number kept as the text that was typed, so that no binary double comes between a person and
// the engine, which reads decimals exactly.
export class NumberText {
  constructor(readonly text: string) {}
}
export type Json =
  | string
  | number
  | boolean
  | null
  | NumberText
  | readonly Json[]
  | { readonly [key: string]: Json };

export function writeJson(value: Json): string {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as { [key: string]: Json });
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${writeJson(item)}`).join(',')}}`;
}

export const pointerParts = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

type Node = { [key: string]: unknown } | unknown[];

const isIndex = (part: string): boolean => /^\d+$/.test(part);
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

// Sets a value inside a document under construction, making objects and arrays on the way.
export function setAt(root: Node, pointer: string, value: Json): void {
  const parts = pointerParts(pointer);
  let node = root as Record<string, unknown>;
  parts.forEach((part, i) => {
    if (unsafe.has(part)) return;
    const next = parts[i + 1];
    if (next === undefined) node[part] = value;
    else node = (node[part] ??= isIndex(next) ? [] : {}) as Record<string, unknown>;
  });
}

// What stands at a pointer; nothing when it is not there.
export function getAt(root: unknown, pointer: string): unknown {
  let node = root;
  for (const part of pointerParts(pointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return node;
}
