// SPDX-License-Identifier: Apache-2.0
import { any } from './en-any.js';
import { claims } from './en-claims.js';
import { fieldTexts, groupTexts, optionTexts, parameterTexts } from './en-fields.js';
import { issueSentence, issues } from './en-issues.js';
import { payer } from './en-payer.js';
import { scenario } from './en-scenario.js';
import { backtest, check, headline, idea, picture, quality } from './en-views.js';
import { formula, sourceWords, statusMeaning, statusWords, working } from './en-working.js';
import { whatIf } from './en-what-if.js';

// Every sentence of the page in English. Another language is another object of this shape.
export const en = {
  locale: 'en-US',
  engineWords: '', // about what stays in English where the page does not
  language: 'Language',
  product: 'Gainshare',
  tagline: 'Shared savings, settled to the cent and explained line by line',
  skip: 'Skip to the content',
  nav: 'Views',
  starting: 'Starting the engine …',
  failed:
    'The engine could not start in this browser. It needs WebAssembly; ' +
    'any current Chrome, Edge, Firefox or Safari has it.',
  idea,
  check,
  quality,
  backtest,
  any,
  claims,
  headline,
  picture,
  working,
  formula,
  statusWords,
  statusMeaning,
  sourceWords,
  fields: fieldTexts,
  options: optionTexts,
  groups: groupTexts,
  parameters: parameterTexts,
  issues,
  issueSentence,
  payer,
  scenario,
  whatIf,
  lines: {} as Readonly<Record<string, string>>, // the engine's words for a step, where not English
  form: {
    optional: 'optional',
    notStated: 'Not stated',
    yes: 'Yes',
    no: 'No',
    readAs: (figure: string) => `Read as ${figure}`,
    addTier: 'Add a tier',
    removeTier: 'Remove the last tier',
    tier: (n: number) => `Tier ${n}`,
    step: (n: number) => `Step ${n}`,
    lawNotSettled: 'law not settled',
  },
  statement: {
    line: 'Line',
    amount: 'Amount',
    noLines: 'This contract has no lines in dollars.',
    note: 'Figures in blue boxes and marked “entered” are yours; everything else is computed.',
  },
  marked: {
    title: 'Not certain in this result',
    item: (label: string, status: string) => `${label}: ${status}`,
  },
  replay: {
    button: 'Check the working',
    explain:
      'A second, separate program on this page recomputes every step from the steps before it, and ' +
      'looks up where each given figure comes from.',
    agrees: (steps: number) =>
      `${steps} steps recomputed by separate code in this browser: every one agrees.`,
    differs: (count: number, steps: number) =>
      `${count} of ${steps} steps do not agree. Do not rely on this result.`,
    failure: (id: string, found: string, expected: string) =>
      `${id}: stated ${found}, recomputed ${expected}`,
  },
  footer: {
    editions: 'Editions',
    engine: (version: string) => `Engine ${version}`,
    edition: (title: string, edition: string) => `${title}: rules edition ${edition}`,
    ownTerms: 'Terms stated by the contract; no program edition is used.',
    privacy: 'Everything is computed in this page. Nothing you enter leaves this browser.',
    worked:
      'Worked examples: value-based payment slides of Connecticut’s State Innovation Model; ' +
      'quality scales after Minnesota’s Integrated Health Partnerships.',
  },
} as const;
