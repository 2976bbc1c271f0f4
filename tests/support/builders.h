// SPDX-License-Identifier: Apache-2.0
// Contracts and experiences for tests, in the words of the deck.
#pragma once

#include <string>
#include <utility>

#include "contract/contract.h"
#include "experience/experience.h"
#include "rules/shared_savings.h"

namespace gainshare::testing {

template <class T>
Term<T> stated(T value) {
  return {.value = std::move(value), .source = {"contract", Status::Contract, {}}};
}

// The deck's one-sided terms: 2 % minimum, first dollar, pool capped at 10 %, half to the provider.
inline SharedSavingsTerms one_sided_terms() {
  SharedSavingsTerms terms;
  terms.sides = stated(Sides::OneSided);
  terms.minimum_savings_rate = stated(MinimumRate{.fixed = Rate::percent(2)});
  terms.savings_basis = stated(Basis::FirstDollar);
  terms.sharing_rate = stated(Rate::percent(50));
  terms.cap = stated(Cap{.on = CapOn::Pool, .rate = Rate::percent(10)});
  return terms;
}

// The deck's two-sided terms: 15 % cap, 60 %; losses at 60 % up to 10 % of the benchmark.
inline SharedSavingsTerms two_sided_terms() {
  SharedSavingsTerms terms = one_sided_terms();
  terms.sides = stated(Sides::TwoSided);
  terms.sharing_rate = stated(Rate::percent(60));
  terms.cap = stated(Cap{.on = CapOn::Pool, .rate = Rate::percent(15)});
  LossTerms loss;
  loss.minimum_rate = stated(MinimumRate{.fixed = Rate::percent(2)});
  loss.basis = stated(Basis::FirstDollar);
  loss.share = stated(LossShare{Rate::percent(60)});
  loss.limit.of_benchmark = stated(Rate::percent(10));
  terms.loss = loss;
  return terms;
}

inline SharedSavingsFacts facts_of(Money benchmark, Money expenditure) {
  SharedSavingsFacts facts;
  facts.benchmark = benchmark;
  facts.expenditure = expenditure;
  return facts;
}

inline Contract contract_of(SharedSavingsTerms terms) {
  Contract contract;
  contract.title = "Test contract";
  contract.rounding = stated(Rounding{});
  Stream stream;
  stream.id = "shared_savings";
  stream.terms = std::move(terms);
  contract.streams.push_back(std::move(stream));
  return contract;
}

inline Experience experience_of(const SharedSavingsFacts& facts) {
  Experience experience;
  experience.population = facts.population;
  Spending spending;
  spending.benchmark = facts.benchmark;
  spending.expenditure = facts.expenditure;
  spending.participant_revenue = facts.participant_revenue;
  spending.low_revenue = facts.low_revenue;
  experience.spending = spending;
  experience.guardrail = facts.guardrail;
  experience.quality = facts.quality;
  experience.disaster = facts.disaster;
  return experience;
}

}  // namespace gainshare::testing
