// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/result.h"
#include "population/member_diagnoses.h"
#include "population/period_outcome.h"
#include "population/risk_scores.h"
#include "rules/risk_score.h"

namespace gainshare {

// The mean score of a group's members of one enrolment type, by their months of it.
struct TypeRisk {
  std::int64_t member_months = 0;  // of members with a score
  std::optional<Ratio> mean;
};

struct GroupRisk {
  std::int64_t scored = 0;    // members
  std::int64_t unscored = 0;  // members without a score: they are in no mean
  std::array<TypeRisk, kEnrollmentTypeCount> by_type;
  std::optional<Ratio> mean;  // over all types, by months
};

// The scores of one year.
struct YearRisk {
  RiskScores scores;               // by MemberIndex
  std::int64_t new_enrollees = 0;  // of those who count: scored without diagnoses
  std::int64_t unreadable = 0;     // of those who count: a score is stated and is no number
  GroupRisk all;
  GroupRisk contract;
};

// What scores are made of: terms.risk is there.
struct RiskSources {
  const Intake& intake;
  const ClaimsPopulation& population;
  const PopulationTerms& terms;
  const RiskTables& tables;
};

// Issues have paths below /risk. `diagnoses` are those of diagnosis_year(); none of methods that
// ask for none.
Result<YearRisk> score_year(const RiskSources& sources, const MemberDiagnoses& diagnoses,
                            const PeriodTally& tally, const PeriodOutcome& outcome);

// Who a member is to a risk model in a year. The age is negative where no birth date is known.
RiskSubject risk_subject(const RiskSources& sources, MemberIndex member, DaySpan year);

// A member's score: by months, where the enrolment type changed within the year and the terms
// divide each type by its mean.
std::optional<Ratio> member_score(const YearRisk& risk, const PeriodTally& tally,
                                  MemberIndex member);

// Of the contract's members, the year's mean against the base year's, within the terms' caps.
std::optional<RiskRatio> contract_risk_ratio(const YearRisk& year, const YearRisk& base,
                                             const RiskTerms& terms);

// The nearest number of nine decimal places.
Rate score_at_nine_places(const Ratio& score);
// A mean as an experience states it: nothing where it is not above 0.
std::optional<Rate> stated_score(const std::optional<Ratio>& mean);

}  // namespace gainshare
