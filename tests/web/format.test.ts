// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forPicture, money, moneyInWords, percent, plain } from '../../web/src/i18n/format.js';

const cases: [name: string, shown: string, expected: string][] = [
  ['whole dollars', money('50000'), '$500.00'],
  ['grouped', money('1234567890'), '$12,345,678.90'],
  ['negative with a minus sign', money('-500'), '\u2212$5.00'],
  ['a part of a cent', money('999.5'), '$9.995'],
  ['one cent', money('1'), '$0.01'],
  ['nothing', money('0'), '$0.00'],
  ['without an end', money('10/3'), '$0.033333\u2026'],
  ['a tiny part', money('1/3000000'), '$0.000000\u2026'],
  ['beyond a double', money('9007199254740993'), '$90,071,992,547,409.93'],
  ['a number', money(-5), '\u2212$0.05'],
  ['no figure', money(null), ''],
  ['no number', money('abc'), ''],
  ['in a sentence', moneyInWords('1000'), '$10'],
  ['in a sentence with cents', moneyInWords('980'), '$9.80'],
  ['percent', percent('0.02'), '2%'],
  ['half a percent', percent('0.005'), '0.5%'],
  ['percent without an end', percent('1/3'), '33.333333\u2026%'],
  ['negative percent', percent('-0.015'), '\u22121.5%'],
  ['all', percent('1'), '100%'],
  ['cut to four places', percent('701171/29999000', 4), '2.3373\u2026%'],
  ['a count', plain('12345'), '12,345'],
  ['points', plain('1.80'), '1.8'],
];
for (const [name, shown, expected] of cases)
  test(`a figure for people: ${name}`, () => assert.equal(shown, expected));

test('positions in pictures are doubles, even of long fractions', () => {
  assert.equal(forPicture('0.25'), 0.25);
  assert.equal(forPicture('1/3'), 1 / 3);
  const long = `${10n ** 400n}/${3n * 10n ** 400n}`;
  assert.ok(Math.abs(forPicture(long) - 1 / 3) < 1e-12);
  assert.ok(Number.isNaN(forPicture('')));
});
