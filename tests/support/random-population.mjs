// SPDX-License-Identifier: Apache-2.0
// Random population terms, good ones, and slips in them that a schema cannot see.
import { share } from "./random.mjs";

const maybe = (random, percent, key, value) => (random.chance(percent) ? { [key]: value() } : {});
const some = (random, list) => list.filter(() => random.chance(50));
const list = (random, most, item) => Array.from({ length: random.whole(1, most) }, item);
// Above 0, at most 1.
const part = (random) => random.pick([1, "1", 0.5, "0.75", "1/3", "999/1000", 1e-9]);

const year = (number) => ({ begin: `${number}-01-01`, end: `${number}-12-31` });

function tieBreaks(random) {
  const before = random.pick([
    ["most_recent"],
    ["lowest_id"],
    ["most_recent", "lowest_id"],
    ["lowest_id", "most_recent"],
  ]);
  return random.chance(30) ? [...before, "none"] : before;
}

const classes = [
  "primary_care_physician",
  "non_physician_practitioner",
  "step_two_specialist",
  "other_professional",
];

function comparison(random, method) {
  const own = {
    method,
    ...maybe(random, 30, "participants_as_one", () => random.chance(50)),
    ...maybe(random, 50, "tie_breaks", () => tieBreaks(random)),
  };
  if (method === "two_step") return own;
  const services = some(random, classes);
  return {
    ...own,
    ...(services.length > 0 ? { services_of: services } : {}),
    ...maybe(random, 30, "weights", () => ({ recent: part(random), older: part(random) })),
  };
}

function method(random) {
  const kind = random.pick([
    "two_step",
    "plurality_of_visits",
    "plurality_of_allowed_charges",
    "patient_designation",
    "insurer_designation",
    "geography",
  ]);
  if (kind.endsWith("designation")) return { method: kind };
  if (kind !== "geography") return comparison(random, kind);
  const counties = list(random, 4, () => 0).map((_, at) => ({
    county: `3105${at}`,
    candidate: random.pick(["T1", "T2", "North Clinic"]),
  }));
  return { method: kind, counties };
}

const specialties = (random) => list(random, 3, () => random.pick(["01", "08", "11", "38", "A"]));

function services(random) {
  return {
    ...maybe(random, 60, "edition", () => random.whole(2018, 2026)),
    ...maybe(random, 50, "codes", () =>
      list(random, 3, () => random.pick(["99201-99215", "G0402", "G0438-G0439", "A", "1-2"])),
    ),
    ...maybe(random, 30, "primary_care_specialties", () => specialties(random)),
    ...maybe(random, 20, "non_physician_specialties", () => specialties(random)),
    ...maybe(random, 20, "step_two_specialties", () => specialties(random)),
    ...maybe(random, 20, "teaching_amendment_hospitals", () => random.chance(50)),
  };
}

function timing(random) {
  if (random.chance(60)) return random.chance(50) ? { timing: "retrospective" } : {};
  return {
    timing: "prospective",
    ...maybe(random, 40, "gap_months", () => random.whole(0, 24)),
    ...maybe(random, 40, "reconciliation", () => ({
      ...maybe(random, 50, "coverage", () => random.pick(["every_month", "any_month"])),
      ...maybe(random, 50, "counties", () => list(random, 3, () => random.pick(["a", "b"]))),
    })),
  };
}

function attribution(random) {
  const methods = list(random, 3, () => method(random));
  const stated = services(random);
  if (methods.some(({ method: kind }) => kind === "two_step")) stated.edition ??= 2024;
  return {
    ...maybe(random, 50, "unit", () => random.pick(["tin", "npi", "group"])),
    ...timing(random),
    ...(Object.keys(stated).length > 0 ? { services: stated } : {}),
    ...maybe(random, 30, "tie_breaks", () => tieBreaks(random)),
    methods,
  };
}

function cost(random) {
  const from = random.whole(0, 90);
  return {
    ...maybe(random, 50, "amount", () => random.pick(["paid", "allowed"])),
    ...maybe(random, 50, "run_out_months", () => random.whole(0, 60)),
    ...maybe(random, 50, "completion_factor", () => random.pick([1, "1.01", 10, "101/100", 1.5])),
    ...maybe(random, 50, "truncation", () =>
      random.chance(50)
        ? { annual_amount_cents: random.whole(1, 1e9) }
        : { percentile: part(random) },
    ),
    ...maybe(random, 50, "members", () => ({
      ...maybe(random, 50, "least_months", () => random.whole(1, 12)),
      ...maybe(random, 50, "from_age", () => from),
      ...maybe(random, 50, "to_age", () => random.whole(from, 200)),
    })),
  };
}

// A demographic table of some rows, each of ages of its own.
function factors(random) {
  let age = 0;
  return list(random, 4, () => {
    const from = age + random.whole(0, 5);
    const to = from + random.whole(0, 20);
    age = to + 1;
    return {
      ...maybe(random, 50, "sex", () => random.pick(["female", "male"])),
      from_age: from,
      to_age: to,
      factor: random.pick([0, "0.123456789", 1, "1.5", "3/8", 1000]),
    };
  });
}

function models(random) {
  if (random.chance(50)) return [{ name: "V24", ...maybe(random, 50, "weight", () => "1.0") }];
  return [
    { name: "V24", weight: "0.33" },
    { name: "V28", weight: 0.67, normalisation: "1.015" },
  ];
}

function risk(random) {
  const kind = random.pick(["given", "demographic", "hcc", "program"]);
  const age = kind === "given" ? {} : maybe(random, 40, "age_at", () => "2024-02-01");
  const shared = {
    ...maybe(random, 30, "frailty", () => random.pick(["-0.05", 0, "10", -10])),
    ...(random.chance(50)
      ? maybe(random, 60, "renormalise", () => random.chance(50))
      : maybe(random, 60, "means", () => ({ esrd: 1, aged_dual: "1.2", other: "7/9" }))),
    ...maybe(random, 30, "caps", () => ({ down: share(random), up: random.pick([0, "0.03", 10]) })),
  };
  if (kind === "program") {
    const program = { name: "cms_hcc", performance_year: random.pick([2024, 2025, 2026]) };
    return { method: "hcc", program, ...age, ...shared };
  }
  const of = kind === "hcc" && random.chance(50) ? { models: models(random) } : {};
  const coding = maybe(random, 30, "coding_adjustment", () => random.pick([0, "0.059", 0.999]));
  const normalised = of.models ? {} : maybe(random, 40, "normalisation", () => "1.045");
  const table = kind === "demographic" ? { factors: factors(random) } : {};
  return { method: kind, ...age, ...table, ...of, ...normalised, ...coding, ...shared };
}

export function randomPopulationTerms(random) {
  const first = random.whole(2015, 2025);
  const base = list(random, 3, () => 0).map((_, at, { length }) => year(first - length + at));
  return {
    title: random.pick(["Population", "x".repeat(200), "é"]),
    year: random.chance(80) ? year(first) : { begin: `${first}-07-01`, end: `${first + 1}-06-30` },
    ...maybe(random, 50, "base_years", () => base),
    ...maybe(random, 40, "benchmark_facts", () => random.pick(["total", "per_capita"])),
    attribution: attribution(random),
    ...maybe(random, 60, "cost", () => cost(random)),
    ...maybe(random, 60, "risk", () => risk(random)),
  };
}

const twice = (items) => items?.push(structuredClone(items[0]));
const factorsOf = ({ risk: of }) => of?.factors ?? [];

// Each works on good terms and may find nothing.
const slips = [
  ({ year: of }) => Object.assign(of, { begin: of.end, end: of.begin }),
  ({ year: of }) => Object.assign(of, { end: `${Number(of.end.slice(0, 4)) + 1}-01-01` }),
  ({ year: of }) => Object.assign(of, { end: "2023-02-29" }),
  ({ base_years: base }) => base?.reverse(),
  ({ base_years: base }) => twice(base),
  ({ base_years: base, year: of }) => base?.push(structuredClone(of)),
  ({ attribution: of }) => Object.assign(of, { tie_breaks: ["none", "most_recent"] }),
  ({ attribution: of }) => of.methods.forEach(({ counties }) => twice(counties)),
  ({ attribution: of }) => {
    delete of.services?.edition;
    of.methods.push({ method: "two_step" });
  },
  ({ attribution: of }) => {
    of.services = { edition: 2017 };
    of.methods = [{ method: "two_step" }, { method: "patient_designation" }];
  },
  ({ attribution: of }) => {
    if (of.timing === "prospective") of.timing = "retrospective";
  },
  ({ attribution: of }) => {
    of.services = { ...of.services, codes: ["99215-99201"] };
  },
  ({ attribution: of }) => {
    of.services = { ...of.services, codes: ["99201-G0402A"] };
  },
  (terms) => {
    terms.cost = { ...terms.cost, members: { from_age: 65, to_age: 64 } };
  },
  (terms) => {
    terms.cost = { ...terms.cost, truncation: { percentile: 99 } };
  },
  (terms) => {
    terms.cost = { ...terms.cost, truncation: { percentile: 0 } };
  },
  (terms) => factorsOf(terms).forEach((row) => Object.assign(row, { to_age: row.from_age - 1 })),
  (terms) => factorsOf(terms).forEach((row) => Object.assign(row, { factor: "0.1234567891" })),
  (terms) => factorsOf(terms).forEach((row) => Object.assign(row, { factor: "1/3" })),
  ({ risk: of }) => twice(of?.factors),
  ({ risk: of }) => {
    if (of?.models) of.models[0].weight = "0.5";
  },
  ({ risk: of }) => of?.models?.forEach((model) => Object.assign(model, { name: "V28" })),
  ({ risk: of }) => {
    if (of?.program) of.program.performance_year = 2019;
  },
  ({ risk: of }) => {
    if (of?.age_at) of.age_at = "2024-13-01";
  },
];

// Most slips find nothing in most terms: another is tried until one does.
export function slipInPopulationTerms(random, terms) {
  const before = JSON.stringify(terms);
  for (let i = 0; i < 20 && JSON.stringify(terms) === before; i += 1) random.pick(slips)(terms);
}
