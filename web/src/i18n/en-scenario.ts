// SPDX-License-Identifier: Apache-2.0

// Taking a scenario along and opening it again.
export const scenario = {
  title: 'Take it along',
  copyLink: 'Copy link',
  linkHint: 'The link holds everything you entered. It is never sent to a server.',
  linkCopied: 'The link is copied.',
  linkTooLong: 'This is too long for a link. Save it as a file instead.',
  save: 'Save scenario',
  open: 'Open a scenario',
  undo: 'Undo',
  redo: 'Redo',
  dismiss: 'Close this message',
  notOpened: 'This could not be opened',
  broken: 'The link is damaged or cut off. Nothing of it was used; copy it again, whole.',
  problems: {
    too_large: 'The file is larger than 4 MB, which no scenario is. Nothing of it was used.',
    not_json: 'The file is not JSON, or it is cut off. Nothing of it was used.',
    not_scenario: 'This is no scenario of this page. Nothing of it was used.',
    other_format:
      'This scenario is of another version of the format. Open it with the version that saved it.',
    broken: 'The scenario lacks a part or has one too many. Nothing of it was used.',
  },
  opened: 'Scenario opened',
  fits: 'The file is as it was saved: its digest fits.',
  changed: 'The file was changed after it was saved: its digest does not fit.',
  unchecked: 'The file carries no digest that could be checked here.',
  moved: 'Its view has no fields for all of it, so it is shown in the form for any contract.',
  same: (engine: string) => `The result is the one recorded by engine ${engine}.`,
  differs: (recorded: string, now: string) =>
    `The result differs from the recorded one: recorded by engine ${recorded}, computed now by ${now}.`,
  differences: 'What differs from the recorded result',
  what: 'What',
  recorded: 'Recorded',
  now: 'Now',
} as const;
