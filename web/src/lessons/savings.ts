// SPDX-License-Identifier: Apache-2.0
import type { Json } from '../model/json.js';
import { savingsFigures as figures } from './figures.js';
import type { Draw, Lesson } from './lesson.js';

// The slides' two examples, and one lesson for each of their terms.
export function savingsDocuments(
  title: string,
  terms: { [name: string]: Json },
  spending: number,
  more: { [name: string]: Json } = {},
): Lesson['documents'] {
  return {
    contract: {
      format: 'gainshare-contract-1',
      title,
      streams: [{ id: 'shared_savings', kind: 'shared_savings', terms }],
    },
    experience: {
      format: 'gainshare-experience-1',
      spending: { benchmark_cents: 50000, expenditure_cents: spending },
      ...more,
    },
  };
}

export const oneSided = {
  sides: 'one_sided',
  minimum_savings_rate: '0.02',
  sharing_rate: '0.5',
  cap: { on: 'pool', rate: '0.1' },
} as const;
const twoSided = {
  sides: 'two_sided',
  minimum_savings_rate: '0.02',
  sharing_rate: '0.6',
  cap: { on: 'pool', rate: '0.15' },
  minimum_loss_rate: '0.02',
  loss_sharing_rate: '0.6',
  loss_limit: { rate_of_benchmark: '0.1' },
} as const;

const benchmark: Draw = { from: 50000, to: 90000, step: 2000 };
export const belowIt: Draw = { from: 40000, to: 88000, step: 500 };
const above: Draw = { from: 50000, to: 98000, step: 500 };
export const shares: Draw = { from: 40, to: 70, step: 5 };

const draws = { benchmark, spending: belowIt, share: shares };

export const savingsLessons: readonly Lesson[] = [
  {
    id: 'one-sided',
    documents: savingsDocuments('One-sided', oneSided, 48000),
    figures,
    givens: ['benchmark', 'spending', 'minimum', 'share', 'cap'],
    results: ['savings', 'pool', 'payment', 'keeps'],
    picture: 'split',
    vary: { given: 'spending', to: 46000, asks: 'payment', draw: belowIt },
    puzzle: { given: 'spending', to: 47000, asks: 'payment', draw: belowIt },
    draws,
    story: { positive: ['payment'] },
    texts: {
      en: {
        title: 'Sharing savings, one-sided',
        hook: 'A payer expects that care will cost {benchmark}. It costs {spending}. Who gets the difference?',
        example:
          '{savings} was saved. The contract gives the provider {share} of it: {payment}. The payer keeps {keeps}. Had care cost more than expected, the provider would owe nothing: the contract is one-sided.',
        vary: 'Now care costs {new.spending} instead of {spending}. What is the provider paid?',
        why: 'The savings grow from {old.savings} to {savings}, and the provider has {share} of every dollar of them. So the payment is {payment}.',
        puzzle: 'Find the actual spending at which the provider is paid {goal.payment}.',
      },
      es: {
        title: 'Compartir el ahorro, de un lado',
        hook: 'Un pagador prevé que la atención costará {benchmark}. Cuesta {spending}. ¿Quién se queda la diferencia?',
        example:
          'Se ahorraron {savings}. El contrato da al proveedor el {share}: {payment}. El pagador se queda {keeps}. Si la atención hubiera costado más de lo previsto, el proveedor no debería nada: el contrato es de un solo lado.',
        vary: 'Ahora la atención cuesta {new.spending} en vez de {spending}. ¿Cuánto se paga al proveedor?',
        why: 'El ahorro crece de {old.savings} a {savings}, y el proveedor recibe el {share} de cada dólar. Por eso el pago es {payment}.',
        puzzle: 'Halle el gasto real con el que se pagan {goal.payment} al proveedor.',
      },
    },
  },
  {
    id: 'two-sided',
    documents: savingsDocuments('Two-sided', twoSided, 48000),
    figures,
    givens: ['benchmark', 'spending', 'minimum', 'share', 'cap', 'loss_share'],
    results: ['savings', 'pool', 'payment', 'keeps'],
    picture: 'split',
    vary: { given: 'spending', to: 46000, asks: 'payment', draw: belowIt },
    puzzle: { given: 'spending', to: 47500, asks: 'payment', draw: belowIt },
    draws: { ...draws, loss_share: shares },
    story: { positive: ['payment'] },
    texts: {
      en: {
        title: 'Sharing savings, two-sided',
        hook: 'The same year: {benchmark} expected, {spending} spent. But this provider has agreed to bear {loss_share} of any loss. What is that promise worth when there are savings?',
        example:
          'Who takes a share of losses is given a larger share of savings: {share} of {savings} is {payment}, and {keeps} stays with the payer.',
        vary: 'Care costs {new.spending} instead of {spending}. What is the provider paid?',
        why: '{savings} is saved and all of it is shared: {pool}. The provider’s {share} of that is {payment}.',
        puzzle: 'Find the actual spending at which the provider is paid {goal.payment}.',
      },
      es: {
        title: 'Compartir el ahorro, de dos lados',
        hook: 'El mismo año: {benchmark} previstos, {spending} gastados. Pero este proveedor aceptó cargar con el {loss_share} de cualquier pérdida. ¿Qué vale esa promesa cuando hay ahorro?',
        example:
          'Quien asume parte de las pérdidas recibe una parte mayor del ahorro: el {share} de {savings} son {payment}, y {keeps} quedan para el pagador.',
        vary: 'La atención cuesta {new.spending} en vez de {spending}. ¿Cuánto se paga al proveedor?',
        why: 'Se ahorran {savings} y se comparte todo: {pool}. El {share} del proveedor son {payment}.',
        puzzle: 'Halle el gasto real con el que se pagan {goal.payment} al proveedor.',
      },
    },
  },
  {
    id: 'minimum',
    documents: savingsDocuments('Minimum savings rate', oneSided, 49500),
    figures,
    givens: ['benchmark', 'spending', 'minimum', 'share', 'cap'],
    results: ['savings', 'least', 'pool', 'payment'],
    picture: 'split',
    vary: { given: 'minimum', to: '0.01', asks: 'payment', draw: ['0', '0.005', '0.01'] },
    puzzle: { given: 'spending', to: 49000, asks: 'payment', draw: belowIt },
    draws: { benchmark, spending: { from: 49000, to: 89500, step: 100 } },
    story: { positive: ['savings'] },
    texts: {
      en: {
        title: 'The minimum savings rate',
        hook: 'Costs go up and down by chance. {savings} was saved of {benchmark}: is that good care, or luck?',
        example:
          'The contract shares only savings of at least {minimum} of expected spending: {least}. {savings} was saved, so the provider is paid {payment}.',
        vary: 'The payer agrees to a minimum of {new.minimum} instead of {minimum}. What is the provider paid?',
        why: 'The minimum is now {least}, and {savings} reaches it. Once it is reached the savings count from the first dollar: {share} of {pool} is {payment}.',
        puzzle:
          'With a minimum of {minimum}, find an actual spending at which the provider is paid {goal.payment}.',
      },
      es: {
        title: 'La tasa mínima de ahorro',
        hook: 'Los costos suben y bajan por azar. Se ahorraron {savings} de {benchmark}: ¿buena atención o suerte?',
        example:
          'El contrato solo comparte un ahorro de al menos el {minimum} del gasto previsto: {least}. Se ahorraron {savings}, así que se pagan {payment} al proveedor.',
        vary: 'El pagador acepta un mínimo del {new.minimum} en vez del {minimum}. ¿Cuánto se paga al proveedor?',
        why: 'El mínimo es ahora {least}, y {savings} lo alcanzan. Una vez alcanzado, el ahorro cuenta desde el primer dólar: el {share} de {pool} son {payment}.',
        puzzle:
          'Con un mínimo del {minimum}, halle un gasto real con el que se pagan {goal.payment} al proveedor.',
      },
    },
  },
  {
    id: 'cap',
    documents: savingsDocuments('Cap', oneSided, 40000),
    figures,
    givens: ['benchmark', 'spending', 'share', 'cap'],
    results: ['savings', 'pool', 'payment', 'keeps'],
    picture: 'waterfall',
    vary: {
      given: 'cap',
      to: '0.15',
      asks: 'payment',
      draw: ['0.06', '0.08', '0.12', '0.14', '0.15'],
    },
    puzzle: { given: 'share', to: '0.8', asks: 'payment', draw: { from: 20, to: 90, step: 5 } },
    draws: { benchmark, spending: { from: 30000, to: 70000, step: 1000 }, share: shares },
    story: { positive: ['payment'], differ: ['savings', 'pool'] },
    texts: {
      en: {
        title: 'The cap',
        hook: 'Care was expected to cost {benchmark} and costs {spending}. So much less is rarely only good care. How much of it should be shared?',
        example:
          'At most {cap} of expected spending is shared. Of {savings} saved, {pool} is, and the provider has {share} of that: {payment}.',
        vary: 'The cap is {new.cap} instead of {cap}. What is the provider paid?',
        why: 'The cap lets {pool} into the pool instead of {old.pool}; the savings are the same {savings}. {share} of {pool} is {payment}.',
        puzzle:
          'The cap is {cap} again. Find the provider’s share of savings at which {goal.payment} is paid.',
      },
      es: {
        title: 'El tope',
        hook: 'Se preveía un costo de {benchmark} y fue de {spending}. Tanta diferencia rara vez es solo buena atención. ¿Cuánto debe compartirse?',
        example:
          'Se comparte como máximo el {cap} del gasto previsto. De {savings} ahorrados entran {pool}, y el proveedor recibe el {share}: {payment}.',
        vary: 'El tope es del {new.cap} en vez del {cap}. ¿Cuánto se paga al proveedor?',
        why: 'El tope deja entrar {pool} en vez de {old.pool}; el ahorro es el mismo: {savings}. El {share} de {pool} son {payment}.',
        puzzle:
          'El tope vuelve a ser del {cap}. Halle la parte del proveedor con la que se pagan {goal.payment}.',
      },
    },
  },
  {
    id: 'losses',
    documents: savingsDocuments('Two-sided risk', twoSided, 51000),
    figures,
    givens: ['benchmark', 'spending', 'loss_minimum', 'loss_share', 'loss_limit'],
    results: ['savings', 'owed', 'keeps'],
    picture: 'waterfall',
    vary: { given: 'spending', to: 65000, asks: 'owed', draw: above },
    puzzle: { given: 'spending', to: 55000, asks: 'owed', draw: above },
    draws: { benchmark, spending: above, loss_share: shares },
    story: { positive: ['owed'] },
    texts: {
      en: {
        title: 'Losses, when risk is two-sided',
        hook: 'This year care costs {spending}, more than the {benchmark} that was expected. The contract is two-sided. Who bears it?',
        example:
          'Losses of at least {loss_minimum} of expected spending are shared. The provider owes {loss_share} of the loss: {owed}.',
        vary: 'Care costs {new.spending} instead of {spending}. What does the provider owe?',
        why: 'The provider bears {loss_share} of a loss, but never more than {loss_limit} of expected spending: the limit protects it. At a spending of {spending} it owes {owed}.',
        puzzle: 'Find the actual spending at which the provider owes {goal.owed}.',
      },
      es: {
        title: 'Pérdidas, cuando el riesgo es de dos lados',
        hook: 'Este año la atención cuesta {spending}, más de los {benchmark} previstos. El contrato es de dos lados. ¿Quién lo asume?',
        example:
          'Se comparten las pérdidas de al menos el {loss_minimum} del gasto previsto. El proveedor debe el {loss_share} de la pérdida: {owed}.',
        vary: 'La atención cuesta {new.spending} en vez de {spending}. ¿Cuánto debe el proveedor?',
        why: 'El proveedor carga con el {loss_share} de una pérdida, pero nunca con más del {loss_limit} del gasto previsto: el límite lo protege. Con un gasto de {spending} debe {owed}.',
        puzzle: 'Halle el gasto real con el que el proveedor debe {goal.owed}.',
      },
    },
  },
];
