// SPDX-License-Identifier: Apache-2.0
#include "scenario/slider.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "core/rounding.h"
#include "rules/quality_scorecard.h"

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

std::optional<Money> total_of(Money stated, std::int64_t member_months) {
  return round(Amount{stated} * Ratio::whole(member_months), Rounding{});
}

Issue beyond_arithmetic(std::string path) {
  return {.path = std::move(path),
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The amount per member month times the member months is beyond what can be "
              "held exactly. Enter smaller figures.",
          .params = {}};
}

// The scorecard a stream takes its score from; nothing where it names none.
Result<std::optional<QualityScorecardOutcome>> scorecard_of(const Contract& contract,
                                                            const Stream& stream,
                                                            const Experience& experience) {
  for (const Stream& other : contract.streams) {
    const auto* const terms = std::get_if<QualityScorecardTerms>(&other.terms);
    if (terms == nullptr || other.id != stream.score_from) continue;
    auto scored = score_measures(*terms, experience.quality.measures);
    if (!scored) return scored.issues();
    return std::optional{std::move(scored).value()};
  }
  return std::optional<QualityScorecardOutcome>{};
}

}  // namespace

Result<Slider> Slider::open(const Contract& contract, const Experience& experience) {
  const auto& streams = contract.streams;
  const auto count = std::count_if(streams.begin(), streams.end(), shares_savings);
  if (count != 1) {
    return Issue{.path = "/contract/streams",
                 .code = IssueCode::NotApplicable,
                 .message =
                     "Sliders move a contract with exactly one shared savings stream; this "
                     "one has " +
                     std::to_string(count) + ".",
                 .params = {{"value", std::to_string(count)}}};
  }
  Slider slider;
  const auto stream = std::find_if(streams.begin(), streams.end(), shares_savings);
  slider.terms_ = *std::get_if<SharedSavingsTerms>(&stream->terms);
  slider.rounding_ = contract.rounding.value;
  slider.facts_.population = experience.population;
  slider.facts_.guardrail = experience.guardrail;
  slider.facts_.quality = experience.quality;
  slider.facts_.quality.measures.clear();  // those of scorecards
  const auto scored = scorecard_of(contract, *stream, experience);
  if (!scored) return scored.issues();
  if (const auto& scorecard = scored.value()) {
    slider.facts_.scorecard_score = scorecard->score;
    slider.facts_.scorecard_standard = scorecard->meets_attainment;
  }
  slider.facts_.disaster = experience.disaster;
  if (const auto& spending = experience.spending) {
    slider.facts_.participant_revenue = spending->participant_revenue;
    slider.facts_.low_revenue = spending->low_revenue;
    const bool per_member = spending->basis == SpendingBasis::PerMemberPerMonth;
    if (per_member) slider.member_months_ = experience.population.member_months.value_or(1);
  }
  return slider;
}

Result<SliderAmounts> Slider::settle(Money benchmark, Money expenditure,
                                     std::optional<Rate> score) const {
  Issues issues = check(benchmark, expenditure, score);
  if (!issues.empty()) return issues;
  const auto total_benchmark = total_of(benchmark, member_months_);
  const auto total_expenditure = total_of(expenditure, member_months_);
  if (!total_benchmark) issues.push_back(beyond_arithmetic("/spending/benchmark_cents"));
  if (!total_expenditure) issues.push_back(beyond_arithmetic("/spending/expenditure_cents"));
  if (!issues.empty()) return issues;
  SharedSavingsFacts facts = facts_;
  facts.benchmark = *total_benchmark;
  facts.expenditure = *total_expenditure;
  if (score) facts.scorecard_score = Ratio{*score};
  issues = check_shared_savings_facts(terms_, facts);
  if (!issues.empty()) return issues;
  const Result<SharedSavingsOutcome> settled = settle_shared_savings(terms_, facts, rounding_);
  if (!settled) return settled.issues();
  const SharedSavingsOutcome& outcome = settled.value();
  return SliderAmounts{.savings = outcome.savings,
                       .payment = outcome.payment,
                       .loss_owed = outcome.loss_owed,
                       .payer_keeps = outcome.payer_keeps};
}

}  // namespace gainshare
