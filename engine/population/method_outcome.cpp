// SPDX-License-Identifier: Apache-2.0
#include "population/method_outcome.h"

#include <algorithm>

namespace gainshare {
namespace {

enum class InWindow : std::uint8_t { OfTheYear, Either };
enum class By : std::uint8_t { Anybody, Participants };

MethodOutcome undecided(MethodReason reason) { return {.reason = reason}; }

MethodOutcome designated(const AttributionPlan& plan, std::string_view name) {
  if (name.empty()) return undecided(MethodReason::NotDesignated);
  const auto candidate = candidate_named(plan, name);
  if (!candidate) return undecided(MethodReason::UnknownDesignated);
  return {.reason = MethodReason::Decided,
          .assignment = {.candidate = *candidate, .decided_by = DecidedBy::Designation}};
}

MethodOutcome by_county(const PreparedMethod& method, std::string_view county) {
  const auto found = std::lower_bound(
      method.counties.begin(), method.counties.end(), county,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (county.empty() || found == method.counties.end() || found->first != county) {
    return undecided(MethodReason::NoCounty);
  }
  return {.reason = MethodReason::Decided,
          .assignment = {.candidate = found->second, .decided_by = DecidedBy::County}};
}

// Whether a service of one of the classes was furnished and stands.
bool furnished(const AttributionPlan& plan, std::span<const ServiceTally> tallies,
               ServiceClassSet classes, By by, InWindow window) {
  return std::any_of(tallies.begin(), tallies.end(), [&](const ServiceTally& tally) {
    return tally.visits > 0 && has(classes, tally.service_class) &&
           (window == InWindow::Either || tally.window == 0) &&
           (by == By::Anybody || plan.participant[tally.candidate] != 0);
  });
}

// Everyone for itself.
MethodOutcome plurality(const AttributionPlan& plan, const PreparedMethod& method,
                        const Measure& measure, std::span<const ServiceTally> tallies) {
  Race race;
  for_each_standing(tallies, measure, [&](const Standing& standing) {
    race.enter(standing, method.tie_breaks, plan.rank);
  });
  MethodOutcome outcome{.reason = MethodReason::NoService, .measure = &measure};
  if (race.empty()) return outcome;
  outcome.reason = race.won() ? MethodReason::Decided : MethodReason::Tied;
  if (!race.won()) return outcome;
  outcome.assignment = {.candidate = race.best.candidate,
                        .decided_by = decided_by(method.tie_breaks, race.level)};
  return outcome;
}

// The participants together against each of the others: "greater than" every one of them.
MethodOutcome plurality_as_one(const AttributionPlan& plan, const PreparedMethod& method,
                               const Measure& measure, std::span<const ServiceTally> tallies) {
  const RaceAsOne race = race_as_one(plan, method, measure, tallies);
  const Comparison result = result_of(race, plan, method);
  MethodOutcome outcome{.reason = MethodReason::Decided, .measure = &measure};
  if (result.sign > 0) {
    outcome.assignment = {.candidate = race.within.best.candidate,
                          .decided_by = decided_by(method.tie_breaks, result.level),
                          .as_one = true};
  } else if (result.sign < 0 && race.others.won()) {
    const std::size_t level = std::max(result.level, race.others.level);
    outcome.assignment = {.candidate = race.others.best.candidate,
                          .decided_by = decided_by(method.tie_breaks, level)};
  } else {
    outcome.reason = race.others.empty() ? MethodReason::NoService : MethodReason::Tied;
  }
  return outcome;
}

MethodOutcome compared(const AttributionPlan& plan, const PreparedMethod& method,
                       const Measure& measure, std::span<const ServiceTally> tallies) {
  return method.as_one ? plurality_as_one(plan, method, measure, tallies)
                       : plurality(plan, method, measure, tallies);
}

// One step: allowed charges of its classes, in the window of the year or in both alike.
MethodOutcome step(const AttributionPlan& plan, const PreparedMethod& method, std::uint8_t number,
                   std::span<const ServiceTally> tallies) {
  MethodOutcome outcome = compared(plan, method, method.measures[number], tallies);
  outcome.step = number;
  outcome.assignment.step = outcome.reason == MethodReason::Decided ? number : std::uint8_t{0};
  return outcome;
}

// Steps one and two, of which only one applies: two where nobody, participant or not, furnished a
// service of step one. 42 CFR 425.402(b)(3), (4).
MethodOutcome first_two_steps(const AttributionPlan& plan, const PreparedMethod& method,
                              std::span<const ServiceTally> tallies) {
  const bool one =
      furnished(plan, tallies, method.two_step.step_one, By::Anybody, InWindow::OfTheYear);
  return step(plan, method, one ? std::uint8_t{1} : std::uint8_t{2}, tallies);
}

// Whether step three may look at both windows: a practitioner who is no physician in the window of
// the year, and a physician in either. 42 CFR 425.402(b)(5).
bool may_take_step_three(const AttributionPlan& plan, const TwoStepRules& rules,
                         std::span<const ServiceTally> tallies) {
  return rules.step_three != 0 &&
         furnished(plan, tallies, rules.step_three_recent, By::Participants, InWindow::OfTheYear) &&
         furnished(plan, tallies, rules.pre_step, By::Participants, InWindow::Either);
}

MethodOutcome two_step_as_one(const AttributionPlan& plan, const PreparedMethod& method,
                              std::span<const ServiceTally> tallies) {
  const TwoStepRules& rules = method.two_step;
  if (furnished(plan, tallies, rules.pre_step, By::Participants, InWindow::OfTheYear)) {
    return first_two_steps(plan, method, tallies);
  }
  if (may_take_step_three(plan, rules, tallies)) return step(plan, method, 3, tallies);
  // The participants cannot win, but what they furnished still stands in the way of others.
  MethodOutcome outcome = first_two_steps(plan, method, tallies);
  if (outcome.reason == MethodReason::Decided && !outcome.assignment.as_one) return outcome;
  if (outcome.reason != MethodReason::NoService) outcome.reason = MethodReason::NoPreStepService;
  outcome.assignment = {};
  return outcome;
}

// Everyone for itself needs no pre-step: whoever has charges has furnished a service. Step three
// then looks where steps one and two saw nothing.
MethodOutcome two_step(const AttributionPlan& plan, const PreparedMethod& method,
                       std::span<const ServiceTally> tallies) {
  if (method.as_one) return two_step_as_one(plan, method, tallies);
  MethodOutcome outcome = first_two_steps(plan, method, tallies);
  if (outcome.reason != MethodReason::NoService || method.two_step.step_three == 0) return outcome;
  return step(plan, method, 3, tallies);
}

}  // namespace

MethodOutcome try_method(const AttributionPlan& plan, const PreparedMethod& method,
                         const Member& member, std::span<const ServiceTally> tallies) {
  switch (method.method) {
    case AssignmentMethod::PatientDesignation:
      return designated(plan, member.designated_by_patient);
    case AssignmentMethod::InsurerDesignation:
      return designated(plan, member.designated_by_insurer);
    case AssignmentMethod::Geography:
      return by_county(method, member.county);
    case AssignmentMethod::TwoStep:
      return two_step(plan, method, tallies);
    case AssignmentMethod::PluralityOfVisits:
    case AssignmentMethod::PluralityOfAllowedCharges:
      break;
  }
  return compared(plan, method, method.measures[0], tallies);
}

}  // namespace gainshare
