// SPDX-License-Identifier: Apache-2.0
// The module that ships, in node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEngine, type Engine } from '../../web/src/engine/module.js';
import { evidenceOf, type Evidence } from '../../web/src/model/evidence.js';
import type { Settled } from '../../web/src/model/store.js';
import type { Settlement } from '../../web/src/model/wire.js';
import type { Case } from './cases.js';

export const wasmFolder = process.env.GAINSHARE_WASM ?? 'build/wasm';
export const glue = pathToFileURL(join(wasmFolder, 'gainshare.mjs')).href;

export const startEngine = (): Promise<Engine> =>
  loadEngine(new Uint8Array(readFileSync(join(wasmFolder, 'gainshare.wasm'))));

export function settle(engine: Engine, { name, contract, experience }: Case): Settlement {
  const answer = engine.settle(JSON.stringify(contract), JSON.stringify(experience));
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.issues)}`);
  return answer;
}

export function evidence(engine: Engine, one: Case): Evidence {
  const documents = {
    contract: JSON.stringify(one.contract),
    experience: JSON.stringify(one.experience),
    readings: new Map(),
  };
  const settled = { settlement: settle(engine, one), documents } as unknown as Settled;
  return evidenceOf(settled, engine.describe())[0]!;
}
