// SPDX-License-Identifier: Apache-2.0
// What every contender shares: the bytes of a File, the two clocked parts, and, for those in a
// worker, the protocol with the page.
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

// A contender as {run(files), recompute()}. `first(files)` gives {csv, again(terms)?}, either of
// them by promise; recompute() answers for other thresholds, and is the last of them.
export function contest(first) {
  let again;
  return {
    async run(files) {
      const begin = performance.now();
      const result = await first(files);
      ({ again } = result);
      return { csv: result.csv, milliseconds: performance.now() - begin };
    },
    async recompute() {
      if (!again) return {};
      const times = [];
      let other;
      for (const thresholdCents of otherThresholds) {
        const begin = performance.now();
        other = await again({ ...job, thresholdCents });
        times.push(performance.now() - begin);
      }
      return { other, recompute: median(times) };
    },
  };
}

// A contender in a worker: says that it is ready, and does what the page asks it for.
export function contend(first) {
  const contender = contest(first);
  self.onmessage = async ({ data: { part, files } }) => {
    try {
      self.postMessage(await contender[part](files));
    } catch (error) {
      // An error of an async listener reaches nobody by itself.
      self.postMessage({ error: error.stack ?? String(error) });
    }
  };
  self.postMessage({ ready: true });
}
