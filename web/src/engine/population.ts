// SPDX-License-Identifier: Apache-2.0
import workerText from 'worker:./population-worker.ts';
import { byStream, type Chunks } from './file-bytes.js';
import { startWorker } from './own-worker.js';
import type {
  Answers,
  FromWorker,
  Progress,
  Request,
  SourceFile,
  ToWorker,
} from './population-protocol.js';

// The page's end of the worker that keeps a population. Asked one thing after another; stop() ends
// it at once, with whatever it is doing, and every question that is open fails.

export class Stopped extends Error {}

type Ask = Request['ask'];
interface Open {
  message: Request;
  done: (answer: never) => void;
  fail: (error: Error) => void;
}

export class PopulationWorker {
  onProgress: (progress: Progress) => void = () => {};
  readonly #worker;
  readonly #questions: Open[] = []; // the first is being answered
  #files: readonly SourceFile[] = [];
  #chunks: Chunks | null = null;
  #ended: Error | null = null;

  constructor(wasm: Uint8Array) {
    this.#worker = startWorker(workerText);
    this.#worker.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    this.#worker.worker.onerror = (event) =>
      this.#end(new Error(event.message || 'The worker did not start.'));
    // A failure to start is told to whoever asks next.
    this.ask({ ask: 'start', wasm }).catch((error: Error) => this.#end(error));
  }

  ask<A extends Ask>(message: Request & { ask: A }): Promise<Answers[A]> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise<Answers[A]>((done, fail) => {
      this.#questions.push({ message, done, fail });
      if (this.#questions.length === 1) this.#send(message);
    });
  }

  stop(): void {
    this.#end(new Stopped('Stopped.'));
  }

  #send(message: Request): void {
    if (message.ask === 'read') this.#files = message.files;
    this.#post(message);
  }

  #post(message: ToWorker): void {
    const transfer = 'chunk' in message && message.chunk ? [message.chunk.buffer] : [];
    this.#worker.worker.postMessage(message, transfer);
  }

  #hear(data: FromWorker): void {
    if (this.#ended) return;
    if ('progress' in data) return this.onProgress(data.progress);
    if ('pull' in data) return void this.#hand(data.pull);
    const question = this.#questions.shift();
    const next = this.#questions[0];
    if (next) this.#send(next.message);
    if ('failure' in data) question?.fail(new Error(data.failure));
    else question?.done(data.answer as never);
  }

  // Reads for the worker; the default reader, since the other one hangs on the main thread.
  async #hand({ file, from, fresh }: { file: number; from: number; fresh: boolean }) {
    try {
      if (fresh) this.#chunks = byStream(this.#files[file]!.file, from);
      const chunk = (await this.#chunks?.next()) ?? null;
      if (!this.#ended) this.#post({ chunk });
    } catch (error) {
      const chunkFailure = error instanceof Error ? error.message : String(error);
      if (!this.#ended) this.#post({ chunkFailure });
    }
  }

  #end(error: Error): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#worker.stop();
    this.#chunks?.close();
    for (const { fail } of this.#questions.splice(0)) fail(error);
  }
}
