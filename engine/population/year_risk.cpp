// SPDX-License-Identifier: Apache-2.0
#include "population/year_risk.h"

#include <unordered_map>
#include <utility>
#include <vector>

#include "core/rounding.h"
#include "population/coverage.h"

namespace gainshare {
namespace {

constexpr std::int32_t kUnknownAge = -1;  // fits no row of any table

// The day on which ages count in a year: as many years from that of the performance year as the
// two years are apart.
Day age_day_of(const PopulationTerms& terms, DaySpan year) {
  const Date performance = date_of(terms.year.first);
  const Date at = date_of(age_day(*terms.risk, performance));
  const int of_year = at.year + date_of(year.first).year - performance.year;
  const Day day = day_of(of_year, at.month, at.day);
  constexpr int kLastOfFebruary = 28;
  return day == kNoDay ? day_of(of_year, at.month, kLastOfFebruary) : day;
}

// What coverage says of a member in one year: the last span that meets it, and the last of those
// that state a score.
struct YearCoverage {
  DualStatus dual = DualStatus::NonDual;
  std::uint32_t risk_score = 0;
};

YearCoverage coverage_in(std::span<const CoverageSpan> coverage, DaySpan year) {
  YearCoverage found;
  for (const CoverageSpan& span : coverage) {
    if (span.first > year.last || span.last < year.first) continue;
    found.dual = span.dual;
    if (span.risk_score != 0) found.risk_score = span.risk_score;
  }
  return found;
}

// Stated scores in billionths, each distinct text read once.
class StatedScores {
 public:
  explicit StatedScores(const Dictionary& words) : words_(words) {}
  std::int64_t units(std::uint32_t word) {
    if (word == 0) return kNoScore;
    const auto [at, is_new] = units_.try_emplace(word, kNoScore);
    if (is_new) at->second = score_units(words_.text(word)).value_or(kNoScore);
    return at->second;
  }

 private:
  const Dictionary& words_;
  std::unordered_map<std::uint32_t, std::int64_t> units_;
};

struct Subjects {
  std::vector<RiskSubject> subjects;
  std::vector<std::int64_t> given;
  std::vector<std::uint8_t> unreadable;
};

Subjects subjects_of(const RiskSources& sources, DaySpan year) {
  const bool is_given = sources.terms.risk->method == RiskMethod::Given;
  StatedScores stated{sources.intake.words};
  Subjects out;
  for (MemberIndex i = 0; i < sources.population.members.size(); ++i) {
    out.subjects.push_back(risk_subject(sources, i, year));
    if (!is_given) continue;
    const auto coverage = sources.population.coverage_of_member(i);
    const std::uint32_t word = coverage_in(coverage, year).risk_score;
    out.given.push_back(stated.units(word));
    out.unreadable.push_back(word != 0 && out.given.back() == kNoScore ? 1 : 0);
  }
  return out;
}

std::int64_t months_of(const PeriodTally& tally, std::size_t type, MemberIndex member) {
  return tally.months[type].empty() ? 0 : tally.months[type][member];
}

// Adds up a group while its members go by.
class GroupSum {
 public:
  void add(const RiskScores& scores, const PeriodTally& tally, MemberIndex member) {
    if (!is_scored(scores, member)) {
      ++group_.unscored;
      return;
    }
    ++group_.scored;
    for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
      const std::int64_t months = months_of(tally, type, member);
      if (months > 0) sums_[type].add(scores, member, months);
    }
  }

  GroupRisk group(const RiskScores& scores) {
    std::vector<WeightedScore> means;
    for (const auto& [type, name] : kEnrollmentTypeNames) {
      const auto at = static_cast<std::size_t>(type);
      const std::int64_t months = sums_[at].months();
      if (months == 0) continue;
      group_.by_type[at] = {.member_months = months, .mean = sums_[at].mean(scores, type)};
      means.push_back({.score = *group_.by_type[at].mean, .months = months});
    }
    if (!means.empty()) group_.mean = mean_score(means);
    return std::move(group_);
  }

 private:
  GroupRisk group_;
  std::array<ScoreSum, kEnrollmentTypeCount> sums_;
};

void add_groups(const PeriodTally& tally, const PeriodOutcome& outcome, YearRisk& risk) {
  GroupSum all;
  GroupSum contract;
  for (MemberIndex i = 0; i < outcome.months.size(); ++i) {
    if (outcome.months[i] == 0) continue;
    all.add(risk.scores, tally, i);
    if (is_of_contract(outcome, i)) contract.add(risk.scores, tally, i);
  }
  risk.all = all.group(risk.scores);
  risk.contract = contract.group(risk.scores);
}

void count_notes(const Subjects& subjects, const PeriodOutcome& outcome, YearRisk& risk) {
  for (MemberIndex i = 0; i < outcome.months.size(); ++i) {
    if (outcome.months[i] == 0) continue;
    if (subjects.subjects[i].new_enrollee) ++risk.new_enrollees;
    if (!subjects.unreadable.empty() && subjects.unreadable[i] != 0) ++risk.unreadable;
  }
}

}  // namespace

RiskSubject risk_subject(const RiskSources& sources, MemberIndex member, DaySpan year) {
  const RiskTerms& terms = *sources.terms.risk;
  const Member& of = sources.population.members[member];
  const auto coverage = sources.population.coverage_of_member(member);
  const bool tells_new = terms.method == RiskMethod::Hcc && terms.new_enrollees;
  return {.age = of.born == kNoDay ? kUnknownAge : age_on(of.born, age_day_of(sources.terms, year)),
          .sex = of.sex,
          .dual = coverage_in(coverage, year).dual,
          .originally_disabled = of.originally_disabled,
          .new_enrollee = tells_new && !covers_every_month(coverage, diagnosis_year(terms, year))};
}

Result<YearRisk> score_year(const RiskSources& sources, const MemberDiagnoses& diagnoses,
                            const PeriodTally& tally, const PeriodOutcome& outcome) {
  const RiskTerms& terms = *sources.terms.risk;
  const Subjects subjects = subjects_of(sources, tally.period);
  std::vector<std::string> codes;
  if (terms.method == RiskMethod::Hcc) {
    const Dictionary& known = sources.intake.diagnoses;
    for (std::uint32_t i = 0; i < known.size(); ++i) codes.push_back(known.text(i));
  }
  RiskScores raw = raw_scores(terms, {.subjects = subjects.subjects,
                                      .given = subjects.given,
                                      .first_diagnosis = diagnoses.first,
                                      .diagnoses = diagnoses.diagnoses,
                                      .codes = codes,
                                      .models = sources.tables.models});
  const std::vector<std::int32_t> months{outcome.months.begin(), outcome.months.end()};
  Result<RiskScores> scores = renormalised(std::move(raw), terms, months);
  if (!scores) return std::move(scores).issues();
  YearRisk risk{.scores = std::move(scores).value()};
  count_notes(subjects, outcome, risk);
  add_groups(tally, outcome, risk);
  return risk;
}

std::optional<Ratio> member_score(const YearRisk& risk, const PeriodTally& tally,
                                  MemberIndex member) {
  if (!is_scored(risk.scores, member)) return std::nullopt;
  std::vector<WeightedScore> parts;
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const std::int64_t months = months_of(tally, static_cast<std::size_t>(type), member);
    const auto score = score_of(risk.scores, member, type);
    if (months > 0 && score) parts.push_back({.score = *score, .months = months});
  }
  return parts.empty() ? std::nullopt : std::optional{mean_score(parts)};
}

std::optional<RiskRatio> contract_risk_ratio(const YearRisk& year, const YearRisk& base,
                                             const RiskTerms& terms) {
  if (!year.contract.mean || !base.contract.mean) return std::nullopt;
  if (base.contract.mean->sign() <= 0) return std::nullopt;
  return risk_ratio(*year.contract.mean, *base.contract.mean, terms.caps);
}

Rate score_at_nine_places(const Ratio& score) {
  const Amount billionths{(score * Ratio::whole(kScoreUnit)).exact()};
  const std::optional<Money> rounded = round(billionths, Rounding{});
  constexpr int kPlaces = 9;
  return rounded ? Rate::decimal(rounded->in_cents(), kPlaces) : Rate{};
}

std::optional<Rate> stated_score(const std::optional<Ratio>& mean) {
  if (!mean) return std::nullopt;
  const Rate score = score_at_nine_places(*mean);
  return score > Rate{} ? std::optional{score} : std::nullopt;
}

}  // namespace gainshare
