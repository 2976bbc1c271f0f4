// SPDX-License-Identifier: Apache-2.0
/*! @license fflate: MIT License, Copyright (c) 2026 Arjun Barrett */
import { Gunzip } from 'fflate';

// Gzip as it comes in practice, of one member or many (DecompressionStream fails on the second), a
// chunk at a time. Each member's length and checksum are compared with what it says of itself: a
// damaged file must not pass for a shorter one.

export const isGzip = (bytes: Uint8Array): boolean =>
  bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

// Four tables, so that four bytes are taken at a time.
const kTables: readonly Int32Array[] = (() => {
  const first = Int32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1 ? -306674912 : 0) ^ (value >>> 1);
    return value;
  });
  const after = (table: Int32Array) => table.map((v) => first[v & 255]! ^ (v >>> 8));
  const second = after(first);
  const third = after(second);
  return [first, second, third, after(third)];
})();

function checksum(before: number, bytes: Uint8Array): number {
  const [a, b, c, d] = kTables as [Int32Array, Int32Array, Int32Array, Int32Array];
  const { length } = bytes;
  let crc = ~before;
  let i = 0;
  for (; i + 4 <= length; i += 4)
    crc =
      d[(crc ^ bytes[i]!) & 255]! ^
      c[((crc >>> 8) ^ bytes[i + 1]!) & 255]! ^
      b[((crc >>> 16) ^ bytes[i + 2]!) & 255]! ^
      a[(crc >>> 24) ^ bytes[i + 3]!]!;
  for (; i < length; i += 1) crc = a[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc;
}

const kTrailer = 8; // bytes: checksum and length of a member
const kSlice = 32 * 1024; // bytes unpacked at once: bounds what comes out at once, too

export class DamagedGzip extends Error {}

// `take` answers false when it has enough; then push() does too.
export class Unpacker {
  readonly #gunzip: Gunzip;
  #going = true;
  #failure: { error: unknown } | null = null; // of whoever takes the bytes
  #crc = 0;
  #length = 0;
  #before = 0; // bytes of the file before `#kept`
  #kept = new Uint8Array(); // the last bytes that came in

  constructor(take: (bytes: Uint8Array) => boolean) {
    this.#gunzip = new Gunzip((data) => {
      if (data.length === 0 || !this.#going) return;
      this.#crc = checksum(this.#crc, data);
      this.#length = (this.#length + data.length) >>> 0;
      try {
        this.#going = take(data);
      } catch (error) {
        this.#failure = { error };
        throw error;
      }
    });
    this.#gunzip.onmember = (offset) => this.#memberEnds(offset);
  }

  push(bytes: Uint8Array): boolean {
    for (let from = 0; from < bytes.length && this.#going; from += kSlice)
      this.#step(bytes.subarray(from, from + kSlice));
    return this.#going;
  }

  // The file has ended: so must its last member have.
  end(): void {
    if (!this.#going) return;
    this.#call(() => this.#gunzip.push(new Uint8Array(), true));
    this.#memberEnds(this.#before + this.#kept.length);
  }

  #step(slice: Uint8Array): void {
    const joined = new Uint8Array(Math.min(this.#kept.length, kSlice) + slice.length);
    const tail = this.#kept.subarray(-kSlice);
    joined.set(tail);
    joined.set(slice, tail.length);
    this.#before += this.#kept.length - tail.length;
    this.#kept = joined;
    this.#call(() => this.#gunzip.push(slice));
  }

  #call(push: () => void): void {
    try {
      push();
    } catch (error) {
      if (this.#failure) throw this.#failure.error;
      if (error instanceof DamagedGzip) throw error;
      throw new DamagedGzip(error instanceof Error ? error.message : String(error));
    }
  }

  // `offset`: where the member's trailer ends in the file.
  #memberEnds(offset: number): void {
    const at = offset - kTrailer - this.#before;
    if (at < 0) throw new DamagedGzip('cut off');
    const view = new DataView(this.#kept.buffer, this.#kept.byteOffset + at, kTrailer);
    const fits = view.getInt32(0, true) === this.#crc && view.getUint32(4, true) === this.#length;
    if (!fits) throw new DamagedGzip('checksum');
    this.#crc = 0;
    this.#length = 0;
  }
}
