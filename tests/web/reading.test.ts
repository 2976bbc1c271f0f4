// SPDX-License-Identifier: Apache-2.0
// Reading files: every byte once and in order, whatever the browser's reader does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { byOwnBuffer, byStream, readBytes, type Way } from '../../web/src/engine/file-bytes.js';
import { DamagedGzip, isGzip, Unpacker } from '../../web/src/engine/gunzip.js';

// Bytes that show where they came from, without Math.random.
function pattern(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 24) % 64) + 32;
  });
}

class Sink {
  readonly parts: Uint8Array[] = [];
  constructor(readonly enoughAfter = Infinity) {}
  take = (bytes: Uint8Array): boolean => {
    this.parts.push(bytes.slice());
    return this.parts.length < this.enoughAfter;
  };
  get bytes(): Buffer {
    return Buffer.concat(this.parts);
  }
}

// Gives `count` bytes and then does what it is told.
const after =
  (count: number, then: () => Promise<Uint8Array | null>): Way =>
  (blob, from) => {
    let given = false;
    return {
      async next() {
        if (given) return then();
        given = true;
        return new Uint8Array(await blob.slice(from, from + count).arrayBuffer());
      },
      close: () => {},
    };
  };
const never = () => new Promise<never>(() => {});

for (const [name, way] of [
  ['a buffer of our own', byOwnBuffer],
  ['the default reader', byStream],
] as const)
  test(`a file is read whole by ${name}`, async () => {
    const bytes = pattern(3_000_001);
    const sink = new Sink();
    await readBytes(new Blob([bytes]), [way], sink.take);
    assert.ok(sink.bytes.equals(bytes));
  });

test('a reader that stands still is left, and the next goes on at the same byte', async () => {
  const bytes = pattern(500_000);
  const sink = new Sink();
  await readBytes(
    new Blob([bytes]),
    [after(70_000, never), after(0, never), byStream],
    sink.take,
    20,
  );
  assert.ok(sink.bytes.equals(bytes));
});

test('a reader that breaks, or ends too early, is taken over by the next', async () => {
  const bytes = pattern(200_000);
  const breaks = () => Promise.reject(new Error('cannot'));
  const ends = () => Promise.resolve(null);
  const refuses: Way = () => {
    throw new TypeError('no such reader');
  };
  const sink = new Sink();
  const ways = [refuses, after(999, breaks), after(70_000, ends), byStream];
  await readBytes(new Blob([bytes]), ways, sink.take);
  assert.ok(sink.bytes.equals(bytes));
});

test('where no way reads the file, the last reason is told', async () => {
  const breaks = () => Promise.reject(new Error('The file is gone.'));
  await assert.rejects(
    readBytes(new Blob([pattern(10)]), [after(0, never), after(5, breaks)], () => true, 10),
    /gone/,
  );
});

test('reading stops as soon as there is enough', async () => {
  const sink = new Sink(1);
  await readBytes(new Blob([pattern(5_000_000)]), [byStream], sink.take);
  assert.equal(sink.parts.length, 1);
});

test('an empty file is read', async () => {
  const sink = new Sink();
  await readBytes(new Blob([]), [byOwnBuffer], sink.take);
  assert.equal(sink.bytes.length, 0);
});

function unpacked(packed: Uint8Array, cut: number): Buffer {
  const sink = new Sink();
  const unpacker = new Unpacker(sink.take);
  for (let from = 0; from < packed.length; from += cut)
    unpacker.push(packed.subarray(from, from + cut));
  unpacker.end();
  return sink.bytes;
}

const members = [pattern(200_000), pattern(3, 7), new Uint8Array(), pattern(90_000, 3)];
const whole = Buffer.concat(members);
const packed = Buffer.concat(members.map((one) => gzipSync(one)));

test('gzip is told by its first bytes', () => {
  assert.ok(isGzip(packed));
  assert.ok(!isGzip(new TextEncoder().encode('claim_id,')));
  assert.ok(!isGzip(new Uint8Array([0x1f, 0x8b])));
});

for (const cut of [1, 7, 4096, 1 << 20])
  test(`gzip of several members is unpacked whole, ${cut} bytes at a time`, () => {
    assert.ok(unpacked(packed, cut).equals(whole));
  });

test('gzip that is cut off anywhere is refused', () => {
  const one = gzipSync(pattern(5_000));
  for (let length = 3; length < one.length; length += 1)
    assert.throws(() => unpacked(one.subarray(0, length), 4096), DamagedGzip, `${length}`);
});

test('gzip with a flipped bit in its data or its checksum is refused', () => {
  const first = gzipSync(members[0]!);
  for (const at of [first.length - 1, first.length - 5, packed.length - 1, packed.length - 8]) {
    const damaged = Buffer.from(packed);
    damaged[at]! ^= 4;
    assert.throws(() => unpacked(damaged, 4096), DamagedGzip, `${at}`);
  }
  // Deflate without compression: the flipped bit still unpacks.
  const stored = gzipSync(pattern(1_000), { level: 0 });
  stored[500]! ^= 1;
  assert.throws(() => unpacked(stored, 4096), /checksum/);
});

test('many small members do not exhaust the stack', () => {
  const small = gzipSync(Buffer.from('ab'));
  const many = Buffer.concat(Array.from({ length: 20_000 }, () => small));
  assert.equal(unpacked(many, 1 << 20).length, 40_000);
});

test('what breaks behind the unpacker is told as it is', () => {
  const unpacker = new Unpacker(() => {
    throw new RangeError('out of memory');
  });
  assert.throws(() => unpacker.push(gzipSync(pattern(10_000))), RangeError);
});
