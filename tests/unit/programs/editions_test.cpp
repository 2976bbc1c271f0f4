// SPDX-License-Identifier: Apache-2.0
// The tables themselves: complete, cited and continuous.
#include <cctype>
#include <set>
#include <string>

#include "programs/parameters.h"
#include "support/catch.h"

namespace gainshare {
namespace {

constexpr std::int32_t kFirstYear = 2013;
constexpr std::int32_t kLastYear = 2026;

// What follows is asked of every figure, so the checks are plain and counted.
bool is_fraction(std::string_view text) {
  const auto rate = Rate::from_text(text);
  return rate && *rate >= Rate::whole(0) && *rate <= Rate::whole(1);
}

bool fits_unit(const Parameter& parameter) {
  const std::string_view unit = parameter.unit;
  if (unit.substr(0, 8) == "fraction" || unit == "score") return is_fraction(parameter.value);
  if (unit == "beneficiaries") return count_of(parameter) > 0;
  if (unit == "date") return date_from_iso(parameter.value).has_value();
  if (unit == "truth") return parameter.value == "true";
  return (unit == "choice" || unit == "choices") && !words_of(parameter).empty();
}

void check_cited(const ProgramEdition& edition, std::span<const Parameter> parameters) {
  std::set<std::string_view> ids;
  for (const Parameter& parameter : parameters) {
    INFO(edition.performance_year << " " << parameter.id);
    CHECK(ids.insert(parameter.id).second);
    CHECK_FALSE(parameter.citation.empty());
    CHECK(fits_unit(parameter));
    CHECK(parameter.status != Status::Contract);
  }
}

TEST_CASE("every performance year from 2013 to 2026 has one edition, in order") {
  std::int32_t expected = kFirstYear;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    CHECK(edition.program == "mssp");
    CHECK(edition.performance_year == expected);
    CHECK(edition.edition == std::to_string(expected) + "-1");
    ++expected;
  }
  CHECK(expected == kLastYear + 1);
}

TEST_CASE("an edition is found by its own year and never by the nearest") {
  REQUIRE(find_edition("mssp", 2024) != nullptr);
  CHECK(find_edition("mssp", 2024)->performance_year == 2024);
  CHECK(find_edition("mssp", 2012) == nullptr);
  CHECK(find_edition("mssp", 2027) == nullptr);
  CHECK(find_edition("reach", 2024) == nullptr);
}

TEST_CASE("every figure of every edition has a value of its unit, a citation and a status") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    check_cited(edition, edition.parameters);
    REQUIRE_FALSE(edition.tracks.empty());
    for (const ProgramTrack& track : edition.tracks) check_cited(edition, track.parameters);
    for (const SizeBandParameter& band : edition.size_table) {
      CHECK_FALSE(band.citation.empty());
      CHECK(is_fraction(band.start));
      CHECK(is_fraction(band.end));
    }
  }
}

TEST_CASE("a track does not restate a figure of its edition") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    for (const ProgramTrack& track : edition.tracks) {
      for (const Parameter& own : track.parameters) {
        for (const Parameter& common : edition.parameters) CHECK(own.id != common.id);
      }
    }
  }
}

TEST_CASE("size tables begin at zero, have no gap and no jump, and end open and flat") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    INFO(edition.performance_year);
    const auto& table = edition.size_table;
    REQUIRE(table.size() == 14);
    CHECK(table.front().from == 0);
    for (std::size_t i = 1; i < table.size(); ++i) {
      CHECK(table[i].from == table[i - 1].to + 1);
      CHECK(table[i].start == table[i - 1].end);
      CHECK(*Rate::from_text(table[i].end) <= *Rate::from_text(table[i].start));
    }
    CHECK(table.back().to == 0);
    CHECK(table.back().start == table.back().end);
    CHECK(table.front().status == Status::Unverified);
  }
}

TEST_CASE("tracks stand in the years in which they existed and in no others") {
  struct Existed {
    std::string_view track;
    std::int32_t first;
    std::int32_t last;
  };
  const std::vector<Existed> tracks = {{"track_1", 2013, 2021},      {"track_2", 2013, 2021},
                                       {"track_3", 2016, 2021},      {"track_1_plus", 2018, 2021},
                                       {"basic_a", 2019, kLastYear}, {"basic_b", 2019, kLastYear},
                                       {"basic_c", 2019, kLastYear}, {"basic_d", 2019, kLastYear},
                                       {"basic_e", 2019, kLastYear}, {"enhanced", 2019, kLastYear}};
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    std::size_t offered = 0;
    for (const Existed& existed : tracks) {
      const bool expected =
          edition.performance_year >= existed.first && edition.performance_year <= existed.last;
      INFO(edition.performance_year << " " << existed.track);
      CHECK((find_track(edition, existed.track) != nullptr) == expected);
      offered += expected ? 1 : 0;
    }
    CHECK(edition.tracks.size() == offered);
  }
}

TEST_CASE("years that are not reconciled say so, and their sequestration is unverified") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    const bool settled = edition.performance_year <= 2024;
    CHECK(edition.law == (settled ? "settled" : "not_settled"));
    if (settled) continue;
    CHECK_FALSE(edition.note.empty());
    const TrackParameters parameters{.edition = &edition, .track = &edition.tracks.front()};
    CHECK(parameters.at("sequestration_rate").status == Status::Unverified);
  }
}

TEST_CASE("a source that rests on several figures cites each once and takes the least certain") {
  const Parameter verified{"a", "1", "score", "first", Status::Verified, ""};
  const Parameter remembered{"b", "1", "score", "second", Status::Unverified, ""};
  const Source source = source_of({&verified, nullptr, &remembered, &verified});
  CHECK(source.citation == "first; second");
  CHECK(source.status == Status::Unverified);
  CHECK(source_of(verified).status == Status::Verified);
}

}  // namespace
}  // namespace gainshare
