// SPDX-License-Identifier: Apache-2.0
import { wasmGzipBase64 } from 'virtual:gainshare-wasm';
import { unpacked } from './unpack.js';

// The engine's bytes, which the page carries inside itself.
export const wasmBytes = (): Promise<Uint8Array> => unpacked(wasmGzipBase64);
