// SPDX-License-Identifier: Apache-2.0
import { unpackLzma } from './lzma.js';

// What the page carries inside itself, packed and in base64.
export const unpacked = (base64: string): Uint8Array =>
  unpackLzma(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
