// SPDX-License-Identifier: Apache-2.0
import { parseRational, type Rational } from '../trace/rational.js';
import type { Unit } from '../trace/step.js';

// Exact texts from the engine as figures for people. Nothing is rounded in silence: a figure
// that does not end is cut and carries an ellipsis.
const kMinus = '\u2212';
const kEllipsis = '\u2026';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

interface Written {
  negative: boolean;
  whole: string;
  part: string;
  cut: boolean;
}

// The value times 10^shift, with at most `places` decimals.
function written(value: Rational, shift: number, places: number): Written {
  const negative = value.numerator < 0n;
  const magnitude = negative ? -value.numerator : value.numerator;
  const scale = 10n ** BigInt(places + Math.max(shift, 0));
  const denominator = value.denominator * 10n ** BigInt(Math.max(-shift, 0));
  const scaled = (magnitude * scale) / denominator;
  const cut = (magnitude * scale) % denominator !== 0n;
  const digits = scaled.toString().padStart(places + 1, '0');
  return {
    negative,
    whole: grouped(digits.slice(0, digits.length - places)),
    part: places === 0 ? '' : digits.slice(digits.length - places),
    cut,
  };
}

const trimmed = ({ whole, part, cut }: Written): string => {
  const rest = cut ? part : part.replace(/0+$/, '');
  return `${whole}${rest && `.${rest}`}${cut ? kEllipsis : ''}`;
};

const sign = (negative: boolean): string => (negative ? kMinus : '');

// Exact cents ("1000", "1033.5", "10/3") as dollars with two decimals, more where needed.
export const money = (cents: string | number | null | undefined): string => dollars(cents, -2);

// The same of what is stated in dollars: how many a result changes by.
export function dollars(exact: string | number | null | undefined, shift = 0): string {
  const value = exact === null || exact === undefined ? null : parseRational(String(exact));
  if (!value) return '';
  const two = written(value, shift, 2);
  if (!two.cut) return `${sign(two.negative)}$${two.whole}.${two.part}`;
  return `${sign(two.negative)}$${trimmed(written(value, shift, 6))}`;
}

// For sentences: "$10", "$9.80".
export const moneyInWords = (cents: string | number): string => money(cents).replace(/\.00$/, '');

export function percent(fraction: string | number | null | undefined, places = 6): string {
  const value =
    fraction === null || fraction === undefined ? null : parseRational(String(fraction));
  if (!value) return '';
  const figure = written(value, 2, places);
  return `${sign(figure.negative)}${trimmed(figure)}%`;
}

export function plain(value: string | number | null | undefined): string {
  const exact = value === null || value === undefined ? null : parseRational(String(value));
  if (!exact) return '';
  const figure = written(exact, 0, 6);
  return `${sign(figure.negative)}${trimmed(figure)}`;
}

export function figure(value: string | boolean, unit: Unit, yes: string, no: string): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (unit === 'cents') return money(value);
  if (unit === 'fraction') return percent(value);
  return plain(value);
}

// Sizes of files, in the units that file managers use.
export function bytesInWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const size = bytes / 1000 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[step]}`;
}

// A double for positions in pictures only; never shown as a figure.
export function forPicture(exact: string | number | null | undefined): number {
  if (typeof exact === 'number') return exact;
  const value = parseRational(exact ?? '');
  if (!value) return Number.NaN;
  const direct = Number(value.numerator) / Number(value.denominator);
  if (Number.isFinite(direct)) return direct;
  const bits = value.denominator.toString(2).length - 60;
  const down = BigInt(Math.max(bits, 0));
  return Number(value.numerator >> down) / Number(value.denominator >> down);
}
