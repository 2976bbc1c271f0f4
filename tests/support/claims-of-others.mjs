// SPDX-License-Identifier: Apache-2.0
// The synthetic claims of others (../shared/data/claims), read by no code of the engine: which files
// to take, the terms to take them under, and what must come out, worked out from the raw columns.
// As a command it prints the latter: node tests/support/claims-of-others.mjs
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer } from './claims-job.mjs';
import { root } from './engine.mjs';

export const claimsFolder = resolve(
  root,
  process.env.GAINSHARE_CLAIMS_DATA ?? '../shared/data/claims',
);
export const hasClaimsOfOthers = existsSync(claimsFolder);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// YYYY-MM-DD of `20080816`, `30-May-2015` and `2015-02-19T05:32:42Z`; '' of nothing.
function isoDay(text) {
  const long = /^(\d\d)-([A-Z][a-z]{2})-(\d{4})$/.exec(text);
  if (long) {
    const month = months.indexOf(long[2].toLowerCase()) + 1;
    return `${long[3]}-${String(month).padStart(2, '0')}-${long[1]}`;
  }
  const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return digits ? digits.slice(1).join('-') : text.slice(0, 10);
}

const cents = (text) => Math.round(Number(text.trim() || '0') * 100);

// Rows as objects. These files have no separator and no newline inside a field.
function rowsOf(path, separator) {
  const text = readFileSync(join(claimsFolder, path), 'utf8').replace(/^\uFEFF/, '');
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const cells = (line) => line.split(separator).map((cell) => cell.replace(/^"|"$/g, ''));
  const names = cells(header);
  return lines.map((line) => {
    const row = cells(line);
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
  });
}

// The answer of members with months: `paid` and `candidate` by member.
function tableOf(monthsOf, paid, candidateOf = () => '') {
  const rows = new Map();
  for (const [member, count] of monthsOf) {
    if (count === 0) continue;
    const candidate = candidateOf(member);
    if (!rows.has(candidate)) rows.set(candidate, [candidate, 0, 0, 0]);
    const row = rows.get(candidate);
    row[1] += 1;
    row[2] += count;
    row[3] += paid.get(member) ?? 0;
  }
  return answer(rows.values());
}

function sums(lines) {
  const paid = new Map();
  for (const { member, amount } of lines) paid.set(member, (paid.get(member) ?? 0) + amount);
  return paid;
}

// Per member, whoever has most by `weight`, then the latest day, then the lowest id.
function winners(lines, weight) {
  const candidates = new Map();
  for (const line of lines) {
    const key = `${line.member} ${line.candidate}`;
    if (!candidates.has(key)) candidates.set(key, { ...line, days: new Set(), charges: 0 });
    const candidate = candidates.get(key);
    candidate.days.add(line.day);
    candidate.charges += line.allowed;
  }
  const best = new Map();
  const rank = (one) => [weight(one), [...one.days].sort().at(-1)];
  for (const one of candidates.values()) {
    if (weight(one) <= 0) continue;
    const than = best.get(one.member);
    if (!than || beats([...rank(one), one.candidate], [...rank(than), than.candidate])) {
      best.set(one.member, one);
    }
  }
  return (member) => best.get(member)?.candidate ?? '';
}

function beats([weight, day, id], [otherWeight, otherDay, otherId]) {
  if (weight !== otherWeight) return weight > otherWeight;
  return day === otherDay ? id < otherId : day > otherDay;
}

const inYear = (year) => (line) => line.day.startsWith(String(year));

// CMS DE-SynPUF, cost and coverage: claims of hospitals, months of Part B in 2008. Segments after
// the first have no dates, and cannot be put in a year.
function synpuf() {
  const claims = ['Inpatient', 'Outpatient'].map(
    (kind) => `synpuf/DE1_0_2008_to_2010_${kind}_Claims_Sample_1.csv`,
  );
  const eligibility = 'synpuf/DE1_0_2008_Beneficiary_Summary_File_Sample_1.csv';
  const all = claims.flatMap((path) => rowsOf(path, ','));
  const dated = all.filter((row) => row.CLM_FROM_DT !== '');
  const lines = dated.map((row) => ({
    member: row.DESYNPUF_ID,
    day: isoDay(row.CLM_FROM_DT),
    amount: cents(row.CLM_PMT_AMT),
  }));
  const covered = rowsOf(eligibility, ',').map((row) => [
    row.DESYNPUF_ID,
    Number(row.BENE_SMI_CVRAGE_TOT_MONS),
  ]);
  return {
    name: 'DE-SynPUF 2008: cost and coverage',
    mapping: 'synpuf',
    year: 2008,
    files: { claims, eligibility: [eligibility] },
    method: { method: 'plurality_of_allowed_charges' },
    rows: all.length,
    undated: all.length - dated.length,
    table: tableOf(covered, sums(lines.filter(inYear(2008)))),
  };
}

// Claims of physicians in CMS's research layout, attribution: to whom, by allowed charges for any
// service, each beneficiary's year belongs. The claims are their own roster.
function rif(year) {
  const claims = 'rif-synthea/carrier.csv';
  const eligibility = `rif-synthea/beneficiary_${year}.csv`;
  const all = rowsOf(claims, '|');
  const lines = all
    .map((row) => ({
      member: row.BENE_ID,
      day: isoDay(row.LINE_1ST_EXPNS_DT),
      candidate: row.TAX_NUM,
      amount: cents(row.LINE_NCH_PMT_AMT),
      allowed: cents(row.LINE_ALOWD_CHRG_AMT),
    }))
    .filter(inYear(year));
  const covered = rowsOf(eligibility, '|').map((row) => [row.BENE_ID, Number(row.A_MO_CNT)]);
  return {
    name: `claims of physicians in the research layout, ${year}: attribution by charges`,
    mapping: 'rif-synthea',
    year,
    files: { claims: [claims], eligibility: [eligibility], roster: [claims] },
    method: { method: 'plurality_of_allowed_charges' },
    rows: all.length,
    undated: 0,
    table: tableOf(
      covered,
      sums(lines),
      winners(lines, ({ charges }) => charges),
    ),
  };
}

// Synthea's own CSV, visits: encounters on most days. Coverage is in spans with times of day.
function synthea(year) {
  const claims = 'synthea/encounters.csv';
  const eligibility = 'synthea/payer_transitions.csv';
  const roster = 'synthea/providers.csv';
  const all = rowsOf(claims, ',');
  const organization = new Map(rowsOf(roster, ',').map((row) => [row.Id, row.ORGANIZATION]));
  const lines = all
    .map((row) => ({
      member: row.PATIENT,
      day: isoDay(row.Start),
      candidate: organization.get(row.PROVIDER),
      amount: cents(row.PAYER_COVERAGE),
      allowed: cents(row.TOTAL_CLAIM_COST),
    }))
    .filter(inYear(year));
  const covered = new Map();
  for (const row of rowsOf(eligibility, ',')) {
    const [first, last] = [isoDay(row.START_DATE), isoDay(row.END_DATE)];
    if (!covered.has(row.PATIENT)) covered.set(row.PATIENT, new Set());
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      if (first.slice(0, 7) <= name && name <= last.slice(0, 7)) covered.get(row.PATIENT).add(name);
    }
  }
  const counts = [...covered].map(([member, names]) => [member, names.size]);
  const furnished = lines.filter(({ candidate }) => candidate);
  return {
    name: `Synthea ${year}: attribution by visits`,
    mapping: 'synthea',
    year,
    files: { claims: [claims], eligibility: [eligibility], roster: [roster] },
    method: { method: 'plurality_of_visits' },
    rows: all.length,
    undated: 0,
    table: tableOf(
      counts,
      sums(lines),
      winners(furnished, ({ days }) => days.size),
    ),
  };
}

// The terms of a set: everything counts, whoever furnished it.
export const termsOf = ({ name, year, method }) => ({
  title: name,
  year: { begin: `${year}-01-01`, end: `${year}-12-31` },
  attribution: { unit: 'tin', methods: [{ ...method, tie_breaks: ['most_recent', 'lowest_id'] }] },
  cost: { amount: 'paid' },
});

// {name, mapping, year, files, method, rows, undated, table} of every set.
export const claimsOfOthers = () => [
  synpuf(),
  ...[2015, 2016, 2017].map(rif),
  ...[2021, 2023].map(synthea),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, rows, undated, table } of claimsOfOthers()) {
    const head = table.split('\n').slice(0, 8).join('\n');
    console.log(`${name}: ${rows} rows of claims, ${undated} without a date\n${head}\n`);
  }
}
