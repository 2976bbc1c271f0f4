// SPDX-License-Identifier: Apache-2.0
#include "programs/mssp/resolve.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/date.h"

namespace gainshare {
namespace {

constexpr std::string_view kProgram = "mssp";
// 42 CFR 425.608: the agreements of April and July 2012 were the first, and their first
// performance year ran to the end of 2013.
constexpr std::int32_t kFirstAgreementYear = 2012;
constexpr std::int32_t kFirstReconciledYear = 2013;

struct Years {
  std::vector<std::int32_t> years;  // ascending
  // "2013 to 2021", "2019", "2013 to 2018 and 2020".
  std::string text() const;
};

std::string Years::text() const {
  std::string out;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t last = i;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
    if (!out.empty()) out += last + 1 == years.size() ? " and " : ", ";
    out += std::to_string(years[i]);
    if (last > i) out += " to " + std::to_string(years[last]);
    i = last + 1;
  }
  return out;
}

template <class Predicate>
Years years_where(std::span<const ProgramEdition> editions, const Predicate& holds_in) {
  Years out;
  for (const ProgramEdition& edition : editions) {
    if (edition.program == kProgram && holds_in(edition)) {
      out.years.push_back(edition.performance_year);
    }
  }
  return out;
}

const ProgramEdition* edition_of(std::span<const ProgramEdition> editions, std::int32_t year) {
  for (const ProgramEdition& edition : editions) {
    if (edition.program == kProgram && edition.performance_year == year) return &edition;
  }
  return nullptr;
}

Years all_years(std::span<const ProgramEdition> editions) {
  return years_where(editions, [](const ProgramEdition&) { return true; });
}

Issue no_edition(std::span<const ProgramEdition> editions, std::int32_t year) {
  const std::string years = all_years(editions).text();
  return {.path = "/performance_year",
          .code = IssueCode::NoEdition,
          .message = "There is no edition for performance year " + std::to_string(year) +
                     ". Choose a year from " + years + ".",
          .params = {{"value", std::to_string(year)}, {"choices", years}}};
}

// Each track once, in the order in which the program began them.
std::vector<const ProgramTrack*> all_tracks(std::span<const ProgramEdition> editions) {
  std::vector<const ProgramTrack*> tracks;
  for (const ProgramEdition& edition : editions) {
    for (const ProgramTrack& track : edition.tracks) {
      bool known = edition.program != kProgram;
      for (const ProgramTrack* const other : tracks) known = known || other->id == track.id;
      if (!known) tracks.push_back(&track);
    }
  }
  return tracks;
}

Issue unknown_track(const std::vector<const ProgramTrack*>& tracks, std::string_view value) {
  constexpr std::size_t kLongestShown = 40;
  std::string words;
  for (const ProgramTrack* const track : tracks) {
    if (!words.empty()) words += ", ";
    words += track->id;
  }
  std::string shown{value.substr(0, kLongestShown)};
  return {.path = "/track",
          .code = IssueCode::UnknownChoice,
          .message = "There is no track \"" + shown + "\". Choose one of " + words + ".",
          .params = {{"value", std::move(shown)}, {"choices", std::move(words)}}};
}

// The track's years as a sentence says them: those before the first edition and after the last
// one are not known here, so an open end stays open.
std::string when_offered(const Years& all, const Years& offered) {
  const std::int32_t first = offered.years.front();
  const std::int32_t last = offered.years.back();
  if (last == all.years.back()) return "exists from " + std::to_string(first) + " on";
  if (first == all.years.front()) return "existed until " + std::to_string(last);
  return "existed from " + offered.text();
}

std::optional<Issue> check_track(std::span<const ProgramEdition> editions,
                                 const ProgramEdition* edition, std::string_view id) {
  const auto tracks = all_tracks(editions);
  const ProgramTrack* known = nullptr;
  for (const ProgramTrack* const track : tracks) {
    if (track->id == id) known = track;
  }
  if (known == nullptr) return unknown_track(tracks, id);
  if (edition == nullptr || find_track(*edition, id) != nullptr) return std::nullopt;
  const Years offered =
      years_where(editions, [id](const ProgramEdition& e) { return find_track(e, id) != nullptr; });
  return Issue{.path = "/track",
               .code = IssueCode::NotApplicable,
               .message = std::string{known->title} + " " +
                          when_offered(all_years(editions), offered) + ", so not in " +
                          std::to_string(edition->performance_year) +
                          ". Choose another track or year.",
               .params = {{"value", std::string{id}}, {"choices", offered.text()}}};
}

// The agreement cannot begin before there were any, nor after the year it is settled for.
void check_agreement(const MsspElections& elections, Issues& issues) {
  if (!elections.agreement_start) return;
  const Date start = *elections.agreement_start;
  const std::string year = std::to_string(elections.performance_year);
  if (start.year < kFirstAgreementYear) {
    issues.push_back({.path = "/agreement_start",
                      .code = IssueCode::OutOfRange,
                      .message = "The agreement start is " + to_iso(start) +
                                 ". The first agreements began in 2012: enter the first day of "
                                 "the agreement in force.",
                      .params = {{"value", to_iso(start)}, {"low", "2012-01-01"}}});
  }
  if (start.year > elections.performance_year) {
    issues.push_back({.path = "/agreement_start",
                      .code = IssueCode::Conflict,
                      .message = "The agreement start " + to_iso(start) +
                                 " lies after performance year " + year +
                                 ". Enter the first day of the agreement in force in that year.",
                      .params = {{"value", to_iso(start)}, {"high", year + "-12-31"}}});
  }
  const std::int32_t first_year = std::max<std::int32_t>(start.year, kFirstReconciledYear);
  if (elections.first_performance_year && first_year < elections.performance_year) {
    issues.push_back({.path = "/first_performance_year",
                      .code = IssueCode::Conflict,
                      .message = "The agreement began on " + to_iso(start) + ", so " + year +
                                 " is not its first performance year. Set first_performance_year "
                                 "to false or correct the agreement start.",
                      .params = {{"value", to_iso(start)}}});
  }
}

void check_six_months(std::span<const ProgramEdition> editions, const ProgramEdition& edition,
                      const MsspElections& elections, Issues& issues) {
  if (!elections.six_month_year) return;
  const auto has_half_year = [](const ProgramEdition& e) {
    for (const Parameter& parameter : e.parameters) {
      if (parameter.id == "six_month_year_fraction") return true;
    }
    return false;
  };
  if (has_half_year(edition)) return;
  const std::string years = years_where(editions, has_half_year).text();
  issues.push_back({.path = "/six_month_year",
                    .code = IssueCode::NotApplicable,
                    .message = "Performance years of six months existed in " + years +
                               " only. Set six_month_year to false or leave it out.",
                    .params = {{"choices", years}}});
}

}  // namespace

Result<ResolvedProgram> resolve_mssp(const MsspElections& elections,
                                     std::span<const ProgramEdition> editions) {
  Issues issues;
  const ProgramEdition* const edition = edition_of(editions, elections.performance_year);
  if (edition == nullptr) issues.push_back(no_edition(editions, elections.performance_year));
  if (auto issue = check_track(editions, edition, elections.track)) {
    issues.push_back(*std::move(issue));
  }
  // A year without an edition may be a slip of the keyboard: what hangs on it waits for it.
  if (edition == nullptr) return issues;
  check_agreement(elections, issues);
  check_six_months(editions, *edition, elections, issues);
  const TrackParameters parameters{.edition = edition,
                                   .track = find_track(*edition, elections.track)};
  if (parameters.track != nullptr) {
    for (Issue& issue : check_track_elections(parameters, elections)) {
      issues.push_back(std::move(issue));
    }
  }
  if (!issues.empty()) return issues;
  return ResolvedProgram{.reference = {.program = std::string{edition->program},
                                       .performance_year = edition->performance_year,
                                       .edition = std::string{edition->edition},
                                       .title = std::string{edition->title} + ", " +
                                                std::to_string(edition->performance_year) + ", " +
                                                std::string{parameters.track->title}},
                         .terms = mssp_terms(parameters, elections)};
}

Result<ResolvedProgram> resolve_mssp(const MsspElections& elections) {
  return resolve_mssp(elections, program_editions());
}

}  // namespace gainshare
