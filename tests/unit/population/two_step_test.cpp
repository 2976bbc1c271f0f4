// SPDX-License-Identifier: Apache-2.0
// 42 CFR 425.402: pre-step, step one, step two, and step three of 2025.
#include "population/attribution.h"
#include "population/attribution_explanation.h"
#include "support/catch.h"

namespace gainshare {
namespace {

constexpr auto kPhysician = ServiceClass::PrimaryCarePhysician;
constexpr auto kPractitioner = ServiceClass::NonPhysicianPractitioner;
constexpr auto kSpecialist = ServiceClass::StepTwoSpecialist;
constexpr auto kOther = ServiceClass::OtherProfessional;

// The ACO's clinics "7" and "3"; "5" and "1" stand outside.
enum Tin : CandidateIndex { kAco, kAcoToo, kOutside, kOutsideToo };
const Candidates kFour{.ids = {"7", "3", "5", "1"}, .participant = {1, 1, 0, 0}};

struct Line {
  CandidateIndex candidate;
  ServiceClass service_class;
  std::int64_t cents;
  Day latest = 100;
  std::uint8_t window = 0;
};

Assignment outcome(std::int32_t year, const std::vector<Line>& lines,
                   std::vector<TieBreak> tie_breaks = {TieBreak::None}, bool as_one = true) {
  AttributionTerms terms;
  terms.services.edition = year;
  terms.methods = {{.method = AssignmentMethod::TwoStep,
                    .participants_as_one = as_one,
                    .tie_breaks = std::move(tie_breaks)}};
  const AttributionPlan plan = prepare_attribution(terms, kFour).value();
  std::vector<ServiceTally> tallies;
  for (const Line& line : lines) {
    tallies.push_back({.candidate = line.candidate,
                       .service_class = line.service_class,
                       .window = line.window,
                       .visits = 1,
                       .allowed_cents = line.cents,
                       .latest = line.latest});
  }
  const Assignment assignment = assign(plan, {}, tallies);
  CHECK(explain_assignment(plan, {}, tallies).assignment == assignment);
  return assignment;
}

TEST_CASE("The ACO's clinics add up against each other clinic by itself") {
  const Assignment won = outcome(2024, {{kAco, kPhysician, 20'000},
                                        {kAcoToo, kPractitioner, 21'000},
                                        {kOutside, kPhysician, 40'000},
                                        {kOutsideToo, kPhysician, 40'000}});
  CHECK(won.as_one);
  CHECK(won.candidate == kAcoToo);  // who leads within the ACO
  CHECK(won.step == 1);
  CHECK(won.decided_by == DecidedBy::Amount);
  const Assignment lost = outcome(2024, {{kAco, kPhysician, 20'000},
                                         {kAcoToo, kPractitioner, 21'000},
                                         {kOutside, kPhysician, 41'001}});
  CHECK(lost.candidate == kOutside);
  CHECK_FALSE(lost.as_one);
}

TEST_CASE("Charges equal to the cent assign to nobody, or by the most recent where terms say so") {
  const std::vector<Line> equal{{kAco, kPhysician, 41'000, 200},
                                {kOutside, kPhysician, 41'000, 199}};
  CHECK(outcome(2024, equal) == Assignment{});
  const Assignment recent = outcome(2024, equal, {TieBreak::MostRecent});
  CHECK(recent.as_one);
  CHECK(recent.decided_by == DecidedBy::MostRecent);
  const std::vector<Line> later{{kAco, kPhysician, 41'000, 200},
                                {kOutside, kPhysician, 41'000, 201}};
  CHECK(outcome(2024, later, {TieBreak::MostRecent}).candidate == kOutside);
  const std::vector<Line> same{
      {kAco, kPhysician, 41'000}, {kAcoToo, kPhysician, 0}, {kOutside, kPhysician, 41'000}};
  CHECK(outcome(2024, same, {TieBreak::MostRecent}) == Assignment{});
  // The ACO stands by its lowest id, 3, against 5.
  const Assignment lowest = outcome(2024, same, {TieBreak::MostRecent, TieBreak::LowestId});
  CHECK(lowest.as_one);
  CHECK(lowest.candidate == kAco);
  CHECK(lowest.decided_by == DecidedBy::LowestId);
}

TEST_CASE("Without a physician's service the ACO wins nothing, and still stands in the way") {
  CHECK(outcome(2024, {{kAco, kPractitioner, 50'000}}) == Assignment{});
  CHECK(outcome(2024, {{kAco, kPractitioner, 50'000}, {kOutside, kPhysician, 40'000}}) ==
        Assignment{});
  CHECK(outcome(2024, {{kAco, kPractitioner, 30'000}, {kOutside, kPhysician, 40'000}}).candidate ==
        kOutside);
  // A specialist of the list is a physician enough for the pre-step; step one then counts.
  const Assignment won = outcome(2024, {{kAco, kPractitioner, 50'000}, {kAcoToo, kSpecialist, 1}});
  CHECK(won.as_one);
  CHECK(won.step == 1);
}

TEST_CASE("Step two counts only where nobody furnished a service of step one") {
  const Assignment won =
      outcome(2024, {{kAco, kSpecialist, 30'000}, {kOutside, kSpecialist, 20'000}});
  CHECK(won.as_one);
  CHECK(won.step == 2);
  const Assignment lost =
      outcome(2024, {{kAco, kSpecialist, 30'000}, {kOutside, kPractitioner, 100}});
  CHECK(lost.candidate == kOutside);
  CHECK(lost.step == 1);
}

TEST_CASE("To 2015 step one is physicians' alone and step two everybody's") {
  const std::vector<Line> lines{
      {kAco, kPractitioner, 30'000}, {kAcoToo, kOther, 5'000}, {kOutside, kOther, 34'000}};
  const Assignment won = outcome(2015, lines);
  CHECK(won.as_one);
  CHECK(won.step == 2);
  CHECK(outcome(2015, {{kAco, kPractitioner, 30'000}, {kOutside, kOther, 1}}).candidate !=
        kAco);  // no physician of the ACO
  const Assignment lost = outcome(
      2015, {{kAco, kPractitioner, 30'000}, {kAcoToo, kOther, 5'000}, {kOutside, kPhysician, 1}});
  CHECK(lost.candidate == kOutside);
  CHECK(lost.step == 1);
}

TEST_CASE("From 2025 the pre-step may be met in 24 months, and both windows then count alike") {
  const std::vector<Line> lines{{kAco, kPractitioner, 10'000},
                                {kAcoToo, kPhysician, 15'000, 90, 1},
                                {kOutside, kPhysician, 20'000}};
  const Assignment third = outcome(2025, lines);
  CHECK(third.as_one);
  CHECK(third.step == 3);
  CHECK(third.candidate == kAcoToo);
  CHECK(outcome(2024, lines).candidate == kOutside);
  // No practitioner of the ACO in the window of the year.
  CHECK(outcome(2025, {{kAcoToo, kPhysician, 90'000, 90, 1}, {kOutside, kPhysician, 20'000}})
            .candidate == kOutside);
  // The pre-step is met in the window: the older one does not count.
  const Assignment first = outcome(2025, {{kAco, kPhysician, 10'000},
                                          {kAco, kPhysician, 90'000, 90, 1},
                                          {kOutside, kPhysician, 20'000}});
  CHECK(first.candidate == kOutside);
  CHECK(first.step == 1);
}

TEST_CASE("Every clinic for itself: the same steps, and nobody adds up") {
  const std::vector<Line> lines{
      {kAco, kPhysician, 20'000}, {kAcoToo, kPractitioner, 21'000}, {kOutside, kPhysician, 22'000}};
  const Assignment alone = outcome(2024, lines, {TieBreak::None}, false);
  CHECK(alone.candidate == kOutside);
  CHECK_FALSE(alone.as_one);
  const std::vector<Line> older{{kAco, kPhysician, 20'000, 90, 1},
                                {kOutside, kPhysician, 10'000, 90, 1}};
  CHECK(outcome(2024, older, {TieBreak::None}, false) == Assignment{});
  CHECK(outcome(2025, older, {TieBreak::None}, false).step == 3);
}

TEST_CASE("A service that was reversed is none") {
  AttributionTerms terms;
  terms.services.edition = 2024;
  terms.methods = {{.method = AssignmentMethod::TwoStep, .participants_as_one = true}};
  const AttributionPlan plan = prepare_attribution(terms, kFour).value();
  const std::vector<ServiceTally> reversed{
      {.candidate = kAco, .service_class = kPhysician, .visits = 0, .allowed_cents = 0}};
  CHECK(assign(plan, {}, reversed) == Assignment{});
  CHECK(explain_assignment(plan, {}, reversed).attempts[0].reason == MethodReason::NoService);
}

}  // namespace
}  // namespace gainshare
