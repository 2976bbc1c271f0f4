// SPDX-License-Identifier: Apache-2.0
#include "rules/fee_for_service.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

const ProviderPayment* find_payment(const FeeForServiceFacts& facts, const std::string& type) {
  const auto found = std::find_if(
      facts.by_type.begin(), facts.by_type.end(),
      [&type](const ProviderPayment& payment) { return payment.provider_type == type; });
  return found == facts.by_type.end() ? nullptr : &*found;
}

const FeeProviderType* find_type(const FeeForServiceTerms& terms, const std::string& id) {
  const auto found = std::find_if(terms.provider_types.begin(), terms.provider_types.end(),
                                  [&id](const FeeProviderType& type) { return type.id == id; });
  return found == terms.provider_types.end() ? nullptr : &*found;
}

// "physical_therapy" as people read it: "Physical therapy".
std::string title_of(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return id;
}

Issue issue_of(IssueCode code, std::string path, std::string message) {
  return {.path = std::move(path), .code = code, .message = std::move(message), .params = {}};
}

FeePart part_of(const FeeForServiceTerms& terms, const std::string& id, const std::string& title,
                Money at_schedule) {
  return {.id = id,
          .title = title,
          .at_schedule = at_schedule,
          .rate = terms.rate_of_schedule.value,
          .rate_source = terms.rate_of_schedule.source};
}

// In the contract's order where it names the types, else in that of the facts.
std::vector<FeePart> parts_of(const FeeForServiceTerms& terms, const FeeForServiceFacts& facts) {
  std::vector<FeePart> parts;
  if (facts.total) parts.push_back(part_of(terms, {}, "All providers", *facts.total));
  for (const FeeProviderType& type : terms.provider_types) {
    const ProviderPayment* const payment = find_payment(facts, type.id);
    const Money at_schedule = payment == nullptr ? Money{} : payment->amount;
    parts.push_back(part_of(terms, type.id, type.title, at_schedule));
    if (!type.rate_of_schedule) continue;
    parts.back().rate = *type.rate_of_schedule;
    parts.back().rate_source = {"contract", Status::Contract, {}};
  }
  if (!terms.provider_types.empty()) return parts;
  for (const ProviderPayment& payment : facts.by_type) {
    const std::string& type = payment.provider_type;
    parts.push_back(part_of(terms, type, title_of(type), payment.amount));
  }
  return parts;
}

}  // namespace

Issues check_fee_for_service_facts(const FeeForServiceTerms& terms,
                                   const FeeForServiceFacts& facts) {
  Issues issues;
  if (terms.provider_types.empty()) return issues;
  constexpr std::string_view kByType = "/fee_for_service/payments_by_provider_type_cents";
  if (facts.total) {
    issues.push_back(issue_of(IssueCode::Missing, std::string{kByType},
                              "The contract pays by provider type, but the payments are given in "
                              "all. Enter those of each type."));
    return issues;
  }
  for (const FeeProviderType& type : terms.provider_types) {
    if (find_payment(facts, type.id) != nullptr) continue;
    issues.push_back(issue_of(IssueCode::Missing, std::string{kByType},
                              "The payments to provider type \"" + type.id +
                                  "\" are not given. Add them, 0 when there were none."));
  }
  for (const ProviderPayment& payment : facts.by_type) {
    if (find_type(terms, payment.provider_type) != nullptr) continue;
    issues.push_back(issue_of(IssueCode::Conflict, std::string{kByType},
                              "There are payments to \"" + payment.provider_type +
                                  "\", but the contract names no such provider type. Add it to "
                                  "the contract, or leave its payments out."));
  }
  return issues;
}

Result<FeeForServiceOutcome> settle_fee_for_service(const FeeForServiceTerms& terms,
                                                    const FeeForServiceFacts& facts,
                                                    Rounding rounding) {
  FeeForServiceOutcome out;
  out.parts = parts_of(terms, facts);
  Amount all;
  for (FeePart& part : out.parts) {
    part.payable = Amount{part.at_schedule} * part.rate;
    const auto payment = round(part.payable, rounding);
    all = all + part.payable;
    if (!payment || !round(all, rounding)) {
      return issue_of(IssueCode::ArithmeticOverflow, "/fee_for_service",
                      "The payments are beyond what can be held exactly. Enter smaller amounts.");
    }
    part.payment = *payment;
    out.payment = out.payment + part.payment;
  }
  return out;
}

}  // namespace gainshare
