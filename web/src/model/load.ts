// SPDX-License-Identifier: Apache-2.0
import { at, kTerms, valueOf, type Draft } from './fields.js';
import { getAt } from './json.js';
import { specialFields } from './program-fields.js';
import { kMeasure } from './scorecard.js';
import { sheetConstants, sheetGroups, type SheetId } from './sheets.js';
import { typed } from './typed.js';
import type { Catalogue } from './wire.js';

// Documents put back into the fields of a sheet, so that a contract from elsewhere becomes the
// contract on the page. `unplaced` names what no field holds: then the page must say so, since
// what it settles would not be what the documents say.
export interface Loaded {
  draft: Draft;
  unplaced: string[];
}

const kMostRows = 20; // of a table in the form; what lies beyond is named as unplaced

type Documents = { contract: unknown; experience: unknown };

function leaves(node: unknown, path: string, found: string[]): string[] {
  if (typeof node !== 'object' || node === null) found.push(path);
  else for (const [key, item] of Object.entries(node)) leaves(item, `${path}/${key}`, found);
  return found;
}

// What steers the form and stands in the documents only by what is there.
function steering(root: Documents): Record<string, string> {
  const has = (path: string): boolean => getAt(root, path) !== undefined;
  const rows = (path: string, otherwise: string): string => {
    const list = getAt(root, path);
    return Array.isArray(list) ? `${Math.min(list.length, kMostRows)}` : otherwise;
  };
  return {
    '@terms': has('/contract/streams/0/program') ? 'program' : 'own',
    '@year': has('/experience/year_to_date') ? 'in_progress' : 'complete',
    '@disaster': has('/experience/disaster/reduction_cents')
      ? 'amount'
      : has('/experience/disaster')
        ? 'part'
        : '',
    '@tiers': rows(`${kTerms}/quality/tiers`, '2'),
    '@achievement': rows(`${kMeasure}/achievement`, '0'),
    '@improvement': rows(`${kMeasure}/improvement`, '0'),
  };
}

export function load(
  sheet: SheetId,
  contract: unknown,
  experience: unknown,
  catalogue: Catalogue,
): Loaded {
  const root: Documents = { contract, experience };
  const title = getAt(root, '/contract/title');
  const draft: Record<string, string> = {
    ...steering(root),
    '/contract/title': typeof title === 'string' ? title : '',
  };
  for (const { path, kind } of specialFields) {
    const value = getAt(root, path);
    if (value !== undefined) draft[path] = typed(kind, value);
  }
  // Which fields there are follows from what is in others: until nothing new appears.
  for (let before = -1; before !== Object.keys(draft).length; ) {
    before = Object.keys(draft).length;
    const specs = sheetGroups(sheet, draft, catalogue).flatMap((group) => group.fields);
    for (const spec of specs)
      if (!(spec.path in draft)) draft[spec.path] = typed(spec.kind, getAt(root, spec.path));
  }
  const placed = new Set([
    ...Object.keys(draft),
    ...sheetConstants(sheet, draft, '').map(([path]) => path),
  ]);
  // A choice that the form does not offer would be sent as another one.
  const unknown = sheetGroups(sheet, draft, catalogue)
    .flatMap((group) => group.fields)
    .filter((spec) => valueOf(draft, spec) !== at(draft, spec.path) && at(draft, spec.path) !== '')
    .map((spec) => spec.path);
  const unplaced = [...leaves(root, '', []).filter((path) => !placed.has(path)), ...unknown];
  return { draft, unplaced };
}
