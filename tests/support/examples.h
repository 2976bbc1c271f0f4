// SPDX-License-Identifier: Apache-2.0
// The worked examples of the rules, from the file that GAINSHARE_EXAMPLES names. It belongs to the
// rules and is read in place.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/money.h"
#include "core/rate.h"
#include "core/rounding.h"
#include "support/catch.h"

namespace gainshare::testing {

// In the order of the file, which breaks ties.
using ExampleJson = nlohmann::ordered_json;

// A number of the file as the decimal it is printed as, never through its double.
inline Rate example_rate(const ExampleJson& number) {
  return Rate::from_text(number.dump()).value();
}
inline Money example_dollars(const ExampleJson& number) {
  return round(Amount{Ratio{example_rate(number)}.exact() * Rational{100}}, Rounding{}).value();
}
inline double example_double(const Ratio& ratio) {
  const auto text = ratio.exact().to_text();
  const auto slash = text.find('/');
  if (slash == std::string::npos) return std::stod(text);
  return std::stod(text.substr(0, slash)) / std::stod(text.substr(slash + 1));
}

struct WorkedExample {
  std::string id;
  std::string section;
  ExampleJson inputs;
  ExampleJson expected;

  bool asks(const char* key) const { return inputs.contains(key) && !inputs[key].is_null(); }
  // Amounts of the file are dollars, printed to the cent.
  void check(const char* key, Money computed) const {
    if (!expected.contains(key)) return;
    INFO(id << " " << key << ": computed " << computed.in_cents() << " cents, expected "
            << expected[key]);
    CHECK(std::abs(static_cast<double>(computed.in_cents()) / 100 - expected[key].get<double>()) <
          0.005);
  }
  void check(const char* key, const Ratio& computed) const {
    if (!expected.contains(key)) return;
    INFO(id << " " << key << ": computed " << computed.exact().to_text());
    CHECK(std::abs(example_double(computed) - expected[key].get<double>()) <= 1e-9);
  }
};

// What an example of section 8 is about, told by the inputs it has.
enum class PaymentShape { Episodes, PayForPerformance, Capitation, Management, Grant, Unknown };
inline PaymentShape shape_of(const WorkedExample& example) {
  const auto any = [&example](std::initializer_list<const char*> keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&example](const char* key) { return example.asks(key); });
  };
  if (any({"target", "hbp"})) return PaymentShape::Episodes;
  if (any({"milestones"})) return PaymentShape::Grant;
  if (any({"tiers", "track", "pbip"})) return PaymentShape::Management;
  if (any({"premium", "premium_pmpm", "base_pmpm", "pmpm"})) return PaymentShape::Capitation;
  if (any({"withhold", "bonus", "penalty", "mode"})) return PaymentShape::PayForPerformance;
  return PaymentShape::Unknown;
}

// Every example of the file; nothing when there is no file.
inline std::optional<std::vector<WorkedExample>> worked_examples(const std::string& otherwise) {
  const char* named = std::getenv("GAINSHARE_EXAMPLES");
  std::ifstream file{named != nullptr ? named : otherwise};
  if (!file) return std::nullopt;
  std::vector<WorkedExample> examples;
  for (const ExampleJson& entry : ExampleJson::parse(file)) {
    examples.push_back({entry["id"], entry["section"], entry["inputs"], entry["expected"]});
  }
  return examples;
}

}  // namespace gainshare::testing
