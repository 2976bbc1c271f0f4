// SPDX-License-Identifier: Apache-2.0
// The engine as tests in JavaScript reach it: the WebAssembly module that ships, and the native
// command.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const from = (name, fallback) => resolve(root, process.env[name] || fallback);

export const wasmFolder = from('GAINSHARE_WASM', 'build/wasm');
export const command = from('GAINSHARE_COMMAND', 'build/bin/gainshare');
export const cmsData = from('GAINSHARE_CMS_DATA', '../shared/data/cms-mssp');

// The very file that the page loads, handed its bytes as the page hands them.
export async function loadWasm() {
  const { default: create } = await import(pathToFileURL(join(wasmFolder, 'gainshare.mjs')).href);
  return create({ wasmBinary: readFileSync(join(wasmFolder, 'gainshare.wasm')) });
}

// The editions of a program, as describe() lists them.
export function editionsOf(description, name) {
  return description.programs.find(({ program }) => program === name).editions;
}

// The native command: exit code and both outputs.
export function run(args, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // The command need not read input to its end once it is too much.
  if (error && error.code !== 'EPIPE') throw error;
  return { status, stdout, stderr };
}

// Every pair of documents in one process: `pairs` of texts on one line each, answers in order.
export function nativeBatch(pairs, args = []) {
  const lines = pairs.map(([contract, experience]) => `${contract}\t${experience}\n`);
  const { status, stdout, stderr } = run(['batch', ...args], lines.join(''));
  if (status !== 0) throw new Error(`batch ended with ${status}: ${stderr}`);
  return stdout.split('\n').slice(0, -1);
}

// The golden cases, as examples of real documents.
export function examples() {
  const folder = join(root, 'tests/golden/cases');
  return readdirSync(folder).map((name) => ({
    name,
    contract: readFileSync(join(folder, name, 'contract.json'), 'utf8'),
    experience: readFileSync(join(folder, name, 'experience.json'), 'utf8'),
  }));
}
