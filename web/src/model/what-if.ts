// SPDX-License-Identifier: Apache-2.0
import type { DocumentTexts } from '../engine/module.js';
import type { FormNode } from '../form/node.js';
import type { Unit } from '../trace/step.js';
import type { AnySettled } from './any.js';
import { expenditureField } from './fields.js';
import { getAt } from './json.js';
import type { FieldKind } from './parse.js';
import { labelOf } from './shown-issues.js';
import type { Settled } from './store.js';
import type { Settlement } from './wire.js';

// What may be varied, as the form calls it, and the result that is looked at.
export interface Input {
  path: string;
  label: string;
  kind: FieldKind;
}
export interface Measure {
  of: string;
  unit: Unit;
}
export interface WhatIf {
  documents: DocumentTexts;
  settlement: Settlement;
  inputs: readonly Input[]; // spending first
}

const kNumbers: ReadonlySet<FieldKind> = new Set(['money', 'rate', 'count', 'number']);

const spendingFirst = (inputs: readonly Input[]): Input[] => [
  ...inputs.filter(({ path }) => path === expenditureField.path),
  ...inputs.filter(({ path }) => path !== expenditureField.path),
];

export function inputsOf({ groups, documents }: Settled): Input[] {
  const stated = {
    contract: JSON.parse(documents.contract) as unknown,
    experience: JSON.parse(documents.experience) as unknown,
  };
  const numbers = groups
    .flatMap(({ fields }) => fields)
    .filter(({ path, kind }) => kNumbers.has(kind) && getAt(stated, path) !== undefined);
  return spendingFirst(numbers.map((spec) => ({ ...spec, label: labelOf(spec) })));
}

// The figures of a form that was made from the schemas; one of a list's item by the names
// of the item and of the one that it is within.
function numbersIn(node: FormNode, within: readonly string[]): Input[] {
  const named = (label: string): string => [...within, label].join(': ');
  switch (node.type) {
    case 'field':
      if (!kNumbers.has(node.spec.kind) || node.text === '') return [];
      return [{ path: node.pointer, label: named(node.label), kind: node.spec.kind }];
    case 'column':
      if (!kNumbers.has(node.kind)) return [];
      return node.text
        .split('\n')
        .map((_, i) => ({
          path: `${node.pointer}/${i}`,
          label: named(`${node.label} ${i + 1}`),
          kind: node.kind,
        }));
    case 'group':
      return node.members.flatMap((member) => numbersIn(member, within));
    case 'list':
      return node.items.flatMap((item) => numbersIn(item, [...within, item.label].slice(-2)));
    case 'map':
      return node.entries.flatMap((entry) => numbersIn(entry.node, within));
    default:
      return [];
  }
}

export const anyInputsOf = ({ forms }: AnySettled): Input[] =>
  spendingFirst([...numbersIn(forms.contract, []), ...numbersIn(forms.experience, [])]);

// The payment, or of a contract without money its last result.
export function measureOf({ statement, trace }: Settlement): Measure {
  const isMoney = statement.some((line) => line.amount_cents !== undefined);
  const last = statement.filter(({ emphasis }) => emphasis === 'result').at(-1);
  const step = isMoney ? undefined : trace.find(({ id }) => id === last?.step);
  return step ? { of: step.id, unit: step.unit } : { of: 'net_payment', unit: 'cents' };
}
