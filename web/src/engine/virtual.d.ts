// SPDX-License-Identifier: Apache-2.0

// What the build inlines: the compiled engine, the code that loads it, the forms.
declare module 'virtual:gainshare-wasm' {
  export const wasmGzipBase64: string;
}
declare module 'virtual:gainshare-forms' {
  export const formsGzipBase64: string;
}
declare module 'virtual:gainshare-glue' {
  export interface BacktestHandle {
    add(name: string, bytes: Uint8Array): void;
    run(year: number): string;
    delete(): void;
  }
  export interface EngineModule {
    settle(contract: string, experience: string): string;
    validate(contract: string): string;
    describe(): string;
    Backtest: new () => BacktestHandle;
  }
  export default function createEngine(options: {
    wasmBinary: Uint8Array;
  }): Promise<EngineModule>;
}
declare module 'worker:*' {
  const text: string;
  export default text;
}
