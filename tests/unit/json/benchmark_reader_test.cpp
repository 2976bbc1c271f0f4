// SPDX-License-Identifier: Apache-2.0
#include "json/benchmark_reader.h"

#include <algorithm>
#include <string>

#include "json/contract_reader.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

// The paths of what is wrong with a contract that makes its benchmark so.
std::vector<std::string> wrong_with(const std::string& benchmark) {
  Issues issues;
  json::read_contract(R"({"format": "gainshare-contract-1", "title": "Test", "streams": [{
      "id": "savings", "kind": "shared_savings", "terms": {"sides": "one_sided",
      "minimum_savings_rate": "0.02", "sharing_rate": "0.5"}}], "benchmark": )" +
                          benchmark + "}",
                      Place{""}, issues);
  std::vector<std::string> paths;
  for (const Issue& issue : issues) paths.push_back(issue.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string per_capita(const std::string& parts) {
  return R"({"form": "per_capita", "base_years": [{"year": 2023, "weight": 1}])" + parts + "}";
}

using Paths = std::vector<std::string>;

TEST_CASE("A benchmark by type of enrolment needs no part but its base years") {
  CHECK(wrong_with(per_capita("")).empty());
  CHECK(wrong_with(R"({"form": "per_capita"})") == Paths{"/benchmark/base_years"});
  CHECK(wrong_with(R"({"form": "control_group", "control_group": "matched"})").empty());
  CHECK(wrong_with(R"({"form": "control_group"})") == Paths{"/benchmark/control_group"});
  CHECK(wrong_with(R"({"form": "other", "base_years": 1})") == Paths{"/benchmark/form"});
}

TEST_CASE("Each way to update has the members that it makes use of and no other") {
  CHECK(wrong_with(per_capita(R"(, "update": {"method": "three_way", "fixed_weight": "1/3"})"))
            .empty());
  CHECK(wrong_with(per_capita(R"(, "update": {"method": "three_way"})")) ==
        Paths{"/benchmark/update/fixed_weight"});
  CHECK(wrong_with(per_capita(R"(, "update": {"method": "inflator"})")) ==
        Paths{"/benchmark/update/inflator"});
  CHECK(wrong_with(per_capita(R"(, "update": {"method": "control_group"})")) ==
        Paths{"/benchmark/update/control_group"});
  CHECK(wrong_with(per_capita(R"(, "update": {"method": "national", "national_weight": 0.1,
                                  "fixed_weight": 0.3, "inflator": 1.02,
                                  "control_group": "region"})")) ==
        Paths{"/benchmark/update/control_group", "/benchmark/update/fixed_weight",
              "/benchmark/update/inflator", "/benchmark/update/national_weight"});
  CHECK(wrong_with(per_capita(R"(, "trend": {"method": "three_way"})")) ==
        Paths{"/benchmark/trend/method"});
}

TEST_CASE("A cap that is tested on the aggregate is a cap on growth alone") {
  CHECK(wrong_with(per_capita(R"(, "risk_adjustment": {"ratio": "scores",
                                  "cap_test": "aggregate"})")) ==
        Paths{"/benchmark/risk_adjustment/cap_up"});
  CHECK(wrong_with(per_capita(R"(, "risk_adjustment": {"ratio": "scores", "cap_up": "0.03",
                                  "cap_down": "0.03", "cap_test": "aggregate"})")) ==
        Paths{"/benchmark/risk_adjustment/cap_down"});
}

}  // namespace
