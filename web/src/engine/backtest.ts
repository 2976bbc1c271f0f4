// SPDX-License-Identifier: Apache-2.0
import workerText from 'worker:./backtest-worker.ts';
import type { BacktestAnswer } from '../model/wire.js';
import type { BacktestJob, BacktestReply } from './backtest-worker.js';
import { loadEngine, type ResultsFile } from './module.js';
import { startWorker } from './own-worker.js';

// Recomputes results files in a worker of its own, which ends with the answer.
function inWorker(job: BacktestJob): Promise<BacktestReply> {
  const { worker, stop } = startWorker(workerText);
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
