// SPDX-License-Identifier: Apache-2.0
import { loadEngine, type ResultsFile } from './module.js';

// Recomputes results files off the main thread. One job: the files and the engine's bytes come
// in, the answer as text or a failure goes out. An error that is not caught here would reach
// nobody.
export interface BacktestJob {
  wasm: Uint8Array;
  files: ResultsFile[];
  year: number;
}
export type BacktestReply = { answer: string } | { failure: string };

async function run({ wasm, files, year }: BacktestJob): Promise<BacktestReply> {
  try {
    const engine = await loadEngine(wasm);
    return { answer: engine.backtest(files, year) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<BacktestJob>) => {
  const reply = await run(data);
  (self as unknown as { postMessage(message: BacktestReply): void }).postMessage(reply);
};
