// SPDX-License-Identifier: Apache-2.0
import { kStream, type Draft, type FieldGroup, type FieldSpec } from './fields.js';

// One quality measure scored by achievement and by improvement, as the deck shows it.
export const kMeasure = `${kStream}/terms/measures/0`;
export const kMeasureResult = '/experience/quality/measures/0';

export const achievementCount = (draft: Draft): number => Number(draft['@achievement'] ?? '0');
export const improvementCount = (draft: Draft): number => Number(draft['@improvement'] ?? '0');

const scaleField = (
  scale: string,
  row: number,
  key: string,
  kind: FieldSpec['kind'],
): FieldSpec => ({
  path: `${kMeasure}/${scale}/${row}/${key}`,
  name: `${scale}/${key}`,
  kind,
});

export const achievementRow = (row: number): FieldSpec[] => [
  scaleField('achievement', row, 'percentile', 'count'),
  scaleField('achievement', row, 'rate', 'rate'),
  scaleField('achievement', row, 'points', 'number'),
];
export const improvementRow = (row: number): FieldSpec[] => [
  scaleField('improvement', row, 'from_relative_change', 'rate'),
  scaleField('improvement', row, 'points', 'number'),
];

export const scoreFields: FieldSpec[] = [
  { path: `${kMeasureResult}/prior`, name: 'measure/prior', kind: 'rate', optional: true },
  { path: `${kMeasureResult}/current`, name: 'measure/current', kind: 'rate' },
];
export const measureFields: FieldSpec[] = [
  {
    path: `${kMeasure}/direction`,
    name: 'measure/direction',
    kind: 'choice',
    options: [{ value: 'higher_is_better' }, { value: 'lower_is_better' }],
  },
  { path: `${kMeasure}/maximum_points`, name: 'measure/maximum_points', kind: 'number' },
];

const rows = (count: number, row: (i: number) => FieldSpec[]): FieldSpec[] =>
  Array.from({ length: count }, (_, i) => row(i)).flat();

export function scorecardGroups(draft: Draft): FieldGroup[] {
  return [
    { id: 'scores', fields: scoreFields },
    { id: 'measure', fields: measureFields },
    { id: 'achievement', fields: rows(achievementCount(draft), achievementRow) },
    { id: 'improvement', fields: rows(improvementCount(draft), improvementRow) },
  ];
}
