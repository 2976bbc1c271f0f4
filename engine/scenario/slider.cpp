// SPDX-License-Identifier: Apache-2.0
#include "scenario/slider.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "settlement/settlement.h"

namespace gainshare {
namespace {

bool shares_savings(const Stream& stream) {
  return std::holds_alternative<SharedSavingsTerms>(stream.terms);
}

Issue out_of_range(std::string path, std::string message) {
  return {.path = std::move(path),
          .code = IssueCode::OutOfRange,
          .message = std::move(message),
          .params = {}};
}

// What the readers of text hold every experience to.
Issues check(Money benchmark, Money expenditure, std::optional<Rate> score) {
  const Money largest = Money::cents(kLargestCents);
  Issues issues;
  if (benchmark <= Money{} || benchmark > largest) {
    issues.push_back(
        out_of_range("/spending/benchmark_cents", "Enter a benchmark of 1 cent or more."));
  }
  if (expenditure < Money{} || expenditure > largest) {
    issues.push_back(
        out_of_range("/spending/expenditure_cents", "Enter an expenditure of 0 cents or more."));
  }
  if (score && (*score < Rate{} || *score > Rate::whole(1))) {
    issues.push_back(out_of_range("/quality/score", "Enter a score from 0 to 1."));
  }
  return issues;
}

}  // namespace

Result<Slider> Slider::open(Contract contract, Experience experience) {
  const auto count =
      std::count_if(contract.streams.begin(), contract.streams.end(), shares_savings);
  if (count != 1) {
    return Issue{.path = "/contract/streams",
                 .code = IssueCode::NotApplicable,
                 .message =
                     "Sliders move a contract with exactly one shared savings stream; this "
                     "one has " +
                     std::to_string(count) + ".",
                 .params = {{"value", std::to_string(count)}}};
  }
  if (!experience.spending) experience.spending.emplace();
  experience.year_to_date.reset();
  return Slider{std::move(contract), std::move(experience)};
}

Result<SliderAmounts> Slider::settle(Money benchmark, Money expenditure,
                                     std::optional<Rate> score) const {
  Issues issues = check(benchmark, expenditure, score);
  if (!issues.empty()) return issues;
  Experience moved = experience_;
  moved.spending->benchmark = benchmark;
  moved.spending->expenditure = expenditure;
  if (score) moved.quality.score = score;
  const Result<Settlement> settled = gainshare::settle(contract_, moved);
  if (!settled) return settled.issues();
  SliderAmounts amounts;
  for (const StreamOutcome& stream : settled.value().streams) {
    const auto* outcome = std::get_if<SharedSavingsOutcome>(&stream.outcome);
    if (outcome == nullptr) continue;
    amounts = {.savings = outcome->savings,
               .payment = outcome->payment,
               .loss_owed = outcome->loss_owed,
               .payer_keeps = outcome->payer_keeps};
  }
  return amounts;
}

}  // namespace gainshare
