// SPDX-License-Identifier: Apache-2.0
// What a program, year and elections resolve to. RULES.md sections 2.1 to 2.5.
#include <string>

#include "programs/programs.h"
#include "support/catch.h"
#include "unit/programs/terms_text.h"

namespace gainshare {
namespace {

MsspElections elected(std::int32_t year, std::string_view track,
                      std::optional<Rate> minimum_rate = std::nullopt) {
  MsspElections elections;
  elections.performance_year = year;
  elections.track = track;
  elections.minimum_rate = minimum_rate;
  elections.minimum_rate_stated = true;
  if (track == "track_2") {
    elections.track_year = 3;
    if (!minimum_rate) elections.minimum_rate = Rate::percent(2);
  }
  return elections;
}

SharedSavingsTerms terms_of(const MsspElections& elections) {
  const auto resolved = resolve_mssp(elections);
  INFO(testing::text_of(resolved));
  REQUIRE(resolved.ok());
  return resolved.value().terms;
}

QualityScaledLoss scaled_loss_of(const SharedSavingsTerms& terms) {
  REQUIRE(terms.loss);
  const auto* scaled = std::get_if<QualityScaledLoss>(&terms.loss->share.value);
  REQUIRE(scaled != nullptr);
  return *scaled;
}

Rate fixed_loss_of(const SharedSavingsTerms& terms) {
  REQUIRE(terms.loss);
  const auto* fixed = std::get_if<Rate>(&terms.loss->share.value);
  REQUIRE(fixed != nullptr);
  return *fixed;
}

TEST_CASE("every track of every year resolves, under its name, with a source on every term") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != "mssp") continue;
    for (const ProgramTrack& track : edition.tracks) {
      const auto resolved = resolve_mssp(elected(edition.performance_year, track.id));
      INFO(edition.performance_year << " " << track.id);
      REQUIRE(resolved.ok());
      const auto& [reference, terms] = resolved.value();
      CHECK(reference.program == "mssp");
      CHECK(reference.performance_year == edition.performance_year);
      CHECK(reference.edition == edition.edition);
      CHECK(reference.title == "Medicare Shared Savings Program, " +
                                   std::to_string(edition.performance_year) + ", " +
                                   std::string{track.title});
      // Only the whole year of a settlement is nobody's figure.
      const std::string text = testing::text_of(resolved);
      const std::string whole_year = "year_fraction=1  [|contract|]\n";
      REQUIRE(text.size() > whole_year.size());
      CHECK(text.substr(text.size() - whole_year.size()) == whole_year);
      CHECK(text.find("[|") == text.size() - whole_year.size() + whole_year.find("[|"));
      CHECK(terms.loss.has_value() == (terms.sides.value == Sides::TwoSided));
    }
  }
}

TEST_CASE("tracks have the sharing rate and payment limit of RULES.md 2.3 in all their years") {
  struct Expected {
    std::string_view track;
    Sides sides;
    std::int64_t share_percent;
    std::int64_t limit_percent;
  };
  const std::vector<Expected> all = {
      {"track_1", Sides::OneSided, 50, 10}, {"track_2", Sides::TwoSided, 60, 15},
      {"track_3", Sides::TwoSided, 75, 20}, {"track_1_plus", Sides::TwoSided, 50, 10},
      {"basic_a", Sides::OneSided, 40, 10}, {"basic_b", Sides::OneSided, 40, 10},
      {"basic_c", Sides::TwoSided, 50, 10}, {"basic_d", Sides::TwoSided, 50, 10},
      {"basic_e", Sides::TwoSided, 50, 10}, {"enhanced", Sides::TwoSided, 75, 20}};
  std::size_t resolved = 0;
  for (std::int32_t year = 2013; year <= 2026; ++year) {
    for (const Expected& expected : all) {
      if (!resolve_mssp(elected(year, expected.track))) continue;
      ++resolved;
      const SharedSavingsTerms terms = terms_of(elected(year, expected.track));
      INFO(year << " " << expected.track);
      CHECK(terms.sides.value == expected.sides);
      CHECK(terms.sharing_rate.value == Rate::percent(expected.share_percent));
      REQUIRE(terms.cap);
      CHECK(terms.cap->value.on == CapOn::Payment);
      CHECK(terms.cap->value.rate == Rate::percent(expected.limit_percent));
      CHECK(terms.savings_basis.value == Basis::FirstDollar);
    }
  }
  CHECK(resolved == 9 + 9 + 6 + 4 + 6 * 8);
}

TEST_CASE("sequestration is 2 % but for the payments of 2019 and 2020") {
  for (std::int32_t year = 2013; year <= 2026; ++year) {
    const auto terms = terms_of(elected(year, year < 2019 ? "track_1" : "basic_a"));
    const bool suspended = year == 2019 || year == 2020;
    CHECK(terms.sequestration.value == Rate::percent(suspended ? 0 : 2));
    CHECK(terms.sequestration.source.status ==
          (year <= 2024 ? Status::Reproduced : Status::Unverified));
  }
}

TEST_CASE("a one-sided track takes its minimum rate from the size table") {
  const auto terms = terms_of(elected(2014, "track_1"));
  const MinimumRate& minimum = terms.minimum_savings_rate.value;
  CHECK_FALSE(minimum.fixed);
  REQUIRE(minimum.by_beneficiaries.size() == 14);
  const SizeBand& band = minimum.by_beneficiaries[11];
  CHECK(band.from == 20'000);
  CHECK(band.to == 49'999);
  CHECK(band.start == Rate::decimal(25, 3));
  CHECK(band.end == Rate::decimal(22, 3));
  CHECK_FALSE(minimum.by_beneficiaries.back().to);
}

TEST_CASE("an elected rate holds for savings and for losses") {
  const auto terms = terms_of(elected(2024, "basic_e", Rate::decimal(5, 3)));
  CHECK(terms.minimum_savings_rate.value.fixed == Rate::decimal(5, 3));
  REQUIRE(terms.loss);
  CHECK(terms.loss->minimum_rate.value.fixed == Rate::decimal(5, 3));
  const auto by_size = terms_of(elected(2024, "basic_e"));
  CHECK_FALSE(by_size.minimum_savings_rate.value.fixed);
  CHECK(by_size.loss->minimum_rate.value.by_beneficiaries.size() == 14);
}

TEST_CASE("a fixed rate gives way below 5,000 beneficiaries in years that start from July 2019") {
  for (std::int32_t year = 2013; year <= 2026; ++year) {
    for (const std::string_view track :
         {"track_2", "track_3", "track_1_plus", "basic_c", "basic_d", "basic_e", "enhanced"}) {
      const auto resolved = resolve_mssp(elected(year, track, Rate::percent(2)));
      if (!resolved) continue;
      const bool new_tracks = track.substr(0, 5) == "basic" || track == "enhanced";
      const bool gives_way = year >= 2020 || (year == 2019 && new_tracks);
      const MinimumRate& minimum = resolved.value().terms.minimum_savings_rate.value;
      INFO(year << " " << track);
      CHECK(minimum.fixed == Rate::percent(2));
      CHECK(minimum.fixed_needs_beneficiaries == (gives_way ? 5000 : 0));
      CHECK(minimum.by_beneficiaries.empty() == !gives_way);
    }
  }
}

TEST_CASE("Track 2 has a fixed 2 % for agreements that began before 2016") {
  auto elections = elected(2014, "track_2");
  elections.minimum_rate = std::nullopt;
  elections.minimum_rate_stated = false;
  CHECK(terms_of(elections).minimum_savings_rate.value.fixed == Rate::percent(2));
  elections.performance_year = 2016;
  elections.agreement_start = Date{2015, 1, 1};
  CHECK(terms_of(elections).minimum_savings_rate.value.fixed == Rate::percent(2));
  elections.agreement_start = Date{2016, 1, 1};
  CHECK_FALSE(resolve_mssp(elections));
  elections.minimum_rate = Rate::percent(1);
  CHECK(terms_of(elections).minimum_savings_rate.value.fixed == Rate::percent(1));
}

TEST_CASE("loss rates and limits are those of the track") {
  const auto rates = [](const SharedSavingsTerms& terms) {
    const LossLimit& limit = terms.loss->limit;
    return std::pair{limit.of_benchmark->value,
                     limit.of_revenue ? limit.of_revenue->value : Rate::whole(0)};
  };
  CHECK(fixed_loss_of(terms_of(elected(2024, "basic_c"))) == Rate::percent(30));
  CHECK(rates(terms_of(elected(2024, "basic_c"))) == std::pair{Rate::percent(1), Rate::percent(2)});
  CHECK(rates(terms_of(elected(2024, "basic_d"))) == std::pair{Rate::percent(2), Rate::percent(4)});
  CHECK(rates(terms_of(elected(2024, "basic_e"))) == std::pair{Rate::percent(4), Rate::percent(8)});
  CHECK_FALSE(terms_of(elected(2024, "basic_e")).loss->limit.revenue_leg_for_low_revenue_only);

  const auto plus = terms_of(elected(2018, "track_1_plus"));
  CHECK(fixed_loss_of(plus) == Rate::percent(30));
  CHECK(rates(plus) == std::pair{Rate::percent(4), Rate::percent(8)});
  CHECK(plus.loss->limit.revenue_leg_for_low_revenue_only);
  CHECK(plus.loss->limit.of_revenue->source.status == Status::Unverified);

  for (const auto& [year, track] : {std::pair{2018, "track_3"}, std::pair{2024, "enhanced"}}) {
    const auto terms = terms_of(elected(year, track));
    CHECK(scaled_loss_of(terms).factor == Rate::percent(75));
    CHECK(scaled_loss_of(terms).lowest == Rate::percent(40));
    CHECK(scaled_loss_of(terms).highest == Rate::percent(75));
    CHECK(rates(terms) == std::pair{Rate::percent(15), Rate::whole(0)});
  }
  const auto track_2 = terms_of(elected(2021, "track_2"));
  CHECK(scaled_loss_of(track_2).factor == Rate::percent(60));
  CHECK(scaled_loss_of(track_2).lowest == Rate::percent(40));
  CHECK(scaled_loss_of(track_2).highest == Rate::percent(60));
}

TEST_CASE("Track 2 limits losses at 5, 7.5 and 10 % by its first, second and later years") {
  auto elections = elected(2016, "track_2");
  for (const auto& [year, limit] :
       {std::pair{1, 50}, std::pair{2, 75}, std::pair{3, 100}, std::pair{6, 100}}) {
    elections.track_year = year;
    CHECK(terms_of(elections).loss->limit.of_benchmark->value == Rate::decimal(limit, 3));
  }
}

TEST_CASE("in 2013 complete reporting pays the full share") {
  const auto quality = terms_of(elected(2013, "track_1")).quality;
  CHECK(std::holds_alternative<FullShare>(quality.effect.value));
  CHECK(quality.reporting_year);
  REQUIRE(quality.standard);
  CHECK(quality.standard->value.stated_by_experience);
  CHECK_FALSE(quality.standard->value.minimum_score);
  CHECK_FALSE(quality.alternative);
}

TEST_CASE("from 2014 to 2020 the share is scaled by the score, from nothing") {
  for (std::int32_t year = 2014; year <= 2020; ++year) {
    const auto quality = terms_of(elected(year, "track_1")).quality;
    const auto* escalator = std::get_if<ShareEscalator>(&quality.effect.value);
    REQUIRE(escalator != nullptr);
    CHECK(escalator->lowest == Rate::whole(0));
    CHECK_FALSE(quality.standard->value.minimum_score);
    CHECK(quality.standard->value.stated_by_experience);
    CHECK_FALSE(quality.reporting_year);
    auto first = elected(year, "track_1");
    first.first_performance_year = true;
    CHECK(terms_of(first).quality.reporting_year);
  }
}

TEST_CASE("from 2021 a score meets the standard, from 2023 an alternative scales the share") {
  const std::vector<std::pair<std::int32_t, std::int64_t>> minimum = {
      {2021, 6169}, {2022, 7063}, {2023, 6576}, {2024, 7705}, {2025, 7670}, {2026, 7385}};
  for (const auto& [year, score] : minimum) {
    const auto quality = terms_of(elected(year, "basic_a")).quality;
    INFO(year);
    CHECK(std::holds_alternative<FullShare>(quality.effect.value));
    REQUIRE(quality.standard->value.minimum_score);
    CHECK(*quality.standard->value.minimum_score == Rate::decimal(score, 4));
    CHECK(quality.standard->value.stated_by_experience);
    CHECK(quality.alternative.has_value() == (year >= 2023));
    CHECK_FALSE(quality.reporting_year);
  }
}

TEST_CASE(
    "from 2021 a first year meets the standard by reporting, but a score-scaled loss keeps it") {
  auto first = elected(2024, "basic_e");
  first.first_performance_year = true;
  CHECK(terms_of(first).quality.reporting_year);
  first.track = "enhanced";
  const auto quality = terms_of(first).quality;
  CHECK_FALSE(quality.reporting_year);
  REQUIRE(quality.standard->value.minimum_score);
  CHECK(*quality.standard->value.minimum_score == Rate::whole(0));
  CHECK(quality.standard->value.stated_by_experience);
}

TEST_CASE("losses are reduced for disasters from 2017 and forgiven from 2020 to 2022") {
  for (std::int32_t year = 2013; year <= 2026; ++year) {
    const auto terms = terms_of(elected(year, year < 2019 ? "track_2" : "enhanced"));
    INFO(year);
    CHECK(terms.loss->disaster_reduction.has_value() == (year >= 2017));
    CHECK(terms.loss->forgiven.has_value() == (year >= 2020 && year <= 2022));
  }
}

TEST_CASE("half rate and guardrail belong to agreements that began in 2024 or later") {
  for (const std::string_view track : {"basic_a", "basic_e", "enhanced"}) {
    for (std::int32_t year = 2022; year <= 2026; ++year) {
      for (const auto& start : {std::optional<Date>{}, std::optional{Date{2022, 1, 1}},
                                std::optional{Date{2024, 1, 1}}}) {
        if (start && start->year > year) continue;
        auto elections = elected(year, track);
        elections.agreement_start = start;
        const auto terms = terms_of(elections);
        const bool qualifies = start && start->year >= 2024;
        INFO(track << " " << year);
        CHECK(terms.reduced_sharing.has_value() == (qualifies && track != "enhanced"));
        CHECK(terms.guardrail.has_value() == qualifies);
      }
    }
  }
}

TEST_CASE("the half rate is for low-revenue ACOs of at least 5,000 beneficiaries") {
  auto elections = elected(2024, "basic_a");
  elections.agreement_start = Date{2024, 1, 1};
  const auto terms = terms_of(elections);
  REQUIRE(terms.reduced_sharing);
  const ReducedSharing& reduced = terms.reduced_sharing->value;
  CHECK(reduced.factor == Rate::percent(50));
  CHECK(reduced.minimum_beneficiaries == 5000);
  CHECK(reduced.low_revenue_only);
  CHECK(reduced.low_revenue_threshold == Rate::percent(35));
  CHECK(terms.reduced_sharing->source.citation == "42 CFR 425.605(h); 42 CFR 425.20");
}

TEST_CASE("advances are recouped from 2024, prepaid shared savings from 2026") {
  CHECK_FALSE(terms_of(elected(2023, "basic_a")).recoupment);
  REQUIRE(terms_of(elected(2024, "basic_a")).recoupment);
  CHECK(terms_of(elected(2024, "basic_a")).recoupment->citation == "42 CFR 425.630(g)");
  REQUIRE(terms_of(elected(2026, "basic_a")).recoupment);
  CHECK(terms_of(elected(2026, "basic_a")).recoupment->citation ==
        "42 CFR 425.630(g); 42 CFR 425.640(g)");
}

TEST_CASE("a six-month year of 2019 settles half of the calendar year") {
  auto elections = elected(2019, "basic_a");
  CHECK(terms_of(elections).year_fraction.value == Rate::whole(1));
  elections.six_month_year = true;
  CHECK(terms_of(elections).year_fraction.value == Rate::percent(50));
  CHECK(terms_of(elections).year_fraction.source.status == Status::Verified);
}

}  // namespace
}  // namespace gainshare
