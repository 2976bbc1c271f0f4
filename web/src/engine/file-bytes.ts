// SPDX-License-Identifier: Apache-2.0

// Reads a file in chunks, each byte handed on once and in order. Browsers differ in what works, so
// there are several ways, and where one fails or stands still the next goes on at the same byte.

export interface Chunks {
  // The next bytes, good until next() is called again; null at the end.
  next(): Promise<Uint8Array | null>;
  close(): void;
}
export type Way = (blob: Blob, from: number) => Chunks;

const kChunk = 1024 * 1024; // bytes: 1 MiB was fastest, and keeps the memory of a tab small

type ByteReader = ReadableStreamBYOBReader;

// Into one buffer that goes back and forth: no garbage, whatever the size of the file.
export const byOwnBuffer: Way = (blob, from) => {
  const stream = blob.slice(from).stream();
  const reader = stream.getReader({ mode: 'byob' }) as ByteReader;
  let buffer = new ArrayBuffer(kChunk);
  return {
    async next() {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (value) buffer = value.buffer as ArrayBuffer;
      return done || !value ? null : value;
    },
    close: () => void reader.cancel().catch(() => {}),
  };
};

export const byStream: Way = (blob, from) => {
  const reader = blob.slice(from).stream().getReader();
  return {
    next: async () => (await reader.read()).value ?? null,
    close: () => void reader.cancel().catch(() => {}),
  };
};

export const kStall = 8_000; // milliseconds without a byte

class Stalled extends Error {}

function within(milliseconds: number, wait: Promise<Uint8Array | null>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Stalled('The file stands still.')), milliseconds);
  });
  return Promise.race([wait, stalled]).finally(() => clearTimeout(timer));
}

// Hands on what one way gives; how far it came, whether the reader had enough, and what went wrong.
async function readOneWay(
  chunks: Chunks,
  take: (bytes: Uint8Array) => boolean,
  stall: number | null,
): Promise<{ bytes: number; enough: boolean; error?: unknown }> {
  let bytes = 0;
  try {
    for (;;) {
      const next = chunks.next();
      const chunk = await (stall === null ? next : within(stall, next));
      if (chunk === null) return { bytes, enough: false };
      bytes += chunk.byteLength;
      if (!take(chunk)) return { bytes, enough: true };
    }
  } catch (error) {
    return { bytes, enough: false, error };
  } finally {
    chunks.close();
  }
}

const opened = (way: Way, blob: Blob, from: number): Chunks | { error: unknown } => {
  try {
    return way(blob, from);
  } catch (error) {
    return { error };
  }
};

// Reads the whole file, or until `take` says that it has enough by answering false. The last way
// may take as long as it needs: then somebody sees that it stands still, and can cancel.
export async function readBytes(
  blob: Blob,
  ways: readonly Way[],
  take: (bytes: Uint8Array) => boolean,
  stall = kStall,
): Promise<void> {
  let from = 0;
  let problem: unknown;
  for (const [i, way] of ways.entries()) {
    const chunks = opened(way, blob, from);
    if ('error' in chunks) {
      problem = chunks.error;
      continue;
    }
    const last = i === ways.length - 1;
    const { bytes, enough, error } = await readOneWay(chunks, take, last ? null : stall);
    from += bytes;
    if (enough || (error === undefined && from >= blob.size)) return;
    problem = error ?? new Error('The file ended before its size.');
  }
  throw problem;
}
