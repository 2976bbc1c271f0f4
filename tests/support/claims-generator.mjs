// SPDX-License-Identifier: Apache-2.0
// Claims, eligibility and a roster that look like a payer's, of any size, from a seed: the same
// seed gives the same bytes on every machine. How the files are written (quotes, line ends, width)
// changes no field, so every form of one seed has one answer.
//
// What the reference job must not get wrong occurs in them: equal charges at several TINs, also on
// equal days; lines without a date of their own; days before and after the year; codes that count
// furnished by specialties that do not; an NPI that no roster has, or only that of who bills; members without claims, claims
// without a member, coverage with gaps and overlaps; costs over the cap; reversals.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allClaims, eligibilityColumns, leanClaims, rosterColumns } from './claims-columns.mjs';
import { CsvWriter } from './claims-writer.mjs';

// The year of the reference job, as days since 1970-01-01.
const yearBegin = Date.UTC(2024, 0, 1) / 86_400_000;
const yearDays = 366;

// Fees in cents. Prices that add up to one another make equal sums.
const primaryCareFees = [
  ['99213', 9200],
  ['99214', 13800],
  ['99213', 9200],
  ['99212', 4600],
  ['99213', 9200],
  ['99214', 13800],
  ['G0439', 13800],
  ['99490', 4600],
];
const otherFees = [
  ['36415', 900],
  ['80053', 1056],
  ['85025', 777],
  ['93000', 1486],
  ['71046', 2630],
  ['J1885', 412],
  ['97110', 2945],
  ['99285', 17800],
  ['70450', 11250],
  ['20610', 6233],
];
const diagnoses = [
  'E119',
  'I10',
  'Z0000',
  'M545',
  'J069',
  'I4891',
  'N183',
  'E785',
  'F329',
  'C50911',
];
const outpatientRevenue = ['0300', '0320', '0450', '0510', '0636', '0250'];
// A bill type for each, so that the column is not all one text.
const outpatientBills = ['131', '131', '851', '711'];

export const primaryCareSpecialties = ['01', '08', '11', '37', '38'];
const otherSpecialties = ['06', '13', '20', '22', '30', '41', '50', '93'];

// mulberry32: 32 bits of state, a few operations a number.
class Stream {
  constructor(seed) {
    this.state = seed | 0;
  }
  below(limit) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}

// A number that depends on a place in a list and on what is asked of it, and on nothing before it.
function fixed(at, salt, limit) {
  return new Stream(Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)).below(limit);
}

// One to one on 32 bits, so that ids are unique and in no order.
const scattered = (at) => Math.imul(at + 1, 0x9e3779b1) >>> 0;

class Providers {
  constructor(members, seed) {
    this.count = Math.max(24, Math.floor(members / 20));
    this.tins = Math.max(6, Math.floor(members / 200));
    this.seed = seed;
    this.specialty = Array.from({ length: this.count }, (_, at) => this.#specialtyOf(at));
    this.primaryCare = this.specialty.flatMap((_, at) => (this.isPrimaryCare(at) ? [at] : []));
  }
  #specialtyOf(at) {
    const list = fixed(at, this.seed + 1, 100) < 45 ? primaryCareSpecialties : otherSpecialties;
    return list[fixed(at, this.seed + 2, list.length)];
  }
  isPrimaryCare(at) {
    return primaryCareSpecialties.includes(this.specialty[at]);
  }
  // Ten digits, the first of them 1.
  npi(at) {
    return 1_000_000_000 + (scattered(at) % 900_000_000);
  }
  tin(at) {
    const tin = fixed(at, this.seed + 3, this.tins);
    return 100_000_000 + (scattered(tin + 77) % 800_000_000);
  }
}

// One member in seven is seen on two days only, at one price, so that charges and the days of
// several providers are often equal.
const isAlike = (member) => fixed(member, 7, 7) === 0;

// What a column of a claim's line holds. A column that is not here is empty.
const lineFields = {
  claim_id: (to, line) => to.id(line.claimPrefix, line.claim, line.claimWidth),
  claim_line_number: (to, line) => to.id('', line.number, 1),
  claim_type: (to, line) => to.text(line.type),
  person_id: (to, line) => to.id('P', scattered(line.member), 10),
  member_id: (to, line) => to.id('M', line.member, 9),
  payer: (to, line) => to.text(line.payer),
  plan: (to, line) => to.text(line.plan),
  claim_start_date: (to, line) => to.date(line.claimDay),
  claim_end_date: (to, line) => to.date(line.lastDay),
  claim_line_start_date: (to, line) => (line.day ? to.date(line.day) : to.empty()),
  claim_line_end_date: (to, line) => (line.day ? to.date(line.day) : to.empty()),
  place_of_service_code: (to, line) => (line.place ? to.text(line.place) : to.empty()),
  bill_type_code: (to, line) => (line.bill ? to.text(line.bill) : to.empty()),
  revenue_center_code: (to, line) => (line.revenue ? to.text(line.revenue) : to.empty()),
  service_unit_quantity: (to) => to.text('1'),
  hcpcs_code: (to, line) => (line.code ? to.text(line.code) : to.empty()),
  rendering_npi: (to, line) => (line.rendering ? to.id('', line.rendering, 10) : to.empty()),
  billing_npi: (to, line) => to.id('', line.billing, 10),
  facility_npi: (to, line) => (line.facility ? to.id('', line.facility, 10) : to.empty()),
  paid_date: (to, line) => to.date(line.paidDay),
  paid_amount: (to, line) => to.money(line.paid),
  allowed_amount: (to, line) => to.money(line.allowed),
  charge_amount: (to, line) => to.money(line.allowed * 2),
  diagnosis_code_type: (to) => to.text('icd-10-cm'),
  diagnosis_code_1: (to, line) => to.text(line.diagnosis),
  data_source: (to) => to.text('payer_a'),
  file_name: (to) => to.text('medical_claim.csv'),
  ingest_datetime: (to) => to.text('2025-04-01 00:00:00'),
};

class Claims {
  constructor(options, providers) {
    this.random = new Stream(options.seed);
    this.members = options.members;
    this.providers = providers;
    this.claims = 0;
    this.line = { payer: options.quoted ? 'Lake, ""Shore"" Health' : 'lakeshore' };
    this.line.plan = options.quoted ? 'medicare\nffs' : 'medicare';
  }

  // Some members have no claims, and a few claims are of nobody in the eligibility file.
  #member() {
    const { random, members } = this;
    const choice = random.below(1000);
    if (choice < 2) return members + random.below(Math.ceil(members / 500));
    const member = random.below(choice < 600 ? Math.ceil(members / 4) : members);
    return fixed(member, 4, 20) === 0 ? (member + 1) % members : member;
  }

  #day(member) {
    const { random } = this;
    const choice = random.below(100);
    if (isAlike(member)) return yearBegin + fixed(member, 8 + (choice % 2), yearDays);
    if (choice < 92) return yearBegin + random.below(yearDays);
    return choice < 97 ? yearBegin - 1 - random.below(90) : yearBegin + yearDays + random.below(60);
  }

  #provider(member) {
    const { random, providers } = this;
    const choice = random.below(100);
    if (choice < 70) {
      const home = fixed(member, choice < 45 ? 5 : 6, providers.primaryCare.length);
      return providers.primaryCare[home];
    }
    return random.below(providers.count);
  }

  // The fields that all lines of the next claim share; the number of its lines.
  begin() {
    const { random, line, providers } = this;
    line.claim = scattered(this.claims);
    line.claimWidth = 10 + (this.claims % 5);
    this.claims += 1;
    line.member = this.#member();
    line.claimDay = this.#day(line.member);
    line.paidDay = line.claimDay + 7 + random.below(50);
    const provider = this.#provider(line.member);
    this.primaryCare = providers.isPrimaryCare(provider);
    const known = random.below(100) < 98;
    line.billing = known ? providers.npi(provider) : 1_950_000_000 + random.below(1000);
    line.facility = 0;
    this.kind = random.below(100);
    if (this.kind < 78) this.#professional();
    else this.#institutional();
    return 1 + random.below(5);
  }

  #professional() {
    const { line, random } = this;
    line.type = 'professional';
    line.claimPrefix = 'CP';
    line.place = random.below(10) < 8 ? '11' : '22';
    line.bill = line.revenue = '';
    // Who bills alone leaves the other field empty now and then.
    line.rendering = random.below(50) > 0 ? line.billing : 0;
    line.lastDay = line.claimDay;
  }

  #institutional() {
    const { line, random } = this;
    const inpatient = this.kind >= 97;
    line.type = 'institutional';
    line.claimPrefix = 'CI';
    line.place = line.code = '';
    line.bill = inpatient ? '111' : outpatientBills[random.below(4)];
    // Outpatient lines may name who furnished them, and then count as any other.
    line.rendering = !inpatient && random.below(10) < 2 ? line.billing : 0;
    // Hospitals bill under NPIs of their own, which no roster has.
    line.billing = line.facility = 1_960_000_000 + random.below(40) * 7;
    line.lastDay = line.claimDay + (inpatient ? random.below(9) : 0);
  }

  next(number) {
    const { line, random } = this;
    line.number = number;
    line.day = random.below(10) < 9 ? line.claimDay : 0;
    line.diagnosis = diagnoses[random.below(diagnoses.length)];
    if (line.type === 'professional') {
      const counts = random.below(100) < (this.primaryCare ? 60 : 25);
      const fees = counts ? primaryCareFees : otherFees;
      const [code, fee] = fees[random.below(fees.length)];
      line.code = code;
      line.allowed = counts ? (isAlike(line.member) ? 9200 : fee) : fee * (1 + random.below(6));
    } else {
      this.#institutionalLine();
    }
    line.paid = line.allowed - Math.round(line.allowed / 5);
    return line;
  }

  #institutionalLine() {
    const { line, random } = this;
    const inpatient = line.bill === '111';
    line.revenue = inpatient ? '0120' : outpatientRevenue[random.below(outpatientRevenue.length)];
    if (!inpatient) line.code = random.below(4) < 3 ? otherFees[random.below(10)][0] : '99214';
    line.allowed = inpatient ? 50_000 + random.below(2_500_000) : 1_000 + random.below(90_000);
  }
}

function writeClaims(path, options, providers) {
  const to = new CsvWriter(path, options);
  const columns = options.fullWidth ? allClaims : leanClaims;
  const fields = columns.map((name) => lineFields[name] ?? ((writer) => writer.empty()));
  const claims = new Claims(options, providers);
  // Which lines come again is drawn apart, so that the rates change no other line.
  const random = new Stream(options.seed ^ 0x5bd1e995);
  const count = { lines: 0, reversals: 0, duplicates: 0 };
  const later = [];
  const write = (line) => {
    for (let at = 0; at < fields.length; at += 1) fields[at](to, line);
    count.lines += 1;
    const row = to.endRow();
    if (options.duplicates > 0 && random.below(1e6) < options.duplicates * 1e6) {
      later.push(Buffer.from(row));
      count.duplicates += 1;
    }
  };
  const writeLater = (line) => {
    if (!Buffer.isBuffer(line)) return write(line);
    to.repeat(line);
    count.lines += 1;
  };
  to.header(columns);
  while (count.lines + later.length < options.lines) {
    const lines = claims.begin();
    for (
      let number = 1;
      number <= lines && count.lines + later.length < options.lines;
      number += 1
    ) {
      const line = claims.next(number);
      write(line);
      if (random.below(1e6) < options.reversals * 1e6) {
        const { paid, allowed, paidDay } = line;
        later.push({ ...line, paid: -paid, allowed: -allowed, paidDay: paidDay + 14 });
        count.reversals += 1;
      }
    }
    if (later.length > 20) later.splice(0, 10).forEach(writeLater);
  }
  while (later.length > 0) writeLater(later.shift());
  to.close();
  return { ...count, claims: claims.claims };
}

// Spans of coverage of a member, [first, last] in days.
function coverage(member, seed) {
  const kind = fixed(member, seed + 10, 100);
  const offset = fixed(member, seed + 11, 300);
  const begin = yearBegin - 400;
  const end = yearBegin + yearDays + 364;
  if (kind < 70) return [[begin, end]];
  if (kind < 78) return [[yearBegin + offset, end]];
  if (kind < 86) return [[begin, yearBegin + offset]];
  if (kind < 94) {
    // A gap, which lies within one month or over several.
    return [
      [begin, yearBegin + offset],
      [yearBegin + offset + 1 + fixed(member, seed + 12, 90), end],
    ];
  }
  // Spans that overlap.
  if (kind < 98) {
    return [
      [yearBegin + 20, yearBegin + 200],
      [yearBegin + (offset >> 1), yearBegin + 250],
    ];
  }
  return kind === 98 ? [[begin, yearBegin - 1]] : [[yearBegin + yearDays, end]];
}

function writeEligibility(path, options) {
  const to = new CsvWriter(path, options);
  to.header(eligibilityColumns);
  for (let member = 0; member < options.members; member += 1) {
    for (const [first, last] of coverage(member, options.seed)) {
      to.id('P', scattered(member), 10);
      to.id('M', member, 9);
      to.text(fixed(member, options.seed + 20, 2) ? 'female' : 'male');
      to.date(-9000 - fixed(member, options.seed + 21, 15000));
      to.empty();
      to.date(first);
      to.date(last);
      to.text('lakeshore');
      to.text('medicare');
      to.text(fixed(member, options.seed + 22, 8) ? 'NA' : '02');
      to.text(fixed(member, options.seed + 23, 9) ? '0' : '1');
      to.text('payer_a');
      to.endRow();
    }
  }
  to.close();
}

function writeRoster(path, options, providers) {
  const to = new CsvWriter(path, options);
  to.header(rosterColumns);
  for (let at = 0; at < providers.count; at += 1) {
    const tin = providers.tin(at);
    to.id('', providers.npi(at), 10);
    to.id('', tin, 9);
    to.text(providers.specialty[at]);
    to.text(`group_${tin % 10}`);
    to.text(tin % 3 ? 'true' : 'false');
    to.endRow();
  }
  to.close();
}

export const defaults = {
  members: 100_000,
  lines: 4_000_000,
  seed: 20_240_101,
  fullWidth: false,
  quoted: false,
  crlf: false,
  reversals: 0.002,
  duplicates: 0,
};

// Writes claims.csv, eligibility.csv and roster.csv into a folder; their paths and what they hold.
export function generateClaims(folder, changes = {}) {
  const options = { ...defaults, ...changes };
  mkdirSync(folder, { recursive: true });
  const paths = Object.fromEntries(
    ['claims', 'eligibility', 'roster'].map((kind) => [kind, join(folder, `${kind}.csv`)]),
  );
  const providers = new Providers(options.members, options.seed);
  writeRoster(paths.roster, options, providers);
  writeEligibility(paths.eligibility, options);
  return { ...paths, options, count: writeClaims(paths.claims, options, providers) };
}
