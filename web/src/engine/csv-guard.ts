// SPDX-License-Identifier: Apache-2.0

// A cell that begins with = + - @ or a tab is a formula to a spreadsheet, and what people drop
// here goes into tables that others open. Such a cell gets an apostrophe in front; a plain negative
// number is none.

const code = (character: string): number => character.charCodeAt(0);
const kQuote = code('"');
const kComma = code(',');
const kNewline = code('\n');
const kReturn = code('\r');
const kApostrophe = code("'");
const kDangerous = new Set([...'=+-@\t\r'].map(code));
const kMinus = code('-');

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

// Whether the cell at `at` is a minus sign and a plain number up to its end.
function isNegativeNumber(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== kMinus) return false;
  let i = at + 1;
  let digits = 0;
  let points = 0;
  for (; i < bytes.length && (isDigit(bytes[i]!) || bytes[i] === 46); i += 1)
    if (bytes[i] === 46) points += 1;
    else digits += 1;
  const end = i === bytes.length || [kComma, kNewline, kReturn, kQuote].includes(bytes[i]!);
  return end && digits > 0 && points < 2;
}

// Where an apostrophe must go, in order.
function places(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let quoted = false;
  let starts = true;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (starts) {
      starts = false;
      quoted = byte === kQuote;
      const at = quoted ? i + 1 : i;
      const first = bytes[at];
      const endsLine = !quoted && first === kReturn && bytes[at + 1] === kNewline;
      if (first !== undefined && kDangerous.has(first) && !endsLine && !isNegativeNumber(bytes, at))
        found.push(at);
      if (quoted) continue;
    }
    if (byte === kQuote) quoted = !quoted;
    else if (!quoted && (byte === kComma || byte === kNewline)) starts = true;
  }
  return found;
}

export function guardedCsv(bytes: Uint8Array): Uint8Array {
  const found = places(bytes);
  if (found.length === 0) return bytes;
  const guarded = new Uint8Array(bytes.length + found.length);
  let from = 0;
  found.forEach((at, i) => {
    guarded.set(bytes.subarray(from, at), from + i);
    guarded[at + i] = kApostrophe;
    from = at;
  });
  guarded.set(bytes.subarray(from), from + found.length);
  return guarded;
}
