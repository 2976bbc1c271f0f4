// SPDX-License-Identifier: Apache-2.0
import {
  kKinds,
  kRiskKinds,
  type FileKind,
  type KindMapping,
  type Sniff,
  type SourceFile,
  type SourceKind,
} from '../engine/population-protocol.js';
import type { AnyDraft } from './any.js';
import type { Choices } from './claims-mapping.js';
import type { Look } from './claims-progress.js';
import type { Explanation, PopulationResult } from './claims-result.js';
import { firstTerms, type TermsDraft } from './claims-terms.js';
import { isRiskKind } from './claims-risk.js';
import type { Issue } from './wire.js';

// The state of the view from claims to settlement.

export interface ClaimsFile {
  id: number;
  file: File;
  head: Uint8Array; // its first bytes, for looking at it again under another mapping
  kind: SourceKind | '';
  sniffs: Readonly<Record<FileKind, Sniff | null>>;
  mapping: KindMapping;
  choices: Choices | null; // what stands in the mapping panel while it is open
}

export type ClaimsPhase = 'empty' | 'ready' | 'reading' | 'computing' | 'done' | 'failed';

export interface MemberSearch {
  typed: string;
  explanation: Explanation | null;
  problem: string;
}

export interface ClaimsState {
  phase: ClaimsPhase;
  files: readonly ClaimsFile[];
  problems: readonly string[]; // of what was dropped
  terms: TermsDraft;
  looks: readonly Look[];
  reading: string; // the name of the file that is being read
  result: PopulationResult | null;
  parts: number; // of the result that are shown: one more in each frame, so that none is long
  resultTerms: string; // the terms that the result is of
  issues: readonly Issue[];
  failure: string;
  search: MemberSearch;
  settlement: AnyDraft | null;
}

export const kParts = 3;

export const emptySearch: MemberSearch = { typed: '', explanation: null, problem: '' };

export const emptyClaims: ClaimsState = {
  phase: 'empty',
  files: [],
  problems: [],
  terms: firstTerms(),
  looks: [],
  reading: '',
  result: null,
  parts: 0,
  resultTerms: '',
  issues: [],
  failure: '',
  search: emptySearch,
  settlement: null,
};

// The kind that has fields of its own, which a mapping can name; a risk table's columns are fixed.
export const mappedKind = ({ kind }: ClaimsFile): FileKind | '' =>
  kind === '' || isRiskKind(kind) ? '' : kind;

export function sniffOf(file: ClaimsFile): Sniff | null {
  const kind = mappedKind(file);
  return kind === '' ? null : file.sniffs[kind];
}

export const isComplete = (file: ClaimsFile): boolean =>
  isRiskKind(file.kind) || sniffOf(file)?.missing.length === 0;

export const ofKind = (files: readonly ClaimsFile[], kind: FileKind): readonly ClaimsFile[] =>
  files.filter((file) => file.kind === kind);

// Claims alone can be read; without coverage nobody has months, without a roster no NPI has a TIN.
export const canRead = ({ files }: ClaimsState): boolean =>
  ofKind(files, 'claims').length > 0 && files.every(isComplete);

export const hasAll = ({ files }: ClaimsState): boolean =>
  kKinds.every((kind) => ofKind(files, kind).length > 0) && files.every(isComplete);

export const totalBytes = (files: readonly ClaimsFile[]): number =>
  files.reduce((sum, { file }) => sum + file.size, 0);

// The small files first: then a slip in them shows before the large ones are read.
export function readingOrder(files: readonly ClaimsFile[]): readonly ClaimsFile[] {
  const order = [...kRiskKinds, 'roster', 'eligibility', 'claims', ''];
  return [...files].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

export function sourcesOf(files: readonly ClaimsFile[]): SourceFile[] {
  return readingOrder(files).flatMap(({ file, kind, mapping }) =>
    kind === '' ? [] : [{ file, name: file.name, kind, mapping: { [kind]: mapping } }],
  );
}
