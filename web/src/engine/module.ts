// SPDX-License-Identifier: Apache-2.0
import createEngine, { type EngineModule } from 'virtual:gainshare-glue';
import type { Catalogue, SettleAnswer } from '../model/wire.js';

// The C++ engine behind plain functions: JSON text in, parsed answer out.
export interface ResultsFile {
  name: string;
  bytes: Uint8Array;
}
export interface Engine {
  settle(contract: string, experience: string): SettleAnswer;
  describe(): Catalogue;
  // The answer as text: a worker hands it over without building it twice.
  backtest(files: readonly ResultsFile[], year: number): string;
}

function runBacktest(module: EngineModule, files: readonly ResultsFile[], year: number): string {
  const run = new module.Backtest();
  try {
    for (const { name, bytes } of files) run.add(name, bytes);
    return run.run(year);
  } finally {
    run.delete();
  }
}

export async function loadEngine(wasmBinary: Uint8Array): Promise<Engine> {
  const module = await createEngine({ wasmBinary });
  return {
    settle: (contract, experience) =>
      JSON.parse(module.settle(contract, experience)) as SettleAnswer,
    describe: () => JSON.parse(module.describe()) as Catalogue,
    backtest: (files, year) => runBacktest(module, files, year),
  };
}
