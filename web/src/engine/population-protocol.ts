// SPDX-License-Identifier: Apache-2.0

// What the page and the worker that keeps a population say to each other. The worker is asked one
// thing at a time and answers it; meanwhile it tells how far it has read.

export const kKinds = ['claims', 'eligibility', 'roster'] as const;
export type FileKind = (typeof kKinds)[number];

// Tables of a risk model: read whole, by the names that their columns have.
export const kRiskKinds = [
  'risk_coefficients',
  'risk_diagnoses',
  'risk_hierarchy',
  'risk_interactions',
  'risk_eligible_codes',
] as const;
export type RiskKind = (typeof kRiskKinds)[number];
export type SourceKind = FileKind | RiskKind;

// The columns of one kind of file under the names of the input layer; JSON as the command takes it.
export interface KindMapping {
  columns?: Readonly<Record<string, string>>;
  constants?: Readonly<Record<string, string>>;
  [more: string]: unknown;
}
export type Mapping = Readonly<Partial<Record<FileKind, KindMapping>>>;

export interface SourceFile {
  file: Blob;
  name: string;
  kind: SourceKind;
  mapping: Mapping;
}

// What the first lines of a file say it is, were it of this kind.
export interface Sniff {
  separator: string;
  columns: readonly string[];
  matched: Readonly<Record<string, string>>;
  missing: readonly string[];
  unused: readonly string[];
  rows: readonly (readonly string[])[];
}

export type Request =
  | { ask: 'start'; wasm: Uint8Array }
  | { ask: 'sniff'; head: Uint8Array; mapping: Mapping }
  | { ask: 'read'; terms: string; files: readonly SourceFile[] }
  | { ask: 'terms'; terms: string }
  | { ask: 'table'; name: string }
  | { ask: 'explain'; member: string };

// A refusal is the engine's own JSON, of the terms or of a file; answers are its JSON too, parsed
// by the page.
export interface Refusal {
  refusal: string;
  file?: string;
}
export interface Answers {
  start: null;
  sniff: Readonly<Record<FileKind, string>>;
  read: { result: string } | Refusal;
  terms: { result: string } | Refusal;
  table: Uint8Array;
  explain: string;
}

export interface Progress {
  file: number; // which of the files
  bytes: number; // of all files, read so far
}

// Where the worker cannot read a file, it asks the page for the bytes, a chunk at a time.
export type FromWorker =
  | { answer: unknown }
  | { failure: string }
  | { progress: Progress }
  | { pull: { file: number; from: number; fresh: boolean } };
export type ToWorker = Request | { chunk: Uint8Array | null } | { chunkFailure: string };
