// SPDX-License-Identifier: Apache-2.0
import { savingsFigures } from './figures.js';
import type { Draw, Figures, Lesson } from './lesson.js';
import { oneSided, savingsDocuments, shares } from './savings.js';

// How quality becomes points, and what it does to a payment.
const kResult = '/experience/quality/measures/0';
const kScored = '/settlement/streams/0/measures/0';

const measureFigures: Figures = {
  prior: {
    at: `${kResult}/prior`,
    unit: 'rate',
    label: { en: 'Score last year', es: 'Resultado del año anterior' },
  },
  current: {
    at: `${kResult}/current`,
    unit: 'rate',
    label: { en: 'Score this year', es: 'Resultado de este año' },
  },
  change: {
    at: `${kScored}/relative_change`,
    unit: 'rate',
    label: { en: 'Change, of last year’s score', es: 'Cambio, respecto al año anterior' },
  },
  achievement: {
    at: `${kScored}/achievement_points`,
    unit: 'points',
    label: { en: 'Points by achievement', es: 'Puntos por logro' },
  },
  improvement: {
    at: `${kScored}/improvement_points`,
    unit: 'points',
    label: { en: 'Points by improvement', es: 'Puntos por mejora' },
  },
  points: {
    at: `${kScored}/points`,
    unit: 'points',
    label: { en: 'Points that count', es: 'Puntos que cuentan' },
  },
};

const steps = (rows: readonly (readonly [at: string, points: string])[], key: string) =>
  rows.map(([at, points]) => ({ [key]: at, points }));

const measure = {
  id: 'measure',
  title: 'One measure',
  achievement: steps(
    [
      ['0.20', '1.0'],
      ['0.30', '1.2'],
      ['0.35', '1.4'],
      ['0.40', '1.6'],
      ['0.45', '1.8'],
      ['0.55', '2.0'],
    ],
    'rate',
  ),
  improvement: steps(
    [
      ['0.05', '1.0'],
      ['0.06', '1.2'],
      ['0.07', '1.4'],
      ['0.08', '1.6'],
      ['0.09', '1.8'],
      ['0.10', '2.0'],
    ],
    'from_relative_change',
  ),
  maximum_points: '2.0',
};

const scores: Draw = { from: 20, to: 60, step: 1 };
const spending: Draw = { from: 40000, to: 48500, step: 500 };
const high: Draw = { from: 70, to: 100, step: 5 };

export const qualityLessons: readonly Lesson[] = [
  {
    id: 'achievement-and-improvement',
    documents: {
      contract: {
        format: 'gainshare-contract-1',
        title: 'Achievement and improvement',
        streams: [{ id: 'quality', kind: 'quality_scorecard', terms: { measures: [measure] } }],
      },
      experience: {
        format: 'gainshare-experience-1',
        quality: { measures: [{ id: 'measure', prior: '0.40', current: '0.45' }] },
      },
    },
    figures: measureFigures,
    givens: ['prior', 'current'],
    results: ['achievement', 'change', 'improvement', 'points'],
    picture: 'scale',
    vary: { given: 'current', to: '0.41', asks: 'points', draw: scores },
    puzzle: { given: 'current', to: '0.30', asks: 'points', draw: scores },
    draws: { prior: scores, current: scores },
    story: {},
    texts: {
      en: {
        title: 'Achievement and improvement',
        hook: 'A clinic scored {prior} last year and scores {current} this year. Should it be measured against others, or against itself?',
        example:
          'Against others {current} earns {achievement} points. Against itself it improved by {change}, which earns {improvement}. The better of the two counts: {points} points.',
        vary: 'The score this year is {new.current} instead of {current}. How many points count?',
        why: 'A change of {change} earns {improvement} points by improvement; {current} still earns {achievement} by achievement. The better one counts: {points}.',
        puzzle:
          'Last year’s score is {prior}. Find a score this year for which {goal.points} points count.',
      },
      es: {
        title: 'Logro y mejora',
        hook: 'Una clínica obtuvo {prior} el año pasado y obtiene {current} este año. ¿Se la mide con otras o consigo misma?',
        example:
          'Frente a otras, {current} da {achievement} puntos. Frente a sí misma mejoró un {change}, lo que da {improvement}. Cuenta lo mejor: {points} puntos.',
        vary: 'El resultado de este año es {new.current} en vez de {current}. ¿Cuántos puntos cuentan?',
        why: 'Un cambio del {change} da {improvement} puntos por mejora; {current} todavía da {achievement} por logro. Cuenta lo mejor: {points}.',
        puzzle:
          'El resultado anterior es {prior}. Halle un resultado de este año con el que cuentan {goal.points} puntos.',
      },
    },
  },
  {
    id: 'quality-gate',
    documents: savingsDocuments(
      'Quality gate',
      { ...oneSided, quality: { effect: 'fixed', minimum_score: '0.7' } },
      48000,
      { quality: { score: '0.75' } },
    ),
    figures: savingsFigures,
    givens: ['benchmark', 'spending', 'share', 'gate', 'score'],
    results: ['savings', 'final_share', 'payment', 'keeps'],
    picture: 'map',
    vary: { given: 'score', to: '0.69', asks: 'payment', draw: { from: 40, to: 69, step: 1 } },
    puzzle: { given: 'spending', to: 46000, asks: 'payment', draw: spending },
    draws: { spending, share: shares, score: high },
    story: { positive: ['payment'] },
    texts: {
      en: {
        title: 'The quality gate',
        hook: 'Care cost {spending} instead of {benchmark}. But was it still good care? A gate asks before anything is paid.',
        example:
          'The quality score is {score}, and the gate stands at {gate}: it is passed. So the full share is paid: {payment}. A higher score would not change that.',
        vary: 'The score is {new.score} instead of {score}. What is the provider paid?',
        why: 'Below {gate} nothing is shared, however much was saved. {savings} was, and the payment is {payment}.',
        puzzle:
          'The score is {score} again. Find the actual spending at which the provider is paid {goal.payment}.',
      },
      es: {
        title: 'La puerta de calidad',
        hook: 'La atención costó {spending} en vez de {benchmark}. ¿Siguió siendo buena? Una puerta lo pregunta antes de pagar.',
        example:
          'La calidad es {score} y la puerta está en {gate}: se pasa. Se paga la parte completa: {payment}. Una calidad mayor no cambiaría nada.',
        vary: 'La calidad es {new.score} en vez de {score}. ¿Cuánto se paga al proveedor?',
        why: 'Por debajo de {gate} no se comparte nada, por mucho que se ahorre. Se ahorraron {savings}, y el pago es {payment}.',
        puzzle:
          'La calidad vuelve a ser {score}. Halle el gasto real con el que se pagan {goal.payment} al proveedor.',
      },
    },
  },
  {
    id: 'escalator',
    documents: savingsDocuments(
      'Quality escalator',
      { ...oneSided, sharing_rate: '0.6', quality: { effect: 'escalator' } },
      48000,
      { quality: { score: '0.8' } },
    ),
    figures: savingsFigures,
    givens: ['benchmark', 'spending', 'share', 'score'],
    results: ['savings', 'final_share', 'payment', 'keeps'],
    picture: 'map',
    vary: { given: 'score', to: '0.5', asks: 'payment', draw: { from: 20, to: 65, step: 5 } },
    puzzle: { given: 'score', to: '0.75', asks: 'payment', draw: { from: 20, to: 95, step: 5 } },
    draws: { spending, share: shares, score: high },
    story: { positive: ['payment'] },
    texts: {
      en: {
        title: 'The quality escalator',
        hook: 'A gate is all or nothing. Could every step in quality be worth something instead?',
        example:
          'The share rises with the score. At most it is {share}; at a score of {score} it is {final_share}. Of {savings} saved that is {payment}.',
        vary: 'The score is {new.score} instead of {score}. What is the provider paid?',
        why: '{share} at a score of {score} is a share of {final_share}, and {final_share} of {pool} is {payment}.',
        puzzle: 'Find the quality score at which the provider is paid {goal.payment}.',
      },
      es: {
        title: 'La escalera de calidad',
        hook: 'Una puerta es todo o nada. ¿Y si cada paso en calidad valiera algo?',
        example:
          'La parte sube con la calidad. Como máximo es del {share}; con una calidad de {score} es del {final_share}. De {savings} ahorrados son {payment}.',
        vary: 'La calidad es {new.score} en vez de {score}. ¿Cuánto se paga al proveedor?',
        why: 'El {share} con una calidad de {score} es una parte del {final_share}, y el {final_share} de {pool} son {payment}.',
        puzzle: 'Halle la calidad con la que se pagan {goal.payment} al proveedor.',
      },
    },
  },
];
