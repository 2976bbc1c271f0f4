// SPDX-License-Identifier: Apache-2.0
declare module '*/scripts/pack.mjs' {
  export function packed(bytes: Uint8Array): Buffer;
}
