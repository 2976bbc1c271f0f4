// SPDX-License-Identifier: Apache-2.0
// What every contender in a worker shares: the bytes of a File, and the protocol with the page.
import { job } from '../../support/claims-job.mjs';
import { otherThresholds } from '../thresholds.mjs';

// Hands a file over in pieces of up to 1 MiB, in one buffer that goes back and forth.
export async function eachPiece(file, take) {
  const reader = file.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(1 << 20);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return;
    take(value);
    buffer = value.buffer;
  }
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

// Says that it is ready, then does the job once on the files that the page sends and again for
// other thresholds. `first(files)` gives {csv, again(terms)?}, either of them by promise.
export function contend(first) {
  self.onmessage = async ({ data: files }) => {
    try {
      self.postMessage(await contest(() => first(files)));
    } catch (error) {
      // An error of an async listener reaches nobody by itself.
      self.postMessage({ error: error.stack ?? String(error) });
    }
  };
  self.postMessage({ ready: true });
}

export async function contest(first) {
  const begin = performance.now();
  const { csv, again } = await first();
  const result = { csv, milliseconds: performance.now() - begin };
  if (!again) return result;
  const times = [];
  for (const thresholdCents of otherThresholds) {
    const start = performance.now();
    result.other = await again({ ...job, thresholdCents });
    times.push(performance.now() - start);
  }
  return { ...result, recompute: median(times) };
}
