// SPDX-License-Identifier: Apache-2.0

// Risk scores, the editions of programs that terms name, and what became of patients who were
// assigned before the year.

const members = (count: string): string => (count === '1' ? '1 patient' : `${count} patients`);

export const programWords: Readonly<Record<string, string>> = {
  mssp_assignment: 'Medicare’s assignment of beneficiaries',
  cms_hcc: 'CMS-HCC risk adjustment',
};

export const reconciliationWords = {
  title: 'Reconciled at the end of the year',
  lead: (before: string) =>
    `${members(before)} were attributed before the year began. This is what became of them.`,
  became: 'By the end of the year',
  reasons: {
    kept: 'Stayed',
    died_before: 'Died before the year',
    lost_coverage: 'Lost coverage',
    moved_away: 'Moved out of the area',
  } as Record<string, string>,
};

const partWords: Readonly<Record<string, string>> = {
  age_and_sex: 'Age and sex',
  originally_disabled: 'Originally entitled by disability',
  institutional_dual: 'In an institution, with Medicaid',
  category: 'Condition',
  category_count: 'Number of conditions',
  interaction: 'Conditions together',
};

export const riskWords = {
  title: 'Mean risk score by type',
  everyType: 'All types',
  diagnoses: (begin: string, end: string) => `Diagnoses from ${begin} to ${end}.`,
  newEnrollees: (count: string) =>
    `${members(count)} without coverage in all of that time: scored by age and sex alone.`,
  unscored: (count: string) =>
    `${members(count)} of the contract without a risk score: in no mean.`,
  unreadable: (count: string) =>
    `${members(count)} whose stated risk score is no number. Correct the eligibility file.`,
  ratio: (uncapped: string, capped: string) =>
    uncapped === capped
      ? `The contract’s mean is ${capped} times that of the last base year.`
      : `The contract’s mean is ${uncapped} times that of the last base year; the cap of the ` +
        `terms leaves ${capped}.`,
  unused: (variables: string) =>
    `Coefficients that nothing defines, so that they do not count: ${variables}. A table of ` +
    'interactions defines them.',

  // one patient
  ofMember: 'Risk score',
  methods: {
    given: 'The score that the eligibility file states.',
    demographic: 'By the terms’ table of ages.',
    hcc: 'By the tables of the model that you dropped.',
  } as Record<string, string>,
  age: (years: string) => `Age ${years} on the day that counts.`,
  noAge: 'No date of birth, so no score.',
  model: (name: string) => `Model ${name}`,
  segment: (name: string) => `Coefficients of the segment “${name}”.`,
  part: 'Part',
  from: 'By',
  figure: 'Score',
  parts: partWords,
  category: (name: string) => `Condition category ${name}`,
  raw: 'Raw score',
  coding: 'Coding adjustment',
  less: (part: string) => `× (1 − ${part})`,
  normalisation: 'Normalisation',
  weight: 'Share of the blend',
  weighted: 'Payment score of the model',
  frailty: 'Frailty',
  divisor: 'Mean of the population',
  mean: (type: string) => `Mean given for ${type}`,
  months: (months: string) => `${months} months`,
  score: 'Risk score',
  dropped: (category: string, by: string) =>
    `Category ${category} does not count beside the more severe ${by}.`,
  free: (categories: string) => `Categories that pay nothing here: ${categories}.`,
};
