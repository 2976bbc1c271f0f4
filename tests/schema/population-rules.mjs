// SPDX-License-Identifier: Apache-2.0
// What the reader of population terms asks for and their JSON Schema cannot say: a closed list, as
// in rules.mjs. Each rule gets terms that the schema accepts and says whether they break it.
import { compare, exactRate } from "../support/exact.mjs";
import { isDay } from "./rules.mjs";

const dayMs = 86_400_000;
const at = (text) => Date.parse(`${text}T00:00:00Z`) / dayMs;
const unique = (list) => new Set(list).size === list.length;
const one = { n: 1n, d: 1n };

const spansOf = ({ year, base_years: base = [] }) => [year, ...base];
const goodSpans = (terms) =>
  spansOf(terms).every(({ begin, end }) => isDay(begin) && isDay(end) && begin <= end);
const methodsOf = ({ attribution }) => attribution.methods;
const has = (terms, kind) => methodsOf(terms).some(({ method }) => method === kind);
const tieBreaksOf = ({ attribution }) =>
  [attribution, ...attribution.methods].flatMap(({ tie_breaks: list }) => (list ? [list] : []));
const factorsOf = ({ risk }) => risk?.factors ?? [];
const modelsOf = ({ risk }) => risk?.models ?? [];
const lastAge = ({ to_age: to = 200 }) => to;

// Whether a part of 10^-9 is the smallest that the value needs.
function hasNinePlaces(value) {
  const { n, d } = exactRate(value);
  return (n * 10n ** 9n) % d === 0n;
}

const overlaps = (a, b) => a.sex === b.sex && a.from_age <= lastAge(b) && b.from_age <= lastAge(a);

export const populationRules = {
  "days of the terms are in the calendar": (terms) =>
    spansOf(terms).some(({ begin, end }) => !isDay(begin) || !isDay(end)) ||
    (terms.risk?.age_at !== undefined && !isDay(terms.risk.age_at)),
  "a span ends after it begins, and within a year": (terms) =>
    !goodSpans(terms) || spansOf(terms).some(({ begin, end }) => at(end) - at(begin) >= 366),
  "base years are in order and before the performance year": (terms) =>
    [...(terms.base_years ?? []), terms.year].some(
      ({ begin }, i, all) => i > 0 && begin <= all[i - 1].end,
    ),
  "nothing follows a tie-break of none": (terms) =>
    tieBreaksOf(terms).some((list) => list.slice(0, -1).includes("none")),
  "a county is of one candidate": (terms) =>
    methodsOf(terms).some(({ counties = [] }) => !unique(counties.map(({ county }) => county))),
  "two steps follow an edition": (terms) =>
    has(terms, "two_step") && terms.attribution.services?.edition === undefined,
  "the edition of two steps knows designations by patients": (terms) =>
    has(terms, "two_step") &&
    has(terms, "patient_designation") &&
    terms.attribution.services.edition < 2018,
  "what is retrospective has no gap and no reconciliation": ({ attribution: of }) =>
    of.timing !== "prospective" && (of.gap_months !== undefined || of.reconciliation !== undefined),
  "a range is of codes of one length, the lower first": ({ attribution: { services = {} } }) =>
    (services.codes ?? []).some((range) => {
      const [first, last = first] = range.split("-");
      return first.length !== last.length || first > last;
    }),
  "the last age of the members is at least the first": ({ cost: { members = {} } = {} }) =>
    members.to_age < members.from_age,
  "the ages of a row are in order": (terms) =>
    factorsOf(terms).some((row) => lastAge(row) < row.from_age),
  "a factor has at most nine places": (terms) =>
    factorsOf(terms).some(({ factor }) => !hasNinePlaces(factor)),
  "rows of one sex do not overlap": (terms) =>
    factorsOf(terms).some((row, i, all) => all.slice(0, i).some((other) => overlaps(other, row))),
  "models have their own names": (terms) => !unique(modelsOf(terms).map(({ name }) => name)),
  "the weights of models add up to 1": (terms) => {
    const weights = modelsOf(terms).map(({ weight = 1 }) => exactRate(weight));
    const sum = weights.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), {
      n: 0n,
      d: 1n,
    });
    return weights.length > 0 && compare(sum, one) !== 0;
  },
  "the program of scores has an edition for the year": ({ risk }, description) =>
    risk?.program !== undefined &&
    !description.programs
      .find(({ program }) => program === "cms_hcc")
      .editions.some(({ performance_year: year }) => year === risk.program.performance_year),
};
