// SPDX-License-Identifier: Apache-2.0
import { wasmGzipBase64 } from 'virtual:gainshare-wasm';

// The engine's bytes, which the page carries inside itself.
export async function wasmBytes(): Promise<Uint8Array> {
  const text = atob(wasmGzipBase64);
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
