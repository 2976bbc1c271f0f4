// SPDX-License-Identifier: Apache-2.0
#include "population/attribution_explanation.h"

#include <algorithm>

namespace gainshare {
namespace {

// 128 bits as two parts of 31 and the rest, which a Rational takes.
Rational exact(Score score) {
  constexpr std::int64_t kPart = std::int64_t{1} << 31;
  const bool negative = score < 0;
  Score left = negative ? -score : score;
  Rational result;
  Rational unit{1};
  while (left != 0) {
    result = result + unit * Rational{static_cast<std::int64_t>(left % kPart)};
    unit = unit * Rational{kPart};
    left /= kPart;
  }
  return negative ? -result : result;
}

ComparedAmount amount_of(const AttributionPlan& plan, const PreparedMethod& method,
                         const Standing& standing) {
  return {.candidate = standing.candidate,
          .participant = plan.participant[standing.candidate] != 0,
          .amount = exact(standing.score) / Rational{method.weight_divisor},
          .latest = standing.latest};
}

void write_comparison(const AttributionPlan& plan, const PreparedMethod& method,
                      const MethodOutcome& outcome, std::span<const ServiceTally> tallies,
                      MethodAttempt& attempt) {
  std::vector<Standing> standings;
  for_each_standing(tallies, *outcome.measure,
                    [&](const Standing& standing) { standings.push_back(standing); });
  // By id where no tie-break of the contract separates them: the order is shown, nothing more.
  std::sort(standings.begin(), standings.end(), [&](const Standing& a, const Standing& b) {
    const int sign = compare(a, b, method.tie_breaks, plan.rank).sign;
    return sign != 0 ? sign > 0 : plan.rank[a.candidate] < plan.rank[b.candidate];
  });
  for (const Standing& standing : standings) {
    attempt.compared.push_back(amount_of(plan, method, standing));
  }
  attempt.as_one = method.as_one;
  if (!method.as_one) return;
  const Standing together = race_as_one(plan, method, *outcome.measure, tallies).participants;
  if (together.candidate != kNoCandidate) {
    attempt.participants = amount_of(plan, method, together);
  }
}

std::string named_by(AssignmentMethod method, const Member& member) {
  if (method == AssignmentMethod::PatientDesignation) return member.designated_by_patient;
  if (method == AssignmentMethod::InsurerDesignation) return member.designated_by_insurer;
  if (method == AssignmentMethod::Geography) return member.county;
  return {};
}

std::vector<CandidateServices> services_of(const AttributionPlan& plan,
                                           std::span<const ServiceTally> tallies) {
  std::vector<CandidateServices> all;
  std::size_t first = 0;
  while (first < tallies.size()) {
    CandidateServices services{.candidate = tallies[first].candidate,
                               .participant = plan.participant[tallies[first].candidate] != 0};
    std::size_t next = first;
    for (; next < tallies.size() && tallies[next].candidate == services.candidate; ++next) {
      services.visits += tallies[next].visits;
      services.allowed_cents += tallies[next].allowed_cents;
      services.latest = std::max(services.latest, tallies[next].latest);
    }
    services.tallies = tallies.subspan(first, next - first);
    all.push_back(services);
    first = next;
  }
  // Tallies stand in the order in which the candidates were met, which is that of the files.
  std::sort(all.begin(), all.end(), [&](const CandidateServices& a, const CandidateServices& b) {
    return plan.rank[a.candidate] < plan.rank[b.candidate];
  });
  return all;
}

}  // namespace

AssignmentExplanation explain_assignment(const AttributionPlan& plan, const Member& member,
                                         std::span<const ServiceTally> tallies) {
  AssignmentExplanation explanation;
  explanation.candidates = services_of(plan, tallies);
  for (std::size_t i = 0; i < plan.methods.size(); ++i) {
    const PreparedMethod& method = plan.methods[i];
    const MethodOutcome outcome = try_method(plan, method, member, tallies);
    MethodAttempt attempt{.method = static_cast<std::uint8_t>(i),
                          .kind = method.method,
                          .reason = outcome.reason,
                          .step = outcome.step,
                          .named = named_by(method.method, member)};
    if (outcome.measure != nullptr && !outcome.measure->none())
      write_comparison(plan, method, outcome, tallies, attempt);
    explanation.attempts.push_back(std::move(attempt));
    if (outcome.reason != MethodReason::Decided) continue;
    explanation.assignment = outcome.assignment;
    explanation.assignment.method = static_cast<std::uint8_t>(i);
    break;
  }
  return explanation;
}

}  // namespace gainshare
