// SPDX-License-Identifier: Apache-2.0
import type { PopulationHandle, PopulationModule } from 'virtual:gainshare-glue';
import { readBytes, type Way } from './file-bytes.js';
import { DamagedGzip, isGzip, Unpacker } from './gunzip.js';
import {
  kKinds,
  type Answers,
  type FileKind,
  type Mapping,
  type Progress,
  type SourceFile,
} from './population-protocol.js';

// One population in one engine: its files are read into it, then it is asked. There is no way
// back from a half-read file, so whoever cancels ends the worker with all that is in it.

const kPiece = 64 * 1024; // bytes of a packed file
const kFewBytes = 4 * 1024;

type WaysFor = (file: number) => readonly Way[];

export class UnreadableFile extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export class PopulationSession {
  #population: PopulationHandle | null = null;

  constructor(readonly module: PopulationModule) {}

  sniff(head: Uint8Array, mapping: Mapping): Answers['sniff'] {
    const bytes = isGzip(head) ? firstUnpacked(head) : head;
    const text = JSON.stringify(mapping);
    // The bytes may end within a quoted cell: then fewer of them make whole rows.
    const of = (kind: FileKind, length = bytes.length): string => {
      const answer = this.module.Population.sniff(kind, bytes.subarray(0, length), text);
      const isRefused = answer.startsWith('{"ok":false');
      return isRefused && length > kFewBytes ? of(kind, length >> 2) : answer;
    };
    return Object.fromEntries(kKinds.map((kind) => [kind, of(kind)])) as Answers['sniff'];
  }

  async read(
    terms: string,
    files: readonly SourceFile[],
    ways: WaysFor,
    tell: (progress: Progress) => void,
  ): Promise<Answers['read']> {
    this.close();
    const population = this.module.Population.open(terms);
    if (typeof population === 'string') return { refusal: population };
    this.#population = population;
    let before = 0;
    for (const [i, source] of files.entries()) {
      const { name, kind, file } = source;
      const refusal = population.beginFile(kind, name, JSON.stringify(source.mapping));
      if (refusal !== '') return { refusal, file: name };
      await this.#readFile(source, ways(i), (bytes) => tell({ file: i, bytes: before + bytes }));
      // A file that is refused as a whole would leave a hole in the result: there is none.
      const report = JSON.parse(population.endFile()) as { issues?: unknown };
      if (report.issues !== undefined) return { refusal: JSON.stringify(report), file: name };
      before += file.size;
    }
    return { result: population.finish() };
  }

  async #readFile(
    { file, name }: SourceFile,
    ways: readonly Way[],
    tell: (bytes: number) => void,
  ): Promise<void> {
    const feed = (bytes: Uint8Array): boolean => this.#feed(bytes);
    let unpacker: Unpacker | null = null;
    let read = 0;
    // What is packed takes its time, so it is told how far it is within a chunk, too.
    const unpack = (packed: Unpacker, chunk: Uint8Array): boolean => {
      for (let from = 0; from < chunk.byteLength; from += kPiece) {
        if (!packed.push(chunk.subarray(from, from + kPiece))) return false;
        tell(read + Math.min(from + kPiece, chunk.byteLength));
      }
      return true;
    };
    const take = (chunk: Uint8Array): boolean => {
      if (read === 0 && isGzip(chunk)) unpacker = new Unpacker(feed);
      const more = unpacker ? unpack(unpacker, chunk) : feed(chunk);
      read += chunk.byteLength;
      tell(read);
      return more;
    };
    try {
      await readBytes(file, ways, take);
      (unpacker as Unpacker | null)?.end();
    } catch (error) {
      // What the engine itself breaks on is no fault of the file.
      throw error instanceof WebAssembly.RuntimeError ? error : new UnreadableFile(name, error);
    }
  }

  // Into the engine's own buffer; false when it refuses the file as a whole.
  #feed(bytes: Uint8Array): boolean {
    const population = this.#open();
    for (let from = 0; from < bytes.length;) {
      const count = Math.min(population.chunkCapacity(), bytes.length - from);
      // Read anew each time: the engine's memory moves when it grows.
      const address = population.chunkAddress();
      this.module.HEAPU8.set(bytes.subarray(from, from + count), address);
      if (!population.take(count)) return false;
      from += count;
    }
    return true;
  }

  // Before files are read the terms are only looked at, and the result is empty.
  setTerms(terms: string): Answers['terms'] {
    const population = this.#population;
    if (population) {
      const refusal = population.setTerms(terms);
      return refusal === '' ? { result: population.finish() } : { refusal };
    }
    const opened = this.module.Population.open(terms);
    if (typeof opened === 'string') return { refusal: opened };
    opened.delete();
    return { result: '' };
  }

  table(name: string): Uint8Array {
    const table = this.#open().table(name, 'csv');
    if (typeof table === 'string') throw new Error(table);
    return table;
  }

  explain(member: string): string {
    return this.#open().explain(member);
  }

  close(): void {
    this.#population?.delete();
    this.#population = null;
  }

  #open(): PopulationHandle {
    if (!this.#population) throw new Error('No files have been read.');
    return this.#population;
  }
}

// As much as the first bytes of a packed file hold.
function firstUnpacked(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const unpacker = new Unpacker((bytes) => {
    parts.push(bytes);
    return true;
  });
  try {
    unpacker.push(head);
  } catch (error) {
    if (!(error instanceof DamagedGzip)) throw error;
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
