// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "population/hcc_score.h"
#include "population/tables.h"

namespace gainshare {

// What one model gives to a member's score.
struct ModelScore {
  std::string name;                         // as the terms have it
  std::optional<Ratio> raw;                 // nothing where the model cannot score the member
  std::optional<ScoreExplanation> made_of;  // of the hcc method
  Rate normalisation = Rate::whole(1);
  Rate weight = Rate::whole(1);
  std::optional<Ratio> weighted;  // raw × (1 - coding adjustment) ÷ normalisation × weight
};

// The mean that the terms give an enrolment type, and the member's months of it.
struct TypeMean {
  EnrollmentType type = EnrollmentType::Other;
  std::int64_t member_months = 0;
  Rate mean;
};

// How a member's score of the performance year comes about: the models' weighted scores, plus
// frailty, ÷ the population's mean, ÷ the mean of the type by months where one is given.
struct MemberScore {
  RiskMethod method = RiskMethod::Given;
  std::optional<std::int32_t> age;  // on the day that the terms say
  std::vector<ModelScore> models;   // one of the methods that have no models
  Rate coding_adjustment;
  Rate frailty;
  Ratio divisor = Ratio::whole(1);
  std::vector<TypeMean> means;
  std::optional<Ratio> score;
};

// Nothing where the terms have no risk. The score is that of member_score().
std::optional<MemberScore> explain_score(const PopulationResult& result, MemberIndex member);

}  // namespace gainshare
