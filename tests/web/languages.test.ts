// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../web/src/i18n/en.js';
import { es } from '../../web/src/i18n/es.js';
import { money, percent, plain } from '../../web/src/i18n/format.js';
import { kLanguages, t, useLanguage } from '../../web/src/i18n/index.js';
import { kOps } from '../../web/src/trace/step.js';

type Node = unknown;
const kMarks = ['§1', '§2', '§3', '§4', '§5'];

// The texts of a language by their place; a text with figures is said once with marks for them.
function textsOf(node: Node, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof node === 'string') found.set(path, node);
  else if (typeof node === 'function') {
    if (!path.endsWith('/formula') && !path.endsWith('/issueSentence'))
      found.set(path, String((node as (...marks: string[]) => unknown)(...kMarks)));
  } else if (typeof node === 'object' && node !== null)
    for (const [key, item] of Object.entries(node)) textsOf(item, `${path}/${key}`, found);
  return found;
}
const marksIn = (text: string): string[] => [...new Set(text.match(/§\d/g))].sort();
const [english, spanish] = [textsOf(en), textsOf(es)];

// What is the same word in both languages, a name, or written in English by law and program.
const kSame = new Set([
  'Gainshare', 'Medicare Shared Savings Program', 'ACO', 'TIN', 'NPI', 'CSV', 'Error:', 'no', 'No',
  '$', '§1', '§1 (§2)', '§1: §2', '§1 × §2', '§2', '§1 §2', '§1 ÷ §2', ', ', '§1: §2.', '× (1 − §1)', '',
]);

test('every text of the page is there in both languages, at the same place', () => {
  const own = (path: string): boolean => !path.startsWith('/lines/');
  assert.deepEqual([...spanish.keys()].filter(own).sort(), [...english.keys()].filter(own).sort());
  assert.ok(english.size > 600, `${english.size}`);
});

test('every figure that a text takes is said in both languages', () => {
  for (const [path, text] of english)
    if (spanish.has(path)) assert.deepEqual(marksIn(spanish.get(path)!), marksIn(text), path);
});

test('nothing is left in English, but for names', () => {
  const same = [...english].filter(
    ([path, text]) => path !== '/locale' && spanish.get(path) === text && !kSame.has(text),
  );
  assert.deepEqual(same, []);
  for (const [path, text] of spanish) assert.ok(text !== '' || english.get(path) === '', path);
});

test('both languages say one and several', () => {
  for (const language of [en, es]) {
    assert.notEqual(language.issues.title(1), language.issues.title(2).replace('2', '1'));
    assert.match(language.issues.title(2), /2/);
    assert.notEqual(language.claims.read(1), language.claims.read(2));
  }
});

test('both languages say every operation on the figures that it takes', () => {
  for (const op of kOps)
    for (const truth of [null, true, false]) {
      const [one, other] = [en, es].map(({ formula }) => formula(op, kMarks.slice(0, 3), truth));
      assert.deepEqual(marksIn(other!), marksIn(one!), op);
    }
});

test('both languages say every issue of a field', () => {
  const codes = ['missing', 'unreadable', 'not_a_number', 'wrong_type', 'out_of_range', 'bad_date', 'x'];
  for (const code of codes)
    for (const kind of ['money', 'rate', 'count', 'choice', 'date'] as const) {
      const params = { low: '1', high: '20000', value: '30000' };
      const said = [en, es].map((one) => one.issueSentence(code, '§1', kind, params, '§2'));
      assert.equal(said[0] === null, said[1] === null, code);
      if (said[0] === null) continue;
      assert.deepEqual(marksIn(said[1]!), marksIn(said[0]!), code);
      assert.notEqual(said[1], said[0]);
      assert.deepEqual(said[1]!.match(/\$?[\d,.]*\d%?/g), said[0]!.match(/\$?[\d,.]*\d%?/g), code);
    }
});

test('figures are written as people write them in both languages', () => {
  for (const { locale } of [en, es]) {
    const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
    assert.equal(money('123456789'), dollars.format(1234567.89));
    assert.equal(percent('0.125'), new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(0.125));
    assert.equal(plain('12345.5'), new Intl.NumberFormat(locale).format(12345.5));
  }
});

test('a language that the page does not speak leaves it as it is', () => {
  useLanguage('es');
  assert.equal(t.product, es.product);
  assert.equal(t.idea.nav, es.idea.nav);
  for (const other of ['', 'de', '__proto__', 'constructor', 'EN']) useLanguage(other);
  assert.equal(t.idea.nav, es.idea.nav);
  useLanguage('en');
  assert.equal(t.idea.nav, en.idea.nav);
  assert.deepEqual([...kLanguages], ['en', 'es']);
});
