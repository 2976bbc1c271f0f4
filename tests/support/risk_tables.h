// SPDX-License-Identifier: Apache-2.0
// The invented tables of tests/support/risk, read from their files.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "population/risk_tables.h"
#include "support/catch.h"

namespace gainshare::testing {

inline std::string risk_file_text(const std::string& name) {
  std::ifstream file{std::string{GAINSHARE_SOURCE_DIR} + "/tests/support/risk/" + name};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The files of a model, which live as long as this does.
struct RiskFiles {
  std::string coefficients = risk_file_text("coefficients.csv");
  std::string diagnoses = risk_file_text("diagnoses.csv");
  std::string hierarchy = risk_file_text("hierarchy.csv");
  std::string interactions = risk_file_text("interactions.csv");

  std::vector<RiskFile> files() const {
    return {{RiskTableKind::Coefficients, "coefficients.csv", coefficients},
            {RiskTableKind::Diagnoses, "diagnoses.csv", diagnoses},
            {RiskTableKind::Hierarchy, "hierarchy.csv", hierarchy},
            {RiskTableKind::Interactions, "interactions.csv", interactions}};
  }
};

inline RiskModel risk_model(const std::string& name = "V28") {
  const RiskFiles text;
  auto read = read_risk_model(text.files(), name);
  INFO((read.ok() ? std::string{} : read.issues().front().path + read.issues().front().message));
  REQUIRE(read.ok());
  return std::move(read).value();
}

}  // namespace gainshare::testing
