// SPDX-License-Identifier: Apache-2.0
#include "programs/cms_hcc/resolve.h"

#include "support/catch.h"

namespace gainshare {
namespace {

std::string text_of(const Term<Rate>& term) {
  return term.value.to_text() + "|" + term.source.citation + "|" +
         std::string{std::to_string(static_cast<int>(term.source.status))} + "\n";
}

std::string everything(std::span<const ProgramEdition> editions) {
  std::string text;
  for (std::int32_t year = 2022; year <= 2026; ++year) {
    const auto resolved = resolve_cms_hcc(year, editions);
    if (!resolved) {
      text += resolved.issues().front().message;
      continue;
    }
    text += text_of(resolved.value().coding_adjustment);
    for (const CmsHccModel& model : resolved.value().models) {
      text += model.id + model.title + text_of(model.normalisation) + text_of(model.weight);
    }
  }
  return text;
}

TEST_CASE("The weights of the models of a year add up to 1, and the newer one grows") {
  for (std::int32_t year = 2022; year <= 2026; ++year) {
    const auto resolved = resolve_cms_hcc(year);
    REQUIRE(resolved.ok());
    CHECK(resolved.value().reference.title == "CMS-HCC risk adjustment, " + std::to_string(year));
    Ratio sum;
    for (const CmsHccModel& model : resolved.value().models) sum = sum + model.weight.value;
    CHECK(sum == Ratio::whole(1));
    CHECK(resolved.value().coding_adjustment.value == Rate::decimal(59, 3));
  }
  const auto models = resolve_cms_hcc(2025).value().models;
  REQUIRE(models.size() == 2);
  CHECK(models[0].weight.value == Rate::percent(33));
  CHECK(models[0].normalisation.value == Rate::decimal(1153, 3));
  CHECK(models[1].weight.value == Rate::percent(67));
  CHECK(models[1].normalisation.value == Rate::decimal(1045, 3));
}

TEST_CASE("A year without an edition of risk scores is refused, and the years are named") {
  const auto refused = resolve_cms_hcc(2021);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.issues().front().path == "/performance_year");
  CHECK(refused.issues().front().message.find("2022, 2023, 2024, 2025, 2026") != std::string::npos);
}

TEST_CASE("Every figure of the editions of risk scores is used, and its citation too") {
  const auto published = program_editions();
  const std::string before = everything(published);
  for (std::size_t e = 0; e < published.size(); ++e) {
    if (published[e].program != kCmsHcc) continue;
    const auto check = [&](std::span<const Parameter> parameters, auto put) {
      for (std::size_t i = 0; i < parameters.size(); ++i) {
        for (const bool in_value : {true, false}) {
          std::vector<Parameter> changed(parameters.begin(), parameters.end());
          (in_value ? changed[i].value : changed[i].citation) = "0.125";
          std::vector<ProgramEdition> all(published.begin(), published.end());
          std::vector<ProgramTrack> tracks(all[e].tracks.begin(), all[e].tracks.end());
          put(changed, all[e], tracks);
          CHECK(everything(all) != before);
        }
      }
    };
    using Changed = std::vector<Parameter>;
    check(published[e].parameters,
          [](const Changed& to, ProgramEdition& edition, auto&) { edition.parameters = to; });
    for (std::size_t t = 0; t < published[e].tracks.size(); ++t) {
      check(published[e].tracks[t].parameters,
            [t](const Changed& to, ProgramEdition& edition, auto& tracks) {
              tracks[t].parameters = to;
              edition.tracks = tracks;
            });
    }
  }
}

}  // namespace
}  // namespace gainshare
