// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "population/risk_model.h"

namespace gainshare {

// Who is scored: what decides the segment and the demographic part.
struct RiskSubject {
  std::int32_t age = 0;  // in whole years, on the day that the terms say
  Sex sex = Sex::Unknown;
  DualStatus dual = DualStatus::NonDual;
  bool originally_disabled = false;
  bool institutional = false;  // a long stay
  bool new_enrollee = false;   // less than a year of Part B behind them: diagnoses do not count
};

RiskSegmentKind segment_of(const RiskSubject& subject);

// The categories of the diagnoses after the hierarchy. Their order and repetitions do not matter.
CategorySet categories_after_hierarchy(const RiskModel& model,
                                       const DiagnosisCategories& categories,
                                       std::span<const std::uint32_t> diagnoses);

// The raw score in billionths: demographic part, categories, their number, interactions, by the
// coefficients of the segment. Nothing where the model has none for the segment, age and sex.
// RULES.md section 11, steps 2 to 4.
std::optional<std::int64_t> hcc_score(const RiskModel& model, const DiagnosisCategories& categories,
                                      const RiskSubject& subject,
                                      std::span<const std::uint32_t> diagnoses);

// Why a coefficient counts.
enum class RiskPart : std::uint8_t {
  AgeAndSex,
  OriginallyDisabled,
  InstitutionalDual,
  Category,
  CategoryCount,
  Interaction
};
inline constexpr std::array kRiskPartNames{
    std::pair{RiskPart::AgeAndSex, std::string_view{"age_and_sex"}},
    std::pair{RiskPart::OriginallyDisabled, std::string_view{"originally_disabled"}},
    std::pair{RiskPart::InstitutionalDual, std::string_view{"institutional_dual"}},
    std::pair{RiskPart::Category, std::string_view{"category"}},
    std::pair{RiskPart::CategoryCount, std::string_view{"category_count"}},
    std::pair{RiskPart::Interaction, std::string_view{"interaction"}},
};

struct ScoredPart {
  RiskPart part = RiskPart::AgeAndSex;
  std::string variable;  // as the file writes it
  Ratio coefficient;
  std::string category;                // of a category
  std::vector<std::string> diagnoses;  // that are in it, once each, in order
};
struct DroppedCategory {
  std::string category;
  std::string by;  // the category that took it away
};

// One member's raw score, part by part: the coefficients add up to it.
struct ScoreExplanation {
  std::string segment;
  std::int32_t age = 0;
  std::vector<ScoredPart> parts;
  std::vector<DroppedCategory> dropped;
  std::vector<std::string> without_coefficient;  // categories that the segment pays nothing for
  std::vector<std::string> unmapped;             // diagnoses in no category
  std::optional<Ratio> raw;                      // nothing where no coefficient fits the member
};

// As hcc_score() reckons it. `diagnoses` are the member's codes as the claims write them.
ScoreExplanation explain_hcc_score(const RiskModel& model, const RiskSubject& subject,
                                   std::span<const std::string> diagnoses);

}  // namespace gainshare
