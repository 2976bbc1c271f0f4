// SPDX-License-Identifier: Apache-2.0
import createEngine, {
  type EngineModule,
  type PopulationHandle,
  type SliderAmounts,
} from 'virtual:gainshare-glue';
import type {
  BreaksAnswer,
  BreaksRequest,
  Catalogue,
  Refusal,
  SeekAnswer,
  SeekRequest,
  SettleAnswer,
  TornadoAnswer,
  TornadoRequest,
} from '../model/wire.js';
import type { FileKind } from './population-protocol.js';

// The C++ engine behind plain functions: JSON text in, parsed answer out.
export interface ResultsFile {
  name: string;
  bytes: Uint8Array;
}
// A year to settle a contract at, in whole cents and millionths of a score.
export interface YearPoint {
  benchmark: number;
  expenditure: number;
  millionths?: number; // the experience's own score where not stated
}
export interface TextFile {
  kind: FileKind;
  text: string;
}
// What may be asked about many settlements of one contract, and what is answered.
interface Scenarios {
  breaks: [BreaksRequest, BreaksAnswer];
  seek: [SeekRequest, SeekAnswer];
  tornado: [TornadoRequest, TornadoAnswer];
}
export type Ask = keyof Scenarios;
export interface DocumentTexts {
  readonly contract: string;
  readonly experience: string;
}
export interface Engine {
  settle(contract: string, experience: string): SettleAnswer;
  describe(): Catalogue;
  // One shared-savings contract at many figures, for pictures; null where it has no such path or
  // a figure is refused.
  sweep(contract: string, experience: string, points: readonly YearPoint[]): SliderAmounts[] | null;
  scenario<A extends Ask>(
    documents: DocumentTexts,
    request: Scenarios[A][0] & { ask: A },
  ): Scenarios[A][1] | Refusal;
  // Whom a member belongs to, by small files given as texts; JSON, or the refusal.
  member(terms: string, files: readonly TextFile[], id: string): string;
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

function runSweep(
  module: EngineModule,
  documents: readonly [contract: string, experience: string],
  points: readonly YearPoint[],
): SliderAmounts[] | null {
  const slider = module.SharedSavingsSlider.open(...documents);
  if (typeof slider === 'string') return null;
  try {
    const amounts = points.map(({ benchmark, expenditure, millionths = -1 }) =>
      slider.settle(benchmark, expenditure, millionths),
    );
    return amounts.every(({ ok }) => ok) ? amounts : null;
  } finally {
    slider.delete();
  }
}

// In one piece: such a file is smaller than the engine's buffer, or it is refused.
function askMember(
  module: EngineModule,
  population: PopulationHandle,
  files: readonly TextFile[],
  id: string,
): string {
  for (const { kind, text } of files) {
    const refusal = population.beginFile(kind, `${kind}.csv`, '');
    if (refusal) return refusal;
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > population.chunkCapacity()) throw new RangeError('The text is too long.');
    module.HEAPU8.set(bytes, population.chunkAddress());
    population.take(bytes.length);
    population.endFile();
  }
  return population.explain(id);
}

function runMember(
  module: EngineModule,
  terms: string,
  files: readonly TextFile[],
  id: string,
): string {
  const population = module.Population.open(terms);
  if (typeof population === 'string') return population;
  try {
    return askMember(module, population, files, id);
  } finally {
    population.delete();
  }
}

export async function loadEngine(wasmBinary: Uint8Array): Promise<Engine> {
  const module = await createEngine({ wasmBinary });
  return {
    settle: (contract, experience) =>
      JSON.parse(module.settle(contract, experience)) as SettleAnswer,
    describe: () => JSON.parse(module.describe()) as Catalogue,
    sweep: (contract, experience, points) => runSweep(module, [contract, experience], points),
    scenario: ({ contract, experience }, request) =>
      JSON.parse(module.scenario(contract, experience, JSON.stringify(request))),
    member: (terms, files, id) => runMember(module, terms, files, id),
    backtest: (files, year) => runBacktest(module, files, year),
  };
}
