// SPDX-License-Identifier: Apache-2.0
// What the page carries packed comes out as it went in, whatever the bytes are like.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unpackLzma } from '../../web/src/engine/lzma.js';
import { packed } from '../../scripts/pack.mjs';

// Bytes that do not repeat, without Math.random.
function noise(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
const text = (words: string) => new TextEncoder().encode(words);
const twice = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...bytes]);

const cases: [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['one byte', text('a')],
  ['one byte many times', new Uint8Array(70_000).fill(7)],
  ['noise', noise(20_000)],
  ['noise that comes again from afar', twice(noise(300_000))],
  ['records with counters', text(Array.from({ length: 5_000 }, (_, i) => `row ${i};`).join(''))],
  ['the engine', readFileSync(join(process.env['GAINSHARE_WASM']!, 'gainshare.wasm'))],
];

for (const [name, bytes] of cases)
  test(`LZMA gives back ${name}`, () => {
    assert.ok(Buffer.from(unpackLzma(packed(Buffer.from(bytes)))).equals(bytes));
  });
