// SPDX-License-Identifier: Apache-2.0
#include "population/risk_scores.h"

#include "support/risk_tables.h"

namespace gainshare {
namespace {

Ratio ratio(std::int64_t n, std::int64_t d) { return Ratio{Rational{n, d}}; }
template <class T>
Term<T> term(T value) {
  return {.value = value, .source = {}};
}

// Three members with given scores of 1, 2 and none.
struct Given {
  std::vector<RiskSubject> subjects{3};
  std::vector<std::int64_t> given{kScoreUnit, 2 * kScoreUnit, kNoScore};
  std::vector<std::int32_t> months{12, 6, 12};
  RiskInput input() const { return {.subjects = subjects, .given = given}; }
};

TEST_CASE("Given scores stand as they are, and a member without one has none") {
  const Given population;
  const RiskScores scores = raw_scores({}, population.input());
  CHECK(*score_of(scores, 0) == Ratio::whole(1));
  CHECK(*score_of(scores, 1) == Ratio::whole(2));
  CHECK_FALSE(score_of(scores, 2));
  CHECK(scores.unscored == 1);
}

TEST_CASE("Renormalised by months the population's mean is 1, without whom has no score") {
  const Given population;
  RiskTerms terms;
  terms.renormalise = true;
  const auto scores = renormalised(raw_scores(terms, population.input()), terms, population.months);
  REQUIRE(scores.ok());
  CHECK(scores.value().divisor == ratio(4, 3));
  CHECK(*score_of(scores.value(), 0) == ratio(3, 4));
  ScoreSum all;
  all.add(scores.value(), 0, 12);
  all.add(scores.value(), 1, 6);
  CHECK(*all.mean(scores.value()) == Ratio::whole(1));
}

TEST_CASE("A population without a score cannot be renormalised, and is told") {
  Given population;
  population.given = {kNoScore, kNoScore, kNoScore};
  RiskTerms terms;
  terms.renormalise = true;
  const auto none = renormalised(raw_scores(terms, population.input()), terms, population.months);
  REQUIRE_FALSE(none.ok());
  CHECK(none.issues().front().path == "/risk/renormalise");
}

TEST_CASE("A national mean of the enrolment type divides members of that type") {
  const Given population;
  RiskTerms terms;
  terms.means[static_cast<std::size_t>(EnrollmentType::Esrd)] = Rate::decimal(125, 2);
  const RiskScores scores = raw_scores(terms, population.input());
  CHECK(*score_of(scores, 0, EnrollmentType::Esrd) == ratio(4, 5));
  CHECK(*score_of(scores, 0, EnrollmentType::AgedDual) == Ratio::whole(1));
}

TEST_CASE("Coding, normalisation and frailty make a payment score of a raw one") {
  Given population;
  population.given[0] = 1'200'000'000;
  RiskTerms terms;
  terms.coding_adjustment = term(Rate::decimal(59, 3));
  terms.models[0].normalisation = term(Rate::decimal(1146, 3));
  CHECK(*score_of(raw_scores(terms, population.input()), 0) == ratio(11'292, 11'460));
  terms.frailty = term(Rate::percent(1));
  CHECK(*score_of(raw_scores(terms, population.input()), 0) ==
        ratio(11'292, 11'460) + ratio(1, 100));
}

TEST_CASE("The demographic score is of the first row that fits") {
  RiskTerms terms;
  terms.method = RiskMethod::Demographic;
  terms.factors = {{.sex = Sex::Female, .from_age = 0, .to_age = 44, .factor = Rate::decimal(9, 1)},
                   {.sex = {}, .from_age = 0, .to_age = 64, .factor = Rate::decimal(11, 1)}};
  const std::vector<RiskSubject> subjects{{.age = 44, .sex = Sex::Female},
                                          {.age = 45, .sex = Sex::Female},
                                          {.age = 44, .sex = Sex::Unknown},
                                          {.age = 65, .sex = Sex::Male}};
  const RiskScores scores = raw_scores(terms, {.subjects = subjects});
  CHECK(*score_of(scores, 0) == ratio(9, 10));
  CHECK(*score_of(scores, 1) == ratio(11, 10));
  CHECK(*score_of(scores, 2) == ratio(11, 10));
  CHECK_FALSE(is_scored(scores, 3));
}

TEST_CASE("A blend of two models weighs each member's two scores") {
  const std::vector<RiskModel> models{testing::risk_model("V24"), testing::risk_model("V28")};
  RiskTerms terms;
  terms.method = RiskMethod::Hcc;
  terms.models = {
      {.name = "V24", .normalisation = term(Rate::whole(2)), .weight = term(Rate::percent(60))},
      {.name = "V28", .normalisation = term(Rate::whole(1)), .weight = term(Rate::percent(40))}};
  const std::vector<std::string> codes{"E119", "R69", "I5030"};
  const std::vector<RiskSubject> subjects{{.age = 66, .sex = Sex::Female},
                                          {.age = 66, .sex = Sex::Male}};
  const std::vector<std::uint32_t> first{0, 2, 2};
  const std::vector<std::uint32_t> diagnoses{1, 0};
  const RiskScores scores = raw_scores(terms, {.subjects = subjects,
                                               .given = {},
                                               .first_diagnosis = first,
                                               .diagnoses = diagnoses,
                                               .codes = codes,
                                               .models = models});
  // V24: 0.35 + 0.1; V28: 0.3 + 0.15.
  CHECK(*score_of(scores, 0) == ratio(45, 100) * ratio(3, 10) + ratio(45, 100) * ratio(4, 10));
  // V24 has no man, so he has no blend.
  CHECK_FALSE(is_scored(scores, 1));
  CHECK(scores.unscored == 1);
}

TEST_CASE("Sums of scores merge in any order to the same mean") {
  Given population;
  population.given = {1'234'567'891, -5, 999'999'999'999};
  const RiskScores scores = raw_scores({}, population.input());
  ScoreSum one, other, all;
  one.add(scores, 0, 12);
  other.add(scores, 1, 7);
  other.add(scores, 2, 3);
  for (MemberIndex m = 0; m < 3; ++m) all.add(scores, m, m == 0 ? 12 : m == 1 ? 7 : 3);
  ScoreSum merged = other;
  merged.merge(one);
  one.merge(other);
  CHECK(*one.mean(scores) == *merged.mean(scores));
  CHECK(*one.mean(scores) == *all.mean(scores));
  CHECK(one.months() == 22);
  CHECK_FALSE(ScoreSum{}.mean(scores));
}

TEST_CASE("A member's age counts on the first of February, unless the terms say a day") {
  RiskTerms terms;
  CHECK(age_day(terms, {2024, 1, 1}) == day_of(2024, 2, 1));
  terms.age_at = Date{2024, 7, 1};
  CHECK(age_day(terms, {2024, 1, 1}) == day_of(2024, 7, 1));
}

}  // namespace
}  // namespace gainshare
