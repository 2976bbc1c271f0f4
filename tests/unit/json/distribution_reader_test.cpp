// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "json/contract_reader.h"
#include "json/experience_reader.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

using Paths = std::vector<std::string>;

std::string with(const std::string& distribution) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [{"id": "savings",
    "kind": "shared_savings", "terms": {"sides": "one_sided", "minimum_savings_rate": 0.02,
    "sharing_rate": "1/2"}}], "distribution": )" +
         distribution + "}";
}

Paths paths(const std::string& contract) {
  Issues issues;
  const auto read = json::read_contract(contract, Place{""}, issues);
  CHECK(read.has_value() == issues.empty());
  Paths found;
  for (const Issue& issue : issues) found.push_back(issue.path);
  return found;
}

std::string pool(const std::string& more) {
  return R"({"pools": [{"id": "p", "title": "P", )" + more + "}]}";
}

std::string shared(const std::string& by, const std::string& more = "") {
  return pool(R"("share": 1, "by": )" + by + R"(, "members": [{"id": "a"}, {"id": "b"}])" + more);
}

// Pools in one another, so many levels.
std::string nested(int levels) {
  std::string text = R"({"pools": [{"id": "last", "title": "Last", "share": 1}])";
  for (int i = 1; i < levels; ++i) {
    const std::string n = std::to_string(i);
    text = R"({"pools": [{"id": "p)" + n + R"(", "title": "P", "share": 1,
      "by": [{"factor": "lives", "weight": 1}], "members": [{"id": "m)" +
           n + R"(", )" + text.substr(1) + "}]}]";
  }
  return text + "}";
}

}  // namespace

TEST_CASE("A distribution is read, with what it leaves out at its default") {
  Issues issues;
  const auto contract = json::read_contract(
      with(shared(
          R"([{"factor": "lives", "weight": "1/3"}, {"factor": "quality", "weight": "2/3"}])",
          R"(, "gate": {"minimum_quality": 0.7}, "earning":
                     {"by": [{"factor": "access", "weight": 1}]})")),
      Place{""}, issues);
  REQUIRE(issues.empty());
  const DistributionTerms& terms = *contract->distribution;
  CHECK(terms.from_streams.empty());
  CHECK(terms.split.retain_rate == Rate{});
  const DistributionPool& only = terms.split.pools.at(0);
  CHECK(only.by.at(1).weight == Rate::from_text("2/3"));
  CHECK(only.members.at(0).title == "a");
  CHECK(only.gate->failed == FailedShare::Redistribute);
  CHECK(only.earning->unearned == Unearned::Retain);
}

TEST_CASE("Weights add up to 1, not to the least bit more or less") {
  const auto of =
      [](const std::string& weight) {
        return paths(with(shared(R"([{"factor": "lives", "weight": 0.5}, {"factor": "quality",
      "weight": ")" + weight + R"("}])")));
      };
  CHECK(of("0.5").empty());
  CHECK(of("0.500000000000000001") == Paths{"/distribution/pools/0/by"});
  CHECK(of("0.499999999999999999") == Paths{"/distribution/pools/0/by"});
}

TEST_CASE("Shares of pools add up to at most 1") {
  const auto of = [](const std::string& share) {
    return paths(with(R"({"pools": [{"id": "a", "title": "A", "share": 0.6},
      {"id": "b", "title": "B", "share": ")" +
                      share + R"("}]})"));
  };
  CHECK(of("0.4").empty());
  CHECK(of("0.399999999999999999").empty());
  CHECK(of("0.400000000000000001") == Paths{"/distribution/pools"});
}

TEST_CASE("Every issue of a distribution is told at once, in its place") {
  CHECK(paths(with(R"({"retain_rate": 1.5, "from_streams": ["savings", "nowhere", "savings", 7],
    "pools": [{"id": "p", "title": "P"}, {"id": "p", "title": "P", "share": 0.5,
    "amount_cents": 5, "gate": {}},
    {"id": "q", "title": "Q", "share": 0.1, "by": [{"factor": "fixed"}],
     "members": [{"id": "a", "retain_rate": 0.1}, {"id": "a", "fixed_share": 1}],
     "gate": {"failed": "perhaps"}, "earning": {"by": [{"factor": "lives", "weight": 1}]}}]})")) ==
        Paths{"/distribution/from_streams/1", "/distribution/from_streams/2",
              "/distribution/from_streams/3", "/distribution/retain_rate",
              "/distribution/pools/0/share", "/distribution/pools/1/id",
              "/distribution/pools/1/amount_cents", "/distribution/pools/1/gate",
              "/distribution/pools/2/by/0/weight", "/distribution/pools/2/members/0/fixed_share",
              "/distribution/pools/2/members/0/retain_rate", "/distribution/pools/2/members/1/id",
              "/distribution/pools/2/gate/failed", "/distribution/pools/2/gate",
              "/distribution/pools/2/earning/by/0/factor"});
}

TEST_CASE("Members need factors, and a factor stands once") {
  CHECK(paths(with(pool(R"("share": 1, "members": [{"id": "a"}])"))) ==
        Paths{"/distribution/pools/0/by"});
  CHECK(paths(with(shared(R"([{"factor": "lives", "weight": 0.5}, {"factor": "lives",
    "weight": 0.5}])"))) == Paths{"/distribution/pools/0/by/1/factor"});
  CHECK(paths(with(pool(R"("share": 1, "by": [{"factor": "lives", "weight": 1}],
    "members": [{"id": "a", "fixed_share": 1}])"))) ==
        Paths{"/distribution/pools/0/members/0/fixed_share"});
}

TEST_CASE("Pools lie eight levels deep and not nine") {
  CHECK(paths(with(nested(8))).empty());
  const Paths found = paths(with(nested(9)));
  REQUIRE(found.size() == 1);
  CHECK(std::count(found[0].begin(), found[0].end(), '/') == 2 + 8 * 4);
}

TEST_CASE("A distribution without any stream of money, and a stream of its name, are refused") {
  const std::string scorecard = R"({"format": "gainshare-contract-1", "title": "T", "streams": [
    {"id": "distribution", "kind": "quality_scorecard", "terms": {"measures": [{"id": "m",
    "title": "M", "direction": "higher_is_better", "maximum_points": 1, "weight": 1,
    "achievement": [{"percentile": 0.5, "rate": 0.5, "points": 1}]}]}}], "distribution":
    {"pools": [{"id": "p", "title": "P", "share": 1}]}})";
  const Paths found = paths(scorecard);
  CHECK(std::count(found.begin(), found.end(), "/streams/0/id") == 1);
  CHECK(std::count(found.begin(), found.end(), "/distribution") == 1);
}

TEST_CASE("Participants are read with their scores, and their ids are unique") {
  Issues issues;
  const auto good = json::read_experience(
      R"({"format": "gainshare-experience-1", "participants": [{"id": "a", "lives": 0,
        "panel_savings_cents": -1, "quality": "1/3", "satisfaction": 0, "access": 1,
        "citizenship": 0.5}, {"id": "b"}]})",
      Place{""}, issues);
  REQUIRE(issues.empty());
  CHECK(good->participants.at(0).panel_savings == Money::cents(-1));
  CHECK_FALSE(good->participants.at(1).lives.has_value());
  const auto bad = json::read_experience(
      R"({"format": "gainshare-experience-1", "participants": [{"id": "a", "lives": -1},
        {"id": "a", "quality": 1.1, "speed": 1}]})",
      Place{""}, issues);
  CHECK_FALSE(bad.has_value());
  Paths found;
  for (const Issue& issue : issues) found.push_back(issue.path);
  CHECK(found == Paths{"/participants/0/lives", "/participants/1/quality", "/participants/1/speed",
                       "/participants/1/id"});
}
