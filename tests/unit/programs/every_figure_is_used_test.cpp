// SPDX-License-Identifier: Apache-2.0
// A figure that nothing reads must not stand in an edition. Each figure is changed in turn, in its
// value and in its citation, and some election must then resolve to something else.
#include <map>
#include <string>

#include "programs/mssp/resolve.h"
#include "support/catch.h"
#include "unit/programs/terms_text.h"

namespace gainshare {
namespace {

using testing::text_of;

// A copy of an edition whose figures can be changed.
struct Variant {
  explicit Variant(const ProgramEdition& edition)
      : parameters(edition.parameters.begin(), edition.parameters.end()),
        size_table(edition.size_table.begin(), edition.size_table.end()),
        tracks(edition.tracks.begin(), edition.tracks.end()),
        edition_(edition) {
    for (const ProgramTrack& track : edition.tracks) {
      track_parameters.emplace_back(track.parameters.begin(), track.parameters.end());
    }
  }

  Result<ResolvedProgram> resolve(const MsspElections& elections) {
    for (std::size_t i = 0; i < tracks.size(); ++i) tracks[i].parameters = track_parameters[i];
    edition_.parameters = parameters;
    edition_.size_table = size_table;
    edition_.tracks = tracks;
    return resolve_mssp(elections, std::span<const ProgramEdition>{&edition_, 1});
  }

  std::vector<Parameter> parameters;
  std::vector<std::vector<Parameter>> track_parameters;
  std::vector<SizeBandParameter> size_table;
  std::vector<ProgramTrack> tracks;

 private:
  ProgramEdition edition_;
};

// Elections that between them reach every branch of a track in a year.
std::vector<MsspElections> elections_of(std::int32_t year, std::string_view track) {
  const std::vector<std::optional<Date>> starts = {std::nullopt, Date{2013, 1, 1}, Date{2016, 1, 1},
                                                   Date{2024, 1, 1}};
  const std::vector<std::optional<Rate>> rates = {std::nullopt, Rate::whole(0), Rate::percent(2)};
  std::vector<MsspElections> all;
  for (const auto& start : starts) {
    for (const auto& rate : rates) {
      MsspElections elections;
      elections.performance_year = year;
      elections.track = track;
      elections.agreement_start = start;
      elections.minimum_rate = rate;
      elections.minimum_rate_stated = true;
      if (track == "track_2") elections.track_year = 3;
      all.push_back(elections);
    }
  }
  MsspElections unusual = all[0];
  unusual.minimum_rate = track == "track_2" ? Rate::percent(2) : all[0].minimum_rate;
  unusual.first_performance_year = true;
  unusual.six_month_year = year == 2019;
  all.push_back(unusual);
  for (const std::int32_t track_year : {1, 2}) {
    if (track != "track_2") break;
    unusual.track_year = track_year;
    all.push_back(unusual);
  }
  return all;
}

std::vector<MsspElections> elections_of(const ProgramEdition& edition) {
  std::vector<MsspElections> all;
  for (const ProgramTrack& track : edition.tracks) {
    for (auto& elections : elections_of(edition.performance_year, track.id)) {
      all.push_back(elections);
    }
  }
  return all;
}

std::vector<std::string> results_of(Variant& variant, const std::vector<MsspElections>& all) {
  std::vector<std::string> texts;
  for (const MsspElections& elections : all) texts.push_back(text_of(variant.resolve(elections)));
  return texts;
}

// Another value that the unit allows.
std::string_view another_value(const Parameter& parameter) {
  static const std::map<std::string_view, std::pair<std::string_view, std::string_view>> kWords = {
      {"sides", {"one_sided", "two_sided"}},
      {"savings_basis", {"first_dollar", "above_threshold"}},
      {"loss_basis", {"first_dollar", "above_threshold"}},
      {"quality_effect", {"reporting", "pass_fail_with_alternative"}},
      {"first_performance_year_quality", {"score_counts_as_one", "standard_met_by_reporting"}},
      {"minimum_rate_choice", {"variable", "fixed"}},
      {"minimum_rate_options", {"0.01", "0.015"}},
      {"reduced_sharing_tracks", {"basic_a", "enhanced"}}};
  const auto words = kWords.find(parameter.id);
  if (words != kWords.end()) {
    const auto& [one, other] = words->second;
    return parameter.value == one ? other : one;
  }
  if (parameter.unit == "truth") return "false";
  if (parameter.unit == "beneficiaries") return "4321";
  if (parameter.unit == "date") return "2012-07-01";
  return "0.123";
}

// What elections resolve to as an edition stands, and whether a change to it shows.
class Observed {
 public:
  Observed(Variant& variant, std::vector<MsspElections> all)
      : variant_(variant), all_(std::move(all)), before_(results_of(variant, all_)) {}

  bool differs() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (text_of(variant_.resolve(all_[i])) != before_[i]) return true;
    }
    return false;
  }

  void check_used(Parameter& parameter) {
    const Parameter original = parameter;
    INFO(all_.front().performance_year << " " << parameter.id << " = " << parameter.value);
    parameter.value = another_value(original);
    CHECK(differs());
    parameter = original;
    parameter.citation = "another citation";
    CHECK(differs());
    parameter = original;
  }

 private:
  Variant& variant_;
  std::vector<MsspElections> all_;
  std::vector<std::string> before_;
};

TEST_CASE("changing any figure of an edition changes the terms of some election") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    Variant variant{edition};
    Observed whole{variant, elections_of(edition)};
    for (Parameter& parameter : variant.parameters) whole.check_used(parameter);
    for (std::size_t i = 0; i < variant.tracks.size(); ++i) {
      INFO(variant.tracks[i].id);
      Observed track{variant, elections_of(edition.performance_year, variant.tracks[i].id)};
      for (Parameter& parameter : variant.track_parameters[i]) track.check_used(parameter);
    }
  }
}

TEST_CASE("changing any bound, rate or citation of a size table changes the terms") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    Variant variant{edition};
    const std::string_view one_sided = edition.performance_year < 2019 ? "track_1" : "basic_a";
    Observed track{variant, elections_of(edition.performance_year, one_sided)};
    for (SizeBandParameter& band : variant.size_table) {
      const SizeBandParameter original = band;
      for (const int part : {0, 1, 2, 3, 4}) {
        if (part == 0) band.from += 1;
        if (part == 1) band.to += 1;
        if (part == 2) band.start = "0.123";
        if (part == 3) band.end = "0.123";
        if (part == 4) band.citation = "another citation";
        CHECK(track.differs());
        band = original;
      }
    }
  }
}

TEST_CASE("a figure that nothing reads is noticed") {
  Variant variant{*find_edition("mssp", 2024)};
  Observed observed{variant, elections_of(*find_edition("mssp", 2024))};
  variant.parameters.push_back({"idle", "0.5", "score", "nowhere", Status::Verified, ""});
  CHECK_FALSE(observed.differs());
}

}  // namespace
}  // namespace gainshare
