// SPDX-License-Identifier: Apache-2.0
// The reference job: every member goes to the TIN whose allowed primary-care charges are the
// largest, ties to the latest visit and then to the lowest TIN; costs are cut off at a yearly
// threshold in proportion to the member's months. What it takes and how its answer is written,
// shared by everything that does it: the engine, SQL, and JavaScript by hand.
//
// Where the words leave something open, this is what all of them do:
// - A line's day is claim_line_start_date, or claim_start_date where that is empty. Lines outside
//   the year count nowhere.
// - Who furnished it is the rendering NPI, or the billing NPI where that is empty; specialty and TIN
//   are the roster's. Another NPI counts for nobody.
// - Members are those with at least one month of the year in which any day is covered. A month
//   counts once. Nobody else is in the table.
// - A candidate's charges are net of reversals and must be above zero. Its latest visit is the last
//   day on which more lines than reversals (paid or allowed below zero) stand; without such a day
//   it loses every tie.
// - cost = min(paid, threshold × months / 12), the second rounded half up to the cent.
// - PMPM is cost / months, rounded half up, away from zero where it is negative.

export const job = {
  year: 2024,
  thresholdCents: 10_000_000,
  specialties: ['01', '08', '11', '37', '38'],
  codes: [
    '99202',
    '99203',
    '99204',
    '99205',
    '99211',
    '99212',
    '99213',
    '99214',
    '99215',
    '99490',
    'G0402',
    'G0438',
    'G0439',
  ],
};

// The same as population terms, which the engine reads.
export function populationTerms({ year, thresholdCents, specialties, codes } = job) {
  return {
    title: 'Reference job',
    year: { begin: `${year}-01-01`, end: `${year}-12-31` },
    attribution: {
      unit: 'tin',
      timing: 'retrospective',
      services: { codes, primary_care_specialties: specialties },
      methods: [
        {
          method: 'plurality_of_allowed_charges',
          services_of: ['primary_care_physician'],
          tie_breaks: ['most_recent', 'lowest_id'],
        },
      ],
    },
    cost: { amount: 'paid', truncation: { annual_amount_cents: thresholdCents } },
  };
}

const header = 'candidate,members,member_months,cost_cents,pmpm_cents';

// The answer as text. A row is [candidate, members, months, cost in cents]; the members of no
// candidate, whose candidate is '', come last.
export function answer(rows) {
  const order = ([a], [b]) => (a === '') - (b === '') || (a < b ? -1 : Number(a > b));
  const lines = [...rows].sort(order).map(([candidate, members, months, cost]) => {
    const half = (2 * Math.abs(cost) + months) / (2 * months);
    return [candidate, members, months, cost, Math.sign(cost) * Math.floor(half) || 0].join(',');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

// The cap of a member with so many months, in cents.
export const cap = (months, { thresholdCents } = job) =>
  Math.floor((thresholdCents * months + 6) / 12);
