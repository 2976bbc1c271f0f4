// SPDX-License-Identifier: Apache-2.0
import type { Figures, Lesson } from './lesson.js';

// Money that is held back, and money that is pooled.
const kProgram = '/contract/streams/0/program';
const kStream = '/settlement/streams/0';

const withholdFigures: Figures = {
  payments: {
    at: '/experience/withhold/monthly_payments_cents/primary_care',
    unit: 'money',
    label: { en: 'Payments a month', es: 'Pagos al mes' },
  },
  rate: {
    at: `${kProgram}/withhold_rates/primary_care`,
    unit: 'rate',
    label: { en: 'Part withheld', es: 'Parte retenida' },
  },
  first: {
    at: `${kProgram}/goals/0/weight`,
    unit: 'rate',
    label: { en: 'Weight of the first goal', es: 'Peso del primer objetivo' },
  },
  second: {
    at: `${kProgram}/goals/1/weight`,
    unit: 'rate',
    label: { en: 'Weight of the second goal', es: 'Peso del segundo objetivo' },
  },
  first_met: {
    at: '/experience/goals/0/met',
    unit: 'flag',
    label: { en: 'First goal met', es: 'Primer objetivo cumplido' },
  },
  second_met: {
    at: '/experience/goals/1/met',
    unit: 'flag',
    label: { en: 'Second goal met', es: 'Segundo objetivo cumplido' },
  },
  deposits: {
    at: `${kStream}/deposits_cents`,
    unit: 'money',
    label: { en: 'Withheld in the year', es: 'Retenido en el año' },
  },
  earned: {
    at: `${kStream}/payment_cents`,
    unit: 'money',
    label: { en: 'Earned back by the provider', es: 'Recuperado por el proveedor' },
  },
  returned: {
    at: `${kStream}/returned_cents`,
    unit: 'money',
    label: { en: 'Back to the payer', es: 'Vuelve al pagador' },
  },
};

const area = (i: number, member: string): string => `${kStream}/areas/${i}/${member}`;
const change = (i: number): string => `/experience/areas/${i}/changes/pmpm`;

const poolFigures: Figures = {
  savings: {
    at: '/experience/program_savings_cents',
    unit: 'money',
    label: { en: 'Savings of the program', es: 'Ahorro del programa' },
  },
  cost_a: {
    at: change(0),
    unit: 'rate',
    label: { en: 'Change in cost, area A', es: 'Cambio del costo, zona A' },
  },
  cost_b: {
    at: change(1),
    unit: 'rate',
    label: { en: 'Change in cost, area B', es: 'Cambio del costo, zona B' },
  },
  pool: {
    at: `${kStream}/pool_cents`,
    unit: 'money',
    label: { en: 'Incentive pool', es: 'Fondo de incentivos' },
  },
  points_a: {
    at: area(0, 'points'),
    unit: 'points',
    label: { en: 'Points of area A', es: 'Puntos de la zona A' },
  },
  points_b: {
    at: area(1, 'points'),
    unit: 'points',
    label: { en: 'Points of area B', es: 'Puntos de la zona B' },
  },
  share_a: {
    at: area(0, 'pool_share_cents'),
    unit: 'money',
    label: { en: 'Area A’s share of the pool', es: 'Parte del fondo de la zona A' },
  },
  share_b: {
    at: area(1, 'pool_share_cents'),
    unit: 'money',
    label: { en: 'Area B’s share of the pool', es: 'Parte del fondo de la zona B' },
  },
};

const experience = { format: 'gainshare-experience-1' } as const;
const contract = { format: 'gainshare-contract-1' } as const;

export const fundsLessons: readonly Lesson[] = [
  {
    id: 'withhold',
    documents: {
      contract: {
        ...contract,
        title: 'A withhold',
        streams: [
          {
            id: 'withhold',
            kind: 'withhold',
            program: {
              name: 'healthpartners',
              performance_year: 2024,
              withhold_rates: { primary_care: '0.05' },
              annual_interest_rate: '0',
              goals: [
                { id: 'first', title: 'First goal', weight: '0.6' },
                { id: 'second', title: 'Second goal', weight: '0.4' },
              ],
            },
          },
        ],
      },
      experience: {
        ...experience,
        withhold: { monthly_payments_cents: { primary_care: 10000000 }, months_count: 12 },
        goals: [
          { id: 'first', met: true },
          { id: 'second', met: false },
        ],
      },
    },
    figures: withholdFigures,
    givens: ['payments', 'rate', 'first', 'first_met', 'second', 'second_met'],
    results: ['deposits', 'earned', 'returned'],
    picture: 'flows',
    vary: { given: 'second_met', to: true, asks: 'earned', draw: [true] },
    puzzle: {
      given: 'rate',
      to: '0.08',
      asks: 'earned',
      draw: ['0.02', '0.03', '0.04', '0.06', '0.07', '0.08'],
    },
    draws: { payments: { from: 5000000, to: 20000000, step: 1000000 } },
    story: {},
    texts: {
      en: {
        title: 'The withhold',
        hook: 'Instead of a bonus at the end, part of every payment is held back first. How does the provider get it back?',
        example:
          'Of {payments} a month {rate} goes into an account: {deposits} in the year. Goals that are met earn their weight of it back: {earned}. The rest, {returned}, returns to the payer.',
        vary: 'The second goal is met, too. What does the provider earn back?',
        why: 'With both goals met their whole weight is earned: {earned} of {deposits}. Nothing new is paid; the provider gets its own money.',
        puzzle:
          'The second goal is missed again. Find the part withheld at which {goal.earned} is earned back.',
      },
      es: {
        title: 'La retención',
        hook: 'En vez de una bonificación al final, se retiene primero una parte de cada pago. ¿Cómo la recupera el proveedor?',
        example:
          'De {payments} al mes, el {rate} va a una cuenta: {deposits} en el año. Los objetivos cumplidos recuperan su peso: {earned}. El resto, {returned}, vuelve al pagador.',
        vary: 'También se cumple el segundo objetivo. ¿Cuánto recupera el proveedor?',
        why: 'Con ambos objetivos cumplidos se gana todo su peso: {earned} de {deposits}. No se paga nada nuevo; el proveedor recibe su propio dinero.',
        puzzle:
          'El segundo objetivo vuelve a fallar. Halle la parte retenida con la que se recuperan {goal.earned}.',
      },
    },
  },
  {
    id: 'incentive-pool',
    documents: {
      contract: {
        ...contract,
        title: 'An incentive pool',
        streams: [
          {
            id: 'pool',
            kind: 'incentive_pool',
            program: { name: 'onecare_pip', performance_year: 2021 },
          },
        ],
      },
      experience: {
        ...experience,
        program_savings_cents: 600000000,
        areas: [
          { id: 'a', title: 'Area A', lives: 6000, changes: { pmpm: '-0.02', aedv: '-0.03' } },
          { id: 'b', title: 'Area B', lives: 4000, changes: { pmpm: '0.03', aedv: '-0.01' } },
          { id: 'c', title: 'Area C', lives: 2000, changes: { pmpm: '0.02', aedv: '0.04' } },
        ],
      },
    },
    figures: poolFigures,
    givens: ['savings', 'cost_a', 'cost_b'],
    results: ['pool', 'points_a', 'points_b', 'share_a', 'share_b'],
    picture: 'flows',
    vary: { given: 'cost_b', to: '-0.02', asks: 'share_b', draw: ['-0.01', '-0.02', '-0.03'] },
    puzzle: {
      given: 'savings',
      to: 900000000,
      asks: 'share_a',
      draw: { from: 300000000, to: 1500000000, step: 30000000 },
    },
    draws: { savings: { from: 300000000, to: 1200000000, step: 30000000 } },
    story: {},
    texts: {
      en: {
        title: 'The incentive pool',
        hook: 'A program of several areas saved {savings} together. Which area did more for it?',
        example:
          '{pool} of the savings is a pool for incentives. Areas earn a point for each trend that is better than average, in cost and in emergency visits: {points_a} for area A, {points_b} for area B. Points divide the pool: {share_a} and {share_b}.',
        vary: 'Area B’s cost changes by {new.cost_b} instead of {cost_b}. What is its share of the pool?',
        why: 'Area B now has {points_b} points and gets {share_b}. The pool is still {pool}: area A, with {points_a}, gets {share_a} instead of {old.share_a}.',
        puzzle:
          'With the first example’s trends, find the savings of the program at which area A gets {goal.share_a}.',
      },
      es: {
        title: 'El fondo de incentivos',
        hook: 'Un programa de varias zonas ahorró {savings} en conjunto. ¿Qué zona contribuyó más?',
        example:
          '{pool} del ahorro forman un fondo de incentivos. Las zonas ganan un punto por cada tendencia mejor que la media, en costo y en urgencias: {points_a} para la zona A, {points_b} para la zona B. Los puntos reparten el fondo: {share_a} y {share_b}.',
        vary: 'El costo de la zona B cambia un {new.cost_b} en vez de un {cost_b}. ¿Cuál es su parte del fondo?',
        why: 'La zona B tiene ahora {points_b} puntos y recibe {share_b}. El fondo sigue siendo de {pool}: la zona A, con {points_a}, recibe {share_a} en vez de {old.share_a}.',
        puzzle:
          'Con las tendencias del primer ejemplo, halle el ahorro del programa con el que la zona A recibe {goal.share_a}.',
      },
    },
  },
];
