// SPDX-License-Identifier: Apache-2.0
import workerText from 'worker:./backtest-worker.ts';
import type { BacktestAnswer } from '../model/wire.js';
import type { BacktestJob, BacktestReply } from './backtest-worker.js';
import { loadEngine, type ResultsFile } from './module.js';

// Starts the worker from this page's own text: under its policy no other address can be one.

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
declare const globalThis: { trustedTypes?: TrustedTypes } & typeof window;

function ownAddress(url: string): string {
  if (!url.startsWith('blob:')) throw new TypeError('Only scripts of this page may run.');
  return url;
}

const policy = globalThis.trustedTypes?.createPolicy('gainshare', { createScriptURL: ownAddress });

function startWorker(): { worker: Worker; stop: () => void } {
  const url = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
  const worker = new Worker(policy ? policy.createScriptURL(url) : url);
  return {
    worker,
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function inWorker(job: BacktestJob): Promise<BacktestReply> {
  const { worker, stop } = startWorker();
  return new Promise<BacktestReply>((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<BacktestReply>) => done(data);
    worker.onerror = (event) => fail(new Error(event.message || 'The worker did not start.'));
    worker.postMessage(job);
  }).finally(stop);
}

// Where a worker cannot start, the page does the work itself and stands still meanwhile.
async function here({ wasm, files, year }: BacktestJob): Promise<BacktestReply> {
  const engine = await loadEngine(wasm);
  return { answer: engine.backtest(files, year) };
}

export async function backtest(
  wasm: Uint8Array,
  files: ResultsFile[],
  year: number,
): Promise<BacktestAnswer> {
  const job = { wasm, files, year };
  const reply = await inWorker(job).catch(() => here(job));
  if ('failure' in reply) throw new Error(reply.failure);
  return JSON.parse(reply.answer) as BacktestAnswer;
}
