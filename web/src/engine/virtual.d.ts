// SPDX-License-Identifier: Apache-2.0

// What the build inlines: the compiled engine and the code that loads it.
declare module 'virtual:gainshare-wasm' {
  export const wasmGzipBase64: string;
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
