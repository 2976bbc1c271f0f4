// SPDX-License-Identifier: Apache-2.0

// Exact fractions on BigInt. Written apart from the engine on purpose: the replayer is worth
// something only because it shares no code with what it checks.
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint; // always positive, lowest terms
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

function gcd(a: bigint, b: bigint): bigint {
  let x = abs(a);
  let y = abs(b);
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const common = gcd(numerator, denominator) || 1n;
  return {
    numerator: (sign * numerator) / common,
    denominator: (sign * denominator) / common,
  };
}

const kDecimal = /^(-?)(\d+)(?:\.(\d+))?$/;
const kFraction = /^(-?\d+)\/(\d+)$/;

// "1000", "-0.04", "10/3": the canonical texts of a settlement. Nothing else is a number here.
export function parseRational(text: string): Rational | null {
  const fraction = kFraction.exec(text);
  if (fraction) {
    const denominator = BigInt(fraction[2]!);
    return denominator === 0n ? null : rational(BigInt(fraction[1]!), denominator);
  }
  const decimal = kDecimal.exec(text);
  if (!decimal) return null;
  const [, sign, whole, part = ''] = decimal;
  const magnitude = rational(BigInt(whole! + part), 10n ** BigInt(part.length));
  return sign === '-' ? negate(magnitude) : magnitude;
}

export const negate = (a: Rational): Rational => ({ ...a, numerator: -a.numerator });
export const add = (a: Rational, b: Rational): Rational =>
  rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

// Negative, zero or positive, as a is below, at or above b: by cross-multiplication.
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0;

export type RoundingMode = 'half_up' | 'half_even' | 'down' | 'up';
export type RoundingPlace = 'cent' | 'dollar';

// Cents in, whole cents out. Half up goes away from zero for negative amounts as well; down is
// toward zero, up away from it.
export function roundTo(value: Rational, mode: RoundingMode, place: RoundingPlace): Rational {
  const unit = place === 'dollar' ? 100n : 1n;
  const denominator = value.denominator * unit;
  const magnitude = abs(value.numerator);
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const exact = twice === 0n;
  const half = twice === denominator;
  const above = twice > denominator;
  const away =
    mode === 'up'
      ? !exact
      : mode === 'half_up'
        ? above || half
        : mode === 'half_even'
          ? above || (half && quotient % 2n === 1n)
          : false;
  const rounded = (quotient + (away ? 1n : 0n)) * unit;
  return rational(value.numerator < 0n ? -rounded : rounded);
}

// "12.5" where a finite decimal exists, else "1/3": the engine's canonical text.
export function toText(value: Rational): string {
  let rest = value.denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return `${value.numerator}/${value.denominator}`;
  const places = Math.max(twos, fives);
  const scaled = (abs(value.numerator) * 10n ** BigInt(places)) / value.denominator;
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? digits : `${whole}.${digits.slice(digits.length - places)}`;
  return value.numerator < 0n ? `-${text}` : text;
}
