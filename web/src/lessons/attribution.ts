// SPDX-License-Identifier: Apache-2.0
import type { Figures, Lesson } from './lesson.js';

// Whose patient is this? Two clinics, one invented patient, a handful of visits.
const kMethod = '/population/terms/attribution/methods/0/method';
const clinic = (i: number, member: string): string => `/population/clinics/${i}/${member}`;
const kAssigned = '/settlement/assignment/candidate';

const figures: Figures = {
  method: {
    at: kMethod,
    unit: 'word',
    label: { en: 'The patient goes to the clinic with', es: 'El paciente es de la clínica con' },
  },
  north: {
    at: clinic(0, 'visits'),
    unit: 'count',
    label: { en: 'Visits to North clinic', es: 'Visitas a la clínica Norte' },
  },
  south: {
    at: clinic(1, 'visits'),
    unit: 'count',
    label: { en: 'Visits to South clinic', es: 'Visitas a la clínica Sur' },
  },
  charge_north: {
    at: '/settlement/assignment/candidates/0/allowed_cents',
    unit: 'money',
    label: { en: 'Charges of the first clinic', es: 'Cargos de la primera clínica' },
  },
  charge_south: {
    at: '/settlement/assignment/candidates/1/allowed_cents',
    unit: 'money',
    label: { en: 'Charges of the second clinic', es: 'Cargos de la segunda clínica' },
  },
  assigned: {
    at: kAssigned,
    unit: 'word',
    label: { en: 'The patient belongs to', es: 'El paciente pertenece a' },
  },
};

const visits = { from: 1, to: 9, step: 1 };

export const attributionLessons: readonly Lesson[] = [
  {
    id: 'attribution',
    documents: {
      population: {
        terms: {
          title: 'Attribution',
          year: { begin: '2024-01-01', end: '2024-12-31' },
          attribution: {
            unit: 'group',
            timing: 'retrospective',
            services: { edition: 2024 },
            methods: [
              { method: 'plurality_of_visits', tie_breaks: ['most_recent', 'lowest_id'] },
            ],
          },
          cost: { amount: 'allowed' },
        },
        clinics: [
          { id: 'North', visits: 3, charge: '80' },
          { id: 'South', visits: 2, charge: '200' },
        ],
      },
    },
    figures,
    givens: ['method', 'north', 'south'],
    results: ['charge_north', 'charge_south', 'assigned'],
    picture: 'none',
    vary: {
      given: 'method',
      to: 'plurality_of_allowed_charges',
      asks: 'assigned',
      draw: ['plurality_of_allowed_charges'],
    },
    puzzle: { given: 'south', to: 4, asks: 'assigned', draw: visits },
    draws: { north: visits, south: visits },
    story: {},
    texts: {
      en: {
        title: 'Whose patient is it?',
        hook: 'Before anything is shared, somebody must say whose patients were treated. A patient saw North clinic {north} times and South clinic {south} times. Who answers for the year’s cost?',
        example:
          'The contract looks at the {method} to primary care in the year. So the patient belongs to {assigned}.',
        vary: 'The contract looks at the {new.method} instead. Whose patient is it? Visits to North are short, those to South are long and dear.',
        why: 'North has charges of {charge_north} for its {north} visits, South {charge_south} for its {south}. By the {method} the patient belongs to {assigned}.',
        puzzle:
          'By visits again: find a number of visits to South with which the patient belongs to {goal.assigned}.',
      },
      es: {
        title: '¿De quién es el paciente?',
        hook: 'Antes de compartir nada hay que decir a quién pertenecen los pacientes. Un paciente fue {north} veces a la clínica Norte y {south} a la clínica Sur. ¿Quién responde por el costo del año?',
        example:
          'El contrato mira {method} de atención primaria en el año. Por eso el paciente pertenece a {assigned}.',
        vary: 'El contrato mira {new.method}. ¿De quién es el paciente? Las visitas a Norte son cortas; las de Sur, largas y caras.',
        why: 'Norte tiene cargos de {charge_north} por sus {north} visitas; Sur, {charge_south} por sus {south}. Según {method}, el paciente pertenece a {assigned}.',
        puzzle:
          'De nuevo por visitas: halle un número de visitas a Sur con el que el paciente pertenece a {goal.assigned}.',
      },
    },
  },
];
