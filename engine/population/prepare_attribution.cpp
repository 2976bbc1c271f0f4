// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "population/assignment_edition.h"
#include "population/attribution.h"
#include "population/method_outcome.h"

namespace gainshare {
namespace {

// Far more than any contract's proportion needs, and small enough that products stay whole.
constexpr std::int64_t kLargestWeight = 1'000'000'000;

// The weights as whole numbers in the same proportion: 1/3 and 2/3 are 1 and 2.
bool read_weights(const WindowWeights& weights, PreparedMethod& method) {
  __extension__ using Wide128 = __int128;
  const auto lowest = [](Rate rate) {
    const std::int64_t divisor = std::gcd(rate.numerator(), rate.denominator());
    return std::pair{rate.numerator() / divisor, rate.denominator() / divisor};
  };
  const auto [recent, recent_parts] = lowest(weights.recent);
  const auto [older, older_parts] = lowest(weights.older);
  const std::int64_t divisor = std::gcd(recent_parts, older_parts);
  const Wide128 whole_recent = Wide128{recent} * (older_parts / divisor);
  const Wide128 whole_older = Wide128{older} * (recent_parts / divisor);
  const Wide128 common = Wide128{recent_parts} * (older_parts / divisor);
  for (const Wide128 whole : {whole_recent, whole_older, common}) {
    if (whole > kLargestWeight) return false;
  }
  method.recent_weight = static_cast<std::int64_t>(whole_recent);
  method.older_weight = static_cast<std::int64_t>(whole_older);
  method.weight_divisor = static_cast<std::int64_t>(common);
  return true;
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

PreparedMethod prepare(const MethodTerms& terms, const AttributionTerms& all) {
  PreparedMethod method{
      .method = terms.method, .as_one = terms.participants_as_one, .tie_breaks = terms.tie_breaks};
  for (const ServiceClass of : terms.services_of) {
    method.classes = static_cast<ServiceClassSet>(method.classes | set_of(of));
  }
  if (terms.method == AssignmentMethod::TwoStep && all.services.edition) {
    const auto edition = assignment_edition(*all.services.edition);
    if (edition) method.two_step = edition.value().two_step;
  }
  return method;
}

}  // namespace

Result<AttributionPlan> prepare_attribution(const AttributionTerms& terms,
                                            const Candidates& candidates) {
  AttributionPlan plan{.participant = candidates.participant,
                       .rank = ranks_of(candidates.ids),
                       .names = names_of(candidates)};
  Issues issues;
  for (std::size_t i = 0; i < terms.methods.size(); ++i) {
    const MethodTerms& of = terms.methods[i];
    const std::string path = "/methods/" + std::to_string(i);
    PreparedMethod method = prepare(of, terms);
    read_counties(of, path, plan, {method, issues});
    if (of.weights && !read_weights(*of.weights, method)) {
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
