// SPDX-License-Identifier: Apache-2.0
// The reference job (claims-job.mjs) as SQL for DuckDB, native and in WebAssembly alike. It reads
// each file once; `result` starts from two small tables, so that a change of terms does not read
// anything again. Two passes over a narrow table of lines were quicker than one over the file that
// groups by member, TIN and day at once.
import { job } from './claims-job.mjs';

const claimTypes = {
  claim_start_date: 'DATE',
  claim_line_start_date: 'DATE',
  paid_amount: 'DECIMAL(18,2)',
  allowed_amount: 'DECIMAL(18,2)',
};
const eligibilityTypes = { enrollment_start_date: 'DATE', enrollment_end_date: 'DATE' };

const list = (values) => values.map((value) => `'${value}'`).join(', ');

// A CSV file with these columns. Types are given, because guessing them costs time and can be
// wrong; a column that nothing asks for is not converted.
function csv(path, columns, types = {}) {
  const typed = columns.map((name) => `'${name}': '${types[name] ?? 'VARCHAR'}'`).join(', ');
  return `read_csv('${path}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${typed}})`;
}

// A line of the claims that comes twice is one line.
function lines(path, columns, distinct) {
  const source = csv(path, columns, claimTypes);
  return distinct ? `(SELECT DISTINCT ${columns.join(', ')} FROM ${source})` : source;
}

// Statements that read the files `{claims, eligibility, roster}`, each `{path, columns}`.
export function intake(files, { distinct = false } = {}, { year, specialties, codes } = job) {
  const { claims, eligibility, roster } = files;
  return [
    `CREATE OR REPLACE TABLE roster AS
      SELECT npi, tin, specialty IN (${list(specialties)}) AS primary_care
      FROM ${csv(roster.path, roster.columns)}`,
    `CREATE OR REPLACE TABLE months AS
      WITH span AS (
        SELECT person_id,
          greatest(enrollment_start_date, DATE '${year}-01-01') AS first,
          least(enrollment_end_date, DATE '${year}-12-31') AS last
        FROM ${csv(eligibility.path, eligibility.columns, eligibilityTypes)}),
      covered AS (
        SELECT DISTINCT person_id, unnest(range(month(first), month(last) + 1)) AS month
        FROM span WHERE first <= last)
      SELECT person_id, count(*)::BIGINT AS months FROM covered GROUP BY person_id`,
    `CREATE OR REPLACE TABLE line AS
      WITH whole AS (
        SELECT person_id, coalesce(rendering_npi, billing_npi) AS furnished_by, hcpcs_code,
          paid_amount, allowed_amount, coalesce(claim_line_start_date, claim_start_date) AS visit
        FROM ${lines(claims.path, claims.columns, distinct)})
      SELECT person_id, paid_amount AS paid, allowed_amount AS allowed, visit,
        CASE WHEN primary_care AND hcpcs_code IN (${list(codes)}) THEN tin END AS candidate
      FROM whole LEFT JOIN roster ON furnished_by = npi
      WHERE visit BETWEEN DATE '${year}-01-01' AND DATE '${year}-12-31'`,
    `CREATE OR REPLACE TABLE charges AS
      WITH daily AS (
        SELECT person_id, candidate, visit, sum(allowed) AS allowed,
          sum(CASE WHEN paid < 0 OR allowed < 0 THEN -1 ELSE 1 END) AS standing
        FROM line WHERE candidate IS NOT NULL GROUP BY person_id, candidate, visit)
      SELECT person_id, candidate, sum(allowed) AS allowed,
        max(visit) FILTER (standing > 0) AS latest
      FROM daily GROUP BY person_id, candidate`,
    `CREATE OR REPLACE TABLE member AS
      SELECT person_id, months, coalesce(paid * 100, 0)::BIGINT AS paid
      FROM months LEFT JOIN (
        SELECT person_id, sum(paid) AS paid FROM line GROUP BY person_id) USING (person_id)`,
  ];
}

// Rows [candidate, members, months, cost in cents]; the candidate of nobody's members is ''.
export const result = ({ thresholdCents } = job) => `
  WITH ranked AS (
    SELECT person_id, candidate, row_number() OVER (
      PARTITION BY person_id ORDER BY allowed DESC, latest DESC NULLS LAST, candidate) AS place
    FROM charges WHERE allowed > 0)
  SELECT coalesce(candidate, '') AS candidate, count(*)::INTEGER AS members,
    sum(months)::INTEGER AS months,
    sum(least(paid, (${thresholdCents} * months + 6) // 12))::DOUBLE AS cost
  FROM member LEFT JOIN (SELECT * FROM ranked WHERE place = 1) USING (person_id)
  GROUP BY ALL`;

// How many members a tie of charges decides, by what breaks it: what the samples must contain.
export const ties = `
  WITH best AS (
    SELECT person_id, max(allowed) AS allowed FROM charges WHERE allowed > 0 GROUP BY person_id),
  tied AS (
    SELECT person_id, count(*) AS candidates, count(*) FILTER (latest = newest) AS newest
    FROM (SELECT person_id, latest, max(latest) OVER (PARTITION BY person_id) AS newest
      FROM charges JOIN best USING (person_id, allowed))
    GROUP BY person_id)
  SELECT count(*) FILTER (candidates > 1 AND newest = 1)::INTEGER AS by_date,
    count(*) FILTER (candidates > 1 AND newest <> 1)::INTEGER AS by_id
  FROM tied`;
