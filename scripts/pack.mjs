// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';

// Packed inside the page, for web/src/engine/lzma.ts: raw base64 would cost a third more of the
// transfer, and gzip a fifth more than LZMA.
export function packed(bytes) {
  const options = ['--format=lzma', '--lzma1=preset=9e,lc=4,lp=0,pb=0', '--stdout'];
  const out = execFileSync('xz', options, { input: bytes, maxBuffer: 2 * bytes.length + 1024 });
  out.writeUInt32LE(bytes.length, 5); // xz leaves the length open, and marks the end instead
  out.writeUInt32LE(0, 9);
  return out;
}
