// SPDX-License-Identifier: Apache-2.0
// The reference job (claims-job.mjs) as most people write it: PapaParse, objects, Maps. One more
// opinion on the answer, with nothing in common with the others but the words of the job.
import Papa from 'papaparse';
import { answer, cap, job } from './claims-job.mjs';

const cents = (text) => Math.round(Number(text) * 100);

// Reads a File, or a stream in node, row by row.
function rows(source, row) {
  return new Promise((complete, error) => {
    Papa.parse(source, {
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => row(data),
      complete: () => complete(),
      error,
    });
  });
}

// Of a file per kind; `again(terms)` answers for another threshold. With `distinct`, a line of the claims that comes twice counts once.
export async function byPapaParse(files, { distinct = false } = {}, terms = job) {
  const { year, specialties, codes } = terms;
  const inYear = (day) => day.startsWith(String(year));
  const tins = new Map();
  await rows(files.roster, ({ npi, tin, specialty }) => {
    tins.set(npi, specialties.includes(specialty) ? tin : undefined);
  });
  const months = new Map();
  await rows(files.eligibility, (span) => {
    const { person_id: id, enrollment_start_date: start, enrollment_end_date: end } = span;
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      if (start.slice(0, 7) > name || end.slice(0, 7) < name) continue;
      if (!months.has(id)) months.set(id, new Set());
      months.get(id).add(month);
    }
  });
  const paid = new Map();
  const charges = new Map(); // member → TIN → {allowed, days}
  const seen = new Set();
  const code = new Set(codes);
  await rows(files.claims, (line) => {
    if (distinct) {
      const text = JSON.stringify(line);
      if (seen.has(text)) return;
      seen.add(text);
    }
    const day = line.claim_line_start_date || line.claim_start_date;
    if (!inYear(day)) return;
    const id = line.person_id;
    const amount = cents(line.paid_amount);
    paid.set(id, (paid.get(id) ?? 0) + amount);
    const tin = tins.get(line.rendering_npi || line.billing_npi);
    if (!tin || !code.has(line.hcpcs_code)) return;
    const allowed = cents(line.allowed_amount);
    if (!charges.has(id)) charges.set(id, new Map());
    const candidates = charges.get(id);
    if (!candidates.has(tin)) candidates.set(tin, { allowed: 0, days: new Map() });
    const candidate = candidates.get(tin);
    candidate.allowed += allowed;
    const sign = amount < 0 || allowed < 0 ? -1 : 1;
    candidate.days.set(day, (candidate.days.get(day) ?? 0) + sign);
  });
  const again = (changed) => table({ months, paid, charges }, changed);
  return { csv: again(terms), again };
}

const latest = ({ days }) =>
  [...days].reduce((last, [day, lines]) => (lines > 0 && day > last ? day : last), '');

function winner(candidates = new Map()) {
  const standing = [...candidates].filter(([, { allowed }]) => allowed > 0);
  const best = Math.max(...standing.map(([, { allowed }]) => allowed));
  const tied = standing
    .filter(([, { allowed }]) => allowed === best)
    .map(([tin, candidate]) => [tin, latest(candidate)]);
  tied.sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1));
  return tied[0]?.[0] ?? '';
}

function table({ months, paid, charges }, terms) {
  const result = new Map();
  for (const [id, covered] of months) {
    const candidate = winner(charges.get(id));
    if (!result.has(candidate)) result.set(candidate, [candidate, 0, 0, 0]);
    const row = result.get(candidate);
    row[1] += 1;
    row[2] += covered.size;
    row[3] += Math.min(paid.get(id) ?? 0, cap(covered.size, terms));
  }
  return answer(result.values());
}
