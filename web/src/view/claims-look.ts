// SPDX-License-Identifier: Apache-2.0
import {
  kKinds,
  type Answers,
  type FileKind,
  type KindMapping,
  type Mapping,
  type Sniff,
} from '../engine/population-protocol.js';
import { isComplete, sniffOf, type ClaimsFile } from '../model/claims.js';
import { choicesOf, kindOf } from '../model/claims-mapping.js';

// Tells what a file holds by its first lines, and finds the mapping that it needs.

export type Sniffs = ClaimsFile['sniffs'];
export type Sniffer = (head: Uint8Array, mapping: KindMapping) => Promise<Sniffs>;

// A kind that the engine refuses is none that the file can be.
export function sniffsIn(texts: Answers['sniff']): Sniffs {
  const read = (kind: FileKind): Sniff | null => {
    const sniff = JSON.parse(texts[kind]) as Sniff | { issues: unknown };
    return 'issues' in sniff ? null : sniff;
  };
  return { claims: read('claims'), eligibility: read('eligibility'), roster: read('roster') };
}

let nextId = 1;

export async function looked(
  { file, head }: { file: File; head: Uint8Array },
  sniff: Sniffer,
  mapping: Mapping,
): Promise<ClaimsFile> {
  const sniffs = await sniff(head, {});
  const id = nextId;
  nextId += 1;
  const found = { id, file, head, kind: kindOf(sniffs), sniffs, mapping: {}, choices: null };
  return opened(await mapped(found, sniff, mapping));
}

// A mapping that was dropped serves every file that needs one and has its columns.
export async function mapped(file: ClaimsFile, sniff: Sniffer, all: Mapping): Promise<ClaimsFile> {
  if (isComplete(file)) return file;
  for (const kind of kKinds) {
    const mapping = all[kind];
    if (!mapping) continue;
    const found = (await sniff(file.head, mapping))[kind];
    if (found?.missing.length === 0)
      return { ...file, kind, sniffs: { ...file.sniffs, [kind]: found }, mapping, choices: null };
  }
  return file;
}

// A file that lacks a column shows at once where to say which it is.
export function opened(file: ClaimsFile): ClaimsFile {
  const sniff = sniffOf(file);
  if (!sniff || sniff.missing.length === 0 || file.kind === '') return file;
  return { ...file, choices: choicesOf(file.kind, sniff, file.mapping) };
}
