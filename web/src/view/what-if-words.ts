// SPDX-License-Identifier: Apache-2.0
import type { Tornado } from '../charts/tornado.js';
import { capital, plainWords } from '../form/words.js';
import { dollars, figure, forPicture, money, percent, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { expenditureField } from '../model/fields.js';
import type { FieldKind } from '../model/parse.js';
import type { Input, Measure, WhatIf } from '../model/what-if.js';
import type {
  BreakPoint,
  BreaksAnswer,
  RuleChange,
  SeekAnswer,
  TornadoAnswer,
} from '../model/wire.js';
import { labelOf, stepsById, type Steps } from '../trace/words.js';

// The engine's answers about other inputs, as sentences.
export interface Asked {
  input: Input;
  measure: Measure;
  steps: Steps;
}
export const askedAbout = ({ settlement }: WhatIf, input: Input, measure: Measure): Asked => ({
  input,
  measure,
  steps: stepsById(settlement.trace),
});

const shown = (kind: FieldKind, exact: string): string =>
  kind === 'money' ? money(exact) : kind === 'rate' ? percent(exact) : plain(exact);
const resultIn = ({ unit }: Measure, exact: string): string =>
  figure(exact, unit, t.working.yes, t.working.no);
const unsigned = (exact: string): string => exact.replace('-', '');

// The engine names the steps of settlements that are not the present one by their id alone.
function stepName(id: string, steps: Steps): string {
  const step = steps.get(id);
  return step ? labelOf(step) : capital(plainWords(id.slice(id.lastIndexOf('.') + 1)));
}

export function ruleWords({ label, before, after }: RuleChange, steps: Steps): string {
  const name = t.lines[label] ?? label;
  const truth = (text: string): string => (text === 'true' ? t.working.yes : t.working.no);
  const { rule } = t.whatIf;
  if (before === '' && after === '') return rule.other(name);
  if (before === '') return rule.begins(name);
  if (after === '') return rule.ends(name);
  if (before === 'true' || before === 'false') return rule.truth(name, truth(before), truth(after));
  if (/^\d+$/.test(before)) return rule.row(name);
  return rule.choice(name, stepName(before, steps), stepName(after, steps));
}

// A slope is per unit of the input's last place: per cent where it is money, and so as well
// dollars per dollar.
export function slopeWords(slope: string, unit: string, { input, measure }: Asked): string {
  const words = t.whatIf.slope;
  if (slope === '0') return words.none;
  const size = unsigned(slope);
  const perDollar = input.kind === 'money' && unit === '1' && measure.unit === 'cents';
  const amount = perDollar ? dollars(size) : resultIn(measure, size);
  const falls = slope !== size;
  if (perDollar && falls && input.path === expenditureField.path) return words.saved(amount);
  const step = perDollar ? '$1' : shown(input.kind, unit);
  return falls ? words.takes(step, amount) : words.adds(step, amount);
}

export interface PointWords {
  title: string;
  lines: readonly string[];
}

export function pointWords(point: BreakPoint, unit: string, asked: Asked): PointWords {
  const { input, measure, steps } = asked;
  const words = t.whatIf;
  const at = shown(input.kind, point.at);
  const distance = shown(input.kind, unsigned(point.distance));
  const title =
    point.distance === '0'
      ? words.here(at)
      : (point.distance.startsWith('-') ? words.less : words.more)(at, distance);
  const results = [resultIn(measure, point.before), resultIn(measure, point.after)] as const;
  const slopes = [point.slope_before, point.slope_after].map((one) => slopeWords(one, unit, asked));
  return {
    title,
    lines: [
      ...point.rules.map((rule) => ruleWords(rule, steps)),
      (point.jumps ? words.cliff : words.bend)(...results),
      words.slopes(slopes[0]!, slopes[1]!),
    ],
  };
}

const leftOpen = (answer: BreaksAnswer | SeekAnswer, kind: FieldKind): string[] => [
  ...answer.input.narrowed.map(({ refused, message }) =>
    t.whatIf.narrowed(shown(kind, refused), message),
  ),
  ...answer.not_analysed.map(({ from, to, reason }) =>
    t.whatIf.notAnalysed(shown(kind, from), shown(kind, to), reason),
  ),
];

export interface BreaksWords {
  range: string;
  count: string;
  below: readonly PointWords[];
  now: string;
  above: readonly PointWords[];
  open: readonly string[];
}

// The points below the present value, the present value, the points above it.
export function breaksWords(answer: BreaksAnswer, asked: Asked): BreaksWords {
  const { input, measure } = asked;
  const { present, unit, from, to } = answer.input;
  const value = (exact: string): string => shown(input.kind, exact);
  const sentences = (points: readonly BreakPoint[]) =>
    points.map((point) => pointWords(point, unit, asked));
  const isAbove = ({ distance }: BreakPoint): boolean => !/^(-|0$)/.test(distance);
  return {
    range: t.whatIf.range(input.label, value(from), value(to)),
    count: t.whatIf.points(answer.points.length),
    below: sentences(answer.points.filter((point) => !isAbove(point))),
    now: t.whatIf.now(value(present), resultIn(measure, answer.present ?? '0')),
    above: sentences(answer.points.filter(isAbove)),
    open: leftOpen(answer, input.kind),
  };
}

export function seekWords(answer: SeekAnswer, { input, measure }: Asked): string[] {
  const words = t.whatIf;
  const value = (exact: string): string => shown(input.kind, exact);
  const result = (exact: string): string => resultIn(measure, exact);
  const target = result(answer.target);
  const found = answer.solutions.map(({ from, to }) =>
    from === to
      ? words.gives(input.label, value(from), target)
      : words.givesAll(input.label, value(from), value(to), target),
  );
  const open = leftOpen(answer, input.kind);
  if (found.length > 0) return [...found, ...open];
  const near = [
    [answer.below, words.nearestBelow],
    [answer.above, words.nearestAbove],
    [answer.lowest, words.lowest],
    [answer.highest, words.highest],
  ] as const;
  return [
    words.none(target, value(answer.input.from), value(answer.input.to)),
    ...near.flatMap(([one, said]) => (one ? [said(result(one.result), value(one.at))] : [])),
    ...open,
  ];
}

export function tornadoOf(
  answer: TornadoAnswer,
  inputs: readonly Input[],
  measure: Measure,
): Tornado {
  const words = t.whatIf;
  const known = new Map(inputs.map((input) => [input.path, input]));
  const change = percent(answer.change);
  const result = (exact: string): string => resultIn(measure, exact);
  const scaled = (exact: string): number =>
    forPicture(exact) / (measure.unit === 'cents' ? 100 : 1);
  return {
    present: scaled(answer.present ?? '0'),
    bars: answer.bars.map(({ path, present, low, high, at_low: less, at_high: more, swing }) => {
      const { label, kind } = inputNamed(path, known);
      const figures = [present, low, high].map((exact) => shown(kind, exact));
      return {
        label,
        low: scaled(less),
        high: scaled(more),
        swing: result(swing),
        row: [label, ...figures, result(less), result(more), result(swing)],
      };
    }),
    words: {
      title: words.tornado,
      description: words.tornadoOf(change, result(answer.present ?? '0')),
      flat: words.tornadoFlat(change),
      some: words.tornadoNote,
      lower: words.lower(change),
      higher: words.higher(change),
      head: [
        words.input,
        words.presentValue,
        words.lowValue,
        words.highValue,
        words.atLow,
        words.atHigh,
        words.swing,
      ],
    },
  };
}

// A figure that has no field of its own: by its key.
export function inputNamed(path: string, known: ReadonlyMap<string, Input>): Input {
  const key = path.slice(path.lastIndexOf('/') + 1);
  const kind = key.endsWith('_cents') ? 'money' : 'number';
  return known.get(path) ?? { path, label: capital(plainWords(key)), kind };
}
