// SPDX-License-Identifier: Apache-2.0
#include "json/contract_reader.h"

#include <string>
#include <variant>

#include "programs/programs.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

struct Reading {
  std::optional<Contract> contract;
  Issues issues;
};

Reading read(std::string_view text) {
  Reading reading;
  reading.contract = json::read_contract(text, Place{""}, reading.issues);
  return reading;
}

std::string contract_of(std::string_view streams) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [)" +
         std::string{streams} + "]}";
}

std::string own_terms(std::string_view terms) {
  return contract_of(R"({"id": "savings", "kind": "shared_savings", "terms": )" +
                     std::string{terms} + "}");
}

Contract good(std::string_view text) {
  Reading reading = read(text);
  for (const Issue& issue : reading.issues) UNSCOPED_INFO(issue.path + ": " + issue.message);
  REQUIRE(reading.contract.has_value());
  return *std::move(reading.contract);
}

SharedSavingsTerms terms_of(const Contract& contract) {
  return std::get<SharedSavingsTerms>(contract.streams.at(0).terms);
}

std::vector<std::string> paths(std::string_view text) {
  const Reading reading = read(text);
  CHECK_FALSE(reading.contract.has_value());
  std::vector<std::string> found;
  for (const Issue& issue : reading.issues) found.push_back(issue.path);
  return found;
}

Issue only_issue(std::string_view text) {
  const Reading reading = read(text);
  for (const Issue& issue : reading.issues) UNSCOPED_INFO(issue.path + ": " + issue.message);
  REQUIRE(reading.issues.size() == 1);
  return reading.issues[0];
}

using Paths = std::vector<std::string>;

constexpr std::string_view kOneSided =
    R"({"sides": "one_sided", "minimum_savings_rate": 0.02, "sharing_rate": "1/2"})";

}  // namespace

TEST_CASE("One-sided terms are read exactly, and what they leave out is the default") {
  const Contract contract = good(own_terms(kOneSided));
  CHECK(contract.title == "Test");
  CHECK(contract.rounding.value == Rounding{});
  CHECK(contract.rounding.source.status == Status::Convention);
  const SharedSavingsTerms terms = terms_of(contract);
  CHECK(terms.sides.value == Sides::OneSided);
  CHECK(terms.minimum_savings_rate.value.fixed == Rate::percent(2));
  CHECK(terms.sharing_rate.value == Rate::percent(50));
  CHECK(terms.sharing_rate.source.citation == "contract");
  CHECK(terms.savings_basis.value == Basis::FirstDollar);
  CHECK(terms.savings_basis.source.status == Status::Convention);
  CHECK_FALSE(terms.cap.has_value());
  CHECK_FALSE(terms.quality.standard.has_value());
  CHECK(std::holds_alternative<FullShare>(terms.quality.effect.value));
  CHECK(terms.sequestration.value == Rate{});
  CHECK_FALSE(terms.loss.has_value());
  CHECK(terms.year_fraction.value == Rate::whole(1));
}

TEST_CASE("Two-sided terms carry their loss side and their clauses") {
  const SharedSavingsTerms terms = terms_of(good(own_terms(R"({
      "sides": "two_sided", "minimum_savings_rate": 0, "savings_basis": "above_threshold",
      "sharing_rate": 0.6, "cap": {"on": "payment", "rate": 0.15},
      "quality": {"minimum_score": 0.7, "effect": "tiers", "tiers": [
        {"from_score": 0, "sharing_rate": 0}, {"from_score": "0.9", "sharing_rate": 0.5}]},
      "sequestration_rate": 0.02, "minimum_loss_rate": 0.01, "loss_basis": "above_threshold",
      "loss_sharing_rate": 0.3, "loss_limit": {"rate_of_revenue": 0.08, "amount_cents": 100},
      "clauses": {"cap": "§4.2", "loss_limit": "Annex B", "quality": "§7"}})")));
  REQUIRE(terms.cap.has_value());
  CHECK(terms.cap->value.on == CapOn::Payment);
  CHECK(terms.cap->source.clause == "§4.2");
  REQUIRE(terms.quality.standard.has_value());
  CHECK(terms.quality.standard->value.minimum_score == Rate::percent(70));
  CHECK(terms.quality.standard->source.clause == "§7");
  const auto& tiers = std::get<ShareTiers>(terms.quality.effect.value).tiers;
  REQUIRE(tiers.size() == 2);
  CHECK(tiers[1].from_score == Rate::percent(90));
  REQUIRE(terms.loss.has_value());
  CHECK(terms.loss->basis.value == Basis::AboveThreshold);
  CHECK(std::get<Rate>(terms.loss->share.value) == Rate::percent(30));
  CHECK_FALSE(terms.loss->limit.of_benchmark.has_value());
  CHECK(terms.loss->limit.of_revenue->value == Rate::percent(8));
  CHECK(terms.loss->limit.amount->value == Money::cents(100));
  CHECK(terms.loss->limit.amount->source.clause == "Annex B");
}

TEST_CASE("The stated rounding is the contract's own") {
  std::string text = own_terms(kOneSided);
  text.insert(1, R"("rounding": {"mode": "half_even", "place": "dollar"}, )");
  const Contract contract = good(text);
  CHECK(contract.rounding.value ==
        Rounding{.mode = RoundingMode::HalfEven, .place = RoundingPlace::Dollar});
  CHECK(contract.rounding.source.status == Status::Contract);
}

TEST_CASE("A program's elections become terms with their citations") {
  const Contract contract = good(contract_of(R"({"id": "a", "kind": "shared_savings", "program": {
      "name": "mssp", "performance_year": 2024, "track": "basic_e", "minimum_rate": "variable",
      "agreement_start": "2024-01-01"}})"));
  REQUIRE(contract.streams[0].program.has_value());
  CHECK(contract.streams[0].program->performance_year == 2024);
  CHECK(terms_of(contract).sharing_rate.value == Rate::percent(50));
  CHECK(terms_of(contract).sharing_rate.source.citation.find("42 CFR") == 0);
}

TEST_CASE("What a program refuses stands below the stream's program") {
  const std::string head = R"({"id": "a", "kind": "shared_savings", "program": {"name": "mssp", )";
  CHECK(only_issue(contract_of(head + R"("performance_year": 2030, "track": "basic_e"}})")).path ==
        "/streams/0/program/performance_year");
  CHECK(only_issue(contract_of(head + R"("performance_year": 2024, "track": "basic_e"}})")).path ==
        "/streams/0/program/minimum_rate");
  const Issue none = only_issue(
      contract_of(R"({"id": "a", "kind": "shared_savings", "program": {"name": "medicaid",
                      "performance_year": 2024, "track": "basic_a"}})"));
  CHECK(none.code == IssueCode::UnknownProgram);
  // What could be read is judged together with what could not.
  CHECK(paths(contract_of(head + R"("performance_year": 2024, "track": "track_9",
                                    "minimum_rate": 7, "extra": 1}})")) ==
        Paths{"/streams/0/program/minimum_rate", "/streams/0/program/extra",
              "/streams/0/program/track"});
  CHECK(only_issue(contract_of(head + R"("performance_year": 2024, "track": "basic_a",
                                         "agreement_start": "2024-02-30"}})"))
            .code == IssueCode::BadDate);
}

TEST_CASE("Terms and program exclude each other, and one of them must be there") {
  const std::string both =
      R"({"id": "a", "kind": "shared_savings", "terms": {}, "program": {"name": "mssp",
          "performance_year": 2024, "track": "basic_a"}})";
  CHECK(only_issue(contract_of(both)).code == IssueCode::Conflict);
  CHECK(only_issue(contract_of(R"({"id": "a", "kind": "shared_savings"})")).code ==
        IssueCode::Missing);
}

TEST_CASE("Ids are unique, well formed and none of the trace's own") {
  const std::string terms = ", \"kind\": \"shared_savings\", \"terms\": " + std::string{kOneSided};
  const auto stream = [&](std::string_view id) {
    return "{\"id\": \"" + std::string{id} + "\"" + terms + "}";
  };
  const Issue taken = only_issue(contract_of(stream("a") + ", " + stream("a")));
  CHECK(taken.path == "/streams/1/id");
  CHECK(taken.code == IssueCode::Conflict);
  CHECK(only_issue(contract_of(stream("A"))).code == IssueCode::OutOfRange);
  CHECK(only_issue(contract_of(stream(""))).code == IssueCode::OutOfRange);
  CHECK(only_issue(contract_of(stream(std::string(41, 'a')))).code == IssueCode::OutOfRange);
  CHECK(only_issue(contract_of(stream("projection"))).code == IssueCode::Conflict);
}

TEST_CASE("One-sided terms have no loss side, and say so for every key of it") {
  CHECK(paths(own_terms(R"({"sides": "one_sided", "minimum_savings_rate": 0, "sharing_rate": 0.5,
                            "minimum_loss_rate": 0, "loss_limit": {}})")) ==
        Paths{"/streams/0/terms/minimum_loss_rate", "/streams/0/terms/loss_limit"});
  CHECK(paths(own_terms(R"({"sides": "two_sided", "minimum_savings_rate": 0,
                            "sharing_rate": 0.5})")) ==
        Paths{"/streams/0/terms/minimum_loss_rate", "/streams/0/terms/loss_sharing_rate"});
}

TEST_CASE("A clause needs the term it is for") {
  const Issue issue =
      only_issue(own_terms(R"({"sides": "one_sided", "minimum_savings_rate": 0, "sharing_rate": 0.5,
                    "clauses": {"cap": "§4"}})"));
  CHECK(issue.path == "/streams/0/terms/clauses/cap");
  CHECK(issue.code == IssueCode::NotApplicable);
}

TEST_CASE("Quality terms fit together") {
  const auto quality = [](std::string_view terms) {
    return own_terms(R"({"sides": "one_sided", "minimum_savings_rate": 0, "sharing_rate": 0.5,
                         "quality": )" +
                     std::string{terms} + "}");
  };
  CHECK(only_issue(quality(R"({"effect": "escalator", "lowest_sharing_rate": 0.6})")).code ==
        IssueCode::Conflict);
  CHECK(only_issue(quality(R"({"effect": "fixed", "lowest_sharing_rate": 0.1})")).code ==
        IssueCode::NotApplicable);
  CHECK(only_issue(quality(R"({"effect": "tiers"})")).code == IssueCode::Missing);
  const Issue order = only_issue(quality(R"({"effect": "tiers", "tiers": [
      {"from_score": 0, "sharing_rate": 0}, {"from_score": 0.9, "sharing_rate": 0.5},
      {"from_score": 0.7, "sharing_rate": 0.4}]})"));
  CHECK(order.path == "/streams/0/terms/quality/tiers/2/from_score");
  CHECK(order.code == IssueCode::BadOrder);
  CHECK(only_issue(quality(R"({"effect": "tiers", "tiers": [
            {"from_score": 0.1, "sharing_rate": 0}]})"))
            .code == IssueCode::BadOrder);
}

TEST_CASE("A scorecard's scales are read and their order is checked") {
  const auto scorecard = [](std::string_view measure) {
    return contract_of(R"({"id": "q", "kind": "quality_scorecard", "terms": {"measures": [)" +
                       std::string{measure} + "]}}");
  };
  const Contract contract = good(scorecard(
      R"({"id": "m1", "title": "Control", "maximum_points": 2, "weight": "1/3",
          "achievement": [{"percentile": 30, "rate": 0.2, "points": 1.1}],
          "improvement": [{"from_relative_change": -0.5, "points": 0}]})"));
  const auto& measure = std::get<QualityScorecardTerms>(contract.streams[0].terms).measures.at(0);
  CHECK(measure.weight.to_text() == "1/3");
  CHECK(measure.direction == Direction::HigherIsBetter);
  CHECK(measure.achievement.at(0).points == Rate::decimal(11, 1));

  CHECK(only_issue(scorecard(R"({"id": "m1", "title": "x", "maximum_points": 2})")).code ==
        IssueCode::Missing);
  CHECK(paths(scorecard(
            R"({"id": "m1", "title": "x", "maximum_points": 1, "direction": "lower_is_better",
                "achievement": [{"percentile": 30, "rate": 0.2, "points": 1},
                                {"percentile": 30, "rate": 0.3, "points": 2}]})")) ==
        Paths{"/streams/0/terms/measures/0/achievement/1/points"});
  CHECK(paths(scorecard(
            R"({"id": "m1", "title": "x", "maximum_points": 2, "direction": "lower_is_better",
                "achievement": [{"percentile": 30, "rate": 0.2, "points": 1},
                                {"percentile": 30, "rate": 0.3, "points": 2}]})")) ==
        Paths{"/streams/0/terms/measures/0/achievement/1/percentile",
              "/streams/0/terms/measures/0/achievement/1/rate"});
}

TEST_CASE("Everything that is wrong is told at once") {
  CHECK(paths(R"({"format": "gainshare-contract-2", "titel": "x", "streams": [
      {"id": "a", "kind": "shared_saving"},
      {"id": "b", "kind": "shared_savings", "terms": {"sides": 1, "sharing_rate": 140}}]})") ==
        Paths{"/format", "/title", "/streams/0/kind", "/streams/1/terms/sides",
              "/streams/1/terms/minimum_savings_rate", "/streams/1/terms/sharing_rate", "/titel"});
}

TEST_CASE("A duplicate key is told together with what else is wrong") {
  CHECK(paths(R"({"format": "gainshare-contract-1", "title": "", "title": "x",
                  "streams": 5})") == Paths{"/title", "/title", "/streams"});
}

TEST_CASE("No streams, or too many, are refused") {
  CHECK(only_issue(contract_of("")).code == IssueCode::OutOfRange);
  std::string streams = "1";
  for (int i = 0; i < 20; ++i) streams += ",1";
  CHECK(only_issue(contract_of(streams)).code == IssueCode::TooLarge);
}

namespace {
std::string contract_with_program(std::string_view more) {
  return R"({"format": "gainshare-contract-1", "title": "Test", )" + std::string{more} + "}";
}
}  // namespace

TEST_CASE("Every edition that is a whole contract reads without an issue, its figures cited") {
  int count = 0;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.contract.empty()) continue;
    ++count;
    const Contract contract = good(contract_with_program(
        R"("program": {"name": ")" + std::string{edition.program} + R"(", "performance_year": )" +
        std::to_string(edition.performance_year) + "}"));
    for (const Stream& stream : contract.streams) {
      REQUIRE(stream.program.has_value());
      CHECK(stream.program->edition == edition.edition);
    }
  }
  CHECK(count >= 1);
}

TEST_CASE("A figure of a whole contract has the citation of the nearest pointer above it") {
  const Contract contract = good(contract_with_program(
      R"("program": {"name": "commercial_quality_escalator", "performance_year": 2025})"));
  CHECK(std::get<BenchmarkTerms>(*contract.benchmark).base_years.source.status ==
        Status::Convention);
  const auto terms = std::get<SharedSavingsTerms>(contract.streams.at(1).terms);
  CHECK(terms.sharing_rate.value == Rate::percent(60));
  CHECK(terms.sharing_rate.source.citation == "Example of a commercial contract");
  CHECK(terms.savings_basis.source.citation == "contract: not stated");
  CHECK(contract.rounding.source.citation == "contract: not stated");
}

TEST_CASE("A program that is no whole contract, or has no edition for the year, is refused") {
  const Issue unknown =
      only_issue(contract_with_program(R"("program": {"name": "mssp", "performance_year": 2024})"));
  CHECK(unknown.path == "/program/name");
  CHECK(unknown.code == IssueCode::UnknownProgram);
  CHECK(unknown.message ==
        "There is no program \"mssp\" that is a whole contract. Choose "
        "commercial_quality_escalator, healthpartners_total_cost; a program of one stream is "
        "named in the stream.");
  const Issue year = only_issue(contract_with_program(
      R"("program": {"name": "commercial_quality_escalator", "performance_year": 2024})"));
  CHECK(year.path == "/program/performance_year");
  CHECK(year.code == IssueCode::NoEdition);
  CHECK(paths(contract_with_program(R"("program": {})")) ==
        Paths{"/program/name", "/program/performance_year"});
}

TEST_CASE("What the program of a contract says, the contract does not say too") {
  CHECK(paths(contract_with_program(
            R"("program": {"name": "commercial_quality_escalator", "performance_year": 2025},
               "streams": [], "benchmark": {"base_years": []})")) ==
        Paths{"/benchmark", "/streams"});
}
