// SPDX-License-Identifier: Apache-2.0
import { savingsFigures } from './figures.js';
import type { Figures, Lesson } from './lesson.js';

// Money that is passed on among the providers.
const kSplit = '/settlement/distribution';
const distributionFigures: Figures = {
  ...savingsFigures,
  retained: {
    at: '/contract/distribution/retain_rate',
    unit: 'rate',
    label: { en: 'Kept for central costs', es: 'Reservado para gastos centrales' },
  },
  groups: {
    at: '/contract/distribution/pools/0/share',
    unit: 'rate',
    label: { en: 'Share of the medical groups', es: 'Parte de los grupos médicos' },
  },
  lives_a: {
    at: '/experience/participants/0/lives',
    unit: 'count',
    label: { en: 'Patients of group A', es: 'Pacientes del grupo A' },
  },
  lives_b: {
    at: '/experience/participants/1/lives',
    unit: 'count',
    label: { en: 'Patients of group B', es: 'Pacientes del grupo B' },
  },
  to_a: {
    at: `${kSplit}/pools/0/members/0/amount_cents`,
    unit: 'money',
    label: { en: 'To group A', es: 'Al grupo A' },
  },
  to_b: {
    at: `${kSplit}/pools/0/members/1/amount_cents`,
    unit: 'money',
    label: { en: 'To group B', es: 'Al grupo B' },
  },
  to_hospital: {
    at: `${kSplit}/pools/1/amount_cents`,
    unit: 'money',
    label: { en: 'To the hospital', es: 'Al hospital' },
  },
};

const lives = { from: 1000, to: 9000, step: 1000 };

export const distributionLessons: readonly Lesson[] = [
  {
    id: 'distribution',
    documents: {
      contract: {
        format: 'gainshare-contract-1',
        title: 'A distribution',
        streams: [
          {
            id: 'shared_savings',
            kind: 'shared_savings',
            terms: { sides: 'one_sided', minimum_savings_rate: '0.02', sharing_rate: '0.5' },
          },
        ],
        distribution: {
          retain_rate: '0.2',
          pools: [
            {
              id: 'groups',
              title: 'Medical groups',
              share: '0.6',
              by: [{ factor: 'lives', weight: '1' }],
              members: [
                { id: 'a', title: 'Group A' },
                { id: 'b', title: 'Group B' },
              ],
            },
            { id: 'hospital', title: 'Hospital', share: '0.4' },
          ],
        },
      },
      experience: {
        format: 'gainshare-experience-1',
        spending: { benchmark_cents: 5000000000, expenditure_cents: 4800000000 },
        participants: [
          { id: 'a', lives: 6000 },
          { id: 'b', lives: 4000 },
        ],
      },
    },
    figures: distributionFigures,
    givens: ['retained', 'groups', 'lives_a', 'lives_b'],
    results: ['payment', 'to_a', 'to_b', 'to_hospital'],
    picture: 'flows',
    vary: { given: 'lives_b', to: 9000, asks: 'to_a', draw: lives },
    puzzle: {
      given: 'retained',
      to: '0.1',
      asks: 'to_hospital',
      draw: ['0', '0.05', '0.1', '0.15', '0.25', '0.3'],
    },
    draws: { lives_a: lives, lives_b: lives },
    story: {},
    texts: {
      en: {
        title: 'Who among the providers gets it',
        hook: 'The organization is paid {payment}. But who treated the patients: groups, a hospital, the office that coordinates? How is it divided?',
        example:
          '{retained} is kept for central costs. Of the rest the medical groups have {groups}, by their patients: {to_a} to group A, {to_b} to group B. The hospital gets {to_hospital}.',
        vary: 'Group B has {new.lives_b} patients instead of {lives_b}. What does group A get?',
        why: 'What the groups have is the same; group A has {lives_a} patients beside {lives_b}. So it gets {to_a} instead of {old.to_a}, and group B {to_b}.',
        puzzle:
          'Find the part kept for central costs at which the hospital gets {goal.to_hospital}.',
      },
      es: {
        title: 'Quién lo recibe entre los proveedores',
        hook: 'La organización recibe {payment}. Pero ¿quién atendió a los pacientes: los grupos, un hospital, la oficina que coordina? ¿Cómo se reparte?',
        example:
          'El {retained} se reserva para gastos centrales. Del resto, los grupos médicos reciben el {groups}, según sus pacientes: {to_a} al grupo A, {to_b} al grupo B. El hospital recibe {to_hospital}.',
        vary: 'El grupo B tiene {new.lives_b} pacientes en vez de {lives_b}. ¿Cuánto recibe el grupo A?',
        why: 'Los grupos tienen lo mismo en conjunto; el grupo A tiene {lives_a} pacientes junto a {lives_b}. Por eso recibe {to_a} en vez de {old.to_a}, y el grupo B {to_b}.',
        puzzle:
          'Halle la parte reservada para gastos centrales con la que el hospital recibe {goal.to_hospital}.',
      },
    },
  },
];
