// SPDX-License-Identifier: Apache-2.0

// LZMA, as `xz --format=lzma --lzma1=lc=4,lp=0,pb=0` packs it and with the length in the header: a
// fifth smaller than gzip, which is all that browsers unpack themselves. Written out here, since the
// libraries that are kept take seconds for the engine. Names are those of the LZMA specification.
const kHeader = 13; // bytes: properties, size of the dictionary, length
const kLiteralContextBits = 4;
const kStates = 12;
const kLengthStates = 4;
const kEndOfSlots = 14; // slots of a distance from here on have bits of equal chance
const kAlignBits = 4;

// Where each set of chances stands among all of them.
const kIsMatch = 0;
const kIsRep = kIsMatch + kStates;
const kIsRepG0 = kIsRep + kStates;
const kIsRepG1 = kIsRepG0 + kStates;
const kIsRepG2 = kIsRepG1 + kStates;
const kIsRep0Long = kIsRepG2 + kStates;
const kPosSlot = kIsRep0Long + kStates;
const kPosSpecial = kPosSlot + (kLengthStates << 6);
const kAlign = kPosSpecial + 128;
const kMatchLength = kAlign + (1 << kAlignBits);
const kRepLength = kMatchLength + 2 + 8 + 8 + 256;
const kLiteral = kRepLength + 2 + 8 + 8 + 256;
const kChances = kLiteral + (0x300 << kLiteralContextBits);

const kChanceBits = 11;
const kHalf = 1 << (kChanceBits - 1);
const kShift = 5; // how fast a chance moves
const kTop = 1 << 24;

class RangeDecoder {
  readonly #chances = new Uint16Array(kChances).fill(kHalf);
  readonly #bytes: Uint8Array;
  #at = kHeader + 5;
  // Range and code; in an array, where they stay 32 bits wide.
  readonly #span = new Uint32Array([0xffffffff, 0]);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#span[1] = new DataView(bytes.buffer, bytes.byteOffset).getUint32(kHeader + 1);
  }

  bit(index: number): number {
    const span = this.#span;
    const chances = this.#chances;
    const chance = chances[index]!;
    const range = span[0]!;
    const code = span[1]!;
    const bound = Math.imul(range >>> kChanceBits, chance) >>> 0;
    if (code < bound) {
      span[0] = bound;
      chances[index] = chance + (((1 << kChanceBits) - chance) >>> kShift);
      if (bound < kTop) this.#widen();
      return 0;
    }
    span[0] = range - bound;
    span[1] = code - bound;
    chances[index] = chance - (chance >>> kShift);
    if (range - bound < kTop) this.#widen();
    return 1;
  }

  // Bits of equal chance.
  direct(count: number): number {
    const span = this.#span;
    let value = 0;
    for (let i = 0; i < count; i += 1) {
      span[0]! >>>= 1;
      const isOne = span[1]! >= span[0]!;
      if (isOne) span[1]! -= span[0]!;
      value = (value << 1) | (isOne ? 1 : 0);
      if (span[0]! < kTop) this.#widen();
    }
    return value;
  }

  tree(from: number, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i += 1) node = (node << 1) | this.bit(from + node);
    return node - (1 << bits);
  }

  reverseTree(from: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      const bit = this.bit(from + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  #widen(): void {
    const span = this.#span;
    span[0]! <<= 8;
    span[1] = (span[1]! << 8) | this.#bytes[this.#at]!;
    this.#at += 1;
  }
}

// `matched`: the byte at the last distance, by which a byte after a match is coded; below 0 if none.
function readLiteral(coder: RangeDecoder, before: number, matched: number): number {
  const from = kLiteral + 0x300 * (before >> (8 - kLiteralContextBits));
  let symbol = 1;
  for (let rest = matched; rest >= 0 && symbol < 0x100; rest = (rest << 1) & 0xff) {
    const expected = (rest >> 7) & 1;
    const bit = coder.bit(from + ((1 + expected) << 8) + symbol);
    symbol = (symbol << 1) | bit;
    if (bit !== expected) break;
  }
  while (symbol < 0x100) symbol = (symbol << 1) | coder.bit(from + symbol);
  return symbol & 0xff;
}

function readLength(coder: RangeDecoder, from: number): number {
  if (coder.bit(from) === 0) return 2 + coder.tree(from + 2, 3);
  if (coder.bit(from + 1) === 0) return 10 + coder.tree(from + 10, 3);
  return 18 + coder.tree(from + 18, 8);
}

function readDistance(coder: RangeDecoder, length: number): number {
  const slot = coder.tree(kPosSlot + (Math.min(length - 2, kLengthStates - 1) << 6), 6);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const start = (2 | (slot & 1)) << bits;
  if (slot < kEndOfSlots) return start + coder.reverseTree(kPosSpecial + start - slot, bits);
  const high = coder.direct(bits - kAlignBits) << kAlignBits;
  return start + high + coder.reverseTree(kAlign, kAlignBits);
}

// Which of the last four distances comes again, moved to the front of them; for how many bytes.
function readRepeat(coder: RangeDecoder, state: number, last: number[]): number {
  if (coder.bit(kIsRepG0 + state) === 1) {
    const which = coder.bit(kIsRepG1 + state) === 0 ? 1 : 2 + coder.bit(kIsRepG2 + state);
    last.unshift(...last.splice(which, 1));
  } else if (coder.bit(kIsRep0Long + state) === 0) {
    return 1;
  }
  return readLength(coder, kRepLength);
}

export function unpackLzma(packed: Uint8Array): Uint8Array {
  const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));
  const coder = new RangeDecoder(packed);
  const last = [0, 0, 0, 0]; // distances, less one
  let state = 0; // what the last steps were; from 7 on, the very last was a match
  for (let at = 0; at < out.length; ) {
    if (coder.bit(kIsMatch + state) === 0) {
      const matched = state < 7 ? -1 : out[at - last[0]! - 1]!;
      out[at] = readLiteral(coder, at > 0 ? out[at - 1]! : 0, matched);
      at += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length: number;
    if (coder.bit(kIsRep + state) === 1) {
      length = readRepeat(coder, state, last);
      state = state >= 7 ? 11 : length === 1 ? 9 : 8;
    } else {
      length = readLength(coder, kMatchLength);
      last.pop();
      last.unshift(readDistance(coder, length));
      state = state < 7 ? 7 : 10;
    }
    for (const end = at + length; at < end; at += 1) out[at] = out[at - last[0]! - 1]!;
  }
  return out;
}
