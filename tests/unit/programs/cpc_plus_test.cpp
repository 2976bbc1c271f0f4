// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>
#include <vector>

#include "programs/cpc_plus/resolve.h"
#include "support/catch.h"

namespace gainshare {
namespace {

std::vector<std::int64_t> fees(const ManagementPaymentTerms& terms) {
  std::vector<std::int64_t> cents;
  for (const CareTier& tier : terms.tiers) cents.push_back(tier.per_member_month.in_cents());
  return cents;
}

ManagementPaymentTerms terms_of(std::int32_t year, std::string_view track) {
  const auto resolved = resolve_cpc_plus(year, track);
  REQUIRE(resolved.ok());
  return resolved.value().terms;
}

TEST_CASE("Comprehensive Primary Care Plus pays by risk tier and track in every year") {
  for (std::int32_t year = 2017; year <= 2021; ++year) {
    const auto first = terms_of(year, "track_1");
    CHECK(fees(first) == std::vector<std::int64_t>{600, 800, 1600, 3000});
    CHECK(first.performance_part->per_member_month.value == Money::cents(250));
    const auto second = terms_of(year, "track_2");
    CHECK(fees(second) == std::vector<std::int64_t>{900, 1100, 1900, 3300, 10'000});
    CHECK(second.performance_part->per_member_month.value == Money::cents(400));
    const auto* const kept = std::get_if<LinearPart>(&second.performance_part->kept.value);
    REQUIRE(kept != nullptr);
    CHECK(kept->floor == Rate{});
    CHECK(kept->ceiling == Rate::whole(1));
    CHECK_FALSE(second.advance.value);
  }
}

TEST_CASE("What is known of the fees is said with each of them") {
  const auto terms = terms_of(2018, "track_2");
  CHECK(terms.tiers[0].source.status == Status::Unverified);
  CHECK(terms.tiers[1].source.status == Status::Verified);
  CHECK(terms.tiers[4].source.status == Status::Verified);
  CHECK(terms.tiers[4].source.citation.find("aafp.org") != std::string::npos);
  CHECK(terms.performance_part->per_member_month.source.status == Status::Verified);
  CHECK(terms.performance_part->kept.source.status == Status::Unverified);
}

TEST_CASE("A year and a track that the model does not have are refused") {
  CHECK(resolve_cpc_plus(2016, "track_1").issues().front().path == "/performance_year");
  CHECK(resolve_cpc_plus(2022, "track_1").issues().front().code == IssueCode::NoEdition);
  CHECK(resolve_cpc_plus(2018, "track_3").issues().front().path == "/track");
}

std::string text_of(const Source& source) {
  return source.citation + std::to_string(static_cast<int>(source.status)) + ";";
}
std::string text_of(const ManagementPaymentTerms& terms) {
  std::string text;
  for (const CareTier& tier : terms.tiers) {
    text += tier.id + std::to_string(tier.per_member_month.in_cents()) + text_of(tier.source);
  }
  const PerformancePart& part = *terms.performance_part;
  const auto& kept = *std::get_if<LinearPart>(&part.kept.value);
  return text + std::to_string(part.per_member_month.value.in_cents()) +
         text_of(part.per_member_month.source) + kept.floor.to_text() + text_of(kept.floor_source) +
         kept.ceiling.to_text() + text_of(kept.ceiling_source);
}

TEST_CASE("Changing any figure of the model or its citation changes the terms") {
  for (const ProgramEdition& published : program_editions()) {
    if (published.program != kCpcPlus) continue;
    ProgramEdition edition = published;
    std::vector<ProgramTrack> tracks{published.tracks.begin(), published.tracks.end()};
    edition.tracks = tracks;
    for (ProgramTrack& track : tracks) {
      std::vector<Parameter> own{track.parameters.begin(), track.parameters.end()};
      track.parameters = own;
      const auto text = [&] {
        const auto resolved = resolve_cpc_plus(edition.performance_year, track.id, {&edition, 1});
        REQUIRE(resolved.ok());
        return text_of(resolved.value().terms);
      };
      const std::string before = text();
      for (Parameter& parameter : own) {
        const Parameter original = parameter;
        INFO(edition.performance_year << " " << track.id << " " << parameter.id);
        parameter.value = original.unit == "score" ? "0.5" : "4321";
        CHECK(text() != before);
        parameter = original;
        parameter.citation = "another citation";
        CHECK(text() != before);
        parameter = original;
      }
    }
  }
}

}  // namespace
}  // namespace gainshare
