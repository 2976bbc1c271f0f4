// SPDX-License-Identifier: Apache-2.0
import {
  kKinds,
  type Answers,
  type FileKind,
  type KindMapping,
  type Mapping,
  type Sniff,
} from '../engine/population-protocol.js';
import { isComplete, mappedKind, sniffOf, type ClaimsFile } from '../model/claims.js';
import { choicesOf, kindOf } from '../model/claims-mapping.js';
import { riskKindOf } from '../model/claims-risk.js';

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
  const kind = riskKindOf(sniffs.claims?.columns ?? []) || kindOf(sniffs);
  const found = { id, file, head, kind, sniffs, mapping: {}, choices: null };
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

// With the panel in which columns are chosen, where the file has any to choose.
export function withChoices(file: ClaimsFile): ClaimsFile {
  const [kind, sniff] = [mappedKind(file), sniffOf(file)];
  const choices = sniff && kind !== '' ? choicesOf(kind, sniff, file.mapping) : null;
  return { ...file, choices };
}

// A file that lacks a column shows at once where to say which it is.
export const opened = (file: ClaimsFile): ClaimsFile =>
  isComplete(file) ? file : withChoices(file);
