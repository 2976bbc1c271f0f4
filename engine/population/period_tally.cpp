// SPDX-License-Identifier: Apache-2.0
#include "population/period_tally.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "population/candidates.h"
#include "population/service_classifier.h"
#include "population/service_reduction.h"
#include "population/stays.h"

namespace gainshare {
namespace {

template <class T>
T& of(ByMember<T>& list, MemberIndex member, std::size_t members) {
  if (list.empty()) list.resize(members, T{0});
  return list[member];
}

// The last day on which a payment counts.
Day run_out_end(const CostTerms& terms, DaySpan period) {
  if (!terms.run_out_months) return kOpenEnd;
  const Date after = date_of(period.last + 1);
  const int months = after.year * 12 + (after.month - 1) + *terms.run_out_months;
  const Day end = day_of(months / 12, months % 12 + 1, after.day);
  return end == kNoDay ? kOpenEnd : end - 1;
}

// What every distinct code, setting and provider means, found once.
struct Meanings {
  std::vector<CodeClass> codes;
  std::vector<std::uint8_t> durable;
  std::vector<SettingClass> settings;
  std::vector<CostCategory> categories;
  std::vector<ProviderClass> providers;
};

Meanings meanings_of(const Intake& intake, const ClaimsPopulation& population,
                     const ServiceClassifier& classifier) {
  Meanings meanings;
  for (std::uint32_t i = 0; i < intake.codes.size(); ++i) {
    const std::string code = intake.codes.text(i);
    meanings.codes.push_back(classifier.code_class(code));
    meanings.durable.push_back(is_durable_equipment(code) ? 1 : 0);
  }
  for (std::uint32_t i = 0; i < intake.settings.size(); ++i) {
    const Setting setting = setting_of(intake.settings.text(i));
    meanings.settings.push_back(classifier.setting_class(setting));
    meanings.categories.push_back(category_of(setting));
  }
  for (const Provider& provider : population.providers) {
    meanings.providers.push_back(classifier.provider_class(provider.specialty));
  }
  return meanings;
}

// The span that covers the day, else the one nearest before it, else the first; none where the
// member has none.
const CoverageSpan* span_at(std::span<const CoverageSpan> spans, Day day, bool& covered) {
  const CoverageSpan* nearest = spans.empty() ? nullptr : &spans.front();
  covered = false;
  for (const CoverageSpan& span : spans) {
    if (span.first > day) break;
    if (span.last >= day) {
      nearest = &span;
      covered = true;
    } else if (!covered) {
      nearest = &span;
    }
  }
  return nearest;
}

class Tallying {
 public:
  Tallying(const ClaimsPopulation& population, const CostTerms& cost, PeriodTally& tally)
      : population_(population),
        cost_(cost),
        tally_(tally),
        paid_by_(run_out_end(cost, tally.period)) {}

  // A part of what add_cost looks at.
  std::uint64_t glance(MemberIndex member) const {
    std::uint64_t seen = 0;
    const std::uint32_t span = population_.coverage_of[member];
    if (span < population_.coverage.size()) {
      seen = static_cast<std::uint64_t>(population_.coverage[span].last);
    }
    for (const auto& list : tally_.cost)
      seen ^= list.empty() ? 0 : static_cast<std::uint64_t>(list[member]);
    return seen;
  }

  void add_cost(const ClaimLine& line, MemberIndex member, CostCategory category) {
    ++tally_.notes.lines;
    const std::int64_t cents =
        cost_.amount == CostAmount::Paid ? line.paid_cents : line.allowed_cents;
    if (line.paid_day > paid_by_) {
      ++tally_.notes.after_run_out_lines;
      tally_.notes.after_run_out_cents += cents;
      return;
    }
    if (member != member_ || line.day != day_) find_type(member, line.day);
    if (!covered_) {
      ++tally_.notes.outside_coverage_lines;
      tally_.notes.outside_coverage_cents += cents;
    }
    const std::size_t members = population_.members.size();
    of(tally_.cost[static_cast<std::size_t>(type_)], member, members) += cents;
    of(tally_.cost_by_category[static_cast<std::size_t>(category)], member, members) += cents;
  }

  void count_months() {
    const Date first = date_of(tally_.period.first);
    int year = first.year;
    int month = first.month;
    for (Day begin = tally_.period.first; begin <= tally_.period.last;) {
      (month == 12) ? (month = 1, ++year) : ++month;
      const Day next = day_of(year, month, 1);
      count_month({.first = begin, .last = std::min(next - 1, tally_.period.last)});
      if (next == kNoDay) return;
      begin = next;
    }
  }

 private:
  // The type on a day, kept for the lines of a claim.
  void find_type(MemberIndex member, Day day) {
    member_ = member;
    day_ = day;
    const CoverageSpan* const span = span_at(population_.coverage_of_member(member), day, covered_);
    type_ = span == nullptr ? EnrollmentType::Other : span->type;
  }

  // Spans are in order, so of those that meet the month the last one found counts.
  void count_month(DaySpan month) {
    const std::size_t members = population_.members.size();
    const auto& coverage = population_.coverage;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
      if (coverage[i].first > month.last || coverage[i].last < month.first) continue;
      std::size_t latest = i;
      for (; i + 1 < coverage.size() && coverage[i + 1].member == coverage[latest].member; ++i) {
        const CoverageSpan& next = coverage[i + 1];
        if (next.first <= month.last && next.last >= month.first) latest = i + 1;
      }
      const auto type = static_cast<std::size_t>(coverage[latest].type);
      ++of(tally_.months[type], coverage[latest].member, members);
    }
  }

  const ClaimsPopulation& population_;
  const CostTerms& cost_;
  PeriodTally& tally_;
  Day paid_by_;
  MemberIndex member_ = 0;  // of the line before, its day and what was found
  Day day_ = kNoDay;
  bool covered_ = false;
  EnrollmentType type_ = EnrollmentType::Other;
};

class LineTally {
 public:
  LineTally(const Intake& intake, const ClaimsPopulation& population, const Meanings& meanings,
            PeriodTally& tally, CandidateFinder& finder)
      : intake_(intake),
        meanings_(meanings),
        tally_(tally),
        finder_(finder),
        contexts_{intake, population.repeats, meanings.codes},
        services_{population.members.size()} {}

  // Lines that stand together. What is known of their members lies far apart in memory, and looks
  // at it that do not depend on each other wait together.
  void take(std::span<const ClaimLine> lines, Tallying& tallying) {
    std::uint32_t claim = ClaimKeys::kMostClaims;
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].claim == claim) {
        members_[i] = members_[i - 1];
        continue;
      }
      claim = lines[i].claim;
      members_[i] = intake_.claims[claim].member;
      seen ^= tallying.glance(members_[i]);
    }
    seen_ = seen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const ClaimLine& line = lines[i];
      if (tally_.period.holds(line.day)) tallying.add_cost(line, members_[i], category_of(line));
      take_service(line, members_[i]);
    }
  }

  ServiceTallies services() { return services_.reduced(); }

 private:
  CostCategory category_of(const ClaimLine& line) const {
    return meanings_.durable[line.code] != 0 ? CostCategory::DurableEquipment
                                             : meanings_.categories[line.setting];
  }

  void take_service(const ClaimLine& line, MemberIndex member) {
    const bool older = tally_.windows.older && tally_.windows.older->holds(line.day);
    if (!older && !tally_.windows.current.holds(line.day)) return;
    const CodeClass code = meanings_.codes[line.code];
    const SettingClass setting = meanings_.settings[line.setting];
    if (!may_count(code, setting, older)) return;
    LineContext context;
    if (code.restrictions != 0) context = contexts_.context_of(line, member);
    context.older_window = older;
    const auto service = service_class(code, setting, meanings_.providers[line.provider], context);
    if (!service) return;
    const CandidateIndex candidate = finder_.candidate_of(line);
    if (candidate == kNoCandidate) return;
    services_.add({.member = member,
                   .candidate = candidate,
                   .day = line.day,
                   .service_class = *service,
                   .window = older ? std::uint8_t{1} : std::uint8_t{0},
                   .reversal = line.reversal(),
                   .allowed_cents = line.allowed_cents});
  }

  const Intake& intake_;
  const Meanings& meanings_;
  PeriodTally& tally_;
  CandidateFinder& finder_;
  LineContexts contexts_;
  ServiceReduction services_;
  std::array<MemberIndex, ClaimLogReader::kAtOnce> members_{};
  std::uint64_t seen_ = 0;  // so that what is only looked at is looked at
};

}  // namespace

std::int32_t PeriodTally::months_of(MemberIndex member) const {
  std::int32_t sum = 0;
  for (const auto& of_type : months) sum += of_type.empty() ? 0 : of_type[member];
  return sum;
}

std::int64_t PeriodTally::cost_of(MemberIndex member) const {
  std::int64_t sum = 0;
  for (const auto& of_type : cost) sum += of_type.empty() ? 0 : of_type[member];
  return sum;
}

Result<PeriodTally> tally_period(const Intake& intake, const ClaimsPopulation& population,
                                 const PopulationTerms& terms, DaySpan period) {
  Result<ServiceLists> lists = resolve_services(terms.attribution.services);
  if (!lists) {
    Issues issues = std::move(lists).issues();
    for (Issue& issue : issues) issue.path.insert(0, "/attribution/services");
    return issues;
  }
  PeriodTally tally{.period = period, .windows = windows_of(terms.attribution, period)};
  const ServiceClassifier classifier{std::move(lists).value(), tally.windows};
  const Meanings meanings = meanings_of(intake, population, classifier);
  CandidateFinder finder{intake, population, terms.attribution.unit};
  Tallying tallying{population, terms.cost, tally};
  LineTally line_tally{intake, population, meanings, tally, finder};
  for_each_counted(intake.log, population.repeats,
                   [&](std::span<const ClaimLine> lines) { line_tally.take(lines, tallying); });
  tally.services = line_tally.services();
  tallying.count_months();
  tally.candidates = finder.take();
  return tally;
}

}  // namespace gainshare
