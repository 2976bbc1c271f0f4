// SPDX-License-Identifier: Apache-2.0
// Exact reading of rates, independent of the engine's: a fraction of two BigInt, or null where
// the engine keeps fewer digits than the text has.
const kMostDigits = 18;
const kMostFractionDigits = 9;

const significant = (digits) => digits.replace(/^0+/, '').length;

export function exactRate(value) {
  const text = String(value);
  const fraction = /^(-?)([0-9]+)\/([0-9]+)$/.exec(text);
  if (fraction) {
    const [, sign, numerator, denominator] = fraction;
    const fits = [numerator, denominator].every((d) => significant(d) <= kMostFractionDigits);
    if (!fits || BigInt(denominator) === 0n) return null;
    return { n: BigInt(sign + numerator), d: BigInt(denominator) };
  }
  const decimal = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(text);
  if (!decimal) return null;
  const [, sign, whole, places = '', exponentText = '0'] = decimal;
  let digits = whole + places;
  let exponent = Number(exponentText) - places.length;
  if (/^0*$/.test(digits)) return { n: 0n, d: 1n };
  const zeros = /0*$/.exec(digits)[0].length;
  digits = digits.slice(0, digits.length - zeros);
  exponent += zeros;
  if (Math.abs(exponent) > kMostDigits) return null;
  if (exponent > 0) digits += '0'.repeat(exponent);
  if (significant(digits) > kMostDigits) return null;
  return { n: BigInt(sign + digits), d: 10n ** BigInt(exponent < 0 ? -exponent : 0) };
}

export const compare = (a, b) => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
