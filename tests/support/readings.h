// SPDX-License-Identifier: Apache-2.0
// Contracts of one stream and experiences as texts: where the readers find fault with them, and
// what settling them answers.
#pragma once

#include <string>
#include <vector>

#include "json/contract_reader.h"
#include "json/engine.h"
#include "json/experience_reader.h"
#include "support/catch.h"

namespace gainshare::testing {

using Paths = std::vector<std::string>;

// `rest`: the members of the stream beside id and kind, or of the experience beside its format.
inline std::string contract_of(const std::string& kind, const std::string& rest) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [{"id": "s", "kind": ")" +
         kind + "\", " + rest + "}]}";
}
inline std::string experience_of(const std::string& rest) {
  return R"({"format": "gainshare-experience-1")" + (rest.empty() ? "" : ", " + rest) + "}";
}

inline Paths paths_of(const Issues& issues) {
  Paths paths;
  for (const Issue& issue : issues) {
    CHECK_FALSE(issue.message.empty());
    paths.push_back(issue.path);
  }
  return paths;
}
inline Paths contract_slips(const std::string& kind, const std::string& rest) {
  Issues issues;
  CHECK_FALSE(json::read_contract(contract_of(kind, rest), json::Place{""}, issues).has_value());
  return paths_of(issues);
}
inline Paths experience_slips(const std::string& rest) {
  Issues issues;
  CHECK_FALSE(json::read_experience(experience_of(rest), json::Place{""}, issues).has_value());
  return paths_of(issues);
}

inline std::string settled(const std::string& contract, const std::string& experience) {
  return json::settle(contract, experience_of(experience));
}
inline bool says(const std::string& answer, const std::string& words) {
  INFO(answer);
  return answer.find(words) != std::string::npos;
}
inline bool is_settled(const std::string& contract, const std::string& experience) {
  return says(settled(contract, experience), "\"ok\":true");
}

}  // namespace gainshare::testing
