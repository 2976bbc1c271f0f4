// SPDX-License-Identifier: Apache-2.0
import { packedWasm } from 'virtual:gainshare-wasm';
import { unpacked } from './unpack.js';

// The engine's bytes, which the page carries inside itself.
export const wasmBytes = (): Uint8Array => unpacked(packedWasm);
