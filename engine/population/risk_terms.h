// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/contract.h"
#include "contract/source.h"
#include "core/date.h"
#include "core/rate.h"
#include "population/population.h"
#include "rules/risk_score.h"

namespace gainshare {

enum class RiskMethod : std::uint8_t { Given, Demographic, Hcc };
inline constexpr std::array kRiskMethodNames{
    std::pair{RiskMethod::Given, std::string_view{"given"}},
    std::pair{RiskMethod::Demographic, std::string_view{"demographic"}},
    std::pair{RiskMethod::Hcc, std::string_view{"hcc"}},
};

// Whose diagnoses make the score: those of the twelve months before the year, or of the year
// itself.
enum class RiskTiming : std::uint8_t { Prospective, Concurrent };
inline constexpr std::array kRiskTimingNames{
    std::pair{RiskTiming::Prospective, std::string_view{"prospective"}},
    std::pair{RiskTiming::Concurrent, std::string_view{"concurrent"}},
};

inline constexpr std::array kSexNames{
    std::pair{Sex::Female, std::string_view{"female"}},
    std::pair{Sex::Male, std::string_view{"male"}},
};

// A row of a demographic table. Without a sex it is of both, and of members whose sex is unknown.
struct AgeSexFactor {
  std::optional<Sex> sex;
  std::int32_t from_age = 0;
  std::int32_t to_age = 0;  // inclusive
  Rate factor;              // >= 0, at most nine decimal places
};

// A model of the user's tables, and how its score becomes a payment score.
struct RiskModelTerms {
  std::string name;          // "V28"; empty: the only model of the files
  Term<Rate> normalisation;  // > 0: the score is divided by it
  Term<Rate> weight;         // of a blend; the weights add up to 1
};

// How a population's risk is measured. RULES.md section 11.
struct RiskTerms {
  RiskMethod method = RiskMethod::Given;
  std::optional<Date> age_at;         // else 1 February of the year, as CMS-HCC has it
  std::vector<AgeSexFactor> factors;  // of the demographic method
  std::vector<RiskModelTerms> models = {RiskModelTerms{
      .name = {}, .normalisation = {Rate::whole(1), {}}, .weight = {Rate::whole(1), {}}}};
  RiskTiming timing = RiskTiming::Prospective;  // of the hcc method
  // Of the hcc method: who was not covered in every month of the diagnoses' year is scored by age
  // and sex alone, as the tables' new enrollees.
  bool new_enrollees = true;
  std::optional<ProgramReference> program;
  Term<Rate> coding_adjustment;
  Term<Rate> frailty;
  // At most one: to the population's own mean, by member months; or to means that are given.
  bool renormalise = false;
  std::array<std::optional<Rate>, kEnrollmentTypeCount> means = {};
  RiskRatioCaps caps;  // of a group's performance year against its base
};

// The day on which a member's age counts in a year.
Day age_day(const RiskTerms& terms, Date year_begin);

}  // namespace gainshare
