// SPDX-License-Identifier: Apache-2.0
import { NumberText } from '../model/json.js';
import type { Tree } from './tree.js';

// JSON.parse would put a double between a document and the engine; here a number stays its text.
// The engine has the last word on every document: this reader only refuses what is no JSON.
const kSpace = /[ \t\n\r]*/y;
const kNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const kString = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;
const kWord = /true|false|null/y;
const kDeepest = 64;

class NotJson extends Error {}

class Reader {
  #at = 0;
  constructor(readonly text: string) {}

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
  #is(character: string): boolean {
    this.#take(kSpace);
    if (this.text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
  #need(character: string): void {
    if (!this.#is(character)) throw new NotJson();
  }
  #string(): string {
    this.#take(kSpace);
    const text = this.#take(kString);
    if (!text) throw new NotJson();
    return JSON.parse(text) as string;
  }
  #separated(close: string, one: () => void): void {
    if (this.#is(close)) return;
    do one();
    while (this.#is(','));
    this.#need(close);
  }

  value(depth = 0): Tree {
    if (depth > kDeepest) throw new NotJson();
    if (this.#is('{')) {
      const members: [string, Tree][] = [];
      this.#separated('}', () => {
        const key = this.#string();
        this.#need(':');
        members.push([key, this.value(depth + 1)]);
      });
      return Object.fromEntries(members);
    }
    if (this.#is('[')) {
      const items: Tree[] = [];
      this.#separated(']', () => items.push(this.value(depth + 1)));
      return items;
    }
    const word = this.#take(kWord);
    if (word) return JSON.parse(word) as boolean | null;
    const number = this.#take(kNumber);
    return number ? new NumberText(number) : this.#string();
  }
  end(): void {
    this.#take(kSpace);
    if (this.#at < this.text.length) throw new NotJson();
  }
}

// Nothing where the text is no JSON.
export function readTree(text: string): Tree | undefined {
  try {
    const reader = new Reader(text);
    const tree = reader.value();
    reader.end();
    return tree;
  } catch (error) {
    if (error instanceof NotJson || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
