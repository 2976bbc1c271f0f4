// SPDX-License-Identifier: Apache-2.0
declare module '*/scripts/serve.mjs' {
  export function serve(
    folder: string,
    options: { onRequest: (request: { method: string; url: string }) => void },
  ): Promise<{ url: string; close: () => Promise<void> }>;
}
