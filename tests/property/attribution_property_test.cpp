// SPDX-License-Identifier: Apache-2.0
// Attribution of random members: the order in which candidates were met changes nothing, a
// second opinion that sorts whole lists agrees with the one pass, and the explanation is of the
// assignment that was made.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "population/attribution.h"
#include "population/attribution_explanation.h"
#include "support/catch.h"

namespace gainshare {
namespace {

constexpr int kCases = 4000;
constexpr std::uint32_t kCandidates = 6;

struct Case {
  AttributionTerms terms;
  Candidates candidates;
  std::vector<ServiceTally> tallies;
};

int up_to(std::mt19937& random, int most) {
  return static_cast<int>(random() % static_cast<unsigned>(most + 1));
}

void sort(std::vector<ServiceTally>& tallies) {
  std::sort(tallies.begin(), tallies.end(), [](const ServiceTally& a, const ServiceTally& b) {
    return std::tie(a.candidate, a.window, a.service_class) <
           std::tie(b.candidate, b.window, b.service_class);
  });
}

std::vector<TieBreak> random_tie_breaks(std::mt19937& random) {
  std::vector<TieBreak> tie_breaks{TieBreak::MostRecent, TieBreak::LowestId, TieBreak::None};
  std::shuffle(tie_breaks.begin(), tie_breaks.end(), random);
  tie_breaks.resize(static_cast<std::size_t>(up_to(random, 3)));
  return tie_breaks;
}

// Few different amounts and days, so that ties are common.
Case random_case(std::mt19937& random) {
  Case out;
  out.terms.services.edition = 2012 + up_to(random, 14);
  constexpr std::array kMethods{AssignmentMethod::TwoStep, AssignmentMethod::PluralityOfVisits,
                                AssignmentMethod::PluralityOfAllowedCharges};
  MethodTerms method{.method = kMethods[random() % kMethods.size()],
                     .participants_as_one = up_to(random, 1) == 1,
                     .tie_breaks = random_tie_breaks(random)};
  if (up_to(random, 2) == 0) {
    method.weights =
        WindowWeights{.recent = *Rate::from_text("2/3"), .older = *Rate::from_text("1/3")};
  }
  out.terms.methods = {method};
  std::vector<std::string> ids{"F", "B", "E", "A", "D", "C"};
  std::shuffle(ids.begin(), ids.end(), random);
  out.candidates.ids = ids;
  for (std::uint32_t i = 0; i < kCandidates; ++i) {
    out.candidates.participant.push_back(up_to(random, 2) == 0 ? 1 : 0);
    for (std::uint8_t window = 0; window < 2; ++window) {
      for (const auto& [service_class, name] : kServiceClassNames) {
        if (up_to(random, 3) != 0) continue;
        out.tallies.push_back({.candidate = i,
                               .service_class = service_class,
                               .window = window,
                               .visits = up_to(random, 3) - 1,
                               .allowed_cents = (up_to(random, 4) - 1) * 100,
                               .latest = up_to(random, 2)});
      }
    }
  }
  return out;
}

Assignment assigned(const Case& of) {
  const AttributionPlan plan = prepare_attribution(of.terms, of.candidates).value();
  const Assignment assignment = assign(plan, {}, of.tallies);
  CHECK(explain_assignment(plan, {}, of.tallies).assignment == assignment);
  return assignment;
}

// The same members and candidates, met in another order.
Case permuted(const Case& of, std::mt19937& random) {
  std::vector<CandidateIndex> place(kCandidates);
  for (std::uint32_t i = 0; i < kCandidates; ++i) place[i] = i;
  std::shuffle(place.begin(), place.end(), random);
  Case out = of;
  for (std::uint32_t i = 0; i < kCandidates; ++i) {
    out.candidates.ids[place[i]] = of.candidates.ids[i];
    out.candidates.participant[place[i]] = of.candidates.participant[i];
  }
  for (ServiceTally& tally : out.tallies) tally.candidate = place[tally.candidate];
  sort(out.tallies);
  return out;
}

std::string winner(const Case& of, const Assignment& assignment) {
  return assignment.candidate == kNoCandidate ? "" : of.candidates.ids[assignment.candidate];
}

TEST_CASE("The order in which candidates were met changes no assignment") {
  std::mt19937 random{10};
  int won = 0;
  for (int i = 0; i < kCases; ++i) {
    const Case first = random_case(random);
    const Case second = permuted(first, random);
    const Assignment a = assigned(first);
    const Assignment b = assigned(second);
    INFO("case " << i);
    REQUIRE(winner(first, a) == winner(second, b));
    REQUIRE(std::tie(a.as_one, a.step, a.decided_by) == std::tie(b.as_one, b.step, b.decided_by));
    won += a.candidate != kNoCandidate ? 1 : 0;
  }
  CHECK(won > kCases / 4);
  CHECK(won < kCases);
}

// A second opinion on pluralities of everyone for itself: full keys, sorted, first two compared.
std::string by_sorting(const Case& of) {
  struct Key {
    std::int64_t amount = 0;
    Day latest = kNoDay;
    std::string id;
  };
  const MethodTerms& method = of.terms.methods[0];
  std::map<CandidateIndex, Key> keys;
  for (const ServiceTally& tally : of.tallies) {
    if (tally.service_class > ServiceClass::NonPhysicianPractitioner) continue;
    if (tally.window == 1 && !method.weights) continue;
    const std::int64_t weight = method.weights && tally.window == 0 ? 2 : 1;
    Key& key = keys[tally.candidate];
    key.amount +=
        weight *
        (method.method == AssignmentMethod::PluralityOfVisits ? tally.visits : tally.allowed_cents);
    key.latest = std::max(key.latest, tally.latest);
    key.id = of.candidates.ids[tally.candidate];
  }
  std::vector<Key> order;
  for (const auto& [candidate, key] : keys) {
    if (key.amount > 0) order.push_back(key);
  }
  const auto before = [&method](const Key& a, const Key& b) {
    if (a.amount != b.amount) return a.amount > b.amount;
    for (const TieBreak tie_break : method.tie_breaks) {
      if (tie_break == TieBreak::None) return false;
      if (tie_break == TieBreak::LowestId) return a.id < b.id;
      if (a.latest != b.latest) return a.latest > b.latest;
    }
    return false;
  };
  std::sort(order.begin(), order.end(), before);
  if (order.empty()) return "";
  return order.size() > 1 && !before(order[0], order[1]) ? "" : order[0].id;
}

TEST_CASE("Sorting whole lists of candidates comes to the same winner as the one pass") {
  std::mt19937 random{11};
  int compared = 0;
  for (int i = 0; i < kCases; ++i) {
    Case of = random_case(random);
    MethodTerms& method = of.terms.methods[0];
    if (method.method == AssignmentMethod::TwoStep) continue;
    method.participants_as_one = false;
    INFO("case " << i);
    REQUIRE(winner(of, assigned(of)) == by_sorting(of));
    ++compared;
  }
  CHECK(compared > kCases / 2);
}

TEST_CASE("Whoever wins still wins with more charges") {
  std::mt19937 random{12};
  for (int i = 0; i < kCases; ++i) {
    Case of = random_case(random);
    const Assignment before = assigned(of);
    if (before.candidate == kNoCandidate) continue;
    for (ServiceTally& tally : of.tallies) {
      if (tally.candidate != before.candidate || tally.visits <= 0) continue;
      tally.visits += 1;
      tally.allowed_cents += 100;
    }
    INFO("case " << i);
    const Assignment after = assigned(of);
    REQUIRE(after.candidate == before.candidate);
    REQUIRE(after.as_one == before.as_one);
  }
}

}  // namespace
}  // namespace gainshare
