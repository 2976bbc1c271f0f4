// SPDX-License-Identifier: Apache-2.0

// What the build inlines: the compiled engine, the code that loads it, the forms.
declare module 'virtual:gainshare-wasm' {
  export const packedWasm: string;
}
declare module 'virtual:gainshare-forms' {
  export const packedForms: string;
}
declare module 'virtual:gainshare-glue' {
  export interface BacktestHandle {
    add(name: string, bytes: Uint8Array): void;
    run(year: number): string;
    delete(): void;
  }
  // One population with the files that were read into it. Texts are JSON; a refusal is JSON with
  // "issues", and '' where there is none.
  export interface PopulationHandle {
    setTerms(terms: string): string;
    beginFile(kind: string, name: string, mapping: string): string;
    chunkAddress(): number;
    chunkCapacity(): number;
    take(bytes: number): boolean; // false: the file is refused as a whole
    endFile(): string;
    partial(): Uint8Array;
    merge(partial: Uint8Array): string;
    finish(): string;
    table(name: string, format: string): Uint8Array | string;
    explain(member: string): string;
    delete(): void;
  }
  export interface PopulationModule {
    HEAPU8: Uint8Array; // another one after every growth of the memory
    Population: {
      sniff(kind: string, head: Uint8Array, mapping: string): string;
      open(terms: string): PopulationHandle | string;
    };
  }
  export interface SliderAmounts {
    ok: boolean; // false: the other members mean nothing
    savings_cents: number;
    payment_cents: number;
    loss_owed_cents: number;
    payer_keeps_cents: number;
  }
  // One shared-savings contract, settled at other figures; a score of -1 is the experience's own.
  export interface SliderHandle {
    settle(benchmark_cents: number, expenditure_cents: number, millionths: number): SliderAmounts;
    delete(): void;
  }
  export interface EngineModule extends PopulationModule {
    settle(contract: string, experience: string): string;
    validate(contract: string): string;
    scenario(contract: string, experience: string, request: string): string;
    describe(): string;
    Backtest: new () => BacktestHandle;
    SharedSavingsSlider: { open(contract: string, experience: string): SliderHandle | string };
  }
  export default function createEngine(options: { wasmBinary: Uint8Array }): Promise<EngineModule>;
}
declare module 'worker:*' {
  const text: string;
  export default text;
}
