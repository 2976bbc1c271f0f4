// SPDX-License-Identifier: Apache-2.0
// Break-points of the golden cases along every number of their documents. The oracle knows nothing
// of pieces: it settles at random values and holds the result against what the break-points say.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "json/scenario_input.h"
#include "json/scenario_range.h"
#include "scenario/breaks.h"
#include "support/catch.h"

namespace gainshare {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

constexpr std::size_t kNumbersPerCase = 4;

Rational distance(const Rational& a, const Rational& b) { return a < b ? b - a : a - b; }

const StepValue* value_of_step(const Trace& trace, const std::string& id) {
  const auto step =
      std::find_if(trace.begin(), trace.end(), [&id](const Step& s) { return s.id == id; });
  return step == trace.end() ? nullptr : &step->value;
}

// What one number's break-points are held against.
struct Along {
  const SettleAt& settle;
  const Breaks& breaks;

  Rational result_at(std::int64_t at) const {
    const Result<Point> point = settle(at);
    REQUIRE(point.ok());
    return *value_of({}, point.value());
  }

  // On either side the settlement follows its own rule: one unit decides.
  void check_points() const {
    for (const BreakPoint& point : breaks.points) {
      INFO("at " << point.at);
      CHECK(result_at(point.at - 1) == point.before);
      CHECK(result_at(point.at) == point.after);
      CHECK_FALSE(point.rules.empty());
      const Result<Point> before = settle(point.at - 1), after = settle(point.at);
      for (const RuleChange& rule : point.rules) {
        if (rule.after != "true" && rule.after != "false") continue;
        INFO(rule.step_id);
        if (!rule.before.empty()) {
          CHECK(value_of_step(before.value().trace, rule.step_id) != nullptr);
          CHECK(*value_of_step(before.value().trace, rule.step_id) !=
                *value_of_step(after.value().trace, rule.step_id));
        }
      }
    }
  }

  // At random values the result is what its stretch says, but for rounding.
  void check_stretches(std::mt19937_64& random, const Rational& rounding) const {
    for (const Stretch& stretch : breaks.stretches) {
      for (int i = 0; i < 3; ++i) {
        std::uniform_int_distribution<std::int64_t> any{stretch.span.first, stretch.span.last};
        const std::int64_t at = any(random);
        INFO("stretch " << stretch.span.first << " to " << stretch.span.last << ", at " << at
                        << ": " << result_at(at).to_text() << " instead of "
                        << stretch.form.at(at).to_text());
        CHECK(distance(result_at(at), stretch.form.at(at)) <= rounding);
      }
    }
  }
};

TEST_CASE("No golden case has a change of rule along any number that is not listed") {
  std::mt19937_64 random{20'241'122};
  int points = 0, analysed = 0, incomplete = 0;
  for (const auto& folder :
       std::filesystem::directory_iterator{GAINSHARE_SOURCE_DIR "/tests/golden/cases"}) {
    INFO(folder.path().filename().string());
    auto opened = json::ScenarioDocuments::open(read(folder.path() / "contract.json"),
                                                read(folder.path() / "experience.json"));
    REQUIRE(opened.ok());
    json::ScenarioDocuments documents = std::move(opened).value();
    std::vector<std::string> numbers = documents.numbers();
    std::shuffle(numbers.begin(), numbers.end(), random);
    numbers.resize(std::min(numbers.size(), kNumbersPerCase));
    for (const std::string& path : numbers) {
      INFO(path);
      const auto input = json::scenario_input(documents, path, std::nullopt);
      REQUIRE(input.ok());
      const SettleAt settle = json::settle_at(documents, input.value());
      const auto range = json::scenario_range({}, input.value(), settle);
      if (!range) continue;
      const Breaks breaks = find_breaks(settle, range.value().span, {});
      ++analysed;
      if (!breaks.not_analysed.empty()) ++incomplete;
      points += static_cast<int>(breaks.points.size());
      const Along along{settle, breaks};
      along.check_points();
      along.check_stretches(random, Rational{200});
    }
  }
  CHECK(points >= 100);
  CHECK(incomplete * 20 < analysed);  // few are left, and they are named
}

}  // namespace
}  // namespace gainshare
