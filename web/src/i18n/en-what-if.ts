// SPDX-License-Identifier: Apache-2.0

// What would change a result: break-points, the way back from a result, one input after another.
export const whatIf = {
  title: 'What would change it',
  lead:
    'Where the next rule begins, how far away that is, and what a dollar more or less does there. ' +
    'Computed exactly by the engine when you open this.',
  working: 'Working it out …',
  input: 'What would be different',
  range: (input: string, from: string, to: string) =>
    `${input} from ${from} to ${to}, everything else as entered.`,
  points: (count: number) =>
    count === 0
      ? 'No rule changes anywhere in this range.'
      : count === 1
        ? 'One point where a rule changes:'
        : `${count} points where a rule changes:`,
  now: (at: string, result: string) => `Now: ${at} gives ${result}.`,
  more: (at: string, distance: string) => `${at}: ${distance} more than now`,
  less: (at: string, distance: string) => `${at}: ${distance} less than now`,
  here: (at: string) => `${at}: where it is now`,
  rule: {
    truth: (label: string, before: string, after: string) =>
      `${label}: ${before} below, ${after} from here on.`,
    choice: (label: string, before: string, after: string) =>
      `${label}: it is “${before}” below, “${after}” from here on.`,
    row: (label: string) => `${label}: another row of its table applies.`,
    begins: (label: string) => `${label}: applies from here on.`,
    ends: (label: string) => `${label}: applies only below.`,
    other: (label: string) => `${label}: follows another rule.`,
  },
  cliff: (before: string, after: string) =>
    `A cliff: ${before} just before, ${after} at this point.`,
  bend: (before: string, after: string) => `No jump: ${before} just before, ${after} at this point.`,
  slopes: (before: string, after: string) => `Below it ${before}; beyond it ${after}.`,
  slope: {
    none: 'nothing changes',
    saved: (amount: string) => `each dollar saved pays ${amount}`,
    adds: (step: string, amount: string) => `each ${step} more adds ${amount}`,
    takes: (step: string, amount: string) => `each ${step} more takes off ${amount}`,
  },
  notAnalysed: (from: string, to: string, why: string) =>
    `Not analysed from ${from} to ${to}: ${why}`,
  narrowed: (at: string, why: string) => `The range ends before ${at}, which is refused: ${why}`,
  seek: 'What pays an amount',
  target: (input: string) => `${input}: the value that gives this result`,
  targetHint: 'An amount that is owed is written with a minus.',
  targetError: 'Enter a figure, such as 12 or 12.50.',
  find: 'Find',
  gives: (input: string, at: string, target: string) => `${input}: ${at} gives exactly ${target}.`,
  givesAll: (input: string, from: string, to: string, target: string) =>
    `${input}: every value from ${from} to ${to} gives exactly ${target}.`,
  none: (target: string, from: string, to: string) =>
    `No value from ${from} to ${to} gives exactly ${target}.`,
  nearestBelow: (result: string, at: string) => `The nearest below is ${result}, at ${at}.`,
  nearestAbove: (result: string, at: string) => `The nearest above is ${result}, at ${at}.`,
  lowest: (result: string, at: string) => `The lowest of all is ${result}, at ${at}.`,
  highest: (result: string, at: string) => `The highest of all is ${result}, at ${at}.`,
  tornado: 'Which input matters most',
  change: 'Each input less and more by',
  compare: 'Compare all inputs',
  tornadoOf: (change: string, present: string) =>
    `Each input ${change} lower and higher by itself, the widest effect first. The result is now ${present}.`,
  tornadoNote: (shown: string, all: string) =>
    `The ${shown} widest of ${all}; the table has all of them.`,
  tornadoFlat: (change: string) => `No input that is ${change} lower or higher changes the result.`,
  lower: (change: string) => `input ${change} lower`,
  higher: (change: string) => `input ${change} higher`,
  presentValue: 'Now',
  lowValue: 'Lower',
  highValue: 'Higher',
  atLow: 'Result if lower',
  atHigh: 'Result if higher',
  swing: 'Difference',
  leftOut: 'Left out',
} as const;
