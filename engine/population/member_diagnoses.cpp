// SPDX-License-Identifier: Apache-2.0
#include "population/member_diagnoses.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace gainshare {
namespace {

enum class LinesCount : std::uint8_t { Never, ByCode, Always };

LinesCount lines_count(const Setting& setting) {
  const std::array<std::string, 1> no_code{"none"};
  if (counts_for_risk(setting, {}, no_code)) return LinesCount::Always;
  return counts_for_risk(setting, {}, {}) ? LinesCount::ByCode : LinesCount::Never;
}

// What every distinct setting, code and diagnosis means, found once.
struct RiskMeanings {
  std::vector<LinesCount> settings;
  std::vector<std::uint8_t> codes;      // 1: eligible
  std::vector<std::uint8_t> diagnoses;  // 1: of a category

  bool counts(const ClaimLine& line) const {
    const LinesCount by = settings[line.setting];
    return by == LinesCount::Always || (by == LinesCount::ByCode && codes[line.code] != 0);
  }
};

RiskMeanings risk_meanings(const Intake& intake, const RiskTables& tables) {
  RiskMeanings meanings;
  for (std::uint32_t i = 0; i < intake.settings.size(); ++i) {
    meanings.settings.push_back(lines_count(setting_of(intake.settings.text(i))));
  }
  const std::vector<std::string>& eligible = tables.eligible_codes;
  for (std::uint32_t i = 0; i < intake.codes.size(); ++i) {
    const std::string code = diagnosis_key(intake.codes.text(i));
    const bool counts =
        eligible.empty() || std::binary_search(eligible.begin(), eligible.end(), code);
    meanings.codes.push_back(counts ? 1 : 0);
  }
  for (std::uint32_t i = 0; i < intake.diagnoses.size(); ++i) {
    const std::string code = intake.diagnoses.text(i);
    const bool counts =
        std::any_of(tables.models.begin(), tables.models.end(),
                    [&code](const RiskModel& model) { return !model.categories_of(code).empty(); });
    meanings.diagnoses.push_back(counts ? 1 : 0);
  }
  return meanings;
}

// A diagnosis of a member, and by how many more lines it is stated than taken back.
struct StatedDiagnosis {
  MemberIndex member = 0;
  std::uint32_t diagnosis = 0;
  std::int32_t lines = 0;
};
auto key_of(const StatedDiagnosis& stated) { return std::tie(stated.member, stated.diagnosis); }

// Adds up what is stated of the same, so that memory grows with members and not with lines.
class DiagnosisSums {
 public:
  void add(MemberIndex member, std::uint32_t diagnosis, std::int32_t lines) {
    if (stated_.size() >= limit_) {
      reduce();
      limit_ = std::max(kAtOnce, 2 * stated_.size());
    }
    stated_.push_back({.member = member, .diagnosis = diagnosis, .lines = lines});
  }

  MemberDiagnoses by_member(std::size_t members) {
    reduce();
    MemberDiagnoses out{.first = std::vector<std::uint32_t>(members + 1, 0), .diagnoses = {}};
    for (const StatedDiagnosis& stated : stated_) {
      if (stated.lines <= 0) continue;
      ++out.first[stated.member + 1];
      out.diagnoses.push_back(stated.diagnosis);
    }
    for (std::size_t i = 1; i < out.first.size(); ++i) out.first[i] += out.first[i - 1];
    return out;
  }

 private:
  static constexpr std::size_t kAtOnce = std::size_t{1} << 18U;

  void reduce() {
    std::sort(stated_.begin(), stated_.end(),
              [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
    std::size_t kept = 0;
    for (const StatedDiagnosis& stated : stated_) {
      if (kept > 0 && key_of(stated_[kept - 1]) == key_of(stated)) {
        stated_[kept - 1].lines += stated.lines;
      } else {
        stated_[kept++] = stated;
      }
    }
    stated_.resize(kept);
  }

  std::vector<StatedDiagnosis> stated_;
  std::size_t limit_ = kAtOnce;
};

}  // namespace

Result<RiskTables> read_risk_tables(const RiskTerms& terms, std::span<const RiskFile> files) {
  RiskTables tables;
  if (terms.method != RiskMethod::Hcc) return tables;
  for (const RiskModelTerms& model : terms.models) {
    Result<RiskModel> read = read_risk_model(files, model.name);
    if (!read) return std::move(read).issues();
    tables.models.push_back(std::move(read).value());
  }
  Result<std::vector<std::string>> codes = read_eligible_codes(files);
  if (!codes) return std::move(codes).issues();
  tables.eligible_codes = std::move(codes).value();
  return tables;
}

bool diagnoses_alike(const std::optional<RiskTerms>& a, const std::optional<RiskTerms>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  const auto same_name = [](const RiskModelTerms& x, const RiskModelTerms& y) {
    return x.name == y.name;
  };
  return a->method == b->method && a->timing == b->timing &&
         std::equal(a->models.begin(), a->models.end(), b->models.begin(), b->models.end(),
                    same_name);
}

MemberDiagnoses diagnoses_of_year(const Intake& intake, const ClaimsPopulation& population,
                                  const RiskTables& tables, DaySpan year) {
  const RiskMeanings meanings = risk_meanings(intake, tables);
  DiagnosisSums sums;
  const auto take = [&](const ClaimLine& line) {
    if (!year.holds(line.day) || !meanings.counts(line)) return;
    const MemberIndex member = intake.claims[line.claim].member;
    for (const std::uint32_t diagnosis : line.diagnoses) {
      if (meanings.diagnoses[diagnosis] == 0) continue;
      sums.add(member, diagnosis, line.reversal() ? -1 : 1);
    }
  };
  for_each_counted(intake.log, population.repeats,
                   [&](auto lines) { std::for_each(lines.begin(), lines.end(), take); });
  return sums.by_member(population.members.size());
}

DaySpan diagnosis_year(const RiskTerms& terms, DaySpan year) {
  return terms.timing == RiskTiming::Concurrent ? year : twelve_months_before(year.first);
}

}  // namespace gainshare
