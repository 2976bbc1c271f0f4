// SPDX-License-Identifier: Apache-2.0
// Lessons are data: complete in every language, with no result of their own, and settled by the
// engine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kLanguages } from '../../web/src/i18n/language.js';
import { classSet, generator, handout, kMostSheets } from '../../web/src/lessons/class-set.js';
import { hashOf, kSteps, lessons, placeOf } from '../../web/src/lessons/index.js';
import {
  exact,
  figureIn,
  filled,
  same,
  settleCase,
  tried,
  typedAs,
  type Lesson,
  type LessonTexts,
} from '../../web/src/lessons/lesson.js';
import { NumberText } from '../../web/src/model/json.js';
import { startEngine } from '../replay/engine.js';

const engine = await startEngine();
const byId = (id: string): Lesson => lessons.find((one) => one.id === id)!;

const placeholders = (text: string): string[] => [...text.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name!);

test('the deck’s two examples open the lessons, and every term has one', () => {
  assert.deepEqual(
    lessons.map(({ id }) => id),
    [
      ...['one-sided', 'two-sided', 'minimum', 'cap', 'losses'],
      ...['achievement-and-improvement', 'quality-gate', 'escalator'],
      ...['withhold', 'incentive-pool', 'distribution', 'attribution'],
    ],
  );
});

for (const lesson of lessons) {
  const { id, figures, givens, results, vary, puzzle, draws } = lesson;
  const sheet = handout(engine, lesson);
  const cases = { now: sheet.example, old: sheet.example, new: sheet.varied, goal: sheet.solved };

  test(`${id}: says the same with the same figures in every language`, () => {
    for (const part of Object.keys(lesson.texts.en) as (keyof LessonTexts)[]) {
      const named = kLanguages.map((language) => {
        const text = lesson.texts[language][part];
        assert.ok(text.trim().length > 3, `${language} ${part}`);
        return [...new Set(placeholders(text))].sort();
      });
      assert.deepEqual(named[1], named[0], part);
    }
    for (const name of [...givens, ...results])
      for (const language of kLanguages) assert.ok(figures[name]?.label[language], name);
  });

  test(`${id}: no figure stands in its texts, every one is settled`, () => {
    for (const language of kLanguages)
      for (const [part, text] of Object.entries(lesson.texts[language])) {
        assert.doesNotMatch(text, /\d/, `${language} ${part}`);
        assert.doesNotMatch(filled(text, cases, language), /[{}]|undefined|NaN/, part);
      }
  });

  test(`${id}: the engine settles it, and every figure it names is there`, () => {
    for (const one of Object.values(cases)) {
      assert.deepEqual(one.issues, []);
      for (const name of [...givens, ...results])
        assert.notEqual(figureIn(one, name, 'en'), '', name);
    }
    for (const name of [vary.given, puzzle.given, ...Object.keys(draws)])
      assert.ok(!figures[name]!.at.startsWith('/settlement'), `${name} is given`);
    for (const name of [vary.asks, puzzle.asks])
      assert.ok(figures[name]!.at.startsWith('/settlement'), `${name} is computed`);
  });

  test(`${id}: what is varied changes the result that is asked for`, () => {
    assert.notEqual(exact(sheet.varied, vary.asks), exact(sheet.example, vary.asks));
  });

  test(`${id}: the engine accepts an answer to the puzzle and refuses wrong ones`, () => {
    assert.equal(tried(engine, lesson, puzzle.to).right, true);
    const own = typedAs(figures[puzzle.given]!.unit, exact(sheet.example, puzzle.given));
    assert.notEqual(own, undefined);
    const given = exact(sheet.example, puzzle.given);
    const asGiven = figures[puzzle.given]!.unit === 'rate' ? given : new NumberText(given);
    assert.equal(tried(engine, lesson, asGiven).right, false, 'the example itself');
    assert.equal(tried(engine, lesson, 'nonsense').right, false);
    assert.equal(tried(engine, lesson, new NumberText('-7')).right, false);
  });

  test(`${id}: a class set is the same for a seed, differs by sheet, and has a point`, () => {
    const figuresOf = (seed: string) =>
      classSet(engine, lesson, seed, 8).map(({ example, varied, solved }) =>
        [example, varied, solved].map((one) =>
          [...givens, ...results].map((name) => figureIn(one, name, 'en')).join(' '),
        ),
      );
    const first = figuresOf('autumn');
    assert.deepEqual(figuresOf('autumn'), first);
    assert.notDeepEqual(figuresOf('winter'), first);
    assert.ok(new Set(first.map((one) => one.join())).size > 5);
    for (const { example, varied, solved } of classSet(engine, lesson, 'autumn', 8)) {
      assert.ok(!same(exact(example, vary.asks), exact(varied, vary.asks)));
      assert.ok(!['', '0'].includes(exact(solved, puzzle.asks)));
      for (const name of lesson.story.positive ?? [])
        assert.match(exact(example, name), /^[1-9]|^0\.0*[1-9]/, name);
    }
  });
}

test('the deck’s figures come out', () => {
  for (const [id, payment, keeps] of [
    ['one-sided', '1000', '1000'],
    ['two-sided', '1200', '800'],
  ] as const) {
    const one = settleCase(engine, byId(id));
    assert.deepEqual([exact(one, 'payment'), exact(one, 'keeps')], [payment, keeps]);
  }
});

test('“find the spending that pays $15” is answered by $470, and by nothing near it', () => {
  const lesson = byId('one-sided');
  const goal = handout(engine, lesson).solved;
  assert.equal(figureIn(goal, 'payment', 'en', true), '$15');
  for (const [typed, right] of [
    ['$470', true],
    ['470.00', true],
    ['$470.02', false],
    ['$469', false],
    ['$530', false],
  ] as const)
    assert.equal(tried(engine, lesson, typedAs('money', typed)!).right, right, typed);
});

test('a patient goes where the engine’s population says', () => {
  const lesson = byId('attribution');
  const visits = (south: number) =>
    exact(settleCase(engine, lesson, { south }), 'assigned');
  assert.deepEqual([1, 2, 3, 4].map(visits), ['North', 'North', 'South', 'South']);
});

test('figures are read as they are typed', () => {
  assert.deepEqual(typedAs('money', '$1,250.50'), new NumberText('125050'));
  assert.equal(typedAs('rate', '80%'), '0.8');
  assert.equal(typedAs('flag', 'Sí'), true);
  assert.equal(typedAs('flag', 'perhaps'), undefined);
  assert.equal(typedAs('money', 'many'), undefined);
  assert.ok(same('0.50', '0.5') && same('North ', 'north') && !same('0.5', '0.51'));
});

test('a class set has at least one sheet and at most sixty', () => {
  const lesson = byId('one-sided');
  assert.equal(classSet(engine, lesson, 'x', 0).length, 1);
  assert.equal(classSet(engine, lesson, 'x', Number.NaN).length, 1);
  assert.equal(classSet(engine, lesson, 'x', 1e9).length, kMostSheets);
});

test('the generator gives the same whole numbers for a seed, now and later', () => {
  const five = (seed: string): number[] => {
    const random = generator(seed);
    return [1, 2, 3, 4, 5].map(() => random(1000));
  };
  assert.deepEqual(five('seed'), [732, 680, 837, 998, 832]);
  assert.notDeepEqual(five('seeds'), five('seed'));
});

test('every step of every lesson has an address of its own', () => {
  for (const lesson of lessons)
    for (const step of kSteps) assert.deepEqual(placeOf(hashOf(lesson, step)), { lesson, step });
  assert.deepEqual(placeOf('#/learn'), { lesson: null, step: 'idea' });
  assert.deepEqual(placeOf('#/learn/nothing/like'), { lesson: null, step: 'idea' });
});
