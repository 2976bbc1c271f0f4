// SPDX-License-Identifier: Apache-2.0
import {
  categoryWords,
  fieldWords,
  methodReasons,
  methodWords,
  noteWords,
  reasonWords,
  typeWords,
} from './en-claims-words.js';
import { programWords, reconciliationWords, riskWords } from './en-claims-risk.js';

// The view from claims to settlement.
const people = (count: string): string => (count === '1' ? '1 patient' : `${count} patients`);
const files = (count: number): string => (count === 1 ? 'one file' : `${count} files`);

export const claims = {
  nav: 'From claims',
  title: 'From claims to a bonus',
  lead:
    'Drop your claims, eligibility and provider roster. You see which patients are yours, what ' +
    'they cost, and what a contract would pay.',
  privacy:
    'The files stay on this computer. They are read inside this page, by code that cannot reach ' +
    'the network; nothing is sent anywhere.',
  choose: 'Choose files',
  drop: 'or drop them here: CSV or gzip, several of a kind if you have them',
  formats:
    'Columns of the Tuva input layer are known by name (medical_claim, eligibility; and a roster ' +
    'of npi, tin, specialty, group, participant). For other names the page helps to say which is ' +
    'which. A saved mapping, terms, or a contract can be dropped too, as JSON.',

  // files
  files: 'Your files',
  kinds: {
    claims: 'Claims',
    eligibility: 'Eligibility',
    roster: 'Roster',
    risk_coefficients: 'Risk: coefficients',
    risk_diagnoses: 'Risk: diagnoses',
    risk_hierarchy: 'Risk: hierarchy',
    risk_interactions: 'Risk: interactions',
    risk_eligible_codes: 'Risk: eligible codes',
  },
  riskTable: 'For terms that score risk by conditions',
  kindOf: (file: string) => `What ${file} holds`,
  unknownKind: 'Not recognized',
  file: 'File',
  holds: 'Holds',
  size: 'Size',
  state: 'Columns',
  tools: 'What to do',
  recognized: (fields: number) => `${fields} fields found`,
  missing: (fields: string) => `No column for ${fields}`,
  notRead: 'Not a table this page knows',
  remove: 'Remove',
  removeOf: (file: string) => `Remove ${file}`,
  columnsOf: 'Columns',
  columnsOfFile: (file: string) => `Columns of ${file}`,
  read: (count: number) => `Read ${files(count)}`,
  readAgain: 'Read again',
  filesThere: (count: number, kinds: string) =>
    kinds ? `${files(count)}: ${kinds}.` : `${files(count)}.`,
  missingKinds: (kinds: string) => `Still missing: ${kinds}.`,
  without: {
    claims: 'Without claims there is nothing to attribute.',
    eligibility: 'Without eligibility nobody has member months, so there is no cost per month.',
    roster: 'Without a roster no provider has a TIN or a specialty.',
  },
  mendFirst: (count: number) =>
    count === 1
      ? 'One file needs its columns named before it can be read.'
      : `${count} files need their columns named before they can be read.`,
  isZip: (name: string) =>
    `${name} is a spreadsheet or a zip archive. Save the table as CSV and drop that.`,
  isEmpty: (name: string) => `${name} is empty. Choose the file that has the rows.`,
  jsonUnknown: (name: string) =>
    `${name} is JSON, but neither a mapping, nor terms, nor a contract.`,
  notJson: (name: string) => `${name} looks like JSON but is broken. Save it again and drop it.`,
  unreadable: (name: string) => `${name} could not be read. Choose it again.`,
  mapped: (name: string) => `${name}: the mapping is in use.`,

  // mapping
  mapping: {
    title: (file: string) => `Which column is which? ${file}`,
    lead: 'What looks alike is chosen already. Check it against the first rows.',
    field: 'Field',
    column: 'Column of the file',
    example: 'First value',
    none: 'None',
    constant: 'The same in every row …',
    constantOf: (field: string) => `${field}: the text of every row`,
    required: 'needed',
    needs: (field: string) => `Choose the column that holds: ${field}.`,
    firstRows: 'First rows',
    use: 'Use these columns',
    save: 'Save this mapping',
    saveHint: 'Drop the saved file here next time, or give it to the command with --mapping.',
    close: 'Close',
    unused: (columns: string) => `Not used: ${columns}.`,
  },
  fields: fieldWords,

  // reading
  reading: (file: string) => `Reading ${file}`,
  starting: 'Starting …',
  computing: 'Attributing patients and adding up cost …',
  progress: 'Progress',
  progressOf: (read: string, total: string) => `${read} of ${total}`,
  rate: (rate: string) => `${rate} a second`,
  remaining: (time: string) => `${time} left`,
  seconds: (n: number) => (n <= 1 ? 'about a second' : `about ${n} seconds`),
  minutes: (n: number) => (n === 1 ? 'about a minute' : `about ${n} minutes`),
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing of the files was kept.',
  newsPart: (percent: number) => `${percent}% read`,
  failed: 'The files could not be read.',
  failedMend: 'Nothing of them was kept. Check the files and read them again.',
  refused: 'The engine refused this',

  // terms
  terms: 'Terms',
  termsLead:
    'Whom a patient belongs to and what counts as cost. Changes apply at once; the files are not ' +
    'read again.',
  preset: 'Start from',
  ownTerms: 'Your own terms',
  changedTerms: (title: string) => `${title} (changed)`,
  presets: {
    mssp_two_step: 'Medicare Shared Savings Program: two steps',
    mssp_base_years: 'Medicare Shared Savings Program: benchmark of three base years',
    plurality_of_visits: 'Most primary care visits',
    allowed_charges_by_tin: 'Most allowed primary care charges, by TIN',
  } as Record<string, string>,
  editTerms: 'Change the terms',
  saveTerms: 'Save the terms',
  stale: 'The figures below are of the terms before: mend the terms to see new ones.',

  // results
  story: (assigned: string, of: string, pmpm: string) =>
    `${people(assigned)} of ${of} are attributed, at ${pmpm} a month each.`,
  storyNobody: (of: string) => `None of ${people(of)} is attributed.`,
  result: 'Result',
  year: (begin: string, end: string, terms: string) => `From ${begin} to ${end}. Terms: ${terms}.`,
  summary: {
    members: 'Patients with coverage',
    contract: 'Attributed, for the contract',
    unassigned: 'Attributed to nobody',
    months: 'Member months, for the contract',
    cost: 'Their cost',
    pmpm: 'Per member per month',
    risk: 'Mean risk score, for the contract',
    cut: 'Cost above the limit, left out',
    ownLimit:
      'The yearly limits are a percentile of these patients’ own cost. Medicare’s are a percentile ' +
      'of the nation’s, which no file here tells: enter an amount in the terms to use one.',
    late: (lines: string, amount: string) =>
      `Left out because they were paid after the run-out: ${lines} lines, ${amount}.`,
    uncovered: (lines: string, amount: string) =>
      `Counted though the patient was not covered on the day: ${lines} lines, ${amount}.`,
  },
  cutAt: (type: string) => `Yearly limit, ${type.toLowerCase()}`,
  candidates: 'Who has how many patients',
  candidate: 'TIN or group',
  nobody: 'Nobody',
  participant: 'participant',
  members: 'Patients',
  memberMonths: 'Member months',
  cost: 'Cost',
  pmpm: 'Per month',
  shownOf: (shown: string, all: string) =>
    `The first ${shown} of ${all}. The table as CSV has all of them.`,
  categories: 'Cost by category',
  category: 'Category',
  ofContract: 'For the contract',
  ofAll: 'All patients',
  costs: categoryWords,
  types: typeWords,
  months: 'Member months by type',
  type: 'Type',
  years: 'Year by year',
  yearOf: 'Year',
  span: (begin: string, end: string) => `${begin} to ${end}`,
  personYears: 'Person-years',
  methods: 'How they were attributed',
  method: 'Method',
  step: (n: number) => `step ${n}`,
  methodWords,
  edition: (program: string, edition: string) =>
    `Rules of ${programWords[program] ?? program}, edition ${edition}.`,
  doubts: 'Of these rules nobody has verified:',
  reconciled: reconciliationWords,
  risk: riskWords,
  intake: 'What was read',
  intakeStory: (rows: string, kept: string, rejected: string) =>
    `${rows} lines read, ${kept} kept, ${rejected} rejected.`,
  taken: (lines: string, claims: string) => `${lines} lines of ${claims} claims are counted.`,
  blank: (lines: string) => `Blank: ${lines}.`,
  repeated: (member: string, line: string, date: string, paid: string) =>
    `${member}, line ${line} of the claim, ${date}, ${paid}`,
  conflicting: (count: string) =>
    `NPIs with several entries on the roster: ${count}. The first by TIN, specialty and group is taken.`,
  reason: 'Reason',
  count: 'Lines',
  firstPlaces: 'First places',
  place: (line: string, column: string) => (column ? `line ${line}, ${column}` : `line ${line}`),
  reasons: reasonWords,
  notes: noteWords,
  noneRejected: 'Every line was kept.',
  scrolls: (table: string) => `${table}: table that scrolls sideways`,
  csv: 'CSV',
  csvOf: (table: string) => `Save as CSV: ${table}`,
  everyMember: 'Every patient',
  saveExperience: 'Save the experience (JSON)',
  saveHint: 'Cells that a spreadsheet would run as a formula get an apostrophe in front.',

  // one member
  member: 'One patient',
  memberLead: 'Why does a patient belong to whom? Enter the id as it stands in your files.',
  memberId: 'Patient id',
  explain: 'Explain',
  notFound: (id: string) => `No patient has the id ${id}. Check it against the eligibility file.`,
  belongs: (member: string, to: string) => `${member} belongs to ${to}.`,
  belongsAsOne: (member: string, to: string) =>
    `${member} belongs to the participants together; ${to} has most of it among them.`,
  belongsNobody: (member: string) => `${member} belongs to nobody.`,
  because: {
    nothing: 'No service of the year counts for anyone.',
    designation: 'The designation names them.',
    amount: 'They have the most of what is compared.',
    most_recent: 'Two or more were equal; the most recent visit decided.',
    lowest_id: 'Two or more were equal to the last; the lowest number decided.',
    county: 'The county that the patient lives in is theirs.',
  } as Record<string, string>,
  compared: 'What was compared',
  allowed: 'Allowed charges',
  visits: 'Visits',
  latest: 'Latest visit',
  tried: 'Step by step',
  together: 'Participants together',
  services: 'All services that count',
  methodReasons,
  noCandidates: 'No provider furnished a service that counts.',
  memberCost: (cost: string, months: string) => `Cost ${cost} in ${months} months of coverage.`,
  memberCut: (uncapped: string) => `Before the limit: ${uncapped}.`,

  memberBecame: (became: string) => `Assigned before the year: ${became.toLowerCase()}.`,
  notCounted: 'Not counted for the contract’s months: see the terms.',

  // settlement
  settle: 'What a contract pays',
  settleLead:
    'Choose a contract. The facts that the claims tell go into it; what they cannot tell you enter.',
  contract: 'Contract',
  noContract: 'Choose a contract',
  droppedContract: 'The contract you dropped',
  fromClaims: 'From your claims',
  distribute: 'Share the payment among the participants by their patients',
  byPatients: 'By patients',
  noBaseYears:
    'This contract makes its benchmark of base years. Add base years to the terms, and drop the ' +
    'claims and the eligibility of those years.',
  facts: 'All facts',
  openAny: 'Open in “Any contract”',
} as const;
