// SPDX-License-Identifier: Apache-2.0
// The page of the benchmarks. `bench.start(name)` makes a contender ready; `bench.run()` sends it
// the files that were chosen and gives what it measured; `bench.recompute()` times other terms.
import { startDuckDb } from './duckdb.mjs';

const input = document.querySelector('input');
let contender;

function nextMessage(worker) {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : done(data));
    worker.onerror = (event) =>
      fail(new Error(`${event.message} ${event.filename}:${event.lineno}`));
  });
}

async function startWorker(name) {
  const worker = new Worker(`${name}.mjs`, { type: 'module' });
  await nextMessage(worker);
  const ask = (message) => {
    const result = nextMessage(worker);
    worker.postMessage(message);
    return result;
  };
  return {
    run: (files) => ask({ part: 'run', files }),
    recompute: () => ask({ part: 'recompute' }),
  };
}

window.bench = {
  async start(name) {
    contender = await (name === 'duckdb' ? startDuckDb() : startWorker(name));
  },
  run() {
    const files = [...input.files].map((file) => [file.name.replace('.csv', ''), file]);
    return contender.run(Object.fromEntries(files));
  },
  recompute: () => contender.recompute(),
};
