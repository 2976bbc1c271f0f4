// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <optional>

#include "population/assignment_edition.h"
#include "population/attribution.h"
#include "population/method_outcome.h"

namespace gainshare {
namespace {

// Far more than any contract's proportion needs, and small enough that products stay whole.
constexpr std::int64_t kLargestWeight = 1'000'000'000;

// The weights as whole numbers in the same proportion: 1/3 and 2/3 are 1 and 2 of 3.
struct WholeWeights {
  std::int64_t recent = 1;
  std::int64_t older = 0;
  std::int64_t divisor = 1;
};
std::optional<WholeWeights> whole_weights(const std::optional<WindowWeights>& weights) {
  __extension__ using Wide128 = __int128;
  if (!weights) return WholeWeights{};
  const auto lowest = [](Rate rate) {
    const std::int64_t divisor = std::gcd(rate.numerator(), rate.denominator());
    return std::pair{rate.numerator() / divisor, rate.denominator() / divisor};
  };
  const auto [recent, recent_parts] = lowest(weights->recent);
  const auto [older, older_parts] = lowest(weights->older);
  const std::int64_t divisor = std::gcd(recent_parts, older_parts);
  const Wide128 whole_recent = Wide128{recent} * (older_parts / divisor);
  const Wide128 whole_older = Wide128{older} * (recent_parts / divisor);
  const Wide128 common = Wide128{recent_parts} * (older_parts / divisor);
  for (const Wide128 whole : {whole_recent, whole_older, common}) {
    if (whole > kLargestWeight) return std::nullopt;
  }
  return WholeWeights{.recent = static_cast<std::int64_t>(whole_recent),
                      .older = static_cast<std::int64_t>(whole_older),
                      .divisor = static_cast<std::int64_t>(common)};
}

std::vector<std::uint32_t> ranks_of(const std::vector<std::string>& ids) {
  std::vector<CandidateIndex> order(ids.size());
  std::iota(order.begin(), order.end(), CandidateIndex{0});
  std::sort(order.begin(), order.end(),
            [&ids](CandidateIndex a, CandidateIndex b) { return ids[a] < ids[b]; });
  std::vector<std::uint32_t> rank(ids.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<std::uint32_t>(i);
  return rank;
}

// Whether a method looks a candidate up by a name.
bool asks_for_names(const MethodTerms& terms) {
  return terms.method == AssignmentMethod::PatientDesignation ||
         terms.method == AssignmentMethod::InsurerDesignation ||
         terms.method == AssignmentMethod::Geography;
}

// Ids come before other names that are the same text: an id is never somebody else's.
std::vector<std::pair<std::string, CandidateIndex>> names_of(const Candidates& candidates) {
  std::vector<std::pair<std::string, CandidateIndex>> names;
  names.reserve(candidates.ids.size() + candidates.names.size());
  for (std::size_t i = 0; i < candidates.ids.size(); ++i) {
    names.emplace_back(candidates.ids[i], static_cast<CandidateIndex>(i));
  }
  names.insert(names.end(), candidates.names.begin(), candidates.names.end());
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return names;
}

Issue unknown_candidate(std::string path, const std::string& id) {
  return {.path = std::move(path),
          .code = IssueCode::UnknownChoice,
          .message = "Neither the roster nor the claims know \"" + id +
                     "\". Enter an id that the roster has.",
          .params = {{"value", id}}};
}

void read_counties(const MethodTerms& terms, const std::string& path, const AttributionPlan& plan,
                   std::pair<PreparedMethod&, Issues&> out) {
  for (std::size_t i = 0; i < terms.counties.size(); ++i) {
    const auto& [county, id] = terms.counties[i];
    const auto candidate = candidate_named(plan, id);
    if (candidate) {
      out.first.counties.emplace_back(county, *candidate);
    } else {
      out.second.push_back(
          unknown_candidate(path + "/counties/" + std::to_string(i) + "/candidate", id));
    }
  }
  std::sort(out.first.counties.begin(), out.first.counties.end());
}

ServiceClassSet set_of(const std::vector<ServiceClass>& classes) {
  ServiceClassSet set = 0;
  for (const ServiceClass of : classes) set = static_cast<ServiceClassSet>(set | set_of(of));
  return set;
}

PreparedMethod prepare(const MethodTerms& terms, const AttributionTerms& all,
                       const WholeWeights& weights) {
  PreparedMethod method{.method = terms.method,
                        .as_one = terms.participants_as_one,
                        .tie_breaks = terms.tie_breaks,
                        .weight_divisor = weights.divisor};
  const bool visits = terms.method == AssignmentMethod::PluralityOfVisits;
  method.measures[0] = {visits, set_of(terms.services_of), weights.recent, weights.older};
  if (terms.method != AssignmentMethod::TwoStep || !all.services.edition) return method;
  const auto edition = assignment_edition(*all.services.edition);
  if (!edition) return method;
  const TwoStepRules& rules = method.two_step = edition.value().two_step;
  method.measures[1] = {false, rules.step_one, 1, 0};
  method.measures[2] = {false, rules.step_two, 1, 0};
  method.measures[3] = {false, rules.step_three, 1, 1};
  return method;
}

}  // namespace

Result<AttributionPlan> prepare_attribution(const AttributionTerms& terms,
                                            const Candidates& candidates) {
  AttributionPlan plan{
      .participant = candidates.participant, .rank = ranks_of(candidates.ids), .names = {}};
  if (std::any_of(terms.methods.begin(), terms.methods.end(), asks_for_names)) {
    plan.names = names_of(candidates);  // in order, which takes longer than all the rest here
  }
  Issues issues;
  for (std::size_t i = 0; i < terms.methods.size(); ++i) {
    const MethodTerms& of = terms.methods[i];
    const std::string path = "/methods/" + std::to_string(i);
    const auto weights = whole_weights(of.weights);
    PreparedMethod method = prepare(of, terms, weights.value_or(WholeWeights{}));
    read_counties(of, path, plan, {method, issues});
    if (!weights) {
      issues.push_back({.path = path + "/weights",
                        .code = IssueCode::TooPrecise,
                        .message = "The proportion of the weights has too many digits. Enter "
                                   "weights such as 1/3 and 2/3.",
                        .params = {}});
    }
    plan.methods.push_back(std::move(method));
  }
  if (!issues.empty()) return issues;
  return plan;
}

}  // namespace gainshare
