// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "population/hcc_score.h"
#include "population/risk_terms.h"

namespace gainshare {

inline constexpr std::int64_t kNoScore = INT64_MIN;

// What members are scored from, each list in the order of the members.
struct RiskInput {
  std::span<const RiskSubject> subjects;
  std::span<const std::int64_t> given;  // billionths, kNoScore where none; of the given method
  // Of the hcc method: member m's diagnoses stand from first_diagnosis[m] to first_diagnosis[m + 1]
  // in `diagnoses`, as places in `codes`.
  std::span<const std::uint32_t> first_diagnosis;
  std::span<const std::uint32_t> diagnoses;
  std::span<const std::string> codes;
  std::span<const RiskModel> models;  // of the terms' models, in their order
};

// The raw scores of a population, and what makes a score of them: kept apart, so that a mean of
// many members is a sum of whole numbers.
struct RiskScores {
  std::size_t members = 0;
  std::vector<std::int64_t> raw;    // model after model, by member; kNoScore in all or in none
  std::vector<Ratio> factors;       // by model: weight × (1 - coding adjustment) ÷ normalisation
  Ratio added;                      // frailty
  Ratio divisor = Ratio::whole(1);  // the population's mean, where the terms renormalise to it
  std::array<std::optional<Rate>, kEnrollmentTypeCount> means = {};
  std::int64_t unscored = 0;  // members without a score
};

// Every member's raw score. 100,000 members take a few hundredths of a second.
RiskScores raw_scores(const RiskTerms& terms, const RiskInput& input);

// Sets the divisor to the mean by months of those who are scored. An issue where nobody is.
Result<RiskScores> renormalised(RiskScores scores, const RiskTerms& terms,
                                std::span<const std::int32_t> months);

bool is_scored(const RiskScores& scores, MemberIndex member);

// (Σ factor × raw + frailty) ÷ divisor, ÷ the mean of the type where one is given. Nothing of a
// member who is not scored.
std::optional<Ratio> score_of(const RiskScores& scores, MemberIndex member,
                              EnrollmentType type = EnrollmentType::Other);

// A sum of scores by months, mergeable in any order: the mean of a candidate, a type, everybody.
class ScoreSum {
 public:
  void add(const RiskScores& scores, MemberIndex member, std::int64_t months);
  void merge(const ScoreSum& other);
  std::int64_t months() const { return months_; }
  // By the factors of the scores; nothing without months.
  std::optional<Ratio> mean(const RiskScores& scores,
                            EnrollmentType type = EnrollmentType::Other) const;

 private:
  // By model: whole points and billionths apart, each within 64 bits for a billion member months.
  struct Parts {
    std::int64_t whole = 0;
    std::int64_t billionths = 0;
  };
  std::vector<Parts> by_model_;
  std::int64_t months_ = 0;
};

// The demographic factor in billionths; nothing where no row fits.
std::optional<std::int64_t> demographic_score(const RiskTerms& terms, const RiskSubject& subject);

}  // namespace gainshare
