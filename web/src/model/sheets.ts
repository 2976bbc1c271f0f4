// SPDX-License-Identifier: Apache-2.0
import type { Constants } from './documents.js';
import { experienceGroups, kStream, termGroups, type Draft, type FieldGroup } from './fields.js';
import { programExperienceGroups, programGroups } from './program-fields.js';
import { kMeasure, kMeasureResult, scorecardGroups } from './scorecard.js';
import type { Catalogue } from './wire.js';

// A sheet is one contract on the page with its experience. The idea has two of them side by
// side, which share what happened.
export type SheetId = 'one_sided' | 'two_sided' | 'check' | 'quality';
export const kIdeaSheets = ['one_sided', 'two_sided'] as const;

const kMeasureTitle = 'Measure';

const formats: Constants = [
  ['/contract/format', 'gainshare-contract-1'],
  ['/experience/format', 'gainshare-experience-1'],
];
const stream = (id: string, kind: string): Constants => [
  [`${kStream}/id`, id],
  [`${kStream}/kind`, kind],
];

export const isProgram = (draft: Draft): boolean => draft['@terms'] === 'program';

export function contractGroups(id: SheetId, draft: Draft, catalogue: Catalogue): FieldGroup[] {
  if (id === 'quality') return scorecardGroups(draft);
  return id === 'check' && isProgram(draft) ? programGroups(draft, catalogue) : termGroups(draft);
}

export function resultGroups(id: SheetId, draft: Draft, catalogue: Catalogue): FieldGroup[] {
  if (id === 'quality') return [];
  return id === 'check' && isProgram(draft)
    ? programExperienceGroups(draft, catalogue)
    : experienceGroups(draft);
}

export const sheetGroups = (id: SheetId, draft: Draft, catalogue: Catalogue): FieldGroup[] => [
  ...contractGroups(id, draft, catalogue),
  ...resultGroups(id, draft, catalogue),
];

export function sheetConstants(id: SheetId, draft: Draft, title: string): Constants {
  if (id === 'quality')
    return [
      ...formats,
      ['/contract/title', title],
      ...stream('quality', 'quality_scorecard'),
      [`${kMeasure}/id`, 'measure'],
      [`${kMeasure}/title`, kMeasureTitle],
      [`${kMeasureResult}/id`, 'measure'],
    ];
  const program: Constants = isProgram(draft) ? [[`${kStream}/program/name`, 'mssp']] : [];
  return [
    ...formats,
    ['/contract/title', title],
    ...stream('shared_savings', 'shared_savings'),
    ...program,
  ];
}
