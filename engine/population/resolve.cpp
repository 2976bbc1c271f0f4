// SPDX-License-Identifier: Apache-2.0
#include "population/resolve.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace gainshare {
namespace {

constexpr int kAged = 65;

// The first day of the month in which somebody turns 65: Medicare's entitlement by age begins
// there.
Day aged_from(Day born) {
  const Date date = date_of(born);
  const Day day = day_of(date.year + kAged, date.month, 1);
  return day == kNoDay ? kOpenEnd : day;
}

// What a row says of the enrolment type: CMS's Medicare status (11, 21, 31 ESRD; 20 disabled; 10
// aged), else the original reason for entitlement (2, 3 ESRD; 1 disabled, and aged from 65 on).
EnrollmentType stated_type(const std::string& status, const std::string& reason,
                           EnrollmentType aged) {
  if (status == "11" || status == "21" || status == "31") return EnrollmentType::Esrd;
  if (status == "20") return EnrollmentType::Disabled;
  if (status == "10") return aged;
  if (reason == "2" || reason == "3") return EnrollmentType::Esrd;
  if (reason == "1") return EnrollmentType::Disabled;
  return reason == "0" ? aged : EnrollmentType::Other;
}

// The row's coverage, in two where its type changes at 65.
void add_spans(const Intake& intake, const EligibilityRow& row, std::vector<CoverageSpan>& spans) {
  const std::string status = intake.words.text(row.medicare_status);
  const DualStatus dual = dual_status_of(intake.words.text(row.dual_status));
  const EnrollmentType aged =
      dual != DualStatus::NonDual ? EnrollmentType::AgedDual : EnrollmentType::AgedNonDual;
  const EnrollmentType type = stated_type(status, intake.words.text(row.original_reason), aged);
  const bool turns = type == EnrollmentType::Disabled && status.empty() && row.born != kNoDay;
  const Day change = turns ? aged_from(row.born) : kOpenEnd + 1;
  const auto add = [&](Day first, Day last, EnrollmentType of_part) {
    if (last < first) return;
    spans.push_back({.member = row.member,
                     .first = first,
                     .last = last,
                     .type = of_part,
                     .dual = dual,
                     .risk_score = row.risk_score});
  };
  add(row.first, std::min(row.last, change - 1), type);
  add(std::max(row.first, change), row.last, aged);
}

// Later rows know better: by last day, first day, then by what they say.
bool is_earlier(const Intake& intake, const EligibilityRow& a, const EligibilityRow& b) {
  const auto key = [&](const EligibilityRow& row) {
    return std::tuple{row.last, row.first, row.born, row.died, row.sex};
  };
  if (key(a) != key(b)) return key(a) < key(b);
  const auto texts = [&](const EligibilityRow& row) {
    std::string text;
    for (const std::uint32_t word :
         {row.original_reason, row.county, row.patient_designated, row.insurer_designated}) {
      text += intake.words.text(word) + Intake::kUnit;
    }
    return text;
  };
  return texts(a) < texts(b);
}

void take_facts(const Intake& intake, const EligibilityRow& row, ClaimsPopulation& population) {
  Member& member = population.members[row.member];
  member.born = row.born;
  member.died = row.died;
  member.sex = row.sex;
  const std::string reason = intake.words.text(row.original_reason);
  member.originally_disabled = reason == "1" || reason == "3";
  member.county = intake.words.text(row.county);
  member.designated_by_patient = intake.words.text(row.patient_designated);
  member.designated_by_insurer = intake.words.text(row.insurer_designated);
}

// By member, which is counted, and of each member, who has few, sorted.
void order_coverage(const Intake& intake, ClaimsPopulation& population) {
  const std::size_t count = population.members.size();
  auto& begins = population.coverage_of;
  begins.assign(count + 1, 0);
  for (const CoverageSpan& span : population.coverage) ++begins[span.member + 1];
  for (std::size_t i = 0; i < count; ++i) begins[i + 1] += begins[i];
  std::vector<CoverageSpan> ordered(population.coverage.size());
  std::vector<std::uint32_t> next{begins.begin(), begins.end() - 1};
  for (const CoverageSpan& span : population.coverage) ordered[next[span.member]++] = span;
  for (std::size_t i = 0; i < count; ++i) {
    const auto own = std::span{ordered}.subspan(begins[i], begins[i + 1] - begins[i]);
    std::sort(own.begin(), own.end(), [&intake](const CoverageSpan& a, const CoverageSpan& b) {
      const auto key = [](const CoverageSpan& span) {
        return std::tie(span.first, span.last, span.type, span.dual);
      };
      if (key(a) != key(b) || a.risk_score == b.risk_score) return key(a) < key(b);
      return intake.words.text(a.risk_score) < intake.words.text(b.risk_score);
    });
  }
  population.coverage = std::move(ordered);
}

void resolve_members(const Intake& intake, ClaimsPopulation& population) {
  const std::uint32_t count = intake.members.size();
  population.members.resize(count);
  for (MemberIndex i = 0; i < count; ++i) population.members[i].id = intake.members.text(i);
  population.by_id = intake.members.sorted();
  std::vector<const EligibilityRow*> latest(count, nullptr);
  for (const EligibilityRow& row : intake.eligibility) {
    add_spans(intake, row, population.coverage);
    const EligibilityRow*& known = latest[row.member];
    if (known == nullptr || is_earlier(intake, *known, row)) known = &row;
  }
  for (const EligibilityRow* const row : latest) {
    if (row != nullptr) take_facts(intake, *row, population);
  }
  order_coverage(intake, population);
}

void resolve_providers(const Intake& intake, ClaimsPopulation& population) {
  population.providers.resize(intake.providers.size());
  for (std::uint32_t i = 0; i < intake.providers.size(); ++i) {
    population.providers[i].npi = intake.providers.text(i);
  }
  const auto key = [](const Provider& provider) {
    return std::tie(provider.tin, provider.specialty, provider.group, provider.participant);
  };
  std::vector<std::uint8_t> conflicting(intake.providers.size(), 0);
  for (const RosterRow& row : intake.roster) {
    Provider& known = population.providers[row.provider];
    const Provider stated{.npi = known.npi,
                          .tin = intake.words.text(row.tin),
                          .specialty = intake.words.text(row.specialty),
                          .group = intake.words.text(row.group),
                          .participant = row.participant,
                          .rostered = true};
    if (known.rostered && key(known) != key(stated)) conflicting[row.provider] = 1;
    if (!known.rostered || key(stated) < key(known)) known = stated;
  }
  population.conflicting_providers = std::count(conflicting.begin(), conflicting.end(), 1);
}

}  // namespace

ClaimsPopulation resolve(const Intake& intake) {
  ClaimsPopulation population;
  resolve_members(intake, population);
  resolve_providers(intake, population);
  population.repeats = find_repeats(intake);
  return population;
}

}  // namespace gainshare
