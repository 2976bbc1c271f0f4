// SPDX-License-Identifier: Apache-2.0
#include "population/attribution.h"
#include "support/catch.h"

namespace gainshare {
namespace {

const Candidates kThree{.ids = {"C", "A", "B"}, .participant = {0, 0, 0}};

AttributionPlan plan_of(AssignmentMethod method, std::vector<TieBreak> tie_breaks) {
  const AttributionTerms terms{
      .methods = {{.method = method, .tie_breaks = std::move(tie_breaks)}}};
  return prepare_attribution(terms, kThree).value();
}

TEST_CASE("Most visits win, then the most recent, then the lowest id") {
  const auto plan =
      plan_of(AssignmentMethod::PluralityOfVisits, {TieBreak::MostRecent, TieBreak::LowestId});
  std::vector<ServiceTally> tallies{{.candidate = 0, .visits = 1, .latest = 400},
                                    {.candidate = 1, .visits = 3, .latest = 100},
                                    {.candidate = 2, .visits = 3, .latest = 200}};
  const Assignment recent = assign(plan, {}, tallies);
  CHECK(recent.candidate == 2);
  CHECK(recent.decided_by == DecidedBy::MostRecent);
  tallies[1].latest = 200;
  const Assignment lowest = assign(plan, {}, tallies);
  CHECK(lowest.candidate == 1);
  CHECK(lowest.decided_by == DecidedBy::LowestId);
  tallies[0].visits = 4;
  CHECK(assign(plan, {}, tallies).decided_by == DecidedBy::Amount);
}

TEST_CASE("Equal charges to the cent tie, and nothing wins where no tie-break is agreed") {
  const auto plan = plan_of(AssignmentMethod::PluralityOfAllowedCharges, {TieBreak::None});
  std::vector<ServiceTally> tallies{
      {.candidate = 0, .visits = 1, .allowed_cents = 41'000, .latest = 400},
      {.candidate = 1, .visits = 3, .allowed_cents = 41'000, .latest = 100}};
  CHECK(assign(plan, {}, tallies) == Assignment{});
  tallies[1].allowed_cents = 41'001;
  CHECK(assign(plan, {}, tallies).candidate == 1);
}

}  // namespace
}  // namespace gainshare
