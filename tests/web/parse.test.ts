// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NumberText } from '../../web/src/model/json.js';
import { read, type FieldKind } from '../../web/src/model/parse.js';
import { typed } from '../../web/src/model/typed.js';

function sent(kind: FieldKind, text: string): string {
  const reading = read(kind, text);
  if (reading.state !== 'read') return reading.state;
  return reading.json instanceof NumberText ? reading.json.text : String(reading.json);
}

const money: [typed: string, cents: string][] = [
  ['$1,250.50', '125050'],
  ['1250.5', '125050'],
  ['.5', '50'],
  ['5.', '500'],
  ['$ 480', '48000'],
  ['US$480', '48000'],
  ['480 USD', '48000'],
  ['-$5', '-500'],
  ['$-5', '-500'],
  ['\u22125', '-500'],
  ['(1,250.50)', '-125050'],
  ['4.25 million', '425000000'],
  ['$1.2505 thousand', '125050'],
  ['2 billion', '200000000000'],
  ['0012', '1200'],
  ['-0', '0'],
  ['1,250.505', '125050.5'],
  ['90071992547409.93', '9007199254740993'],
  ['', 'empty'],
  ['   ', 'empty'],
];
for (const [text, cents] of money)
  test(`money written as "${text}" is ${cents} cents`, () => assert.equal(sent('money', text), cents));

const unreadable = ['abc', '$', '.', '1,25', '1,2345', '1.2.3', '1e5', 'NaN', '5%', '1/2', '$5 $6'];
for (const text of [...unreadable, '9'.repeat(81), '١٢'])
  test(`money written as "${text.slice(0, 12)}" cannot be read`, () =>
    assert.equal(sent('money', text), 'unreadable'));

const rates: [typed: string, fraction: string, note?: string][] = [
  ['50%', '0.5'],
  ['50 %', '0.5'],
  ['0.5%', '0.005'],
  ['.5%', '0.005'],
  ['150%', '1.5'],
  ['-2%', '-0.02'],
  ['.5', '0.5', 'as_fraction'],
  ['0.02', '0.02', 'as_fraction'],
  ['2', '0.02', 'as_percent'],
  ['1', '0.01', 'as_percent'],
  ['1.5', '0.015', 'as_percent'],
  ['100', '1', 'as_percent'],
  ['0', '0', 'as_percent'],
  ['1/3', '1/3', 'as_fraction'],
  ['2.3539851328%', '0.023539851328'],
];
for (const [text, fraction, note] of rates)
  test(`a rate written as "${text}" is ${fraction}`, () => {
    assert.equal(sent('rate', text), fraction);
    const reading = read('rate', text);
    assert.equal(reading.state === 'read' ? reading.note : undefined, note);
  });

test('digits are moved, never computed with', () => {
  assert.equal(sent('rate', '33.333333333333333333333333333333%'), '0.33333333333333333333333333333333');
  assert.equal(sent('money', '0.1'), '10');
  assert.equal(sent('money', '1.15'), '115');
});

test('dates may be written the American way', () => {
  assert.equal(sent('date', '2024-01-01'), '2024-01-01');
  assert.equal(sent('date', '1/31/2024'), '2024-01-31');
});

// What a document says comes back the same after it has stood in a field.
const round: [FieldKind, unknown, string][] = [
  ['money', 125050, '125050'],
  ['money', 9007199254740991, '9007199254740991'],
  ['money', -5, '-5'],
  ['rate', '0.5', '0.5'],
  ['rate', '1/3', '1/3'],
  ['rate', '0.0235398513', '0.0235398513'],
  ['rate', '0.123456789012', '0.123456789012'],
  ['rate', '1', '1'],
  ['rate', '1.25', '1.25'],
  ['rate', '0', '0'],
  ['rate', '0.01', '0.01'],
  ['count', 12345, '12345'],
  ['number', '1.8', '1.8'],
];
for (const [kind, value, expected] of round)
  test(`${kind} ${String(value)} survives being shown in a field`, () =>
    assert.equal(sent(kind, typed(kind, value)), expected));
