// SPDX-License-Identifier: Apache-2.0
#include "population/risk_scores.h"

#include <utility>

namespace gainshare {
namespace {

// Rows of at most nine places, as the reader holds them to.
std::int64_t units_of(Rate rate) { return rate.numerator() * (kScoreUnit / rate.denominator()); }

std::optional<std::int64_t> raw_score(const RiskTerms& terms, const RiskInput& input,
                                      std::size_t member) {
  if (terms.method == RiskMethod::Demographic) {
    return demographic_score(terms, input.subjects[member]);
  }
  const std::int64_t given = input.given[member];
  return given == kNoScore ? std::nullopt : std::optional{given};
}

void score_by_model(const RiskModel& model, const RiskInput& input, RiskScores& scores) {
  const DiagnosisCategories categories{model, input.codes};
  for (std::size_t member = 0; member < scores.members; ++member) {
    const std::uint32_t first = input.first_diagnosis[member];
    const auto diagnoses =
        input.diagnoses.subspan(first, input.first_diagnosis[member + 1] - first);
    scores.raw.push_back(
        hcc_score(model, categories, input.subjects[member], diagnoses).value_or(kNoScore));
  }
}

// A member whom one model of a blend cannot score has no score.
void clear_unscored(RiskScores& scores) {
  const std::size_t models = scores.factors.size();
  for (std::size_t member = 0; member < scores.members; ++member) {
    bool scored = true;
    for (std::size_t m = 0; m < models; ++m) {
      scored = scored && scores.raw[m * scores.members + member] != kNoScore;
    }
    if (scored) continue;
    ++scores.unscored;
    for (std::size_t m = 0; m < models; ++m) scores.raw[m * scores.members + member] = kNoScore;
  }
}

Ratio over_mean(const RiskScores& scores, const Ratio& score, EnrollmentType type) {
  const Ratio own = score / scores.divisor;
  const auto& mean = scores.means[static_cast<std::size_t>(type)];
  return mean ? renormalised_score(own, *mean) : own;
}

}  // namespace

Day age_day(const RiskTerms& terms, Date year_begin) {
  return terms.age_at ? day_of(*terms.age_at) : day_of(year_begin.year, 2, 1);
}

std::optional<std::int64_t> demographic_score(const RiskTerms& terms, const RiskSubject& subject) {
  for (const AgeSexFactor& row : terms.factors) {
    const bool fits = row.from_age <= subject.age && subject.age <= row.to_age &&
                      (!row.sex || *row.sex == subject.sex);
    if (fits) return units_of(row.factor);
  }
  return std::nullopt;
}

RiskScores raw_scores(const RiskTerms& terms, const RiskInput& input) {
  RiskScores scores{.members = input.subjects.size()};
  scores.added = terms.frailty.value;
  scores.means = terms.means;
  for (const RiskModelTerms& model : terms.models) {
    const PaymentScoreTerms payment{.coding_adjustment = terms.coding_adjustment.value,
                                    .normalisation = model.normalisation.value,
                                    .frailty = {}};
    scores.factors.push_back(payment_score(model.weight.value, payment));
  }
  if (terms.method == RiskMethod::Hcc) {
    scores.raw.reserve(scores.members * input.models.size());
    for (const RiskModel& model : input.models) score_by_model(model, input, scores);
  } else {
    scores.factors.resize(1);
    for (std::size_t member = 0; member < scores.members; ++member) {
      scores.raw.push_back(raw_score(terms, input, member).value_or(kNoScore));
    }
  }
  clear_unscored(scores);
  return scores;
}

Result<RiskScores> renormalised(RiskScores scores, const RiskTerms& terms,
                                std::span<const std::int32_t> months) {
  if (!terms.renormalise) return scores;
  ScoreSum sum;
  for (std::size_t member = 0; member < scores.members; ++member) {
    const auto index = static_cast<MemberIndex>(member);
    if (is_scored(scores, index)) sum.add(scores, index, months[member]);
  }
  const std::optional<Ratio> mean = sum.mean(scores);
  if (!mean || mean->sign() <= 0) {
    return missing("/risk/renormalise",
                   "The population has no mean score above 0 to divide by. Check the risk scores, "
                   "or do not renormalise.");
  }
  scores.divisor = *mean;
  return scores;
}

bool is_scored(const RiskScores& scores, MemberIndex member) {
  return !scores.factors.empty() && scores.raw[member] != kNoScore;
}

std::optional<Ratio> score_of(const RiskScores& scores, MemberIndex member, EnrollmentType type) {
  if (!is_scored(scores, member)) return std::nullopt;
  ScoreSum sum;
  sum.add(scores, member, 1);
  return sum.mean(scores, type);
}

void ScoreSum::add(const RiskScores& scores, MemberIndex member, std::int64_t months) {
  by_model_.resize(scores.factors.size());
  for (std::size_t m = 0; m < by_model_.size(); ++m) {
    const std::int64_t raw = scores.raw[m * scores.members + member];
    by_model_[m].whole += raw / kScoreUnit * months;
    by_model_[m].billionths += raw % kScoreUnit * months;
  }
  months_ += months;
}

void ScoreSum::merge(const ScoreSum& other) {
  if (by_model_.size() < other.by_model_.size()) by_model_.resize(other.by_model_.size());
  for (std::size_t m = 0; m < other.by_model_.size(); ++m) {
    by_model_[m].whole += other.by_model_[m].whole;
    by_model_[m].billionths += other.by_model_[m].billionths;
  }
  months_ += other.months_;
}

std::optional<Ratio> ScoreSum::mean(const RiskScores& scores, EnrollmentType type) const {
  if (months_ == 0) return std::nullopt;
  Ratio blended = scores.added;
  for (std::size_t m = 0; m < by_model_.size(); ++m) {
    const Ratio sum = Ratio::whole(by_model_[m].whole) + score_of_units(by_model_[m].billionths);
    blended = blended + sum / Ratio::whole(months_) * scores.factors[m];
  }
  return over_mean(scores, blended, type);
}

}  // namespace gainshare
