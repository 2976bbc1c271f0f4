// SPDX-License-Identifier: Apache-2.0
// The reader of population terms accepts exactly the documents that the schema accepts, apart from
// the closed list of rules in population-rules.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWasm } from "../support/engine.mjs";
import { mutate } from "../support/mutations.mjs";
import { randomPopulationTerms, slipInPopulationTerms } from "../support/random-population.mjs";
import { Random } from "../support/random.mjs";
import { populationRules } from "./population-rules.mjs";
import { rangeRule } from "./rules.mjs";
import { validators } from "./schemas.mjs";

const engine = await loadWasm();
const description = JSON.parse(engine.describe());
const plain = validators({ ranges: false })("population");
const exact = validators({ ranges: true })("population");

// The rule that the terms break, or nothing.
function broken(terms) {
  if (!plain(terms)) return "schema";
  if (!exact(terms)) return rangeRule;
  return Object.entries(populationRules).find(([, breaks]) => breaks(terms, description))?.[0];
}

function readerIssues(text) {
  const opened = engine.Population.open(text);
  if (typeof opened === "string") return JSON.parse(opened).issues;
  opened.delete();
  return [];
}

function changed(random) {
  const terms = randomPopulationTerms(random);
  const slips = random.chance(50);
  if (slips) slipInPopulationTerms(random, terms);
  if (slips && random.chance(80)) return terms;
  for (let i = random.below(4); i > 0; i -= 1) mutate(random, terms);
  return terms;
}

test("the population reader accepts what schema and rules accept, on 20,000 changed terms", () => {
  const random = new Random(20260103);
  const seen = new Map();
  for (let i = 0; i < 20_000; i += 1) {
    const text = JSON.stringify(changed(random));
    const rule = broken(JSON.parse(text));
    const issues = readerIssues(text);
    assert.equal(
      issues.length === 0,
      rule === undefined,
      `terms ${i}: schema and rules say ${rule ?? "good"}, the reader ${JSON.stringify(issues)}\n${text}`,
    );
    for (const { message } of issues) assert.match(message, /^["A-Z0-9][^]*[.?]$/, text);
    seen.set(rule, (seen.get(rule) ?? 0) + 1);
  }
  for (const rule of [undefined, "schema", rangeRule, ...Object.keys(populationRules)]) {
    assert.ok(seen.get(rule) >= 3, `only ${seen.get(rule) ?? 0} terms: ${rule ?? "good"}`);
  }
});
