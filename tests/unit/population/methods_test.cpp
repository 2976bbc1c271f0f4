// SPDX-License-Identifier: Apache-2.0
// Designations, geography, weights of two windows, the order of methods, and explanations.
#include "population/attribution.h"
#include "population/attribution_explanation.h"
#include "support/catch.h"

namespace gainshare {
namespace {

const Candidates kThree{
    .ids = {"C", "A", "B"}, .participant = {0, 1, 0}, .names = {{"1003000126", 2}, {"C", 1}}};

AttributionPlan plan_of(std::vector<MethodTerms> methods) {
  const AttributionTerms terms{.methods = std::move(methods)};
  return prepare_attribution(terms, kThree).value();
}

const MethodTerms kVisits{.method = AssignmentMethod::PluralityOfVisits,
                          .tie_breaks = {TieBreak::MostRecent, TieBreak::LowestId}};

TEST_CASE("The first method that decides does, and the others are not asked") {
  const AttributionPlan plan =
      plan_of({{.method = AssignmentMethod::PatientDesignation},
               {.method = AssignmentMethod::InsurerDesignation},
               kVisits,
               {.method = AssignmentMethod::Geography, .counties = {{"50007", "A"}}}});
  const std::vector<ServiceTally> tallies{{.candidate = 0, .visits = 2, .latest = 5}};
  Member member{.county = "50007"};
  CHECK(assign(plan, member, {}).method == 3);
  CHECK(assign(plan, member, {}).decided_by == DecidedBy::County);
  CHECK(assign(plan, member, tallies).method == 2);
  member.designated_by_insurer = "B";
  CHECK(assign(plan, member, tallies).candidate == 2);
  CHECK(assign(plan, member, tallies).method == 1);
  member.designated_by_patient = "A";
  CHECK(assign(plan, member, tallies).candidate == 1);
  member.designated_by_patient = "nobody knows";
  CHECK(assign(plan, member, tallies).method == 1);
}

TEST_CASE("A designation names an id or an NPI, and an id is never somebody else's name") {
  const AttributionPlan plan = plan_of({{.method = AssignmentMethod::PatientDesignation}});
  CHECK(assign(plan, {.designated_by_patient = "1003000126"}, {}).candidate == 2);
  CHECK(assign(plan, {.designated_by_patient = "C"}, {}).candidate == 0);
  CHECK(assign(plan, {}, {}) == Assignment{});
}

TEST_CASE("Two windows count by their weights, exactly") {
  MethodTerms charges{.method = AssignmentMethod::PluralityOfAllowedCharges,
                      .tie_breaks = {TieBreak::MostRecent},
                      .weights = WindowWeights{.recent = *Rate::from_text("2/3"),
                                               .older = *Rate::from_text("1/3")}};
  const AttributionPlan plan = plan_of({charges});
  CHECK(plan.methods[0].measures[0].recent_weight() == 2);
  CHECK(plan.methods[0].measures[0].older_weight() == 1);
  // C: 100.00 × 2/3; A: 200.00 × 1/3. The same, and C is the more recent.
  std::vector<ServiceTally> tallies{
      {.candidate = 0, .window = 0, .allowed_cents = 10'000, .latest = 800},
      {.candidate = 1, .window = 1, .allowed_cents = 20'000, .latest = 400}};
  CHECK(assign(plan, {}, tallies).candidate == 0);
  CHECK(assign(plan, {}, tallies).decided_by == DecidedBy::MostRecent);
  tallies[1].allowed_cents = 20'001;
  CHECK(assign(plan, {}, tallies).candidate == 1);
  const auto explained = explain_assignment(plan, {}, tallies).attempts[0].compared;
  CHECK(explained[0].amount.to_text() == "6667");
  CHECK(explained[1].amount.to_text() == "20000/3");
  // Without weights the older window counts for nothing.
  charges.weights.reset();
  CHECK(assign(plan_of({charges}), {}, tallies).candidate == 0);
}

TEST_CASE("Weights whose proportion is not simple are refused, as are counties of nobody") {
  const AttributionTerms terms{
      .methods = {{.weights = WindowWeights{.recent = *Rate::from_text("0.123456789012"),
                                            .older = *Rate::from_text("1/7")}},
                  {.method = AssignmentMethod::Geography, .counties = {{"1", "A"}, {"2", "D"}}}}};
  const auto plan = prepare_attribution(terms, kThree);
  REQUIRE_FALSE(plan.ok());
  REQUIRE(plan.issues().size() == 2);
  CHECK(plan.issues()[0].path == "/methods/0/weights");
  CHECK(plan.issues()[1].path == "/methods/1/counties/1/candidate");
}

TEST_CASE("Only the classes of the terms compete") {
  MethodTerms specialists = kVisits;
  specialists.services_of = {ServiceClass::StepTwoSpecialist};
  const std::vector<ServiceTally> tallies{
      {.candidate = 0, .visits = 9},
      {.candidate = 1, .service_class = ServiceClass::StepTwoSpecialist, .visits = 1}};
  CHECK(assign(plan_of({kVisits}), {}, tallies).candidate == 0);
  CHECK(assign(plan_of({specialists}), {}, tallies).candidate == 1);
}

TEST_CASE("What was reversed whole competes for nothing") {
  const std::vector<ServiceTally> tallies{{.candidate = 0, .visits = 0, .allowed_cents = 0},
                                          {.candidate = 1, .visits = -1, .allowed_cents = -5}};
  CHECK(assign(plan_of({kVisits}), {}, tallies) == Assignment{});
  CHECK(assign(plan_of({{.tie_breaks = {TieBreak::LowestId}}}), {}, tallies) == Assignment{});
}

TEST_CASE("An explanation shows every method tried, why it did not decide, and the amounts") {
  const AttributionPlan plan = plan_of({{.method = AssignmentMethod::PatientDesignation},
                                        {.method = AssignmentMethod::InsurerDesignation},
                                        {.tie_breaks = {TieBreak::None}},
                                        kVisits});
  const std::vector<ServiceTally> tallies{
      {.candidate = 0, .visits = 1, .allowed_cents = 500, .latest = 9},
      {.candidate = 1, .visits = 2, .allowed_cents = 300, .latest = 8},
      {.candidate = 1,
       .service_class = ServiceClass::NonPhysicianPractitioner,
       .visits = 1,
       .allowed_cents = 200,
       .latest = 7}};
  const Member member{.designated_by_insurer = "Z"};
  const AssignmentExplanation explained = explain_assignment(plan, member, tallies);
  CHECK(explained.assignment == assign(plan, member, tallies));
  REQUIRE(explained.attempts.size() == 4);
  CHECK(explained.attempts[0].reason == MethodReason::NotDesignated);
  CHECK(explained.attempts[1].reason == MethodReason::UnknownDesignated);
  CHECK(explained.attempts[1].named == "Z");
  CHECK(explained.attempts[2].reason == MethodReason::Tied);
  REQUIRE(explained.attempts[2].compared.size() == 2);
  CHECK(explained.attempts[2].compared[0].amount.to_text() == "500");
  CHECK(explained.attempts[3].reason == MethodReason::Decided);
  CHECK(explained.attempts[3].compared[0].candidate == 1);
  REQUIRE(explained.candidates.size() == 2);
  // By id, "A" before "C", though "C" was met first.
  CHECK(explained.candidates[0].candidate == 1);
  CHECK(explained.candidates[0].visits == 3);
  CHECK(explained.candidates[0].tallies.size() == 2);
}

TEST_CASE("All members are assigned in one pass over the tallies of all") {
  const AttributionPlan plan = plan_of({kVisits});
  const std::vector<Member> members(4);
  const std::vector<ServiceTally> tallies{{.member = 1, .candidate = 2, .visits = 1},
                                          {.member = 3, .candidate = 0, .visits = 1},
                                          {.member = 3, .candidate = 1, .visits = 2}};
  const auto all = assign_all(plan, members, tallies);
  REQUIRE(all.size() == 4);
  CHECK(all[0].candidate == kNoCandidate);
  CHECK(all[1].candidate == 2);
  CHECK(all[2].candidate == kNoCandidate);
  CHECK(all[3].candidate == 1);
}

}  // namespace
}  // namespace gainshare
