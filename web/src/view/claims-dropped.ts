// SPDX-License-Identifier: Apache-2.0
import type { Mapping } from '../engine/population-protocol.js';
import { readTree } from '../form/read-tree.js';
import { at, isBranch, type Tree } from '../form/tree.js';
import { t } from '../i18n/index.js';
import { documentName } from '../model/any.js';
import { mappingIn } from '../model/claims-mapping.js';
import { termsFrom, type TermsDraft } from '../model/claims-terms.js';

// What was dropped, told by its first bytes: tables to read, and the JSON documents of this view.
export interface Dropped {
  tables: readonly { file: File; head: Uint8Array }[];
  mapping: Mapping | null;
  terms: TermsDraft | null;
  contract: Tree | null;
  problems: readonly string[];
}

const kHead = 256 * 1024; // bytes: enough for the widest header and some rows
const kLargestJson = 4 * 1024 * 1024;

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;

// An opening brace, behind a byte order mark and blanks.
const isJson = (head: Uint8Array): boolean =>
  /^\uFEFF?\s*\{/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.slice(0, 64)));

type Document = Partial<Pick<Dropped, 'mapping' | 'terms' | 'contract'>> | string;

function documentIn(name: string, text: string): Document {
  const tree = readTree(text.replace(/^\uFEFF/, ''));
  if (tree === undefined) return t.claims.notJson(name);
  if (documentName(tree) === 'contract') return { contract: tree };
  if (isBranch(tree) && at(tree, '/attribution') !== undefined) return { terms: termsFrom(text) };
  const mapping = mappingIn(JSON.parse(text.replace(/^\uFEFF/, '')));
  return mapping ? { mapping } : t.claims.jsonUnknown(name);
}

async function sortOne(file: File): Promise<Document | { file: File; head: Uint8Array }> {
  if (file.size === 0) return t.claims.isEmpty(file.name);
  try {
    const head = new Uint8Array(await file.slice(0, kHead).arrayBuffer());
    if (isZip(head)) return t.claims.isZip(file.name);
    if (isJson(head) && file.size <= kLargestJson) return documentIn(file.name, await file.text());
    return { file, head };
  } catch {
    return t.claims.unreadable(file.name);
  }
}

export async function sortDropped(files: readonly File[]): Promise<Dropped> {
  const sorted = await Promise.all(files.map(sortOne));
  const problems = sorted.filter((one) => typeof one === 'string');
  const found = sorted.filter((one) => typeof one !== 'string');
  const tables = found.flatMap((one) => ('file' in one ? [one] : []));
  const documents = found.flatMap((one) => ('file' in one ? [] : [one]));
  const mappings = documents.flatMap(({ mapping }) => (mapping ? [mapping] : []));
  const terms = documents.flatMap(({ terms: one }) => (one ? [one] : []));
  const contracts = documents.flatMap(({ contract }) => (contract ? [contract] : []));
  return {
    tables,
    problems,
    mapping: mappings.length > 0 ? Object.assign({}, ...mappings) : null,
    terms: terms.at(-1) ?? null,
    contract: contracts.at(-1) ?? null,
  };
}
