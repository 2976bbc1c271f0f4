// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

#include <algorithm>
#include <set>
#include <variant>

#include "support/builders.h"
#include "support/catch.h"
#include "support/random_cases.h"
#include "support/replay.h"

namespace gainshare {
namespace {

using testing::contract_of;
using testing::experience_of;
using testing::facts_of;
using testing::RandomCases;
using testing::replay;
using testing::unseen_falsehoods;

const Step& step(const Trace& trace, const std::string& id) {
  const auto found =
      std::find_if(trace.begin(), trace.end(), [&id](const Step& s) { return s.id == id; });
  REQUIRE(found != trace.end());
  return *found;
}

Trace traced(const Contract& contract, const Experience& experience) {
  const auto settlement = settle(contract, experience);
  REQUIRE(settlement.ok());
  return trace(contract, experience, settlement.value());
}

Trace deck_trace() {
  return traced(contract_of(testing::two_sided_terms()),
                experience_of(facts_of(Money::dollars(500), Money::dollars(480))));
}

// A contract of a random kind with an experience that fits it.
Trace random_trace(RandomCases& random) {
  if (random.chance(15)) {
    Contract contract;
    Stream stream;
    stream.id = "quality";
    const auto terms = random.scorecard();
    stream.terms = terms;
    contract.streams.push_back(stream);
    Experience experience;
    experience.quality.measures = random.results(terms);
    return traced(contract, experience);
  }
  const auto terms = random.terms();
  auto facts = random.facts(terms);
  Contract contract = contract_of(terms);
  contract.rounding.value = random.rounding();
  Experience experience = experience_of(facts);
  if (random.chance(15)) {
    experience.year_to_date = random.year_to_date();
    experience.spending->expenditure.reset();
  } else if (random.chance(15)) {
    experience.population.member_months = random.whole(1, 1'000);
    experience.spending->basis = SpendingBasis::PerMemberPerMonth;
    experience.guardrail = {};
  }
  return traced(contract, experience);
}

TEST_CASE("The deck's example is explained from benchmark to payment") {
  const Trace trace = deck_trace();
  CHECK(replay(trace).empty());
  CHECK(step(trace, "shared_savings.savings").op == Op::Subtract);
  CHECK(std::get<Rational>(step(trace, "shared_savings.payment").value) == Rational{1'200});
  CHECK(std::get<Rational>(step(trace, "shared_savings.payer_share_of_pool").value) ==
        Rational{800});
  CHECK(step(trace, "shared_savings.payment").rounding == Rounding{});
}

TEST_CASE("Every step has a label and a citation, and ids are used once") {
  RandomCases random{7};
  for (int i = 0; i < 500; ++i) {
    std::set<std::string> ids;
    for (const Step& s : random_trace(random)) {
      CHECK_FALSE(s.label.empty());
      CHECK(ids.insert(s.id).second);
      if (s.op != Op::Given) CHECK_FALSE(s.source.citation.empty());
      CHECK((s.op == Op::Round) == s.rounding.has_value());
      const bool reads_table = s.op == Op::Interpolate || s.op == Op::Tier || s.op == Op::Apportion;
      CHECK(reads_table == !s.table.empty());
    }
  }
}

TEST_CASE("The second opinion recomputes every step of random settlements") {
  RandomCases random{11};
  for (int i = 0; i < 3'000; ++i) {
    const auto wrong = replay(random_trace(random));
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
  }
}

TEST_CASE("A falsified step fails the replay, whichever it is") {
  RandomCases random{13};
  for (int i = 0; i < 60; ++i) {
    const Trace trace = random_trace(random);
    const auto unseen = unseen_falsehoods(trace);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

TEST_CASE("A falsified benchmark is caught by what is computed from it") {
  Trace falsified = deck_trace();
  for (Step& s : falsified) {
    if (s.id == "shared_savings.benchmark") s.value = Rational{50'001};
  }
  CHECK_FALSE(replay(falsified).empty());
}

TEST_CASE("A step that refers to a later or an unknown one fails the replay") {
  Trace trace = deck_trace();
  std::swap(trace.front(), trace.back());
  CHECK_FALSE(replay(trace).empty());
  trace = deck_trace();
  trace.back().inputs.front() = "shared_savings.nowhere";
  CHECK_FALSE(replay(trace).empty());
}

TEST_CASE("The statement lists the lines a person looks for, in reading order") {
  const Trace trace = deck_trace();
  std::vector<std::string> ids;
  for (const StatementLine& line : statement(trace)) ids.push_back(line.step_id);
  REQUIRE(ids.size() > 5);
  CHECK(ids.front() == "shared_savings.benchmark");
  CHECK(ids[1] == "shared_savings.expenditure");
  CHECK(ids[2] == "shared_savings.savings");
  CHECK(ids.back() == "shared_savings.payer_keeps");
}

TEST_CASE("A projection's assumptions are marked as assumed") {
  Experience experience = experience_of(facts_of(Money::dollars(500), Money{}));
  experience.spending->expenditure.reset();
  experience.year_to_date = {.months = 9,
                             .expenditure = Money::dollars(360),
                             .completion_factor = Rate::percent(96),
                             .trend = Rate::percent(2)};
  const Trace trace = traced(contract_of(testing::one_sided_terms()), experience);
  CHECK(replay(trace).empty());
  CHECK(step(trace, "projection.completion_factor").assumed);
  CHECK(step(trace, "projection.trend").assumed);
  CHECK_FALSE(step(trace, "projection.paid_to_date").assumed);
  CHECK(step(trace, "shared_savings.expenditure").inputs ==
        std::vector<std::string>{"projection.expenditure"});
}

}  // namespace
}  // namespace gainshare
