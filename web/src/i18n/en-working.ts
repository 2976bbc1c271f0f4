// SPDX-License-Identifier: Apache-2.0
import type { Op, Status } from '../trace/step.js';

// How the working is said in words.

export const statusWords: Readonly<Record<Status, string>> = {
  contract: 'entered',
  source_document: 'in the source document',
  verified: 'found in a public source',
  reproduced: 'reproduced on published results',
  convention: 'convention',
  not_settled: 'not settled',
  unverified: 'unverified',
};

export const statusMeaning: Readonly<Record<Status, string>> = {
  contract: 'Stated by the contract or entered on this page.',
  source_document: 'In the documents that the payment models were taken from.',
  verified: 'Found in the public source that the citation names.',
  reproduced: 'Recomputed from results that CMS has published.',
  convention: 'Chosen here because no source settles the point.',
  not_settled: 'Proposed, projected or carried on from an earlier year: it may still change.',
  unverified: 'From memory: check it before you rely on it.',
};

const joined = (parts: readonly string[], word: string): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]}`;

const times = (a: readonly string[]): string => a.join(' × ');

// The operation on its inputs, written as labels or as figures. What `when` chooses between is
// said by its outcome, so it needs to know which way the truth went.
export function formula(op: Op, inputs: readonly string[], truth: boolean | null): string {
  const [a = '', b = '', c = ''] = inputs;
  switch (op) {
    case 'given':
      return '';
    case 'subtract':
      return `${a} − ${b}`;
    case 'add':
      return inputs.join(' + ');
    case 'multiply':
      return times(inputs);
    case 'divide':
      return `${a} ÷ ${b}`;
    case 'complement':
      return `100% − ${a}`;
    case 'minimum':
      return `the smallest of ${joined(inputs, 'and')}`;
    case 'maximum':
      return `the largest of ${joined(inputs, 'and')}`;
    case 'at_least':
      return `${a} is at least ${b}`;
    case 'more_than':
      return `${a} is more than ${b}`;
    case 'all':
      return `all hold: ${joined(inputs, 'and')}`;
    case 'any':
      return `one holds: ${joined(inputs, 'or')}`;
    case 'not':
      return `not: ${a}`;
    case 'when':
      return truth === null ? `if ${a}: ${b}, else ${c}` : truth ? b : c;
    case 'interpolate':
      return `read from the size table at ${a}`;
    case 'tier':
      return `read from the table at ${a}`;
    case 'nearest_rank':
      return `the cost at ${a} of all ${inputs.length - 1}, by nearest rank`;
    case 'round':
      return a;
    case 'carry':
      return `${a}, at nine places of a cent`;
    case 'apportion':
      return `the cents of ${a} by largest remainder`;
  }
}

export const working = {
  yes: 'yes',
  no: 'no',
  entered: 'entered',
  assumed: 'assumed',
  given: 'Given',
  source: 'Source',
  clause: 'clause',
  result: 'Result',
  show: 'how',
  showFor: (label: string) => `How “${label}” is worked out`,
  rounding: (mode: string, place: string) =>
    place === 'whole'
      ? `rounded ${mode} to a whole number`
      : `rounded ${mode} to the ${place === 'dollar' ? 'dollar' : 'cent'}`,
  modes: { half_up: 'half up', half_even: 'half to even', down: 'down', up: 'up' } as Record<
    string,
    string
  >,
  because: (label: string, holds: boolean) => `because “${label}” is ${holds ? 'yes' : 'no'}`,
  displayRounded: 'Shown to the nearest cent; the working has the exact figure.',
  displayRoundedShort: 'rounded',
  table: {
    caption: (title: string) => `Every step of the working: ${title}`,
    step: 'Step',
    formula: 'Formula',
    figures: 'With figures',
    result: 'Result',
    source: 'Source',
  },
  whole: 'The whole working',
  band: (from: string, to: string, start: string, end: string) =>
    to === '' ? `${from} and more: ${start}` : `${from} to ${to}: from ${start} to ${end}`,
  tier: (from: string, value: string) => `from ${from}: ${value}`,
} as const;

// Sources that are words of the engine and not citations.
export const sourceWords: Readonly<Record<string, string>> = {
  contract: 'Contract',
  experience: 'Entered',
  definition: 'Definition',
};
