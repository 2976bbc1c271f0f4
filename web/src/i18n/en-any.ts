// SPDX-License-Identifier: Apache-2.0

// The view of any contract: its form is made from the schemas, so these are only the words around.
export const any = {
  nav: 'Any contract',
  title: 'Any contract',
  lead:
    'Settle a contract of any payment streams: shared savings, withholds, episodes and the rest. ' +
    'Start from an example or open your own; the statement follows as you type.',
  starting: 'Reading the forms …',
  example: 'Example',
  ownDocuments: 'Your own documents',
  changed: (title: string) => `${title} (changed)`,
  several: 'Several streams in one contract',
  toStatement: 'To the statement',
  contract: 'The contract',
  experience: 'What happened',
  // parts of the form
  choose: 'Choose',
  usual: (value: string) => `Not stated: ${value}`,
  none: 'None',
  dollars: 'Dollars and cents',
  or: ' or ',
  shapes: { number: 'A figure', text: 'A text', date: 'A date', choice: 'A choice' } as Record<
    string,
    string
  >,
  percentOf: (what: string) => `Percent ${what}.`,
  inUnit: (unit: string) => `In ${unit}.`,
  limits: (low: string, high: string) => `${low} to ${high}.`,
  yearNotSettled: (year: string) => `${year} (law not settled)`,
  alternative: 'Kind',
  statedAs: (label: string) => `${label}: stated as`,
  addMore: (label: string) => `Add to ${label}`,
  add: (label: string) => `Add: ${label}`,
  addItem: (name: string) => `Add: ${name}`,
  addEntry: 'An entry',
  remove: 'Remove',
  removeOf: (label: string) => `Remove ${label}`,
  up: 'Up',
  upOf: (label: string) => `Move ${label} up`,
  down: 'Down',
  downOf: (label: string) => `Move ${label} down`,
  columnHint: 'One a line; a column of a spreadsheet can be pasted.',
  entryName: 'Name',
  entryNameOf: (name: string) => `Name of “${name}”`,
  rawHint: 'The form has no field for this; it is kept as it stands.',
  // documents
  documents: 'Open, paste or save the two documents',
  open: 'Open JSON files',
  contractText: 'Contract, as JSON',
  experienceText: 'Experience, as JSON',
  use: 'Use these texts',
  saveContract: 'Save the contract',
  saveExperience: 'Save the experience',
  notJson: (name: string) => `${name} is not JSON: it is left out.`,
  noFormat: (name: string) =>
    `${name} is neither a contract nor an experience: its "format" must be ` +
    '"gainshare-contract-1" or "gainshare-experience-1".',
  privacy: 'The documents stay in this page; nothing is sent.',
  // result
  statement: 'Statement',
  wholeContract: 'The contract as a whole',
  paid: (amount: string) => `The provider is paid ${amount}.`,
  owes: (amount: string) => `The provider owes ${amount}.`,
  net: (paid: string, owed: string, net: string) =>
    `The provider is paid ${paid} and owes ${owed}; net, ${net}.`,
  netBack: (paid: string, back: string, net: string) =>
    `The provider is paid ${paid} and pays ${back} back; net, ${net}.`,
  netPaid: (net: string) => `${net} is paid`,
  netOwed: (net: string) => `${net} is owed`,
  netEven: 'nothing is left over',
  nothing: 'Nothing is paid and nothing is owed.',
  flows: 'Who pays whom',
  from: 'From',
  to: 'To',
  what: 'For',
  amount: 'Amount',
  parties: { payer: 'Payer', provider: 'Provider', interest: 'Interest' } as Record<string, string>,
} as const;
