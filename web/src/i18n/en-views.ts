// SPDX-License-Identifier: Apache-2.0

// The views of shared savings, quality points and the back-test.
export const idea = {
  nav: 'The idea',
  title: 'The idea',
  story: (expected: string, spent: string, saved: string, sign: number) =>
    sign > 0
      ? `${expected} was expected. ${spent} was spent. ${saved} was saved — who gets it?`
      : sign < 0
        ? `${expected} was expected. ${spent} was spent. ${saved} too much — who bears it?`
        : `${expected} was expected, and ${spent} was spent. Nothing was saved, nothing lost.`,
  broken: 'Who gets the savings?',
  lead:
    'A payer and a provider agree on what care should cost. If it costs less, and enough less, ' +
    'they share the savings. Two contracts settle the same year:',
  examples: 'Worked examples',
  example: (benchmark: string, spent: string) => `${benchmark} expected, ${spent} spent`,
  shared: 'The same year for both',
  moreYear: 'More about the year',
  slider: 'Actual spending, slider',
  oneSided: 'One-sided',
  twoSided: 'Two-sided',
  oneSidedLead: 'Savings are shared; a loss is the payer’s alone.',
  twoSidedLead: 'A larger share of savings, and a share of losses.',
  terms: (name: string) => `Terms, ${name.toLowerCase()}`,
  moreTerms: (name: string) => `More terms, ${name.toLowerCase()}`,
  statement: 'The two statements',
  reset: 'Back to the worked example',
  starts: {
    check: 'your contract, your year, the payer’s statement beside it',
    learn: 'one idea at a time, with puzzles and handouts',
    any: 'withholds, episodes, capitation and every other kind',
    claims: 'patients and costs from files that stay here',
  },
} as const;

export const headline = {
  earns: (payment: string, savings: string, keeps: string) =>
    `You would earn ${payment} of the ${savings} saved. The payer keeps ${keeps}.`,
  below: (savings: string, minimum: string) =>
    `${savings} was saved, but the minimum is ${minimum}. You would earn $0; the payer keeps all of it.`,
  quality: (savings: string) =>
    `${savings} was saved, but the quality standard was not met. You would earn $0.`,
  nothing: (savings: string) => `You would earn $0 of the ${savings} saved. The payer keeps it.`,
  even: 'Spending met the benchmark exactly. Nothing is shared.',
  owes: (loss: string, owed: string) => `${loss} too much was spent. You would owe ${owed} of it.`,
  owesNothing: (loss: string) => `${loss} too much was spent. You would owe nothing.`,
  recouped: (recouped: string, net: string) =>
    ` ${recouped} of that repays advance payments; ${net} is paid out.`,
  provider: (title: string, sentence: string) => `${title}: ${sentence}`,
} as const;

export const check = {
  nav: 'Check my bonus',
  title: 'Check my bonus',
  lead: 'Enter a contract and a year. The statement follows as you type.',
  enter: 'What you enter',
  kind: 'The contract',
  program: 'Medicare Shared Savings Program',
  own: 'A contract with its own terms',
  other: 'Another kind, or more of it …',
  otherHint: 'Opens this contract in the form that has every part of every kind of payment.',
  defaultTitle: 'My contract',
  onPrint: 'On the print',
  date: 'Date on the statement',
  notSettled: (year: string) =>
    `The law for ${year} is not settled: rates may still change before CMS pays.`,
  startDecides:
    'Enter when the agreement period started. Agreements from 2024 on have a guardrail on losses ' +
    'and, in the BASIC track, half the share for low-revenue ACOs below the minimum rate: without ' +
    'the start neither is applied.',
  dateHint: 'Printed as you write it.',
  statement: 'Statement',
  print: 'Print',
  from: 'From the back-test',
  fromRow: (aco: string, year: string, file: string, line: string) =>
    `${aco}, performance year ${year}, as CMS published it (${file}, line ${line}).`,
  published: 'Published by CMS',
  recomputed: 'Recomputed from the file',
  difference: 'Difference',
  verdict: 'Verdict',
  changed: 'You have changed entries since; the figures below follow what is entered now.',
  unplaced: 'These parts of the row have no field on this page and are left out:',
  projected: (amount: string) =>
    `Spending for the whole year is projected at ${amount}. It rests on what is marked “assumed”.`,
} as const;

export const quality = {
  nav: 'Quality points',
  title: 'Quality points',
  contractTitle: 'Achievement versus improvement',
  story: (prior: string, current: string) => `${prior} last year, ${current} this year.`,
  storyAlone: (current: string) => `${current} this year.`,
  change: (change: string) => `${change} relative change:`,
  earns: (achievement: string, improvement: string) =>
    ` ${achievement} points by achievement, ${improvement} by improvement.`,
  counts: (points: string, maximum: string) =>
    `The better of the two counts: ${points} of ${maximum} points.`,
  lead:
    'Achievement compares the score with other providers. Improvement compares it with the ' +
    'provider’s own score before.',
  achievement: 'By achievement',
  improvement: 'By improvement',
  points: (points: string) => `${points} points`,
  scales: 'The scales',
  addStep: 'Add a step',
  removeStep: 'Remove the last step',
  noChange: 'There is no earlier score to improve on.',
  working: 'The working',
} as const;

export const backtest = {
  nav: 'Back-test',
  title: 'Back-test',
  headline: 'Recompute what CMS has published',
  story: (rows: string, differ: string) => `${rows} ACOs recomputed. ${differ} differ.`,
  storyLimited: (rows: string) => ` ${rows} limited by unpublished revenue.`,
  storyUnreadable: (rows: string) => ` ${rows} could not be read.`,
  lead:
    'CMS publishes how every accountable care organization settled: “Performance Year Financial ' +
    'and Quality Results”, on data.cms.gov. Drop those files here and each settlement is computed ' +
    'again beside what CMS paid.',
  privacy:
    'The files stay on this computer. They are read and recomputed inside this page; nothing is ' +
    'sent anywhere.',
  choose: 'Choose CSV files',
  drop: 'or drop them here',
  year: 'Performance year',
  yearHint: 'Only if a file does not tell it.',
  yearFromFile: 'As the file tells',
  running: (files: string) => `Reading and recomputing ${files} …`,
  failed: 'The files could not be recomputed.',
  tooLarge: (name: string, limit: string) =>
    `${name} is larger than ${limit}. CMS’s results files are well below; choose one of those.`,
  refused: 'None of the files could be read',
  fileIssues: (count: number) =>
    count === 1 ? 'One problem in the files' : `${count} problems in the files`,
  moreIssues: (count: number) => `and ${count} more`,
  totals: 'Counts by year',
  everyYear: 'All years',
  rows: 'ACOs',
  filterVerdict: 'Verdict',
  filterYear: 'Year',
  all: 'All',
  results: 'ACO by ACO',
  open: (name: string, year: string) => `Open ${name}, ${year}, with its working`,
  page: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
  pages: 'Pages of the table',
  scrolls: (table: string) => `${table}: table that scrolls sideways`,
  line: (line: string) => `line ${line}`,
  previous: 'Previous',
  next: 'Next',
  none: 'No ACO has this verdict and year.',
  sortBy: (label: string) => `Sort by ${label}`,
  columns: {
    aco_name: 'ACO',
    performance_year: 'Year',
    track: 'Track',
    computed_earned_cents: 'Earned, computed',
    published_earned_cents: 'Earned, published',
    difference_cents: 'Difference',
    verdict: 'Verdict',
    beneficiaries: 'Beneficiaries',
    benchmark_cents: 'Benchmark',
    expenditure_cents: 'Spending',
    savings_cents: 'Savings',
    minimum_rate: 'Minimum rate',
    sharing_rate: 'Sharing rate',
    computed_generated_cents: 'Generated, computed',
    published_generated_cents: 'Generated, published',
  },
  verdicts: {
    exact: 'exact',
    within_rounding: 'within rounding',
    limited_by_unpublished_revenue: 'limited by unpublished revenue',
    differs: 'differs',
    unreadable: 'unreadable',
  },
  verdictMeaning: {
    exact: 'Within $1 of the published amount, which CMS prints in whole dollars.',
    within_rounding: 'Within what the published quality score, cut to four decimals, leaves open.',
    limited_by_unpublished_revenue:
      'A loss held by a limit on participants’ revenue, which CMS does not publish: not a match.',
    differs: 'The computed amount is not the published one.',
    unreadable: 'A cell of the row could not be read, so the row is not settled.',
  },
} as const;

export const picture = {
  expected: 'Expected',
  spent: 'Spent',
  provider: 'Provider',
  payer: 'Payer',
  owes: 'Provider owes',
  bears: 'Payer bears',
  saved: 'Saved',
  overspent: 'Above expected',
  minimumName: 'Minimum savings',
  minimum: (amount: string) => `minimum ${amount}`,
  title: (name: string) => `Who gets the savings: ${name}`,
  describe: (expected: string, spent: string, provider: string, payer: string) =>
    `Expected spending ${expected}, actual spending ${spent}. ${provider}. ${payer}.`,
  broken: (from: string) =>
    `The axis is broken: it starts at ${from}, so that the savings can be seen.`,
  whole: 'The axis starts at $0.',
  table: 'The picture as a table',
  tableCaption: (name: string) => `Figures of the picture: ${name}`,
  what: 'What',
  amount: 'Amount',
  scaleTitle: (name: string) => `Points ${name.toLowerCase()}`,
  scaleDescription: (value: string, points: string) =>
    `A scale of steps with a marker at ${value}, which earns ${points} points.`,
  from: 'From',
  points: 'Points',
  here: 'this score',
  reached: 'reached',
  belowFirst: 'below the first step',
} as const;
